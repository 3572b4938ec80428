/**
 * Where one can go: the rail of apps, the teams with their channels, the channel's header with its tabs, and a
 * phone's title bar. Every place is a link, so that it opens in a second window like any other.
 */

import type { PinnedTab } from '../pinned.ts'
import type { HostView, TeamView } from '../view.ts'
import type { Overview } from './chats.ts'
import { badge, initials, make, refill } from './element.ts'
import {
  activityPlace,
  channelPlace,
  chatPlace,
  chatsPlace,
  makeQuery,
  type Language,
  personalPlace,
  type Place,
  postsPlace,
  type Spot,
} from './place.ts'
import { fill, type Words } from './words.ts'

export interface PlacesActions {
  go(change: Partial<Place>): void
  addApp(): void
  changeSettings(tab: PinnedTab): void
  remove(tab: PinnedTab): void
  back(): void
  /** The person wants to hear no more of the bot. */
  block(): void
}

export interface Here {
  readonly view: HostView
  readonly place: Place
  readonly spot: Spot
  readonly language: Language
  readonly words: Words
  /** What the chats hold; null where there are none. */
  readonly overview: Overview | null
}

export function drawRail(rail: HTMLElement, here: Here, actions: PlacesActions): void {
  const { view, spot, words, language, overview } = here
  rail.ariaLabel = words.apps
  const personal = view.app.personalTab
  const firstTeam = view.teams[0]
  const firstChannel = firstTeam?.channels[0]
  const teamsPlace = spot.kind === 'channel' ? {} : firstTeam && firstChannel ? teamPlace(firstTeam, view) : null
  const unread = overview ? [overview.personal, ...overview.channels].reduce((sum, one) => sum + one.unread, 0) : 0
  const link = (key: string, place: Partial<Place>, isHere: boolean, sign: string, name: string, count: number) => {
    const made = railLink(here, actions, key, place, isHere, glyph(sign), name)
    const mark = badge(count, fill(words.unread, { count }))
    if (mark) made.append(mark)
    return made
  }
  const chats = here.place.device === 'desktop' ? chatPlace() : chatsPlace()
  refill(
    rail,
    overview && link('activity', activityPlace(), spot.kind === 'activity', 'bell', words.activity, unread),
    overview && link('chat', chats, spot.kind === 'chat', 'bubble', words.chat, overview.personal.unread),
    teamsPlace &&
      railLink(here, actions, 'teams', teamsPlace, spot.kind === 'channel', teamsGlyph(), words.teamsHeading),
    personal
      ? railLink(
          here,
          actions,
          'personal',
          personalPlace(view),
          spot.kind === 'personal',
          appGlyph(view.app.name[language]),
          personal.name[language],
        )
      : null,
  )
}

export function drawTeams(nav: HTMLElement, here: Here, actions: PlacesActions): void {
  const { view, spot, words } = here
  nav.ariaLabel = words.yourTeams
  const teams = view.teams.map((team) => {
    const channels = team.channels.map((channel) => {
      const tab = view.pinned.find((one) => one.channelId === channel.id) ?? null
      const isHere = spot.kind === 'channel' && spot.channel.id === channel.id
      const link = placeLink(here, actions, channelPlace(team, channel, tab), `channel ${channel.id}`)
      link.textContent = channel.displayName
      if (isHere) link.ariaCurrent = 'page'
      return make('li', {}, link)
    })
    const name = make(
      'h3',
      { title: team.description },
      teamAvatar(team),
      make('span', { textContent: team.displayName }),
    )
    return make('li', { className: 'team' }, name, make('ul', {}, ...channels))
  })
  refill(nav, make('h2', { textContent: words.teamsHeading }), make('ul', {}, ...teams))
}

export function drawChannelHeader(header: HTMLElement, here: Here, actions: PlacesActions): void {
  const { view, spot, words, language } = here
  const appName = view.app.name[language]
  header.hidden = !['channel', 'personal', 'chat', 'activity'].includes(spot.kind)
  if (spot.kind === 'activity') return refill(header, glyph('bell'), make('h1', { textContent: words.activity }))
  if (spot.kind === 'personal' || spot.kind === 'chat') {
    const isChat = spot.kind === 'chat'
    const personalName = view.app.personalTab?.name[language] ?? appName
    const tabTo = (place: Partial<Place>, key: string, name: string): HTMLLIElement => {
      const link = placeLink(here, actions, place, key)
      link.textContent = name
      return make('li', {}, link)
    }
    const tabs = [
      view.hasChat ? (isChat ? currentTab(words.chat) : tabTo(chatPlace(), 'tab chat', words.chat)) : null,
      isChat
        ? view.app.personalTab && tabTo(personalPlace(view), 'tab personal', personalName)
        : currentTab(personalName),
    ].filter((tab) => tab != null)
    const canBlock = isChat && here.overview?.personal.hasApp
    const block = make('button', {
      type: 'button',
      className: 'quiet block',
      textContent: fill(words.block, { app: appName }),
      onclick: () => actions.block(),
      attributes: { 'data-key': 'block' },
    })
    refill(
      header,
      appGlyph(appName),
      make('h1', { textContent: appName }),
      tabList(tabs, words),
      canBlock ? block : null,
    )
    return
  }
  if (spot.kind !== 'channel') return refill(header)
  const { team, channel, pinned } = spot
  const tabs = pinned.map((tab) => {
    const isHere = tab === spot.tab
    const link = placeLink(here, actions, channelPlace(team, channel, tab), `tab ${tab.entityId}`)
    link.textContent = tab.name
    if (isHere) link.ariaCurrent = 'page'
    const options = isHere && team.role !== 'guest' ? tabMenu(tab, words, actions) : null
    return make('li', {}, link, options)
  })
  if (view.hasChat) {
    const posts = placeLink(here, actions, postsPlace(team, channel), 'tab posts')
    posts.textContent = words.posts
    if (spot.isPosts) posts.ariaCurrent = 'page'
    tabs.unshift(make('li', {}, posts))
  }
  if (team.role !== 'guest') {
    const add = make('button', {
      type: 'button',
      className: 'quiet add',
      textContent: pinned.length === 0 ? `+ ${fill(words.addApp, { app: appName })}` : '+',
      ariaLabel: fill(words.addApp, { app: appName }),
      onclick: () => actions.addApp(),
      attributes: { 'data-key': 'add' },
    })
    tabs.push(make('li', {}, add))
  }
  refill(
    header,
    teamAvatar(team),
    make(
      'h1',
      {},
      make('span', { className: 'channel-name', textContent: channel.displayName }),
      make('span', { className: 'team-name', textContent: team.displayName }),
    ),
    tabList(tabs, words),
  )
}

