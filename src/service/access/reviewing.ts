/** A review of who has access, as its organisation's approver sees and answers it. */

import type { AnswerReview, ReviewAsked, ReviewTold } from '../../contract/access.ts'
import type { ServiceRefusal } from '../../contract/refusal.ts'
import { registerNow } from '../../domain/accessregister.ts'
import type { ReviewContent } from '../../domain/accessreview.ts'
import type { Person } from '../../domain/group.ts'
import type { Answer } from '../api.ts'
import type { Office } from '../office.ts'
import { mayDo } from '../policy.ts'
import { isSeen, namesOf, sightOf, tellReview, type AccessSight } from './sight.ts'

interface About {
  readonly key: string
  readonly review: string
}

export async function accessReview(office: Office, caller: Person, about: About): Promise<Answer<ReviewAsked>> {
  const sight = await sightOf(office, caller, about.key)
  if (!sight.ok) return sight
  const review = reviewOf(sight.value, about.review)
  if (!review) return refuse({ code: 'reviewMissing' })
  const told = tellReview(sight.value, about.review, review, null)
  const names = await namesOf(office, sight.value, review)
  const ids = review.people.map(({ nomination }) => nomination)
  await office.consulted(caller, { operation: 'access.read', group: about.key, subject: about.review, ids })
  return { ok: true, value: { review: told, names } }
}

export async function answerReview(
  office: Office,
  caller: Person,
  about: About,
  { commandId, people, availability }: AnswerReview,
): Promise<Answer<ReviewTold>> {
  const sight = await sightOf(office, caller, about.key)
  if (!sight.ok) return sight
  const { group, appointments, roles } = sight.value
  if (!mayDo('access.review', 'api', roles)) return refuse({ code: 'notAllowed' })
  if (!reviewOf(sight.value, about.review)) return refuse({ code: 'reviewMissing' })
  const changed = await office.confidential.change(
    { by: caller, group, appointments, operation: 'access.review' },
    'accessReviews',
    { kind: 'answerReview', id: commandId, key: about.review, people, availability },
  )
  if (!changed.ok) return changed
  office.tellControlChanged()
  const reviews = new Map(sight.value.reviews).set(about.review, changed.value)
  const entries = registerNow({ ...sight.value, reviews }, sight.value)
  return { ok: true, value: tellReview({ ...sight.value, reviews, entries }, about.review, changed.value, null) }
}

function reviewOf(sight: AccessSight, key: string): ReviewContent | null {
  const review = sight.reviews.get(key)
  return review && isSeen(sight, review.organisation) ? review : null
}

function refuse(error: ServiceRefusal): { readonly ok: false; readonly error: ServiceRefusal } {
  return { ok: false, error }
}
