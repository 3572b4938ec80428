/**
 * What a spreadsheet made of what was typed. Numbers of actions that it took for dates: who types 1/19 gets January 2019, or the 19th of January, and a
 * file saved from it says `Jan-19`. Read back to the number that was typed, and reported.
 *
 *   readMisread('January 2019')  // '1/19'
 *   readMisread('19/1/2026')     // '1/19'
 */

import { addDays, type Day } from '../domain/day.ts'
import { makeReference } from '../domain/reference.ts'
import { monthOf } from './dates.ts'
import type { Report } from './problem.ts'
import type { TrackerRow } from './record.ts'

const MONTH_OF_YEAR = /^([a-z]{3,9})[ -](\d{4}|\d{2})$/iu
const DAY_OF_MONTH = /^(\d{1,2})[ -]([a-z]{3,9})$/iu
const DAY = /^(\d{1,2})\/(\d{1,2})\/\d{4}$/u

/** The number that a date stands for, or null where it is none. */
export function readMisread(text: string): string | null {
  const month = MONTH_OF_YEAR.exec(text)
  // A sheet shows the year in two digits; its cell holds four.
  if (month) return reference(monthOf(month[1] ?? ''), Number(month[2]) % 100)
  const worded = DAY_OF_MONTH.exec(text)
  if (worded) return ofDay(Number(worded[1]), monthOf(worded[2] ?? ''))
  const day = DAY.exec(text)
  return day ? ofDay(Number(day[1]), Number(day[2])) : null
}

/** Typed in a sheet of America, 1/19 is 19 January; in one of the United Kingdom only 1/12 can be a day: 1 December. */
function ofDay(day: number, month: number): string | null {
  return day > 12 ? reference(month, day) : reference(day, month)
}

function reference(number: number, year: number): string | null {
  return number > 0 && year > 0 ? makeReference({ number, year: 2000 + year }) : null
}

/** Puts numbers in the place of dates in the column of numbers: at once, for no action is numbered by a day. */
export function mendMisread(records: readonly TrackerRow[], report: Report): void {
  for (const record of records) {
    const written = record.texts.get('reference') ?? ''
    const meant = readMisread(written)
    if (meant === null) continue
    const answer = report.find({
      sheet: record.sheet,
      row: record.row,
      column: record.headingOf('reference'),
      code: 'referenceDate',
      values: { reference: written, proposed: meant },
      mend: { kind: 'setReference', reference: meant },
    })
    if (answer !== 'leave') record.texts.set('reference', meant)
  }
}

/**
 * Days that a spreadsheet lost the format of, and shows as it keeps them: days since 30 December 1899. Of this century
 * to 2050, for what else is a number of five digits.
 *
 *   readSerialDay('45000')  // '2023-03-15'
 */
export function readSerialDay(text: string): Day | null {
  const number = /^\d{5}(?:\.\d+)?$/u.test(text) ? Math.floor(Number(text)) : 0
  return number >= 36_526 && number <= 55_152 ? addDays('1899-12-30', number) : null
}

const NUMBER_FIRST = /^(\d{1,3}[a-z]?)(?:[.)]\s*|\s+)(?=[\p{Lu}“"'‘⟦])/u

/** Numbers that stand at the beginning of the words, for want of a cell of their own. */
export function mendNumbersInDetails(records: readonly TrackerRow[], report: Report): void {
  const found = records.flatMap((record) => {
    const details = record.texts.get('details') ?? ''
    const match = record.texts.get('reference') ? null : NUMBER_FIRST.exec(details)
    return match ? [{ record, number: match[1] ?? '', rest: details.slice(match[0].length) }] : []
  })
  // One alone may be how its sentence begins.
  if (found.length < 2) return
  for (const { record, number, rest } of found) {
    const answer = report.find({
      sheet: record.sheet,
      row: record.row,
      column: record.headingOf('details'),
      code: 'numberInDetails',
      values: { reference: number },
      mend: { kind: 'moveCell', from: 'details', to: 'reference' },
    })
    if (answer === 'leave') continue
    record.texts.set('reference', number)
    record.texts.set('details', rest.trim())
  }
}
