/**
 * How long what Control keeps of a group is kept, list by list, and which days lie before that. Years are whole: what
 * happened on 27 November 2019 and is kept for seven years may go from 28 November 2026 on. Nothing goes by itself.
 */

import type { Day } from './day.ts'

/**
 * What can be disposed of. Decisions, posts and guidance aren't among them: while the work stands that they brought
 * about, they are what it rests on.
 */
export const RETAINED_LISTS = ['audit', 'access', 'incidents', 'disclosures', 'passes', 'prompts'] as const
export type RetainedList = (typeof RETAINED_LISTS)[number]

export type Retention = Readonly<Record<RetainedList, number>>

/** Years, until a group chooses. */
export const RETENTION: Retention = { audit: 7, access: 7, incidents: 7, disclosures: 3, passes: 3, prompts: 2 }

/** From and to, both good. */
export const RETENTION_YEARS = [1, 50] as const

/** What happened before this day isn't kept any longer. */
export function keptFrom(today: Day, years: number): Day {
  const year = String(Number(today.slice(0, 4)) - years).padStart(4, '0')
  const rest = today.slice(4)
  // A leap day has no day of its own in most years: kept a day longer, never shorter.
  return year + (rest === '-02-29' ? '-02-28' : rest)
}
