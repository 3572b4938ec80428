/**
 * Chasing: whoever owes a response to a request is prompted again today. That it was done stands in the response itself,
 * with who was chased and on whose word; the prompt follows from it like every other (requestprompting.ts), so that
 * nobody is chased twice a day whoever asks and however often.
 */

import { isAwayOn, PERSON_SETTINGS } from '../../domain/gathering.ts'
import { personKey } from '../../domain/appointment.ts'
import type { Person } from '../../domain/group.ts'
import { withoutLeavers } from '../../domain/people.ts'
import { isOwed, responseOf } from '../../domain/request.ts'
import { askedOf } from '../../domain/requestcommand.ts'
import { chasedFor } from '../../domain/requestprompting.ts'
import { chasedOn } from '../../domain/responding.ts'
import type { Answer } from '../api.ts'
import { standingIn } from '../group.ts'
import type { Office } from '../office.ts'
import { readLeavers } from '../people/leavers.ts'
import { mayDo } from '../policy.ts'

interface Asked {
  readonly commandId: string
  /** Null: all who owe a response. */
  readonly organisations: readonly string[] | null
}

export async function chase(
  office: Office,
  caller: Person,
  { key, request: requestKey }: { readonly key: string; readonly request: string },
  asked: Asked,
): Promise<Answer<{ people: string[]; already: number }>> {
  const standing = await standingIn(office, caller, key)
  if (!standing.ok) return standing
  const { group, appointments, roles } = standing.value
  if (!mayDo('request.chase', 'api', roles)) return { ok: false, error: { code: 'notCoordinator' } }
  const [requests, responses, chosen] = await Promise.all([
    office.collections.now(group, 'requests'),
    office.collections.now(group, 'responses'),
    (await office.records()).people(),
  ])
  const request = requests.get(requestKey)
  if (request?.status !== 'open') return { ok: false, error: { code: 'nothingAsked' } }
  const today = office.clock.today()
  const isAway = (person: Person): boolean => isAwayOn(chosen.get(personKey(person)) ?? PERSON_SETTINGS, today)
  const hasLeft = (await readLeavers(office)).has
  const posts = { appointments: withoutLeavers(appointments, hasLeft), today, isAway }
  const missing = request.organisations
    .filter((organisation) => asked.organisations === null || asked.organisations.includes(organisation))
    .map((organisation) => responseOf(request, organisation, responses))
    .filter(isOwed)
  const due = missing.filter((response) => chasedOn(response) !== today)

  await office.audit.append({
    event: 'alteration',
    operation: 'request.chase',
    group: key,
    subject: requestKey,
    by: caller,
    ids: due.map(({ organisation }) => organisation),
  })
  const people = new Map<string, string>()
  let already = missing.length - due.length
  for (const response of due) {
    const chased = chasedFor(response, posts)
    if (chased.length === 0) continue
    const about = { id: asked.commandId, key: response.key, of: askedOf(request) }
    const author = { person: caller, as: 'service' } as const
    const kept = await office.collections.submitAs(author, group, 'responses', {
      kind: 'chase',
      ...about,
      people: chased,
    })
    // Somebody else chased, or it was answered, a moment before.
    if (kept.state === 'refused') already += kept.refusal.code === 'chasedToday' ? 1 : 0
    else if (kept.state === 'saved') for (const each of chased) people.set(personKey(each), each.name)
    else return { ok: false, error: { code: 'serviceBusy', values: { seconds: 10 } } }
  }
  return { ok: true, value: { people: [...people.values()], already } }
}
