/**
 * The laptop's own day: today in London, moved on by as many days as somebody asked for in the host's bar. Kept with
 * the data, so that what was prompted for tomorrow isn't prompted again after a restart.
 */

import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createClock, type Clock } from '../words/clock.ts'

export interface LaptopDay {
  readonly clock: Clock
  daysAhead(): number
  /** By so many days more. */
  move(days: number): void
}

export function openDay(file: string): LaptopDay {
  let ahead = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0
  return {
    clock: createClock({ offsetDays: () => ahead }),
    daysAhead: () => ahead,
    move(days) {
      ahead += days
      writeFileSync(file, String(ahead))
    },
  }
}
