/**
 * One item put to each of several organisations, and the one response of each (product: "Request"). Pure: what a
 * request and a response are, and what is known of them without asking anybody. Who may do what to a request is
 * requesting.ts, to a response responding.ts.
 *
 * A response that nobody has touched has no row: it is `notStarted`. A period of a return is a request too, with its
 * `return` and `period`, and so everything here holds for it.
 */

import type { ActionId } from './action.ts'
import type { CommandId } from './command.ts'
import { daysBetween, type Day } from './day.ts'
import type { Marking, Person } from './group.ts'
import type { IncidentMeasure } from './incidentcount.ts'

/** The key of the row: the id of the command that made it; of a period of a return, one that follows from both. */
export type RequestKey = string

export const FIELD_TYPES = ['number', 'text', 'choice', 'yesNo'] as const
export type FieldType = (typeof FIELD_TYPES)[number]

/** Something that every organisation is asked for in the same way, so that the answers stand side by side. */
export interface RequestField {
  /** Stable in its request, and from period to period of a return: `incidents`. */
  readonly key: string
  readonly title: string
  readonly type: FieldType
  /** As it is written behind a number: "children". */
  readonly unit: string | null
  readonly required: boolean
  /** Of a number. */
  readonly min: number | null
  readonly max: number | null
  /** Of a choice. */
  readonly choices: readonly string[]
  /** Of a number: it is counted from the notifications of incidents, and offered to whoever answers. */
  readonly filledBy?: IncidentMeasure
}

export type FieldValue = string | number | boolean
/** By the field's key; what wasn't said is not there. */
export type FieldValues = Readonly<Record<string, FieldValue>>

/** A file in the Work site's own library, where the site's permissions hold. */
export interface FileReference {
  readonly name: string
  readonly webUrl: string
  readonly bytes: number
}

export interface RequestContent {
  readonly key: RequestKey
  readonly title: string
  /** What is asked, in full. */
  readonly words: string
  /** The action that it belongs to, which can't be discharged while a response is missing. */
  readonly action: ActionId | null
  /** Keys of those that are asked, in order. */
  readonly organisations: readonly string[]
  /** Nobody is prompted before; null: at once. */
  readonly opens: Day | null
  readonly due: Day | null
  readonly fields: readonly RequestField[]
  /** An approver of the organisation signs an answer off before it leaves. */
  readonly signOff: boolean
  /** Null: the group's. */
  readonly marking: Marking | null
  /** Key of the return that it is a period of. */
  readonly return: string | null
  /** The period, as its return writes it: `2026-Q3`. */
  readonly period: string | null
  readonly status: 'open' | 'closed'
  readonly log: readonly RequestEntry[]
}

export const REQUEST_EVENTS = ['made', 'putTo', 'takenOut', 'dueMoved', 'closed', 'reopened'] as const
export type RequestEvent = (typeof REQUEST_EVENTS)[number]

/** What happened to the request itself. Entries are only added. */
export interface RequestEntry {
  /** Id of the command. */
  readonly id: CommandId
  readonly kind: RequestEvent
  readonly day: Day
  readonly by: Person
  readonly words: string
  /** Those put to or taken out. */
  readonly organisations: readonly string[]
}

export const RESPONSE_STATES = ['notStarted', 'awaitingSignOff', 'returned', 'responded', 'nil', 'accepted'] as const
export type ResponseState = (typeof RESPONSE_STATES)[number]

/** What an organisation says; the latest stands on the response, all of them in its log. */
export interface Answer {
  readonly words: string
  readonly values: FieldValues
  readonly files: readonly FileReference[]
  /** There is nothing to say: no incidents, no changes. */
  readonly nil: boolean
  readonly by: Person
  readonly day: Day
  /** Where the coordinator recorded it for somebody: whose answer it is, and how it came ("by telephone"). */
  readonly recorded: { readonly of: string; readonly how: string } | null
  /** Key of the response that it repeats. */
  readonly like: string | null
}

export interface ResponseContent {
  /** `responseKey(request, organisation)`. */
  readonly key: string
  readonly request: RequestKey
  readonly organisation: string
  readonly state: ResponseState
  readonly answer: Answer | null
  /** A colleague whom it was passed on to; whoever passed it on stays accountable. */
  readonly passed: { readonly from: Person; readonly to: Person } | null
  /** Somebody said that it isn't theirs, and the coordinator hasn't answered that yet. */
  readonly disowned: { readonly by: Person; readonly day: Day } | null
  readonly log: readonly ResponseEntry[]
}

export const RESPONSE_EVENTS = [
  'answered',
  'nil',
  'signedOff',
  'notSignedOff',
  'accepted',
  'returned',
  'passedOn',
  'notOurs',
  'askedAgain',
  'chased',
] as const
export type ResponseEvent = (typeof RESPONSE_EVENTS)[number]

