/**
 * Items as they are kept: rows with their history, and what changed since when. Every change takes the list's next
 * sequence number; a page of a query is read as of the sequence its first page saw, and a delta is whatever has a
 * later one. Fields are checked before they come here.
 */

import { randomUUID } from 'node:crypto'
import type { SQLInputValue } from 'node:sqlite'
import type { Database } from '../../sqlite.ts'
import { isUniqueViolation, type List, type Stamp } from './lists.ts'
import { duplicateValue, itemNotFound } from '../refusal.ts'
import type { Column } from './column.ts'
import { after, orderSql, selectItems, type Asked, type Selection } from './selection.ts'

export type Fields = Readonly<Record<string, unknown>>

export interface Item {
  readonly id: number
  readonly guid: string
  readonly version: number
  readonly sequence: number
  readonly fields: Fields
  readonly created: string
  /** Identity sets, as JSON text. */
  readonly createdBy: string
  readonly modified: string
  readonly modifiedBy: string
}

/** Where the next page of a query begins. */
export interface Position {
  /** The sequence that the first page saw. */
  readonly as: number
  readonly key: SQLInputValue
  readonly id: number
}

/** Where a delta begins or goes on; `upTo` only within one round. */
export interface DeltaPosition {
  readonly since: number
  readonly upTo?: number
}

export type Change = { readonly item: Item } | { readonly deleted: number }

export interface Items {
  find(list: List, id: number): Item | undefined
  /** Throws what SharePoint answers when indexes don't carry the question. */
  select(list: List, columns: readonly Column[], asked: Asked): Selection
  page(
    list: List,
    selection: Selection,
    from: Position | undefined,
    size: number,
  ): { items: Item[]; next: Position | undefined }
  create(list: List, fields: Fields, stamp: Stamp): Item
  update(list: List, item: Item, fields: Fields, stamp: Stamp): Item
  remove(list: List, item: Item): void
  /** Newest first, the present one included. */
  versions(list: List, id: number): Item[]
  latest(list: List): DeltaPosition
  /** Undefined when the changes since then can't be told any more. */
  delta(
    list: List,
    from: DeltaPosition,
    size: number,
  ): { changes: Change[]; next: DeltaPosition; complete: boolean } | undefined
  /** Many rows at once, for demonstrations and measurements. */
  seed(list: List, rows: Iterable<Fields>, stamp: Stamp): number
}

const COLUMNS = 'id, guid, version, sequence, fields, created, createdBy, modified, modifiedBy'
/** Changes back to which deletions are remembered; SharePoint's own tokens go stale too. */
const REMEMBERED = 100_000

