/**
 * Who is who to a bot in Teams: the `29:` ids of people, the `28:` id of the bot, the ids of one-to-one conversations,
 * and the members that a roster shows. Ids are derived, so that they mean the same person after a restart and on every
 * laptop; to a bot they are opaque, and another bot sees others. Pure.
 */

import { createHash } from 'node:crypto'
import type { Channel, Person, PersonKey, Team, Tenant } from '../tenant.ts'

export interface Bot {
  /** Application (client) id of the bot's own registration. */
  readonly appId: string
  readonly name: string
}

/** As in `from`, `recipient` and `mentioned`. */
export interface Account {
  readonly id: string
  readonly name: string
  readonly aadObjectId?: string
}

/** As in the answers about members; `objectId` or `aadObjectId` by the address, as the real service has it. */
export type Member = Readonly<Record<string, string>>

export interface ChannelPlace {
  readonly team: Team
  readonly channel: Channel
}

export interface Roster {
  readonly tenant: Tenant
  readonly bot: Account
  account(person: Person): Account
  member(person: Person, nameOfObjectId: 'objectId' | 'aadObjectId', team: Team | null): Member
  byKey(key: PersonKey): Person | undefined
  /** By `29:…`, by object id, or by `8:orgid:` and object id, as `POST /v3/conversations` takes them. */
  find(id: string): Person | undefined
  /** The id of the one-to-one conversation of this person with the bot. */
  conversationOf(person: Person): string
  personOf(conversationId: string): Person | undefined
  channel(channelId: string): ChannelPlace | undefined
  membersOf(team: Team): readonly Person[]
}

export function createRoster(tenant: Tenant, bot: Bot): Roster {
  const derive = (kind: string, person: Person): string =>
    createHash('sha256').update([kind, tenant.tenantId, bot.appId, person.objectId].join('|')).digest('base64url')
  const idOf = (person: Person): string => `29:1${derive('person', person)}`
  const conversationOf = (person: Person): string => `a:1${derive('conversation', person)}`
  const byKey = new Map(tenant.people.map((person) => [person.key, person]))
  const byId = new Map(
    tenant.people.flatMap((person) =>
      [idOf(person), person.objectId, `8:orgid:${person.objectId}`].map((id) => [id, person] as const),
    ),
  )
  const byConversation = new Map(tenant.people.map((person) => [conversationOf(person), person]))
  const channels = new Map(
    tenant.teams.flatMap((team) => team.channels.map((channel) => [channel.id, { team, channel }] as const)),
  )

  return {
    tenant,
    bot: { id: `28:${bot.appId}`, name: bot.name },
    account: (person) => ({ id: idOf(person), name: person.displayName, aadObjectId: person.objectId }),
    member(person, nameOfObjectId, team) {
      const [givenName = '', ...rest] = person.displayName.split(' ')
      const isExternal = person.guestOf !== undefined && team?.channels.some((one) => one.membershipType === 'shared')
      return {
        id: idOf(person),
        [nameOfObjectId]: person.objectId,
        name: person.displayName,
        givenName,
        surname: rest.join(' '),
        email: person.mail,
        userPrincipalName: person.userPrincipalName,
        // A guest is known by the tenant whose guest they are; only members of a shared channel keep their own.
        tenantId: isExternal ? (person.guestOf ?? '') : tenant.tenantId,
        userRole: person.guestOf === undefined ? 'user' : 'guest',
      }
    },
    byKey: (key) => byKey.get(key),
    find: (id) => byId.get(id),
    conversationOf,
    personOf: (conversationId) => byConversation.get(conversationId),
    channel: (channelId) => channels.get(channelId),
    membersOf: (team) => [...new Set([...team.owners, ...team.members])].flatMap((key) => byKey.get(key) ?? []),
  }
}

/** `19:…@thread.tacv2;messageid=…` is a thread in the channel that stands before the semicolon. */
export function splitConversation(id: string): { readonly base: string; readonly thread: string | null } {
  const [base = '', root] = id.split(';messageid=')
  return { base, thread: root ?? null }
}

export function threadIn(channelId: string, root: string): string {
  return `${channelId};messageid=${root}`
}
