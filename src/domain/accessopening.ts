/** Which reviews of access have to be opened, and of whom. */

import type { AccessEntry, AccessGround, AccessPresent } from './accessregister.ts'
import { registerNow, registerOn } from './accessregister.ts'
import type { ResourceContent } from './accessresource.ts'
import { scheduledBy, type ReviewContent } from './accessreview.ts'
import { addDays } from './day.ts'

/** A review as it is when it opens, before anybody has answered it. */
export type OpeningReview = Omit<ReviewContent, 'given'>

/**
 * Those that a schedule asked for by today and that aren't there. Of whoever had an account on that day and still has
 * one: who was given access later is reviewed the next time.
 */
export function reviewsToOpen(
  ground: AccessGround & { readonly resources: ReadonlyMap<string, ResourceContent> },
  present: AccessPresent,
): readonly OpeningReview[] {
  const { today } = present
  const known = new Set([...ground.reviews.values()].map(nameOf))
  const wanted: OpeningReview[] = []
  for (const resource of ground.resources.values()) {
    const scheduled = scheduledBy(resource.reviews, today)
    if (scheduled === null) continue
    const isMissing = (organisation: string): boolean =>
      !known.has(nameOf({ resource: resource.key, organisation, scheduled }))
    const now = registerNow(ground, present).filter(
      (each) =>
        each.nomination.resource === resource.key && hasAccount(each) && isMissing(each.state.nominated.organisation),
    )
    if (now.length === 0) continue
    const then = new Set(
      registerOn(ground, scheduled)
        .filter(hasAccount)
        .map(({ key }) => key),
    )
    const asked = now.filter(({ key }) => then.has(key))
    for (const organisation of new Set(asked.map(({ state }) => state.nominated.organisation))) {
      wanted.push({
        group: resource.group,
        resource: resource.key,
        organisation,
        scheduled,
        // Nobody could answer before: whoever was late in opening it takes nothing from the time that they have.
        opens: today,
        due: addDays(today, resource.reviews.dueAfter),
        people: asked
          .filter(({ state }) => state.nominated.organisation === organisation)
          .map((each) => ({ nomination: each.key, person: each.nomination.person })),
      })
    }
  }
  return wanted
}

function nameOf({ resource, organisation, scheduled }: Pick<OpeningReview, 'resource' | 'organisation' | 'scheduled'>) {
  return `${resource} ${organisation} ${scheduled}`
}

/** Whoever has access, or had it and may have it again. */
function hasAccount({ state }: AccessEntry): boolean {
  return state.standing === 'active' || state.standing === 'suspended'
}
