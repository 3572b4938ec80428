/**
 * What the service sees to about access by itself: reviews are opened on their day, and whoever has left is noticed. That
 * an unanswered review suspends needs nobody to see to it: it follows from its due day.
 */

import { registerNow, registerOn, type AccessEntry } from '../../domain/accessregister.ts'
import { scheduledBy, type ReviewCommand } from '../../domain/accessreview.ts'
import type { Appointment } from '../../domain/appointment.ts'
import { addDays, type Day } from '../../domain/day.ts'
import type { DirectoryEntry } from '../../sharepoint/control/rows.ts'
import { idOf } from '../ids.ts'
import { traceOf } from '../log.ts'
import type { Office } from '../office.ts'
import { lookForLeftNominees, noteLost } from './lost.ts'
import { readAccess } from './sight.ts'

export async function sweepAccess(office: Office, group: DirectoryEntry): Promise<void> {
  const ground = await readAccess(office, group.key)
  if (ground.resources.size === 0) return
  const appointments = (await (await office.control()).appointments(group.key)).map(({ value }) => value)
  const entries = registerNow(ground, { today: office.clock.today(), appointments, hasLeft: ground.hasLeft })
  await lookForLeftNominees(office, group, entries).catch((fault: unknown) =>
    office.log({ level: 'warning', event: 'leaverFault', group: group.key, ...traceOf(fault) }),
  )
  await noteLost(office, group, appointments)
  await openReviews(office, group, appointments)
}

/** How many were opened. */
export async function openReviews(
  office: Office,
  group: DirectoryEntry,
  appointments: readonly Appointment[],
): Promise<number> {
  const ground = await readAccess(office, group.key)
  const today = office.clock.today()
  const now = registerNow(ground, { today, appointments, hasLeft: ground.hasLeft }).filter(hasAccount)
  let count = 0
  for (const resource of ground.resources.values()) {
    const scheduled = scheduledBy(resource.reviews, today)
    if (scheduled === null) continue
    const then = new Set(
      registerOn(ground, scheduled)
        .filter(hasAccount)
        .map(({ key }) => key),
    )
    const own = now.filter(({ key, nomination }) => nomination.resource === resource.key && then.has(key))
    for (const organisation of new Set(own.map(({ state }) => state.nominated.organisation))) {
      const key = reviewKey(group.key, resource.key, organisation, scheduled)
      if (ground.reviews.has(key)) continue
      const command: ReviewCommand = {
        kind: 'openReview',
        id: key,
        key,
        group: group.key,
        resource: resource.key,
        organisation,
        scheduled,
        // Nobody could answer before: whoever was late in opening it takes nothing from the time that they have.
        opens: today,
        due: addDays(today, resource.reviews.dueAfter),
        people: own
          .filter(({ state }) => state.nominated.organisation === organisation)
          .map((each) => ({ nomination: each.key, person: each.nomination.person })),
      }
      const asking = { by: null, group, appointments, operation: 'access.openReview' }
      await office.confidential.change(asking, 'accessReviews', command)
      office.log({ level: 'info', event: 'accessReviewOpened', group: group.key, review: key })
      count += 1
    }
  }
  if (count > 0) office.tellControlChanged()
  return count
}

/** One an organisation and day of the schedule, whoever opens it. */
export function reviewKey(group: string, resource: string, organisation: string, scheduled: Day): string {
  return idOf('review', group, resource, organisation, scheduled)
}

/** Whoever has access, or had it and may have it again. */
function hasAccount({ state }: AccessEntry): boolean {
  return state.standing === 'active' || state.standing === 'suspended'
}