export function openItems(database: Database, remembered = REMEMBERED): Items {
  const nextSequence = (list: List): number => {
    const [row] = database.all<{ sequence: number }>(
      'UPDATE lists SET sequence = sequence + 1 WHERE pk = ? RETURNING sequence',
      list.pk,
    )
    if (!row) throw itemNotFound()
    return row.sequence
  }

  const insert = (list: List, fields: Fields, { at, by }: Stamp): Item => {
    const [row] = database.all<{ id: number; sequence: number }>(
      `UPDATE lists SET sequence = sequence + 1, nextItem = nextItem + 1 WHERE pk = ?
       RETURNING nextItem - 1 AS id, sequence`,
      list.pk,
    )
    if (!row) throw itemNotFound()
    const { id, sequence } = row
    const guid = randomUUID()
    database.run(
      `INSERT INTO items (list, ${COLUMNS}) VALUES (?, ?, ?, 1, ?, ?, ?, ?, ?, ?)`,
      list.pk,
      id,
      guid,
      sequence,
      JSON.stringify(fields),
      at,
      by,
      at,
      by,
    )
    return { id, guid, version: 1, sequence, fields, created: at, createdBy: by, modified: at, modifiedBy: by }
  }

  const archive = (list: List, item: Item, until: number): void => {
    database.run(
      `INSERT INTO history (list, ${COLUMNS}, until) SELECT list, ${COLUMNS}, ? FROM items WHERE list = ? AND id = ?`,
      until,
      list.pk,
      item.id,
    )
  }

  const sequenceOf = (list: List): { sequence: number; floor: number } => {
    const [row] = database.all<{ sequence: number; floor: number }>(
      'SELECT sequence, floor FROM lists WHERE pk = ?',
      list.pk,
    )
    if (!row) throw itemNotFound()
    return row
  }

  return {
    find(list, id) {
      const [row] = database.all<ItemRow>(`SELECT ${COLUMNS} FROM items WHERE list = ? AND id = ?`, list.pk, id)
      return row ? fromRow(row) : undefined
    },

    select: (list, columns, asked) => selectItems(database, list, columns, asked),

    page(list, selection, from, size) {
      const as = from?.as ?? sequenceOf(list).sequence
      const { condition } = selection
      const begin = from ? after(selection, from.key, from.id) : { text: 'TRUE', values: [] }
      const key = selection.key ?? 'id'
      // The unary plus keeps the sequence's own index out of a query that the field's index should carry. The list's
      // number stands in the text because an index of one list's field is only considered when it does.
      const where = `list = ${list.pk} AND +sequence <= ? AND ${condition.text} AND ${begin.text}`
      const values = [as, ...condition.values, ...begin.values]
      const order = orderSql(selection)
      const rows = database.all<ItemRow & { sortKey: SQLInputValue }>(
        `SELECT ${COLUMNS}, ${key} AS sortKey FROM items WHERE ${where} ORDER BY ${order} LIMIT ?`,
        ...values,
        size + 1,
      )
      // What has changed since the first page is shown as it was then.
      const past = database.all<ItemRow & { sortKey: SQLInputValue }>(
        `SELECT ${COLUMNS}, ${key} AS sortKey FROM history WHERE until > ? AND ${where} ORDER BY ${order} LIMIT ?`,
        as,
        ...values,
        size + 1,
      )
      const merged = past.length === 0 ? rows : merge(rows, past, selection)
      const shown = merged.slice(0, size)
      const last = shown.at(-1)
      const next = merged.length > size && last ? { as, key: last.sortKey, id: last.id } : undefined
      return { items: shown.map(fromRow), next }
    },

    create: (list, fields, stamp) => database.transaction(() => uniquely(() => insert(list, fields, stamp))),

    update: (list, item, fields, { at, by }) =>
      database.transaction(() =>
        uniquely(() => {
          const sequence = nextSequence(list)
          archive(list, item, sequence)
          const version = item.version + 1
          database.run(
            `UPDATE items SET version = ?, sequence = ?, fields = ?, modified = ?, modifiedBy = ?
             WHERE list = ? AND id = ?`,
            version,
            sequence,
            JSON.stringify(fields),
            at,
            by,
            list.pk,
            item.id,
          )
          return { ...item, version, sequence, fields, modified: at, modifiedBy: by }
        }),
      ),

    remove: (list, item) =>
      database.transaction(() => {
        const sequence = nextSequence(list)
        archive(list, item, sequence)
        database.run('DELETE FROM items WHERE list = ? AND id = ?', list.pk, item.id)
        database.run('INSERT INTO tombstones (list, id, sequence) VALUES (?, ?, ?)', list.pk, item.id, sequence)
        forgetDeletions(database, list, sequence - remembered)
      }),

    versions: (list, id) =>
      database
        .all<ItemRow>(
          `SELECT ${COLUMNS} FROM items WHERE list = ?1 AND id = ?2
           UNION ALL SELECT ${COLUMNS} FROM history WHERE list = ?1 AND id = ?2 ORDER BY version DESC`,
          list.pk,
          id,
        )
        .map(fromRow),

    latest: (list) => ({ since: sequenceOf(list).sequence }),

    delta(list, from, size) {
      const { sequence, floor } = sequenceOf(list)
      if (from.since > 0 && from.since < floor) return undefined
      const upTo = from.upTo ?? sequence
      // An item that changes during the round gets a later sequence than `upTo`: the next round tells of it.
      const changed = database.all<ItemRow>(
        `SELECT ${COLUMNS} FROM items WHERE list = ? AND sequence > ? AND sequence <= ? ORDER BY sequence LIMIT ?`,
        list.pk,
        from.since,
        upTo,
        size + 1,
      )
      // Who starts from nothing has nothing to delete.
      const deleted =
        from.since === 0
          ? []
          : database.all<{ id: number; sequence: number }>(
              `SELECT id, sequence FROM tombstones WHERE list = ? AND sequence > ? AND sequence <= ?
               ORDER BY sequence LIMIT ?`,
              list.pk,
              from.since,
              upTo,
              size + 1,
            )
      const all = [
        ...changed.map((row) => ({ at: row.sequence, change: { item: fromRow(row) } as Change })),
        ...deleted.map((row) => ({ at: row.sequence, change: { deleted: row.id } as Change })),
      ].toSorted((a, b) => a.at - b.at)
      const shown = all.slice(0, size)
      const complete = all.length <= size
      const next = complete ? { since: upTo } : { since: shown.at(-1)?.at ?? upTo, upTo }
      return { changes: shown.map((one) => one.change), next, complete }
    },

    seed: (list, rows, stamp) =>
      database.transaction(() => {
        let count = 0
        for (const fields of rows) {
          uniquely(() => insert(list, fields, stamp))
          count += 1
        }
        return count
      }),
  }
}

interface ItemRow extends Omit<Item, 'fields'> {
  readonly fields: string
}

function fromRow(row: ItemRow): Item {
  const { id, guid, version, sequence, created, createdBy, modified, modifiedBy } = row
  const fields = JSON.parse(row.fields) as Fields
  return { id, guid, version, sequence, fields, created, createdBy, modified, modifiedBy }
}

function uniquely<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (isUniqueViolation(error)) throw duplicateValue()
    throw error
  }
}

/** Joins two lists that are in order already. */
function merge<T extends { id: number; sortKey: SQLInputValue }>(a: T[], b: T[], selection: Selection): T[] {
  const direction = selection.descending ? -1 : 1
  const byId = selection.key === undefined || selection.key === 'id'
  return [...a, ...b].toSorted((x, y) => {
    if (byId) return direction * (x.id - y.id)
    return direction * compareKeys(x.sortKey, y.sortKey) || x.id - y.id
  })
}

/** As the database compares: nothing first, numbers next, text without regard to the case of A to Z. */
function compareKeys(x: SQLInputValue, y: SQLInputValue): number {
  if (x === null || y === null) return Number(x !== null) - Number(y !== null)
  if (typeof x === 'number' && typeof y === 'number') return x - y
  if (typeof x !== 'string' || typeof y !== 'string') return typeof x === 'string' ? 1 : -1
  return Buffer.compare(Buffer.from(foldAscii(x)), Buffer.from(foldAscii(y)))
}

function foldAscii(text: string): string {
  return text.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase())
}

/** A delta from before a forgotten deletion could not tell of it: from now on it has to start again. */
function forgetDeletions(database: Database, list: List, upTo: number): void {
  const forgotten = database.all<{ sequence: number }>(
    'DELETE FROM tombstones WHERE list = ? AND sequence <= ? RETURNING sequence',
    list.pk,
    upTo,
  )
  if (forgotten.length === 0) return
  database.run('UPDATE lists SET floor = ? WHERE pk = ?', Math.max(...forgotten.map((one) => one.sequence)), list.pk)
}
