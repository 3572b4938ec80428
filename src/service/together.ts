/**
 * Rights are read afresh for everybody who asks, and yet not once for each when many ask at the same time: whoever asks
 * shares a reading that begins after they asked, which is as soon as the one that runs has ended. A few follow each other
 * at once, as a page's questions do; when it goes on and on they keep a distance, because the quota is everybody's.
 */

import { setTimeout as sleep } from 'node:timers/promises'

export interface Pace {
  /** Between two readings of a key when it goes on, in milliseconds. */
  readonly every: number
  /** So many needn't keep it. */
  readonly atOnce: number
}

/** @param now milliseconds since 1970 */
export function together<Value>(
  { every, atOnce }: Pace,
  now: () => number,
  read: (key: string) => Promise<Value>,
): (key: string) => Promise<Value> {
  const running = new Map<string, Promise<unknown>>()
  const coming = new Map<string, Promise<Value>>()
  /** When all that was read would have been read, had each kept its distance. */
  const paid = new Map<string, number>()

  async function next(key: string): Promise<Value> {
    // What became of it is told to whoever shares it.
    await running.get(key)?.catch(() => undefined)
    const due = Math.max(paid.get(key) ?? 0, now())
    // Whoever asks in the same moment shares it.
    await sleep(Math.max(0, due - atOnce * every - now()))
    coming.delete(key)
    paid.set(key, due + every)
    const value = read(key)
    running.set(key, value)
    return value
  }

  return (key) => {
    const known = coming.get(key)
    if (known) return known
    const value = next(key)
    coming.set(key, value)
    return value
  }
}

export const RIGHTS_PACE: Pace = { every: 400, atOnce: 10 }
