/** The group that a request names, and what the caller is in it: read from Control and from Teams when it is asked. */

import { isInForce, isSamePerson, type Appointment } from '../domain/appointment.ts'
import { isRoomOn, type Person, type Role } from '../domain/group.ts'
import type { DirectoryEntry } from '../sharepoint/control/rows.ts'
import type { Answer } from './api.ts'
import type { Office } from './office.ts'
import { roomOf, type Operation } from './policy.ts'

export interface Standing {
  readonly group: DirectoryEntry
  /** All of the group's, in force or not. */
  readonly appointments: readonly Appointment[]
  /** Those that the caller has today, as holder or deputy. */
  readonly roles: ReadonlySet<Role>
}

/**
 * Who isn't in the team is told that there is no such group.
 *
 * @param operation what is asked for, where it is of a room that may be off: then nobody is told or may do anything
 */
export async function standingIn(
  office: Office,
  caller: Person,
  key: string,
  operation?: Operation,
): Promise<Answer<Standing>> {
  const control = await office.control()
  const group = (await control.findGroup(key))?.value
  const isReader = group !== undefined && (await office.readers.footing(caller, group)).isReader
  if (!isReader) return { ok: false, error: { code: 'groupUnknown', field: 'key' } }
  const room = operation === undefined ? null : roomOf(operation)
  if (room && !isRoomOn(group, room)) return { ok: false, error: { code: 'roomOff' } }
  const appointments = (await control.appointments(key)).map(({ value }) => value)
  return { ok: true, value: { group, appointments, roles: rolesOf(caller, appointments, office.clock.today()) } }
}

export function rolesOf(
  person: Pick<Person, 'tenantId' | 'objectId'>,
  appointments: readonly Appointment[],
  today: string,
): ReadonlySet<Role> {
  const held = appointments.filter(
    (each) => isInForce(each, today) && (isSamePerson(each.holder, person) || isSamePerson(each.deputy, person)),
  )
  return new Set(held.map(({ role }) => role))
}
