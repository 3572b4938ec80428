/**
 * From a table's rows to records with named cells: headings, repeated headings, rows that belong to the row before,
 * cells beyond the headings. Puts cells where their columns say; what they mean is for tracker.ts.
 */

import type { Day } from '../domain/day.ts'
import { parseReference } from '../domain/reference.ts'
import type { Words } from '../words/words.ts'
import { isNumberish, type Column, type RecognisedColumns } from './columns.ts'
import { NUMERIC_DAY, PARTIAL_DAY, startsWithDay, WORDED_DAY } from './dates.ts'
import { joinTorn } from './continuation.ts'
import { readSerialDay } from './misread.ts'
import { makeColumnLetters, tellNotices } from './notices.ts'
import { isReadableDue } from './ownerdue.ts'
import type { Report } from './problem.ts'
import type { TrackerRow } from './record.ts'
import { splitSections, type SectionHeading } from './sections.ts'
import type { Row, Table } from './table.ts'

/** Reads the records of a table; what is not brought in is reported. */
export function readRecords(
  table: Table,
  chosen: readonly Column[] | null,
  report: Report,
  words: Words,
): { readonly records: TrackerRow[]; readonly before: readonly string[] } {
  const { sheet } = table
  const { columns: recognised, sections, before } = splitSections(table, chosen)
  let current = recognised
  const nameOf = (columns: RecognisedColumns, index: number): string =>
    columns.headings[index] || makeColumnLetters(index)
  const headingOf =
    (columns: RecognisedColumns) =>
    (column: Column): string =>
      columns.headings[columns.columns.indexOf(column)] || words.say(`documents.column.${column}`)

  if (!recognised.columns.includes('details')) {
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
    const hidden = table.notices?.filter((notice) => notice.code === 'hiddenSheet') ?? []
    tellNotices(hidden, sheet, report, (column) => nameOf(recognised, column))
    return { records: [], before: [] }
  }
  tellNotices(table.notices ?? [], sheet, report, (column) => nameOf(recognised, column))
  const records: TrackerRow[] = []
  // Lines of prose are the table's title.
  for (const row of before) if (row.cells.length > 1) stray(row)
  if (chosen === null) {
    // Once for the same headings, however many pages they stand on.
    const alike = Map.groupBy(sections, ({ columns }) => JSON.stringify([columns.headings, columns.columns]))
    for (const [first, ...others] of alike.values()) {
      if (first)
        findUnknownColumns(
          first.columns,
          [first, ...others].flatMap((section) => section.rows),
        )
    }
  }
  let block = sections[0]
  for (const section of sections) {
    current = section.columns
    if (!section.goesOn) block = section
    const heading = section.heading?.status ? section.heading : null
    for (const [index, row] of section.rows.entries()) {
      const only = onlyCell(row)
      const tops = index === 0 && section.goesOn
      if (only && isStray(only.text, current.columns[only.index] ?? 'ignore', row, tops)) {
        const last = records.at(-1)
        const to = last && lastColumn(last, only.text)
        const answer = stray(row, to)
        if (answer === 'take' && last && to) last.texts.set(to, `${last.texts.get(to) ?? ''}\n${only.text}`)
        continue
      }
      const record = makeRecord(row, heading)
      const following = { tops, merged: isMerged(row) }
      if (!joinTorn(record, records.at(-1), following, report)) records.push(record)
    }
  }
  return { records, before: before.map((row) => row.cells.map((cell) => cell.text).join(' ')) }

  /** Its number or its words are one cell with those of the row above. */
  function isMerged(row: Row): boolean {
    return row.cells.some((cell, index) => {
      const column = current.columns[index]
      return cell.above === true && cell.text === '' && (column === 'reference' || column === 'details')
    })
  }

  function makeRecord(row: Row, heading: SectionHeading | null): TrackerRow {
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
      const serial = column === 'due' || column === 'day' || column === 'ended' ? readSerialDay(cell.text) : null
      const text = serial
        ? readSerial(row, index, cell.text, serial)
        : column === 'update'
          ? underDay(columns.headings[index] ?? '', cell.text)
          : cell.text
      const before = texts.get(column)
      // What has no day of its own isn't of the day before it.
      const parted = column === 'update' && before && startsWithDay(before) && !startsWithDay(text)
      texts.set(column, before ? (parted ? `${text}\n${before}` : `${before}\n${text}`) : text)
    }
    putDays(texts)
    keepLastDue(row, texts, columns)
    const source = row.cells.map((cell) => cell.text)
    return { sheet, row: row.row, texts, source, heading, block, table, headingOf: headingOf(columns) }
  }

  /** At once, for no day is written so; the number stays where a person says that it is one. */
  function readSerial(row: Row, index: number, number: string, day: Day): string {
    const answer = report.find({
      sheet,
      row: row.row,
      column: nameOf(current, index),
      code: 'serialDay',
      values: { number, proposed: day },
      mend: { kind: 'setDay', day },
    })
    return answer === 'leave' ? number : day
  }

  /** Of several dues, one below or beside the other, the last counts. */
  function keepLastDue(row: Row, texts: Map<Column, string>, columns: RecognisedColumns): void {
    const dues = (texts.get('due') ?? '').split('\n')
    const last = dues.at(-1) ?? ''
    if (dues.length < 2 || !dues.every((due) => isReadableDue(due))) return
    const column = headingOf(columns)('due')
    const values = { text: dues.slice(0, -1).join(', '), due: last }
    if (values.text !== last) report.find({ sheet, row: row.row, column, code: 'revisedDue', values, lost: true })
    texts.set('due', last)
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
    for (const [index, column] of columns.columns.entries()) {
      if (columns.headerRow === null || columns.certainty[index] !== 'content' || column === 'ignore') continue
      report.find({
        sheet,
        row: columns.headerRow,
        column: nameOf(columns, index),
        code: 'headingProposed',
        values: { heading: nameOf(columns, index), column: words.say(`documents.column.${column}`) },
      })
    }
  }
}

