/**
 * What a period of a return came to: totals, and how they changed on the period before. Pure. Only what an organisation
 * responded or had accepted counts; nil is an answer of nothing, so zero; missing is not zero, and says so. A change
 * compares only organisations that answered in both periods, or one force's silence would look like a fall.
 */

import type { Day } from './day.ts'
import {
  isMissing,
  responseOf,
  type FieldValues,
  type RequestContent,
  type ResponseContent,
  type ResponseState,
} from './request.ts'

/** One organisation's answer for one period. */
export interface ReturnAnswer {
  readonly organisation: string
  readonly state: ResponseState
  /** It said that there is nothing to say, and may have been accepted since. */
  readonly isNil: boolean
  /** By key of the field; what isn't there wasn't given. */
  readonly values: FieldValues
  readonly words: string
  /** The day that it was first given, however often it came back; null: never. */
  readonly answeredOn: Day | null
}

/** What stands for each organisation that a period asked, in the order they are asked in. */
export function answersOf(
  period: Pick<RequestContent, 'key' | 'organisations'>,
  responses: ReadonlyMap<string, ResponseContent>,
): readonly ReturnAnswer[] {
  return period.organisations.map((organisation) => {
    const { state, answer, log } = responseOf(period, organisation, responses)
    const first = log.find(({ kind }) => kind === 'answered' || kind === 'nil')
    const { values = {}, words = '', nil: isNil = false } = answer ?? {}
    return { organisation, state, isNil, values, words, answeredOn: first?.day ?? answer?.day ?? null }
  })
}

export interface Total {
  readonly sum: number
  /** How many organisations it is the sum of, those with nil among them. */
  readonly of: number
  /** How many were asked. */
  readonly asked: number
}

export interface Change {
  readonly difference: number
  /** How many organisations gave the figure in both periods. */
  readonly of: number
}

/** An organisation's figure: a number, `nil`, or null where there is none that counts. */
export function figureOf(answer: ReturnAnswer | undefined, field: string): number | 'nil' | null {
  if (!answer || !isComplete(answer)) return null
  if (answer.isNil) return 'nil'
  const value = answer.values[field]
  return typeof value === 'number' ? value : null
}

/** True for an answer that stands: nothing is missing from its organisation. */
export function isComplete(answer: Pick<ReturnAnswer, 'state'>): boolean {
  return !isMissing(answer)
}

/** Null where nobody gave a figure: that is no zero. */
export function totalOf(answers: readonly ReturnAnswer[], field: string): Total | null {
  const figures = answers.map((answer) => figureOf(answer, field)).filter((figure) => figure !== null)
  if (figures.length === 0) return null
  return { sum: sum(figures.map(asNumber)), of: figures.length, asked: answers.length }
}

/** Null where no organisation gave the figure in both. */
export function changeOf(
  answers: readonly ReturnAnswer[],
  before: readonly ReturnAnswer[],
  field: string,
): Change | null {
  const earlier = new Map(before.map((answer) => [answer.organisation, answer]))
  const differences = answers.flatMap((answer) => {
    const now = figureOf(answer, field)
    const then = figureOf(earlier.get(answer.organisation), field)
    return now === null || then === null ? [] : [asNumber(now) - asNumber(then)]
  })
  return differences.length === 0 ? null : { difference: sum(differences), of: differences.length }
}

/** How an organisation met one period. `missing`: due, and nothing stands. `waiting`: not due yet. */
export const STANDINGS = ['onTime', 'late', 'nil', 'returned', 'missing', 'waiting', 'notAsked'] as const
export type Standing = (typeof STANDINGS)[number]

/** @param answer undefined: it was not asked then */
export function standingOf(answer: ReturnAnswer | undefined, due: Day, today: Day): Standing {
  if (!answer) return 'notAsked'
  if (answer.state === 'returned') return 'returned'
  if (!isComplete(answer)) return due < today ? 'missing' : 'waiting'
  if (isLate(answer, due)) return 'late'
  return answer.isNil ? 'nil' : 'onTime'
}

/** Given, but after it was due. */
export function isLate({ answeredOn }: Pick<ReturnAnswer, 'answeredOn'>, due: Day): boolean {
  return answeredOn !== null && answeredOn > due
}

/** How many of those asked have an answer that stands, and how many gave it in time. */
export function completenessOf(
  answers: readonly ReturnAnswer[],
  due: Day,
): { readonly asked: number; readonly complete: number; readonly inTime: number } {
  const complete = answers.filter(isComplete)
  const inTime = complete.filter((answer) => !isLate(answer, due))
  return { asked: answers.length, complete: complete.length, inTime: inTime.length }
}

function asNumber(figure: number | 'nil'): number {
  return figure === 'nil' ? 0 : figure
}

/** Decimals as people add them up: 0.1 and 0.2 are 0.3. */
function sum(numbers: readonly number[]): number {
  return Number(numbers.reduce((total, each) => total + each, 0).toPrecision(15))
}
