/**
 * All rows in the order of each column, so that sorting what is found is only walking. Pure. An order is made when it
 * is first asked for (or while nobody waits), and a change puts its few rows where they belong instead of sorting
 * again. What says nothing comes last, whichever way one sorts; rows that are equal stay as they are numbered.
 */

import { COLOURS, KINDS } from '../../domain/action.ts'
import { plainText } from '../../domain/passage.ts'
import type { Column, Scope, Sort } from '../../domain/view.ts'
import { fold, type Row, type RowSet } from './rows.ts'

export interface Orders {
  /** All rows in the ascending order of a column. */
  by(column: Column, set: RowSet): readonly Row[]
}

export function createOrders(): Orders {
  const made = new Map<Column, { readonly of: readonly Row[]; readonly rows: readonly Row[] }>()
  return {
    by(column, set) {
      const known = made.get(column)
      if (known?.of === set.rows) return known.rows
      const { change } = set
      const few = known && change && known.of === change.since && change.come.length <= set.rows.length / 8
      const rows = few
        ? insert(
            change.gone.size === 0 ? known.rows : known.rows.filter((row) => !change.gone.has(row)),
            change.come,
            KEYS[column],
          )
        : sortBy(set.rows, KEYS[column])
      made.set(column, { of: set.rows, rows })
      return rows
    },
  }
}

/** The order that a scope has by itself: where it is about time, the most urgent first. */
export function sortOf(scope: Scope, sort: Sort): NonNullable<Sort> {
  return sort ?? { column: scope === 'late' || scope === 'dueNext' ? 'due' : 'reference', descending: false }
}

/** Turns what stands in a column's ascending order; what says nothing stays last. */
export function turned(rows: readonly Row[], column: Column): readonly Row[] {
  const keyOf = KEYS[column]
  const empty = rows.findIndex((row) => isEmpty(keyOf(row)))
  return empty < 0 ? rows.toReversed() : [...rows.slice(0, empty).toReversed(), ...rows.slice(empty)]
}

/** What a press on a column's name makes of the order: up, down, and the view's own again. */
export function nextSort(now: Sort, column: Column): Sort {
  if (now?.column !== column) return { column, descending: false }
  return now.descending ? null : { column, descending: true }
}

type Key = string | number
type KeyOf = (row: Row) => Key

const folded = (text: string): string => fold(plainText(text).slice(0, 80))

const KEYS: Readonly<Record<Column, KeyOf>> = {
  status: (row) => COLOURS.indexOf(row.colour),
  reference: (row) => row.number,
  kind: (row) => KINDS.indexOf(row.action.kind),
  details: (row) => folded(row.action.details),
  next: (row) => folded(row.next),
  nextOwners: (row) => folded(row.nextOwners),
  owners: (row) => folded(row.owners),
  due: (row) => row.dueDay ?? '',
  // None is no figure to begin with.
  extensions: (row) => row.action.extensions.length || Number.POSITIVE_INFINITY,
  meeting: (row) => (row.meeting.startsWith('@') ? '' : row.meeting),
  created: (row) => row.created,
  updated: (row) => row.action.latest?.day ?? '',
}

function isEmpty(key: Key): boolean {
  return key === '' || key === Number.POSITIVE_INFINITY
}

function compare(a: Key, b: Key, left: Row, right: Row): number {
  if (a !== b) {
    if (a === '') return 1
    if (b === '') return -1
    return a < b ? -1 : 1
  }
  if (left.number !== right.number) return left.number - right.number
  const [one, other] = [left.action, right.action]
  if (one.reference !== other.reference) return one.reference < other.reference ? -1 : 1
  return one.id < other.id ? -1 : one.id > other.id ? 1 : 0
}

function sortBy(rows: readonly Row[], keyOf: KeyOf): readonly Row[] {
  return rows
    .map((row) => ({ row, key: keyOf(row) }))
    .toSorted((a, b) => compare(a.key, b.key, a.row, b.row))
    .map(({ row }) => row)
}

function insert(sorted: readonly Row[], come: readonly Row[], keyOf: KeyOf): readonly Row[] {
  if (come.length === 0) return sorted
  const rows: Row[] = []
  let from = 0
  for (const row of sortBy(come, keyOf)) {
    const to = placeOf(row, sorted, from, keyOf)
    for (; from < to; from += 1) rows.push(sorted[from] as Row)
    rows.push(row)
  }
  for (; from < sorted.length; from += 1) rows.push(sorted[from] as Row)
  return rows
}

/** Where a row belongs among those from an index on. */
function placeOf(row: Row, sorted: readonly Row[], from: number, keyOf: KeyOf): number {
  const key = keyOf(row)
  let [low, high] = [from, sorted.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    const other = sorted[middle] as Row
    if (compare(keyOf(other), key, other, row) < 0) low = middle + 1
    else high = middle
  }
  return low
}
