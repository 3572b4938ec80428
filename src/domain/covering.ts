/**
 * The work of a group that may answer paragraphs of a framework, and how each piece of it stands by its own rule: an
 * action as everywhere, a work stream by its quarter and what is in its way, a return by the latest period that was due,
 * a request by its answers. What was closed or has ended covers nothing any more. Pure.
 *
 *   workOf(ground, today).get(workKey({ kind: 'return', key: 'ocag' }))?.stands.why
 *   // { code: 'answersMissing', values: { complete: 3, asked: 5, day: '2026-10-31' } }
 */

import type { Action, Colour, Kind } from './action.ts'
import type { Day } from './day.ts'
import type { Named } from './framework.ts'
import { nextMeetingDay, type Marking } from './group.ts'
import { FINANCIAL_YEAR, periodAfter, periodOf } from './period.ts'
import { compareReferences } from './reference.ts'
import type { RequestContent, ResponseContent } from './request.ts'
import type { OpenPeriod, ReturnContent } from './return.ts'
import { answersOf, completenessOf } from './returntable.ts'
import type { Snapshot } from './snapshot.ts'
import { standingOf, type Standing } from './status.ts'
import { openBarriers, type WorkstreamContent } from './workstream.ts'
import { isQuarterOwed } from './workstreamprompting.ts'
import type { QuarterContent } from './workstreamquarter.ts'

export const WORK_KINDS = ['action', 'workstream', 'return', 'request'] as const
export type WorkKind = (typeof WORK_KINDS)[number]

/** A piece of work by its kind and the key of its row. */
export interface WorkRef {
  readonly kind: WorkKind
  readonly key: string
}

export const WORK_REASONS = [
  'ended',
  'quarterUnsaid',
  'barriersOpen',
  'quarterSaid',
  'notAskedYet',
  'answersMissing',
  'answersAwaited',
  'answersUndated',
  'answered',
  'closedUnanswered',
] as const
export type WorkReason = (typeof WORK_REASONS)[number]

/** How it stands, and why: an action's by the rule of actions, any other's with a reason of its own. */
export type WorkStanding =
  | { readonly colour: Colour; readonly standing: Standing; readonly why: null }
  | {
      readonly colour: Colour
      readonly standing: null
      readonly why: { readonly code: WorkReason; readonly values: Readonly<Record<string, string | number>> }
    }

export interface Work extends WorkRef {
  /** What it is called: an action's own kind, a recommendation among them. */
  readonly label: Kind | Exclude<WorkKind, 'action'>
  /** With its reference or number before it. */
  readonly name: Named
  readonly stands: WorkStanding
  /** Its own; null: the group's. */
  readonly marking: Marking | null
  /** What was closed without being done, or has ended, covers nothing; it stands in the evidence all the same. */
  readonly counts: boolean
}

/** All that work follows from; a collection that a site doesn't have is empty. */
export interface CoveringGround {
  readonly snapshot: Snapshot
  readonly workstreams: ReadonlyMap<string, WorkstreamContent>
  readonly quarters: ReadonlyMap<string, QuarterContent>
  readonly returns: ReadonlyMap<string, ReturnContent>
  readonly requests: ReadonlyMap<string, RequestContent>
  readonly responses: ReadonlyMap<string, ResponseContent>
  /** Which quarter work streams are asked about now, and by when. */
  readonly asked: OpenPeriod
}

/** `workstream.1f0c…` */
export function workKey({ kind, key }: WorkRef): string {
  return `${kind}.${key}`
}

/** All of it by `workKey`: actions by their references, then work streams, returns and requests. */
export function workOf(ground: CoveringGround, today: Day): ReadonlyMap<string, Work> {
  const { snapshot, workstreams, returns, requests } = ground
  const { actions, meetings, group } = snapshot
  const context = { today, nextMeeting: nextMeetingDay([...meetings.values()], today), lateBy: group.lateBy }
  const all: readonly Work[] = [
    ...[...actions.values()]
      .toSorted((a, b) => compareReferences(a.reference, b.reference))
      .map((action) => actionWork(action, standingOf(action, context))),
    ...[...workstreams].map(([key, content]) => workstreamWork(key, content, ground, today)).toSorted(byName),
    ...[...returns].map(([key, content]) => returnWork(key, content, ground, today)).toSorted(byName),
    // A period of a return stands in its return.
    ...[...requests.values()]
      .filter((request) => request.return === null)
      .map((request) => requestWork(request, ground, today))
      .toSorted(byName),
  ]
  return new Map(all.map((work) => [workKey(work), work]))
}

