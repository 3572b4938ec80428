/**
 * Inspection reports as the page shows them: the newest first, each with what became of what it asks for, in the order in
 * which it asks. Every recommendation of the register is in exactly one of them, so that counts agree. Pure.
 */

import { readClaims } from '../../documents/claims.ts'
import type { Action, ActionId, Link, Update } from '../../domain/action.ts'
import type { Day } from '../../domain/day.ts'
import { nextMeetingDay } from '../../domain/group.ts'
import { awaitedOf } from '../../domain/linking.ts'
import { explained, piecesIn, progressOf, type Pieces, type Progress } from '../../domain/pieces.ts'
import type { PublicationContent } from '../../domain/publication.ts'
import { parseReference } from '../../domain/reference.ts'
import { endedOn, REPORT_COLOURS, type ReportColour } from '../../domain/report.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import { isRecommendation, standingOf, type Standing } from '../../domain/status.ts'

export interface ShownRecommendation {
  readonly action: Action
  readonly standing: Standing
  /** As inspectorates' logs print it: green since the board was last told is NEW GREEN. */
  readonly colour: ReportColour
  /** Where it stands, newest first; every version stays. */
  readonly positions: readonly Update[]
  /** Whom it waits for, and what they must deliver. */
  readonly awaited: Link | null
  /** Actions that it was broken into; the answer of another group says that its own is done. */
  readonly pieces: Pieces
  readonly progress: Progress
}

/** What the report says that it asks of the force, beside what is here. */
export interface Claim {
  readonly claimed: number
  readonly shown: number
  /** Complete or closed before its log was kept here. */
  readonly earlier: number
  /** Of those that are shown, how many others have to act on: a report may not count them. */
  readonly others: number
  readonly agrees: 'whole' | 'withoutOthers' | 'no'
}

export interface ShownReport {
  /** Null: recommendations whose report isn't kept here. */
  readonly key: string | null
  readonly content: PublicationContent | null
  readonly rows: readonly ShownRecommendation[]
  readonly claim: Claim | null
}

export interface ShowingOptions {
  readonly snapshot: Snapshot
  readonly publications: ReadonlyMap<string, PublicationContent>
  readonly histories: ReadonlyMap<ActionId, readonly Update[]>
  readonly today: Day
  /** The day to which the board was last told; null: it never was. */
  readonly since: Day | null
}

export function showReports(options: ShowingOptions): readonly ShownReport[] {
  const { snapshot, publications } = options
  const actions = [...snapshot.actions.values()].filter(isRecommendation)
  const piecesOf = piecesIn(snapshot)
  const rows = Map.groupBy(actions.toSorted(byReference), ({ origin: { publication = '' } }) =>
    publications.has(publication) ? publication : null,
  )
  const show = (action: Action): ShownRecommendation => showRecommendation(action, piecesOf(action), options)
  const kept = [...publications].toSorted(([, a], [, b]) => compare(b.published ?? '', a.published ?? ''))
  const reports = kept.map(([key, content]): ShownReport => {
    const shown = inPrintedOrder(rows.get(key) ?? []).map(show)
    return { key, content, rows: shown, claim: claimOf(content, shown) }
  })
  const others = rows.get(null)
  return others ? [...reports, { key: null, content: null, rows: others.map(show), claim: null }] : reports
}

function showRecommendation(
  action: Action,
  { actions, elsewhere }: Pieces,
  { snapshot, histories, today, since }: ShowingOptions,
): ShownRecommendation {
  const history = histories.get(action.id) ?? []
  const nextMeeting = nextMeetingDay([...snapshot.meetings.values()], today)
  const pieces = { actions: actions.toSorted(byReference), elsewhere }
  const progress = progressOf(action, pieces)
  const rule = standingOf(action, { today, nextMeeting, lateBy: snapshot.group.lateBy })
  const standing = explained(rule, action, progress)
  const isNew = standing.colour === 'GREEN' && since !== null && endedOn(action, history) > since
  const superseded = new Set(history.map(({ supersedes }) => supersedes))
  return {
    action,
    standing,
    colour: isNew ? 'NEW GREEN' : standing.colour,
    positions: history.filter(({ id, text }) => text.trim() !== '' && !superseded.has(id)),
    awaited: awaitedOf(action),
    pieces,
    progress,
  }
}

/** Null where the report counts nothing. */
function claimOf({ summary, earlier }: PublicationContent, rows: readonly ShownRecommendation[]): Claim | null {
  const { own, made } = readClaims(summary)
  const claimed = own ?? made
  if (claimed === null) return null
  const shown = rows.length
  const others = rows.filter(({ awaited }) => awaited !== null).length
  const beyond = shown + earlier - claimed
  const agrees = beyond === 0 ? 'whole' : beyond > 0 && beyond <= others ? 'withoutOthers' : 'no'
  return { claimed, shown, earlier, others, agrees }
}

export interface Filter {
  /** Key of a report; empty: all of them. */
  readonly report: string
  readonly colour: ReportColour | null
}

export interface Filtered {
  readonly reports: readonly ShownReport[]
  /** Of the chosen reports, by colour: they add up to `of`. */
  readonly counts: ReadonlyMap<ReportColour, number>
  readonly of: number
  readonly shown: number
}

/** A report of which nothing is of the colour isn't shown; what it claims is always told of the whole. */
export function filterReports(all: readonly ShownReport[], { report, colour }: Filter): Filtered {
  const chosen = all.filter(({ key }) => report === '' || (key ?? NO_REPORT) === report)
  const rows = chosen.flatMap((each) => each.rows)
  const counts = new Map(
    REPORT_COLOURS.map((each) => [each, rows.filter((row) => row.colour === each).length] as const),
  )
  const reports =
    colour === null
      ? chosen
      : chosen
          .map((each) => ({ ...each, rows: each.rows.filter((row) => row.colour === colour) }))
          .filter((each) => each.rows.length > 0)
  const shown = reports.reduce((sum, each) => sum + each.rows.length, 0)
  return { reports, counts, of: rows.length, shown }
}

/** Stands for recommendations whose report isn't kept here. */
export const NO_REPORT = '-'

/**
 * By the numbers that the report gives them, one without after the one before it. Numbers that stand twice in a report
 * say nothing of the order: then it is the one in which they came here.
 */
function inPrintedOrder(actions: readonly Action[]): readonly Action[] {
  const numbers = actions.flatMap(({ origin: { number } }) => number ?? [])
  if (new Set(numbers).size < numbers.length) return actions
  let last = ''
  const placed = actions.map((action) => {
    last = action.origin.number ?? last
    return { action, after: last }
  })
  return placed.toSorted((a, b) => PRINTED.compare(a.after, b.after)).map(({ action }) => action)
}

/** 2 before 10, and 3a before 3b, whatever the language. */
const PRINTED = new Intl.Collator('en', { numeric: true })

function byReference(a: Action, b: Action): number {
  const [one, other] = [parseReference(a.reference), parseReference(b.reference)]
  if (!one || !other) return compare(a.reference, b.reference)
  return one.year - other.year || one.number - other.number
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
