/**
 * Working days in England and Wales: no Saturday, no Sunday, no bank holiday. Bank holidays follow from the Banking and
 * Financial Dealings Act 1971 (schedule 1) and the days proclaimed each year: most can be computed; those that a
 * proclamation moved or added once stand in a table, from gov.uk/bank-holidays.
 */

import { addDays, makeDay, partsOf, type Day } from './day.ts'

/** 1 Monday to 7 Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

/** Proclaimed once: jubilees, a funeral, a wedding, a coronation, and the May days moved for them. */
const ONCE: ReadonlySet<Day> = new Set([
  '2002-06-03',
  '2002-06-04',
  '2011-04-29',
  '2012-06-04',
  '2012-06-05',
  '2020-05-08',
  '2022-06-02',
  '2022-06-03',
  '2022-09-19',
  '2023-05-08',
])
/** Days that would have been one, but were moved for one of these. */
const MOVED: ReadonlySet<Day> = new Set(['2002-05-27', '2012-05-28', '2020-05-04', '2022-05-30'])

export function weekdayOf(day: Day): Weekday {
  // Zeller's congruence, with Monday as 1.
  const [year, month, date] = partsOf(day)
  const m = month < 3 ? month + 12 : month
  const y = month < 3 ? year - 1 : year
  const h =
    (date + Math.floor((13 * (m + 1)) / 5) + y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400)) % 7
  return (((h + 5) % 7) + 1) as Weekday
}

export function isBankHoliday(day: Day): boolean {
  const [year] = partsOf(day)
  return bankHolidaysOf(year).has(day)
}

export function isWorkingDay(day: Day): boolean {
  return weekdayOf(day) <= 5 && !isBankHoliday(day)
}

/** The first working day after a day. */
export function nextWorkingDay(day: Day): Day {
  let next = addDays(day, 1)
  while (!isWorkingDay(next)) next = addDays(next, 1)
  return next
}

/** The day itself where it is a working day, else the last one before it. */
export function workingDayOnOrBefore(day: Day): Day {
  let found = day
  while (!isWorkingDay(found)) found = addDays(found, -1)
  return found
}

/** So many working days after a day; 0 is the day itself. */
export function addWorkingDays(day: Day, count: number): Day {
  let found = day
  for (let left = count; left > 0; left--) found = nextWorkingDay(found)
  return found
}

const known = new Map<number, ReadonlySet<Day>>()

function bankHolidaysOf(year: number): ReadonlySet<Day> {
  const there = known.get(year)
  if (there) return there
  const on = (month: number, date: number): Day => makeDay(year, month, date) ?? ''
  const easter = easterSunday(year)
  const christmas = on(12, 25)
  const days = new Set([
    substituted(on(1, 1)),
    addDays(easter, -2),
    addDays(easter, 1),
    firstMondayFrom(on(5, 1)),
    addDays(firstMondayFrom(on(6, 1)), -7),
    addDays(firstMondayFrom(on(9, 1)), -7),
    ...christmasDays(christmas),
    ...[...ONCE].filter((day) => day.startsWith(`${year}-`)),
  ])
  for (const day of MOVED) days.delete(day)
  known.set(year, days)
  return days
}

/** A holiday on a weekend is kept on the Monday after it. */
function substituted(day: Day): Day {
  const weekday = weekdayOf(day)
  return weekday === 6 ? addDays(day, 2) : weekday === 7 ? addDays(day, 1) : day
}

/** Christmas and Boxing Day, or the working days that stand in for them. */
function christmasDays(christmas: Day): readonly Day[] {
  const boxing = addDays(christmas, 1)
  const weekday = weekdayOf(christmas)
  if (weekday === 5) return [christmas, addDays(boxing, 2)]
  if (weekday === 6) return [addDays(christmas, 2), addDays(boxing, 2)]
  if (weekday === 7) return [boxing, addDays(boxing, 1)]
  return [christmas, boxing]
}

function firstMondayFrom(day: Day): Day {
  return addDays(day, (8 - weekdayOf(day)) % 7)
}

/** Western Easter, by the anonymous Gregorian algorithm (Meeus, "Astronomical Algorithms", chapter 8). */
function easterSunday(year: number): Day {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = Math.floor(b / 4)
  const e = b % 4
  const f = Math.floor((b + 8) / 25)
  const g = Math.floor((b - f + 1) / 3)
  const h = (19 * a + b - d - g + 15) % 30
  const i = Math.floor(c / 4)
  const k = c % 4
  const l = (32 + 2 * e + 2 * i - h - k) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const month = Math.floor((h + l - 7 * m + 114) / 31)
  const date = ((h + l - 7 * m + 114) % 31) + 1
  return makeDay(year, month, date) ?? ''
}
