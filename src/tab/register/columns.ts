/** Which columns a grid of some width has room for, and how wide they are. What is left out is in the panel. Pure. */

import { COLUMNS, type Column } from './views.ts'

/** Narrower than this, a column goes. */
const NEEDS: Readonly<Record<Column, number>> = {
  status: 0,
  reference: 0,
  details: 0,
  due: 0,
  owners: 600,
  next: 780,
  updated: 980,
}

const WIDTHS: Readonly<Record<Column, string>> = {
  status: '104px',
  reference: '60px',
  details: 'minmax(0, 5fr)',
  next: 'minmax(0, 3fr)',
  owners: 'minmax(96px, 1.6fr)',
  due: '148px',
  updated: '108px',
}

export function columnsFor(width: number): readonly Column[] {
  return COLUMNS.filter((column) => width >= NEEDS[column])
}

export function templateOf(columns: readonly Column[]): string {
  return columns.map((column) => WIDTHS[column]).join(' ')
}
