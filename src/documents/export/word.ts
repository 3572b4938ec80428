/**
 * A tracker as the Word table that people of the field know: A4 on its side, headings that come again on every page, the
 * marking at the head and foot of each.
 */

import type { Colour } from '../../domain/action.ts'
import { cellText, type Cell, type Run } from './cell.ts'
import { STATUS_COLOURS, STATUS_MARKS } from './mark.ts'
import { tally, type OnRow } from './paper.ts'
import type { Tracker, TrackerColumn, TrackerRow } from './table.ts'
import { makeParagraph, makeRun, makeWordFile, makeWordTable, SOFT, widthOf, type Looks } from './wordpieces.ts'

export function makeWord(tracker: Tracker, onRow: OnRow = () => {}): Uint8Array {
  const { title, day, marking, words } = tracker
  const body =
    makeParagraph('<w:pStyle w:val="Title"/>', makeRun(title)) +
    makeParagraph('<w:spacing w:after="160"/>', makeRun(day, { colour: SOFT })) +
    // Word wants a paragraph between a table and the end.
    `${makeTable(tracker, tally(tracker.rows.length, onRow))}${makeParagraph('<w:spacing w:line="20" w:lineRule="exact"/>', '')}`
  return makeWordFile(body, { title: `${title}, ${day}`, marking, words, orientation: 'landscape' })
}

const WIDTH = widthOf('landscape')

/** Shares of the page's width; what a table doesn't have, the two wide columns get. */
const SHARES: Readonly<Record<TrackerColumn, number>> = {
  reference: 5,
  details: 0,
  update: 0,
  owner: 11,
  due: 11,
  status: 10,
}
const DETAILS_SHARE = 0.42

function makeTable({ columns, rows }: Tracker, tell: () => void): string {
  return makeWordTable(
    widthsOf(columns.map(({ column }) => column)),
    columns.map(({ heading }) => heading),
    rows.map((row) => {
      tell()
      return { isShort: isShort(row), cells: columns.map(({ column }) => makeCell(column, row)) }
    }),
  )
}

/** A row of some lines stays on one page; a long history has to go on over the next. */
function isShort({ cells }: TrackerRow): boolean {
  return Object.values(cells).every((cell) => cell.length <= 12 && cellText(cell).length <= 900)
}

function widthsOf(columns: readonly TrackerColumn[]): number[] {
  const rest = 100 - columns.reduce((sum, column) => sum + SHARES[column], 0)
  const shareOf = (column: TrackerColumn): number => {
    if (column === 'details') return rest * DETAILS_SHARE
    return column === 'update' ? rest * (1 - DETAILS_SHARE) : SHARES[column]
  }
  return columns.map((column) => Math.floor((shareOf(column) / 100) * WIDTH))
}

function makeCell(column: TrackerColumn, { cells, colour }: TrackerRow): string {
  const cell: Cell = cells[column].length > 0 ? cells[column] : [[]]
  return cell
    .map((runs, index) => {
      const mark = column === 'status' && colour && index === 0 ? makeMark(colour) : ''
      // Lines of one entry stand together; entries are told apart.
      const apart = index > 0 && runs[0]?.as === 'day' ? '<w:spacing w:before="80"/>' : ''
      return makeParagraph(apart, mark + runs.map((run) => makeRun(run.text, looksOf(run, column))).join(''))
    })
    .join('')
}

/** The font is of Windows; others take the shape from one of theirs. */
function makeMark(colour: Colour): string {
  return makeRun(`${STATUS_MARKS[colour]} `, { colour: STATUS_COLOURS[colour], font: 'Segoe UI Symbol' })
}

function looksOf({ as }: Run, column: TrackerColumn): Looks {
  if (as === 'withheld') return { shading: 'D9D9D9' }
  if (as === 'note') return { colour: SOFT }
  return { bold: as === 'agreed' || as === 'day' || column === 'reference' }
}