export function drawPhoneBar(bar: HTMLElement, title: string, words: Words, actions: PlacesActions): void {
  refill(
    bar,
    make('button', {
      type: 'button',
      className: 'quiet icon',
      ariaLabel: words.back,
      textContent: '‹',
      onclick: () => actions.back(),
      attributes: { 'data-key': 'back' },
    }),
    make('span', { textContent: title }),
  )
}

function teamPlace(team: TeamView, view: HostView): Partial<Place> {
  const channel = team.channels.find((one) => view.pinned.some((tab) => tab.channelId === one.id)) ?? team.channels[0]
  if (!channel) return {}
  return channelPlace(team, channel, view.pinned.find((tab) => tab.channelId === channel.id) ?? null)
}

export function placeLink(here: Here, actions: PlacesActions, change: Partial<Place>, key: string): HTMLAnchorElement {
  return make('a', {
    href: makeQuery({ ...here.place, ...change }),
    onclick: (event) => {
      // Ctrl, Shift and the middle button open another window, as with any link.
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return
      event.preventDefault()
      actions.go(change)
    },
    attributes: { 'data-key': key },
  })
}

function railLink(
  here: Here,
  actions: PlacesActions,
  key: string,
  change: Partial<Place>,
  isHere: boolean,
  glyph: HTMLElement,
  name: string,
): HTMLAnchorElement {
  const link = placeLink(here, actions, change, `rail ${key}`)
  if (isHere) link.ariaCurrent = 'true'
  link.append(glyph, make('span', { textContent: name }))
  return link
}

function currentTab(name: string): HTMLLIElement {
  return make('li', {}, make('span', { className: 'only-tab', textContent: name }))
}

function tabList(tabs: readonly HTMLLIElement[], words: Words): HTMLElement {
  return make('nav', { className: 'tabs', ariaLabel: words.tabs }, make('ul', {}, ...tabs))
}

function tabMenu(tab: PinnedTab, words: Words, actions: PlacesActions): HTMLElement {
  const item = (label: string, choose: () => void): HTMLButtonElement =>
    make('button', {
      type: 'button',
      className: 'quiet',
      textContent: label,
      onclick: () => {
        menu.hidePopover()
        choose()
      },
    })
  const menu = make(
    'div',
    { id: 'tab-menu', className: 'menu', popover: 'auto' },
    item(words.tabSettings, () => actions.changeSettings(tab)),
    item(words.removeTab, () => actions.remove(tab)),
  )
  const open = make('button', {
    type: 'button',
    className: 'quiet icon options',
    textContent: '⌄',
    ariaLabel: fill(words.tabOptions, { tab: tab.name }),
    attributes: { popovertarget: 'tab-menu', 'data-key': 'tab-options' },
  })
  menu.addEventListener('beforetoggle', () => {
    const { left, bottom } = open.getBoundingClientRect()
    menu.style.left = `${left}px`
    menu.style.top = `${bottom + 4}px`
  })
  return make('span', { className: 'tab-menu' }, open, menu)
}

function teamAvatar(team: TeamView): HTMLElement {
  return make('span', {
    className: `avatar tint-${tintOf(team.id)}`,
    textContent: initials(team.displayName),
    attributes: { 'aria-hidden': 'true' },
  })
}

function appGlyph(name: string): HTMLElement {
  return make('span', { className: 'avatar app', textContent: initials(name), attributes: { 'aria-hidden': 'true' } })
}

/** A bell, or a speech bubble, drawn by CSS. */
function glyph(sign: string): HTMLElement {
  return make('span', { className: `glyph ${sign}`, attributes: { 'aria-hidden': 'true' } })
}

/** Three people, drawn by CSS. */
function teamsGlyph(): HTMLElement {
  return make('span', { className: 'teams-glyph', attributes: { 'aria-hidden': 'true' } })
}

/** The same team has the same tint everywhere. */
function tintOf(id: string): number {
  let sum = 0
  for (const letter of id) sum += letter.codePointAt(0)!
  return sum % 5
}