/** What became of a response. Entries are only added. */
export interface ResponseEntry {
  /** Id of the command. */
  readonly id: CommandId
  readonly kind: ResponseEvent
  readonly day: Day
  readonly by: Person
  readonly words: string
  /** The answer that was given, in full. */
  readonly answer: Answer | null
  /** Whom it was passed to, or who was chased. */
  readonly people: readonly Person[]
}

export function responseKey(request: RequestKey, organisation: string): string {
  return `${request}.${organisation}`
}

/** The response of an organisation, whether or not there is a row for it yet. */
export function responseOf<Each extends ResponseContent>(
  request: Pick<RequestContent, 'key'>,
  organisation: string,
  responses: ReadonlyMap<string, Each>,
): Each | ResponseContent {
  const key = responseKey(request.key, organisation)
  return responses.get(key) ?? untouched(request.key, organisation)
}

export function untouched(request: RequestKey, organisation: string): ResponseContent {
  const key = responseKey(request, organisation)
  const nothing = { answer: null, passed: null, disowned: null, log: [] }
  return { key, request, organisation, state: 'notStarted', ...nothing }
}

/** The group hasn't got an answer: none was given, it hasn't left the organisation, or it was returned. */
export function isMissing({ state }: Pick<ResponseContent, 'state'>): boolean {
  return state === 'notStarted' || state === 'awaitingSignOff' || state === 'returned'
}

/** It is missing, and nobody has said that it isn't theirs: who owes it can be chased for it. */
export function isOwed(response: Pick<ResponseContent, 'state' | 'disowned'>): boolean {
  return isMissing(response) && response.disowned === null
}

/** The organisations whose response is missing, in the order they are asked in. */
export function missingOf(
  request: Pick<RequestContent, 'key' | 'organisations'>,
  responses: ReadonlyMap<string, ResponseContent>,
): readonly string[] {
  return request.organisations.filter((organisation) => isMissing(responseOf(request, organisation, responses)))
}

/** Of the open requests of an action, those with a response missing. */
export function missingFor(
  action: ActionId,
  requests: Iterable<RequestContent>,
  responses: ReadonlyMap<string, ResponseContent>,
): readonly { readonly request: RequestContent; readonly organisations: readonly string[] }[] {
  return [...requests]
    .filter((request) => request.action === action && request.status === 'open')
    .map((request) => ({ request, organisations: missingOf(request, responses) }))
    .filter(({ organisations }) => organisations.length > 0)
}

/** Actions about which every organisation that was asked has answered, and the day of the last answer. */
export function answeredOf(
  requests: Iterable<RequestContent>,
  responses: ReadonlyMap<string, ResponseContent>,
): readonly { readonly action: ActionId; readonly on: Day }[] {
  return [...requests].flatMap((request) => {
    const days = request.organisations.flatMap((each) => responseOf(request, each, responses).answer?.day ?? [])
    const on = days.toSorted().at(-1)
    if (request.action === null || on === undefined || missingOf(request, responses).length > 0) return []
    return [{ action: request.action, on }]
  })
}

/** True from the day on which people are asked. */
export function isAsked({ status, opens }: Pick<RequestContent, 'status' | 'opens'>, today: Day): boolean {
  return status === 'open' && (opens === null || opens <= today)
}

/** Days that a missing response is late by; 0 or less: not late, or nothing is missing. */
export function daysLate(
  request: Pick<RequestContent, 'due' | 'status'>,
  response: Pick<ResponseContent, 'state'>,
  today: Day,
): number {
  if (request.due === null || request.status === 'closed' || !isMissing(response)) return 0
  return Math.max(0, daysBetween(request.due, today))
}

/**
 * What an organisation said the last time it was asked the same: in an earlier period of the return, or in an earlier
 * request of the same title. Null: it never was, or never answered.
 */
export function lastTimeOf<Each extends ResponseContent>(
  request: Pick<RequestContent, 'key' | 'return' | 'period' | 'title' | 'due'>,
  organisation: string,
  requests: Iterable<RequestContent>,
  responses: ReadonlyMap<string, Each>,
): Each | null {
  let last: { readonly request: RequestContent; readonly response: Each } | null = null
  for (const earlier of requests) {
    if (earlier.key === request.key || !isSameAsked(earlier, request) || !isBefore(earlier, request)) continue
    const response = responses.get(responseKey(earlier.key, organisation))
    if (!response?.answer || isMissing(response)) continue
    if (last === null || isBefore(last.request, earlier)) last = { request: earlier, response }
  }
  return last?.response ?? null
}

function isSameAsked(
  a: Pick<RequestContent, 'return' | 'title'>,
  b: Pick<RequestContent, 'return' | 'title'>,
): boolean {
  return a.return === b.return && (a.return !== null || a.title === b.title)
}

type Placed = Pick<RequestContent, 'period' | 'due'>

/** Periods are written so that they sort; what has none goes by its due, what has no due comes last. */
function isBefore(a: Placed, b: Placed): boolean {
  const place = ({ period, due }: Placed): string => period ?? due ?? '9999'
  return place(a) < place(b)
}
