import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, addMonths, daysBetween, isDay, lastDayOfMonth, makeDay } from '../../src/domain/day.ts'

/** The platform's own calendar, in UTC: an independent answer to compare with. */
const platformDay = (time: number): string => new Date(time).toISOString().slice(0, 10)
const anyDay = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .map((date) => platformDay(date.getTime()))

describe('days', () => {
  test('a day that the calendar lacks is no day', () => {
    expect(isDay('2020-02-29')).toBe(true)
    for (const text of [
      '2021-02-29',
      '1900-02-29',
      '2020-04-31',
      '2020-13-01',
      '2020-00-10',
      '2020-1-1',
      '',
      '2020-01-01T00:00',
      '1899-12-31',
    ]) {
      expect(isDay(text), text).toBe(false)
    }
    expect(makeDay(2000, 2, 29)).toBe('2000-02-29')
    expect(makeDay(2100, 2, 29)).toBeNull()
  })

  test('adding days agrees with the platform calendar over three centuries', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -40_000, max: 40_000 }), (day, count) => {
        const expected = platformDay(Date.parse(day) + count * 86_400_000)
        expect(addDays(day, count)).toBe(expected)
        expect(daysBetween(day, expected)).toBe(count)
      }),
    )
  })

  test('a month after the 31st of January is the end of February', () => {
    expect(addMonths('2020-01-31', 1)).toBe('2020-02-29')
    expect(addMonths('2021-01-31', 1)).toBe('2021-02-28')
    expect(addMonths('2020-03-31', -1)).toBe('2020-02-29')
    expect(addMonths('2020-11-30', 3)).toBe('2021-02-28')
    expect(addMonths('2019-12-05', 12)).toBe('2020-12-05')
    expect(lastDayOfMonth('2018-02')).toBe('2018-02-28')
  })
})
