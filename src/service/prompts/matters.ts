/**
 * What things that have a dialog of their own ask of people in a group: those of Control, read area by area where its
 * room is switched on, and work streams. A further area has a file of the domain that says what it asks, and its two
 * lines here.
 */

import { accessMatters, type AccessRows } from '../../domain/accessprompting.ts'
import type { ControlMatter, ControlPresent } from '../../domain/controlprompting.ts'
import { isRoomOn } from '../../domain/group.ts'
import { guidanceMatters, type GuidanceRows } from '../../domain/guidanceprompting.ts'
import type { PromptSettings } from '../../domain/prompt.ts'
import { workstreamMatters, type WorkstreamRows } from '../../domain/workstreamprompting.ts'
import type { DirectoryEntry } from '../../sharepoint/control/rows.ts'
import type { Clock } from '../../words/clock.ts'
import type { Collections } from '../collections.ts'
import type { Confidential } from '../confidential.ts'
import { hashOf } from '../ids.ts'

/** As text can compare it: what is the same needs no new look. Null: the room is off. */
export interface ControlRows {
  readonly access: AccessRows | null
  readonly guidance: GuidanceRows | null
}

/** Where nothing of it is switched on. */
export const NO_CONTROL: ControlRows = { access: null, guidance: null }

/** As it stands now. Throws a GraphFault where Control doesn't answer. */
export async function readControl(
  office: { readonly confidential: Confidential },
  group: DirectoryEntry,
): Promise<ControlRows> {
  const { confidential } = office
  const [hasAccess, hasGuidance] = [isRoomOn(group, 'access'), isRoomOn(group, 'guidance')]
  if (!hasAccess && !hasGuidance) return NO_CONTROL
  const [access, guidance] = await Promise.all([
    hasAccess ? readAccess(confidential, group.key) : null,
    hasGuidance ? readGuidance(confidential, group.key) : null,
  ])
  return { access, guidance }
}

/** For how long it is as it was read, when nothing was changed here meanwhile: people look each minute. */
const STANDS_FOR = 60_000

export interface ControlReading {
  /** Perhaps as of a minute ago: good for showing what is asked, not for deciding. */
  of(group: DirectoryEntry): Promise<ControlRows>
  forget(): void
}

/** Reads it once for all who look. */
export function createControlReading(office: {
  readonly confidential: Confidential
  readonly clock: Clock
}): ControlReading {
  const known = new Map<string, { readonly until: number; readonly rows: Promise<ControlRows> }>()
  return {
    of(group) {
      const key = [group.key, ...(group.rooms ?? [])].join(' ')
      const there = known.get(key)
      if (there && office.clock.now() < there.until) return there.rows
      const rows = readControl(office, group)
      known.set(key, { until: office.clock.now() + STANDS_FOR, rows })
      rows.catch(() => known.delete(key))
      return rows
    },
    forget: () => known.clear(),
  }
}

const NO_WORKSTREAMS: WorkstreamRows = { workstreams: new Map(), quarters: new Map() }

/** The same maps while nothing changed. */
export async function readWorkstreams(
  { collections }: { readonly collections: Collections },
  group: DirectoryEntry,
): Promise<WorkstreamRows> {
  if (!isRoomOn(group, 'workstreams')) return NO_WORKSTREAMS
  const [workstreams, quarters] = await Promise.all([
    collections.values(group, 'workstreams'),
    collections.values(group, 'quarters'),
  ])
  return workstreams.size === 0 ? NO_WORKSTREAMS : { workstreams, quarters }
}

/** By subject. */
export function mattersOf(
  rows: ControlRows,
  workstreams: WorkstreamRows,
  { settings, ...about }: Omit<ControlPresent, 'hash'> & { readonly settings: PromptSettings },
): ReadonlyMap<string, ControlMatter> {
  const present: ControlPresent = { ...about, hash: hashOf }
  const all = [...controlMattersOf(rows, about), ...workstreamMatters(workstreams, settings, present)]
  return new Map(all.map((matter) => [matter.subject, matter]))
}

/** Of what is on Control alone. */
export function controlMattersOf(
  { access, guidance }: ControlRows,
  about: Omit<ControlPresent, 'hash'>,
): readonly ControlMatter[] {
  const present: ControlPresent = { ...about, hash: hashOf }
  return [...(access ? accessMatters(access, present) : []), ...(guidance ? guidanceMatters(guidance, present) : [])]
}

async function readAccess({ of }: Confidential, group: string): Promise<AccessRows> {
  const [resources, nominations, reviews] = await Promise.all([
    of(group, 'resources'),
    of(group, 'nominations'),
    of(group, 'accessReviews'),
  ])
  return { resources: [...resources.values()], nominations: [...nominations], reviews: [...reviews] }
}

async function readGuidance({ of }: Confidential, group: string): Promise<GuidanceRows> {
  const [versions, acknowledgements] = await Promise.all([of(group, 'guidance'), of(group, 'acknowledgements')])
  return { versions: [...versions.values()], acknowledgements: [...acknowledgements.values()] }
}
