/** A paper as Word: real headings, tables whose heading row comes again on every page, the marking on each. */

import { cellText } from './cell.ts'
import { STATUS_COLOURS, STATUS_MARKS } from './mark.ts'
import type { Paper, PaperCell, PaperSection, PaperTable } from './paper.ts'
import { makeParagraph, makeRun, makeWordFile, makeWordTable, SOFT, widthOf } from './wordpieces.ts'

const WIDTH = widthOf('landscape')

export function makePaperWord(paper: Paper): Uint8Array {
  const { title, lines, marking, sections, words } = paper
  const body =
    makeParagraph('<w:pStyle w:val="Title"/>', makeRun(title)) +
    lines.map((line) => makeParagraph('', makeRun(line, { colour: SOFT }))).join('') +
    sections.map((section) => makeSection(section, paper)).join('')
  return makeWordFile(body, {
    title: [title, ...lines.slice(0, 1)].join(', '),
    marking,
    words,
    orientation: 'landscape',
  })
}

function makeSection({ heading, words, table }: PaperSection, paper: Paper): string {
  return (
    makeParagraph('<w:pStyle w:val="Heading1"/>', makeRun(heading)) +
    words.map((line) => makeParagraph('<w:spacing w:after="80"/>', makeRun(line, { colour: SOFT }))).join('') +
    // Word wants a paragraph between a table and what comes after it.
    (table ? makeTable(table, paper) + makeParagraph('<w:spacing w:line="20" w:lineRule="exact"/>', '') : '')
  )
}

function makeTable({ columns, rows, heading }: PaperTable, { words }: Paper): string {
  const whole = columns.reduce((sum, { weight }) => sum + weight, 0)
  // A table of a name and a figure across a whole page is hard to read along.
  const width = whole < 12 ? WIDTH * Math.max(0.35, whole / 12) : WIDTH
  return makeWordTable(
    columns.map(({ weight }) => Math.floor((weight / whole) * width)),
    columns.map(({ title }) => title),
    rows.map((row) => ({
      isShort: row.every((cell) => textOf(cell).length <= 900),
      cells: row.map((cell, index) => makeCell(cell, index === heading, words.number)),
    })),
  )
}

function makeCell(cell: PaperCell, isHeading: boolean, number: (value: number) => string): string {
  if (cell.kind === 'number') return makeParagraph('<w:jc w:val="right"/>', makeRun(number(cell.number)))
  const mark = cell.colour
    ? makeRun(`${STATUS_MARKS[cell.colour]} `, { colour: STATUS_COLOURS[cell.colour], font: 'Segoe UI Symbol' })
    : ''
  const paragraphs = cell.words.length > 0 ? cell.words : [[]]
  return paragraphs
    .map((runs, index) =>
      makeParagraph(
        '',
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
