/**
 * The addresses that a bot calls, one entry each, and what each does to the chats. Who calls, limits and faults are
 * the pipeline's business (connector.ts); here is what the request means and which refusals it can meet.
 */

import type { Person, Team } from '../tenant.ts'
import type { Kind } from './limits.ts'
import type { Live } from './live.ts'
import type { Operation } from './faults.ts'
import {
  activityNotFound,
  badSyntax,
  blockedByUser,
  conversationNotFound,
  notInRoster,
  Refusal,
  tooBig,
} from './refusal.ts'
import { type ChannelPlace, type Member, type Roster, splitConversation, threadIn } from './roster.ts'
import type { Attachment, ChatStore, Content, Thread } from './store.ts'

export interface House {
  readonly roster: Roster
  readonly store: ChatStore
  readonly live: Live
  readonly serviceUrl: string
  readonly now: () => number
}

export interface Request {
  readonly params: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
  readonly body: Readonly<Record<string, unknown>>
}

export interface Route {
  readonly id: string
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly path: string
  readonly operation: Operation
  /** Which limit it counts under. */
  readonly kind: Kind
  run(house: House, request: Request): { readonly status: number; readonly body?: unknown }
}

/** The largest card that Teams takes, and the largest message with all that is in it. */
const MOST_CARD_BYTES = 28 * 1024
const MOST_BYTES = 100 * 1024

export const ROUTES: readonly Route[] = [
  {
    id: 'conversations.create',
    method: 'POST',
    path: '/v3/conversations',
    operation: 'create',
    kind: 'create',
    run: (house, { body }) => ({ status: 201, body: create(house, body) }),
  },
  {
    id: 'activities.create',
    method: 'POST',
    path: '/v3/conversations/:conversation/activities',
    operation: 'send',
    kind: 'send',
    run: (house, { params, body }) => ({ status: 201, body: send(house, params['conversation']!, body) }),
  },
  {
    id: 'activities.reply',
    method: 'POST',
    path: '/v3/conversations/:conversation/activities/:activity',
    operation: 'send',
    kind: 'send',
    run(house, { params, body }) {
      const { conversation = '', activity = '' } = params
      return { status: 201, body: send(house, conversation, { ...body, replyToId: activity }) }
    },
  },
  {
    id: 'activities.update',
    method: 'PUT',
    path: '/v3/conversations/:conversation/activities/:activity',
    operation: 'update',
    kind: 'send',
    run: (house, { params, body }) => ({ status: 200, body: update(house, params, body) }),
  },
  {
    id: 'activities.delete',
    method: 'DELETE',
    path: '/v3/conversations/:conversation/activities/:activity',
    operation: 'delete',
    kind: 'send',
    run(house, { params }) {
      remove(house, params)
      return { status: 200 }
    },
  },
  {
    id: 'members.list',
    method: 'GET',
    path: '/v3/conversations/:conversation/members',
    operation: 'members',
    kind: 'members',
    run: (house, { params }) => ({ status: 200, body: members(house, params['conversation']!, 'objectId') }),
  },
  {
    id: 'members.get',
    method: 'GET',
    path: '/v3/conversations/:conversation/members/:member',
    operation: 'members',
    kind: 'members',
    run(house, { params }) {
      const person = house.roster.find(params['member']!)
      const all = members(house, params['conversation']!, 'aadObjectId')
      const member = all.find((one) => one['aadObjectId'] === person?.objectId)
      if (!member) throw new Refusal(404, 'ConversationNotFound', 'The member is not in the conversation.')
      return { status: 200, body: member }
    },
  },
  {
    id: 'members.paged',
    method: 'GET',
    path: '/v3/conversations/:conversation/pagedMembers',
    operation: 'members',
    kind: 'members',
    run(house, { params, query }) {
      const size = Math.min(500, Math.max(50, Number(query['pageSize'] ?? 200) || 200))
      const from = Number(query['continuationToken'] ?? 0) || 0
      const all = members(house, params['conversation']!, 'aadObjectId')
      const next = from + size < all.length ? { continuationToken: String(from + size) } : {}
      return { status: 200, body: { members: all.slice(from, from + size), ...next } }
    },
  },
]

/** Where a conversation id leads; its thread, if it names one. */
export type Spot =
  | { readonly kind: 'personal'; readonly base: string; readonly person: Person }
  | { readonly kind: 'channel'; readonly base: string; readonly thread: string | null; readonly place: ChannelPlace }

export function spotOf(roster: Roster, conversationId: string): Spot | undefined {
  const { base, thread } = splitConversation(conversationId)
  const person = roster.personOf(base)
  if (person) return { kind: 'personal', base, person }
  const place = roster.channel(base)
  return place && { kind: 'channel', base, thread, place }
}

/** Whether the bot reaches this person: the app is theirs, or of a team that they are in. */
export function hasApp({ store, roster }: Pick<House, 'store' | 'roster'>, person: Person): boolean {
  const choice = store.choice(person.objectId)
  if (choice !== null) return choice === 'installed'
  const teams = store.teams()
  return roster.tenant.teams.some((team) => teams.has(team.id) && isIn(team, person))
}

export function isIn(team: Team, person: Person): boolean {
  return team.owners.includes(person.key) || team.members.includes(person.key)
}

/** Keys of those who see what stands there. */
export function audience(roster: Roster, spot: Spot): string[] {
  return spot.kind === 'personal' ? [spot.person.key] : roster.membersOf(spot.place.team).map((one) => one.key)
}