/** A column that is headed by a day ("Update 5/3/2020", "March 2020") says when what stands in it was said. */
function underDay(heading: string, text: string): string {
  if (startsWithDay(text)) return text
  const [day = ''] = WITH_DAY.exec(heading) ?? []
  return day === '' ? text : `${day}: ${text}`
}

const WITH_DAY = new RegExp(`(?<![\\d/.-])(?:${NUMERIC_DAY}|${WORDED_DAY}|${PARTIAL_DAY})(?![/\\d])`, 'iu')

/** The day in a column of its own goes before its update: an entry is both. Several of them, line by line. */
function putDays(texts: Map<Column, string>): void {
  const days = (texts.get('day') ?? '').split('\n')
  const update = texts.get('update') ?? ''
  if (update === '' || startsWithDay(update) || !days.every((day) => startsWithDay(day))) return
  const lines = days.length === 1 ? [update] : update.split('\n')
  if (lines.length !== days.length) return
  texts.set('update', lines.map((line, index) => `${days[index]}: ${line}`).join('\n'))
  texts.set('day', '')
}

function onlyCell(row: Row): { readonly index: number; readonly text: string } | null {
  const filled = row.cells.flatMap(({ text }, index) => (text === '' ? [] : [{ index, text }]))
  return filled.length === 1 ? (filled[0] ?? null) : null
}

/**
 * A number without anything else is an empty action, the only text under "Details" one without a number, and under
 * "Update" the next entry of the row before; so is any cell at the top of a page. A line of a text without separators
 * is prose.
 */
function isStray(text: string, column: Column, row: Row, tops: boolean): boolean {
  if (row.cells.length === 1) return true
  if (column === 'reference') return parseReference(text) === null && !isNumberish(text)
  return column === 'ignore' || (!tops && column !== 'details' && column !== 'update')
}

/** Where words that stand alone may belong: to the owner, as names; nobody goes on with a due or a status. */
function lastColumn(record: TrackerRow, words: string): Column | null {
  const columns = ['owner', 'update', 'details'] as const
  return columns.slice(/\d/u.test(words) ? 1 : 0).find((column) => record.texts.get(column)) ?? null
}
