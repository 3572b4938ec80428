/**
 * Who hears of returns besides those who answer them (requestprompting.ts): of what stays late the post above, each week
 * that it does; of what was circulated everybody who is sent it, once. Pure, and worked out each day like every prompt.
 */

import { addresseesOf, holdersOf, type Addressee, type Posts } from './addressee.ts'
import { isInForce, personKey } from './appointment.ts'
import type { CirculationContent } from './circulation.ts'
import { daysBetween } from './day.ts'
import type { Prompt } from './prompt.ts'
import { isAsked, missingOf, responseKey, type RequestContent, type ResponseContent } from './request.ts'
import type { Escalation, ReturnContent } from './return.ts'

export interface ReturnGround extends Posts {
  readonly group: string
  readonly returns: ReadonlyMap<string, Pick<ReturnContent, 'escalation'>>
  readonly requests: Iterable<RequestContent>
  readonly responses: ReadonlyMap<string, ResponseContent>
  readonly circulations: ReadonlyMap<string, CirculationContent>
}

/** Days for which a circulation that hasn't gone out is still news. */
const NEWS_DAYS = 14

/** Every prompt that holds today. */
export function dueReturnPrompts(ground: ReturnGround): readonly Prompt[] {
  const late = [...ground.requests].flatMap((request) => latePrompts(request, ground))
  const sent = [...ground.circulations].flatMap(([key, content]) => circulatedPrompts(key, content, ground))
  return [...late, ...sent]
}

function latePrompts(request: RequestContent, ground: ReturnGround): readonly Prompt[] {
  const { due } = request
  const escalation = request.return === null ? null : ground.returns.get(request.return)?.escalation
  if (!escalation || due === null || !isAsked(request, ground.today)) return []
  const late = daysBetween(due, ground.today) - escalation.afterDays
  if (late <= 0) return []
  const week = Math.floor((late - 1) / 7)
  return missingOf(request, ground.responses).flatMap((organisation) => {
    const subject = responseKey(request.key, organisation)
    return postsAbove(escalation, organisation, ground).map(({ person, post, as }) => ({
      key: ['returnLate', ground.group, subject, `${due}.${week}`, personKey(person)].join('|'),
      kind: 'returnLate' as const,
      ...about(ground, subject),
      to: person,
      post,
      as,
      day: due,
    }))
  })
}

function circulatedPrompts(key: string, { day, copies }: CirculationContent, ground: ReturnGround): readonly Prompt[] {
  if (daysBetween(day, ground.today) > NEWS_DAYS) return []
  return copies
    .filter(({ state }) => state === null)
    .map(({ person, post }) => ({
      key: ['returnCirculated', ground.group, key, personKey(person)].join('|'),
      kind: 'returnCirculated' as const,
      ...about(ground, key),
      to: person,
      post,
      as: 'holder' as const,
      day,
    }))
}

/** The organisation's own post of a role, where it has one; else the group's; or the one post that is named. */
export function postsAbove({ to }: Escalation, organisation: string, posts: Posts): readonly Addressee[] {
  if ('post' in to) return addresseesOf([to], posts)
  const own = posts.appointments.filter(
    (each) => each.organisation === organisation && each.role === to.role && isInForce(each, posts.today),
  )
  const found = holdersOf(to.role, { ...posts, appointments: own })
  return found.length > 0 ? found : holdersOf(to.role === 'approver' ? 'chair' : to.role, posts)
}

function about({ group }: ReturnGround, subject: string) {
  return { group, action: null, part: null, milestone: null, subject }
}
