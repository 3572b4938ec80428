/**
 * A document as tables of plain cells, and why one can't be read: what every reader of a format gives, and all that
 * the rest of an import knows. Nothing of actions is here, and nothing of formats.
 */

import type { Values } from '../words/words.ts'

export interface Cell {
  /** Plain, one line a paragraph. */
  readonly text: string
  /** The cell is one with the cell above it. */
  readonly above?: true
}

export interface Row {
  /** Row of the source from 1, with blank rows and titles; of a page, rows of all its tables. A quoted cell with line breaks is in one row. */
  readonly row: number
  readonly cells: readonly Cell[]
  /** The document itself calls it a row of headings. */
  readonly heading?: true
}

/** What a document has besides words in cells, and no register can hold; and what was left out of the words. */
export const NOTICES = [
  'hiddenSheet',
  'hiddenRows',
  'image',
  'chart',
  'embedded',
  'comment',
  'deletedText',
  'hiddenText',
  'struckText',
  'nestedTable',
  'link',
  'outsideSource',
  'macros',
  'pivot',
  'formulaError',
  'formulaWithoutValue',
  'farCells',
] as const
export type NoticeCode = (typeof NOTICES)[number]

export interface Notice {
  readonly row: number
  /** From 0; null where it is about the whole row or document. */
  readonly column: number | null
  readonly code: NoticeCode
  readonly values?: Values
}

export interface Table {
  /** Name of the sheet, for a workbook. */
  readonly sheet: string | null
  /** Rows without any text are left out. */
  readonly rows: readonly Row[]
  /** Prose that stands before it. */
  readonly caption: readonly string[]
  readonly notices?: readonly Notice[]
  /** It is there to be taken by whom it suits, and left out until somebody takes it. */
  readonly offered?: true
}

export const DOCUMENT_PROBLEMS = [
  'empty',
  'missing',
  'binary',
  'otherFormat',
  'oldOffice',
  'encrypted',
  'archive',
  'damaged',
  'unsafe',
  'tooLarge',
  'tooManyRows',
  'unpacksTooFar',
  'tooSlow',
  'noTable',
] as const
export type DocumentProblemCode = (typeof DOCUMENT_PROBLEMS)[number]

/** Why a document can't be read at all. */
export interface DocumentProblem {
  readonly code: DocumentProblemCode
  readonly values?: Readonly<Record<string, string | number>>
}

/** Thrown inside a reader, caught where documents are opened (document.ts); nobody else sees it. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable'
  readonly problem: DocumentProblem

  constructor(code: DocumentProblemCode, values?: DocumentProblem['values']) {
    super(code)
    this.problem = values ? { code, values } : { code }
  }
}

/** What is read at most. Nobody's tracker is larger; what is would only stop the page, or the machine. */
export interface Limits {
  /** Bytes of the file. */
  readonly file: number
  /** Characters of text, in all cells. */
  readonly text: number
  readonly rows: number
  /** In one row; cells beyond are counted, not read. */
  readonly columns: number
  readonly cells: number
  /** Entries of a package. */
  readonly entries: number
  /** Bytes that really came out of a package's parts, all together. */
  readonly inflated: number
  /** Times that a part may be larger than what it was packed in. Tables of repeated words reach 60. */
  readonly ratio: number
}

export const LIMITS: Limits = {
  file: 32_000_000,
  text: 8_000_000,
  rows: 20_000,
  columns: 256,
  cells: 200_000,
  entries: 3000,
  inflated: 128_000_000,
  ratio: 250,
}

export function filledCells(row: Row): number {
  return row.cells.reduce((count, cell) => (cell.text === '' ? count : count + 1), 0)
}
