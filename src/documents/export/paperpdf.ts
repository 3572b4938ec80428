/**
 * A paper as PDF: tagged, so that a screen reader finds its headings and says of every cell what it stands under; the
 * marking at the head and foot of each page, and a table's headings again where it goes on. The fonts are handed in and
 * only what is used of them is in the file. What is drawn at which place stands in pdfpage.ts.
 */

import type { Colour } from '../../domain/action.ts'
import { cellText, type Cell } from './cell.ts'
import {
  isFigures,
  rowsOf,
  tally,
  type OnRow,
  type Paper,
  type PaperCell,
  type PaperSection,
  type PaperTable,
} from './paper.ts'
import { drawChart, heightOfChart } from './pdfchart.ts'
import type { Line } from './pdflines.ts'
import { BODY, LEADING, PdfPages, type Element, type PdfFonts } from './pdfpage.ts'

/** Around the words of a cell. */
const [PAD_X, PAD_Y] = [4.5, 3]
/** Of a status' mark, which stands before its word. */
const MARK = 10
/** A row that is taller than this is divided between pages rather than begun on a new one. */
const TALL = BODY.height / 2
/** Rows of a table that has room on one page, if they are no taller than that together. */
const SMALL = 10

export async function makePaperPdf(
  paper: Paper,
  fonts: PdfFonts,
  onRow: OnRow = () => {},
): Promise<Uint8Array<ArrayBuffer>> {
  const { title, lines, marking, words, sections } = paper
  const pages = new PdfPages(fonts, { title: [title, ...lines.slice(0, 1)].join(', '), language: words.language })
  const root = pages.begin('Document')
  pages.paragraph(root, 'H1', title)
  for (const line of lines) pages.paragraph(root, 'P', line)
  const tell = tally(rowsOf(paper), onRow)
  for (const section of sections) await new SectionWriter(pages, root, paper, tell).write(section)
  root.end()
  pages.mark(marking, (page, of) => words.say('exporting.page', { page, pages: of }))
  return pages.bytes()
}

/** What stands above the columns of a table. */
interface Head {
  readonly titles: readonly Cell[]
  readonly widths: readonly number[]
  /** Whether there are figures below it, which end where it ends. */
  readonly isFigure: readonly boolean[]
}

/** A cell, laid out: its lines, and how many of them are on a page already. */
interface LaidOut {
  readonly element: Element
  readonly kind: 'TH' | 'TD'
  readonly lines: readonly Line[]
  readonly isBold: boolean
  readonly isFigure: boolean
  readonly colour: Colour | null
}

class SectionWriter {
  readonly #pages: PdfPages
  readonly #root: Element
  readonly #paper: Paper
  readonly #onRow: () => void

  constructor(pages: PdfPages, root: Element, paper: Paper, onRow: () => void) {
    this.#pages = pages
    this.#root = root
    this.#paper = paper
    this.#onRow = onRow
  }

