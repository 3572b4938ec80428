/**
 * A tracker as the Word table that people of the field know: A4 landscape, headings that come again on every page, the
 * marking at the head and foot of each. Nothing hidden is in it, no name of a person in its properties, and nothing that
 * Word would fetch or run.
 */

import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
  type IRunOptions,
} from 'docx'
import type { Words } from '../../words/words.ts'
import { cellText, type Cell, type Run } from './cell.ts'
import { STATUS_COLOURS, STATUS_MARKS } from './mark.ts'
import type { Tracker, TrackerColumn, TrackerRow } from './table.ts'

/** Twentieths of a point: A4 on its side, with margins of 15 mm. */
const PAGE = { width: 11_906, height: 16_838, margin: 850 } as const
const WIDTH = PAGE.height - 2 * PAGE.margin

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

/** Of Windows; others take the shapes from a font of theirs. */
const MARK_FONT = 'Segoe UI Symbol'
const INK = '1F1F1F'
const SOFT = '595959'

export async function makeWord(tracker: Tracker): Promise<Uint8Array> {
  const { title, day, marking, words } = tracker
  const document = new Document({
    title: `${title}, ${day}`,
    creator: 'Matters Arising',
    lastModifiedBy: 'Matters Arising',
    styles: {
      default: {
        document: {
          run: {
            font: 'Arial',
            size: 18,
            color: INK,
            language: { value: words.language === 'cy' ? 'cy-GB' : 'en-GB' },
          },
        },
        title: { run: { size: 32, bold: true }, paragraph: { spacing: { after: 60 } } },
      },
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: PAGE.width, height: PAGE.height, orientation: PageOrientation.LANDSCAPE },
            margin: { top: 1100, bottom: 1000, left: PAGE.margin, right: PAGE.margin, header: 450, footer: 450 },
          },
        },
        headers: { default: new Header({ children: [makeMarking(marking)] }) },
        footers: { default: new Footer({ children: [makeMarking(marking), makePageNumber(words)] }) },
        children: [
          new Paragraph({ style: 'Title', children: [new TextRun(title)] }),
          new Paragraph({ spacing: { after: 160 }, children: [new TextRun({ text: day, color: SOFT })] }),
          makeTable(tracker),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toArrayBuffer(document))
}

function makeMarking(marking: string): Paragraph {
  return new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ text: marking, bold: true })] })
}

const CURRENT = '<page>'
const TOTAL = '<pages>'

function makePageNumber(words: Words): Paragraph {
  const told = words.say('exporting.page', { page: CURRENT, pages: TOTAL }).split(/(<\w+>)/u)
  const children = told.map((piece) => {
    if (piece === CURRENT) return PageNumber.CURRENT
    return piece === TOTAL ? PageNumber.TOTAL_PAGES : piece
  })
  return new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ children, color: SOFT })] })
}

function makeTable({ columns, rows }: Tracker): Table {
  const widths = widthsOf(columns.map(({ column }) => column))
  const border = { style: BorderStyle.SINGLE, size: 4, color: 'A6A6A6' }
  const header = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(
      ({ heading }, index) =>
        new TableCell({
          width: { size: widths[index] ?? 0, type: WidthType.DXA },
          shading: { type: ShadingType.CLEAR, color: 'auto', fill: 'E3E7EC' },
          children: [new Paragraph({ keepNext: true, children: [new TextRun({ text: heading, bold: true })] })],
        }),
    ),
  })
  const body = rows.map(
    (row) =>
      new TableRow({
        cantSplit: isShort(row),
        children: columns.map(
          ({ column }, index) =>
            new TableCell({
              width: { size: widths[index] ?? 0, type: WidthType.DXA },
              children: makeCell(column, row),
            }),
        ),
      }),
  )
  return new Table({
    rows: [header, ...body],
    columnWidths: widths,
    width: { size: WIDTH, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    margins: { top: 60, bottom: 60, left: 90, right: 90 },
    borders: {
      top: border,
      bottom: border,
      left: border,
      right: border,
      insideHorizontal: border,
      insideVertical: border,
    },
  })
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

function makeCell(column: TrackerColumn, { cells, colour }: TrackerRow): Paragraph[] {
  const cell: Cell = cells[column].length > 0 ? cells[column] : [[]]
  return cell.map((runs, index) => {
    const mark =
      column === 'status' && colour && index === 0
        ? [new TextRun({ text: `${STATUS_MARKS[colour]} `, color: STATUS_COLOURS[colour], font: MARK_FONT })]
        : []
    return new Paragraph({
      // Lines of one entry stand together; entries are told apart.
      spacing: { before: index > 0 && runs[0]?.as === 'day' ? 80 : 0 },
      children: [...mark, ...runs.map((run) => new TextRun({ text: run.text, ...looksOf(run, column) }))],
    })
  })
}

function looksOf({ as }: Run, column: TrackerColumn): Omit<IRunOptions, 'text'> {
  if (as === 'withheld') return { shading: { type: ShadingType.CLEAR, color: 'auto', fill: 'D9D9D9' } }
  if (as === 'note') return { color: SOFT }
  return as === 'agreed' || as === 'day' || column === 'reference' ? { bold: true } : {}
}
