/**
 * Nominating people, deciding on it, and everything else that is done to one nomination. Each is one row and one write:
 * of two who decide at once the second is told that it has moved on, and a decision is bound to the text of what its
 * maker was shown, compared again in the moment of writing (domain/accessdeciding.ts).
 */

import type { ChangeAccess, DecideAccess, Nominate, NominationAsked, NominationTold } from '../../contract/access.ts'
import type { ServiceRefusal } from '../../contract/refusal.ts'
import { askedContent } from '../../domain/access.ts'
import type { NominationCommand } from '../../domain/accessdeciding.ts'
import { entryNow } from '../../domain/accessregister.ts'
import type { Person } from '../../domain/group.ts'
import { readAccountStates } from '../../sharepoint/directory.ts'
import type { Answer } from '../api.ts'
import { hashOf, idOf } from '../ids.ts'
import type { Office } from '../office.ts'
import { mayDo, type Operation } from '../policy.ts'
import { groundOf, isSeen, namesOf, sightOf, tellNomination, type AccessSight } from './sight.ts'

interface About {
  readonly key: string
  readonly nomination: string
}

/** One person, one resource: one nomination, however often they come and go. */
export function nominationKey(group: string, resource: string, { tenantId, objectId }: Person): string {
  return idOf('nomination', group, resource, tenantId, objectId)
}

export async function nomination(office: Office, caller: Person, about: About): Promise<Answer<NominationAsked>> {
  const sight = await sightOf(office, caller, about.key)
  if (!sight.ok) return sight
  const entry = entryOf(sight.value, about.nomination)
  if (!entry) return refuse({ code: 'nominationMissing' })
  const told = tellNomination(sight.value, entry, null)
  const names = await namesOf(office, sight.value, told)
  await office.consulted(caller, { operation: 'access.read', group: about.key, subject: entry.key })
  return { ok: true, value: { nomination: told, names } }
}

export async function nominate(
  office: Office,
  caller: Person,
  { key }: { readonly key: string },
  request: Nominate,
): Promise<Answer<NominationTold>> {
  const sight = await sightOf(office, caller, key)
  if (!sight.ok) return sight
  if (!mayDo('access.nominate', 'api', sight.value.roles)) return refuse({ code: 'notAllowed' })
  const { commandId, ...content } = request
  const resource = sight.value.resources.get(request.resource)
  if (!resource) return refuse({ code: 'resourceMissing', field: 'resource' })
  const person = await namedInDirectory(office, request.person)
  if (!person) return refuse({ code: 'personHasLeft', field: 'person', values: { name: request.person.name } })
  const nominated = nominationKey(key, request.resource, person)
  const command: NominationCommand = {
    kind: 'nominate',
    id: commandId,
    key: nominated,
    group: key,
    ...content,
    person,
    teams: resource.teams,
    ground: groundOf(sight.value, nominated, person),
  }
  return change(office, sight.value, 'access.nominate', command, 'collection')
}

export async function decideAccess(
  office: Office,
  caller: Person,
  about: About,
  { commandId, hash, verdict, words }: DecideAccess,
): Promise<Answer<NominationTold>> {
  const sight = await sightOf(office, caller, about.key)
  if (!sight.ok) return sight
  const entry = entryOf(sight.value, about.nomination)
  if (!mayDo('access.decide', 'api', sight.value.roles)) return refuse({ code: 'notAllowed' })
  if (!entry) return refuse({ code: 'nominationMissing' })
  const isGood = verdict === 'refused' || (await namedInDirectory(office, entry.nomination.person)) !== null
  const content = askedContent(entry.nomination, entry.state) ?? ''
  const { reviews, hasLeft } = groundOf(sight.value, entry.key, entry.nomination.person)
  return change(office, sight.value, 'access.decide', {
    kind: 'decideAccess',
    id: commandId,
    key: entry.key,
    verdict,
    words,
    // Something else than what its maker saw matches nothing.
    content: hashOf(content) === hash ? content : '',
    hash,
    ground: { reviews, hasLeft: hasLeft || !isGood },
  })
}

const OPERATIONS = {
  confirmOpened: 'access.confirm',
  confirmClosed: 'access.confirm',
  suspend: 'access.end',
  revoke: 'access.end',
  askBack: 'access.askBack',
} as const satisfies Record<ChangeAccess['kind'], Operation>

export async function changeAccess(
  office: Office,
  caller: Person,
  about: About,
  request: ChangeAccess,
): Promise<Answer<NominationTold>> {
  const sight = await sightOf(office, caller, about.key)
  if (!sight.ok) return sight
  const operation = OPERATIONS[request.kind]
  if (!mayDo(operation, 'api', sight.value.roles)) return refuse({ code: 'notAllowed' })
  const entry = entryOf(sight.value, about.nomination)
  if (!entry) return refuse({ code: 'nominationMissing' })
  const ground = groundOf(sight.value, entry.key, entry.nomination.person)
  return change(office, sight.value, operation, commandOf(request, { key: entry.key, ground }))
}

function commandOf(request: ChangeAccess, more: Pick<NominationCommand, 'key' | 'ground'>): NominationCommand {
  const about = { ...more, id: request.commandId }
  switch (request.kind) {
    case 'confirmOpened':
      return { kind: 'confirmOpened', ...about, account: request.account }
    case 'confirmClosed':
      return { kind: 'confirmClosed', ...about }
    case 'suspend':
      return { kind: 'suspendAccess', ...about, words: request.words }
    case 'askBack':
      return { kind: 'askAccessBack', ...about, words: request.words }
    case 'revoke':
      return { kind: 'revokeAccess', ...about, words: request.words }
  }
}

async function change(
  office: Office,
  sight: AccessSight,
  operation: Operation,
  command: NominationCommand,
  event: 'alteration' | 'collection' = 'alteration',
): Promise<Answer<NominationTold>> {
  const { group, appointments, caller: by, today } = sight
  const asking = { by, group, appointments, operation, event }
  const changed = await office.confidential.change(asking, 'nominations', command)
  if (!changed.ok) return changed
  office.tellControlChanged()
  const present = { today, appointments, hasLeft: sight.hasLeft }
  const entry = entryNow(command.key, changed.value, command.ground.reviews, present)
  if (!entry) throw new TypeError('a nomination without a beginning')
  return { ok: true, value: tellNomination(sight, entry, null) }
}

/** As the caller may see it. */
function entryOf(sight: AccessSight, key: string) {
  return sight.entries.find((each) => each.key === key && isSeen(sight, each.state.nominated.organisation))
}

/** Under the name that the directory has; null: whoever it was has left. Of other tenants nobody here knows. */
async function namedInDirectory(office: Office, person: Person): Promise<Person | null> {
  if (person.tenantId !== office.tenantId) return person
  const account = (await readAccountStates(office.client, [person.objectId])).get(person.objectId)
  if (!account) return person
  return account.state === 'good' ? { ...person, name: account.name || person.name } : null
}

function refuse(error: ServiceRefusal): { readonly ok: false; readonly error: ServiceRefusal } {
  return { ok: false, error }
}
