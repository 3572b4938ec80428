/**
 * Which column of a table is what: by its heading, in both languages, or without headings by what stands in it.
 * Only proposes: the person sees it and may say otherwise.
 *
 *   No | Details | Update | Owner  →  reference, details, update, owner
 */

import { parseReference } from '../domain/reference.ts'
import { startsWithDay } from './dates.ts'
import type { Row, Table } from './table.ts'
import { foldText } from './text.ts'

export const COLUMNS = ['reference', 'details', 'update', 'owner', 'due', 'status', 'ignore'] as const
export type Column = (typeof COLUMNS)[number]

/** What a column was recognised by. */
export type Certainty = 'words' | 'content' | 'none'

export interface RecognisedColumns {
  /** Row of the source; null where the table has no headings. */
  readonly headerRow: number | null
  readonly headings: readonly string[]
  readonly columns: readonly Column[]
  readonly certainty: readonly Certainty[]
}

/** Folded headings. What a heading is, is also found in its words: "Progress since last meeting". */
const HEADINGS: Readonly<Record<Exclude<Column, 'ignore'>, readonly string[]>> = {
  owner:
    'owner|owners|action owner|lead|leads|lead officer|lead force|action lead|responsible|responsibility|by whom|who|assigned to|allocated to|owner lead|force|person responsible|perchennog|perchnogion|arweinydd|cyfrifol|gan bwy'.split(
      '|',
    ),
  due: 'due|due date|date due|deadline|target date|target|by when|when|timescale|timescales|completion date|complete by|dyddiad cau|erbyn pryd|erbyn|dyddiad targed'.split(
    '|',
  ),
  status: 'status|rag|rag status|action status|state|open closed|brag|statws'.split('|'),
  update:
    'update|updates|latest update|progress|progress update|progress to date|comment|comments|commentary|notes|note|response|current position|position|update progress|outcome|diweddariad|diweddariadau|cynnydd|sylwadau|nodiadau'.split(
      '|',
    ),
  reference:
    'no|nos|number|num|nr|ref|ref no|reference|reference number|action no|action number|action ref|id|item|item no|serial|rhif|cyf|cyfeirnod|rhif y cam'.split(
      '|',
    ),
  details:
    'details|detail|action|actions|action details|action required|action point|description|task|issue|matter|subject|recommendation|recommendations|recommendations areas for improvement|manylion|disgrifiad|cam gweithredu|camau gweithredu|gweithred|gweithredoedd|tasg'.split(
      '|',
    ),
}

const EXACT = new Map<string, Column>(
  Object.entries(HEADINGS).flatMap(([column, words]) => words.map((each) => [each, column as Column] as const)),
)

/** In this order: an "action owner" is an owner, a "progress update" an update. */
const INSIDE: readonly (readonly [Column, RegExp])[] = [
  ['owner', /\b(?:owners?|lead|responsible|responsibility|assigned|perchennog)\b/u],
  ['due', /\b(?:due|deadline|target|timescales?|by when)\b/u],
  ['status', /\b(?:status|rag|statws)\b/u],
  ['update', /\b(?:updates?|progress|comments?|commentary|diweddariad|cynnydd)\b/u],
  ['reference', /\b(?:ref|reference|number|rhif)\b/u],
  ['details', /\b(?:actions?|details?|description|recommendations?|manylion)\b/u],
]

const HEADER_DEPTH = 40
const LONGEST_HEADING = 60

/** Proposes what each column is. `details` is in `columns` at least once, or the table holds no actions. */
export function recogniseColumns(table: Table): RecognisedColumns {
  for (const row of table.rows.slice(0, HEADER_DEPTH)) {
    const header = readHeader(row)
    if (header) return header
  }
  return fromContent(
    table,
    table.rows.reduce((most, row) => Math.max(most, row.cells.length), 0),
  )
}

/** The columns that a row of headings names, or null where it is none. */
export function readHeader(row: Row): RecognisedColumns | null {
  const filled = row.cells.filter((cell) => cell.text !== '')
  if (filled.length < 2 || filled.some((cell) => cell.text.length > LONGEST_HEADING)) return null
  const columns: Column[] = []
  const headings: string[] = []
  let exact = 0
  for (const { text } of row.cells) {
    const heading = foldText(text)
    const column = EXACT.get(heading) ?? (text.startsWith('#') ? 'reference' : columnInside(heading))
    const single = column === 'reference' || column === 'due' || column === 'status'
    if (EXACT.has(heading)) exact += 1
    columns.push(single && columns.includes(column) ? 'ignore' : column)
    headings.push(text.replaceAll('\n', ' '))
  }
  const known = new Set(columns.filter((column) => column !== 'ignore'))
  if (exact < 2 || known.size < 2 || !known.has('details')) return null
  return {
    headerRow: row.row,
    headings,
    columns,
    certainty: columns.map((column) => (column === 'ignore' ? 'none' : 'words')),
  }
}

function columnInside(heading: string): Column {
  if (heading === '') return 'ignore'
  return INSIDE.find(([, pattern]) => pattern.test(heading))?.[0] ?? 'ignore'
}

const SHARE = 0.6

function fromContent(table: Table, width: number): RecognisedColumns {
  const columns = Array.from({ length: width }, (): Column => 'ignore')
  const cellsOf = (index: number): string[] =>
    table.rows.map((row) => row.cells[index]?.text ?? '').filter((text) => text !== '')
  const share = (index: number, holds: (text: string) => boolean): number => {
    const cells = cellsOf(index)
    return cells.length === 0 ? 0 : cells.filter(holds).length / cells.length
  }
  const lengthOf = (index: number): number => {
    const cells = cellsOf(index)
    return cells.reduce((sum, text) => sum + text.length, 0) / Math.max(1, cells.length)
  }
  const free = (): number[] => columns.flatMap((column, index) => (column === 'ignore' ? [index] : []))

  const reference = free().find((index) => share(index, (text) => parseReference(text) !== null) >= SHARE)
  if (reference !== undefined) columns[reference] = 'reference'
  for (const index of free())
    if (share(index, startsWithDay) >= SHARE && lengthOf(index) > 20) columns[index] = 'update'
  const longest = free().toSorted((a, b) => lengthOf(b) - lengthOf(a))[0]
  // Without a numbered column, or dated words, a table of short cells is anybody's: it is no tracker.
  if (longest !== undefined && (reference !== undefined || columns.includes('update'))) columns[longest] = 'details'
  const short = free().filter((index) => cellsOf(index).length > 0 && lengthOf(index) <= 40)
  if (columns.includes('details') && short.length > 0) columns[short.at(-1) ?? 0] = 'owner'
  return {
    headerRow: null,
    headings: Array.from({ length: width }, () => ''),
    columns,
    certainty: columns.map((column) => (column === 'ignore' ? 'none' : 'content')),
  }
}
