/**
 * The only file that knows `Date`. Hides time zones: everything else has days as text and instants as ISO text.
 * Two clocks: `now` is the wall clock (tokens, waiting), `today` drives rules and prompts and can be moved.
 */

import { addDays, type Day } from '../domain/day.ts'

export interface Clock {
  /** Milliseconds since 1970: the wall clock, never moved. */
  now(): number
  /** The calendar day in the clock's zone, moved by its offset. */
  today(): Day
}

const LONDON = 'Europe/London'

/** @param options.offsetDays moves `today`, for demonstrations and tests; may be negative, and be asked each time */
export function createClock(
  options: { readonly zone?: string; readonly offsetDays?: number | (() => number) } = {},
): Clock {
  const { zone = LONDON, offsetDays = 0 } = options
  const offset = typeof offsetDays === 'number' ? () => offsetDays : offsetDays
  return {
    now: () => Date.now(),
    today: () => addDays(dayOf(Date.now(), zone), offset()),
  }
}

/** The calendar day of an ISO instant, in London; null for what is no instant. */
export function dayOfInstant(instant: string, zone = LONDON): Day | null {
  const time = Date.parse(instant)
  return Number.isNaN(time) ? null : dayOf(time, zone)
}

/** The time of day of an ISO instant as `14:05`, in London; null for what is no instant. */
export function timeOfInstant(instant: string, zone = LONDON): string | null {
  const time = Date.parse(instant)
  if (Number.isNaN(time)) return null
  const { hour, minute } = fieldsOf(time, zone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  return `${hour}:${minute}`
}

/** The ISO instant of the wall clock, for stamps. */
export function instantOf(now: number): string {
  return new Date(now).toISOString()
}

function dayOf(time: number, zone: string): Day {
  const { year, month, day } = fieldsOf(time, zone, { year: 'numeric', month: '2-digit', day: '2-digit' })
  return `${year}-${month}-${day}`
}

function fieldsOf(time: number, zone: string, fields: Intl.DateTimeFormatOptions): Record<string, string> {
  const parts = new Intl.DateTimeFormat('en-GB', { ...fields, timeZone: zone }).formatToParts(time)
  return Object.fromEntries(parts.map((part) => [part.type, part.value]))
}
