/**
 * Which page the tab's address asks for: `?page=channel&group=<key>&site=<siteId>`, `?page=mine`, `?page=configure`; and
 * the dialogs that cards and pages open: `?page=decide&group=<key>&subject=<subject>`,
 * `?page=answer&group=<key>&site=<siteId>&action=<id>`, `?page=respond&group=<key>&site=<siteId>&response=<key>`,
 * `?page=ask&group=<key>&area=access&about=<key>`.
 */

import { SWITCHED_ROOMS } from '../../domain/group.ts'

export type Page =
  | { readonly kind: 'channel'; readonly group: string; readonly siteId: string }
  | { readonly kind: 'mine' }
  | { readonly kind: 'configure' }
  /** One decision: `discharge-<action>` or `extension-<action>`. */
  | { readonly kind: 'decide'; readonly group: string; readonly subject: string }
  /** Answering for one action. */
  | { readonly kind: 'answer'; readonly group: string; readonly siteId: string; readonly action: string }
  /** Answering a request for one organisation. */
  | { readonly kind: 'respond'; readonly group: string; readonly siteId: string; readonly response: string }
  /** Something of Control, or of a work stream, that is asked of a person: to decide on, review, acknowledge, tell. */
  | { readonly kind: 'ask'; readonly group: string; readonly area: AskArea; readonly about: string }

/** What can be asked in a dialog of its own. `about` is the key of what is asked, or `new`. */
export const ASK_AREAS = ['access', 'review', 'guidance', 'incident', 'workstream'] as const
export type AskArea = (typeof ASK_AREAS)[number]

/** Null for an address that says nothing that we know. */
export function parsePage(search: string): Page | null {
  const parameters = new URLSearchParams(search)
  const kind = parameters.get('page')
  if (kind === 'mine' || kind === 'configure') return { kind }
  const group = parameters.get('group')
  const siteId = parameters.get('site')
  const subject = parameters.get('subject')
  const action = parameters.get('action')
  const response = parameters.get('response')
  if (!group) return null
  if (kind === 'channel') return siteId ? { kind, group, siteId } : null
  if (kind === 'decide') return subject ? { kind, group, subject } : null
  if (kind === 'answer') return siteId && action ? { kind, group, siteId, action } : null
  if (kind === 'ask') {
    const area = ASK_AREAS.find((each) => each === parameters.get('area'))
    const about = parameters.get('about')
    return area && about ? { kind, group, area, about } : null
  }
  if (kind === 'respond') return siteId && response ? { kind, group, siteId, response } : null
  return null
}

/** The query for a page: what parsePage reads. */
export function makePage(page: Page): string {
  return `?${new URLSearchParams(parametersOf(page)).toString()}`
}

function parametersOf(page: Page): Record<string, string> {
  switch (page.kind) {
    case 'channel':
      return { page: page.kind, group: page.group, site: page.siteId }
    case 'decide':
      return { page: page.kind, group: page.group, subject: page.subject }
    case 'answer':
      return { page: page.kind, group: page.group, site: page.siteId, action: page.action }
    case 'respond':
      return { page: page.kind, group: page.group, site: page.siteId, response: page.response }
    case 'ask':
      return { page: page.kind, group: page.group, area: page.area, about: page.about }
    case 'mine':
    case 'configure':
      return { page: page.kind }
  }
}

/** The page's whole address. */
export function addressOfPage(page: Page): string {
  const { origin, pathname } = window.location
  return origin + pathname + makePage(page)
}

/** What every group's channel has. */
export const ROOMS = ['register', 'meetings', 'requests', 'people'] as const
/** And what it may have, where it was switched on. */
const ALL_ROOMS = [...ROOMS, ...SWITCHED_ROOMS] as const
export type Room = (typeof ALL_ROOMS)[number]

/** What a link asks for inside a page: an action by its id, a kept view, or something in one of the other rooms. */
export interface Asked {
  readonly action: string | null
  readonly view: string | null
  /** `key`: of a meeting, a request, a post; null: the room itself. */
  readonly room: { readonly name: Room; readonly key: string | null } | null
}

const NOTHING: Asked = { action: null, view: null, room: null }

/** No id of an action has a full stop in it. */
const VIEW = 'view.'

export function parseSubPage(subPage: string | null): Asked {
  if (subPage === null) return NOTHING
  if (subPage.startsWith(VIEW)) return { ...NOTHING, view: subPage.slice(VIEW.length) }
  const [, room, key = null] = /^room\.([a-z]+)(?:\.(.+))?$/.exec(subPage) ?? []
  const name = ALL_ROOMS.find((each) => each === room)
  return name ? { ...NOTHING, room: { name, key } } : { ...NOTHING, action: subPage }
}

export function makeViewSubPage(view: string): string {
  return VIEW + view
}

/** Where a group's register opens: what Teams shows in the channel's tab. */
export function addressOfGroup(group: { readonly key: string; readonly siteId: string }): string {
  return addressOfPage({ kind: 'channel', group: group.key, siteId: group.siteId })
}
