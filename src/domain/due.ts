/**
 * When something is due, in the seven ways that groups say it (product: "Due"). The words as written are always kept;
 * the kind is what the rules understand of them. `Immediate` and `To be set` are words: no rule can call them late.
 */

import { addDays, addMonths, isDay, lastDayOfMonth, type Day } from './day.ts'

export const PERIOD_UNITS = ['day', 'week', 'month', 'year'] as const
export type PeriodUnit = (typeof PERIOD_UNITS)[number]

interface DueWords {
  /** As written: "by the end of February 2018". */
  readonly words: string
  /** Why the due is not firm, as written: "subject to review". */
  readonly provisional?: string
}

export type Due = DueWords &
  (
    | { readonly kind: 'day'; readonly day: Day }
    | { readonly kind: 'month'; /** `YYYY-MM` */ readonly month: string }
    | {
        readonly kind: 'quarter'
        /** Calendar year the quarter lies in */ readonly year: number
        readonly quarter: 1 | 2 | 3 | 4
      }
    | { readonly kind: 'nextMeeting' }
    | { readonly kind: 'period'; readonly count: number; readonly unit: PeriodUnit; readonly after: Day }
    | { readonly kind: 'until'; readonly condition: string }
    | { readonly kind: 'words' }
  )

/**
 * The last day on which the due is still met, or null where no day follows from it (a condition, words, no next
 * meeting planned). Quarters are calendar quarters of their year: quarter 1 ends on 31 March.
 *
 * @param nextMeeting the day of the group's next planned or open meeting, if there is one
 */
export function lastDayOf(due: Due, nextMeeting: Day | null): Day | null {
  switch (due.kind) {
    case 'day':
      return due.day
    case 'month':
      return lastDayOfMonth(due.month)
    case 'quarter':
      return lastDayOfMonth(`${due.year}-${String(due.quarter * 3).padStart(2, '0')}`)
    case 'nextMeeting':
      return nextMeeting
    case 'period':
      return endOfPeriod(due.after, due.count, due.unit)
    case 'until':
    case 'words':
      return null
  }
}

/** The day that is said with a due: its own, or, once a month or a quarter is over, its last. Null: the words say it. */
export function dayToSay(due: Due, nextMeeting: Day | null, today: Day): Day | null {
  const day = lastDayOf(due, nextMeeting)
  return day !== null && (due.kind === 'day' || day < today) ? day : null
}

/** True when every field of a due is what its kind needs; for dues that come from outside. */
export function isDue(due: Due): boolean {
  switch (due.kind) {
    case 'day':
      return isDay(due.day)
    case 'month':
      return /^\d{4}-\d{2}$/.test(due.month) && isDay(`${due.month}-01`)
    case 'quarter':
      return due.year >= 1900 && due.year <= 2199 && [1, 2, 3, 4].includes(due.quarter)
    case 'period':
      return isDay(due.after) && Number.isInteger(due.count) && due.count > 0 && due.count <= 1200
    case 'until':
      return due.condition.trim() !== ''
    case 'words':
      return due.words.trim() !== ''
    case 'nextMeeting':
      return true
    default:
      return false
  }
}

function endOfPeriod(after: Day, count: number, unit: PeriodUnit): Day {
  switch (unit) {
    case 'day':
      return addDays(after, count)
    case 'week':
      return addDays(after, 7 * count)
    case 'month':
      return addMonths(after, count)
    case 'year':
      return addMonths(after, 12 * count)
  }
}
