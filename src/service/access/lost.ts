/**
 * Whoever has left the directory, or whose post has ended, has no access from that moment: every answer works that out
 * from what is known (domain/accessregister.ts). Here it is found out and recorded, so that it stands on that day for
 * ever, whatever happens to the account or the post later.
 */

import { isEnded } from '../../domain/access.ts'
import { lostBecause, entryOnRecord, type AccessEntry } from '../../domain/accessregister.ts'
import type { Appointment } from '../../domain/appointment.ts'
import type { Person } from '../../domain/group.ts'
import type { DirectoryEntry } from '../../sharepoint/control/rows.ts'
import { idOf } from '../ids.ts'
import type { Office } from '../office.ts'
import { lookForLeaversAmong } from '../people/leavers.ts'
import { groundOf, readAccess } from './sight.ts'

/** However often somebody looks. */
const EVERY_MS = 60_000
const looked = new WeakMap<Office, Map<string, number>>()

/** Asks the directory about everybody whom there is still something to do about. True: somebody has left, or is back. */
export async function lookForLeftNominees(
  office: Office,
  { key }: Pick<DirectoryEntry, 'key'>,
  entries: readonly AccessEntry[],
): Promise<boolean> {
  const times = looked.get(office) ?? new Map<string, number>()
  if (office.clock.now() < (times.get(key) ?? 0) + EVERY_MS) return false
  looked.set(office, times.set(key, office.clock.now()))
  const people = entries.filter(({ state }) => !isEnded(state)).map(({ nomination }): Person => nomination.person)
  return lookForLeaversAmong(office, people)
}

/** Records who has lost their access and of whom that isn't recorded. How many. */
export async function noteLost(
  office: Office,
  group: DirectoryEntry,
  appointments: readonly Appointment[],
): Promise<number> {
  const ground = await readAccess(office, group.key)
  const today = office.clock.today()
  let count = 0
  for (const [key, nomination] of ground.nominations) {
    const own = groundOf(ground, key, nomination.person)
    const entry = entryOnRecord(key, nomination, own.reviews, today)
    const because = entry && lostBecause(nomination, entry.state, { today, appointments, hasLeft: ground.hasLeft })
    if (!because) continue
    const asking = { by: null, group, appointments, operation: 'access.noteLost' }
    // Of two instances that notice it at once, one writes it.
    const id = idOf('lost', key, String(nomination.events.length), because)
    await office.confidential.change(asking, 'nominations', { kind: 'noteLost', id, key, ground: own })
    office.log({ level: 'info', event: 'accessLost', group: group.key, nomination: key, because })
    count += 1
  }
  if (count > 0) office.tellControlChanged()
  return count
}
