/**
 * A collection over one list of a group's site: the seam `Collection`. Read whole when it is opened, then by delta while
 * somebody looks. Writing is one row on the version that was decided on; the row keeps the ids of the commands that made
 * it what it is, so that a command of which no answer came is known again.
 *
 *   const requests = openCollection({ client, siteId, kind: REQUESTS, person, clock, snapshot: () => register.snapshot() })
 *   await requests.submit({ kind: 'closeRequest', id, key }, seen)
 */

import {
  isRowOvertaken,
  type Collection,
  type CollectionCommand,
  type DecideRow,
  type Kept,
  type Stored,
} from '../../domain/collection.ts'
import type { Person } from '../../domain/group.ts'
import type { Freshness, Snapshot } from '../../domain/snapshot.ts'
import type { DecisionContext } from '../../domain/step.ts'
import { instantOf, type Clock } from '../../words/clock.ts'
import type { GraphClient } from '../client.ts'
import { GraphFault, stateOf } from '../fault.ts'
import type { List } from '../lists.ts'
import { openListed, revisionOf, type StoredRow, type Table } from '../table.ts'
import { readCells, type Cells, type RowProblem } from './cells.ts'
import { makeCommits, type KeyedValues } from './rows.ts'
import { columnsOf } from './settings.ts'
import { createTurns, standingAfter, type Wait } from './turns.ts'

/** What a list holds, and by which rules it changes. */
export interface CollectionKind<Content extends object, Command extends CollectionCommand> {
  /** With the columns `Key` (unique) and `Commits`. */
  readonly list: List
  /** Null for a row that can't be read; what is wrong is noted by `cells`. */
  readonly parse: (cells: Cells, key: string) => Content | null
  readonly make: (key: string, content: Content) => KeyedValues
  readonly decide: DecideRow<Content, Command>
  /** What a command depends on or writes: if one of them changed meanwhile, its author is asked. */
  readonly touches: (command: Command) => readonly (keyof Content)[]
}

export interface CollectionOptions<Content extends object, Command extends CollectionCommand> {
  readonly client: GraphClient
  readonly siteId: string
  readonly kind: CollectionKind<Content, Command>
  readonly person: Person
  readonly clock: Clock
  /** Of the group's register; nothing is decided before it is here. */
  readonly snapshot: () => Snapshot | null
  readonly as?: () => DecisionContext['as']
  readonly pollSeconds?: number
  readonly wait?: Wait
}

export interface WorkCollection<Content, Command extends CollectionCommand> extends Collection<Content, Command> {
  /** For the service, which writes in the name of whoever asked it. */
  submitAs(author: Author, command: Command, seen?: Content): Promise<Kept<Content>>
  /** Rows that somebody broke in SharePoint. */
  problems(): readonly RowProblem[]
}

export interface Author {
  readonly person: Person
  readonly as: DecisionContext['as']
}

/** How often others may come first before we give up for now. */
const ATTEMPTS = 8
/** Nobody asks again about a command that so many came after. */
const MOST_COMMITS = 200

/** A row as it was last read. */
export interface Held<Content> {
  readonly key: string
  readonly version: string
  readonly createdBy: string
  readonly createdAt: string
  readonly content: (Content & Stored) | null
  readonly problems: readonly RowProblem[]
}

