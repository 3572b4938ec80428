/** Today is a day in London, and can be moved; the wall clock can't. */
import { describe, expect, it } from 'vitest'
import { addDays } from '../../src/domain/day.ts'
import { createClock, dayOfInstant, timeOfInstant } from '../../src/words/clock.ts'
import { makeShortDay, makeWeekday } from '../../src/words/dates.ts'

describe('the clock', () => {
  it('turns the day over at midnight in London, in summer too', () => {
    expect(dayOfInstant('2026-07-01T22:59:59Z')).toBe('2026-07-01')
    expect(dayOfInstant('2026-07-01T23:00:00Z')).toBe('2026-07-02')
    expect(dayOfInstant('2026-12-01T23:30:00Z')).toBe('2026-12-01')
    expect(timeOfInstant('2026-07-01T23:05:00Z')).toBe('00:05')
    expect(timeOfInstant('2026-12-01T14:05:00Z')).toBe('14:05')
  })

  it('moves today by its offset and leaves the wall clock alone', () => {
    const before = Date.now()
    const moved = createClock({ offsetDays: 40 })
    expect(moved.today()).toBe(addDays(createClock().today(), 40))
    expect(moved.now() - before).toBeLessThan(60_000)
  })

  it('knows no day of what is no instant', () => {
    expect(dayOfInstant('yesterday')).toBeNull()
    expect(timeOfInstant('')).toBeNull()
  })
})

describe('days in words', () => {
  it('name the weekday of days before and after 1970', () => {
    expect(makeWeekday('1900-01-06', 'en')).toBe('Saturday')
    expect(makeWeekday('1969-07-20', 'en')).toBe('Sunday')
    expect(makeWeekday('2026-11-24', 'cy')).toBe('dydd Mawrth')
  })

  it('give the year only where it isn’t this one', () => {
    expect(makeShortDay('2026-03-05', 'en', '2026-11-24')).toBe('5 Mar')
    expect(makeShortDay('2025-03-05', 'cy', '2026-11-24')).toBe('5 Maw 2025')
  })
})
