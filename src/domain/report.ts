/**
 * What a board is told of a register: how everything stands and why, what changed since the board was last told, what is
 * late and for what reason, what slips, and how complete the returns are. Counted from the lines that it shows, so that
 * a figure and its rows always agree (product, rule 1). Pure.
 *
 *   reportOf({ snapshot, histories, requests, responses, from: '2026-09-01', to: today, since: '2026-08-27' })
 */

import { KINDS, type Action, type ActionId, type Colour, type Kind, type Update } from './action.ts'
import { addDays, type Day } from './day.ts'
import { lastDayOf } from './due.ts'
import { nextMeetingDay } from './group.ts'
import { daysPastFirstDue, raisedOn } from './health.ts'
import { organisationsOf } from './owner.ts'
import type { RequestContent, ResponseContent } from './request.ts'
import { answersOf, completenessOf, isComplete } from './returntable.ts'
import { explained, piecesIn, progressOf } from './pieces.ts'
import { compareReferences } from './reference.ts'
import type { Snapshot } from './snapshot.ts'
import { isRecommendation, isUnsettled, standingOf, type Standing, type StandingContext } from './status.ts'

/** As inspectorates' logs print them. NEW GREEN: green since the board was last told. */
export const REPORT_COLOURS = ['RED', 'AMBER', 'NEW GREEN', 'GREEN', 'WHITE', 'CLOSED'] as const
export type ReportColour = (typeof REPORT_COLOURS)[number]
export type ReportCounts = Readonly<Record<ReportColour, number>>

/** What happened to an action since the board was last told. */
export const NEWS = ['raised', 'becameLate', 'extended', 'discharged', 'closed', 'reopened'] as const
export type News = (typeof NEWS)[number]

export interface ReportLine {
  readonly action: Action
  readonly colour: ReportColour
  readonly standing: Standing
  readonly news: readonly News[]
  /** Why it is RED, as somebody gave it: of the override, else of the latest extension; null: nobody did. */
  readonly rationale: string | null
  /** Days from the first due to the one that holds, or to the report where that is past; 0: none. */
  readonly slipped: number
  /** The latest words that were said of it, with their day. */
  readonly latest: { readonly day: Day; readonly words: string } | null
}

export interface OrganisationCount {
  /** Key; '': nobody's (`organisationsOf`). */
  readonly organisation: string
  readonly counts: ReportCounts
}

export interface ReturnLine {
  readonly request: string
  readonly title: string
  readonly due: Day | null
  readonly asked: number
  readonly complete: number
  /** Keys of the organisations that haven't answered. */
  readonly missing: readonly string[]
}

export interface Report {
  readonly from: Day
  readonly to: Day
  /** The day the board was last told; null: never. What is "new" is so since then, else since `from`. */
  readonly since: Day | null
  /** In the order of their references. */
  readonly lines: readonly ReportLine[]
  readonly counts: ReportCounts
  readonly kinds: Readonly<Record<Kind, ReportCounts>>
  /** An action of several organisations counts for each of them. */
  readonly organisations: readonly OrganisationCount[]
  readonly news: Readonly<Record<News, number>>
  /** What ended before and isn't shown: claimed = shown + earlier. */
  readonly earlier: number
  readonly returns: readonly ReturnLine[]
}

export interface ReportGround {
  readonly snapshot: Snapshot
  readonly histories: ReadonlyMap<ActionId, readonly Update[]>
  readonly requests: Iterable<RequestContent>
  readonly responses: ReadonlyMap<string, ResponseContent>
  readonly from: Day
  /** Today, or the day it was made. */
  readonly to: Day
  readonly since: Day | null
}

export function reportOf(ground: ReportGround): Report {
  const { snapshot, from, to, since } = ground
  const { meetings, group } = snapshot
  const context = { today: to, nextMeeting: nextMeetingDay([...meetings.values()], to), lateBy: group.lateBy }
  const begin = since ?? addDays(from, -1)
  const all = [...snapshot.actions.values()].toSorted((a, b) => compareReferences(a.reference, b.reference))
  const piecesOf = piecesIn(snapshot)
  const lines = all.flatMap((action) => lineOf(action, { ...ground, begin, context, piecesOf }) ?? [])
  return {
    from,
    to,
    since,
    lines,
    counts: countsOf(lines),
    kinds: Object.fromEntries(
      KINDS.map((kind) => [kind, countsOf(lines.filter(({ action }) => action.kind === kind))]),
    ) as Record<Kind, ReportCounts>,
    organisations: organisationCounts(lines, snapshot),
    news: Object.fromEntries(
      NEWS.map((kind) => [kind, lines.filter(({ news }) => news.includes(kind)).length]),
    ) as Record<News, number>,
    earlier: all.length - lines.length,
    returns: returnLines(ground),
  }
}

/** How many of each colour; every line once. */
export function countsOf(lines: readonly Pick<ReportLine, 'colour'>[]): ReportCounts {
  const counts = Object.fromEntries(REPORT_COLOURS.map((colour) => [colour, 0])) as Record<ReportColour, number>
  for (const { colour } of lines) counts[colour] += 1
  return counts
}

export function totalOfCounts(counts: ReportCounts): number {
  return REPORT_COLOURS.reduce((sum, colour) => sum + counts[colour], 0)
}

