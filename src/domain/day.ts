/**
 * Calendar days as text, `YYYY-MM-DD`, with the arithmetic the rules need. Days have no time zone and no clock:
 * who needs "today" is given it. Text days sort, compare and index as they are.
 *
 *   addDays('2020-02-28', 2)  // '2020-03-01'
 *   daysBetween('2020-03-05', '2020-03-12')  // 7
 */

/** A calendar day `YYYY-MM-DD`, proleptic Gregorian, years 1900 to 2199. */
export type Day = string

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/
const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

/** True for a day that exists: `2020-02-29` is one, `2021-02-29` is not. */
export function isDay(text: string): text is Day {
  const parts = DAY.exec(text)
  return parts !== null && isCivil(Number(parts[1]), Number(parts[2]), Number(parts[3]))
}

/** The day of a year, month (1 to 12) and day of the month, or null where the calendar has none. */
export function makeDay(year: number, month: number, day: number): Day | null {
  if (!isCivil(year, month, day)) return null
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

export function daysInMonth(year: number, month: number): number {
  const length = MONTH_LENGTHS[month - 1] ?? 0
  return month === 2 && isLeap(year) ? length + 1 : length
}

/** The last day of a month written `YYYY-MM`. */
export function lastDayOfMonth(month: string): Day {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return `${month}-${String(daysInMonth(year, number)).padStart(2, '0')}`
}

export function addDays(day: Day, count: number): Day {
  return fromSerial(toSerial(day) + count)
}

/** Adds calendar months; a day that the target month lacks becomes its last one (31 January + 1 month: 28 February). */
export function addMonths(day: Day, count: number): Day {
  const [year, month, date] = partsOf(day)
  const months = year * 12 + (month - 1) + count
  const toYear = Math.floor(months / 12)
  const toMonth = (months % 12) + 1
  return makeDay(toYear, toMonth, Math.min(date, daysInMonth(toYear, toMonth))) ?? day
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return toSerial(to) - toSerial(from)
}

/** Year, month (1 to 12) and day of the month. */
export function partsOf(day: Day): readonly [year: number, month: number, date: number] {
  return [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))]
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}

function isCivil(year: number, month: number, day: number): boolean {
  return year >= 1900 && year <= 2199 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

/** Days since 1 March of the year 0 (the year starts in March, so that the leap day is its last). */
function toSerial(day: Day): number {
  const [year, month, date] = partsOf(day)
  const y = month > 2 ? year : year - 1
  const m = (month + 9) % 12
  return (
    365 * y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + Math.floor((153 * m + 2) / 5) + date - 1
  )
}

function fromSerial(serial: number): Day {
  let y = Math.floor((10_000 * serial + 14_780) / 3_652_425)
  let rest = serial - yearStart(y)
  if (rest < 0) {
    y -= 1
    rest = serial - yearStart(y)
  }
  const m = Math.floor((100 * rest + 52) / 3060)
  const month = ((m + 2) % 12) + 1
  const year = y + Math.floor((m + 2) / 12)
  const date = rest - Math.floor((m * 306 + 5) / 10) + 1
  return `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
}

function yearStart(year: number): number {
  return 365 * year + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400)
}