function actionWork({ id, kind, reference, details, status, marking }: Action, standing: Standing): Work {
  const name = `${reference} ${details}`
  return {
    kind: 'action',
    key: id,
    label: kind,
    name: { en: name, cy: name },
    stands: { colour: standing.colour, standing, why: null },
    marking,
    counts: status !== 'closed',
  }
}

/** Nothing said once the quarter that is asked about is due is late; what is in its way keeps it from being well. */
function workstreamWork(
  key: string,
  content: WorkstreamContent,
  { quarters, asked }: Pick<CoveringGround, 'quarters' | 'asked'>,
  today: Day,
): Work {
  const { number, title, objective, ended } = content
  const name = [number, title || objective].filter((each) => each !== '').join(' ')
  const now = periodOf(today, 'quarterly', FINANCIAL_YEAR)
  // Until the latest is due, the one before it will do.
  const latest = today > asked.due ? asked.period : periodAfter(asked.period, FINANCIAL_YEAR, -1)
  const said = [now, asked.period, latest].find((period) => !isQuarterOwed(key, { ended: null }, period, quarters))
  const barriers = openBarriers(content).length
  return {
    kind: 'workstream',
    key,
    label: 'workstream',
    name: { en: name, cy: name },
    marking: null,
    counts: ended === null,
    stands: ended
      ? stands('CLOSED', 'ended', { day: ended.day })
      : !said
        ? stands('RED', 'quarterUnsaid', { quarter: latest.key })
        : barriers > 0
          ? stands('AMBER', 'barriersOpen', { count: barriers })
          : stands('GREEN', 'quarterSaid', { quarter: said.key }),
  }
}

function returnWork(key: string, definition: ReturnContent, ground: CoveringGround, today: Day): Work {
  const { title, titleWelsh, ended } = definition
  const periods = [...ground.requests.values()]
    .filter((request) => request.return === key && request.due !== null)
    .toSorted((a, b) => ((a.due ?? '') < (b.due ?? '') ? 1 : -1))
  // What was due last says how it goes; before anything was, what is asked now.
  const period = periods.find(({ due }) => due !== null && due < today) ?? periods.at(-1)
  return {
    kind: 'return',
    key,
    label: 'return',
    name: { en: title, cy: titleWelsh || title },
    marking: null,
    counts: ended === null,
    stands: ended
      ? stands('CLOSED', 'ended', { day: ended.day })
      : period
        ? answersStanding(period, ground, today)
        : stands('AMBER', 'notAskedYet', {}),
  }
}

function requestWork(request: RequestContent, ground: CoveringGround, today: Day): Work {
  const standing = answersStanding(request, ground, today)
  const isGivenUp = request.status === 'closed' && standing.colour !== 'GREEN'
  return {
    kind: 'request',
    key: request.key,
    label: 'request',
    name: { en: request.title, cy: request.title },
    marking: request.marking,
    counts: !isGivenUp,
    stands: isGivenUp ? stands('CLOSED', 'closedUnanswered', standing.why?.values ?? {}) : standing,
  }
}

function answersStanding(
  request: RequestContent,
  { responses }: Pick<CoveringGround, 'responses'>,
  today: Day,
): WorkStanding {
  const day = request.due ?? ''
  const { asked, complete } = completenessOf(answersOf(request, responses), day)
  const values = { asked, complete, day }
  if (complete === asked) return stands('GREEN', 'answered', values)
  if (day === '') return stands('AMBER', 'answersUndated', values)
  return day < today ? stands('RED', 'answersMissing', values) : stands('AMBER', 'answersAwaited', values)
}

function stands(colour: Colour, code: WorkReason, values: Readonly<Record<string, string | number>>): WorkStanding {
  return { colour, standing: null, why: { code, values } }
}

/** `1.2` before `1.10`. */
function byName(a: Work, b: Work): number {
  return a.name.en.localeCompare(b.name.en, 'en', { numeric: true })
}
