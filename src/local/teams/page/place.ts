/**
 * Where one is and as whom: the page's whole state, kept in its URL so that a bookmark, a journey and a second window
 * mean exactly one thing. Pure; it never reads or changes the browser's location.
 *
 *     /?as=chair&theme=dark&lang=cy&device=phone&team=csae-sgg&channel=Governance&tab=csae-sgg&sub=1%2F19
 */

import type { Channel } from '../../tenant.ts'
import type { PinnedTab } from '../pinned.ts'
import type { HostView, TeamView } from '../view.ts'

export const THEMES = ['default', 'dark', 'contrast'] as const
export type Theme = (typeof THEMES)[number]
export const LANGUAGES = ['en', 'cy'] as const
export type Language = (typeof LANGUAGES)[number]
/** `phone` is an iPhone, as Teams' `clientType` tells the two kinds apart. */
export const DEVICES = ['desktop', 'phone', 'android'] as const
export type Device = (typeof DEVICES)[number]

/** What of Teams itself is open instead of a page of the app; on a desktop the list of chats stands beside the chat. */
export const VIEWS = ['activity', 'chats', 'chat', 'posts'] as const
export type View = (typeof VIEWS)[number]

export interface Place {
  readonly person: string | null
  readonly theme: Theme
  /** Null: the person's own. */
  readonly language: Language | null
  readonly device: Device
  /** A team's id, or the last part of its site's path. */
  readonly team: string | null
  /** A channel's id or name. */
  readonly channel: string | null
  /** An entity id; without a team it is the personal app's. */
  readonly tab: string | null
  /** Below the tab, or the id of a message. */
  readonly sub: string | null
  readonly view: View | null
}

/** What a place turns out to be for this person. */
export type Spot =
  | { readonly kind: 'personal' }
  | { readonly kind: 'activity' }
  | { readonly kind: 'chat'; readonly isList: boolean }
  | {
      readonly kind: 'channel'
      readonly team: TeamView
      readonly channel: Channel
      readonly pinned: readonly PinnedTab[]
      readonly tab: PinnedTab | null
      /** The channel's posts are open, rather than a tab. */
      readonly isPosts: boolean
    }
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'nothing' }

export function parsePlace(search: string): Place {
  const query = new URLSearchParams(search)
  const theme = query.get('theme')
  return {
    person: query.get('as'),
    theme: theme === 'light' ? 'default' : (THEMES.find((one) => one === theme) ?? 'default'),
    language: LANGUAGES.find((one) => one === query.get('lang')) ?? null,
    device: DEVICES.find((one) => one === query.get('device')) ?? 'desktop',
    team: query.get('team'),
    channel: query.get('channel'),
    tab: query.get('tab'),
    sub: query.get('sub'),
    view: VIEWS.find((one) => one === query.get('view')) ?? null,
  }
}

export function makeQuery(place: Place): string {
  const query = new URLSearchParams()
  const set = (name: string, value: string | null): void => {
    if (value !== null && value !== '') query.set(name, value)
  }
  set('as', place.person)
  set('theme', place.theme === 'default' ? null : place.theme)
  set('lang', place.language)
  set('device', place.device === 'desktop' ? null : place.device)
  set('team', place.team)
  set('channel', place.channel)
  set('tab', place.tab)
  set('view', place.view)
  set('sub', place.sub)
  const text = query.toString()
  return text === '' ? '/' : `/?${text}`
}

/** Team, channel and tab of a place, in the short readable spelling. */
export function channelPlace(team: TeamView, channel: Channel, tab: PinnedTab | null): Partial<Place> {
  return { team: teamKey(team), channel: channel.displayName, tab: tab?.entityId ?? null, sub: null, view: null }
}

export function personalPlace(view: HostView): Partial<Place> {
  return { team: null, channel: null, tab: view.app.personalTab?.entityId ?? null, sub: null, view: null }
}

const NOWHERE = { team: null, channel: null, tab: null, sub: null } as const

export function activityPlace(): Partial<Place> {
  return { ...NOWHERE, view: 'activity' }
}

export function chatPlace(): Partial<Place> {
  return { ...NOWHERE, view: 'chat' }
}

export function chatsPlace(): Partial<Place> {
  return { ...NOWHERE, view: 'chats' }
}

export function postsPlace(team: TeamView, channel: Channel): Partial<Place> {
  return { ...channelPlace(team, channel, null), view: 'posts' }
}

/** The channel with that id, among those of the person's teams. */
export function channelOf(id: string, view: HostView): { readonly team: TeamView; readonly channel: Channel } | null {
  for (const team of view.teams) {
    const channel = team.channels.find((one) => one.id === id)
    if (channel) return { team, channel }
  }
  return null
}

export function resolvePlace(place: Place, view: HostView): Spot {
  const personal = view.app.personalTab
  if (place.view !== null && !view.hasChat) return { kind: 'unreachable' }
  if (place.team === null && place.view === 'activity') return { kind: 'activity' }
  if (place.team === null && (place.view === 'chat' || place.view === 'chats')) {
    return { kind: 'chat', isList: place.view === 'chats' }
  }
  if (place.team === null) {
    if (place.tab === null) return homeOf(view)
    return personal?.entityId === place.tab ? { kind: 'personal' } : { kind: 'unreachable' }
  }
  const team = view.teams.find((one) => one.id === place.team || teamKey(one) === place.team)
  if (!team) return { kind: 'unreachable' }
  const channel =
    place.channel === null
      ? mainChannel(team, view)
      : team.channels.find((one) => one.id === place.channel || one.displayName === place.channel)
  if (!channel) return { kind: 'unreachable' }
  const spot = channelSpot(team, channel, view)
  if (place.view === 'posts') return { ...spot, tab: null, isPosts: true }
  if (place.tab === null) return spot
  const tab = spot.pinned.find((one) => one.entityId === place.tab)
  return tab ? { ...spot, tab } : { kind: 'unreachable' }
}

/** Where a person starts: the first channel that has the app, else the personal app, else their first channel. */
function homeOf(view: HostView): Spot {
  for (const team of view.teams) {
    const spot = channelSpot(team, mainChannel(team, view), view)
    if (spot.tab) return spot
  }
  if (view.app.personalTab) return { kind: 'personal' }
  const first = view.teams[0]
  return first ? channelSpot(first, mainChannel(first, view), view) : { kind: 'nothing' }
}

function channelSpot(team: TeamView, channel: Channel, view: HostView): Spot & { kind: 'channel' } {
  const pinned = view.pinned.filter((tab) => tab.channelId === channel.id)
  return { kind: 'channel', team, channel, pinned, tab: pinned[0] ?? null, isPosts: false }
}

function mainChannel(team: TeamView, view: HostView): Channel {
  const withTab = team.channels.find((channel) => view.pinned.some((tab) => tab.channelId === channel.id))
  const channel = withTab ?? team.channels[0]
  if (!channel) throw new Error(`The team ${team.displayName} has no channel`)
  return channel
}

function teamKey(team: TeamView): string {
  return team.sitePath.slice(team.sitePath.lastIndexOf('/') + 1)
}
