/**
 * One list of Control whose rows are things that the domain decides on (domain/confidential.ts). Held in memory and
 * brought up to date by one delta before every answer: whoever is told something, is told it as it stands now, in every
 * instance of the service. A write carries the version that was decided on, and happens once for each command.
 *
 *   const incidents = openConfidential({ client, siteId, kind: incidentKind })
 *   const mine = await incidents.of('ocag-access')
 */

import { isRowOvertaken, type CollectionCommand, type Stored } from '../../domain/collection.ts'
import type { ConfidentialContext, ConfidentialRefusal, DecideConfidential } from '../../domain/confidential.ts'
import type { GraphClient } from '../client.ts'
import { GraphFault } from '../fault.ts'
import type { List } from '../lists.ts'
import { openListed, type StoredRow, type Table } from '../table.ts'
import { readCells, type Cells, type RowProblem } from '../work/cells.ts'
import { putRow, readHeld, type Held } from '../work/collection.ts'
import { makeCommits, type KeyedValues } from '../work/rows.ts'
import { columnsOf } from '../work/settings.ts'

/** What a list of Control holds, and by which rules it changes. */
export interface ConfidentialKind<
  Content extends { readonly group: string },
  Command extends CollectionCommand,
  Code extends string,
> {
  /** With the columns `Key` (unique), `GroupKey` and `Commits`. */
  readonly list: List
  /** Null for a row that can't be read; what is wrong is noted by `cells`. */
  readonly parse: (cells: Cells, key: string) => Content | null
  readonly make: (key: string, content: Content) => KeyedValues
  readonly decide: DecideConfidential<Content, Command, Code>
  /** What a command depends on or writes: if one of them changed meanwhile, its author is asked. */
  readonly touches: (command: Command) => readonly (keyof Content)[]
}

export type Changed<Content, Code extends string> =
  | { readonly state: 'saved'; readonly content: Content & Stored }
  /** What it touches was changed since its author looked. Nothing was saved. */
  | { readonly state: 'stale' }
  | { readonly state: 'refused'; readonly refusal: ConfidentialRefusal<Code> }

export interface Changing<Content> extends ConfidentialContext {
  /** As its author saw it when deciding; compared on what the command touches. */
  readonly seen?: Content
  /** Awaited once the rules have said yes, before anything is written; when it throws, nothing is. */
  readonly before: (content: Content) => Promise<void>
}

export interface ConfidentialList<Content, Command, Code extends string> {
  /** All that a group has, by key, as it stands now. Throws a GraphFault where it can't be read. */
  of(group: string): Promise<ReadonlyMap<string, Content & Stored>>
  /** Throws a GraphFault where it can't be written, or where it isn't known whether it was: the same command again. */
  change(group: string, command: Command, changing: Changing<Content>): Promise<Changed<Content, Code>>
  /** Takes rows away that aren't kept any longer; who calls it has logged that. Those that are gone stay gone. */
  remove(keys: readonly string[]): Promise<void>
  /** Rows that somebody broke in SharePoint. */
  problems(): readonly RowProblem[]
}

/** How often others may come first before we give up for now. */
const ATTEMPTS = 8
/** Nobody asks again about a command that so many came after. */
const MOST_COMMITS = 200

export function openConfidential<
  Content extends { readonly group: string },
  Command extends CollectionCommand,
  Code extends string,
>(options: {
  readonly client: GraphClient
  readonly siteId: string
  readonly kind: ConfidentialKind<Content, Command, Code>
}): ConfidentialList<Content, Command, Code> {
  const { client, siteId, kind } = options
  const columns = columnsOf(kind.list)
  /** By item. */
  const held = new Map<string, Held<Content>>()
  let table: Table | null = null
  let link: string | null = null
  let running: Promise<void> | null = null
  let next: Promise<void> | null = null

  /** Up to date as of some moment after it was asked: who comes while one look is under way waits for the next. */
  function look(): Promise<void> {
    if (!running) {
      running = read().finally(() => {
        running = null
      })
      return running
    }
    next ??= running
      .catch(() => undefined)
      .then(() => {
        next = null
        return look()
      })
    return next
  }

  async function read(): Promise<void> {
    try {
      if (table && link !== null) {
        const changes = await table.changes(link)
        for (const row of changes.rows) take(row)
        for (const item of changes.deleted) held.delete(item)
        link = changes.link
        return
      }
    } catch (fault) {
      if (!(fault instanceof GraphFault && (fault.status === 410 || fault.status === 404))) throw fault
    }
    await readWhole()
  }

  async function readWhole(): Promise<void> {
    link = null
    table = await openListed(client, siteId, kind.list)
    const since = await table.latest(columns)
    const rows: StoredRow[] = []
    for await (const page of table.pages(columns)) rows.push(...page)
    held.clear()
    for (const row of rows) take(row)
    link = since
  }

  function take(row: StoredRow): Held<Content> {
    const now = readHeld(kind, row, held.get(row.id))
    held.set(row.id, now)
    return now
  }

  async function tableNow(): Promise<Table> {
    if (!table) await look()
    if (!table) throw new GraphFault({ status: 0, code: 'listMissing', message: kind.list.name })
    return table
  }

  return {
    async of(group) {
      await look()
      const found = new Map<string, Content & Stored>()
      for (const { key, content } of held.values()) {
        // Of two with one key the first stands.
        if (content?.group === group && !found.has(key)) found.set(key, content)
      }
      return found
    },
    async change(group, command, { seen, before, ...context }) {
      const list = await tableNow()
      let base = seen
      let isAnnounced = false
      for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
        const [row] = await list.find('Key', command.key, columns)
        const known = row ? take(row).content : null
        if (row && !known) {
          throw new GraphFault({ status: 0, code: 'rowBroken', message: `${kind.list.name} ${row.id}` })
        }
        // Whose key it is was decided when it was made: no group reaches into another's.
        if (known && known.group !== group) {
          throw new GraphFault({ status: 0, code: 'otherGroup', message: `${kind.list.name} ${command.key}` })
        }
        const commits = row ? readCells(row, kind.list, []).lines('Commits') : []
        if (known && commits.includes(command.id)) return { state: 'saved', content: known }
        if (base && isRowOvertaken(kind.touches(command), base, known)) return { state: 'stale' }
        base = known ?? undefined
        const decided = kind.decide(command, known, context)
        if (!decided.ok) return { state: 'refused', refusal: decided.error }
        if (!isAnnounced) await before(decided.value)
        isAnnounced = true
        const written = await putRow(list, row ?? null, {
          ...kind.make(command.key, decided.value),
          Commits: makeCommits([...commits, command.id].slice(-MOST_COMMITS)),
        })
        if (typeof written === 'string') continue
        const { content } = take(written)
        if (content) return { state: 'saved', content }
        throw new Error(`${kind.list.name}: what was written can't be read again`)
      }
      throw new GraphFault({ status: 0, code: 'overtaken', message: kind.list.name })
    },
    async remove(keys) {
      const list = await tableNow()
      for (const key of keys) {
        for (const row of await list.find('Key', key, columns)) {
          if ((await list.remove(row)) === 'conflict') {
            throw new GraphFault({ status: 409, code: 'conflict', message: `${kind.list.name} ${key}` })
          }
        }
      }
    },
    problems: () => [...held.values()].flatMap(({ problems }) => problems),
  }
}
