/**
 * Builds tables from what passes by while a page or a Word document is read: tables in cells of tables, cells over
 * several columns or rows, prose between. A table that only lays out a page gives way to the tables in its cells.
 *
 *   grid.openTable(); grid.openRow(); grid.openCell({ columns: 2 }); grid.line('No'); grid.closeCell(); …
 */

import type { Values } from '../words/words.ts'
import {
  filledCells,
  Unreadable,
  type Cell,
  type Limits,
  type Notice,
  type NoticeCode,
  type Row,
  type Table,
} from './table.ts'
import { cleanText } from './text.ts'

export interface CellShape {
  readonly columns?: number
  readonly rows?: number
  /** One with the cell above it. */
  readonly above?: boolean
}

export interface Grid {
  /** A paragraph, or a line of one. */
  line(text: string): void
  openTable(): void
  closeTable(): void
  openRow(): void
  /** @param row.dropped it isn't there, as its author sees it */
  closeRow(row?: { readonly heading?: boolean; readonly dropped?: boolean }): void
  openCell(shape: CellShape): void
  closeCell(): void
  /** True while words would be a cell's. */
  inCell(): boolean
  /** The words of the cell that is open, so far. */
  isEmptyCell(): boolean
  /** Says something of the cell that is open, or of the document. */
  notice(code: NoticeCode, values?: Values): void
  /** Closes what is open and gives every table in its order. */
  tables(): Table[]
  /** Prose that stands after the last table. */
  rest(): readonly string[]
}

interface OpenNotice {
  readonly column: number | null
  readonly code: NoticeCode
  readonly values?: Values
}

interface OpenCell extends CellShape {
  readonly column: number
  readonly content: (string | Frame)[]
}

interface OpenRow {
  readonly cells: { readonly content: (string | Frame)[]; readonly above: boolean }[]
  readonly notices: OpenNotice[]
  heading: boolean
}

interface Frame {
  readonly caption: string[]
  readonly rows: OpenRow[]
  row: OpenRow | null
  cell: OpenCell | null
  /** Column to the number of rows that a cell from above still covers. */
  readonly covered: Map<number, number>
  nested: boolean
}

/** No table of words spans more; a forged span would make millions of cells. */
const WIDEST_SPAN = 64
/** What stands in tables deeper than this is text. */
const DEEPEST = 12

export function createGrid(limits: Limits): Grid {
  const outer: Frame[] = []
  const open: Frame[] = []
  let caption: string[] = []
  let tooDeep = 0
  let [rows, cells, length] = [0, 0, 0]
  const loose: OpenNotice[] = []

  const addCell = (row: OpenRow, cell: OpenRow['cells'][number]): void => {
    cells += 1
    if (cells > limits.cells) throw new Unreadable('tooManyRows', { longest: limits.rows })
    row.cells.push(cell)
  }
  const skipCovered = (frame: Frame, row: OpenRow): void => {
    for (let column = row.cells.length; (frame.covered.get(column) ?? 0) > 0; column = row.cells.length) {
      frame.covered.set(column, (frame.covered.get(column) ?? 0) - 1)
      addCell(row, { content: [], above: true })
    }
  }

  const grid: Grid = {
    line(text) {
      const frame = open.at(-1)
      length += text.length
      if (length > limits.text) throw new Unreadable('tooLarge', { longest: limits.text })
      if (frame?.cell) frame.cell.content.push(text)
      else if (open.length > 1) open.at(-2)?.cell?.content.push(text)
      else (frame?.caption ?? caption).push(...cleanText(text).split('\n').filter(Boolean))
    },
    openTable() {
      if (open.length >= DEEPEST) {
        tooDeep += 1
        return
      }
      const frame: Frame = { caption: [], rows: [], row: null, cell: null, covered: new Map(), nested: false }
      const parent = open.at(-1)
      if (parent) {
        parent.nested = true
        parent.cell?.content.push(frame)
      } else {
        frame.caption.push(...caption)
        caption = []
        outer.push(frame)
      }
      open.push(frame)
    },
    closeTable() {
      if (tooDeep > 0) {
        tooDeep -= 1
        return
      }
      grid.closeRow()
      open.pop()
    },
    openRow() {
      const frame = open.at(-1)
      if (!frame || tooDeep > 0) return
      grid.closeRow()
      frame.row = { cells: [], notices: [], heading: false }
    },
    closeRow({ heading = false, dropped = false } = {}) {
      const frame = open.at(-1)
      if (!frame || tooDeep > 0) return
      grid.closeCell()
      const { row } = frame
      if (!row) return
      skipCovered(frame, row)
      frame.row = null
      row.heading = heading
      if (dropped) {
        // What is said of a row that goes is said of the row before.
        ;(frame.rows.at(-1)?.notices ?? loose).push(...row.notices)
        return
      }
      rows += 1
      if (rows > limits.rows) throw new Unreadable('tooManyRows', { longest: limits.rows })
      frame.rows.push(row)
    },
    openCell(shape) {
      const frame = open.at(-1)
      if (!frame || tooDeep > 0) return
      grid.closeCell()
      frame.row ??= { cells: [], notices: [], heading: false }
      skipCovered(frame, frame.row)
      frame.cell = { ...shape, column: frame.row.cells.length, content: [] }
    },
    closeCell() {
      const frame = open.at(-1)
      if (!frame?.cell || !frame.row || tooDeep > 0) return
      const { cell, row } = frame
      frame.cell = null
      const height = spanOf(cell.rows)
      for (let column = 0; column < spanOf(cell.columns); column += 1) {
        if (height > 1) frame.covered.set(row.cells.length, height - 1)
        addCell(row, { content: column === 0 ? cell.content : [], above: cell.above === true })
      }
    },
    rest: () => caption,
    inCell: () => open.at(-1)?.cell != null,
    isEmptyCell: () => open.at(-1)?.cell?.content.length === 0,
    notice(code, values) {
      const { row, cell } = open[0] ?? { row: null, cell: null }
      const notice = { column: cell?.column ?? null, code, ...(values ? { values } : {}) }
      const list = row?.notices ?? loose
      if (list.length < MOST_NOTICES) list.push(notice)
    },
    tables() {
      while (open.length > 0) {
        tooDeep = 0
        grid.closeTable()
      }
      let number = 0
      const nextRow = (): number => (number += 1)
      const made = outer.flatMap((frame) => makeTables(frame, nextRow))
      const first = made.find((table) => table.rows.length > 0)
      if (!first) return made
      const row = first.rows[0]?.row ?? 1
      const notices = [...sumUp(loose).map((notice) => ({ ...notice, row })), ...(first.notices ?? [])]
      return made.map((table) => (table === first && notices.length > 0 ? { ...table, notices } : table))
    },
  }
  return grid
}

