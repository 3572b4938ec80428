import { expect, test } from 'vitest'
import { isTellingTime, PERSON_SETTINGS } from '../../../src/domain/gathering.ts'
import { minutesOf } from '../../../src/service/prompts/gather.ts'
import { dayOfInstant, instantOf, type Clock } from '../../../src/words/clock.ts'

function clockAt(instant: string, today?: string): Clock {
  const now = Date.parse(instant)
  return { now: () => now, today: () => today ?? dayOfInstant(instantOf(now)) ?? '' }
}

const HALF_PAST_EIGHT = 8 * 60 + 30
const isTime = (clock: Clock): boolean =>
  isTellingTime(PERSON_SETTINGS, clock.today(), minutesOf(clock), HALF_PAST_EIGHT)

test('24 hours after the day began on which clocks go back it is still that day', () => {
  const began = Date.parse('2026-10-24T23:00:00Z')
  const after = clockAt(instantOf(began + 24 * 3_600_000))
  expect(clockAt(instantOf(began)).today()).toBe('2026-10-25')
  expect([after.today(), minutesOf(after)]).toEqual(['2026-10-25', 23 * 60])
})

test.each([
  ['on the Friday before, by summer time', '2026-10-23T07:29:59Z', '2026-10-23T07:30:00Z'],
  ['on the Monday after, by winter time', '2026-10-26T08:29:59Z', '2026-10-26T08:30:00Z'],
  ['on the Monday after clocks went forward', '2027-03-29T07:30:00Z', '2027-03-30T07:30:00Z'],
])('half past eight in London is half past eight %s', (_, before, at) => {
  // The Monday after the spring change of 2027 is Easter Monday.
  expect(isTime(clockAt(before))).toBe(false)
  expect(isTime(clockAt(at))).toBe(true)
})

test('a day that was moved on is past every hour: its messages arrive at once', () => {
  expect(isTime(clockAt('2026-11-24T00:01:00Z', '2026-11-25'))).toBe(true)
  expect(isTime(clockAt('2026-11-24T00:01:00Z', '2026-11-28'))).toBe(false)
})
