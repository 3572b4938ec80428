/**
 * Which column of a table is what: by its heading, in both languages, or without headings by what stands in it.
 * Only proposes: the person sees it and may say otherwise.
 *
 *   No | Details | Update | Owner  →  reference, details, update, owner
 */

import { parseReference } from '../domain/reference.ts'
import { lastDayIn, readDay, startsWithDay } from './dates.ts'
import type { Row, Table } from './table.ts'
import { foldText } from './text.ts'

export const COLUMNS = ['reference', 'details', 'update', 'day', 'owner', 'due', 'status', 'ended', 'ignore'] as const
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
const HEADINGS: Readonly<Record<Exclude<Column, 'ignore'>, string>> = {
  owner:
    'owner|owners|owner s|action owner|action owner s|lead|leads|lead officer|lead force|lead agency|action lead|lead owner|owner lead|responsible|responsibility|resp|by whom|by who|who by|action by|actioned by|for action by|action for|owned by|led by|who|whom|assigned to|assignee|allocated|allocated to|allocation|force|person responsible|responsible officer|responsible person|officer|initials|sro|sponsor|perchennog|perchnogion|arweinydd|cyfrifol|gan bwy',
  due: 'due|due by|due date|date due|deadline|target|target date|target completion|target completion date|by when|when|timescale|timescales|timeframe|completion date|expected completion|completion due|complete by|to be completed by|review date|date for completion|dyddiad cau|erbyn pryd|erbyn|dyddiad targed',
  status:
    'status|rag|rag status|brag|brag status|action status|state|open closed|open or closed|closed y n|complete y n|completed y n|complete|completed|closed|done|statws',
  ended:
    'date completed|date closed|closed date|date of completion|date discharged|closed on|completed on|date of closure|closure date|date complete|actual completion date|dyddiad cwblhau',
  day: 'date|date of update|update date|date updated|last updated|date of last update|last update date|updated|updated on|dyddiad|dyddiad y diweddariad',
  update:
    'update|updates|latest update|progress|progress update|progress updates|progress to date|comment|comments|commentary|notes|note|response|responses|current position|latest position|position|update progress|update comments|progress comments|outcome|outcomes|action taken|actions taken|result|narrative|remarks|diweddariad|diweddariadau|cynnydd|sylwadau|nodiadau',
  reference:
    'no|nos|number|num|nr|ref|refs|ref no|ref number|reference|reference number|reference no|action no|action number|action ref|action reference|action id|unique ref|urn|id|item|item no|item number|rec|rec no|serial|serial no|s no|minute ref|rhif|cyf|cyfeirnod|rhif y cam',
  details:
    'details|detail|action|actions|action s|action details|action description|action required|actions required|action agreed|actions agreed|agreed action|agreed actions|action point|action points|action item|actions arising|key action|key actions|description|summary|task|tasks|issue|issues|matter|matters arising|subject|topic|objective|what|what needs to be done|activity|recommendation|recommendations|recommendations areas for improvement|area for improvement|areas for improvement|manylion|disgrifiad|cam gweithredu|camau gweithredu|gweithred|gweithredoedd|tasg',
}

const EXACT = new Map<string, Column>(
  Object.entries(HEADINGS).flatMap(([column, words]) =>
    words.split('|').map((each) => [each, column as Column] as const),
  ),
)

/** In this order: an "action owner" is an owner, the "date of the update" a day, a "progress update" an update. */
const INSIDE: readonly (readonly [Column, RegExp])[] = [
  [
    'ignore',
    /\b(?:date|day|when)\b.*\b(?:assigned|allocated|issued)\b|\b(?:assigned|allocated|issued)\b.*\b(?:date|on)\b/u,
  ],
  ['owner', /\b(?:owners?|lead|responsible|responsibility|assigned|allocated|by whom?|perchennog)\b/u],
  ['ignore', /\b(?:raised|created|opened|added|identified)\b/u],
  ['ended', /\bdate\b.*\b(?:completed?|closed|discharged)\b|\b(?:completed|closed|discharged)\b.*\bdate\b/u],
  ['due', /\b(?:due|deadline|target|timescales?|timeframe|by when)\b/u],
  ['day', /\bdate\b.*\bupdated?\b|\bupdated?\b.*\bdate\b/u],
  ['update', /\b(?:updates?|progress|comments?|commentary|notes|diweddariad|cynnydd)\b/u],
  ['status', /\b(?:status|b?rag|statws)\b/u],
  ['reference', /\b(?:ref|reference|number|no|rhif)\b/u],
  ['details', /\b(?:actions?|details?|description|recommendations?|manylion)\b/u],
]

const HEADER_DEPTH = 40
const LONGEST_HEADING = 60