interface LineGround extends ReportGround {
  /** What happened after this day is news. */
  readonly begin: Day
  readonly context: StandingContext
  readonly piecesOf: ReturnType<typeof piecesIn>
}

/** Null for what had ended when the board was last told. */
function lineOf(action: Action, ground: LineGround): ReportLine | null {
  const { snapshot, histories, begin, context, to, piecesOf } = ground
  const history = histories.get(action.id) ?? []
  const rule = standingOf(action, context)
  const standing = isRecommendation(action) ? explained(rule, action, progressOf(action, piecesOf(action))) : rule
  const ended = isUnsettled(action) ? null : endedOn(action, history)
  const isNews = (day: Day | null | undefined): boolean => day != null && day > begin && day <= to
  if (ended !== null && !isNews(ended)) return null
  const happened = (...kinds: readonly string[]): boolean =>
    history.some(({ event, day }) => event !== null && kinds.includes(event.kind) && isNews(day))
  // What had moved before the action came here is no news of its own; what a further edition tells is.
  const isMovedByEdition = history.some(
    ({ id, event, day }) => event?.kind === 'extensionImported' && isNews(day) && !id.startsWith(`${action.id}.`),
  )
  const day = action.due && lastDayOf(action.due, context.nextMeeting)
  const news: News[] = [
    ...(isNews(raisedOn(action, snapshot)) ? (['raised'] as const) : []),
    // The day after its due, if it was still open.
    ...(standing.rule === 'RED' && day !== null && isNews(addDays(day, 1)) ? (['becameLate'] as const) : []),
    ...(happened('extensionGranted') || isMovedByEdition ? (['extended'] as const) : []),
    ...(ended !== null && action.status === 'discharged' ? (['discharged'] as const) : []),
    ...(ended !== null && action.status === 'closed' ? (['closed'] as const) : []),
    ...(happened('reopened') ? (['reopened'] as const) : []),
  ]
  return {
    action,
    colour: colourOf(standing.colour, ended !== null),
    standing,
    news,
    rationale: rationaleOf(action, standing),
    slipped: slippedBy(action, context),
    latest: latestWords(history),
  }
}

/** Whatever is shown as ended has ended since the board was last told. */
function colourOf(colour: Colour, isNew: boolean): ReportColour {
  return colour === 'GREEN' && isNew ? 'NEW GREEN' : colour
}

/** The day it ended, as its history has it; where that says nothing, the last day of which anything was said. */
export function endedOn(action: Action, history: readonly Update[]): Day {
  const ends = new Set(['dischargeApproved', 'closed', 'statusFromEdition'])
  const days = history.flatMap(({ event, day }) => (event && ends.has(event.kind) ? [day] : []))
  return days.toSorted().at(-1) ?? action.closing?.day ?? action.latest?.day ?? action.createdAt.slice(0, 10)
}

/** Why it is RED, as somebody gave it; null: it isn't, or nobody did. */
export function rationaleOf({ extensions, extensionAsked }: Action, { colour, override }: Standing): string | null {
  if (colour !== 'RED') return null
  const given = override?.reason ?? extensionAsked?.reason ?? extensions.at(-1)?.reason ?? ''
  return given.trim() === '' ? null : given
}

/** What moves with its meeting doesn't slip (product: "Due"). */
function slippedBy(action: Action, context: StandingContext): number {
  return action.firstDue?.kind === 'nextMeeting' ? 0 : daysPastFirstDue(action, context)
}

function latestWords(history: readonly Update[]): ReportLine['latest'] {
  const superseded = new Set(history.map(({ supersedes }) => supersedes))
  const said = history.filter(({ id, text }) => text !== '' && !superseded.has(id))
  const newest = said.reduce<Update | null>((last, each) => (last && last.day >= each.day ? last : each), null)
  return newest && { day: newest.day, words: newest.text }
}

function organisationCounts(lines: readonly ReportLine[], snapshot: Snapshot): readonly OrganisationCount[] {
  const byKey = Map.groupBy(
    lines.flatMap((line) =>
      organisationsOf(line.action, snapshot.posts).map((organisation) => ({ organisation, line })),
    ),
    ({ organisation }) => organisation,
  )
  return [...new Set([...snapshot.organisations.keys(), ...byKey.keys()])]
    .filter((organisation) => organisation !== '' || byKey.has(''))
    .map((organisation) => ({
      organisation,
      counts: countsOf((byKey.get(organisation) ?? []).map(({ line }) => line)),
    }))
    .toSorted((a, b) => Number(a.organisation === '') - Number(b.organisation === ''))
}

/** Periods of returns, and other requests with a due, that were due in the period of the report. */
function returnLines({ requests, responses, from, to }: ReportGround): readonly ReturnLine[] {
  return [...requests]
    .filter(({ due }) => due !== null && due >= from && due <= to)
    .map((request) => {
      const answers = answersOf(request, responses)
      const { asked, complete } = completenessOf(answers, request.due ?? to)
      return {
        request: request.key,
        title: request.title,
        due: request.due,
        asked,
        complete,
        missing: answers.filter((answer) => !isComplete(answer)).map(({ organisation }) => organisation),
      }
    })
    .toSorted((a, b) => ((a.due ?? '') < (b.due ?? '') ? -1 : 1))
}
