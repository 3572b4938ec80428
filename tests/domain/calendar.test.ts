import { describe, expect, test } from 'vitest'
import {
  addWorkingDays,
  isBankHoliday,
  isWorkingDay,
  nextWorkingDay,
  weekdayOf,
  workingDayOnOrBefore,
} from '../../src/domain/calendar.ts'
import { addDays } from '../../src/domain/day.ts'

/** As published: gov.uk/bank-holidays, England and Wales. */
const PUBLISHED: Readonly<Record<number, string>> = {
  2011: '01-03 04-22 04-25 04-29 05-02 05-30 08-29 12-26 12-27',
  2012: '01-02 04-06 04-09 05-07 06-04 06-05 08-27 12-25 12-26',
  2020: '01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28',
  2021: '01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28',
  2022: '01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27',
  2023: '01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26',
  2025: '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26',
  2026: '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28',
  2027: '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28',
}

describe('bank holidays of England and Wales', () => {
  test.each(Object.entries(PUBLISHED))('of %s are those that were published', (year, days) => {
    const found: string[] = []
    for (let day = `${year}-01-01`; day.startsWith(year); day = addDays(day, 1)) {
      if (isBankHoliday(day)) found.push(day.slice(5))
    }
    expect(found.join(' ')).toBe(days)
  })
})

describe('a working day', () => {
  test('is no weekend', () => {
    expect(['2026-11-27', '2026-11-28', '2026-11-29', '2026-11-30'].map(weekdayOf)).toEqual([5, 6, 7, 1])
    expect(['2026-11-27', '2026-11-28', '2026-11-29', '2026-11-30'].map(isWorkingDay)).toEqual([
      true,
      false,
      false,
      true,
    ])
  })

  test('after Christmas Eve 2026 is the Tuesday after Boxing Day was made up for', () => {
    expect(nextWorkingDay('2026-12-24')).toBe('2026-12-29')
    expect(workingDayOnOrBefore('2026-12-28')).toBe('2026-12-24')
    expect(addWorkingDays('2026-12-23', 2)).toBe('2026-12-29')
    expect(addWorkingDays('2026-12-26', 0)).toBe('2026-12-26')
  })

  test.each(['2000-02-29', '1999-12-31', '2026-10-25', '2100-03-01'])('%s is the weekday that others say', (day) => {
    const others = new Date(`${day}T12:00:00Z`).getUTCDay()
    expect(weekdayOf(day) % 7).toBe(others)
  })
})
