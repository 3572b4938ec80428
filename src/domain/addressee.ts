/**
 * Whom a piece of work is put to: prompts follow the post, not the name (product, rule 7). Vacant, or away: the deputy;
 * none: the coordinator, who is told of the vacancy. Rights and addresses come from Control's appointments that are in
 * force on the day: nobody who was removed is prompted.
 */

import type { ActionId, Owner } from './action.ts'
import { isInForce, isSamePerson, personKey, type Appointment } from './appointment.ts'
import type { Day } from './day.ts'
import type { Person, Role } from './group.ts'

export interface Addressee {
  readonly person: Person
  /** The post that it is put to; null: nobody's, so the coordinator's. */
  readonly post: string | null
  readonly as: 'holder' | 'deputy' | 'coordinator' | 'passedTo'
  /** The post for which nobody else could be found. */
  readonly vacant: string | null
}

/** Work that somebody passed on to a colleague, staying accountable for it themselves. */
export interface Pass {
  readonly action: ActionId
  readonly from: Person
  readonly to: Person
}

export interface Posts {
  /** Those of the group. */
  readonly appointments: readonly Appointment[]
  readonly today: Day
  /** True while somebody is away: whoever stands in is asked instead. */
  readonly isAway: (person: Person) => boolean
}

/** Everybody that work with these owners is put to, each once. A bare name is nobody to write to: the coordinator hears. */
export function addresseesOf(owners: readonly Owner[], posts: Posts): readonly Addressee[] {
  const found = owners.flatMap((owner) => {
    if ('organisation' in owner) return appointmentsAt(owner.organisation, posts).map((each) => holderOf(each, posts))
    if (!('post' in owner)) return []
    const held = appointmentsTo(owner.post, posts)
    return held.length > 0 ? held.map((each) => holderOf(each, posts)) : [coordinators(posts, owner.post)]
  })
  const flat = found.flat()
  return once(flat.length > 0 ? flat : coordinators(posts))
}

/** Who holds a role in the group, or stands in; nobody else. */
export function holdersOf(role: Role, posts: Posts): readonly Addressee[] {
  const held = inForce(posts).filter((each) => each.role === role)
  return once(held.flatMap((each) => holderOf(each, posts)))
}

/** Whoever holds a post now or stands in for its holder; its own deputies included. */
export function mayActFor(person: Person, owners: readonly Owner[], posts: Posts): boolean {
  const standing = owners.flatMap((owner) => {
    if ('organisation' in owner) return appointmentsAt(owner.organisation, posts)
    return 'post' in owner ? appointmentsTo(owner.post, posts) : []
  })
  return standing.some((each) => isSamePerson(each.holder, person) || isSamePerson(each.deputy, person))
}

function coordinators(posts: Posts, vacant: string | null = null): readonly Addressee[] {
  return inForce(posts)
    .filter((each) => each.role === 'coordinator')
    .flatMap((each) => {
      const person = presentOf(each, posts)?.person ?? each.holder ?? each.deputy
      return person ? [{ person, post: null, as: 'coordinator' as const, vacant }] : []
    })
}

/** Who is there, else who stands in, else the coordinator; somebody who is away with nobody to stand in still is. */
function holderOf(appointment: Appointment, posts: Posts): readonly Addressee[] {
  const present = presentOf(appointment, posts)
  if (present) return [{ ...present, post: appointment.post, vacant: null }]
  if (appointment.holder) return [{ person: appointment.holder, post: appointment.post, as: 'holder', vacant: null }]
  return coordinators(posts, appointment.post)
}

function presentOf(
  { holder, deputy }: Appointment,
  { isAway }: Posts,
): { readonly person: Person; readonly as: 'holder' | 'deputy' } | null {
  if (holder && !isAway(holder)) return { person: holder, as: 'holder' }
  if (deputy && !isAway(deputy)) return { person: deputy, as: 'deputy' }
  return null
}

function inForce({ appointments, today }: Posts): readonly Appointment[] {
  return appointments.filter((each) => isInForce(each, today))
}

/** An organisation's work falls to its SPOCs; where it has no such post, to whoever holds one there. */
function appointmentsAt(organisation: string, posts: Posts): readonly Appointment[] {
  const there = inForce(posts).filter((each) => each.organisation === organisation)
  const spocs = there.filter((each) => each.role === 'spoc')
  return spocs.length > 0 ? spocs : there
}

function appointmentsTo(post: string, posts: Posts): readonly Appointment[] {
  return inForce(posts).filter((each) => each.post === post)
}

function once(addressees: readonly Addressee[]): readonly Addressee[] {
  const byPerson = new Map<string, Addressee>()
  for (const each of addressees) {
    const key = personKey(each.person)
    if (!byPerson.has(key)) byPerson.set(key, each)
  }
  return [...byPerson.values()]
}
