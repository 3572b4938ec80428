/**
 * Days as documents of the United Kingdom write them: day before month, always. What is no day is said to be none,
 * with the day that may have been meant; it is never taken for one.
 *
 *   readDay('5/3/2020')   // { day: '2020-03-05' }
 *   readDay('3/25/2020')  // { day: null, problem: 'impossibleDate', meant: '2020-03-25' }
 */

import { daysBetween, makeDay, partsOf, type Day } from '../domain/day.ts'

export type DayReading =
  | { readonly day: Day }
  | {
      readonly day: null
      readonly problem: 'impossibleDate' | 'incompleteDate'
      /** A day to ask about; null where none suggests itself. */
      readonly meant: Day | null
      /** A day of a month, whose year isn't said. */
      readonly yearless?: { readonly month: number; readonly date: number }
    }

const MONTHS: readonly (readonly string[])[] = [
  ['january', 'jan', 'ionawr'],
  ['february', 'feb', 'chwefror'],
  ['march', 'mar', 'mawrth'],
  ['april', 'apr', 'ebrill'],
  ['may', 'mai'],
  ['june', 'jun', 'mehefin'],
  ['july', 'jul', 'gorffennaf'],
  ['august', 'aug', 'awst'],
  ['september', 'sept', 'sep', 'medi'],
  ['october', 'oct', 'hydref'],
  ['november', 'nov', 'tachwedd'],
  ['december', 'dec', 'rhagfyr'],
]

const MONTH = MONTHS.flat()
  .toSorted((a, b) => b.length - a.length)
  .join('|')
const ORDINAL = '(?:st|nd|rd|th|af|ail|ydd|fed|eg|ain)?'
const YEAR = String.raw`(?:\d{4}|\d{2})(?!\d)`
/** A financial year, which begins in April. */
const FINANCIAL = String.raw`(?:fy\s*)?(?:\d{4}|\d{2})[/-](?:\d{4}|\d{2})(?!\d)`

/** Sources of regular expressions, for finding days in a text; case is to be ignored. */
export const NUMERIC_DAY = String.raw`\d{1,2}[/.-]\d{1,2}[/.-]${YEAR}|\d{4}-\d{2}-\d{2}(?!\d)`
export const WORDED_DAY = String.raw`\d{1,2}${ORDINAL}\s+(?:of\s+)?(?:${MONTH})\b\.?,?\s+${YEAR}|\d{1,2}-(?:${MONTH})-${YEAR}`
/** A month or a quarter with a year, or a day without: an update of some day of it. */
export const PARTIAL_DAY = String.raw`(?:${MONTH})\b\.?(?:,?\s+|-)['’]?${YEAR}|q[1-4],?\s+${FINANCIAL}|\d{1,2}${ORDINAL}\s+(?:${MONTH})\b\.?`

/** A day and a month in figures; only where nothing else can be meant. */
export const SHORT_DAY = String.raw`\d{1,2}/\d{1,2}(?=\s*[:–—]\s|\s+-\s)`

const SHORT = /^(\d{1,2})\/(\d{1,2})$/u
const NUMERIC = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})$/u
const ISO = /^(\d{4})-(\d{2})-(\d{2})$/u
const WORDED = new RegExp(String.raw`^(\d{1,2})${ORDINAL}\s+(?:of\s+)?(${MONTH})\.?(?:,?\s+(\d{4}|\d{2}))?$`, 'iu')
const MONTH_OF_YEAR = new RegExp(String.raw`^(${MONTH})\.?(?:,?\s+|-)['’]?(\d{4}|\d{2})$`, 'iu')
const QUARTER_OF_YEAR = /^q([1-4]),?\s+(?:fy\s*)?(\d{4}|\d{2})[/-]\d+$/iu
const BEGINNING = new RegExp(String.raw`^\W{0,3}(?:${NUMERIC_DAY}|${WORDED_DAY})`, 'iu')

export function startsWithDay(text: string): boolean {
  return BEGINNING.test(text)
}

const ANY_DAY = new RegExp(String.raw`(?<![\d/.-])(?:${NUMERIC_DAY}|${WORDED_DAY})(?![/\d])`, 'giu')

/** The last whole day that a text names, and that isn't later than today; null where it names none. */
export function lastDayIn(text: string, today: Day | null): Day | null {
  const days = [...text.matchAll(ANY_DAY)].map(([written]) => readDay(written).day)
  return days.findLast((day) => day !== null && (today === null || day <= today)) ?? null
}

export function readDay(written: string): DayReading {
  const text = written.trim().replace(/^(\d{1,2})-(\p{L}+)-(?=\d)/u, '$1 $2 ')
  const iso = ISO.exec(text)
  if (iso) return orImpossible(makeDay(Number(iso[1]), Number(iso[2]), Number(iso[3])), null)
  const numeric = NUMERIC.exec(text)
  if (numeric) {
    const [first, second] = [Number(numeric[1]), Number(numeric[2])]
    const full = fullYear(numeric[3] ?? '')
    return orImpossible(makeDay(full, second, first), makeDay(full, first, second))
  }
  const worded = WORDED.exec(text)
  if (worded) {
    const month = monthOf(worded[2] ?? '')
    const date = Number(worded[1])
    if (worded[3] !== undefined) return orImpossible(makeDay(fullYear(worded[3]), month, date), null)
    return yearless(month, date)
  }
  const short = SHORT.exec(text)
  if (short) return yearless(Number(short[2]), Number(short[1]))
  const month = MONTH_OF_YEAR.exec(text)
  if (month) return incomplete(makeDay(fullYear(month[2] ?? ''), monthOf(month[1] ?? ''), 1))
  const quarter = QUARTER_OF_YEAR.exec(text)
  if (!quarter) return incomplete(null)
  const [number, year] = [Number(quarter[1]), fullYear(quarter[2] ?? '')]
  return incomplete(number === 4 ? makeDay(year + 1, 1, 1) : makeDay(year, 3 * number + 1, 1))
}

function incomplete(meant: Day | null): DayReading {
  return { day: null, problem: 'incompleteDate', meant }
}

function yearless(month: number, date: number): DayReading {
  // 2000 had every day that a year can have.
  if (makeDay(2000, month, date) === null) return { day: null, problem: 'impossibleDate', meant: null }
  return { day: null, problem: 'incompleteDate', meant: null, yearless: { month, date } }
}

/** The day of a month that lies nearest to another day, and isn't later than today. */
export function nearestDay(month: number, date: number, near: Day, today: Day | null): Day | null {
  const [year] = partsOf(near)
  const days = [year - 1, year, year + 1].flatMap((each) => makeDay(each, month, date) ?? [])
  const [nearest] = days
    .filter((day) => today === null || day <= today)
    .toSorted((a, b) => Math.abs(daysBetween(near, a)) - Math.abs(daysBetween(near, b)))
  return nearest ?? null
}

function orImpossible(day: Day | null, meant: Day | null): DayReading {
  return day === null ? { day: null, problem: 'impossibleDate', meant } : { day }
}

function fullYear(text: string): number {
  return text.length === 2 ? 2000 + Number(text) : Number(text)
}

/** 1 to 12; 0 for what is no month. */
export function monthOf(name: string): number {
  return MONTHS.findIndex((names) => names.includes(name.toLowerCase())) + 1
}
