/**
 * The pieces of a table: what stands under each row of headings. Headings come again on every page, other headings
 * begin another table, and a line above may say of what follows that it is over ("Completed actions").
 */

import type { Status } from '../domain/action.ts'
import { parseReference } from '../domain/reference.ts'
import { completeColumns, readHeader, recogniseColumns, type Column, type RecognisedColumns } from './columns.ts'
import { startsWithDay } from './dates.ts'
import { filledCells, type Row, type Table } from './table.ts'
import { foldText } from './text.ts'

export interface SectionHeading {
  readonly text: string
  readonly row: number
  /** What it says of every action below; null where it says nothing, or that they are open. */
  readonly status: Status | null
}

export interface Section {
  readonly columns: RecognisedColumns
  readonly rows: readonly Row[]
  readonly heading: SectionHeading | null
  /** It goes on below headings that came again, as on a new page. */
  readonly goesOn: boolean
}

export interface Sections {
  /** Of the first headings. */
  readonly columns: RecognisedColumns
  readonly sections: readonly Section[]
  /** Rows above the first headings. */
  readonly before: readonly Row[]
}

/** @param chosen what a person said that the columns are */
export function splitSections(table: Table, chosen: readonly Column[] | null): Sections {
  const recognised = recogniseColumns(table)
  const first = chosen ? { ...recognised, columns: chosen } : recognised
  const start = first.headerRow === null ? 0 : table.rows.findIndex((row) => row.row === first.headerRow)
  const sections: Section[] = []
  let columns = first
  let heading = headingOf([...(table.sheet === null ? [] : [table.sheet]), ...table.caption], 0)
  let goesOn = false
  let rows: Row[] = []
  const end = (): void => {
    if (rows.length > 0) sections.push({ columns, rows, heading, goesOn })
    rows = []
  }
  const body = table.rows.slice(first.headerRow === null ? 0 : start + 1)
  for (const [index, row] of body.entries()) {
    const again = readHeader(row)
    if (again && isRepeated(again, columns)) {
      const above = takeLines(rows, columns)
      end()
      const same = again.headings.join('\t') === columns.headings.slice(0, again.headings.length).join('\t')
      const below = body.slice(index + 1)
      const next = below.findIndex((each) => readHeader(each) !== null)
      if (chosen === null) {
        const own = completeColumns(again, next === -1 ? below : below.slice(0, next))
        columns = same && own.columns.join() === again.columns.join() ? columns : own
      }
      if (above.length > 0) heading = headingOf(above.map(wordsOf), above[0]?.row ?? row.row)
      goesOn = above.length === 0
      continue
    }
    const said = sayingOf(row)
    if (said !== null) {
      end()
      heading = { text: wordsOf(row), row: row.row, status: said === 'open' ? null : said }
      goesOn = false
      continue
    }
    rows.push(row)
  }
  end()
  return { columns: first, sections, before: table.rows.slice(0, Math.max(0, start)) }
}

/** Lines of one cell that stand right above headings are prose between two tables; they are taken off the rows. */
function takeLines(rows: Row[], { columns }: RecognisedColumns): Row[] {
  const lines: Row[] = []
  for (let row = rows.at(-1); row && isLine(row, columns.length); row = rows.at(-1)) {
    lines.unshift(row)
    rows.pop()
  }
  return lines
}

/** A line of prose in a text has no separators; in a table it is a row of one cell. */
function isLine(row: Row, width: number): boolean {
  const first = row.cells[0]?.text ?? ''
  if (filledCells(row) !== 1 || first === '' || parseReference(first) !== null || /^\d+$/u.test(first)) return false
  return row.cells.length === 1 ? width > 1 : row.heading !== true && first.length <= LONGEST_HEADING
}

const LONGEST_HEADING = 80

function wordsOf(row: Row): string {
  return row.cells
    .map((cell) => cell.text)
    .filter(Boolean)
    .join(' ')
}

/** The nearest of the last lines that says how things stand below. */
function headingOf(lines: readonly string[], row: number): SectionHeading | null {
  for (const text of lines.slice(-3).toReversed()) {
    const status = statusIn(text)
    if (status !== null) return { text, row, status: status === 'open' ? null : status }
  }
  return null
}

/** A row that is nothing but a heading: "COMPLETED ACTIONS" over the whole width. */
function sayingOf(row: Row): Status | null {
  const first = row.cells[0]?.text ?? ''
  return filledCells(row) === 1 && first !== '' && row.cells.length > 1 ? statusIn(first) : null
}

const ENDED = /\b(?:complete|completed|discharged|finished|archive|archived|implemented|cwblhawyd|wedi i gwblhau)\b/u
const CLOSED = /\b(?:closed|ar gau|caewyd)\b/u
const OPEN = /\b(?:open|outstanding|current|ongoing|live|active|in progress|new|agored|cyfredol)\b/u
/** What such headings are made of, besides those words. */
const SUBJECT =
  /\b(?:actions?|items?|matters?|recommendations?|tasks?|log|tracker|section|table|list|camau|gweithredu|cam|eitemau)\b/u

/** Headings, not sentences: "There are 6 recommendations, all complete." tells nothing of a row. */
function statusIn(text: string): Status | null {
  if (text.length > LONGEST_HEADING || /[.;?!]\s*$/u.test(text.trim())) return null
  const folded = foldText(text)
  const words = folded.split(' ').length
  if (words > 8 || (words > 2 && !SUBJECT.test(folded))) return null
  const [ended, closed, open] = [ENDED, CLOSED, OPEN].map((words) => words.test(folded))
  if (open) return ended || closed ? null : 'open'
  return closed ? 'closed' : ended ? 'discharged' : null
}

/** Headings come again on every page; other headings in the middle mean that another table begins. */
function isRepeated(again: RecognisedColumns, current: RecognisedColumns): boolean {
  const known = ({ columns, headings }: RecognisedColumns): number =>
    columns.filter((column, index) => column !== 'ignore' && !startsWithDay(headings[index] ?? '')).length
  return known(again) >= Math.min(3, known(current))
}
