/**
 * A document as its lines and rows in their order: for documents in which the prose between the tables says what the
 * tables are of. Hides formats; headings, and what rows mean, are for its readers.
 *
 *   readBlocks({ bytes })   // [{ row: 1, cells: ['Getting the balance right?'] }, …, { row: 21, cells: ['1', 'Forces …', 'AMBER'] }]
 */

import type { Result } from '../domain/result.ts'
import { openContent, orProblem, type Content } from './content.ts'
import { findDelimiter, parseDelimited } from './delimited.ts'
import type { DocumentBytes } from './document.ts'
import { createGrid } from './grid.ts'
import { readFragment, readMarkupTables } from './markup.ts'
import { readOffice } from './office/office.ts'
import { LIMITS, Unreadable, type DocumentProblem, type Limits, type Notice, type Table } from './table.ts'
import { cleanText } from './text.ts'

export interface Block {
  readonly sheet: string | null
  /** Line of a text from 1; of a page or a Word document the row of its tables, for prose that of the next table. */
  readonly row: number
  /** A line of prose has one; each is plain, one line a paragraph. */
  readonly cells: readonly string[]
  readonly isLine: boolean
}

export interface Blocks {
  /** Without those that hold nothing. */
  readonly blocks: readonly Block[]
  /** What the document has besides words. */
  readonly notices: readonly (Notice & { readonly sheet: string | null })[]
}

/** Reads all of a file. Call it where it can be ended, as readDocument. */
export function readBlocks(
  { bytes, name, type = 'unknown' }: DocumentBytes,
  limits: Limits = LIMITS,
): Result<Blocks, DocumentProblem> {
  return orProblem(() => {
    const read = readContent(openContent(bytes, limits), { name: name ?? '', type }, limits)
    if (read.blocks.length === 0) throw new Unreadable('empty')
    return read
  })
}

const PAGE = /^\s*(?:Version:[\d.]+\s[\s\S]{0,400}?)?<(?:\?xml|!doctype|html|head|body|meta|div|table|style|!--)[\s>]/iu

function readContent(
  content: Content,
  { name, type }: { readonly name: string; readonly type: string },
  limits: Limits,
): Blocks {
  const grid = createGrid(limits)
  if (content.kind === 'package') return ofTables(readOffice(content.bytes, limits, grid), grid.rest())
  const { text } = content
  if (type === 'html' || (type === 'unknown' && PAGE.test(text))) {
    const tables = readMarkupTables(text.slice(Math.max(0, text.indexOf('<'))), limits, grid)
    return ofTables(tables, grid.rest())
  }
  return { blocks: readText(text, name, limits), notices: [] }
}

function ofTables(tables: readonly Table[], rest: readonly string[]): Blocks {
  const blocks: Block[] = []
  for (const { sheet, caption, rows } of tables) {
    const first = rows[0]?.row ?? (blocks.at(-1)?.row ?? 0) + 1
    for (const text of caption) blocks.push({ sheet, row: first, cells: [text], isLine: true })
    for (const { row, cells } of rows) blocks.push({ sheet, row, cells: cells.map((cell) => cell.text), isLine: false })
  }
  const last = blocks.at(-1)?.row ?? 1
  for (const text of rest) blocks.push({ sheet: null, row: last, cells: [text], isLine: true })
  const notices = tables.flatMap(({ sheet, notices = [] }) => notices.map((notice) => ({ ...notice, sheet })))
  return { blocks, notices }
}

/** Tabs where there are any, else what a list of equally wide rows is separated by; a text without either is lines. */
function readText(text: string, name: string, limits: Limits): readonly Block[] {
  const delimiter = /\.csv$/iu.test(name) ? (findDelimiter(text, 2) ?? ',') : '\t'
  const blocks: Block[] = []
  for (const [index, written] of parseDelimited(text, delimiter, 4 * limits.rows).entries()) {
    const cells = written.map((cell) => cleanText(readFragment(cell)))
    if (cells.every((cell) => cell === '')) continue
    if (blocks.length >= limits.rows) throw new Unreadable('tooManyRows', { longest: limits.rows })
    blocks.push({ sheet: null, row: index + 1, cells, isLine: cells.length === 1 })
  }
  return blocks
}