/** Proposes what each column is. `details` is in `columns` at least once, or the table holds no actions. */
export function recogniseColumns(table: Table): RecognisedColumns {
  for (const [index, row] of table.rows.slice(0, HEADER_DEPTH).entries()) {
    const header = readHeader(row)
    if (!header) continue
    const below = table.rows.slice(index + 1)
    const next = below.findIndex((each) => isOther(readHeader(each), header))
    return completeColumns(header, next === -1 ? below : below.slice(0, next))
  }
  return fromContent(
    table,
    table.rows.reduce((most, row) => Math.max(most, row.cells.length), 0),
  )
}

function isOther(found: RecognisedColumns | null, header: RecognisedColumns): boolean {
  return found !== null && found.headings.join('\t') !== header.headings.join('\t')
}

/** The columns that a row of headings names, or null where it is none. */
export function readHeader(row: Row): RecognisedColumns | null {
  const filled = row.cells.filter((cell) => cell.text !== '')
  if (filled.length < 2 || filled.some((cell) => cell.text.length > LONGEST_HEADING)) return null
  const columns: Column[] = []
  const headings: string[] = []
  let exact = 0
  const days = new Set<number>()
  for (const { text } of row.cells) {
    const heading = foldText(text)
    const named = columnOf(text, heading)
    // A date before the action is the day it was raised on.
    const column =
      named === 'day' && /^(?:date|dyddiad)$/u.test(heading) && !columns.includes('details') ? 'ignore' : named
    // A revised due stands beside the first one, and both are told.
    const single = column !== 'details' && column !== 'update' && column !== 'owner' && !REVISED.test(heading)
    if (EXACT.has(heading) || inBothLanguages(text)) exact += 1
    if (isDayOfHeading(text)) days.add(columns.length)
    columns.push(single && columns.includes(column) ? 'ignore' : column)
    headings.push(text.replaceAll('\n', ' '))
  }
  keepLatestStatus(columns, headings)
  const known = new Set(columns.filter((column, index) => column !== 'ignore' && !days.has(index)))
  // Three known headings are no row of an action, even if none of them says what is to be done.
  if (exact < 2 || known.size < 2 || (!known.has('details') && exact < 3)) return null
  return {
    headerRow: row.row,
    headings,
    columns,
    certainty: columns.map((column) => (column === 'ignore' ? 'none' : 'words')),
  }
}

const REVISED = /^(?:revised|extended|new|current|latest)\b.*\b(?:due|date|deadline|target|timescale)\b/u

/** "Status at 5/3/20", "Status at 4/6/20": the latest is the status, and the others are history. */
function keepLatestStatus(columns: Column[], headings: readonly string[]): void {
  const dated = headings.flatMap((heading, index) => {
    const day = columnInside(foldText(heading)) === 'status' ? lastDayIn(heading, null) : null
    return day === null ? [] : [{ index, day }]
  })
  const latest = dated.reduce((a, b) => (b.day > a.day ? b : a), dated[0] ?? { index: -1, day: '' })
  if (dated.length < 2) return
  for (const { index } of dated) columns[index] = index === latest.index ? 'status' : 'update'
}

