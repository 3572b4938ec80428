/**
 * Pages of a PDF, filled from the top: hides pdfkit, its fonts and colours, where the pen is, and how what is drawn gets
 * its place in the structure that screen readers follow. What is in no element of it is an artefact.
 */

import { PDFDocument, type StructureElement } from 'pdfkit'
import type { Cell } from './cell.ts'
import type { Colour } from '../../domain/action.ts'
import { STATUS_COLOURS } from './mark.ts'
import { escape } from './openxml.ts'
import { LineMaker, type Line } from './pdflines.ts'

/** OpenType or TrueType. */
export interface PdfFonts {
  readonly regular: Uint8Array
  readonly bold: Uint8Array
}

export type Element = StructureElement

export const INK = '#1F1F1F'
export const SOFT = '#595959'
const LINE = '#BDBDBD'
const HEAD = '#E3E7EC'
const WITHHELD = '#D9D9D9'

/** Points: A4 on its side, with margins of 15 mm; the marking stands in those at the head and foot. */
const PAGE = { width: 841.89, height: 595.28 }
const MARGIN = 42.5
const [TOP, BOTTOM] = [54, 52]
export const BODY = { width: PAGE.width - 2 * MARGIN, height: PAGE.height - TOP - BOTTOM }

/** Of the words in a table, and from line to line. */
const SIZE = 9
export const LEADING = 11.5

const BLOCKS = {
  H1: { size: 17, leading: 22, before: 0, after: 3, isBold: true, colour: INK },
  H2: { size: 12.5, leading: 16, before: 13, after: 4, isBold: true, colour: INK },
  P: { size: 9.5, leading: 12.5, before: 0, after: 3, isBold: false, colour: SOFT },
} as const

export class PdfPages {
  readonly #document: PDFDocument
  readonly #done: Promise<Uint8Array<ArrayBuffer>>
  readonly #makers = new Map<string, LineMaker>()
  #y = TOP

