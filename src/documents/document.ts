/**
 * The one way in: any document that a tracker comes as, bytes in, tables out, or why not. Chooses by content, not by
 * name. Hides formats; knows nothing of actions.
 *
 *   readDocument({ bytes })                // { ok: true, value: [{ sheet: 'Actions', rows: […], … }] }
 *   readDocument({ bytes: aPdf })          // { ok: false, error: { code: 'otherFormat', values: { format: 'PDF' } } }
 */

import type { Result } from '../domain/result.ts'
import { checkText, openContent, orProblem } from './content.ts'
import { findDelimiter, parseDelimited, type Delimiter } from './delimited.ts'
import { turnSideHeadings } from './sideheadings.ts'
import { readFragment, readMarkupTables } from './markup.ts'
import { readOffice } from './office/office.ts'
import { filledCells, LIMITS, Unreadable, type DocumentProblem, type Limits, type Row, type Table } from './table.ts'
import { cleanText } from './text.ts'

export interface DocumentText {
  /** Name of the file, where there is one. */
  readonly name?: string
  readonly text: string
  readonly type: 'text' | 'html' | 'unknown'
}

export interface DocumentBytes {
  readonly name?: string
  readonly bytes: Uint8Array
  /** What a clipboard calls it. */
  readonly type?: 'text' | 'html' | 'unknown'
}

/** Reads every table of a file. Call it where it can be ended: what is hostile is refused, but in its own time. */
export function readDocument(
  { bytes, type = 'unknown', ...about }: DocumentBytes,
  limits: Limits = LIMITS,
): Result<Table[], DocumentProblem> {
  return orProblem(() => {
    const content = openContent(bytes, limits)
    if (content.kind === 'package') return usable(readOffice(content.bytes, limits), limits)
    return usable(readAnyText({ ...about, text: content.text, type }, limits), limits)
  })
}

/** Reads every table of a text or a page, as it was pasted or saved. */
export function readTables(source: DocumentText, limits: Limits = LIMITS): Result<Table[], DocumentProblem> {
  return orProblem(() => usable(readAnyText({ ...source, text: checkText(source.text, limits) }, limits), limits))
}

/** Those that hold something. Throws where there are none, or more than anybody's tracker has. */
function usable(tables: readonly Table[], limits: Limits): Table[] {
  const filled = turnSideHeadings(tables).filter((table) => table.rows.some((row) => filledCells(row) > 1))
  if (filled.length === 0) throw new Unreadable('noTable')
  const rows = filled.reduce((count, table) => count + table.rows.length, 0)
  const cells = filled.reduce((sum, table) => table.rows.reduce((count, row) => count + row.cells.length, sum), 0)
  if (rows > limits.rows || cells > limits.cells) throw new Unreadable('tooManyRows', { longest: limits.rows })
  return filled
}

/** @param source.text checked */
function readAnyText(source: DocumentText, limits: Limits): Table[] {
  const { text } = source
  if (isMarkup(source, text)) return readMarkupTables(text.slice(Math.max(0, text.indexOf('<'))), limits)
  const delimiter = /\.csv$/iu.test(source.name ?? '') ? (findDelimiter(text, 2) ?? ',') : findDelimiter(text, 3)
  return delimiter === null ? [] : [readText(text, delimiter, limits)]
}

/** The clipboard's own header (`Version:0.9 StartHTML:…`) stands before the page where a program saved it raw. */
const PAGE = /^\s*(?:Version:[\d.]+\s[\s\S]{0,400}?)?<(?:(?:\?xml|!doctype|html|head|body|meta|table|style)[\s>]|!--)/iu

function isMarkup(source: DocumentText, text: string): boolean {
  if (source.type !== 'unknown') return source.type === 'html'
  return PAGE.test(text.slice(0, 2000)) && /<table[\s>]/iu.test(text)
}

function readText(text: string, delimiter: Delimiter, limits: Limits): Table {
  const rows: Row[] = []
  const from = /^sep=.\r?\n/iu.test(text) ? 1 : 0
  // One more than is allowed says enough.
  for (const [index, written] of parseDelimited(text, delimiter, 4 * limits.rows).entries()) {
    const cells = delimiter === '|' ? withoutFrame(written) : written
    if (index < from || cells.every((cell) => cell.trim() === '')) continue
    const row = { row: index + 1, cells: cells.map((cell) => ({ text: cleanText(readFragment(cell)) })) }
    if (filledCells(row) > 0) rows.push(row)
    if (rows.length > limits.rows) break
  }
  const first = rows.findIndex((row) => filledCells(row) > 1)
  const caption = rows.slice(0, Math.max(0, first)).flatMap((row) => row.cells.map((cell) => cell.text))
  return { sheet: null, caption: caption.filter(Boolean), rows: rows.slice(Math.max(0, first)) }
}

/** `| No | Details |`, and the line of dashes under it, which is none of its rows. */
function withoutFrame(cells: readonly string[]): readonly string[] {
  if (cells.every((cell) => /^\s*:?-*:?\s*$/u.test(cell))) return []
  const framed = cells.length > 2 && cells[0]?.trim() === '' && cells.at(-1)?.trim() === ''
  return framed ? cells.slice(1, -1) : cells
}
