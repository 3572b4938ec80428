/**
 * From a table's rows to records with named cells: headings, repeated headings, rows that belong to the row before,
 * cells beyond the headings. Puts cells where their columns say; what they mean is for tracker.ts.
 */

import { parseReference } from '../domain/reference.ts'
import type { Words } from '../words/words.ts'
import { COLUMNS, readHeader, recogniseColumns, type Column, type RecognisedColumns } from './columns.ts'
import type { Report } from './problem.ts'
import type { Notice, NoticeCode, Row, Table } from './table.ts'

export interface TrackerRow {
  readonly sheet: string | null
  readonly row: number
  /** What the document says, by column; columns of one kind are joined by a line break. Absent: no such column. */
  readonly texts: Map<Column, string>
  /** The row as it was. */
  readonly source: readonly string[]
  /** The heading of a column as written, or what the column is. */
  headingOf(column: Column): string
}

/** Reads the records of a table; what is not brought in is reported. */
export function readRecords(
  table: Table,
  chosen: readonly Column[] | null,
  report: Report,
  words: Words,
): { readonly records: TrackerRow[] } {
  const { sheet } = table
  const recognised = recogniseColumns(table)
  let current: RecognisedColumns = chosen ? { ...recognised, columns: chosen } : recognised
  const nameOf = (columns: RecognisedColumns, index: number): string =>
    columns.headings[index] || makeColumnLetters(index)
  const headingOf =
    (columns: RecognisedColumns) =>
    (column: Column): string =>
      columns.headings[columns.columns.indexOf(column)] || words.say(`documents.column.${column}`)

  if (!current.columns.includes('details')) {
    const row = table.rows[0]?.row ?? 1
    const text = table.rows[0]?.cells.map((cell) => cell.text).join(' ') ?? ''
    report.find({
      sheet,
      row,
      column: words.say('documents.column.details'),
      code: 'missingColumn',
      values: { text },
      lost: true,
    })
    tellNotices(table.notices?.filter((notice) => notice.code === 'hiddenSheet'))
    return { records: [] }
  }
  tellNotices(table.notices)
  const records: TrackerRow[] = []
  const start = current.headerRow === null ? 0 : table.rows.findIndex((row) => row.row === current.headerRow)
  for (const row of table.rows.slice(0, start)) stray(row)
  if (chosen === null) findUnknownColumns(current, table.rows.slice(start + 1))

  for (const row of table.rows.slice(current.headerRow === null ? 0 : start + 1)) {
    const again = readHeader(row)
    if (again && isRepeated(again, current)) {
      if (
        chosen === null &&
        again.headings.join('\t') !== current.headings.slice(0, again.headings.length).join('\t')
      ) {
        current = again
        findUnknownColumns(
          current,
          table.rows.filter((each) => each.row > row.row),
        )
      }
      continue
    }
    const only = onlyCell(row)
    if (only && isStray(only.text, current.columns[only.index] ?? 'ignore')) {
      const last = records.at(-1)
      const to = last && lastColumn(last)
      const answer = stray(row, to)
      if (answer === 'take' && last && to) last.texts.set(to, `${last.texts.get(to) ?? ''}\n${only.text}`)
      continue
    }
    records.push(makeRecord(row))
  }
  return { records }

  function makeRecord(row: Row): TrackerRow {
    const columns = current
    const texts = new Map<Column, string>()
    for (const column of columns.columns) texts.set(column, '')
    for (const [index, cell] of row.cells.entries()) {
      const column = columns.columns[index]
      if (column === undefined && cell.text !== '') {
        report.find({
          sheet,
          row: row.row,
          column: makeColumnLetters(index),
          code: 'extraCell',
          values: { text: cell.text },
          lost: true,
        })
      }
      if (column === undefined || column === 'ignore' || cell.text === '') continue
      const before = texts.get(column)
      texts.set(column, before ? `${before}\n${cell.text}` : cell.text)
    }
    return { sheet, row: row.row, texts, source: row.cells.map((cell) => cell.text), headingOf: headingOf(columns) }
  }

  function tellNotices(notices: readonly Notice[] = []): void {
    for (const { row, column, code, values } of notices) {
      report.find({
        sheet,
        row,
        column: column === null ? '' : nameOf(recognised, column),
        code,
        values: { text: '', count: 1, outside: 'no', known: values?.['text'] ? 'yes' : 'no', ...values },
        lost: LOST.has(code),
      })
    }
  }

  function stray(row: Row, to?: Column | null): 'take' | 'leave' | null {
    const text = row.cells
      .map((cell) => cell.text)
      .filter(Boolean)
      .join(' ')
    const index = onlyCell(row)?.index ?? 0
    const mend = to ? ({ kind: 'joinRow', to } as const) : null
    return report.find({
      sheet,
      row: row.row,
      column: nameOf(current, index),
      code: 'strayText',
      values: { text },
      mend,
      lost: true,
    })
  }

  function findUnknownColumns(columns: RecognisedColumns, rows: readonly Row[]): void {
    for (const [index, column] of columns.columns.entries()) {
      const filled = rows.filter((row) => row.cells[index]?.text)
      if (column !== 'ignore' || (filled.length === 0 && !columns.headings[index])) continue
      report.find({
        sheet,
        row: columns.headerRow ?? rows[0]?.row ?? 1,
        column: nameOf(columns, index),
        code: 'unknownColumn',
        values: { heading: nameOf(columns, index), count: filled.length },
        lost: filled.length > 0,
      })
    }
  }
}

/** What no action will have, though the document does. */
const LOST = new Set<NoticeCode>(['image', 'chart', 'embedded', 'comment', 'hiddenText', 'link', 'farCells'])

/** `A`, `B`, … `AA`: what a column without a heading is called. */
export function makeColumnLetters(index: number): string {
  const last = String.fromCodePoint(65 + (index % 26))
  return index < 26 ? last : makeColumnLetters(Math.floor(index / 26) - 1) + last
}

/** Headings come again on every page; other headings in the middle mean that another table begins. */
function isRepeated(again: RecognisedColumns, current: RecognisedColumns): boolean {
  const known = (columns: RecognisedColumns): number => columns.columns.filter((column) => column !== 'ignore').length
  return known(again) >= Math.min(3, known(current))
}

function onlyCell(row: Row): { readonly index: number; readonly text: string } | null {
  const filled = row.cells.flatMap(({ text }, index) => (text === '' ? [] : [{ index, text }]))
  return filled.length === 1 ? (filled[0] ?? null) : null
}

/** A number without anything else is an empty action, and the only text under "Details" one without a number. */
function isStray(text: string, column: Column): boolean {
  return column === 'reference' ? parseReference(text) === null && !/^\d+$/u.test(text) : column !== 'details'
}

function lastColumn(record: TrackerRow): Column | null {
  const filled = COLUMNS.filter((column) => column !== 'ignore' && column !== 'reference' && record.texts.get(column))
  return filled.at(-1) ?? null
}
