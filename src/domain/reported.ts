/**
 * A report as it was made: its period, how everything stood in figures, and which boards were told of it, when. The next
 * report tells what changed since. What it said in words is the file that was taken out; the register goes on.
 */

import { checkText } from './check.ts'
import type { CollectionCommand, CollectionContext } from './collection.ts'
import { isDay, type Day } from './day.ts'
import type { Person } from './group.ts'
import { REPORT_COLOURS, type ReportCounts } from './report.ts'
import { accept, refuse, type Result } from './result.ts'

/** A board that was told. */
export interface Told {
  /** Id of the command. */
  readonly id: string
  readonly board: string
  readonly day: Day
  readonly by: Person
}

export interface ReportedContent {
  readonly from: Day
  readonly to: Day
  /** How many stood in which colour. */
  readonly counts: ReportCounts
  readonly by: Person
  readonly boards: readonly Told[]
}

export type RecordReport = CollectionCommand & {
  readonly kind: 'recordReport'
  readonly from: Day
  readonly to: Day
  readonly counts: ReportCounts
}
export type TellBoard = CollectionCommand & { readonly kind: 'tellBoard'; readonly board: string; readonly day: Day }
export type ReportCommand = RecordReport | TellBoard

/** Whoever coordinates the group makes its reports; what was recorded of one never changes. */
export function decideReported(
  command: ReportCommand,
  now: ReportedContent | null,
  context: CollectionContext,
): Result<ReportedContent> {
  if (context.as === 'member') return refuse('coordinatorOnly')
  if (command.kind === 'recordReport') return recordReport(command, now, context)
  if (!now) return refuse('reportUnknown')
  const refusal = checkText(command.board, 'board')
  if (refusal) return { ok: false, error: refusal }
  if (!isDay(command.day)) return refuse('dayInvalid', 'day')
  if (command.day > context.today) return refuse('dayInFuture', 'day', { day: command.day })
  const told = { id: command.id, board: command.board.trim(), day: command.day, by: context.actor }
  const isKnown = now.boards.some(({ board, day }) => board === told.board && day === told.day)
  return isKnown ? accept(now) : accept({ ...now, boards: [...now.boards, told] })
}

/** The last report that a board was told of, else the last that was made; what is new is so since then. */
export function lastReported(reports: Iterable<ReportedContent>, before: Day): ReportedContent | null {
  const made = [...reports].filter(({ to }) => to < before)
  const told = made.filter(({ boards }) => boards.length > 0)
  return (told.length > 0 ? told : made).toSorted((a, b) => (a.to < b.to ? -1 : 1)).at(-1) ?? null
}

export function touchedByReport({ kind }: ReportCommand): readonly (keyof ReportedContent)[] {
  // Two may record that two boards were told.
  return kind === 'recordReport' ? ['from', 'to', 'counts'] : []
}

function recordReport(
  { from, to, counts }: RecordReport,
  now: ReportedContent | null,
  { actor, today }: CollectionContext,
): Result<ReportedContent> {
  if (now) return accept(now)
  if (!isDay(from)) return refuse('dayInvalid', 'from')
  if (!isDay(to)) return refuse('dayInvalid', 'to')
  if (to > today) return refuse('dayInFuture', 'to', { day: to })
  if (from > to) return refuse('endsBefore', 'from')
  const isWhole = REPORT_COLOURS.every((colour) => Number.isInteger(counts[colour]) && counts[colour] >= 0)
  if (!isWhole) return refuse('commandInvalid')
  return accept({ from, to, counts, by: actor, boards: [] })
}
