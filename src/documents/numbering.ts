/** References: missing ones, those of another form, duplicates, and numbers that a year skips. */

import { makeReference, parseReference } from '../domain/reference.ts'
import type { Values } from '../words/words.ts'
import { isNumberish } from './columns.ts'
import type { ProblemCode, Report } from './problem.ts'
import type { TrackerRow } from './record.ts'

/** Makes every reference one of `n/yy` where it can be read as that; reports the rest. */
export function checkReferences(records: readonly TrackerRow[], report: Report): void {
  const highest = new Map<number, number>()
  for (const record of records) {
    const read = parseReference(record.texts.get('reference') ?? '')
    if (read) highest.set(read.year, Math.max(highest.get(read.year) ?? 0, read.number))
  }
  const seen = new Map<string, number>()
  let year: number | null = [...highest.keys()].at(0) ?? null
  const nextFree = (): string | null => {
    if (year === null) return null
    const number = (highest.get(year) ?? 0) + 1
    return makeReference({ number, year })
  }
  const own = findOwnNumbering(records, report)
  tellUnnumbered(records, report)
  for (const record of records) {
    const written = record.texts.get('reference') ?? ''
    if (written === '' && !record.texts.has('reference')) continue
    const read = parseReference(written)
    if (read) year = read.year
    else if (own && isNumberish(written)) continue
    let reference = read ? makeReference(read) : written
    const earlier = seen.get(reference)
    const code =
      written === '' ? 'missingReference' : read === null ? 'referenceForm' : earlier ? 'duplicateReference' : null
    if (code !== null) {
      const proposed = nextFree()
      const answer = report.find({
        sheet: record.sheet,
        row: record.row,
        column: record.headingOf('reference'),
        code,
        values: { reference: written, earlier: earlier ?? 0, proposed: proposed ?? 'none' },
        mend: proposed === null ? null : { kind: 'setReference', reference: proposed },
      })
      if (answer === 'take' && proposed !== null && year !== null) {
        reference = proposed
        highest.set(year, (highest.get(year) ?? 0) + 1)
      }
    }
    record.texts.set('reference', reference)
    if (reference !== '' && !seen.has(reference)) seen.set(reference, record.row)
  }
}

/** Where nothing has a number, that is told once a table. */
function tellUnnumbered(records: readonly TrackerRow[], report: Report): void {
  const none = records.filter((record) => !record.texts.has('reference'))
  for (const [, [first, ...more]] of Map.groupBy(none, (record) => record.table)) {
    if (!first) continue
    const { sheet, row } = first
    const values = { count: 1 + more.length }
    report.find({ sheet, row, column: first.headingOf('reference'), code: 'noNumbers', values })
  }
}

/**
 * A log that numbers in a way of its own (`7`, `SGG-07`) is told so once. It is held to its own way: a number twice,
 * and numbers that begin again, are reported where they stand.
 */
function findOwnNumbering(records: readonly TrackerRow[], report: Report): boolean {
  const numbered = records.filter((record) => isNumberish(record.texts.get('reference') ?? ''))
  const [first] = numbered
  const others = numbered.filter((record) => parseReference(record.texts.get('reference') ?? '') === null)
  if (!first || others.length * 2 < numbered.length || others.length < 2) return false
  const find = (record: TrackerRow, code: ProblemCode, values: Values): void => {
    report.find({ sheet: record.sheet, row: record.row, column: record.headingOf('reference'), code, values })
  }
  find(first, 'ownNumbering', { reference: first.texts.get('reference') ?? '', count: numbered.length })
  const seen = new Map<string, TrackerRow>()
  let highest = 0
  let { block } = first
  let series = seriesOf(first.texts.get('reference') ?? '')
  for (const record of numbered) {
    const written = record.texts.get('reference') ?? ''
    // Decisions numbered D1 among actions numbered A1 don't begin again.
    const isOther = series !== seriesOf(written)
    series = seriesOf(written)
    if (isOther) highest = 0
    const number = Number(/(\d+)\D*$/u.exec(written)?.[1] ?? 0)
    const earlier = seen.get(written)
    const isNext = record.block !== block
    block = record.block
    // Completed actions below the open ones have the lower numbers; they begin again only where one comes again.
    if (earlier && highest > 1 && (number === 1 || isNext)) {
      find(record, 'restartedNumbers', { reference: written, highest })
      seen.clear()
      highest = 0
    } else if (earlier) {
      find(record, 'duplicateReference', { reference: written, earlier: earlier.row, proposed: 'none' })
    }
    seen.set(written, record)
    highest = Math.max(highest, number)
  }
  return true
}

/** Reports each gap at the row that follows it in number. */
export function findSkippedNumbers(records: readonly TrackerRow[], report: Report): void {
  findSkippedOwn(records, report)
  const years = new Map<number, { number: number; record: TrackerRow }[]>()
  for (const record of records) {
    const read = parseReference(record.texts.get('reference') ?? '')
    if (!read) continue
    const numbers = years.get(read.year) ?? []
    numbers.push({ number: read.number, record })
    years.set(read.year, numbers)
  }
  for (const [year, numbers] of years) {
    const sorted = numbers.toSorted((a, b) => a.number - b.number)
    for (const [index, { number, record }] of sorted.entries()) {
      const before = sorted[index - 1]?.number
      if (before === undefined || number - before < 2) continue
      report.find({
        sheet: record.sheet,
        row: record.row,
        column: record.headingOf('reference'),
        code: 'skippedNumbers',
        values: {
          count: number - before - 1,
          first: makeReference({ number: before + 1, year }),
          last: makeReference({ number: number - 1, year }),
        },
      })
    }
  }
}

/** What stands before a number: `CSAE-` of `CSAE-007`, `4.` of `4.2`. */
function seriesOf(reference: string): string {
  return reference.replace(/^#|\d+\D*$/gu, '').toLowerCase()
}

/** In a log of bare numbers, or of letters and a number, until they begin again. */
function findSkippedOwn(records: readonly TrackerRow[], report: Report): void {
  let before: number | null = null
  let series = ''
  for (const record of records) {
    const written = record.texts.get('reference') ?? ''
    const [, letters = '', digits = '0'] = /^#?(\D{0,20}?)(\d{1,4})[.)]?$/u.exec(written) ?? []
    const number = Number(digits)
    if (number === 0) continue
    if (letters.toLowerCase() !== series) before = null
    series = letters.toLowerCase()
    const own = (at: number): string => letters + String(at).padStart(digits.startsWith('0') ? digits.length : 1, '0')
    if (before !== null && number > before + 1 && number - before <= 50) {
      report.find({
        sheet: record.sheet,
        row: record.row,
        column: record.headingOf('reference'),
        code: 'skippedNumbers',
        values: { count: number - before - 1, first: own(before + 1), last: own(number - 1) },
      })
    }
    before = number
  }
}
