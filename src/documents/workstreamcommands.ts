/**
 * From a quarterly document to what a group keeps of it: each work stream once, its quarter, and what is in its way.
 * A barrier that is known already, in whatever quarter it was raised, isn't raised again.
 */

import type { Day } from '../domain/day.ts'
import { periodOf } from '../domain/period.ts'
import type { RaiseBarrier, SaveWorkstream, WorkstreamContent } from '../domain/workstream.ts'
import { quarterKey, type QuarterContent, type ReportQuarter } from '../domain/workstreamquarter.ts'
import { foldText } from './text.ts'
import type { PrintedWorkstream } from './workstreams.ts'

/** Years of policing plans begin in April. */
const YEAR_START = 4
const LONGEST_KEY = 80

/** The same for every quarter: its number where it has one, else its words. */
function workstreamKey({ number, workStream, objective }: PrintedWorkstream): string {
  return (
    foldText(number ?? workStream ?? objective ?? '')
      .replaceAll(' ', '-')
      .slice(0, LONGEST_KEY) || 'work-stream'
  )
}

export interface WorkstreamCommands {
  readonly save: Omit<SaveWorkstream, 'id'> | null
  readonly quarter: Omit<ReportQuarter, 'id'> | null
  readonly barrier: Omit<RaiseBarrier, 'id'> | null
}

/** Only what isn't known yet; what the document leaves out takes nothing away. */
export function makeWorkstreamCommands(
  printed: PrintedWorkstream,
  known: {
    readonly workstreams: ReadonlyMap<string, WorkstreamContent>
    readonly quarters: ReadonlyMap<string, QuarterContent>
  },
  { day, source }: { readonly day: Day; readonly source: NonNullable<WorkstreamContent['source']> },
): WorkstreamCommands {
  const key = workstreamKey(printed)
  const now = known.workstreams.get(key)
  const { number, objective, workStream, chiefOfficerLead, smtLead, status, planned, barriers } = printed
  const content = {
    number: number ?? '',
    objective: objective ?? '',
    title: workStream ?? '',
    chiefOfficerLead: chiefOfficerLead === null ? [] : [{ name: chiefOfficerLead }],
    smtLead: smtLead === null ? [] : [{ name: smtLead }],
  }
  const quarter = periodOf(day, 'quarterly', YEAR_START).key
  const said = known.quarters.get(quarterKey(key, quarter))
  const report = {
    workstream: key,
    quarter,
    status: status ?? said?.status ?? '',
    planned: planned ?? said?.planned ?? '',
  }
  const isSaid = report.status === (said?.status ?? '') && report.planned === (said?.planned ?? '')
  const isRaised = now?.barriers.some(({ raised }) => foldText(raised.words) === foldText(barriers ?? '')) ?? false
  return {
    // People may have put it right since: it is made, and then theirs.
    save: now ? null : { kind: 'saveWorkstream', key, content, source },
    quarter: isSaid ? null : { kind: 'reportQuarter', key: quarterKey(key, quarter), ...report },
    barrier: barriers === null || isRaised ? null : { kind: 'raiseBarrier', key, day, words: barriers },
  }
}
