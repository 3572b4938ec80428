/**
 * The quarterly access review: each organisation's approver says of each of its people whether access is kept,
 * suspended or revoked, and how the material is made available to their staff. Whoever isn't answered for by the due day
 * is suspended from the next day on; that follows from the row and the day, and waits for nobody to notice it.
 *
 * One answer is one write, effective for all whom it names: what it means for each of them is worked out from here
 * (`eventsOf`), and never copied to their nominations.
 */

import type { AccessEvent, Happened } from './access.ts'
import { isInForce, isSamePerson } from './appointment.ts'
import type { CollectionCommand } from './collection.ts'
import type { ConfidentialContext, ConfidentialRefusal } from './confidential.ts'
import { addMonths, isDay, type Day } from './day.ts'
import type { Person } from './group.ts'
import type { Result } from './result.ts'

export const REVIEW_ANSWERS = ['keep', 'suspend', 'revoke'] as const
export type ReviewAnswer = (typeof REVIEW_ANSWERS)[number]

/** Of one person. */
export interface PersonReviewed {
  /** Key of the nomination. */
  readonly nomination: string
  readonly answer: ReviewAnswer
  readonly words: string
}

/** One submission; a later one counts beside it, for whom it names. */
export interface ReviewGiven extends Happened {
  readonly by: Person
  readonly appointment: string
  readonly people: readonly PersonReviewed[]
  /** How the material is made available to the organisation's staff. */
  readonly availability: string
}

export interface ReviewContent {
  readonly group: string
  readonly resource: string
  readonly organisation: string
  /** The day of the schedule that it is of: one review an organisation and such day. */
  readonly scheduled: Day
  /** When it could first be answered. */
  readonly opens: Day
  /** The last day on which an answer is in time. */
  readonly due: Day
  /** Who had access, or was suspended, when it opened. */
  readonly people: readonly { readonly nomination: string; readonly person: Person }[]
  readonly given: readonly ReviewGiven[]
}

/** When reviews of a resource are held: on this day, and then every so many months. */
export interface ReviewSchedule {
  readonly first: Day
  readonly months: number
  /** Days from opening to due. */
  readonly dueAfter: number
}

export type ReviewCommand = CollectionCommand &
  (
    | ({ readonly kind: 'openReview' } & Omit<ReviewContent, 'given'>)
    | {
        readonly kind: 'answerReview'
        readonly people: readonly PersonReviewed[]
        readonly availability: string
      }
  )

export const REVIEW_REFUSALS = ['reviewMissing', 'availabilityNeeded', 'personNotReviewed'] as const
export type ReviewRefusalCode = (typeof REVIEW_REFUSALS)[number] | 'notAllowed' | 'askedYourself'

type Refusal = ConfidentialRefusal<ReviewRefusalCode>

export function decideReview(
  command: ReviewCommand,
  now: ReviewContent | null,
  context: ConfidentialContext,
): Result<ReviewContent, Refusal> {
  if (command.kind === 'openReview') {
    if (now) return { ok: true, value: now }
    const { group, resource, organisation, scheduled, opens, due, people } = command
    return { ok: true, value: { group, resource, organisation, scheduled, opens, due, people, given: [] } }
  }
  if (!now) return refuse('reviewMissing')
  const appointment = context.appointments.find(
    (each) =>
      each.role === 'approver' &&
      each.organisation === now.organisation &&
      isInForce(each, context.today) &&
      (isSamePerson(each.holder, context.actor) || isSamePerson(each.deputy, context.actor)),
  )
  if (!appointment) return refuse('notAllowed')
  const { people, availability } = command
  const given = new Map(people.map((each) => [each.nomination, each]))
  const known = new Map(now.people.map((each) => [each.nomination, each.person]))
  for (const { nomination } of given.values()) {
    const person = known.get(nomination)
    if (!person) return refuse('personNotReviewed', 'people')
    // Nobody keeps their own access; whoever stands in answers for them.
    if (isSamePerson(person, context.actor)) return refuse('askedYourself', 'people')
  }
  if (given.size === 0) return refuse('personNotReviewed', 'people')
  if (availability.trim() === '') return refuse('availabilityNeeded', 'availability')
  const one: ReviewGiven = {
    id: command.id,
    day: context.today,
    at: context.at,
    by: context.actor,
    appointment: appointment.key,
    people: [...given.values()].map((each) => ({ ...each, words: each.words.trim() })),
    availability: availability.trim(),
  }
  return { ok: true, value: { ...now, given: [...now.given, one] } }
}

