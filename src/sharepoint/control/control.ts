/**
 * The Control site: directory of groups, appointments, decisions. Only the service opens it; the tab's application has
 * no grant there. Every row has a unique key, so that writing twice is writing once, and is changed only on the version
 * that it was read at.
 *
 *   const control = await openControl({ client, siteId })
 *   const mine = await control.appointmentsOf(person)
 */

import type { Appointment } from '../../domain/appointment.ts'
import type { Person } from '../../domain/group.ts'
import type { GraphClient } from '../client.ts'
import { GraphFault } from '../fault.ts'
import { APPOINTMENTS, CONTROL_LISTS, DECISIONS, GROUPS } from '../controllists.ts'
import type { List } from '../lists.ts'
import { findLists, openTable, type StoredRow, type Table } from '../table.ts'
import type { RowProblem } from '../work/cells.ts'
import type { KeyedValues } from '../work/rows.ts'
import {
  APPOINTMENT_COLUMNS,
  DECISION_COLUMNS,
  GROUP_COLUMNS,
  makeAppointment,
  makeDecision,
  makeEntry,
  parseAppointment,
  parseDecision,
  parseEntry,
  type Decision,
  type DirectoryEntry,
} from './rows.ts'

export type Recorded<Value> =
  | { readonly state: 'made' | 'there'; readonly value: Value }
  /** Another row has this key, site or channel. */
  | { readonly state: 'taken'; readonly by: 'key' | 'site' | 'channel' }

/** A row with the version it was read at. */
export interface Versioned<Value> {
  readonly value: Value
  readonly row: StoredRow
}

export interface Control {
  groups(): Promise<readonly DirectoryEntry[]>
  findGroup(key: string): Promise<Versioned<DirectoryEntry> | null>
  findGroupOfChannel(channelId: string): Promise<Versioned<DirectoryEntry> | null>
  findGroupOfSite(siteId: string): Promise<Versioned<DirectoryEntry> | null>
  /** Of two at once, one is `made`; a repeat of the same command is `there`. */
  addGroup(entry: DirectoryEntry): Promise<Recorded<DirectoryEntry>>
  /** All but the key. False when somebody changed the row meanwhile: nothing was written. */
  amendGroup(known: Versioned<DirectoryEntry>, now: DirectoryEntry): Promise<boolean>
  appointments(group: string): Promise<readonly Versioned<Appointment>[]>
  /** Those that a person holds or is deputy in, in any group, on any day. */
  appointmentsOf(person: Person): Promise<readonly Appointment[]>
  /** A repeat with the same key is `there`, with what stands. */
  appoint(appointment: Appointment): Promise<Recorded<Appointment>>
  /** False when somebody changed the row meanwhile: nothing was written. */
  amend(known: Versioned<Appointment>, now: Appointment): Promise<boolean>
  decision(id: string): Promise<Decision | null>
  decisionsOn(subject: string): Promise<readonly Decision[]>
  decisionsOf(group: string): Promise<readonly Decision[]>
  /** Never changes one that stands. */
  record(decision: Decision): Promise<Recorded<Decision>>
  /** Rows that couldn't be read since Control was opened. */
  problems(): readonly RowProblem[]
}

type Parse<Value> = (row: StoredRow, problems: RowProblem[]) => Value | null

