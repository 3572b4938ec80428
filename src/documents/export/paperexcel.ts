/** A paper as Excel: a sheet for each of its tables. Figures are numbers, every word is text; nothing is hidden. */

import { cellText } from './cell.ts'
import { STATUS_MARKS } from './mark.ts'
import { rowsOf, tally, type OnRow, type Paper, type PaperCell, type PaperSection } from './paper.ts'
import { makeBook, type Sheet, type Value } from './sheets.ts'

/** Of Excel: the name of a sheet, and the most that one cell holds. */
const LONGEST_NAME = 31
const LONGEST_CELL = 32_767
/** Characters for one share of a paper's width. */
const WIDE = 8
const NARROWEST = 10

export function makePaperExcel(paper: Paper, onRow: OnRow = () => {}): Uint8Array {
  const { title, lines, marking, words, sections } = paper
  return makeBook({
    title: [title, ...lines].join(', '),
    marking,
    words,
    sheets: sheetsOf(sections, [title, ...lines].join(' · ')),
    onRow: tally(rowsOf(paper), onRow),
  })
}

function sheetsOf(sections: readonly PaperSection[], about: string): Sheet[] {
  const used = new Set<string>()
  return sections.flatMap(({ heading, words, table }): Sheet[] => {
    if (!table) return []
    return [
      {
        name: nameOf(heading, used),
        title: heading,
        lines: [about, ...words],
        columns: table.columns.map(({ title, weight }) => ({
          heading: title,
          width: Math.max(NARROWEST, weight * WIDE),
        })),
        rows: table.rows.flatMap((row) => linesOf(row.map(valueOf))),
        totals: 0,
      },
    ]
  })
}

/** Excel refuses some signs in a name, names that are too long, and the same one twice. */
function nameOf(heading: string, used: Set<string>): string {
  const plain = heading.replaceAll(/[[\]:*?/\\']/g, ' ').trim() || 'Table'
  for (let number = 1; ; number += 1) {
    const tail = number === 1 ? '' : ` ${number}`
    const name = plain.slice(0, LONGEST_NAME - tail.length) + tail
    if (used.has(name.toLowerCase())) continue
    used.add(name.toLowerCase())
    return name
  }
}

function valueOf(cell: PaperCell): Value {
  if (cell.kind === 'number') return cell.number
  return (cell.colour ? `${STATUS_MARKS[cell.colour]} ` : '') + cellText(cell.words)
}

/** What is longer than a cell holds goes on in the row below. */
function linesOf(values: readonly Value[]): Value[][] {
  const pieces = values.map((value) =>
    typeof value === 'string' && value.length > LONGEST_CELL
      ? (value.match(new RegExp(`[\\s\\S]{1,${LONGEST_CELL}}`, 'gu')) ?? [])
      : [value],
  )
  const height = Math.max(1, ...pieces.map((each) => each.length))
  return Array.from({ length: height }, (_, line) => pieces.map((each) => each[line] ?? null))
}
