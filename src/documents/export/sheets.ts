/**
 * A workbook of several sheets, each a table under its title: head row and first column stay in sight, figures are
 * numbers so that an analyst can go on from there, every word is text and says so. Nothing is hidden in it.
 */

import { columnLetter, makeCell, makePageEnds, SHEETS, STYLE_SHEET, STYLES } from './excel.ts'
import { escape, makePackage, RELATION } from './openxml.ts'

export type Value = string | number | null

export interface Sheet {
  readonly name: string
  readonly title: string
  readonly columns: readonly { readonly heading: string; readonly width: number }[]
  readonly rows: readonly (readonly Value[])[]
  /** The last so many rows are sums. */
  readonly totals: number
}

export interface Book extends PageEnds {
  /** Its name as a document. */
  readonly title: string
  readonly sheets: readonly Sheet[]
}

/** What stands on each printed page. */
type PageEnds = Parameters<typeof makePageEnds>[0]

export function makeBook({ title, sheets, ...marked }: Book): Uint8Array {
  const part = (name: string, type: string, xml: string) => ({
    name: `xl/${name}.xml`,
    type: `spreadsheetml.${type}`,
    xml,
  })
  return makePackage(
    part('workbook', 'sheet.main', makeWorkbook(sheets)),
    [
      ...sheets.map((sheet, index) => ({
        kind: 'worksheet',
        ...part(`worksheets/sheet${index + 1}`, 'worksheet', makeSheet(sheet, marked)),
      })),
      { kind: 'styles', ...part('styles', 'styles', STYLE_SHEET) },
    ],
    title,
  )
}

const [TITLE_ROW, HEADING_ROW] = [1, 2]

function makeSheet({ title, columns, rows, totals }: Sheet, marked: PageEnds): string {
  const last = columnLetter(columns.length - 1)
  const lastRow = HEADING_ROW + rows.length
  const line = (cells: readonly Value[], row: number, words: number, numbers: number): string =>
    `<row r="${row}">${cells.map((value, column) => makeValue(`${columnLetter(column)}${row}`, value, words, numbers)).join('')}</row>`
  const lines = rows.map((cells, index) => {
    const isTotal = index >= rows.length - totals
    const row = HEADING_ROW + 1 + index
    return isTotal ? line(cells, row, STYLES.heading, STYLES.total) : line(cells, row, STYLES.text, STYLES.number)
  })
  const headings = columns.map(({ heading }) => heading)
  return (
    `<worksheet xmlns="${SHEETS}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>` +
    `<dimension ref="A1:${last}${lastRow}"/><sheetViews><sheetView workbookViewId="0">` +
    `<pane xSplit="1" ySplit="${HEADING_ROW}" topLeftCell="B${HEADING_ROW + 1}" activePane="bottomRight" state="frozen"/>` +
    '<selection pane="bottomRight"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>' +
    `<cols>${columns.map(({ width }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`).join('')}</cols>` +
    `<sheetData><row r="${TITLE_ROW}" ht="24" customHeight="1">${makeCell(`A${TITLE_ROW}`, STYLES.title, `${title} · ${marked.marking}`)}</row>` +
    `${line(headings, HEADING_ROW, STYLES.heading, STYLES.heading)}${lines.join('')}</sheetData>` +
    `<mergeCells count="1"><mergeCell ref="A${TITLE_ROW}:${last}${TITLE_ROW}"/></mergeCells>` +
    '<pageMargins left="0.5" right="0.5" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>' +
    '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>' +
    makePageEnds(marked) +
    '</worksheet>'
  )
}

function makeValue(place: string, value: Value, words: number, numbers: number): string {
  if (typeof value === 'number') return `<c r="${place}" s="${numbers}"><v>${value}</v></c>`
  return makeCell(place, words, value ?? '')
}

function makeWorkbook(sheets: readonly Sheet[]): string {
  const named = sheets.map(
    ({ name }, index) => `<sheet name="${escape(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  )
  return `<workbook xmlns="${SHEETS}" xmlns:r="${RELATION}"><sheets>${named.join('')}</sheets></workbook>`
}
