/**
 * Rights are read afresh for everybody who asks, and yet not once for each when many ask at the same time: whoever asks
 * shares a reading that begins after they asked, and two of a key begin so far apart.
 */

import { setTimeout as sleep } from 'node:timers/promises'

/** @param now milliseconds since 1970 */
export function together<Value>(
  milliseconds: number,
  now: () => number,
  read: (key: string) => Promise<Value>,
): (key: string) => Promise<Value> {
  const begun = new Map<string, number>()
  const coming = new Map<string, Promise<Value>>()
  return (key) => {
    const known = coming.get(key)
    if (known) return known
    const wait = Math.max(0, (begun.get(key) ?? 0) + milliseconds - now())
    const value = sleep(wait).then(() => {
      coming.delete(key)
      begun.set(key, now())
      return read(key)
    })
    coming.set(key, value)
    return value
  }
}

/** Between two readings of the same rights, in milliseconds. */
export const RIGHTS_EVERY = 400
