/**
 * A tracker as an Excel workbook of one sheet. Every cell is text and says so, also when somebody edits it: no words can
 * start a formula. Nothing is hidden: no sheet, row, column, name or cache besides what one sees.
 */

import { cellText } from './cell.ts'
import { STATUS_MARKS } from './mark.ts'
import { escape, makePackage, RELATION } from './openxml.ts'
import { tally, type OnRow } from './paper.ts'
import type { Tracker, TrackerColumn, TrackerRow } from './table.ts'

/** Excel ("Specifications and limits"): the most that one cell holds. What is longer goes on in the row below. */
const LONGEST_CELL = 32_767
const MOST_LINES = 253
/** Of the head and the foot of a printed page, all codes together; a longer handling instruction is cut there. */
const LONGEST_PAGE_END = 255

/** In characters. */
const WIDTHS: Readonly<Record<TrackerColumn, number>> = {
  reference: 8,
  details: 52,
  update: 72,
  owner: 22,
  due: 20,
  status: 20,
}

/** Places in `cellXfs` below. */
export const STYLES = { title: 1, heading: 2, text: 3, number: 4, total: 5, line: 6, figures: 7, longTitle: 8 } as const

const TITLE_ROW = 1
const HEADING_ROW = 2

export function makeExcel(tracker: Tracker, onRow: OnRow = () => {}): Uint8Array {
  const part = (name: string, type: string, xml: string) => ({
    name: `xl/${name}.xml`,
    type: `spreadsheetml.${type}`,
    xml,
  })
  return makePackage(
    part('workbook', 'sheet.main', makeWorkbook(tracker)),
    [
      { kind: 'worksheet', ...part('worksheets/sheet1', 'worksheet', makeSheet(tracker, onRow)) },
      { kind: 'styles', ...part('styles', 'styles', STYLE_SHEET) },
    ],
    `${tracker.title}, ${tracker.day}`,
  )
}

function makeSheet(tracker: Tracker, onRow: OnRow): string {
  const { columns, rows, title, day, marking } = tracker
  const last = columnLetter(columns.length - 1)
  const table = [columns.map(({ heading }) => heading), ...rows.flatMap((row) => makeLines(tracker, row))]
  const widths = columns.map(({ column }) => WIDTHS[column])
  const tell = tally(table.length, onRow)
  const lines = table.map((cells, index) => {
    tell()
    const row = HEADING_ROW + index
    const style = index === 0 ? STYLES.heading : STYLES.text
    return `<row r="${row}" ht="${heightOf(cells, widths)}">${cells.map((text, column) => makeCell(`${columnLetter(column)}${row}`, style, text)).join('')}</row>`
  })
  const about = [title, day, marking].join(' · ')
  const heading = makeCell(`A${TITLE_ROW}`, STYLES.longTitle, about)
  const margins = 'left="0.5" right="0.5" top="0.75" bottom="0.75" header="0.3" footer="0.3"'
  return (
    `<worksheet xmlns="${SHEETS}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>` +
    `<dimension ref="A1:${last}${HEADING_ROW + table.length - 1}"/>` +
    '<sheetViews><sheetView workbookViewId="0" tabSelected="1">' +
    `<pane ySplit="${HEADING_ROW}" topLeftCell="A${HEADING_ROW + 1}" activePane="bottomLeft" state="frozen"/>` +
    '<selection pane="bottomLeft"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>' +
    `<cols>${columns.map(({ column }, index) => `<col min="${index + 1}" max="${index + 1}" width="${WIDTHS[column]}" customWidth="1"/>`).join('')}</cols>` +
    `<sheetData><row r="${TITLE_ROW}" ht="${titleHeight(about, tracker)}" customHeight="1">${heading}</row>${lines.join('')}</sheetData>` +
    `<mergeCells count="1"><mergeCell ref="A${TITLE_ROW}:${last}${TITLE_ROW}"/></mergeCells>` +
    `<pageMargins ${margins}/><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>` +
    makePageEnds(tracker) +
    '</worksheet>'
  )
}

/** Points. Excel: a row is 409 points high at most. */
const LINE = 12.75
/** Of Arial, in one of Excel's: a width is that of the digit 0. */
const LETTERS = 1.12
const HIGHEST_ROW = 409
/** A letter of the title, in those widths. */
const TITLE_LETTER = 1.5

/** No program fits a row to cells that are merged. */
function titleHeight(text: string, { columns }: Tracker): number {
  const width = columns.reduce((sum, { column }) => sum + WIDTHS[column], 0)
  return 6 + 18 * Math.max(1, Math.ceil((text.length * TITLE_LETTER) / width))
}

/**
 * Of a row of words in columns of these widths. Not every program fits a row to its words by itself when it opens a file;
 * one that does may.
 */
export function heightOf(cells: readonly string[], widths: readonly number[]): number {
  const lines = cells.map((text, index) => {
    const width = (widths[index] ?? 0) * LETTERS
    if (!text.includes('\n')) return Math.ceil(text.length / width)
    return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / width)), 0)
  })
  return Math.min(HIGHEST_ROW, Math.ceil(Math.max(1, ...lines) * LINE + 3))
}

