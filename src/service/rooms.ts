/** Which rooms a group's channel has besides what every group has: its coordinator or chair switches them on and off. */

import type { GroupEntry } from '../contract/endpoints.ts'
import type { Person, SwitchedRoom } from '../domain/group.ts'
import type { Answer } from './api.ts'
import { standingIn } from './group.ts'
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
