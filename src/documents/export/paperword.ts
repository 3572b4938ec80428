/**
 * A paper as Word: real headings, charts with words for who doesn't see them, tables whose heading row comes again on
 * every page, the marking on each.
 */

import { cellText } from './cell.ts'
import { STATUS_COLOURS, STATUS_MARKS } from './mark.ts'
import {
  isFigures,
  rowsOf,
  tally,
  type OnRow,
  type Paper,
  type PaperCell,
  type PaperChart,
  type PaperSection,
  type PaperTable,
} from './paper.ts'
import { makeWordChart, makeWordDrawing } from './wordchart.ts'
import {
  FIRST_RELATION,
  makeParagraph,
  makeRun,
  makeWordFile,
  makeWordTable,
  RIGHT,
  SOFT,
  widthOf,
} from './wordpieces.ts'

const WIDTH = widthOf('landscape')
/** Lines of a table that has room on what is left of most pages, and the letters that a line across the page holds. */
const [SMALL, LETTERS] = [14, 150]

export function makePaperWord(paper: Paper, onRow: OnRow = () => {}): Uint8Array {
  const { title, lines, marking, sections, words } = paper
  const tell = tally(rowsOf(paper), onRow)
  const charts = sections.flatMap(({ chart }) => chart ?? [])
  const body =
    makeParagraph('<w:pStyle w:val="Title"/>', makeRun(title)) +
    lines.map((line) => makeParagraph('', makeRun(line, { colour: SOFT }))).join('') +
    sections.map((section) => makeSection(section, paper, charts, tell)).join('')
  return makeWordFile(body, {
    title: [title, ...lines.slice(0, 1)].join(', '),
    marking,
    words,
    orientation: 'landscape',
    others: charts.map((chart, index) => makeWordChart(chart, index + 1)),
  })
}

function makeSection(
  { heading, words, chart, table }: PaperSection,
  paper: Paper,
  charts: readonly PaperChart[],
  tell: () => void,
): string {
  const place = chart ? charts.indexOf(chart) : 0
  return (
    makeParagraph('<w:pStyle w:val="Heading1"/>', makeRun(heading)) +
    words
      .map((line) => makeParagraph('<w:keepNext/><w:spacing w:after="80"/>', makeRun(line, { colour: SOFT })))
      .join('') +
    (chart ? makeWordDrawing(chart, place + 1, `rId${FIRST_RELATION + place}`) : '') +
    // Word wants a paragraph between a table and what comes after it.
    (table ? makeTable(table, paper, tell) + makeParagraph('<w:spacing w:line="20" w:lineRule="exact"/>', '') : '')
  )
}

function makeTable({ columns, rows, heading }: PaperTable, { words }: Paper, tell: () => void): string {
  const whole = columns.reduce((sum, { weight }) => sum + weight, 0)
  // A table of a name and a figure across a whole page is hard to read along.
  const width = whole < 12 ? WIDTH * Math.max(0.35, whole / 12) : WIDTH
  const linesOf = (row: PaperTable['rows'][number]): number =>
    Math.max(
      1,
      ...row.map((cell, index) => Math.ceil((textOf(cell).length * whole) / (LETTERS * (columns[index]?.weight ?? 1)))),
    )
  const isSmall = rows.reduce((sum, row) => sum + linesOf(row), 0) <= SMALL
  return makeWordTable(
    columns.map(({ weight }) => Math.floor((weight / whole) * width)),
    columns.map(({ title }, index) => ({ text: title, isFigure: isFigures(rows, index) })),
    rows.map((row, place) => {
      tell()
      // A table of some rows isn't torn between two pages.
      const keep = isSmall && place < rows.length - 1 ? '<w:keepNext/>' : ''
      return {
        isShort: row.every((cell) => textOf(cell).length <= 900),
        cells: row.map((cell, index) => makeCell(cell, index === heading, keep, words.number)),
      }
    }),
  )
}

function makeCell(cell: PaperCell, isHeading: boolean, keep: string, number: (value: number) => string): string {
  if (cell.kind === 'number') return makeParagraph(keep + RIGHT, makeRun(number(cell.number)))
  const mark = cell.colour
    ? makeRun(`${STATUS_MARKS[cell.colour]} `, { colour: STATUS_COLOURS[cell.colour], font: 'Segoe UI Symbol' })
    : ''
  const paragraphs = cell.words.length > 0 ? cell.words : [[]]
  return paragraphs
    .map((runs, index) =>
      makeParagraph(
        keep,
        (index === 0 ? mark : '') +
          runs
            .map(({ text, as }) => makeRun(text, as === 'withheld' ? { shading: 'D9D9D9' } : { bold: isHeading }))
            .join(''),
      ),
    )
    .join('')
}

function textOf(cell: PaperCell): string {
  return cell.kind === 'number' ? String(cell.number) : cellText(cell.words)
}