function create(house: House, body: Request['body']): object {
  const { roster, store, serviceUrl } = house
  const { tenant, channel } = (body['channelData'] ?? {}) as { tenant?: { id?: string }; channel?: { id?: string } }
  const activity = body['activity'] as Request['body'] | undefined
  if (channel?.id !== undefined) {
    if (!activity) throw badSyntax('Activity is required to start a conversation in a channel.')
    const { id } = send(house, channel.id, activity)
    return { id: threadIn(channel.id, id), activityId: id, serviceUrl }
  }
  const [member] = (body['members'] ?? []) as { id?: string; aadObjectId?: string }[]
  const tenantId = body['tenantId'] ?? tenant?.id
  if (tenantId !== roster.tenant.tenantId) throw badSyntax('Tenant is missing, or is not that of the bot.')
  const person = roster.find(member?.aadObjectId ?? member?.id ?? '')
  if (!person) throw badSyntax('Invalid user identity in provided tenant.')
  expectReachable(house, person)
  const base = roster.conversationOf(person)
  store.openConversation(base)
  return { id: base, ...(activity ? { activityId: send(house, base, activity).id } : {}), serviceUrl }
}

function send(house: House, conversationId: string, body: Request['body']): { readonly id: string } {
  const { store, roster, live, now } = house
  const spot = expectOpen(house, conversationId)
  if (body['type'] === 'typing') {
    const thread = spot.kind === 'channel' ? spot.thread : null
    live.tell(audience(roster, spot), { kind: 'typing', base: spot.base, thread })
    return { id: String(now()) }
  }
  const content = contentOf(body)
  const replyTo = typeof body['replyToId'] === 'string' ? body['replyToId'] : null
  const message = store.add(
    { base: spot.base, author: null, content, at: now() },
    spot.kind === 'personal' ? 'none' : threadOf(house, spot, replyTo),
  )
  live.tell(audience(roster, spot), { kind: 'posted', message })
  return { id: message.id }
}

/** In a channel: the thread that is named, else that of the message answered, else a new one. */
function threadOf({ store }: House, spot: Spot & { kind: 'channel' }, replyTo: string | null): Thread {
  const root = spot.thread ?? (replyTo === null ? null : (store.find(spot.base, replyTo)?.thread ?? null))
  if (root === null) return 'new'
  if (!store.find(spot.base, root)) throw conversationNotFound()
  return { root }
}

function update(house: House, params: Request['params'], body: Request['body']): { readonly id: string } {
  const { store, roster, live, now } = house
  const { spot, id } = ownMessage(house, params)
  const message = store.edit(spot.base, id, contentOf(body), now())
  live.tell(audience(roster, spot), { kind: 'edited', message })
  return { id }
}

function remove(house: House, params: Request['params']): void {
  const { spot, id } = ownMessage(house, params)
  house.store.remove(spot.base, id)
  house.live.tell(audience(house.roster, spot), { kind: 'deleted', base: spot.base, id })
}

function ownMessage(house: House, params: Request['params']): { readonly spot: Spot; readonly id: string } {
  const spot = expectOpen(house, params['conversation'] ?? '')
  const id = params['activity'] ?? ''
  const message = house.store.find(spot.base, id)
  if (!message) throw activityNotFound()
  if (message.author !== null) throw new Refusal(403, 'NotEnoughPermissions', "The message isn't the bot's.")
  return { spot, id }
}

function members(house: House, conversationId: string, name: 'objectId' | 'aadObjectId'): Member[] {
  const { roster } = house
  const spot = expectOpen(house, conversationId)
  if (spot.kind === 'personal') return [roster.member(spot.person, name, null)]
  const { team } = spot.place
  return roster.membersOf(team).map((person) => roster.member(person, name, team))
}

function expectOpen(house: House, conversationId: string): Spot {
  const { roster, store } = house
  const spot = spotOf(roster, conversationId)
  if (!spot || (spot.kind === 'personal' && !store.hasConversation(spot.base))) throw conversationNotFound()
  if (spot.kind === 'personal') expectReachable(house, spot.person)
  else if (!store.teams().has(spot.place.team.id)) throw notInRoster()
  return spot
}

function expectReachable(house: House, person: Person): void {
  if (house.store.choice(person.objectId) === 'blocked') throw blockedByUser()
  if (!hasApp(house, person)) throw notInRoster()
}

/** What is kept of an outgoing activity. Throws for one that is too big, or has nothing to show. */
function contentOf(body: Request['body']): Content {
  const attachments = (body['attachments'] ?? []) as Attachment[]
  const size = (value: unknown): number => Buffer.byteLength(JSON.stringify(value))
  if (size(body) > MOST_BYTES || attachments.some((one) => size(one) > MOST_CARD_BYTES)) throw tooBig()
  const text = typeof body['text'] === 'string' ? body['text'] : ''
  if (text === '' && attachments.length === 0) throw badSyntax('Activity must have text or attachments.')
  return {
    ...(text === '' ? {} : { text, textFormat: body['textFormat'] === 'plain' ? 'plain' : 'markdown' }),
    ...(typeof body['summary'] === 'string' ? { summary: body['summary'] } : {}),
    ...(attachments.length === 0 ? {} : { attachments }),
    ...(Array.isArray(body['entities']) ? { entities: body['entities'] as unknown[] } : {}),
  }
}
