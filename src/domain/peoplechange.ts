/**
 * What may be changed about the posts of a group, and the rows that have to stand afterwards. Two never hold one post on
 * one day, nobody is their own deputy, nobody gives themselves a post that decides, and what is over stays as it was.
 * Pure: the service reads the rights from Control before it asks.
 *
 *   handing over on 1 June:   …──── Khan ────31 May│1 June──── Cole ────…
 *   ending on 31 May:         …──── Khan ────31 May│1 June── vacant, the deputy stands in ──…
 */

import { isInForce, isSamePerson, type Appointment } from './appointment.ts'
import { addDays, isDay, type Day } from './day.ts'
import type { Person, Role } from './group.ts'
import { timelineOf } from './people.ts'
import type { Result } from './result.ts'

export type PostChange =
  | { readonly kind: 'add'; readonly title: string; readonly organisation: string; readonly role: Role }
  /** To a post that is vacant on all of those days. Without a last day: until further notice. */
  | {
      readonly kind: 'appoint'
      readonly holder: Person
      readonly deputy: Person | null
      readonly from: Day
      readonly to: Day | null
    }
  /** `from` is the first day of the new holder; the one before holds it until the day before. */
  | { readonly kind: 'handOver'; readonly holder: Person; readonly deputy: Person | null; readonly from: Day }
  /** `day` is the last one. */
  | { readonly kind: 'end'; readonly appointment: string; readonly day: Day }
  /** Of one that has yet to begin. */
  | { readonly kind: 'takeBack'; readonly appointment: string }
  | { readonly kind: 'setDeputy'; readonly appointment: string; readonly deputy: Person | null }
  /** Somebody of outside who leads beside the post, in words; empty: nobody. They get no right and no message. */
  | { readonly kind: 'setLead'; readonly lead: string }

export const PEOPLE_REFUSALS = [
  'postMissing',
  'postExists',
  'postHeld',
  'postVacant',
  'appointmentUnknown',
  'appointmentOver',
  'appointmentBegun',
  'dayUnreal',
  'daysReversed',
  'handOverDay',
  'deputyIsHolder',
  'ownAppointment',
  'lastCoordinator',
  'samePerson',
  'nothingToChange',
] as const
export type PeopleRefusalCode = (typeof PEOPLE_REFUSALS)[number]

export interface PeopleRefusal {
  readonly code: PeopleRefusalCode
  readonly field?: string
  readonly values?: Readonly<Record<string, string>>
}

/** Another holder, from a day on; null: nobody. */
export interface HandOver {
  /** Key of the appointment that begins. */
  readonly appointment: string
  readonly day: Day
  readonly from: Person | null
  readonly to: Person | null
}

export interface PostPlan {
  /** As they have to stand: changed ones and new ones. */
  readonly appointments: readonly Appointment[]
  readonly handOver: HandOver | null
}

export interface PostGround {
  readonly group: string
  readonly post: string
  /** All of the group's, of all days. */
  readonly appointments: readonly Appointment[]
  readonly by: Person
  readonly today: Day
  /** Id of the command: keys of new rows follow from it. */
  readonly id: string
}

/** Who decides for others: nobody gives themselves such a post (product, rule 4). */
const DECIDING_ROLES: ReadonlySet<Role> = new Set(['chair', 'approver', 'assetOwner'])

export function planPostChange(change: PostChange, ground: PostGround): Result<PostPlan, PeopleRefusal> {
  const planned = planOf(change, ground)
  if (!planned.ok) return planned
  return leavesNoCoordinator(planned.value, ground) ? refuse('lastCoordinator') : planned
}

function planOf(change: PostChange, ground: PostGround): Result<PostPlan, PeopleRefusal> {
  const timeline = timelineOf(ground.post, ground.appointments)
  if (change.kind === 'add') {
    if (ground.appointments.some((each) => each.post === ground.post)) return refuse('postExists', 'title')
    const { organisation, role } = change
    const vacancy = { ...blank(ground), organisation, role, from: ground.today }
    return plan([vacancy])
  }
  if (change.kind === 'setLead') return plan([])
  const any = ground.appointments.find((each) => each.post === ground.post)
  if (!any) return refuse('postMissing')
  const post = { organisation: any.organisation, role: any.role }
  switch (change.kind) {
    case 'appoint':
      return appoint(change, { ...blank(ground), ...post }, timeline, ground)
    case 'handOver':
      return handOver(change, { ...blank(ground), ...post }, timeline, ground)
    case 'end':
    case 'takeBack':
    case 'setDeputy': {
      const found = timeline.find((each) => each.key === change.appointment)
      if (!found) return refuse('appointmentUnknown')
      if (found.to !== null && found.to < ground.today) return refuse('appointmentOver')
      if (change.kind === 'end') return end(found, change.day, timeline, ground)
      return change.kind === 'takeBack' ? takeBack(found, ground) : setDeputy(found, change.deputy, ground)
    }
  }
}

