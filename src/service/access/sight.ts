/**
 * What one request sees of the access register: all of it for whoever answers for the resource, one's own organisations
 * for whoever speaks for one. Read from Control in this moment; nothing of it is told before it is logged.
 */

import type { NominationAsked, NominationTold, ResourceTold, ReviewTold } from '../../contract/access.ts'
import { askedContent, isGone, stageOf, type AccessEvent } from '../../domain/access.ts'
import { actsOf, type NominationGround } from '../../domain/accessdeciding.ts'
import { registerNow, registerOn, runsOutOn, type AccessEntry, type AccessGround } from '../../domain/accessregister.ts'
import type { ResourceContent } from '../../domain/accessresource.ts'
import { isAnsweredFor, progressOf, scheduledAfter, type ReviewContent } from '../../domain/accessreview.ts'
import { isInForce, isSamePerson, type Appointment } from '../../domain/appointment.ts'
import type { Day } from '../../domain/day.ts'
import type { Person, Role } from '../../domain/group.ts'
import type { Answer } from '../api.ts'
import { standingIn, type Standing } from '../group.ts'
import { hashOf } from '../ids.ts'
import type { Office } from '../office.ts'
import { readLeavers } from '../people/leavers.ts'
import { mayDo } from '../policy.ts'

export interface AccessSight extends AccessGround, Standing {
  readonly caller: Person
  readonly today: Day
  /** By key within the group. */
  readonly resources: ReadonlyMap<string, ResourceContent>
  readonly hasLeft: (person: Person) => boolean
  /** Null: all of them. */
  readonly own: ReadonlySet<string> | null
  /** Of now, or of a day (`sightOn`), whatever the caller may see of it. */
  readonly entries: readonly AccessEntry[]
}

/** Whoever may read nothing of it is told so. */
export async function sightOf(office: Office, caller: Person, key: string): Promise<Answer<AccessSight>> {
  const standing = await standingIn(office, caller, key, 'access.read')
  if (!standing.ok) return standing
  const { appointments, roles } = standing.value
  if (!mayDo('access.read', 'api', roles)) return { ok: false, error: { code: 'notAllowed' } }
  const ground = await readAccess(office, key)
  const today = office.clock.today()
  const own = mayDo('access.export', 'api', roles) ? null : organisationsOf(caller, appointments, today)
  const entries = registerNow(ground, { today, appointments, hasLeft: ground.hasLeft })
  return { ok: true, value: { ...standing.value, ...ground, caller, today, own, entries } }
}

export interface ReadAccess extends AccessGround {
  readonly resources: ReadonlyMap<string, ResourceContent>
  readonly hasLeft: (person: Person) => boolean
}

/** All of a group. Not logged. */
export async function readAccess(office: Office, group: string): Promise<ReadAccess> {
  const [nominations, reviews, rows, leavers] = await Promise.all([
    office.confidential.of(group, 'nominations'),
    office.confidential.of(group, 'accessReviews'),
    office.confidential.of(group, 'resources'),
    readLeavers(office),
  ])
  const resources = new Map([...rows.values()].map((each) => [each.key, each]))
  return { nominations, reviews, resources, hasLeft: leavers.has }
}

const SPEAKING: ReadonlySet<Role> = new Set(['spoc', 'approver'])

/** Those that somebody speaks for today. */
export function organisationsOf(person: Person, appointments: readonly Appointment[], today: Day): ReadonlySet<string> {
  const held = appointments.filter(
    (each) =>
      SPEAKING.has(each.role) &&
      isInForce(each, today) &&
      (isSamePerson(each.holder, person) || isSamePerson(each.deputy, person)),
  )
  return new Set(held.map(({ organisation }) => organisation))
}

export function isSeen({ own }: Pick<AccessSight, 'own'>, organisation: string): boolean {
  return own === null || own.has(organisation)
}

/** What the rules need beside a nomination's row. */
export function groundOf({ reviews, hasLeft }: ReadAccess, nomination: string, person: Person): NominationGround {
  const own = [...reviews.values()].filter((each) => each.people.some((one) => one.nomination === nomination))
  return { reviews: own, hasLeft: hasLeft(person) }
}

/** What the group calls an organisation, and the resource in both languages. */
export async function namesOf(
  office: Office,
  { group, resources }: Pick<AccessSight, 'group' | 'resources'>,
  about: { readonly organisation: string; readonly resource: string },
): Promise<NominationAsked['names']> {
  const { organisations } = await office.registers.snapshot(group)
  const resource = resources.get(about.resource)
  return {
    organisation: organisations.get(about.organisation)?.name ?? about.organisation,
    resource: resource?.name ?? about.resource,
    resourceWelsh: resource?.nameWelsh ?? '',
  }
}

/** The same as it stood at the end of a day. */
export function sightOn(sight: AccessSight, day: Day): AccessSight {
  return { ...sight, entries: registerOn(sight, day) }
}