export function touchedByReview(): readonly (keyof ReviewContent)[] {
  return ['given']
}

/**
 * What this review did to one person by a day, in its order. To keep somebody who is suspended is the first of the two
 * approvals that giving access back takes; of anybody else it changes nothing.
 */
export function eventsOf(review: ReviewContent, nomination: string, day: Day): readonly AccessEvent[] {
  return review.given.flatMap((given): AccessEvent[] => {
    const said = given.day <= day ? given.people.find((each) => each.nomination === nomination) : undefined
    if (!said) return []
    const happened: Happened = { id: given.id, day: given.day, at: given.at, by: given.by }
    switch (said.answer) {
      case 'keep': {
        const { appointment } = given
        const approval = { as: 'approver', verdict: 'approved', hash: '', post: null } as const
        return [{ ...happened, kind: 'decided', ...approval, words: said.words, appointment }]
      }
      case 'suspend':
        return [{ ...happened, kind: 'suspended', because: 'reviewed', words: said.words }]
      case 'revoke':
        return [{ ...happened, kind: 'revoked', words: said.words }]
    }
  })
}

/** Nobody answered for this person by the due day, and a later day has come. */
export function isOverdueFor(review: ReviewContent, nomination: string, day: Day): boolean {
  if (day <= review.due || !review.people.some((each) => each.nomination === nomination)) return false
  return !isAnsweredFor(review, nomination, review.due)
}

export function isAnsweredFor(review: ReviewContent, nomination: string, day: Day): boolean {
  return review.given.some((given) => given.day <= day && given.people.some((each) => each.nomination === nomination))
}

/** `overdue`: somebody was not answered for in time. */
export type ReviewProgress = 'open' | 'answered' | 'overdue'

/** @param isOver nothing is left to say of this nomination: access was revoked meanwhile, or has ended */
export function progressOf(
  review: ReviewContent,
  day: Day,
  isOver: (nomination: string) => boolean = () => false,
): ReviewProgress {
  const isDone = ({ nomination }: { readonly nomination: string }): boolean =>
    isOver(nomination) || isAnsweredFor(review, nomination, day)
  if (review.people.every(isDone)) return 'answered'
  return day > review.due ? 'overdue' : 'open'
}

/** The day of the schedule that is past, or today, and the one after it; null: nothing was scheduled by then. */
export function scheduledBy(schedule: ReviewSchedule, day: Day): Day | null {
  let last: Day | null = null
  for (let count = 0; ; count += 1) {
    const next = addMonths(schedule.first, count * schedule.months)
    if (next > day) return last
    last = next
  }
}

export function scheduledAfter(schedule: ReviewSchedule, day: Day): Day {
  for (let count = 0; ; count += 1) {
    const next = addMonths(schedule.first, count * schedule.months)
    if (next > day) return next
  }
}

export function isSchedule({ first, months, dueAfter }: ReviewSchedule): boolean {
  const isWithin = (count: number, most: number): boolean => Number.isInteger(count) && count >= 1 && count <= most
  // Due before the next one opens.
  return isDay(first) && isWithin(months, 12) && isWithin(dueAfter, months * 28 - 1)
}

function refuse(code: ReviewRefusalCode, field?: string): { readonly ok: false; readonly error: Refusal } {
  return { ok: false, error: { code, ...(field === undefined ? {} : { field }) } }
}