  /** @param about its title says no name of a person */
  constructor(fonts: PdfFonts, about: { readonly title: string; readonly language: string }) {
    this.#document = new PDFDocument({
      size: 'A4',
      layout: 'landscape',
      margin: 0,
      pdfVersion: '1.7',
      tagged: true,
      lang: `${about.language}-GB`,
      displayTitle: true,
      subset: 'PDF/UA',
      bufferPages: true,
      autoFirstPage: false,
      font: null,
      info: { Title: new Title(about.title) as string, Creator: 'Matters Arising', Producer: 'Matters Arising' },
    })
    this.#done = collect(this.#document)
    this.#document.registerFont('regular', fonts.regular).registerFont('bold', fonts.bold).addPage()
  }

  /** What is left of the page. */
  get room(): number {
    return PAGE.height - BOTTOM - this.#y
  }

  turn(): void {
    gather(this.#document)
    this.#document.addPage()
    this.#y = TOP
  }

  need(height: number): void {
    if (this.room < height) this.turn()
  }

  skip(height: number): void {
    this.#y += height
  }

  /** The root of the structure. */
  begin(type: string): Element {
    const element = this.#document.struct(type)
    this.#document.addStructure(element)
    return element
  }

  struct(parent: Element, type: string, options: Parameters<PDFDocument['struct']>[1] = {}): Element {
    const element = this.#document.struct(type, options)
    parent.add(element)
    return element
  }

  /** What a screen reader says in place of what is drawn, where the font hasn't got all of it. */
  actual(text: string): { actual?: string } {
    return this.#maker(SIZE, false).isOther(text) ? { actual: text } : {}
  }

  open(element: Element, type: string): void {
    element.add(this.#document.markStructureContent(type))
  }

  close(): void {
    this.#document.endMarkedContent()
  }

  /** In no other: what is open then is closed. */
  openArtefact(): void {
    this.#document.markContent('Artifact')
  }

  artefact(draw: () => void): void {
    this.openArtefact()
    draw()
    this.close()
  }

  outline(heading: string): void {
    this.#document.outline.addItem(heading)
  }

  paragraph(parent: Element, type: keyof typeof BLOCKS, text: string): void {
    const { size, leading, before, after, isBold, colour } = BLOCKS[type]
    const lines = this.#maker(size, isBold).lines([[{ text, as: 'words' }]], BODY.width)
    this.need(before + lines.length * leading)
    if (this.#y > TOP) this.#y += before
    const element = this.struct(parent, type, this.actual(text))
    this.open(element, type)
    this.#write(lines, { x: 0, y: 0, isBold, size, leading, colour })
    this.close()
    element.end()
    this.#y += lines.length * leading + after
  }

  /** Words in lines of a table's cell. */
  lines(cell: Cell, width: number, isBold: boolean, indent = 0): readonly Line[] {
    return this.#maker(SIZE, isBold).lines(cell, width, indent)
  }

  /** @param place from the left margin and the pen; with `right`, lines end there */
  lay(
    lines: readonly Line[],
    place: { readonly x: number; readonly y: number; readonly isBold: boolean; readonly right?: number },
  ): void {
    this.#write(lines, { ...place, size: SIZE, leading: LEADING, colour: INK })
  }

  /** A picture from the pen on, which words stand for. */
  figure(
    parent: Element,
    alt: string,
    { width, height }: { readonly width: number; readonly height: number },
  ): Element {
    return this.struct(parent, 'Figure', { alt, bbox: [MARGIN, this.#y, MARGIN + width, this.#y + height] })
  }

  /** A piece of a chart, from the left margin and the pen. */
  bar(colour: Colour, { x, y, width, height }: Readonly<Record<'x' | 'y' | 'width' | 'height', number>>): void {
    this.#document
      .fillColor(`#${STATUS_COLOURS[colour]}`)
      .rect(MARGIN + x, this.#y + y, width, height)
      .fill()
  }

  /** Some words in one line. */
  label(
    text: string,
    place: { readonly x: number; readonly y: number; readonly colour?: string; readonly isBold?: boolean },
  ): void {
    const { x, y, colour = INK, isBold = false } = place
    this.#pen(SIZE, isBold).fillColor(colour)
    this.#document.text(this.#maker(SIZE, isBold).drawn(text), MARGIN + x, this.#y + y, { lineBreak: false })
  }

  widthOf(text: string, isBold = false): number {
    const maker = this.#maker(SIZE, isBold)
    return maker.width(maker.drawn(text))
  }

  /** Behind the headings of a table. */
  fill(width: number, height: number): void {
    this.#document.fillColor(HEAD).rect(MARGIN, this.#y, width, height).fill()
  }

  /** Under a row. */
  rule(width: number): void {
    this.#document.strokeColor(LINE).lineWidth(0.5)
    this.#document
      .moveTo(MARGIN, this.#y)
      .lineTo(MARGIN + width, this.#y)
      .stroke()
  }

  /** The shapes of `STATUS_MARKS`, drawn: few fonts have them all. */
  status(colour: Colour, x: number, y: number): void {
    const document = this.#document
    const ink = `#${STATUS_COLOURS[colour]}`
    const [left, top, size] = [MARGIN + x, this.#y + y + 2.4, 6.4]
    const [middle, centre, radius] = [left + size / 2, top + size / 2, size / 2 - 0.4]
    document.fillColor(ink).strokeColor(ink).lineWidth(0.9)
    switch (colour) {
      case 'RED':
        document.rect(left + 0.2, top + 0.2, size - 0.4, size - 0.4).fill()
        return
      case 'AMBER':
        document
          .path(`M ${middle} ${centre - radius} A ${radius} ${radius} 0 0 0 ${middle} ${centre + radius} Z`)
          .fill()
        document.circle(middle, centre, radius).stroke()
        return
      case 'GREEN':
        document
          .lineWidth(1.2)
          .moveTo(left, centre + 0.4)
          .lineTo(left + 2.3, top + size - 0.5)
          .lineTo(left + size, top + 0.4)
          .stroke()
        return
      case 'WHITE':
        document.circle(middle, centre, radius).stroke()
        return
      case 'CLOSED': {
        const arm = radius * 0.62
        document.circle(middle, centre, radius).stroke()
        document
          .moveTo(middle - arm, centre - arm)
          .lineTo(middle + arm, centre + arm)
          .stroke()
        document
          .moveTo(middle + arm, centre - arm)
          .lineTo(middle - arm, centre + arm)
          .stroke()
      }
    }
  }

  /** At the head and foot of every page, when all of them are there. */
  mark(marking: string, numbered: (page: number, pages: number) => string): void {
    const { count } = this.#document.bufferedPageRange()
    for (let index = 0; index < count; index += 1) {
      this.#document.switchToPage(index)
      this.#inMargin('Top', () => this.#centred(marking, 24, true))
      this.#inMargin('Bottom', () => {
        this.#centred(marking, PAGE.height - 42, true)
        this.#centred(numbered(index + 1, count), PAGE.height - 29, false)
      })
    }
  }

  /** Lets what is finished be taken from pdfkit's hands: what waits there is slow to take when it is much. */
  async written(): Promise<void> {
    await Promise.resolve()
  }

  async bytes(): Promise<Uint8Array<ArrayBuffer>> {
    this.#document.end()
    return await this.#done
  }

  #inMargin(side: 'Top' | 'Bottom', draw: () => void): void {
    this.#document.markContent('Artifact', { type: 'Pagination', attached: [side] })
    draw()
    this.#document.endMarkedContent()
  }

  #centred(text: string, y: number, isBold: boolean): void {
    const maker = this.#maker(SIZE, isBold)
    const drawn = maker.drawn(text)
    this.#pen(SIZE, isBold).fillColor(isBold ? INK : SOFT)
    this.#document.text(drawn, (PAGE.width - this.#document.widthOfString(drawn)) / 2, y, { lineBreak: false })
  }

  #write(
    lines: readonly Line[],
    how: {
      readonly x: number
      readonly y: number
      readonly isBold: boolean
      readonly size: number
      readonly leading: number
      readonly colour: string
      readonly right?: number
    },
  ): void {
    const { x, y, isBold, size, leading, colour, right } = how
    this.#pen(size, isBold).fillColor(colour)
    for (const [index, line] of lines.entries()) {
      const top = this.#y + y + index * leading
      const last = line.at(-1)
      const left = MARGIN + (right === undefined || !last ? x : right - last.x - last.width)
      for (const { text, x: from, width, isWithheld } of line) {
        if (isWithheld) {
          this.#document
            .fillColor(WITHHELD)
            .rect(left + from, top + 1, width, leading - 1)
            .fill()
          this.#document.fillColor(colour)
        }
        this.#document.text(text, left + from, top, { lineBreak: false })
      }
    }
  }

  #pen(size: number, isBold: boolean): PDFDocument {
    return this.#document.font(isBold ? 'bold' : 'regular').fontSize(size)
  }

  #maker(size: number, isBold: boolean): LineMaker {
    const key = `${size} ${isBold}`
    let maker = this.#makers.get(key)
    if (!maker) {
      maker = new LineMaker({
        widthOf: (text) => this.#pen(size, isBold).widthOfString(text),
        has: (codePoint) => glyphsOf(this.#pen(size, isBold)).hasGlyphForCodePoint(codePoint),
      })
      this.#makers.set(key, maker)
    }
    return maker
  }
}

/** pdfkit draws an empty box for what a font lacks, and doesn't say so; the font that it opened does. */
function glyphsOf(document: PDFDocument): { hasGlyphForCodePoint(codePoint: number): boolean } {
  const { _font } = document as unknown as { _font: { font: { hasGlyphForCodePoint(codePoint: number): boolean } } }
  return _font.font
}

/** pdfkit writes a title twice: as it is, by its letters, and as it reads into XML, where it escapes nothing. */
class Title extends String {
  override toString(): string {
    return escape(super.toString())
  }
}

/**
 * Pages wait for the last of them, of which their foot tells the number. pdfkit keeps each in as many pieces as it has
 * strokes, which take several times the room of what is in them.
 */
function gather({ page }: PDFDocument): void {
  const { content } = page as unknown as { readonly content: { buffer: readonly Uint8Array[] } }
  content.buffer = [join(content.buffer)]
}

async function collect(document: PDFDocument): Promise<Uint8Array<ArrayBuffer>> {
  const { promise, resolve, reject } = Promise.withResolvers<Uint8Array<ArrayBuffer>>()
  const chunks: Uint8Array[] = []
  document
    .on('data', (chunk) => chunks.push(chunk))
    .on('error', reject)
    .on('end', () => resolve(join(chunks)))
  return await promise
}

function join(chunks: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.length
  }
  return bytes
}
