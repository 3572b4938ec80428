import { describe, expect, test } from 'vitest'
import { createQuota, parseRetryAfter } from '../../src/sharepoint/quota.ts'

describe('Retry-After', () => {
  const now = Date.UTC(2026, 0, 1, 12, 0, 0)
  test('is a number of seconds', () => expect(parseRetryAfter('120', now)).toBe(120))
  test('is a date', () => expect(parseRetryAfter('Thu, 01 Jan 2026 12:01:30 GMT', now)).toBe(90))
  test('that is past is no wait', () => expect(parseRetryAfter('Thu, 01 Jan 2026 11:59:00 GMT', now)).toBe(0))
  test('that nobody can read is none', () => {
    for (const text of [null, '', 'soon', '-3', 'Thu, 32 Jan 2026 12:00:00 GMT']) {
      expect(parseRetryAfter(text, now)).toBeNull()
    }
  })
})

describe('the quota', () => {
  function aQuota(random = 0): {
    quota: ReturnType<typeof createQuota>
    pass: (seconds: number) => void
    answer: (status: number, headers?: Record<string, string>) => void
  } {
    let now = 5_000_000
    const quota = createQuota({ now: () => now, random: () => random })
    return {
      quota,
      pass: (seconds) => {
        now += seconds * 1000
      },
      answer: (status, headers = {}) => quota.heed(status, (name) => headers[name] ?? null),
    }
  }

  test('is free until the store says otherwise, and again when the time is over', () => {
    const { quota, pass, answer } = aQuota()
    expect(quota.busy()).toBe(0)
    answer(429, { 'retry-after': '10' })
    expect(quota.busy()).toBe(10)
    pass(10)
    expect(quota.busy()).toBe(0)
  })

  test('nobody comes back before the store asked, and not all at once', () => {
    for (const [random, seconds] of [
      [0, 10],
      [0.5, 12.5],
      [1, 15],
    ] as const) {
      const { quota, answer } = aQuota(random)
      answer(503, { 'retry-after': '10' })
      expect(quota.busy()).toBe(seconds)
    }
  })

  test('refused again it waits longer each time, until something went well', () => {
    const { quota, pass, answer } = aQuota()
    const waits: number[] = []
    for (let count = 0; count < 9; count++) {
      answer(429, { 'retry-after': '1' })
      waits.push(quota.busy())
      pass(quota.busy())
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64, 120, 120])
    answer(200)
    answer(429, { 'retry-after': '1' })
    expect(quota.busy()).toBe(1)
  })

  test('requests refused together are one refusal', () => {
    const { quota, pass, answer } = aQuota()
    for (let count = 0; count < 5; count++) answer(429, { 'retry-after': '3' })
    expect(quota.busy()).toBe(3)
    pass(3)
    answer(429, { 'retry-after': '3' })
    expect(quota.busy()).toBe(6)
  })

  test('a store that asks for more than we would wait by ourselves gets it', () => {
    const { quota, answer } = aQuota()
    answer(429, { 'retry-after': '300' })
    expect(quota.busy()).toBe(300)
  })

  test('while little is left, work in the background stands back and people’s does not', () => {
    const { quota, pass, answer } = aQuota(0.5)
    const headers = { 'ratelimit-limit': '1250', 'ratelimit-remaining': '100', 'ratelimit-reset': '20' }
    answer(200, headers)
    expect(quota.busy()).toBe(0)
    expect(quota.rest()).toBe(20)
    pass(5)
    answer(200, { ...headers, 'ratelimit-remaining': '250' })
    expect(quota.rest()).toBe(0)
    answer(200, headers)
    answer(200)
    expect(quota.rest()).toBe(0)
  })

  test('a refusal without Retry-After is no order to wait', () => {
    const { quota, answer } = aQuota()
    answer(503)
    answer(429)
    expect(quota.busy()).toBe(0)
  })
})
