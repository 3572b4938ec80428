/**
 * A document as tables of plain cells, whatever it was: pasted or saved text with tabs, CSV, HTML from a clipboard.
 * Hides formats; knows nothing of actions. Bytes and markup end here.
 */

import { accept, type Result } from '../domain/result.ts'
import { parseDelimited } from './delimited.ts'
import { readFragment, readMarkupTables } from './markup.ts'
import { cleanText } from './text.ts'

export interface Cell {
  /** Plain, one line a paragraph. */
  readonly text: string
}

export interface Row {
  /** Row of the source from 1, with blank rows and titles; of a page, rows of all its tables. A quoted cell with line breaks is in one row. */
  readonly row: number
  readonly cells: readonly Cell[]
}

export interface Table {
  /** Name of the sheet, for a workbook. */
  readonly sheet: string | null
  /** Rows without any text are left out. */
  readonly rows: readonly Row[]
  /** Prose that stands before it. */
  readonly caption: readonly string[]
}

export const DOCUMENT_PROBLEMS = ['empty', 'binary', 'office', 'tooLarge', 'noTable', 'missing'] as const
export type DocumentProblemCode = (typeof DOCUMENT_PROBLEMS)[number]

/** Why a document can't be read at all. */
export interface DocumentProblem {
  readonly code: DocumentProblemCode
  readonly values?: Readonly<Record<string, string | number>>
}

export interface DocumentText {
  /** Name of the file, where there is one. */
  readonly name?: string
  readonly text: string
  readonly type: 'text' | 'html' | 'unknown'
}

/** Nobody's tracker is larger; what is would only stop the page. */
export const LARGEST_TEXT = 8_000_000
export const MOST_ROWS = 20_000
export const MOST_CELLS = 200_000

/** Reads every table of a document. Refuses, as a value, what holds none. */
export function readTables(source: DocumentText): Result<Table[], DocumentProblem> {
  const text = source.text.replace(/^\uFEFF/u, '')
  if (text.length > LARGEST_TEXT) return fail({ code: 'tooLarge', values: { longest: LARGEST_TEXT } })
  if (text.trim() === '') return fail({ code: 'empty' })
  if (text.startsWith('PK\u0003\u0004')) return fail({ code: 'office' })
  if (text.includes('\u0000')) return fail({ code: 'binary' })
  const tables = isMarkup(source, text) ? readPage(text) : readText(text, source.name)
  if (tables === null) return fail({ code: 'tooLarge', values: { longest: LARGEST_TEXT } })
  const filled = tables.filter((table) => table.rows.some((row) => filledCells(row) > 1))
  if (filled.length === 0) return fail({ code: 'noTable' })
  const rows = filled.reduce((count, table) => count + table.rows.length, 0)
  const cells = filled.reduce((sum, table) => table.rows.reduce((count, row) => count + row.cells.length, sum), 0)
  if (rows > MOST_ROWS || cells > MOST_CELLS) return fail({ code: 'tooLarge', values: { longest: MOST_ROWS } })
  return accept(filled)
}

function filledCells(row: Row): number {
  return row.cells.filter((cell) => cell.text !== '').length
}

/** The clipboard's own header (`Version:0.9 StartHTML:…`) stands before the page where a program saved it raw. */
const PAGE = /^\s*(?:Version:[\d.]+\s[\s\S]{0,400}?)?<(?:(?:!doctype|html|head|body|meta|table|style)[\s>]|!--)/iu

function isMarkup(source: DocumentText, text: string): boolean {
  if (source.type !== 'unknown') return source.type === 'html'
  return PAGE.test(text.slice(0, 2000)) && /<table[\s>]/iu.test(text)
}

function readPage(html: string): Table[] | null {
  const tables = readMarkupTables(html.slice(Math.max(0, html.indexOf('<'))))
  let row = 0
  if (tables === null) return null
  return tables.map(({ caption, rows }) => ({
    sheet: null,
    caption,
    rows: rows
      .map((cells) => {
        row += 1
        return { row, cells: cells.map((text) => ({ text })) }
      })
      .filter((each) => filledCells(each) > 0),
  }))
}

function readText(text: string, name: string | undefined): Table[] {
  const rows: Row[] = []
  for (const [index, cells] of parseDelimited(text, delimiterOf(text, name)).entries()) {
    if (cells.every((cell) => cell.trim() === '')) continue
    const row = { row: index + 1, cells: cells.map((cell) => ({ text: cleanText(readFragment(cell)) })) }
    if (filledCells(row) > 0) rows.push(row)
    // One more than is allowed says enough.
    if (rows.length > MOST_ROWS) break
  }
  const first = rows.findIndex((row) => filledCells(row) > 1)
  const caption = rows.slice(0, Math.max(0, first)).flatMap((row) => row.cells.map((cell) => cell.text))
  return [{ sheet: null, caption: caption.filter(Boolean), rows: rows.slice(Math.max(0, first)) }]
}

/** Tabs, unless the file says that it is CSV and holds none; then whichever its longest line of headings holds more of. */
function delimiterOf(text: string, name: string | undefined): '\t' | ',' | ';' {
  if (text.includes('\t') || !/\.csv$/iu.test(name ?? '')) return '\t'
  const start = text.slice(0, 2000)
  return start.split(';').length > start.split(',').length ? ';' : ','
}

function fail(error: DocumentProblem): Result<never, DocumentProblem> {
  return { ok: false, error }
}