export function openCollection<Content extends object, Command extends CollectionCommand>(
  options: CollectionOptions<Content, Command>,
): WorkCollection<Content, Command> {
  const { client, siteId, kind, person, clock, pollSeconds = 15 } = options
  const columns = columnsOf(kind.list)
  const listeners = new Set<() => void>()
  const turns = createTurns(turn, options.wait)
  const reading = { patience: 20, signal: turns.signal }
  const polling = { patience: 0, signal: turns.signal }
  /** By item. */
  const held = new Map<string, Held<Content>>()
  let table: Table | null = null
  let link: string | null = null
  let values: ReadonlyMap<string, Content & Stored> | null = null
  let freshness: Freshness = { state: 'loading', rows: 0 }
  let asOf: string | null = null
  let failures = 0
  let submitting: Promise<unknown> = Promise.resolve()

  function show(next: Freshness): void {
    freshness = next
    for (const listener of listeners) listener()
  }

  /** True where a row is other than it was known. */
  function take(rows: readonly StoredRow[], deleted: readonly string[] = []): boolean {
    let isNews = false
    for (const row of rows) {
      const known = held.get(row.id)
      if (known && !(revisionOf(row.version) > revisionOf(known.version))) continue
      held.set(row.id, readHeld(kind, row, known))
      isNews = true
    }
    for (const item of deleted) isNews = held.delete(item) || isNews
    if (isNews || values === null) values = valuesOf(held.values())
    return isNews
  }

  async function load(): Promise<void> {
    table ??= await openListed(client, siteId, kind.list, reading)
    const since = await table.latest(columns, reading)
    const there = new Set<string>()
    const rows: StoredRow[] = []
    for await (const page of table.pages(columns, reading)) rows.push(...page)
    for (const row of rows) there.add(row.id)
    take(
      rows,
      [...held.keys()].filter((item) => !there.has(item)),
    )
    link = since
  }

  async function turn(signal: AbortSignal): Promise<number> {
    try {
      if (table && link !== null) {
        const changes = await table.changes(link, polling)
        take(changes.rows, changes.deleted)
        link = changes.link
      } else await load()
      failures = 0
      asOf = instantOf(clock.now())
      show({ state: 'fresh', asOf })
      return Math.max(pollSeconds, client.rest())
    } catch (fault) {
      if (signal.aborted) return 0
      failures += 1
      if (fault instanceof GraphFault && (fault.status === 410 || (fault.status === 404 && link !== null))) {
        // A link that leads nowhere any more: too old, or of a list that is gone.
        link = null
        table = null
        return failures === 1 ? 0 : pollSeconds
      }
      const standing = standingAfter(fault, { failures, pollSeconds, rest: client.rest(), asOf })
      if (standing.freshness.state === 'denied') {
        // Who may no longer read, keeps nothing.
        held.clear()
        table = null
        link = null
        values = null
        asOf = null
      }
      show(standing.freshness)
      return standing.seconds
    }
  }

  async function write(author: Author, command: Command, seen: Content | undefined): Promise<Kept<Content>> {
    let isUnclear = false
    let base = seen
    try {
      for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
        const snapshot = options.snapshot()
        if (link === null) await turns.current()
        if (!table || !snapshot) return unsaved(isUnclear)
        const [row] = await table.find('Key', command.key, columns)
        if (row && take([row])) show(freshness)
        const known = row ? (held.get(row.id)?.content ?? null) : null
        const commits = row ? readCells(row, kind.list, []).lines('Commits') : []
        if (known && commits.includes(command.id)) return { state: 'saved', content: known }
        isUnclear = false
        if (base && isRowOvertaken(kind.touches(command), base, known))
          return { state: 'stale', seen: base, now: known }
        if (row && !known) return refused('rowBroken')
        base = known ?? undefined
        const context = { actor: author.person, today: clock.today(), as: author.as, snapshot }
        const decided = kind.decide(command, known, context)
        if (!decided.ok) return { state: 'refused', refusal: decided.error }
        const made = {
          ...kind.make(command.key, decided.value),
          Commits: makeCommits([...commits, command.id].slice(-MOST_COMMITS)),
        }
        const written = await putRow(table, row ?? null, made)
        if (written === 'unclear') isUnclear = true
        if (typeof written === 'string') continue
        take([written])
        show(freshness)
        const content = held.get(written.id)?.content
        if (content) return { state: 'saved', content }
      }
      return { state: 'unsaved', because: 'fault', requestId: null, inDoubt: isUnclear }
    } catch (fault) {
      if (!(fault instanceof GraphFault)) throw fault
      return {
        state: 'unsaved',
        because: stateOf(fault),
        requestId: fault.requestId,
        inDoubt: isUnclear || fault.unclear,
      }
    }
  }

  /** One after the other: the next is decided on what the last one made. */
  function submitAs(author: Author, command: Command, seen?: Content): Promise<Kept<Content>> {
    const next = submitting.then(() => write(author, command, seen))
    submitting = next.catch(() => undefined)
    return next
  }

  function unsaved(inDoubt: boolean): Kept<Content> {
    const because = freshness.state === 'loading' || freshness.state === 'fresh' ? 'fault' : freshness.state
    return { state: 'unsaved', because, requestId: freshness.state === 'fault' ? freshness.requestId : null, inDoubt }
  }

  turns.start()

  return {
    values: () => values,
    freshness: () => freshness,
    problems: () => [...held.values()].flatMap(({ problems }) => problems),
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    submit: (command, seen) => submitAs({ person, as: options.as?.() ?? 'member' }, command, seen),
    submitAs,
    setVisible: (next) => turns.setVisible(next, freshness.state !== 'throttled'),
    close() {
      turns.close()
      listeners.clear()
    },
  }
}

/** The row as it then is; 'again' where somebody else came first, 'unclear' where no answer came. */
export async function putRow(
  table: Table,
  row: StoredRow | null,
  values: KeyedValues,
): Promise<StoredRow | 'again' | 'unclear'> {
  if (!row) {
    const appended = await table.append(values)
    if (appended.state === 'refused') throw appended.fault
    // One that is there may be another author's: it is looked at again.
    return appended.state === 'made' ? appended.row : 'again'
  }
  try {
    const patched = await table.patch(row, values)
    return typeof patched === 'string' ? 'again' : patched
  } catch (fault) {
    if (fault instanceof GraphFault && fault.unclear) return 'unclear'
    throw fault
  }
}

/** @param known as it was before: delta leaves out who made a row */
export function readHeld<Content extends object>(
  kind: { readonly list: List; readonly parse: (cells: Cells, key: string) => Content | null },
  row: StoredRow,
  known: Held<Content> | undefined,
): Held<Content> {
  const problems: RowProblem[] = []
  const cells = readCells(row, kind.list, problems)
  const key = cells.text('Key')
  const { version, modifiedAt } = row
  // It never changes.
  const createdBy = row.createdBy || (known?.createdBy ?? '')
  const createdAt = row.createdAt || (known?.createdAt ?? '')
  if (key === '') cells.problem('Key', 'keyMissing')
  const content = key === '' ? null : kind.parse(cells, key)
  return {
    key,
    version,
    createdBy,
    createdAt,
    content: content && { ...content, version, createdBy, createdAt, modifiedAt },
    problems,
  }
}

/** Of two with one key the first stands. */
function valuesOf<Content>(rows: Iterable<Held<Content>>): ReadonlyMap<string, Content & Stored> {
  const values = new Map<string, Content & Stored>()
  for (const { key, content } of rows) if (content && !values.has(key)) values.set(key, content)
  return values
}

function refused(code: 'rowBroken'): Extract<Kept<never>, { state: 'refused' }> {
  return { state: 'refused', refusal: { code } }
}