/** The marking on every printed page; `&` begins a code there. */
export function makePageEnds({ marking, words }: Pick<Tracker, 'marking' | 'words'>): string {
  const page = `&R${words.say('exporting.page', { page: '&P', pages: '&N' })}`
  const code = '&C&"-,Bold"'
  const whole = marking.replaceAll('&', '&&').slice(0, LONGEST_PAGE_END - code.length - page.length)
  // Half of a doubled sign would take the code that follows with it.
  const marked = whole.replace(/(?<=(?:^|[^&])(?:&&)*)&$/u, '')
  return (
    `<headerFooter><oddHeader>${escape(code + marked)}</oddHeader>` +
    `<oddFooter>${escape(code + marked + page)}</oddFooter></headerFooter>`
  )
}

/** The cells of an action: one row, and more only where a cell is longer than Excel has room for. */
function makeLines({ columns }: Tracker, { cells, colour }: TrackerRow): string[][] {
  const pieces = columns.map(({ column }) => {
    const mark = column === 'status' && colour ? `${STATUS_MARKS[colour]} ` : ''
    return splitLong(mark + cellText(cells[column]))
  })
  const height = Math.max(...pieces.map((each) => each.length))
  return Array.from({ length: height }, (_, line) => pieces.map((each) => each[line] ?? ''))
}

/** Between paragraphs where one fits, else between words. */
function splitLong(text: string): string[] {
  const pieces: string[] = []
  let piece: string[] = []
  let length = 0
  for (const line of text.split('\n').flatMap(cutLine)) {
    if (piece.length === MOST_LINES || length + line.length + 1 > LONGEST_CELL) {
      pieces.push(piece.join('\n'))
      piece = []
      length = 0
    }
    piece.push(line)
    length += line.length + 1
  }
  return [...pieces, piece.join('\n')]
}

function cutLine(line: string): string[] {
  if (line.length < LONGEST_CELL) return [line]
  const cut = line.lastIndexOf(' ', LONGEST_CELL - 1)
  const end = cut > 0 ? cut : LONGEST_CELL - 1
  return [line.slice(0, end), ...cutLine(line.slice(end).trimStart())]
}

export function makeCell(place: string, style: number, text: string): string {
  if (text === '') return `<c r="${place}" s="${style}"/>`
  return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escape(encode(text))}</t></is></c>`
}

/** ECMA-376, ST_Xstring: `_x0041_` would be read as a letter. */
function encode(text: string): string {
  return text.replaceAll(/_(?=x[\da-fA-F]{4}_)/gu, '_x005F_')
}

/** `A`, `Z`, `AA`: of a column counted from 0. */
export function columnLetter(index: number): string {
  const last = String.fromCodePoint(65 + (index % 26))
  return index < 26 ? last : columnLetter(Math.floor(index / 26) - 1) + last
}

function makeWorkbook({ words }: Tracker): string {
  const name = words.say('exporting.sheet')
  const titles = `'${name}'!$${HEADING_ROW}:$${HEADING_ROW}`
  return (
    `<workbook xmlns="${SHEETS}" xmlns:r="${RELATION}"><sheets><sheet name="${escape(name)}" sheetId="1" r:id="rId1"/></sheets>` +
    `<definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">${escape(titles)}</definedName></definedNames></workbook>`
  )
}

export const SHEETS = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const ALIGNED = '<alignment vertical="top" wrapText="1"/>'
const BORDER = ['left', 'right', 'top', 'bottom']
  .map((side) => `<${side} style="thin"><color rgb="FFA6A6A6"/></${side}>`)
  .join('')

/** Number format 49 is Excel's own "Text"; `quotePrefix` keeps what begins with a sign text when somebody edits it. */
export const STYLE_SHEET =
  `<styleSheet xmlns="${SHEETS}">` +
  '<fonts count="3"><font><sz val="10"/><name val="Arial"/></font><font><b/><sz val="13"/><name val="Arial"/></font>' +
  '<font><b/><sz val="10"/><name val="Arial"/></font></fonts>' +
  '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>' +
  '<fill><patternFill patternType="solid"><fgColor rgb="FFE3E7EC"/></patternFill></fill></fills>' +
  `<borders count="2"><border/><border>${BORDER}</border></borders>` +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="9"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  '<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyAlignment="1"><alignment vertical="center"/></xf>' +
  `<xf numFmtId="49" fontId="2" fillId="2" borderId="1" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">${ALIGNED}</xf>` +
  `<xf numFmtId="49" fontId="0" fillId="0" borderId="1" xfId="0" quotePrefix="1" applyNumberFormat="1" applyBorder="1" applyAlignment="1">${ALIGNED}</xf>` +
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="1" xfId="0" applyBorder="1" applyAlignment="1"><alignment vertical="top"/></xf>' +
  `<xf numFmtId="0" fontId="2" fillId="2" borderId="1" xfId="0" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">${ALIGNED}</xf>` +
  '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1"/>' +
  '<xf numFmtId="49" fontId="2" fillId="2" borderId="1" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment horizontal="right" vertical="top" wrapText="1"/></xf>' +
  '<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf>' +
  '</cellXfs></styleSheet>'
