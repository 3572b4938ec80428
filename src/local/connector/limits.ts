/**
 * How much a bot may ask for, as Teams counts it: so many requests of a kind in each conversation within one second,
 * two seconds, thirty seconds and an hour, and fifty a second of all kinds in the tenant. Windows slide. A refused
 * request isn't counted: whoever waits as long as told gets through.
 */

import { throttled } from './refusal.ts'

/** Requests of one kind share their windows. */
export type Kind = 'send' | 'create' | 'members'

export interface Limits {
  /** Counts the request, or throws the refusal with 429 that says how long to wait. */
  spend(kind: Kind, conversation: string): void
  clear(): void
}

interface Window {
  readonly requests: number
  readonly ms: number
}

const window = (requests: number, seconds: number): Window => ({ requests, ms: seconds * 1000 })

const MESSAGES = [window(7, 1), window(8, 2), window(60, 30), window(1800, 3600)]
/** Microsoft's table "per bot per thread". */
const WINDOWS: Readonly<Record<Kind, readonly Window[]>> = {
  send: MESSAGES,
  create: MESSAGES,
  members: [window(14, 1), window(16, 2), window(120, 30), window(3600, 3600)],
}
const WHOLE_TENANT = [window(50, 1)]

/** @param now milliseconds since 1970 */
export function createLimits(isOn: boolean, now: () => number): Limits {
  const past = new Map<string, number[]>()

  const timesOf = (key: string): number[] => {
    const known = past.get(key)
    if (known) return known
    const fresh: number[] = []
    past.set(key, fresh)
    return fresh
  }

  return {
    spend(kind, conversation) {
      if (!isOn) return
      const at = now()
      const own = timesOf(`${kind} ${conversation}`)
      const all = timesOf('tenant')
      const wait = Math.max(waitFor(WINDOWS[kind], own, at), waitFor(WHOLE_TENANT, all, at))
      if (wait > 0) throw throttled(Math.max(1, Math.ceil(wait / 1000)))
      note(own, at, Math.max(...WINDOWS[kind].map((one) => one.requests)))
      note(all, at, WHOLE_TENANT[0]!.requests)
    },
    clear: () => past.clear(),
  }
}

/** Milliseconds until one more request fits into every window; 0 when it does now. */
function waitFor(windows: readonly Window[], times: readonly number[], at: number): number {
  let wait = 0
  for (const { requests, ms } of windows) {
    const oldest = times[times.length - requests]
    if (oldest !== undefined) wait = Math.max(wait, oldest + ms - at)
  }
  return wait
}

/** Keeps no more than the largest window looks back at. */
function note(times: number[], at: number, most: number): void {
  times.push(at)
  if (times.length > most * 2) times.splice(0, times.length - most)
}
