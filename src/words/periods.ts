/**
 * What periods of returns are called: `Q3 2026/27`, `November 2026`, `2026/27`; in Welsh `Ch3 2026/27`. A year that
 * begins in January is one year, and is written so.
 */

import type { Period } from '../domain/period.ts'
import { makeMonthWords, type Language } from './dates.ts'

const QUARTER = { en: 'Q', cy: 'Ch' } as const

/** Short: for the head of a column. */
export function makePeriodName(period: Period, language: Language): string {
  switch (period.frequency) {
    case 'monthly':
      return makeMonthWords(period.from.slice(0, 7), language)
    case 'quarterly':
      return `${QUARTER[language]}${period.number} ${yearName(period)}`
    case 'yearly':
      return yearName(period)
  }
}

/** With its months: `Q3 2026/27 (October 2026 – December 2026)`. */
export function makePeriodWords(period: Period, language: Language): string {
  const name = makePeriodName(period, language)
  if (period.frequency === 'monthly') return name
  const [first, last] = [period.from, period.to].map((day) => makeMonthWords(day.slice(0, 7), language))
  return `${name} (${first ?? ''} – ${last ?? ''})`
}

/** `2026/27`; of a year that is a calendar year, `2026`. */
function yearName({ year, from, number, frequency }: Period): string {
  const firstMonth = Number(from.slice(5, 7)) - (frequency === 'quarterly' ? (number - 1) * 3 : 0)
  return firstMonth === 1 ? String(year) : `${year}/${String((year + 1) % 100).padStart(2, '0')}`
}
