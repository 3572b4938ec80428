/**
 * Who holds which post, over time. A post's appointments follow one another; a time without a holder is an appointment
 * too, so that its deputy goes on standing in. One that ends before it begins was taken back before it took effect:
 * nothing on Control is ever taken away.
 */

import type { ActionContent, Owner } from './action.ts'
import { isInForce, type Appointment } from './appointment.ts'
import type { Day } from './day.ts'
import type { Person } from './group.ts'

/** A post's appointments in the order of their days, without those that were taken back. */
export function timelineOf(post: string, appointments: readonly Appointment[]): readonly Appointment[] {
  return appointments
    .filter((each) => each.post === post && !isTakenBack(each))
    .toSorted((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1))
}

export function isTakenBack({ from, to }: Pick<Appointment, 'from' | 'to'>): boolean {
  return from !== null && to !== null && to < from
}

/** Somebody, or nobody, for some days. */
export type Tenure = Pick<Appointment, 'key' | 'holder' | 'deputy' | 'from' | 'to'>

/** How a post stands on a day. */
export interface PostStanding<Each extends Tenure = Tenure> {
  /** Null: nothing was ever said of this day. */
  readonly appointment: Each | null
  readonly holder: Person | null
  readonly deputy: Person | null
  /** Vacant since; null where it is held, or always was vacant. */
  readonly vacantSince: Day | null
  /** The next one who will hold it. */
  readonly coming: Each | null
}

/** @param timeline in the order of its days */
export function standingOn<Each extends Tenure>(day: Day, timeline: readonly Each[]): PostStanding<Each> {
  const appointment = timeline.find((each) => isInForce(each, day)) ?? null
  const holder = appointment?.holder ?? null
  return {
    appointment,
    holder,
    deputy: appointment?.deputy ?? null,
    vacantSince: holder ? null : (appointment?.from ?? null),
    coming: timeline.find((each) => each.holder !== null && each.from !== null && each.from > day) ?? null,
  }
}

/** The same appointments as if everybody who has left had been taken out of them: their work falls to whoever is next. */
export function withoutLeavers(
  appointments: readonly Appointment[],
  hasLeft: (person: Person) => boolean,
): readonly Appointment[] {
  return appointments.map((each) => {
    const holder = each.holder && hasLeft(each.holder) ? null : each.holder
    const deputy = each.deputy && hasLeft(each.deputy) ? null : each.deputy
    return holder === each.holder && deputy === each.deputy ? each : { ...each, holder, deputy }
  })
}

/** Somebody who has left and still stands in an appointment of today or later. */
export interface Leaver {
  readonly appointment: string
  readonly post: string
  readonly as: 'holder' | 'deputy'
  readonly person: Person
}

export function leaversIn(
  appointments: readonly Appointment[],
  hasLeft: (person: Person) => boolean,
  today: Day,
): readonly Leaver[] {
  const standing = appointments.filter((each) => !isTakenBack(each) && (each.to === null || each.to >= today))
  return standing.flatMap(({ key, post, holder, deputy }): Leaver[] => [
    ...(holder && hasLeft(holder) ? [{ appointment: key, post, as: 'holder', person: holder } as const] : []),
    ...(deputy && hasLeft(deputy) ? [{ appointment: key, post, as: 'deputy', person: deputy } as const] : []),
  ])
}

/**
 * True where the open work of an action is a post's: its own, or its organisation's while the post is a SPOC, or while
 * the organisation has no SPOC at all (as prompts go: `addresseesOf`).
 */
export function isWorkOf(
  post: Pick<Appointment, 'post' | 'organisation' | 'role'>,
  action: Pick<ActionContent, 'status' | 'owners' | 'parts' | 'latest'>,
  appointments: readonly Appointment[],
): boolean {
  if (action.status !== 'open' && action.status !== 'dischargeProposed') return false
  const takesAll =
    post.role === 'spoc' ||
    !appointments.some((each) => each.organisation === post.organisation && each.role === 'spoc' && !isTakenBack(each))
  const isIts = (owner: Owner): boolean =>
    ('post' in owner && owner.post === post.post) ||
    (takesAll && 'organisation' in owner && owner.organisation === post.organisation)
  return (
    action.owners.some(isIts) ||
    action.parts.some((part) => part.status === 'open' && part.owners.some(isIts)) ||
    (action.latest?.next?.owners.some(isIts) ?? false)
  )
}