function appoint(
  { holder, deputy, from, to }: Extract<PostChange, { kind: 'appoint' }>,
  post: Appointment,
  timeline: readonly Appointment[],
  ground: PostGround,
): Result<PostPlan, PeopleRefusal> {
  const wrong = wrongDays(from, to) ?? wrongPeople(holder, deputy, post.role, ground)
  if (wrong) return { ok: false, error: wrong }
  const held = timeline.find((each) => each.holder !== null && overlaps(each, from, to))
  if (held?.holder) return refuse('postHeld', 'from', { name: held.holder.name })
  const made: Appointment = { ...post, holder, deputy, from, to }
  const before = timeline.find((each) => each.holder !== null && each.to === addDays(from, -1))
  return plan([...makeRoom(made, timeline), made, ...fillAfter(made, timeline, ground)], {
    appointment: made.key,
    day: from,
    from: before?.holder ?? null,
    to: holder,
  })
}

function handOver(
  { holder, deputy, from }: Extract<PostChange, { kind: 'handOver' }>,
  post: Appointment,
  timeline: readonly Appointment[],
  ground: PostGround,
): Result<PostPlan, PeopleRefusal> {
  const wrong = wrongDays(from, null) ?? wrongPeople(holder, deputy, post.role, ground)
  if (wrong) return { ok: false, error: wrong }
  const last = addDays(from, -1)
  const held = timeline.filter((each) => each.holder !== null)
  const outgoing = held.find((each) => isInForce(each, last))
  if (!outgoing?.holder) {
    // Nobody hands over on their first day: they would never have held it.
    const first = held.find((each) => isInForce(each, from))
    return first?.from ? refuse('handOverDay', 'from', { day: first.from }) : refuse('postVacant', 'from')
  }
  if (isSamePerson(outgoing.holder, holder)) return refuse('samePerson', 'holder', { name: holder.name })
  if (outgoing.to !== null && outgoing.to < ground.today) return refuse('appointmentOver', 'from')
  const next = held.find((each) => each !== outgoing && (each.from ?? '') >= from)
  const made: Appointment = { ...post, holder, deputy, from, to: next?.from ? addDays(next.from, -1) : null }
  if (made.to !== null && made.to < from) return refuse('postHeld', 'from', { name: next?.holder?.name ?? '' })
  const ended = { ...outgoing, to: last }
  const others = timeline.filter((each) => each !== outgoing)
  return plan([ended, ...makeRoom(made, others), made], {
    appointment: made.key,
    day: from,
    from: outgoing.holder,
    to: holder,
  })
}

function end(
  ended: Appointment,
  day: Day,
  timeline: readonly Appointment[],
  ground: PostGround,
): Result<PostPlan, PeopleRefusal> {
  if (!isDay(day)) return refuse('dayUnreal', 'day')
  if (!ended.holder) return refuse('postVacant')
  if (ended.from !== null && day < ended.from) return refuse('daysReversed', 'day')
  if (ended.to !== null && day >= ended.to) return refuse('nothingToChange', 'day')
  const now = { ...ended, to: day }
  const others = timeline.map((each) => (each === ended ? now : each))
  const vacancies = fillAfter(now, others, ground)
  const [vacancy] = vacancies
  return plan(
    [now, ...vacancies],
    vacancy ? { appointment: vacancy.key, day: addDays(day, 1), from: ended.holder, to: null } : null,
  )
}

/** It never was: what it would have ended stays ended, and the post is vacant on its days. */
function takeBack(taken: Appointment, { today }: PostGround): Result<PostPlan, PeopleRefusal> {
  if (!taken.holder) return refuse('postVacant')
  if (taken.from === null || taken.from <= today) return refuse('appointmentBegun')
  return plan([{ ...taken, holder: null, deputy: null }])
}