  async write({ heading, words, chart, table }: PaperSection): Promise<void> {
    const pages = this.#pages
    // A heading is never alone at the foot of a page.
    const first = chart ? heightOfChart(chart) : table ? this.#beginning(table) : 0
    pages.need((3 + words.length) * LEADING + first)
    pages.outline(heading)
    pages.paragraph(this.#root, 'H2', heading)
    for (const line of words) pages.paragraph(this.#root, 'P', line)
    if (chart) drawChart(pages, this.#root, chart)
    if (chart && table) pages.need(this.#beginning(table))
    if (table) await this.#table(table)
  }

  /** What of a table isn't torn: all of one that is small, else its headings and its first row. */
  #beginning({ columns, rows, heading }: PaperTable): number {
    const widths = widthsOf(columns.map(({ weight }) => weight))
    const tall = (row: readonly PaperCell[]): number =>
      heightOf(Math.max(1, ...row.map((cell, index) => this.#lines(cell, widths, index, index === heading).length)))
    const [first = 0, ...rest] = (rows.length <= SMALL ? rows : rows.slice(0, 1)).map(tall)
    const whole = first + sumOf(rest)
    return heightOf(2) + (whole <= TALL ? whole : Math.min(first, TALL))
  }

  async #table({ caption, columns, rows, heading }: PaperTable): Promise<void> {
    const pages = this.#pages
    const widths = widthsOf(columns.map(({ weight }) => weight))
    const table = pages.struct(this.#root, 'Table', { title: caption })
    const titles = columns.map(({ title }): Cell => [[{ text: title, as: 'words' }]])
    const head = pages.struct(table, 'THead')
    const isFigure = columns.map((_, index) => isFigures(rows, index))
    const again = this.#head({ titles, widths, isFigure }, pages.struct(head, 'TR'))
    head.end()
    const body = pages.struct(table, 'TBody')
    for (const row of rows) {
      const element = pages.struct(body, 'TR')
      this.#row(this.#layOut(row, widths, heading, element), widths, again)
      element.end()
      await pages.written()
      this.#onRow()
    }
    body.end()
    table.end()
    pages.skip(LEADING / 2)
  }

  /** Writes the headings of the columns; answers how to write them again, which no screen reader says again. */
  #head({ titles, widths, isFigure }: Head, row: Element): () => void {
    const pages = this.#pages
    const lines = titles.map((title, index) => pages.lines(title, innerOf(widths, index), true))
    const height = heightOf(Math.max(...lines.map(({ length }) => length)))
    const draw = (open: (index: number) => void): void => {
      pages.artefact(() => pages.fill(sumOf(widths), height))
      for (const [index, each] of lines.entries()) {
        open(index)
        const x = leftOf(widths, index) + PAD_X
        pages.lay(each, {
          x,
          y: PAD_Y,
          isBold: true,
          ...(isFigure[index] ? { right: x + innerOf(widths, index) } : {}),
        })
        pages.close()
      }
      pages.skip(height)
    }
    const elements = titles.map((title) =>
      pages.struct(row, 'TH', { scope: 'Column', ...pages.actual(cellText(title)) }),
    )
    draw((index) => pages.open(elements[index] as Element, 'TH'))
    row.end()
    return () => draw(() => pages.openArtefact())
  }

  #layOut(row: readonly PaperCell[], widths: readonly number[], heading: number, parent: Element): LaidOut[] {
    const pages = this.#pages
    return row.map((cell, index) => {
      const isHeading = index === heading
      const words = this.#cell(cell)
      const colour = colourOf(cell)
      const kind = isHeading ? 'TH' : 'TD'
      return {
        element: pages.struct(parent, kind, {
          ...(isHeading ? { scope: 'Row' } : {}),
          ...pages.actual(cellText(words)),
        }),
        kind,
        lines: this.#lines(cell, widths, index, isHeading),
        isBold: isHeading,
        isFigure: cell.kind === 'number',
        colour,
      }
    })
  }

  #cell(cell: PaperCell): Cell {
    return cell.kind === 'words' ? cell.words : [[{ text: this.#paper.words.number(cell.number), as: 'words' }]]
  }

  #lines(cell: PaperCell, widths: readonly number[], index: number, isBold: boolean): readonly Line[] {
    return this.#pages.lines(this.#cell(cell), innerOf(widths, index), isBold, colourOf(cell) ? MARK : 0)
  }

  /** On one page, unless it is tall; then as much on each as there is room for. */
  #row(cells: readonly LaidOut[], widths: readonly number[], again: () => void): void {
    const pages = this.#pages
    const most = Math.max(1, ...cells.map(({ lines }) => lines.length))
    if (heightOf(most) <= TALL && pages.room < heightOf(most)) this.#turn(again)
    for (let from = 0; from < most;) {
      const fit = Math.floor((pages.room - 2 * PAD_Y) / LEADING)
      if (fit < Math.min(2, most - from)) {
        this.#turn(again)
        continue
      }
      const to = Math.min(most, from + fit)
      this.#band(cells, widths, from, to)
      from = to
    }
    for (const { element } of cells) element.end()
  }

  #band(cells: readonly LaidOut[], widths: readonly number[], from: number, to: number): void {
    const pages = this.#pages
    for (const [index, { element, kind, lines, isBold, isFigure, colour }] of cells.entries()) {
      const x = leftOf(widths, index) + PAD_X
      if (colour && from === 0) pages.artefact(() => pages.status(colour, x, PAD_Y))
      const here = lines.slice(from, to)
      if (here.every(({ length }) => length === 0)) continue
      pages.open(element, kind)
      pages.lay(here, { x, y: PAD_Y, isBold, ...(isFigure ? { right: x + innerOf(widths, index) } : {}) })
      pages.close()
    }
    pages.skip(heightOf(to - from))
    pages.artefact(() => pages.rule(sumOf(widths)))
  }

  #turn(again: () => void): void {
    this.#pages.turn()
    again()
  }
}

/** As in Word, a table of a name and a figure doesn't span the page: it would be hard to read along. */
function widthsOf(weights: readonly number[]): number[] {
  const whole = sumOf(weights)
  const width = whole < 12 ? BODY.width * Math.max(0.35, whole / 12) : BODY.width
  return weights.map((weight) => (weight / whole) * width)
}

function colourOf(cell: PaperCell): Colour | null {
  return (cell.kind === 'words' && cell.colour) || null
}

function heightOf(lines: number): number {
  return lines * LEADING + 2 * PAD_Y
}

function leftOf(widths: readonly number[], index: number): number {
  return sumOf(widths.slice(0, index))
}

function innerOf(widths: readonly number[], index: number): number {
  return (widths[index] ?? 0) - 2 * PAD_X
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, each) => sum + each, 0)
}
