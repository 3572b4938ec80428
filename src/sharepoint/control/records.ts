/**
 * The part of Control that people and groups shape by using the product: settings, what was passed on, who was told of
 * what, and the audit. Every change carries the version that it was based on; adding twice is adding once.
 */

import { personKey } from '../../domain/appointment.ts'
import type { Day } from '../../domain/day.ts'
import { PERSON_SETTINGS, type PersonSettings } from '../../domain/gathering.ts'
import type { Person } from '../../domain/group.ts'
import { GROUP_SETTINGS, type GroupSettings } from '../../domain/record.ts'
import { RETENTION, type Retention } from '../../domain/retention.ts'
import type { GraphClient } from '../client.ts'
import { GraphFault } from '../fault.ts'
import { AUDIT, PASSES, PEOPLE, PROMPTS, SETTINGS } from '../controllists.ts'
import type { List } from '../lists.ts'
import { findLists, openTable, type StoredRow, type Table } from '../table.ts'
import type { KeyedValues } from '../work/rows.ts'
import { AUDIT_COLUMNS, isDisposed, makeAuditContent, makeAuditLink, parseAuditEntry } from './auditrows.ts'
import type { AuditContent, AuditEntry, AuditLink } from './auditrows.ts'
import {
  makeGroupSettings,
  makePass,
  makePersonSettings,
  makePrompt,
  makeRetention,
  parseGroupSettings,
  parsePass,
  parsePersonSettings,
  parsePrompt,
  parseRetention,
  PASSES_COLUMNS,
  PEOPLE_COLUMNS,
  PROMPTS_COLUMNS,
  SETTINGS_COLUMNS,
  type PassRecord,
  type PromptRecord,
} from './settingsrows.ts'

/** A choice with the row it stands in; null: nobody has chosen, and the usual holds. */
export interface Chosen<Value> {
  readonly value: Value
  readonly row: StoredRow | null
}

export interface Records {
  settings(group: string): Promise<Chosen<GroupSettings>>
  /** False when somebody changed it meanwhile: nothing was written. */
  setSettings(group: string, known: Chosen<GroupSettings>, now: GroupSettings): Promise<boolean>
  retention(group: string): Promise<Chosen<Retention>>
  /** False when somebody changed it, or another setting, meanwhile: nothing was written. */
  setRetention(group: string, known: Chosen<Retention>, now: Retention): Promise<boolean>
  person(who: Pick<Person, 'tenantId' | 'objectId'>): Promise<Chosen<PersonSettings>>
  setPerson(
    who: Pick<Person, 'tenantId' | 'objectId'>,
    known: Chosen<PersonSettings>,
    now: PersonSettings,
  ): Promise<boolean>
  /** Everybody's choices, by `personKey`. */
  people(): Promise<ReadonlyMap<string, PersonSettings>>
  passes(group: string): Promise<readonly PassRecord[]>
  addPass(pass: PassRecord): Promise<void>
  removePasses(keys: readonly string[]): Promise<void>
  /** The prompts of a group's people of one day. */
  promptsOn(group: string, day: Day): Promise<readonly PromptRecord[]>
  addPrompt(prompt: PromptRecord): Promise<void>
  /** Of before a day. */
  promptsBefore(group: string, day: Day): Promise<readonly PromptRecord[]>
  removePrompts(ids: readonly string[]): Promise<void>
  readonly audit: {
    /** The entry is there exactly once afterwards, without a place in the chain yet. */
    add(content: AuditContent): Promise<AuditEntry>
    /** Gives it its place; one that has a place keeps it. */
    place(id: string, link: AuditLink): Promise<void>
    find(id: string): Promise<AuditEntry | null>
    /** By their places in the chain; those that aren't there are left out. */
    at(sequences: readonly number[]): Promise<readonly AuditEntry[]>
    /** From this place to that one, both included. */
    between(from: number, to: number): Promise<readonly AuditEntry[]>
    /**
     * Puts in the place of an entry what is left of one that was disposed of. Its row goes, and with it every version
     * that SharePoint keeps of a row; asked again, or after it broke off half-way, it ends the same.
     */
    dispose(left: AuditEntry): Promise<void>
    pages(): AsyncGenerator<readonly AuditEntry[]>
  }
}

/** Rows without a place that are remembered, so that giving them one needn't look for them. */
const MOST_JUST_MADE = 1000

