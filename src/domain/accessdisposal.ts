/**
 * What of the access register may be disposed of. A nomination goes once access is over and nothing has happened for as
 * long as it is kept; a review goes with the last of those whom it named, for what it says of somebody who may still
 * have access, or be suspended by it, is why they stand as they do.
 */

import { isEnded } from './access.ts'
import { registerOn, type AccessGround } from './accessregister.ts'
import type { Day } from './day.ts'

/** @param before what happened from this day on is kept */
export function accessOver(
  ground: AccessGround,
  before: Day,
  today: Day,
): { readonly nominations: readonly string[]; readonly reviews: readonly string[] } {
  const over = new Set(
    registerOn(ground, today)
      .filter(({ state, events }) => isEnded(state) && events.every(({ day }) => day < before))
      .map(({ key }) => key),
  )
  const isGone = (nomination: string): boolean => over.has(nomination) || !ground.nominations.has(nomination)
  const reviews = [...ground.reviews].filter(
    ([, { due, people }]) => due < before && people.every(({ nomination }) => isGone(nomination)),
  )
  return { nominations: [...over], reviews: reviews.map(([key]) => key) }
}
