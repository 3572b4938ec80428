/** Which columns a grid of some width has room for, and how wide they are. What is left out is in the panel. Pure. */

import type { Language } from '../../words/words.ts'
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

const NARROW_WIDTHS = { status: '86px', reference: '54px' } as const

/** "5 weeks late" is longer in Welsh, and its last word is the one that counts. */
const NARROW_DUE: Readonly<Record<Language, string>> = { en: '116px', cy: '140px' }

export function columnsFor(width: number): readonly Column[] {
  return COLUMNS.filter((column) => width >= NEEDS[column])
}

export function templateOf(columns: readonly Column[], language: Language): string {
  const widths = isNarrow(columns) ? { ...WIDTHS, ...NARROW_WIDTHS, due: NARROW_DUE[language] } : WIDTHS
  return columns.map((column) => widths[column]).join(' ')
}

/** Beside a panel: what is to be done needs the room. */
export function isNarrow(columns: readonly Column[]): boolean {
  return !columns.includes('owners')
}
