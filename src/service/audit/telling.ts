/** Entries that were found, as an auditor is told of them: with the words of Control, and whether those are the sealed ones. */

import { faultIn } from '../../chain/check.ts'
import type { AuditEntryTold } from '../../contract/audit.ts'
import type { Appointment } from '../../domain/appointment.ts'
import { AUDIT_EVENTS } from '../../domain/record.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import type { AuditEntry } from '../../sharepoint/control/auditrows.ts'
import { readAccountStates } from '../../sharepoint/directory.ts'
import { traceOf } from '../log.ts'
import type { Office } from '../office.ts'
import type { AuditEvent } from './audit.ts'
import { SERVICE, type Found } from './finding.ts'

/** How what is decided on is keyed: `discharge-<action>`. */
const ABOUT = /^(?:discharge|extension)-/

export async function tellEntries(
  office: Office,
  found: readonly Found[],
  { actions }: Pick<Snapshot, 'actions'>,
): Promise<AuditEntryTold[]> {
  const records = await office.records()
  const entries = await records.audit.at(found.map(({ sequence }) => sequence))
  const there = new Map(entries.map((entry) => [entry.id, entry]))
  return found.map((known) => {
    const entry = there.get(known.id)
    const isWhole = entry?.link?.hash === known.hash && faultIn(entry, office.audit.publicKey) === null
    const said = (isWhole && entry && readContent(entry)) || {}
    const subject = known.subject
    return {
      sequence: known.sequence,
      at: known.at,
      event: AUDIT_EVENTS.find((each) => each === known.event) ?? 'alteration',
      operation: known.operation,
      subject,
      reference: (subject !== null && actions.get(subject.replace(ABOUT, ''))?.reference) || null,
      person: known.person,
      ids: [...(said.ids ?? [])],
      to: said.to ?? null,
      state: entry ? (isWhole ? 'whole' : 'changed') : 'missing',
    }
  })
}

/** Beginnings of subjects that somebody means by these words: as they stand, or an action by its reference. */
export function subjectsOf(words: string, { actions }: Pick<Snapshot, 'actions'>): readonly string[] {
  const about = [...actions.values()].filter(({ reference }) => reference === words).map(({ id }) => id)
  return [words, ...about.flatMap((id) => [id, `discharge-${id}`, `extension-${id}`])]
}

interface Named {
  readonly person: string
  readonly name: string
}

/** As the group's posts have them, else as the directory does. Who is in neither has no name here. */
export async function namesOf(
  office: Office,
  people: Iterable<string | null>,
  appointments: readonly Appointment[],
): Promise<Named[]> {
  const names = new Map<string, string>()
  for (const { holder, deputy } of appointments) {
    for (const each of [holder, deputy]) if (each) names.set(each.objectId, each.name)
  }
  const wanted = [...new Set(people)].filter((person) => person !== null && person !== SERVICE) as string[]
  const unknown = wanted.filter((person) => !names.has(person))
  if (unknown.length > 0) {
    const states = await readAccountStates(office.client, unknown).catch((fault: unknown) => {
      // Without the directory an id still is an id.
      office.log({ level: 'warning', event: 'namesFault', ...traceOf(fault) })
      return new Map<string, never>()
    })
    for (const [person, state] of states) if ('name' in state) names.set(person, state.name)
  }
  return wanted.flatMap((person) => {
    const name = names.get(person)
    return name === undefined ? [] : [{ person, name }]
  })
}

function readContent({ content }: AuditEntry): Partial<AuditEvent> {
  return JSON.parse(content) as Partial<AuditEvent>
}
