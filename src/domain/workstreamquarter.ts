/**
 * Where a work stream stands in a quarter, and what is planned for the next one; a row a work stream and quarter. What
 * was planned stands beside what became of it, and an earlier wording stays. Pure.
 */

import { canonical } from './canonical.ts'
import { LONGEST_TEXT } from './check.ts'
import type { CollectionCommand, CollectionContext, Stored } from './collection.ts'
import type { Day } from './day.ts'
import type { Person } from './group.ts'
import { parsePeriod, periodAfter, type Period } from './period.ts'
import { accept, refuse, type Result } from './result.ts'
import type { WorkstreamContent } from './workstream.ts'

export interface QuarterVersion {
  /** Id of the command that said it. */
  readonly id: string
  readonly status: string
  readonly planned: string
  readonly day: Day
  readonly by: Person
}

export interface QuarterContent {
  /** Key of the work stream. */
  readonly workstream: string
  /** Key of the period: `2026-Q3`. */
  readonly quarter: string
  /** Current status. */
  readonly status: string
  /** Progress planned for the next quarter. */
  readonly planned: string
  /** Every wording, the latest last. */
  readonly versions: readonly QuarterVersion[]
}

export type ReportQuarter = CollectionCommand & {
  readonly kind: 'reportQuarter'
  readonly workstream: string
  readonly quarter: string
  readonly status: string
  readonly planned: string
}

/** Anybody in the group may say it; of two at once the second is asked. */
export function decideQuarter(
  command: ReportQuarter,
  now: QuarterContent | null,
  { actor, today }: CollectionContext,
): Result<QuarterContent> {
  const { id, workstream, quarter, key } = command
  if (key !== quarterKey(workstream, quarter)) return refuse('commandInvalid', 'key')
  const period = parsePeriod(quarter, 'quarterly', YEAR_START)
  if (!period) return refuse('commandInvalid', 'quarter')
  if (period.from > today) return refuse('dayInFuture', 'quarter', { day: period.from })
  const [status, planned] = [command.status.trim(), command.planned.trim()]
  if (status === '' && planned === '') return refuse('textMissing', 'status')
  if (now && now.status === status && now.planned === planned) return refuse('nothingChanged')
  const versions = [...(now?.versions ?? []), { id, status, planned, day: today, by: actor }]
  const isTooLong = [status, planned, canonical(versions)].some((text) => text.length > LONGEST_TEXT)
  if (isTooLong) return refuse('textTooLong', 'status', { longest: LONGEST_TEXT })
  return accept({ workstream, quarter, status, planned, versions })
}

export function touchedByQuarter(): readonly (keyof QuarterContent)[] {
  return ['status', 'planned']
}

/** Years of policing plans begin in April. */
const YEAR_START = 4

/** One row for a work stream and a quarter, whoever makes it. */
export function quarterKey(workstream: string, quarter: string): string {
  return `${workstream}.${quarter}`
}

export interface QuarterStanding {
  readonly period: Period
  readonly said: QuarterContent | null
  /** What the quarter before planned for this one; null where it planned nothing. */
  readonly plannedBefore: string | null
}

/** A quarter of a work stream, with what the quarter before had planned for it. */
export function standingInQuarter(
  workstream: string,
  period: Period,
  quarters: ReadonlyMap<string, QuarterContent>,
): QuarterStanding {
  const before = periodAfter(period, YEAR_START, -1)
  return {
    period,
    said: quarters.get(quarterKey(workstream, period.key)) ?? null,
    plannedBefore: quarters.get(quarterKey(workstream, before.key))?.planned || null,
  }
}

/**
 * Whether a work stream is of a quarter: not ended before it and, of one that has passed, written down by its end or
 * told of then.
 *
 * @param asked the quarter that is asked about: of it and the later ones are those that began since, too
 */
export function isInQuarter(
  workstream: string,
  { ended, barriers, createdAt }: Pick<WorkstreamContent, 'ended' | 'barriers'> & Pick<Stored, 'createdAt'>,
  period: Period,
  quarters: ReadonlyMap<string, QuarterContent>,
  asked: Pick<Period, 'key'>,
): boolean {
  if (ended !== null && ended.day < period.from) return false
  if (period.key >= asked.key) return true
  if (createdAt.slice(0, 10) <= period.to || barriers.some(({ raised }) => raised.day <= period.to)) return true
  return [...quarters.values()].some((said) => said.workstream === workstream && said.quarter <= period.key)
}
