/**
 * An opening count: how many incidents there had been before the register, as somebody counted them then ("69 in Wales
 * since April 2017"). A number for some days, of one force, or of a nation where it wasn't kept by force. It can be
 * counted only as a whole: nobody knows on which of its days they were. Pure.
 */

import type { CollectionCommand } from './collection.ts'
import type { ConfidentialContext, ConfidentialRefusal } from './confidential.ts'
import { isDay, type Day } from './day.ts'
import type { Person } from './group.ts'
import { findPersonalData } from './personaldata.ts'
import { keepsProfiles } from './profile.ts'
import type { Result } from './result.ts'

export interface OpeningDraft {
  /** Key of a force; null: of the nation, no force named. */
  readonly organisation: string | null
  /** Of the force, or that was counted. */
  readonly nation: string
  readonly from: Day
  /** The last day. */
  readonly to: Day
  readonly count: number
  /** Who counted, and where it stands: "minutes of March 2018". */
  readonly basis: string
}

export interface OpeningCount extends OpeningDraft {
  readonly group: string
  readonly set: { readonly by: Person; readonly day: Day }
  /** It was wrong from the beginning, and counts no more. */
  readonly state: 'stands' | 'withdrawn'
}

export type SetOpening = CollectionCommand & {
  readonly kind: 'setOpening'
  readonly group: string
  readonly content: OpeningDraft
}
export type WithdrawOpening = CollectionCommand & { readonly kind: 'withdrawOpening' }
export type OpeningCommand = SetOpening | WithdrawOpening

export const OPENING_REFUSALS = [
  'requestInvalid',
  'personalData',
  'notProfileKeeper',
  'openingUnknown',
  'daysReversed',
] as const
export type OpeningRefusalCode = (typeof OPENING_REFUSALS)[number]

const LONGEST_BASIS = 280
const MOST = 100_000

export function decideOpening(
  command: OpeningCommand,
  now: OpeningCount | null,
  { actor, today, appointments }: ConfidentialContext,
): Result<OpeningCount, ConfidentialRefusal<OpeningRefusalCode>> {
  if (!keepsProfiles(actor, appointments, today)) return { ok: false, error: { code: 'notProfileKeeper' } }
  const set = { by: actor, day: today }
  if (command.kind === 'withdrawOpening') {
    if (!now) return { ok: false, error: { code: 'openingUnknown' } }
    return { ok: true, value: { ...now, set, state: 'withdrawn' } }
  }
  const refusal = check(command.content, today)
  if (refusal) return { ok: false, error: refusal }
  const { organisation, nation, from, to, count, basis } = command.content
  const content = { organisation, nation: nation.trim(), from, to, count, basis: basis.trim() }
  return { ok: true, value: { ...content, group: command.group, set, state: 'stands' } }
}

export function touchedByOpening({ kind }: OpeningCommand): readonly (keyof OpeningCount)[] {
  if (kind === 'withdrawOpening') return ['state']
  return ['organisation', 'nation', 'from', 'to', 'count', 'basis', 'state']
}

/** True where something may have been counted in both: of the same days, of one force or of its nation. */
export function isCountedTwice(a: OpeningDraft, b: OpeningDraft): boolean {
  if (a.to < b.from || b.to < a.from) return false
  if (a.organisation === null || b.organisation === null) return a.nation === b.nation
  return a.organisation === b.organisation
}

function check(draft: OpeningDraft, today: Day): ConfidentialRefusal<OpeningRefusalCode> | null {
  const { nation, from, to, count, basis } = draft
  if (nation.trim() === '') return { code: 'requestInvalid', field: 'nation' }
  if (!isDay(from)) return { code: 'requestInvalid', field: 'from' }
  if (!isDay(to) || to > today) return { code: 'requestInvalid', field: 'to' }
  if (to < from) return { code: 'daysReversed', field: 'to' }
  if (!Number.isInteger(count) || count < 0 || count > MOST) return { code: 'requestInvalid', field: 'count' }
  if (basis.length > LONGEST_BASIS) return { code: 'requestInvalid', field: 'basis' }
  // The day on which it was counted may be long ago: it is no date of birth.
  const personal = findPersonalData(basis, today)
  if (!personal || personal.kind === 'birthDate') return null
  return { code: 'personalData', field: 'basis', values: { kind: personal.kind } }
}
