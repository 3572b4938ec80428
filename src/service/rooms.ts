/**
 * Which rooms a group's channel has besides what every group has: its coordinator or chair switches them on and off. In
 * a room that is off nobody reads or changes anything and nobody is prompted (policy.ts), so that none goes off while
 * something runs in it that somebody has to end: access that is held, guidance that waits, a request that the law times.
 */

import type { GroupEntry } from '../contract/endpoints.ts'
import type { ServiceRefusal } from '../contract/refusal.ts'
import { isEnded } from '../domain/access.ts'
import { registerNow } from '../domain/accessregister.ts'
import { disclosureStateOf } from '../domain/disclosure.ts'
import type { Person, SwitchedRoom } from '../domain/group.ts'
import { askedOfVersion } from '../domain/guidance.ts'
import { readAccess } from './access/sight.ts'
import type { Answer } from './api.ts'
import { standingIn, type Standing } from './group.ts'
import { entryOf, type Office } from './office.ts'
import { mayDo } from './policy.ts'

export async function setRooms(
  office: Office,
  caller: Person,
  { key }: { readonly key: string },
  { seen, rooms }: { readonly seen: readonly SwitchedRoom[]; readonly rooms: readonly SwitchedRoom[] },
): Promise<Answer<GroupEntry>> {
  const standing = await standingIn(office, caller, key)
  if (!standing.ok) return standing
  if (!mayDo('rooms.change', 'api', standing.value.roles)) return { ok: false, error: { code: 'notCoordinator' } }
  const control = await office.control()
  const known = await control.findGroup(key)
  if (!known) return { ok: false, error: { code: 'groupUnknown', field: 'key' } }
  const isAs = (wanted: readonly SwitchedRoom[]): boolean =>
    wanted.toSorted().join(' ') === (known.value.rooms ?? []).toSorted().join(' ')
  if (isAs(rooms)) return { ok: true, value: entryOf(known.value) }
  if (!isAs(seen)) return { ok: false, error: { code: 'settingsChanged' } }
  for (const room of seen.filter((each) => !rooms.includes(each))) {
    const running = await whatRuns(office, room, standing.value)
    if (!running) continue
    await office.consulted(caller, { operation: 'rooms.change', group: key, subject: key, ids: [room] })
    return { ok: false, error: running }
  }
  await office.audit.append({
    event: 'alteration',
    operation: 'rooms.change',
    group: key,
    subject: key,
    by: caller,
    ids: rooms,
  })
  const now = { ...known.value, rooms }
  if (!(await control.amendGroup(known, now))) return { ok: false, error: { code: 'settingsChanged' } }
  office.forgetGroups()
  return { ok: true, value: entryOf(now) }
}

/** Why a room stays on; null: it may go off. */
async function whatRuns(
  office: Office,
  room: SwitchedRoom,
  { group, appointments }: Standing,
): Promise<ServiceRefusal | null> {
  const refusalOf = (code: ServiceRefusal['code'], count: number) => (count === 0 ? null : { code, values: { count } })
  switch (room) {
    case 'access': {
      const ground = await readAccess(office, group.key)
      const entries = registerNow(ground, { today: office.clock.today(), appointments, hasLeft: ground.hasLeft })
      return refusalOf('accessRuns', entries.filter(({ state }) => !isEnded(state)).length)
    }
    case 'guidance': {
      const versions = [...(await office.confidential.of(group.key, 'guidance')).values()]
      return refusalOf('guidanceRuns', versions.filter((version) => askedOfVersion(version).length > 0).length)
    }
    case 'report': {
      const requests = [...(await office.confidential.of(group.key, 'disclosures')).values()]
      const isRunning = (state: string): boolean => state === 'open' || state === 'asked'
      return refusalOf('disclosureRuns', requests.filter((each) => isRunning(disclosureStateOf(each))).length)
    }
    case 'health':
    case 'recommendations':
    case 'workstreams':
    case 'assurance':
    case 'incidents':
    case 'audit':
      return null
  }
}
