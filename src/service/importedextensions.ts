/**
 * What bears an imported extension out. On Work it is only a row that anybody in the group may edit; until its import is
 * confirmed, an entry in the history that its coordinator wrote says exactly the same, and from then on the decision on
 * Control has its digest. Control holds no words of it.
 */

import * as v from 'valibot'
import type { Action, ActionId, Extension, ImportedExtension } from '../domain/action.ts'
import { isImported, makeTold } from '../domain/deadline.ts'
import type { DirectoryEntry } from '../sharepoint/control/rows.ts'
import type { StoredRow } from '../sharepoint/table.ts'
import { parseUpdate, writerOf } from '../sharepoint/work/rows.ts'
import { told } from '../sharepoint/work/shapes.ts'
import { rolesOf } from './group.ts'
import { idOf } from './ids.ts'
import type { Office } from './office.ts'
import { mayDo } from './policy.ts'

/** Of exactly what one action's extension says. */
export function digestOf(action: ActionId, extension: ImportedExtension): string {
  return idOf(action, makeTold(extension))
}

/** The line of one action in the words of the decision that confirms its import. */
export function makeConfirmedLine(action: ActionId, extensions: readonly ImportedExtension[]): string {
  return [action, ...extensions.map((extension) => digestOf(action, extension))].join(' ')
}

/** The actions of which a decision confirms something, with the digests of their extensions. */
export function parseConfirmedLines(words: string): ReadonlyMap<ActionId, ReadonlySet<string>> {
  return new Map(
    words.split('\n').map((line) => {
      const [action = '', ...digests] = line.split(' ')
      return [action, new Set(digests)] as const
    }),
  )
}

/** True where this row of the history tells of exactly this extension. Who wrote the row is for the caller to ask. */
export function tellsOf(row: StoredRow, action: ActionId, extension: ImportedExtension): boolean {
  const entry = parseUpdate(row).value?.update
  return (
    entry?.id === extension.entry &&
    entry.action === action &&
    entry.event?.kind === 'extensionImported' &&
    entry.event.values['told'] === makeTold(extension)
  )
}

type Confirmed = ReadonlyMap<string, ReadonlyMap<ActionId, ReadonlySet<string>>>

/** Those of an action that a decision confirms or, while none does, that a coordinator brought in. Each counts once. */
export async function heldExtensions(
  office: Office,
  group: DirectoryEntry,
  action: Action,
  confirmed: Confirmed,
): Promise<ReadonlySet<Extension>> {
  const held = new Map<string, ImportedExtension>()
  for (const extension of action.extensions) {
    if (!isImported(extension) || held.has(extension.entry)) continue
    const { decision } = extension
    const holds =
      decision === null
        ? await isCoordinators(office, group, action.id, extension)
        : confirmed.get(decision)?.get(action.id)?.has(digestOf(action.id, extension)) === true
    if (holds) held.set(extension.entry, extension)
  }
  return new Set(held.values())
}

async function isCoordinators(
  office: Office,
  group: DirectoryEntry,
  action: ActionId,
  extension: ImportedExtension,
): Promise<boolean> {
  const row = await office.registers.entryOf(group, extension.entry)
  const writer = row && tellsOf(row, action, extension) && writerOf(row, office.tenantId, office.serviceApp)
  if (!writer) return false
  const appointments = (await (await office.control()).appointments(group.key)).map(({ value }) => value)
  // Whoever had the right when they brought it in needn't have it still.
  return [row.createdAt.slice(0, 10), office.clock.today()].some((day) =>
    mayDo('import.confirm', 'import', rolesOf(writer, appointments, day)),
  )
}

/** What was confirmed of an action and isn't in its row any more, as the history tells of it, oldest first. */
export async function lostExtensions(
  office: Office,
  group: DirectoryEntry,
  action: Action,
  confirmed: Confirmed,
): Promise<readonly ImportedExtension[]> {
  const there = new Set(action.extensions.map((each) => (isImported(each) ? digestOf(action.id, each) : '')))
  const missing = new Map(
    [...confirmed].flatMap(([decision, actions]) =>
      [...(actions.get(action.id) ?? [])].flatMap((digest) => (there.has(digest) ? [] : [[digest, decision] as const])),
    ),
  )
  if (missing.size === 0) return []
  const history = await office.registers.history(group, action.id)
  return history.toReversed().flatMap(({ event }) => {
    const extension = event?.kind === 'extensionImported' ? readTold(event.values['told'] ?? '') : null
    const decision = extension && missing.get(digestOf(action.id, extension))
    return extension && decision ? [{ ...extension, decision }] : []
  })
}

/** Null for what says no extension: anybody in the group can write a row of the history. */
function readTold(text: string): ImportedExtension | null {
  const read = v.safeParse(v.pipe(v.string(), v.parseJson(), told), text)
  return read.success ? { ...read.output, basis: 'imported', askedBy: null, askedOn: null, decision: null } : null
}
