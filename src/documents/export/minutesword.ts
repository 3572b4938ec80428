/**
 * A document of a meeting as a Word file: A4 upright, real headings, tables whose headings come again on every page, the
 * marking at the head and foot of each.
 */

import { cellText, type Cell, type Paragraph, type Run } from './cell.ts'
import type { Block, MeetingPaper } from './minutes.ts'
import { makeParagraph, makeRun, makeWordFile, makeWordTable, SOFT, widthOf, type Looks } from './wordpieces.ts'

export function makePaperWord({ title, lines, marking, blocks, words }: MeetingPaper): Uint8Array {
  const head = [
    makeParagraph('<w:pStyle w:val="Title"/>', makeRun(title)),
    ...lines.map((line) => makeParagraph('<w:spacing w:after="40"/>', makeRun(line, { colour: SOFT }))),
  ]
  const body = [...head, ...blocks.map(makeBlock), makeParagraph('', '')].join('')
  return makeWordFile(body, { title: [title, ...lines].join(', '), marking, words, orientation: 'portrait' })
}

const WIDTH = widthOf('portrait')
/** Between a table and what follows; two tables one after the other would be one. */
const AFTER_TABLE = makeParagraph('<w:spacing w:after="120" w:line="120" w:lineRule="exact"/>', '')

function makeBlock(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return makeParagraph(`<w:pStyle w:val="Heading${block.level}"/>`, makeRun(block.text))
    case 'paragraphs':
      return block.paragraphs.map((each) => makeParagraph('<w:spacing w:after="100"/>', runsOf(each))).join('')
    case 'table':
      return (
        makeWordTable(
          block.columns.map(({ share }) => Math.floor((share / 100) * WIDTH)),
          block.columns.map(({ heading }) => heading),
          block.rows.map((cells) => ({ isShort: cells.every(isShort), cells: cells.map(makeCell) })),
        ) + AFTER_TABLE
      )
  }
}

function makeCell(cell: Cell): string {
  return (cell.length > 0 ? cell : [[]]).map((each) => makeParagraph('', runsOf(each))).join('')
}

function isShort(cell: Cell): boolean {
  return cell.length <= 12 && cellText(cell).length <= 900
}

function runsOf(paragraph: Paragraph): string {
  return paragraph.map((run) => makeRun(run.text, looksOf(run))).join('')
}

function looksOf({ as }: Run): Looks {
  if (as === 'withheld') return { shading: 'D9D9D9' }
  if (as === 'note') return { colour: SOFT }
  return { bold: as === 'agreed' }
}