/** Throws a GraphFault `listMissing` where Control isn't provisioned. */
export async function openControl(options: {
  readonly client: GraphClient
  readonly siteId: string
}): Promise<Control> {
  const { client, siteId } = options
  const ids = await findLists(client, siteId, CONTROL_LISTS)
  const open = (list: List): Table => {
    const id = ids.get(list)
    if (id === undefined) throw new GraphFault({ status: 0, code: 'listMissing', message: list.name })
    return openTable(client, siteId, id)
  }
  const groups = open(GROUPS)
  const appointments = open(APPOINTMENTS)
  const decisions = open(DECISIONS)
  const noted = new Map<string, RowProblem>()

  function read<Value>(rows: readonly StoredRow[], parse: Parse<Value>): Versioned<Value>[] {
    const problems: RowProblem[] = []
    const values = rows.flatMap((row) => {
      const value = parse(row, problems)
      return value === null ? [] : [{ value, row }]
    })
    for (const problem of problems) noted.set(`${problem.list}/${problem.item}/${problem.column}`, problem)
    return values
  }

  const findEntry = async (column: string, value: string): Promise<Versioned<DirectoryEntry> | null> =>
    read(await groups.find(column, value, GROUP_COLUMNS), parseEntry)[0] ?? null

  async function appendTo<Value>(
    table: Table,
    values: KeyedValues,
    parse: Parse<Value>,
  ): Promise<Recorded<Value> | GraphFault> {
    const appended = await table.append(values)
    if (appended.state === 'refused') return appended.fault
    const [found] = read([appended.row], parse)
    return found ? { state: appended.state, value: found.value } : { state: 'taken', by: 'key' }
  }

  return {
    async groups() {
      const rows: StoredRow[] = []
      for await (const page of groups.pages(GROUP_COLUMNS)) rows.push(...page)
      return read(rows, parseEntry).map(({ value }) => value)
    },
    findGroup: (key) => findEntry('Key', key),
    findGroupOfChannel: (channelId) => findEntry('ChannelId', channelId),
    findGroupOfSite: (id) => findEntry('SiteId', id),
    async addGroup(entry) {
      const added = await appendTo(groups, makeEntry(entry), parseEntry)
      if (added instanceof GraphFault) {
        if (await findEntry('ChannelId', entry.channelId)) return { state: 'taken', by: 'channel' }
        if (await findEntry('SiteId', entry.siteId)) return { state: 'taken', by: 'site' }
        throw added
      }
      const isAnother = added.state === 'there' && added.value.commandId !== entry.commandId
      return isAnother ? { state: 'taken', by: 'key' } : added
    },
    async amendGroup(known, now) {
      const patched = await groups.patch(known.row, makeEntry({ ...now, key: known.value.key }))
      return patched !== 'conflict' && patched !== 'gone'
    },
    async appointments(group) {
      return read(await appointments.find('GroupKey', group, APPOINTMENT_COLUMNS), parseAppointment)
    },
    async appointmentsOf(person) {
      const found = await Promise.all([
        appointments.find('ObjectId', person.objectId, APPOINTMENT_COLUMNS),
        appointments.find('DeputyObjectId', person.objectId, APPOINTMENT_COLUMNS),
      ])
      const isPerson = (other: Person | null): boolean =>
        other?.objectId === person.objectId && other.tenantId === person.tenantId
      const values = read(found.flat(), parseAppointment).map(({ value }) => value)
      const held = values.filter((each) => isPerson(each.holder) || isPerson(each.deputy))
      return [...new Map(held.map((each) => [each.key, each])).values()]
    },
    async appoint(appointment) {
      const added = await appendTo(appointments, makeAppointment(appointment), parseAppointment)
      if (added instanceof GraphFault) throw added
      return added
    },
    async amend(known, now) {
      const patched = await appointments.patch(known.row, makeAppointment({ ...now, key: known.value.key }))
      return patched !== 'conflict' && patched !== 'gone'
    },
    async decision(id) {
      return read(await decisions.find('Key', id, DECISION_COLUMNS), parseDecision)[0]?.value ?? null
    },
    async decisionsOn(subject) {
      return read(await decisions.find('Subject', subject, DECISION_COLUMNS), parseDecision).map(({ value }) => value)
    },
    async decisionsOf(group) {
      return read(await decisions.find('GroupKey', group, DECISION_COLUMNS), parseDecision).map(({ value }) => value)
    },
    async record(decision) {
      const added = await appendTo(decisions, makeDecision(decision), parseDecision)
      if (added instanceof GraphFault) throw added
      return added
    },
    problems: () => [...noted.values()],
  }
}
