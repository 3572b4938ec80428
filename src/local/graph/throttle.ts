/**
 * Resource units per application in a sliding minute, as SharePoint counts them. A request over the limit is refused
 * and counts all the same; from four fifths of the limit on, answers carry `RateLimit-*` headers.
 */

import { throttled } from './refusal.ts'

const MINUTE = 60_000
const WARN_FROM = 0.8

export interface Throttle {
  /** Counts the units and returns headers to send along; throws 429 when they are over the limit. */
  spend(appId: string, units: number): Record<string, string>
  /** Another limit, from the next request on. */
  limit(unitsPerMinute: number | 'off'): void
  clear(): void
}

/** @param now milliseconds since 1970 */
export function createThrottle(atFirst: number | 'off', now: () => number = Date.now): Throttle {
  let unitsPerMinute = atFirst
  const spent = new Map<string, { at: number; units: number }[]>()

  return {
    spend(appId, units) {
      if (unitsPerMinute === 'off') return {}
      const at = now()
      const recent = (spent.get(appId) ?? []).filter((one) => at - one.at < MINUTE)
      const before = recent.reduce((sum, one) => sum + one.units, 0)
      recent.push({ at, units })
      spent.set(appId, recent)
      if (before + units > unitsPerMinute) throw throttled(secondsUntilFree(recent, units, unitsPerMinute, at))
      const used = before + units
      if (used < unitsPerMinute * WARN_FROM) return {}
      return {
        'RateLimit-Limit': String(unitsPerMinute),
        'RateLimit-Remaining': String(unitsPerMinute - used),
        'RateLimit-Reset': String(secondsUntilFree(recent, unitsPerMinute, unitsPerMinute, at)),
      }
    },
    limit(next) {
      unitsPerMinute = next
      spent.clear()
    },
    clear: () => spent.clear(),
  }
}

/** Whole seconds until the oldest units have left the minute so far that the wanted ones fit. */
function secondsUntilFree(
  recent: readonly { at: number; units: number }[],
  wanted: number,
  limit: number,
  at: number,
): number {
  let used = recent.reduce((sum, one) => sum + one.units, 0)
  for (const one of recent) {
    used -= one.units
    if (used + wanted <= limit) return Math.max(1, Math.ceil((one.at + MINUTE - at) / 1000))
  }
  return MINUTE / 1000
}
