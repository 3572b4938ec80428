/**
 * Days and months in words, from date-fns' own tables of names: Chromium ships no Welsh data and would silently print
 * English. Pure text in, text out; relative times ("5 weeks late") are messages of the catalogue.
 */

import { cy } from 'date-fns/locale/cy'
import { enGB } from 'date-fns/locale/en-GB'
import { daysBetween, partsOf, type Day } from '../domain/day.ts'

export const LANGUAGES = ['en', 'cy'] as const
export type Language = (typeof LANGUAGES)[number]

type MonthIndex = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11
type WeekdayIndex = 0 | 1 | 2 | 3 | 4 | 5 | 6

const NAMES = { en: enGB.localize, cy: cy.localize } as const

/** `5 March 2020`, `5 Mawrth 2020`. */
export function makeDayWords(day: Day, language: Language): string {
  const [year, month, date] = partsOf(day)
  return `${date} ${monthName(month, language)} ${year}`
}

/** `5 Mar`, and with the year where it isn't that of `today`: for narrow places. */
export function makeShortDay(day: Day, language: Language, today: Day): string {
  const [year, month, date] = partsOf(day)
  const name = NAMES[language].month((month - 1) as MonthIndex, { width: 'abbreviated' })
  return year === partsOf(today)[0] ? `${date} ${name}` : `${date} ${name} ${year}`
}

/** `March 2020` from `2020-03`. */
export function makeMonthWords(month: string, language: Language): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return `${monthName(number, language)} ${year}`
}

/** `Thursday`, `dydd Iau`. */
export function makeWeekday(day: Day, language: Language): string {
  const sunday = '1900-01-07'
  const index = (((daysBetween(sunday, day) % 7) + 7) % 7) as WeekdayIndex
  return NAMES[language].day(index, { width: 'wide' })
}

function monthName(month: number, language: Language): string {
  return NAMES[language].month((month - 1) as MonthIndex, { width: 'wide' })
}

/** How far two days lie apart, in the largest unit that a person would use. */
export function spanOf(days: number): { readonly unit: 'days' | 'weeks' | 'months' | 'years'; readonly count: number } {
  const length = Math.abs(days)
  if (length < 14) return { unit: 'days', count: length }
  if (length < 60) return { unit: 'weeks', count: Math.floor(length / 7) }
  if (length < 730) return { unit: 'months', count: Math.floor(length / 30.437) }
  return { unit: 'years', count: Math.floor(length / 365.25) }
}
