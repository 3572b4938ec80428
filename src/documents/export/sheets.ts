/**
 * A workbook of several sheets, each a table under its title: head row and first column stay in sight, figures are
 * numbers so that an analyst can go on from there, every word is text and says so. Nothing is hidden in it.
 */

import { columnLetter, heightOf, makeCell, makePageEnds, SHEETS, STYLE_SHEET, STYLES } from './excel.ts'
import { escape, makePackage, RELATION } from './openxml.ts'

export type Value = string | number | null

export interface Sheet {
  readonly name: string
  readonly title: string
  /** What is said under its title. */
  readonly lines?: readonly string[]
  readonly columns: readonly { readonly heading: string; readonly width: number }[]
  readonly rows: readonly (readonly Value[])[]
  /** The last so many rows are sums. */
  readonly totals: number
}

export interface Book extends PageEnds {
  /** Its name as a document. */
  readonly title: string
  readonly sheets: readonly Sheet[]
  /** Told of each row that is written. */
  readonly onRow?: () => void
}

/** What stands on each printed page. */
type PageEnds = Parameters<typeof makePageEnds>[0]

export function makeBook({ title, sheets, onRow = () => {}, ...marked }: Book): Uint8Array {
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
        ...part(`worksheets/sheet${index + 1}`, 'worksheet', makeSheet(sheet, marked, onRow)),
      })),
      { kind: 'styles', ...part('styles', 'styles', STYLE_SHEET) },
    ],
    title,
  )
}

/** Of the headings, which stand under the title and its lines. */
function headingRowOf({ lines = [] }: Sheet): number {
  return 2 + lines.length
}

function makeSheet(sheet: Sheet, marked: PageEnds, onRow: () => void): string {
  const { title, lines = [], columns, rows, totals } = sheet
  const last = columnLetter(columns.length - 1)
  const headingRow = headingRowOf(sheet)
  const lastRow = headingRow + rows.length
  const widths = columns.map(({ width }) => width)
  const line = (row: number, cells: readonly Value[], styleOf: (value: Value, column: number) => number): string => {
    const height = heightOf(
      cells.map((value) => String(value ?? '')),
      widths,
    )
    const written = cells.map((value, column) =>
      makeValue(`${columnLetter(column)}${row}`, value, styleOf(value, column)),
    )
    return `<row r="${row}" ht="${height}">${written.join('')}</row>`
  }
  const head = line(
    headingRow,
    columns.map(({ heading }) => heading),
    // The heading of figures ends where they end.
    (_, column) => (rows.length > 0 && rows.every((row) => isFigure(row[column])) ? STYLES.figures : STYLES.heading),
  )
  const body = rows.map((cells, index) => {
    onRow()
    const isTotal = index >= rows.length - totals
    const [words, figures] = isTotal ? [STYLES.heading, STYLES.total] : [STYLES.text, STYLES.number]
    return line(headingRow + 1 + index, cells, (value) => (isFigure(value) ? figures : words))
  })
  // In no merged cells: they would cut it off where the table ends.
  const above = lines.map(
    (text, index) => `<row r="${index + 2}">${makeCell(`A${index + 2}`, STYLES.line, text)}</row>`,
  )
  return (
    `<worksheet xmlns="${SHEETS}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>` +
    `<dimension ref="A1:${last}${lastRow}"/><sheetViews><sheetView workbookViewId="0">` +
    `<pane xSplit="1" ySplit="${headingRow}" topLeftCell="B${headingRow + 1}" activePane="bottomRight" state="frozen"/>` +
    '<selection pane="bottomRight"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>' +
    `<cols>${columns.map(({ width }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`).join('')}</cols>` +
    `<sheetData><row r="1" ht="24" customHeight="1">${makeCell('A1', STYLES.title, `${title} · ${marked.marking}`)}</row>` +
    `${above.join('')}${head}${body.join('')}</sheetData>` +
    '<pageMargins left="0.5" right="0.5" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>' +
    '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>' +
    makePageEnds(marked) +
    '</worksheet>'
  )
}

function isFigure(value: Value | undefined): value is number {
  return typeof value === 'number'
}

function makeValue(place: string, value: Value, style: number): string {
  return isFigure(value) ? `<c r="${place}" s="${style}"><v>${value}</v></c>` : makeCell(place, style, value ?? '')
}

/** The names are those of the rows that come again on each printed page. */
function makeWorkbook(sheets: readonly Sheet[]): string {
  const named = sheets.map(
    ({ name }, index) => `<sheet name="${escape(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  )
  const titles = sheets.map((sheet, index) => {
    const [row, name] = [headingRowOf(sheet), sheet.name.replaceAll("'", "''")]
    return `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${escape(`'${name}'!$${row}:$${row}`)}</definedName>`
  })
  return (
    `<workbook xmlns="${SHEETS}" xmlns:r="${RELATION}"><sheets>${named.join('')}</sheets>` +
    `<definedNames>${titles.join('')}</definedNames></workbook>`
  )
}
