/**
 * How busy the store says it is. The quota belongs to the application, so to all its users at once: a hundred tabs that
 * were refused together must not come back together, and throttled requests count too. So everybody waits a little
 * longer than asked, by chance, and longer each time; and work that nobody waits for stands back before it is refused.
 */

import { daysBetween, makeDay } from '../domain/day.ts'

export interface Quota {
  /** Seconds until anything may be asked. */
  busy(): number
  /** Seconds that work in the background should leave the store alone: more than `busy` when little is left. */
  rest(): number
  /** Reads what an answer says; `header` gives a header by its lower-case name. */
  heed(status: number, header: (name: string) => string | null): void
}

/** Longest that waiting grows to by itself, in seconds; a store that asks for more gets more. */
const LONGEST = 120
/** Share of the quota below which work in the background stands back. */
const LOW = 0.2

/** @param options.random 0 to 1: what keeps many clients apart */
export function createQuota(options: {
  readonly now: () => number
  readonly random?: () => number
  readonly onThrottle?: (seconds: number) => void
}): Quota {
  const { now, random = Math.random } = options
  let busyUntil = 0
  let lowUntil = 0
  let refusals = 0
  const left = (until: number): number => Math.max(0, (until - now()) / 1000)

  return {
    busy: () => left(busyUntil),
    rest: () => left(Math.max(busyUntil, lowUntil)),
    heed(status, header) {
      const asked = status === 429 || status === 503 ? parseRetryAfter(header('retry-after'), now()) : null
      if (asked !== null) {
        // Requests that were under way together are refused together: that is one refusal.
        if (now() >= busyUntil) refusals += 1
        const grown = Math.min(asked * 2 ** (refusals - 1), LONGEST)
        const seconds = Math.max(asked, grown) * (1 + random() / 2)
        busyUntil = Math.max(busyUntil, now() + seconds * 1000)
        options.onThrottle?.(seconds)
        return
      }
      if (status >= 400) return
      refusals = 0
      const [limit, remaining, reset] = ['limit', 'remaining', 'reset'].map((name) =>
        Number(header(`ratelimit-${name}`) ?? Number.NaN),
      )
      const isLow = remaining !== undefined && limit !== undefined && remaining < limit * LOW
      lowUntil = isLow ? now() + (reset || 0) * 1000 * (0.5 + random()) : 0
    },
  }
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const HTTP_DATE = /^\w{3}, (\d{2}) (\w{3}) (\d{4}) (\d{2}):(\d{2}):(\d{2}) GMT$/

/** Seconds to wait: a number, or what is left until an HTTP date; a date in the past is no wait (RFC 9110, 10.2.3). */
export function parseRetryAfter(header: string | null, now: number): number | null {
  const text = header?.trim() ?? ''
  if (/^\d+$/.test(text)) return Number(text)
  const date = HTTP_DATE.exec(text)
  if (!date) return null
  const day = makeDay(Number(date[3]), MONTHS.indexOf(date[2] ?? '') + 1, Number(date[1]))
  if (day === null) return null
  const seconds = Number(date[4]) * 3600 + Number(date[5]) * 60 + Number(date[6])
  return Math.max(0, Math.ceil(daysBetween('1970-01-01', day) * 86_400 + seconds - now / 1000))
}
