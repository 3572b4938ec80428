/** The saved views of a register, their live counts, and the order of lines. Pure. */

import { COLOURS } from '../../domain/action.ts'
import type { Day } from '../../domain/day.ts'
import type { Row } from './rows.ts'

export const VIEWS = ['late', 'dueNext', 'waiting', 'open', 'all'] as const
export type View = (typeof VIEWS)[number]

export const COLUMNS = ['status', 'reference', 'details', 'next', 'owners', 'due', 'updated'] as const
export type Column = (typeof COLUMNS)[number]

/** Null: the order of the view itself. */
export type Sort = { readonly column: Column; readonly descending: boolean } | null

export function isInView(row: Row, view: View, nextMeeting: Day | null): boolean {
  switch (view) {
    case 'late':
      return row.late
    case 'dueNext':
      return row.open && !row.late && row.standing.rule !== 'WHITE' && isDueBefore(row, nextMeeting)
    case 'waiting':
      return row.open && row.standing.rule === 'WHITE'
    case 'open':
      return row.open
    case 'all':
      return true
  }
}

export function countViews(rows: readonly Row[], nextMeeting: Day | null): Readonly<Record<View, number>> {
  const counts = { late: 0, dueNext: 0, waiting: 0, open: 0, all: 0 }
  for (const row of rows) for (const view of VIEWS) if (isInView(row, view, nextMeeting)) counts[view] += 1
  return counts
}

/** Late and due: the most urgent first; the others as they are numbered. Rows come in the order of their references. */
export function sortRows(rows: readonly Row[], view: View, sort: Sort): readonly Row[] {
  if (sort === null) return view === 'late' || view === 'dueNext' ? rows.toSorted(byDue) : rows
  const sorted = sort.column === 'reference' ? [...rows] : rows.toSorted(COMPARE[sort.column])
  return sort.descending ? sorted.toReversed() : sorted
}

function isDueBefore(row: Row, nextMeeting: Day | null): boolean {
  if (row.action.due?.kind === 'nextMeeting') return true
  return nextMeeting !== null && row.dueDay !== null && row.dueDay <= nextMeeting
}

type Compare = (a: Row, b: Row) => number

const byText =
  (text: (row: Row) => string): Compare =>
  (a, b) => {
    const [left, right] = [text(a), text(b)]
    // What says nothing comes last.
    if (left === '' || right === '') return Number(left === '') - Number(right === '')
    return left < right ? -1 : left > right ? 1 : 0
  }

const byDue = byText((row) => row.dueDay ?? '')

const COMPARE: Readonly<Record<Exclude<Column, 'reference'>, Compare>> = {
  status: (a, b) => COLOURS.indexOf(a.standing.colour) - COLOURS.indexOf(b.standing.colour),
  details: byText((row) => row.action.details.toLowerCase()),
  next: byText((row) => row.next.toLowerCase()),
  owners: byText((row) => row.owners.toLowerCase()),
  due: byDue,
  updated: byText((row) => row.action.latest?.day ?? ''),
}
