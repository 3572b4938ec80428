/**
 * What the host page may show to one person: themselves, the people one can switch to, the teams they are an owner or
 * a member of, and what is pinned there. A team they aren't in is not in the answer at all. No tokens, no keys.
 */

import type { Channel, Person, PersonKey, Team, Tenant } from '../tenant.ts'
import type { PinnedTab } from './pinned.ts'

/** A name in the two languages that the host speaks. */
export interface Wording {
  readonly en: string
  readonly cy: string
}

/** The app as its manifest describes it. URLs may carry `{locale}`, `{theme}`, `{groupId}` and the like. */
export interface HostApp {
  /** The id of the app's manifest. */
  readonly id: string
  readonly name: Wording
  readonly personalTab?: { readonly entityId: string; readonly contentUrl: string; readonly name: Wording }
  readonly channelTab: { readonly configurationUrl: string }
  /** The client and the API that `authentication.getAuthToken` is for. */
  readonly webApplicationInfo?: { readonly id: string; readonly resource: string }
  /** What the manifest suggests to say to the app's bot; a host without chats has no use for it. */
  readonly bot?: { readonly commands: readonly BotCommand[] }
  /** The only origin whose pages the host frames and talks to. */
  readonly tabOrigin: string
}

export interface BotCommand {
  readonly title: Wording
  readonly description: Wording
}

export interface PersonView {
  readonly key: PersonKey
  readonly displayName: string
  readonly jobTitle: string | null
  readonly companyName: string | null
  readonly isGuest: boolean
  readonly isDisabled: boolean
}

export interface TeamView {
  readonly id: string
  readonly displayName: string
  readonly description: string
  readonly sitePath: string
  readonly role: 'owner' | 'member' | 'guest'
  readonly channels: readonly Channel[]
}

export interface HostView {
  readonly tenantId: string
  readonly tenantName: string
  readonly siteHost: string
  readonly people: readonly PersonView[]
  readonly person: PersonView & {
    readonly objectId: string
    readonly userPrincipalName: string
    readonly language: Person['language']
  }
  readonly teams: readonly TeamView[]
  readonly pinned: readonly PinnedTab[]
  readonly app: HostApp
  readonly hasChat: boolean
  /** The day that the app believes it is, as YYYY-MM-DD, where it can be moved. */
  readonly today: string | null
}

/** Null when nobody has that key. */
export function viewFor(
  key: PersonKey,
  tenant: Tenant,
  app: HostApp,
  pinned: readonly PinnedTab[],
  { hasChat, today }: Pick<HostView, 'hasChat' | 'today'> = { hasChat: false, today: null },
): HostView | null {
  const person = tenant.people.find((one) => one.key === key)
  if (!person) return null
  const teams = tenant.teams.filter((team) => isIn(team, key)).map((team) => teamView(team, person))
  const visible = new Set(teams.map((team) => team.id))
  return {
    tenantId: tenant.tenantId,
    tenantName: tenant.displayName,
    siteHost: tenant.siteHost,
    people: tenant.people.filter((one) => !one.inDirectoryOnly).map(personView),
    person: {
      ...personView(person),
      objectId: person.objectId,
      userPrincipalName: person.userPrincipalName,
      language: person.language,
    },
    teams,
    pinned: pinned.filter((tab) => visible.has(tab.teamId)),
    app,
    hasChat,
    today,
  }
}

/** Guests can't add apps to a channel, as in Teams by default. */
export function mayPin(key: PersonKey, channelId: string, teamId: string, tenant: Tenant): boolean {
  const team = tenant.teams.find((one) => one.id === teamId)
  const person = tenant.people.find((one) => one.key === key)
  if (!team || !person || person.guestOf !== undefined) return false
  return isIn(team, key) && team.channels.some((channel) => channel.id === channelId)
}

function isIn(team: Team, key: PersonKey): boolean {
  return team.owners.includes(key) || team.members.includes(key)
}

function teamView(team: Team, person: Person): TeamView {
  const { id, displayName, description, sitePath, channels } = team
  const role = team.owners.includes(person.key) ? 'owner' : person.guestOf === undefined ? 'member' : 'guest'
  return { id, displayName, description, sitePath, channels, role }
}

function personView(person: Person): PersonView {
  return {
    key: person.key,
    displayName: person.displayName,
    jobTitle: person.jobTitle ?? null,
    companyName: person.companyName ?? null,
    isGuest: person.guestOf !== undefined,
    isDisabled: person.disabled ?? false,
  }
}
