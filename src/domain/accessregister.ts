/**
 * The access register: nominations and reviews together, on any day. Of a past day it is what had happened by its end,
 * which is what was shown then; of today also what only today's directory and posts say, before anybody has recorded it:
 * whoever has left, or whose post has ended, has no access from that moment (product: "suspended").
 */

import { follow, isHeld, replay, type AccessEvent, type AccessState, type NominationContent } from './access.ts'
import {
  eventsOf,
  isAnsweredFor,
  isOverdueFor,
  scheduledAfter,
  type ReviewContent,
  type ReviewSchedule,
} from './accessreview.ts'
import { isInForce, isSamePerson, type Appointment } from './appointment.ts'
import { addDays, type Day } from './day.ts'
import type { Person } from './group.ts'

/** What the register is worked out from; all of one group. */
export interface AccessGround {
  readonly nominations: ReadonlyMap<string, NominationContent>
  readonly reviews: ReadonlyMap<string, ReviewContent>
}

/** What only the present says. */
export interface AccessPresent {
  readonly today: Day
  readonly appointments: readonly Appointment[]
  readonly hasLeft: (person: Person) => boolean
}

export interface AccessEntry {
  /** Of the nomination. */
  readonly key: string
  readonly nomination: NominationContent
  readonly state: AccessState
  /** All that had happened, in its order, with what reviews said and what nobody answered. */
  readonly events: readonly AccessEvent[]
}

/** As it stood at the end of a day; who was nominated later isn't in it. */
export function registerOn({ nominations, reviews }: AccessGround, day: Day): readonly AccessEntry[] {
  const own = reviewsByNomination(reviews)
  return [...nominations].flatMap(([key, nomination]): AccessEntry[] => {
    const known = { ...nomination, events: nomination.events.filter((event) => event.day <= day) }
    const entry = entryOnRecord(key, known, own.get(key) ?? [], day)
    return entry ? [entry] : []
  })
}

/** As it stands now. */
export function registerNow(ground: AccessGround, present: AccessPresent): readonly AccessEntry[] {
  const own = reviewsByNomination(ground.reviews)
  return [...ground.nominations].flatMap(([key, nomination]): AccessEntry[] => {
    const entry = entryNow(key, nomination, own.get(key) ?? [], present)
    return entry ? [entry] : []
  })
}

/**
 * One of them as it stands now.
 *
 * @param reviews those that may name it; others do no harm
 */
export function entryNow(
  key: string,
  nomination: NominationContent,
  reviews: readonly ReviewContent[],
  present: AccessPresent,
): AccessEntry | null {
  const entry = entryOnRecord(key, nomination, reviews, present.today)
  const because = entry && lostBecause(nomination, entry.state, present)
  if (!entry || because === null) return entry
  const noticed: AccessEvent = {
    id: `${key}.${because}`,
    day: present.today,
    at: '',
    by: null,
    kind: 'suspended',
    because,
    words: '',
  }
  const state = follow(entry.state, noticed, nomination.person) ?? entry.state
  return { ...entry, state, events: [...entry.events, noticed] }
}

/** Without what only the present says. */
export function entryOnRecord(
  key: string,
  nomination: NominationContent,
  reviews: readonly ReviewContent[],
  day: Day,
): AccessEntry | null {
  const events = timelineOf(key, nomination.events, reviews, day)
  const state = replay(nomination.person, events)
  return state && { key, nomination, state, events }
}

/** Why somebody who has access on record has it no more; null: they still have it. */
export function lostBecause(
  { person }: Pick<NominationContent, 'person'>,
  state: Pick<AccessState, 'standing' | 'post' | 'nominated'>,
  { today, appointments, hasLeft }: AccessPresent,
): 'left' | 'postEnded' | null {
  if (!isHeld(state)) return null
  if (hasLeft(person)) return 'left'
  if (state.post === null) return null
  return postHeldBy(person, state.nominated.organisation, appointments, today) === null ? 'postEnded' : null
}

/** The first post of an organisation that somebody holds on a day. */
export function postHeldBy(
  person: Person,
  organisation: string,
  appointments: readonly Appointment[],
  day: Day,
): string | null {
  const held = appointments.find(
    (each) => each.organisation === organisation && isInForce(each, day) && isSamePerson(each.holder, person),
  )
  return held?.post ?? null
}

/** Everything that had happened to one nomination, in its order; what nobody answered takes effect as its day begins. */
function timelineOf(
  key: string,
  own: readonly AccessEvent[],
  reviews: readonly ReviewContent[],
  day: Day,
): readonly AccessEvent[] {
  const events = [...own, ...reviews.flatMap((review) => eventsOf(review, key, day))]
  // By the wall clock, which nobody moves; stable, so that of one instant each keeps its place.
  events.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
  for (const review of reviews.toSorted((a, b) => (a.due < b.due ? -1 : 1))) {
    if (!isOverdueFor(review, key, day)) continue
    const after = addDays(review.due, 1)
    const place = events.findIndex((event) => event.day >= after)
    const overdue: AccessEvent = {
      id: `${key}.${review.due}`,
      day: after,
      at: '',
      by: null,
      kind: 'suspended',
      because: 'overdue',
      words: '',
    }
    events.splice(place === -1 ? events.length : place, 0, overdue)
  }
  return events
}

function reviewsByNomination(reviews: ReadonlyMap<string, ReviewContent>): Map<string, ReviewContent[]> {
  const found = new Map<string, ReviewContent[]>()
  for (const review of reviews.values()) {
    for (const { nomination } of review.people) {
      const known = found.get(nomination)
      if (known) known.push(review)
      else found.set(nomination, [review])
    }
  }
  return found
}

/** The last day of somebody's access if nobody does anything: of the review that waits for an answer, or the next one. */
export function runsOutOn(
  { key, nomination, state }: Pick<AccessEntry, 'key' | 'nomination' | 'state'>,
  reviews: Iterable<ReviewContent>,
  schedule: ReviewSchedule | null,
  day: Day,
): Day | null {
  if (state.standing !== 'active') return null
  let first: Day | null = null
  for (const review of reviews) {
    if (review.resource !== nomination.resource || review.due < day || review.opens > day) continue
    if (!review.people.some((each) => each.nomination === key) || isAnsweredFor(review, key, day)) continue
    if (first === null || review.due < first) first = review.due
  }
  return first ?? (schedule && addDays(scheduledAfter(schedule, day), schedule.dueAfter))
}

/** How many people of an organisation and team have access. */
export interface Coverage {
  readonly organisation: string
  readonly team: string
  readonly active: number
  /** Nominated, approved or suspended: not there, but not nobody. */
  readonly others: number
}

/** Each organisation by each team, those with nobody included; teams that are no more, where somebody is in one. */
export function coverageOf(
  entries: readonly Pick<AccessEntry, 'state'>[],
  organisations: readonly string[],
  teams: readonly string[],
): readonly Coverage[] {
  const inUse = entries.map(({ state }) => state.nominated.team)
  const all = [...new Set([...teams, ...inUse])]
  return organisations.flatMap((organisation) =>
    all.map((team): Coverage => {
      const there = entries.filter(
        ({ state }) => state.nominated.organisation === organisation && state.nominated.team === team,
      )
      const active = there.filter(({ state }) => state.standing === 'active').length
      const others = there.filter(({ state }) => OTHERS.has(state.standing)).length
      return { organisation, team, active, others }
    }),
  )
}

const OTHERS: ReadonlySet<AccessState['standing']> = new Set([
  'waitsForApprover',
  'waitsForOwner',
  'waitsForAccount',
  'suspended',
])