function columnOf(text: string, heading: string): Column {
  if (/^#|#\s*$/u.test(text)) return 'reference'
  const exact = EXACT.get(heading) ?? inBothLanguages(text)
  if (exact) return exact
  // A column a meeting, named by its day: what stands in it was said on that day.
  if (isDayOfHeading(text)) return 'update'
  return columnInside(heading)
}

/** "Perchennog / Owner": both languages, or two words for one thing. */
function inBothLanguages(text: string): Column | null {
  const columns = new Set(text.split(/[/|\n()]|\s[–-]\s/u).flatMap((piece) => EXACT.get(foldText(piece)) ?? []))
  const [column = null] = columns
  return columns.size === 1 && /[/|\n(–-]/u.test(text) ? column : null
}

/** "5/3/2020", "March 2020". */
function isDayOfHeading(text: string): boolean {
  const reading = readDay(text)
  return reading.day !== null || reading.meant !== null
}

function columnInside(heading: string): Column {
  if (heading === '') return 'ignore'
  return INSIDE.find(([, pattern]) => pattern.test(heading))?.[0] ?? 'ignore'
}

/** What numbers a row, in any log: `7`, `7a.`, `A12`, `SGG-07`, `QP/24/01`, `3/19`, `4.2.1`, `23/24-05`. */
const NUMBERISH =
  /^\s*#?(?:\d{1,4}[a-z]?[.)]?|(?:[a-z]{1,6}[ /.-]){0,2}[a-z]{1,6}[ /.-]?\d{1,4}(?:[/.-]\d{1,4}){0,2}[a-z]?|\d{1,4}[/.-]\d{1,4}[a-z]?|\d{2}\/\d{2}-\d{1,4}|\d\.\d{1,2}\.\d{1,2})\s*$/iu
const SHARE = 0.6
const SAMPLE = 400

export function isNumberish(text: string): boolean {
  return NUMBERISH.test(text) && readDay(text).day === null
}

/** Texts of a column, and what most of them are. */
function sampleOf(rows: readonly Row[], index: number): { count: number; length: number; share: Share } {
  const texts = rows.slice(0, SAMPLE).flatMap((row) => row.cells[index]?.text || [])
  return {
    count: texts.length,
    length: texts.reduce((sum, text) => sum + text.length, 0) / Math.max(1, texts.length),
    share: (holds) => texts.length > 0 && texts.filter(holds).length / texts.length >= SHARE,
  }
}
type Share = (holds: (text: string) => boolean) => boolean

/**
 * Columns without a heading by what stands in them: a heading over two columns names the first, which then holds the
 * numbers; pages of a torn table lose one. A "status" of whole sentences is an update.
 *
 * @param rows those below the headings
 */
export function completeColumns(header: RecognisedColumns, rows: readonly Row[]): RecognisedColumns {
  // A line without separators in a text is prose.
  const body = rows.slice(0, SAMPLE).filter((row) => row.cells.length > 1 && readHeader(row) === null)
  const { headings } = header
  const columns = [...header.columns]
  const certainty = [...header.certainty]
  const put = (index: number, column: Column): void => {
    columns[index] = column
    certainty[index] = 'content'
  }
  for (const [index, column] of columns.entries()) {
    const { count, length, share } = sampleOf(body, index)
    if (column === 'status' && share(isDayish) && length <= 20 && !columns.includes('ended')) put(index, 'ended')
    if (column === 'status' && !columns.includes('update') && length > LONGEST_STATUS) put(index, 'update')
    if (column !== 'ignore' || count === 0) continue
    // Whom, or when: what stands in it says which.
    const by = foldText(headings[index] ?? '') === 'by' ? (share(isDayish) ? 'due' : 'owner') : null
    if (by && !columns.includes(by)) put(index, by)
    if (headings[index] !== '') continue
    const left = columns[index - 1]
    if (left === 'details' && !columns.includes('reference') && sampleOf(body, index - 1).share(isNumberish)) {
      put(index - 1, 'reference')
      put(index, 'details')
    } else if (!columns.includes('reference') && share(isNumberish)) put(index, 'reference')
    else if (!columns.includes('update') && share(startsWithDay) && length > 20) put(index, 'update')
    else if (left === 'details' && length > 20) put(index, 'details')
    else if (!columns.includes('owner') && length <= 40 && share((text) => /^\p{Lu}/u.test(text) && !isNumberish(text)))
      put(index, 'owner')
  }
  if (!columns.includes('details')) {
    const lengths = columns.map((column, index) => (column === 'ignore' ? sampleOf(body, index).length : 0))
    const longest = Math.max(...lengths)
    if (longest > 20) put(lengths.indexOf(longest), 'details')
  }
  return { ...header, columns, certainty }
}

const LONGEST_STATUS = 45
const SHORTEST_DETAILS = 30

/** A day or a month. */
function isDayish(text: string): boolean {
  return startsWithDay(text) || isDayOfHeading(text)
}

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

  const isNumbered = (index: number): boolean =>
    share(index, (text) => parseReference(text) !== null) >= SHARE ||
    // Numbers alone are anybody's, unless they count the rows.
    (table.rows.length > 2 &&
      share(index, isNumberish) >= 0.9 &&
      new Set(cellsOf(index)).size === cellsOf(index).length)
  const reference = free().find(isNumbered)
  if (reference !== undefined) columns[reference] = 'reference'
  for (const index of free())
    if (share(index, startsWithDay) >= SHARE && lengthOf(index) > 20) columns[index] = 'update'
  const longest = free().toSorted((a, b) => lengthOf(b) - lengthOf(a))[0]
  // Without a numbered column, or dated words, a table of short cells is anybody's: it is no tracker.
  if (longest !== undefined && (reference !== undefined || columns.includes('update'))) columns[longest] = 'details'
  // Numbers and titles, and nothing else, are a table of contents.
  const others = free().some((index) => cellsOf(index).length > 0)
  if (longest !== undefined && !columns.includes('update') && !others && lengthOf(longest) < SHORTEST_DETAILS) {
    columns.fill('ignore')
  }
  const dated = free().find((index) => share(index, startsWithDay) >= SHARE && lengthOf(index) <= 20)
  if (columns.includes('details') && dated !== undefined) columns[dated] = 'due'
  const short = free().filter((index) => cellsOf(index).length > 0 && lengthOf(index) <= 40)
  if (columns.includes('details') && short.length > 0) columns[short.at(-1) ?? 0] = 'owner'
  return {
    headerRow: null,
    headings: Array.from({ length: width }, () => ''),
    columns,
    certainty: columns.map((column) => (column === 'ignore' ? 'none' : 'content')),
  }
}
