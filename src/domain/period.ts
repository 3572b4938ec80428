/**
 * The months, quarters and years that returns are made for. A year begins in April, as public money's does, unless a
 * return says otherwise: `Q3 2026/27` is October to December 2026. What a period is called is in src/words/periods.ts.
 *
 *   periodOf('2026-11-27', 'quarterly', 4)  // { key: '2026-Q3', from: '2026-10-01', to: '2026-12-31', … }
 */

import { addDays, addMonths, makeDay, partsOf, type Day } from './day.ts'

export const FREQUENCIES = ['monthly', 'quarterly', 'yearly'] as const
export type Frequency = (typeof FREQUENCIES)[number]

/** Of a year's first month, 1 to 12: April. */
export const FINANCIAL_YEAR = 4

export interface Period {
  /** `2026-Q3`, `2026-10` or `2026`: the same for everybody who works it out. Keys of one frequency sort by time. */
  readonly key: string
  readonly frequency: Frequency
  /** The calendar year in which its year begins. */
  readonly year: number
  /** Its place in that year, from 1. */
  readonly number: number
  readonly from: Day
  /** The last day. */
  readonly to: Day
}

const MONTHS: Readonly<Record<Frequency, number>> = { monthly: 1, quarterly: 3, yearly: 12 }

/** The period that a day lies in. */
export function periodOf(day: Day, frequency: Frequency, yearStart: number): Period {
  const [calendarYear, month] = partsOf(day)
  const since = (month - yearStart + 12) % 12
  const number = Math.floor(since / MONTHS[frequency]) + 1
  return makePeriod(month < yearStart ? calendarYear - 1 : calendarYear, number, frequency, yearStart)
}

/** @param count of periods later; negative: earlier */
export function periodAfter(period: Period, yearStart: number, count = 1): Period {
  return periodOf(addMonths(period.from, count * MONTHS[period.frequency]), period.frequency, yearStart)
}

/** The period that a key names, or null where it names none of that frequency. */
export function parsePeriod(key: string, frequency: Frequency, yearStart: number): Period | null {
  const day = frequency === 'monthly' ? parseMonth(key) : parsePart(key, frequency, yearStart)
  const period = day === null ? null : periodOf(day, frequency, yearStart)
  return period?.key === key ? period : null
}

function parseMonth(key: string): Day | null {
  const parts = /^(\d{4})-(\d{2})$/.exec(key)
  return parts && makeDay(Number(parts[1]), Number(parts[2]), 1)
}

function parsePart(key: string, frequency: Frequency, yearStart: number): Day | null {
  const parts = /^(\d{4})(?:-Q([1-4]))?$/.exec(key)
  if (!parts) return null
  const first = makeDay(Number(parts[1]), yearStart, 1)
  return first && addMonths(first, (Number(parts[2] ?? 1) - 1) * MONTHS[frequency])
}

function makePeriod(year: number, number: number, frequency: Frequency, yearStart: number): Period {
  const yearFrom = makeDay(year, yearStart, 1) ?? ''
  const from = addMonths(yearFrom, (number - 1) * MONTHS[frequency])
  const to = addDays(addMonths(from, MONTHS[frequency]), -1)
  return { key: keyOf(year, number, frequency, from), frequency, year, number, from, to }
}

function keyOf(year: number, number: number, frequency: Frequency, from: Day): string {
  switch (frequency) {
    case 'monthly':
      return from.slice(0, 7)
    case 'quarterly':
      return `${year}-Q${number}`
    case 'yearly':
      return String(year)
  }
}
