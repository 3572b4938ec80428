/**
 * What the service sees to about access by itself: reviews are opened on their day, and whoever has left is noticed. That
 * an unanswered review suspends needs nobody to see to it: it follows from its due day.
 */

import { reviewsToOpen } from '../../domain/accessopening.ts'
import { registerNow } from '../../domain/accessregister.ts'
import type { Appointment } from '../../domain/appointment.ts'
import type { Day } from '../../domain/day.ts'
import type { DirectoryEntry } from '../../sharepoint/control/rows.ts'
import { isRoomOn } from '../../domain/group.ts'
import { idOf } from '../ids.ts'
import { traceOf } from '../log.ts'
import type { Office } from '../office.ts'
import { lookForLeftNominees, noteLost } from './lost.ts'
import { readAccess } from './sight.ts'

export async function sweepAccess(office: Office, group: DirectoryEntry): Promise<void> {
  const ground = await readAccess(office, group.key)
  if (ground.resources.size === 0) return
  const appointments = await appointmentsOf(office, group)
  const entries = registerNow(ground, { today: office.clock.today(), appointments, hasLeft: ground.hasLeft })
  await lookForLeftNominees(office, group, entries).catch((fault: unknown) =>
    office.log({ level: 'warning', event: 'leaverFault', group: group.key, ...traceOf(fault) }),
  )
  await noteLost(office, group, appointments)
  await openReviews(office, group, appointments)
}

/** At each tick of the scheduler, where the room is switched on: whoever is to answer hears of it the same day. */
export async function turnAccess(office: Office, group: DirectoryEntry): Promise<void> {
  if (isRoomOn(group, 'access')) await openReviews(office, group, await appointmentsOf(office, group))
}

async function openReviews(office: Office, group: DirectoryEntry, appointments: readonly Appointment[]): Promise<void> {
  const ground = await readAccess(office, group.key)
  const present = { today: office.clock.today(), appointments, hasLeft: ground.hasLeft }
  const wanted = reviewsToOpen(ground, present)
  for (const review of wanted) {
    const key = reviewKey(group.key, review.resource, review.organisation, review.scheduled)
    const asking = { by: null, group, appointments, operation: 'access.openReview' }
    await office.confidential.change(asking, 'accessReviews', { kind: 'openReview', id: key, key, ...review })
    office.log({ level: 'info', event: 'accessReviewOpened', group: group.key, review: key })
  }
  if (wanted.length > 0) office.tellControlChanged()
}

/** One an organisation and day of the schedule, whoever opens it. */
export function reviewKey(group: string, resource: string, organisation: string, scheduled: Day): string {
  return idOf('review', group, resource, organisation, scheduled)
}

async function appointmentsOf(office: Office, group: DirectoryEntry): Promise<readonly Appointment[]> {
  return (await (await office.control()).appointments(group.key)).map(({ value }) => value)
}