/** What the caller may see of it. */
export function seenIn(sight: AccessSight): readonly AccessEntry[] {
  return sight.entries.filter(({ state }) => isSeen(sight, state.nominated.organisation))
}

/** @param day the one that the sight is of; null: now */
export function tellNomination(sight: AccessSight, entry: AccessEntry, day: Day | null): NominationTold {
  const { key, nomination, state, events } = entry
  const { nominated, why, account, back } = state
  const content = day === null ? askedContent(nomination, state) : null
  const schedule = sight.resources.get(nomination.resource)?.reviews ?? null
  return {
    key,
    resource: nomination.resource,
    person: nomination.person,
    organisation: nominated.organisation,
    team: nominated.team,
    reason: nominated.reason,
    trained: nominated.trained,
    standing: state.standing,
    since: state.since,
    because: why?.kind === 'suspended' && state.standing === 'suspended' ? why.because : null,
    waitsFor: waitsFor(state),
    isResumption: back !== null,
    runsOut: runsOutOn(entry, sight.reviews.values(), schedule, day ?? sight.today),
    account: account?.name ?? '',
    history: events.map(tellEvent),
    acts: day === null ? [...actsOf(nomination, state, { ...sight, actor: sight.caller })] : [],
    hash: content === null ? null : hashOf(content),
  }
}

function waitsFor(state: AccessEntry['state']): NominationTold['waitsFor'] {
  if (state.standing === 'waitsForAccount' || state.standing === 'revoked') return 'databaseAdministrator'
  return stageOf(state)
}

function tellEvent(event: AccessEvent): NominationTold['history'][number] {
  const { kind, day, by } = event
  return {
    kind,
    day,
    by: by?.name ?? '',
    as: kind === 'decided' ? event.as : null,
    verdict: kind === 'decided' ? event.verdict : null,
    because: kind === 'suspended' ? event.because : null,
    words: wordsOf(event),
  }
}

function wordsOf(event: AccessEvent): string {
  switch (event.kind) {
    case 'nominated':
      return event.reason
    case 'opened':
      return event.account
    case 'closed':
      return ''
    case 'decided':
    case 'suspended':
    case 'askedBack':
    case 'revoked':
      return event.words
  }
}

/** @param day the one that the sight is of; null: now */
export function tellReview(sight: AccessSight, key: string, review: ReviewContent, day: Day | null): ReviewTold {
  const on = day ?? sight.today
  const given = review.given.filter((each) => each.day <= on)
  const last = given.at(-1)
  const states = new Map(sight.entries.map((each) => [each.key, each.state]))
  const mayAnswer = sight.appointments.some(
    (each) =>
      each.role === 'approver' &&
      each.organisation === review.organisation &&
      isInForce(each, sight.today) &&
      (isSamePerson(each.holder, sight.caller) || isSamePerson(each.deputy, sight.caller)),
  )
  return {
    key,
    resource: review.resource,
    organisation: review.organisation,
    opens: review.opens,
    due: review.due,
    progress: progressOf(review, on, (nomination) => {
      const state = states.get(nomination)
      return state !== undefined && isGone(state)
    }),
    people: review.people.flatMap(({ nomination, person }) => {
      const state = states.get(nomination)
      if (!state) return []
      const said = given.flatMap((each) => each.people).findLast((each) => each.nomination === nomination)
      return [
        {
          nomination,
          person,
          team: state.nominated.team,
          standing: state.standing,
          answer: isAnsweredFor(review, nomination, on) ? (said?.answer ?? null) : null,
          words: said?.words ?? '',
          isTheirs: !isSamePerson(person, sight.caller),
        },
      ]
    }),
    availability: last?.availability ?? availabilityBefore(sight, review),
    answered: last ? { by: last.by.name, day: last.day } : null,
    mayAnswer: mayAnswer && day === null && !isOvertaken(sight, review),
  }
}

/** A later review of the same people is open: what is said of them is said there. */
function isOvertaken({ reviews }: AccessSight, { resource, organisation, opens }: ReviewContent): boolean {
  return [...reviews.values()].some(
    (each) => each.resource === resource && each.organisation === organisation && each.opens > opens,
  )
}

/** What the organisation said the last time: most often it still holds. */
function availabilityBefore({ reviews }: AccessSight, { resource, organisation, opens }: ReviewContent): string {
  const before = [...reviews.values()].filter(
    (each) => each.resource === resource && each.organisation === organisation && each.opens < opens,
  )
  const given = before.toSorted((a, b) => (a.opens < b.opens ? 1 : -1)).flatMap((each) => each.given.slice(-1))
  return given[0]?.availability ?? ''
}

export function tellResource(resource: ResourceContent, today: Day): ResourceTold {
  const { key, name, nameWelsh, teams, reviews } = resource
  return { key, name, nameWelsh, teams: [...teams], reviews, nextReview: scheduledAfter(reviews, today) }
}
