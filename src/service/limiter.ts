/**
 * Keeps one person (or one broken page) from using up what all share: a bucket of requests each, refilled steadily.
 * Counts in memory and per instance: a courtesy among colleagues, not a defence against an attacker.
 */

export interface Limiter {
  /** Seconds to wait, or 0: the request may go ahead and is counted. */
  take(who: string): number
}

export interface LimiterOptions {
  /** Requests that may come at once. */
  readonly burst: number
  readonly perMinute: number
  /** Milliseconds since 1970. */
  readonly now: () => number
}

export function createLimiter({ burst, perMinute, now }: LimiterOptions): Limiter {
  const buckets = new Map<string, { left: number; at: number }>()
  const perMillisecond = perMinute / 60_000
  const full = burst / perMillisecond

  return {
    take(who) {
      const at = now()
      // Whoever has been away for so long has a full bucket again, as if never seen.
      if (buckets.size > 10_000) {
        for (const [name, bucket] of buckets) if (at - bucket.at > full) buckets.delete(name)
      }
      const bucket = buckets.get(who) ?? { left: burst, at }
      const left = Math.min(burst, bucket.left + (at - bucket.at) * perMillisecond)
      const allowed = left >= 1
      buckets.set(who, { left: allowed ? left - 1 : left, at })
      return allowed ? 0 : Math.ceil((1 - left) / perMillisecond / 1000)
    },
  }
}
