/**
 * From all rows to those that a view shows, in its order: orders → scope and facets → direction → words. Each step is
 * done again only where what it reads has changed; typing does the last one alone. Pure, and made once for a register.
 */

import type { GridView } from '../../domain/view.ts'
import { createSearch, narrowRows } from './facets.ts'
import { createOrders, sortOf, turned } from './orders.ts'
import type { Row, RowSet } from './rows.ts'

export interface Pipeline {
  /** The rows of a view, in its order; the same list while neither has changed. */
  rowsOf(set: RowSet, view: GridView): readonly Row[]
  /** Does piece by piece, for whoever has time between them, what a first key or a usual order would have to wait for. */
  prepare(set: RowSet): Generator<void>
}

/** Rows whose texts are folded in one go: a millisecond on a slow computer. */
const PIECE = 1000

export function createPipeline(): Pipeline {
  const orders = createOrders()
  const search = createSearch()
  let last: { readonly basis: readonly unknown[]; readonly rows: readonly Row[] } | null = null

  const narrowed = (set: RowSet, { scope, facets, sort }: GridView): readonly Row[] => {
    const { column, descending } = sortOf(scope, sort)
    const basis = [set, scope, facets, column, descending]
    if (last && basis.every((each, index) => each === last?.basis[index])) return last.rows
    const rows = narrowRows(orders.by(column, set), { scope, facets })
    last = { basis, rows: descending ? turned(rows, column) : rows }
    return last.rows
  }
  return {
    rowsOf: (set, view) => search(narrowed(set, view), view.words),
    *prepare(set) {
      let made = 0
      for (const row of set.rows) if (row.searched === '' || ++made % PIECE === 0) yield
      for (const column of ['due', 'updated'] as const) {
        orders.by(column, set)
        yield
      }
    },
  }
}
