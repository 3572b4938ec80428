/** Who holds which post of which group, from a day to a day: where every right comes from (product: "Roles"). */

import type { Day } from './day.ts'
import type { Person, Role } from './group.ts'

/** A post of a group and who holds it, as Control keeps it. */
export interface Appointment {
  readonly key: string
  readonly group: string
  readonly post: string
  readonly organisation: string
  readonly role: Role
  /** Null: vacant. */
  readonly holder: Person | null
  readonly deputy: Person | null
  readonly from: Day | null
  /** The last day. */
  readonly to: Day | null
}

/** True on the days on which an appointment holds, its first and last included. */
export function isInForce(appointment: Pick<Appointment, 'from' | 'to'>, today: Day): boolean {
  return (appointment.from ?? today) <= today && today <= (appointment.to ?? today)
}

/** The same person, whatever name they are shown by. */
export function isSamePerson(
  a: Pick<Person, 'tenantId' | 'objectId'> | null,
  b: Pick<Person, 'tenantId' | 'objectId'> | null,
): boolean {
  return a !== null && b !== null && a.objectId === b.objectId && a.tenantId === b.tenantId
}

/** One text for a person, for keys of maps and occurrences. */
export function personKey(person: Pick<Person, 'tenantId' | 'objectId'>): string {
  return `${person.tenantId}/${person.objectId}`
}