/** Nobody reads more about one row. */
const MOST_NOTICES = 200

function spanOf(span = 1): number {
  return Number.isInteger(span) && span >= 1 ? Math.min(span, WIDEST_SPAN) : 1
}

/** What stands between the tables is counted: forty logos are one sentence. */
function sumUp(notices: readonly OpenNotice[]): OpenNotice[] {
  return [...Map.groupBy(notices, ({ code, values }) => JSON.stringify([code, values?.['text'] ?? '']))].flatMap(
    ([, [first, ...more]]) =>
      first ? [{ ...first, values: { ...first.values, count: 1 + more.length, outside: 'yes' } }] : [],
  )
}

function makeTables(frame: Frame, nextRow: () => number, before: readonly string[] = []): Table[] {
  const caption = [...before, ...frame.caption]
  if (isLayout(frame)) {
    const tables: Table[] = []
    let prose = caption
    for (const content of frame.rows.flatMap((row) => row.cells.flatMap((cell) => cell.content))) {
      if (typeof content === 'string') prose.push(...cleanText(content).split('\n').filter(Boolean))
      else {
        tables.push(...makeTables(content, nextRow, prose))
        prose = []
      }
    }
    return tables
  }
  const notices: Notice[] = []
  const rows: Row[] = []
  for (const { cells, heading, notices: said } of frame.rows) {
    const row = nextRow()
    const made = cells.map(({ content, above }, column): Cell => {
      if (content.some((each) => typeof each !== 'string')) notices.push({ row, column, code: 'nestedTable' })
      return above ? { text: textOf(content), above } : { text: textOf(content) }
    })
    const read: Row = { row, cells: made, ...(heading ? { heading } : {}) }
    for (const notice of said) notices.push({ ...notice, row })
    if (filledCells(read) > 0) rows.push(read)
  }
  return [{ sheet: null, caption, rows, ...(notices.length > 0 ? { notices } : {}) }]
}

/** One cell a row, with tables in them: they are what its author made. */
function isLayout(frame: Frame): boolean {
  if (!frame.nested) return false
  return frame.rows.every((row) => row.cells.filter((cell) => cell.content.some(isThere)).length <= 1)
}

function isThere(content: string | Frame): boolean {
  return typeof content !== 'string' || content.trim() !== ''
}

function textOf(content: readonly (string | Frame)[]): string {
  const lines = content.map((each) =>
    typeof each === 'string'
      ? each
      : [...each.caption, ...each.rows.flatMap((row) => row.cells.map((cell) => textOf(cell.content)))].join('\n'),
  )
  return cleanText(lines.join('\n'))
}