/** Throws a GraphFault `listMissing` where Control isn't provisioned, or was by an older version. */
export async function openRecords(options: {
  readonly client: GraphClient
  readonly siteId: string
}): Promise<Records> {
  const { client, siteId } = options
  const ids = await findLists(client, siteId, [SETTINGS, PEOPLE, PASSES, PROMPTS, AUDIT])
  const open = (list: List): Table => {
    const id = ids.get(list)
    if (id === undefined) throw new GraphFault({ status: 0, code: 'listMissing', message: list.name })
    return openTable(client, siteId, id)
  }
  const [settings, people, passes, prompts, audit] = [SETTINGS, PEOPLE, PASSES, PROMPTS, AUDIT].map(open) as [
    Table,
    Table,
    Table,
    Table,
    Table,
  ]

  const justMade = new Map<string, StoredRow>()

  async function chosen<Value>(
    table: Table,
    key: string,
    columns: readonly string[],
    parse: (row: StoredRow) => Value,
    usual: Value,
  ): Promise<Chosen<Value>> {
    const [row] = await table.find('Key', key, columns)
    return row ? { value: parse(row), row } : { value: usual, row: null }
  }

  async function choose(table: Table, row: StoredRow | null, values: KeyedValues): Promise<boolean> {
    if (row === null) return (await add(table, values)) === 'made'
    const patched = await table.patch(row, values)
    return patched !== 'conflict' && patched !== 'gone'
  }

  async function add(table: Table, values: KeyedValues): Promise<'made' | 'there'> {
    const appended = await table.append(values)
    if (appended.state === 'refused') throw appended.fault
    return appended.state
  }

  async function remove(table: Table, keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      for (const row of await table.find('Key', key, ['Key'])) await table.remove(row)
    }
  }

  async function findEntry(id: string): Promise<{ readonly row: StoredRow; readonly entry: AuditEntry } | null> {
    const [row] = await audit.find('Key', id, AUDIT_COLUMNS)
    return row ? { row, entry: parseAuditEntry(row) } : null
  }

  return {
    settings: (group) => chosen(settings, group, SETTINGS_COLUMNS, parseGroupSettings, GROUP_SETTINGS),
    setSettings: (group, known, now) => choose(settings, known.row, makeGroupSettings(group, now)),
    retention: (group) => chosen(settings, group, SETTINGS_COLUMNS, parseRetention, RETENTION),
    setRetention: (group, known, now) =>
      choose(settings, known.row, {
        // In a new row, what else is chosen there stays as every group has it.
        ...(known.row ? {} : makeGroupSettings(group, GROUP_SETTINGS)),
        ...makeRetention(group, now),
      }),
    person: (who) => chosen(people, personKey(who), PEOPLE_COLUMNS, parsePersonSettings, PERSON_SETTINGS),
    setPerson: (who, known, now) => choose(people, known.row, makePersonSettings(who, now)),
    async people() {
      const found = new Map<string, PersonSettings>()
      for await (const page of people.pages(PEOPLE_COLUMNS)) {
        for (const row of page) found.set(String(row.fields['Key']), parsePersonSettings(row))
      }
      return found
    },
    async passes(group) {
      const rows = await passes.find('GroupKey', group, PASSES_COLUMNS)
      return rows.map(parsePass).filter((pass) => pass !== null)
    },
    addPass: async (pass) => void (await add(passes, makePass(pass))),
    removePasses: (keys) => remove(passes, keys),
    async promptsOn(group, day) {
      const rows = await prompts.find('Day', day, PROMPTS_COLUMNS)
      return rows.map(parsePrompt).filter((prompt) => prompt.group === group)
    },
    addPrompt: async (prompt) => void (await add(prompts, makePrompt(prompt))),
    async promptsBefore(group, day) {
      const rows = await prompts.findBelow('Day', day, PROMPTS_COLUMNS)
      return rows.map(parsePrompt).filter((prompt) => prompt.group === group)
    },
    removePrompts: (ids) => remove(prompts, ids),
    audit: {
      async add(content) {
        const appended = await audit.append(makeAuditContent(content))
        if (appended.state === 'refused') throw appended.fault
        const entry = parseAuditEntry(appended.row)
        if (justMade.size >= MOST_JUST_MADE) justMade.clear()
        if (entry.link === null) justMade.set(entry.id, appended.row)
        return entry
      },
      async place(id, link) {
        const made = justMade.get(id)
        justMade.delete(id)
        if (made && typeof (await audit.patch(made, makeAuditLink(link))) !== 'string') return
        const found = await findEntry(id)
        if (found && found.entry.link === null) await audit.patch(found.row, makeAuditLink(link))
      },
      find: async (id) => (await findEntry(id))?.entry ?? null,
      at: async (sequences) => (await audit.findOneOf('Sequence', sequences, AUDIT_COLUMNS)).map(parseAuditEntry),
      between: async (from, to) =>
        (await audit.findBetween('Sequence', from, to, AUDIT_COLUMNS))
          .map(parseAuditEntry)
          .toSorted((a, b) => (a.link?.sequence ?? 0) - (b.link?.sequence ?? 0)),
      async dispose(left) {
        const found = await findEntry(left.id)
        if (found && isDisposed(found.entry)) return
        if (found && (await audit.remove(found.row)) === 'conflict') {
          throw new GraphFault({ status: 409, code: 'conflict', message: AUDIT.name })
        }
        const values = { ...makeAuditContent(left), ...(left.link ? makeAuditLink(left.link) : {}) }
        const appended = await audit.append(values)
        if (appended.state === 'refused') throw appended.fault
      },
      async *pages() {
        for await (const page of audit.pages(AUDIT_COLUMNS)) yield page.map(parseAuditEntry)
      },
    },
  }
}
