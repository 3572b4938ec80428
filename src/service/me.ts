/** Who I am, my groups, and my roles in them that are in force today: for showing and hiding. */

import type { Me } from '../contract/endpoints.ts'
import { isInForce } from '../domain/appointment.ts'
import type { Person, Role } from '../domain/group.ts'
import type { Answer } from './api.ts'
import { entryOf, type Office } from './office.ts'

export async function me(office: Office, caller: Person): Promise<Answer<Me>> {
  const [control, groups] = await Promise.all([office.control(), office.groups()])
  const [readable, appointments] = await Promise.all([
    Promise.all(groups.map((group) => office.readers.isReader(caller, group))),
    control.appointmentsOf(caller),
  ])
  const mine = groups.filter((_, index) => readable[index])
  const today = office.clock.today()
  const roles: Record<string, Role[]> = {}
  for (const group of mine) {
    const held = appointments.filter((each) => each.group === group.key && isInForce(each, today))
    roles[group.key] = [...new Set(held.map((each) => each.role))]
  }
  return { ok: true, value: { person: caller, groups: mine.map(entryOf), roles } }
}