function setDeputy(
  appointment: Appointment,
  deputy: Person | null,
  ground: PostGround,
): Result<PostPlan, PeopleRefusal> {
  const wrong = wrongPeople(appointment.holder, deputy, appointment.role, { ...ground, isHolderKnown: true })
  if (wrong) return { ok: false, error: wrong }
  const isSame = deputy === null ? appointment.deputy === null : isSamePerson(appointment.deputy, deputy)
  return isSame ? refuse('nothingToChange', 'deputy') : plan([{ ...appointment, deputy }])
}

/** The vacancies that a new appointment takes the place of, cut or taken back. */
function makeRoom(made: Appointment, timeline: readonly Appointment[]): readonly Appointment[] {
  const from = made.from ?? ''
  return timeline.flatMap((each): Appointment[] => {
    if (each.holder !== null || !overlaps(each, from, made.to)) return []
    const beginsBefore = each.from === null || each.from < from
    const endsAfter = made.to !== null && (each.to === null || each.to > made.to)
    const rest = { ...each, from: made.to === null ? null : addDays(made.to, 1) }
    if (beginsBefore) {
      const cut = { ...each, to: addDays(from, -1) }
      return endsAfter ? [cut, { ...rest, key: `${made.key}.rest` }] : [cut]
    }
    return endsAfter ? [rest] : [{ ...each, to: addDays(each.from ?? from, -1) }]
  })
}

/** After an appointment that ends, where nothing follows: nobody holds it, and its deputy goes on standing in. */
function fillAfter(ended: Appointment, timeline: readonly Appointment[], ground: PostGround): readonly Appointment[] {
  if (ended.to === null) return []
  const from = addDays(ended.to, 1)
  if (timeline.some((each) => each.key !== ended.key && isInForce(each, from))) return []
  const next = timeline.find((each) => each.from !== null && each.from > from)
  const to = next?.from ? addDays(next.from, -1) : null
  return [{ ...ended, key: `${keyOf(ground)}.vacant`, holder: null, from, to }]
}

function wrongDays(from: Day, to: Day | null): PeopleRefusal | null {
  if (!isDay(from)) return { code: 'dayUnreal', field: 'from' }
  if (to !== null && !isDay(to)) return { code: 'dayUnreal', field: 'to' }
  return to !== null && to < from ? { code: 'daysReversed', field: 'to' } : null
}

function wrongPeople(
  holder: Person | null,
  deputy: Person | null,
  role: Role,
  { by, isHolderKnown = false }: Pick<PostGround, 'by'> & { readonly isHolderKnown?: boolean },
): PeopleRefusal | null {
  if (isSamePerson(holder, deputy)) return { code: 'deputyIsHolder', field: 'deputy' }
  if (!DECIDING_ROLES.has(role)) return null
  if (!isHolderKnown && isSamePerson(holder, by)) return { code: 'ownAppointment', field: 'holder' }
  return isSamePerson(deputy, by) ? { code: 'ownAppointment', field: 'deputy' } : null
}

/** Somebody must be left whom everything falls to, on every day from today on which that changes. */
function leavesNoCoordinator({ appointments }: PostPlan, { appointments: before, today }: PostGround): boolean {
  const keys = new Set(appointments.map(({ key }) => key))
  const after = [...before.filter(({ key }) => !keys.has(key)), ...appointments]
  const days = appointments.flatMap(({ from, to }) => [from ?? today, ...(to === null ? [] : [addDays(to, 1)])])
  const has = (all: readonly Appointment[], day: Day): boolean =>
    all.some((each) => each.role === 'coordinator' && each.holder !== null && isInForce(each, day))
  return [today, ...days].some((day) => day >= today && has(before, day) && !has(after, day))
}

function overlaps({ from, to }: Appointment, first: Day, last: Day | null): boolean {
  return (last === null || (from ?? last) <= last) && (to ?? first) >= first
}

function keyOf({ group, post, id }: PostGround): string {
  return `${group}.${post}.${id}`
}

function blank(ground: PostGround): Appointment {
  return {
    key: keyOf(ground),
    group: ground.group,
    post: ground.post,
    organisation: '',
    role: 'spoc',
    holder: null,
    deputy: null,
    from: null,
    to: null,
  }
}

function plan(
  appointments: readonly Appointment[],
  handOver: HandOver | null = null,
): { readonly ok: true; readonly value: PostPlan } {
  return { ok: true, value: { appointments, handOver } }
}

function refuse(
  code: PeopleRefusalCode,
  field?: string,
  values?: PeopleRefusal['values'],
): { readonly ok: false; readonly error: PeopleRefusal } {
  return { ok: false, error: { code, ...(field === undefined ? {} : { field }), ...(values ? { values } : {}) } }
}
