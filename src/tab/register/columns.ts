/** Which of a view's columns a grid of some width has room for, and how wide they are. What is left out is in the panel. Pure. */

import { COLUMNS, type Column } from '../../domain/view.ts'
import type { Language } from '../../words/words.ts'

/** In px: what a column takes at least. */
const LEAST: Readonly<Record<Column, number>> = {
  status: 112,
  reference: 54,
  kind: 132,
  details: 250,
  next: 180,
  nextOwners: 104,
  owners: 96,
  due: 116,
  extensions: 72,
  meeting: 148,
  created: 104,
  updated: 108,
}

/** The last goes first. */
const NEED: readonly Column[] = [
  'status',
  'reference',
  'details',
  'due',
  'owners',
  'next',
  'updated',
  'nextOwners',
  'meeting',
  'kind',
  'extensions',
  'created',
]

const WIDTHS: Readonly<Record<Exclude<Column, 'due'>, string>> = {
  status: '130px',
  reference: '60px',
  kind: '144px',
  details: 'minmax(0, 5fr)',
  next: 'minmax(0, 3fr)',
  nextOwners: 'minmax(104px, 1.2fr)',
  owners: 'minmax(96px, 1.6fr)',
  extensions: '84px',
  meeting: '168px',
  created: '112px',
  updated: '116px',
}

/** "5 weeks late" is longer in Welsh, and its last word is the one that counts. */
const DUE: Readonly<Record<Language, string>> = { en: '148px', cy: '176px' }
const NARROW_DUE: Readonly<Record<Language, string>> = { en: '116px', cy: '164px' }

const NARROW_WIDTHS = { status: '112px', reference: '54px' } as const

/** In the order of the grid: as many of the columns as there is room for, the needed ones first. */
export function columnsFor(width: number, chosen: readonly Column[]): readonly Column[] {
  const shown = new Set<Column>()
  let taken = 0
  for (const column of NEED) {
    if (!chosen.includes(column)) continue
    taken += LEAST[column]
    if (taken > width && NEED.indexOf(column) > NEED.indexOf('due')) break
    shown.add(column)
  }
  return COLUMNS.filter((column) => shown.has(column))
}

export function templateOf(columns: readonly Column[], language: Language): string {
  const widths = isNarrow(columns)
    ? { ...WIDTHS, ...NARROW_WIDTHS, due: NARROW_DUE[language] }
    : { ...WIDTHS, due: DUE[language] }
  return columns.map((column) => widths[column]).join(' ')
}

/** Beside a panel: what is to be done needs the room. */
export function isNarrow(columns: readonly Column[]): boolean {
  return !columns.includes('owners') && !columns.includes('next')
}
