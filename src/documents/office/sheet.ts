/**
 * One sheet of a workbook, read as a stream: only cells with words are kept, wherever they stand, so that a sheet which
 * claims a million rows costs what it holds.
 */

import { Unreadable, type Cell, type Limits, type Notice, type NoticeCode, type Row, type Table } from '../table.ts'
import { cleanText } from '../text.ts'
import { showNumber, type Epoch } from './formats.ts'
import type { Package } from './package.ts'
import { readXml } from './xml.ts'

export interface SheetOptions {
  readonly name: string
  readonly strings: readonly string[]
  /** The format of a cell's style. */
  formatOf(style: number): string
  readonly epoch: Epoch
  readonly limits: Limits
}

interface OpenCell {
  readonly column: number
  readonly type: string
  readonly style: number
  value: string
  inline: string
  formula: boolean
  /** Something stood in `<v>`. */
  valued: boolean
}

interface Merge {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

const MOST_MERGES = 20_000
const MOST_NOTICES = 500

export function readSheet(source: Package, part: string, options: SheetOptions): Table {
  const { limits } = options
  const rows = new Map<number, { cells: Map<number, string>; width: number }>()
  const merges: Merge[] = []
  const notices: Notice[] = []
  const find = (row: number, column: number | null, code: NoticeCode, values?: Notice['values']): void => {
    if (notices.length < MOST_NOTICES) notices.push({ row, column, code, ...(values ? { values } : {}) })
  }
  let [at, column, hidden, far, farRow, counted, length] = [0, -1, 0, 0, 0, 0, 0]
  let isHidden = false
  let cell: OpenCell | null = null
  let into: 'value' | 'inline' | null = null

  const keep = (text: string, { column }: OpenCell): void => {
    if (text === '') return
    if (column >= limits.columns) {
      far += 1
      farRow ||= at
      return
    }
    const row = rows.get(at) ?? { cells: new Map<number, string>(), width: 0 }
    if (row.cells.size === 0) {
      rows.set(at, row)
      if (isHidden) hidden += 1
      if (rows.size > limits.rows) throw new Unreadable('tooManyRows', { longest: limits.rows })
    }
    counted += Math.max(1, column + 1 - row.width)
    row.width = Math.max(row.width, column + 1)
    length += text.length
    if (counted > limits.cells) throw new Unreadable('tooManyRows', { longest: limits.rows })
    if (length > limits.text) throw new Unreadable('tooLarge', { longest: limits.text })
    row.cells.set(column, text)
  }

  const close = (read: OpenCell): void => {
    const text = cleanText(unescape(textOf(read, options)))
    if (read.type === 'e') find(at, read.column, 'formulaError', { text })
    else if (read.formula && !read.valued) find(at, read.column, 'formulaWithoutValue')
    else keep(text, read)
  }

  readXml(source, part, {
    open(name, attribute) {
      if (name === 's:row') {
        at = Number(attribute('r') ?? at + 1)
        column = -1
        isHidden = isOn(attribute('hidden'))
      } else if (name === 's:c') {
        const place = parsePlace(attribute('r') ?? '')
        column = place?.column ?? column + 1
        at = place?.row ?? at
        const style = Number(attribute('s') ?? 0)
        cell = { column, type: attribute('t') ?? 'n', style, value: '', inline: '', formula: false, valued: false }
      } else if (name === 's:v') into = 'value'
      else if (name === 's:t' && cell) into = 'inline'
      else if (name === 's:f' && cell) cell.formula = true
      // How Japanese words sound stands beside them.
      else if (name === 's:rPh') into = null
      else if (name === 's:mergeCell' && merges.length < MOST_MERGES) {
        const merge = parseMerge(attribute('ref') ?? '')
        if (merge) merges.push(merge)
      }
    },
    text(text) {
      if (!cell || !into) return
      cell[into] += text
      if (into === 'value') cell.valued = true
      if (cell[into].length > limits.text) throw new Unreadable('tooLarge', { longest: limits.text })
    },
    close(name) {
      if (name === 's:v' || name === 's:t') into = null
      if (name !== 's:c' || !cell) return
      close(cell)
      cell = null
    },
  })
  const covered = findCovered(merges, rows)
  const read = [...rows]
    .toSorted(([a], [b]) => a - b)
    .map(([row, { cells, width }]): Row => {
      const above = covered.get(row)
      const makeCell = (_: unknown, index: number): Cell => {
        const text = cells.get(index) ?? ''
        return above?.has(index) ? { text, above: true } : { text }
      }
      return { row, cells: Array.from({ length: Math.max(width, 1 + Math.max(-1, ...(above ?? []))) }, makeCell) }
    })
  const first = read[0]?.row ?? 1
  if (far > 0) find(farRow, null, 'farCells', { count: far, columns: limits.columns })
  if (hidden > 0) find(first, null, 'hiddenRows', { count: hidden })
  return withTitle(options.name, read, notices)
}

/** Lines of one cell above the table are its title. */
function withTitle(sheet: string, rows: readonly Row[], notices: readonly Notice[]): Table {
  const isLine = (row: Row): boolean => row.cells.filter((cell) => cell.text !== '').length === 1
  const start = rows.findIndex((row) => !isLine(row))
  const title = rows.slice(0, Math.max(0, start))
  return {
    sheet,
    rows: rows.slice(Math.max(0, start)),
    caption: title.flatMap((row) => row.cells.map((cell) => cell.text).filter(Boolean)),
    ...(notices.length > 0 ? { notices } : {}),
  }
}

function textOf({ type, value, inline, style }: OpenCell, { strings, formatOf, epoch }: SheetOptions): string {
  switch (type) {
    case 's':
      return strings[Number(value)] ?? ''
    case 'inlineStr':
      return inline
    case 'b':
      return value === '1' ? 'Yes' : value === '0' ? 'No' : value
    case 'd':
      // An ISO day, with a time that nobody needs.
      return value.slice(0, 10)
    case 'n':
      return value === '' ? inline : showNumber(value, formatOf(style), epoch)
    default:
      return value
  }
}

/** Characters that XML can't hold stand as `_x000D_` (ECMA-376-1, 22.9.2.19). */
function unescape(text: string): string {
  if (!text.includes('_x')) return text
  return text.replaceAll(/_x([\dA-F]{4})_/giu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}

/** By row, the columns of cells that are one with the cell above; only rows that are there. */
function findCovered(
  merges: readonly Merge[],
  rows: ReadonlyMap<number, { readonly cells: ReadonlyMap<number, string> }>,
): Map<number, Set<number>> {
  const covered = new Map<number, Set<number>>()
  const sorted = [...rows.keys()].toSorted((a, b) => a - b)
  for (const { top, bottom, left, right } of merges) {
    if (bottom === top) continue
    for (let index = firstAfter(sorted, top); (sorted[index] ?? Infinity) <= bottom; index += 1) {
      const row = sorted[index] ?? 0
      const columns = covered.get(row) ?? new Set()
      for (let column = left; column <= Math.min(right, left + 64); column += 1) columns.add(column)
      covered.set(row, columns)
    }
  }
  return covered
}

function firstAfter(sorted: readonly number[], row: number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? 0) <= row) low = middle + 1
    else high = middle
  }
  return low
}

function parseMerge(reference: string): Merge | null {
  const [from, to] = reference.split(':').map(parsePlace)
  if (!from || !to) return null
  return { top: from.row, bottom: to.row, left: from.column, right: to.column }
}

const PLACE = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/u

/** `B2` is row 2, column 1: rows from 1 as people count them, columns from 0. */
export function parsePlace(reference: string): { readonly row: number; readonly column: number } | null {
  const match = PLACE.exec(reference)
  if (!match) return null
  let column = 0
  for (const letter of match[1] ?? '') column = column * 26 + letter.charCodeAt(0) - 64
  return { row: Number(match[2]), column: column - 1 }
}

function isOn(value: string | undefined): boolean {
  return value === '1' || value === 'true'
}
