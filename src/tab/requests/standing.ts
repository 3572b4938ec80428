/**
 * How a response stands, as it is drawn: one shape and one word each, told apart without colour. Pure. Late comes before
 * whatever is missing; an answer is never late.
 */

import type { Day } from '../../domain/day.ts'
import { daysLate, isMissing, type RequestContent, type ResponseContent } from '../../domain/request.ts'
import type { Words } from '../../words/words.ts'

export const LOOKS = [
  'notStarted',
  'late',
  'notOurs',
  'awaitingSignOff',
  'returned',
  'responded',
  'nil',
  'accepted',
] as const
export type Look = (typeof LOOKS)[number]

export interface ResponseStanding {
  readonly look: Look
  readonly missing: boolean
  /** Days past the due, where it is missing. */
  readonly late: number
}

type Placed = Pick<ResponseContent, 'state' | 'disowned'>

export function standingOf(
  request: Pick<RequestContent, 'due' | 'status'>,
  response: Placed,
  today: Day,
): ResponseStanding {
  const missing = isMissing(response)
  const late = daysLate(request, response, today)
  return { look: lookOf(response, missing, late), missing, late }
}

function lookOf({ state, disowned }: Placed, missing: boolean, late: number): Look {
  if (missing && disowned) return 'notOurs'
  if (late > 0) return 'late'
  return state
}

/** `Not answered, 2 weeks late`, `Accepted`. */
export function standingWords(
  { look, late }: Pick<ResponseStanding, 'look' | 'late'>,
  request: Pick<RequestContent, 'due'>,
  words: Words,
  today: Day,
): string {
  const word = words.say(`requests.state.${look}`)
  if (late === 0 || request.due === null) return word
  return `${word}, ${words.due({ kind: 'day', day: request.due, words: '' }, today, null)}`
}
