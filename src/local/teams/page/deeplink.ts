/**
 * Teams' deep links, read and made: `/l/entity/<app>/<entity>?webUrl=…&label=…&context={"subEntityId","channelId"}`,
 * on Teams' own hosts or on this one, and `pages.navigateToApp`, which says the same in another shape. Pure.
 */

import { channelPlace, type Place, personalPlace } from './place.ts'
import type { HostView } from '../view.ts'

/** A page of an app, as `pages.navigateToApp` names it. */
export interface PageLink {
  readonly appId: string
  readonly pageId: string
  readonly subPageId?: string
  readonly channelId?: string
}

const TEAMS_HOSTS: ReadonlySet<string> = new Set(['teams.microsoft.com', 'teams.cloud.microsoft'])

/** Null for anything that isn't a link to a page of an app. */
export function parseDeepLink(link: string, hostOrigin: string): PageLink | null {
  if (!URL.canParse(link)) return null
  const url = new URL(link)
  if (url.origin !== hostOrigin && !(url.protocol === 'https:' && TEAMS_HOSTS.has(url.hostname))) return null
  const [, l, entity, appId, pageId] = url.pathname.split('/')
  if (l !== 'l' || entity !== 'entity' || !appId || !pageId) return null
  const { subEntityId, channelId } = contextOf(url.searchParams.get('context'))
  return {
    appId: decodeURIComponent(appId),
    pageId: decodeURIComponent(pageId),
    ...(typeof subEntityId === 'string' && subEntityId !== '' ? { subPageId: subEntityId } : {}),
    ...(typeof channelId === 'string' && channelId !== '' ? { channelId } : {}),
  }
}

/** A link that this host opens, with the shape that Teams' own have; for whom it opens is up to who opens it. */
export function makeDeepLink(link: PageLink & { label?: string; webUrl?: string }, hostOrigin: string): string {
  const url = new URL(`/l/entity/${encodeURIComponent(link.appId)}/${encodeURIComponent(link.pageId)}`, hostOrigin)
  if (link.webUrl) url.searchParams.set('webUrl', link.webUrl)
  if (link.label) url.searchParams.set('label', link.label)
  const context = { subEntityId: link.subPageId, channelId: link.channelId }
  if (link.subPageId || link.channelId) url.searchParams.set('context', JSON.stringify(context))
  return url.href
}

/** Where a link leads this person, or why it leads nowhere. */
export function placeOfLink(link: PageLink, view: HostView): Partial<Place> | { readonly reason: string } {
  if (link.appId !== view.app.id) return { reason: 'That app is not installed here.' }
  const sub = link.subPageId ?? null
  if (link.pageId === view.app.personalTab?.entityId) return { ...personalPlace(view), sub }
  const tab = view.pinned.find(
    (one) => one.entityId === link.pageId && (link.channelId === undefined || one.channelId === link.channelId),
  )
  const team = view.teams.find((one) => one.id === tab?.teamId)
  const channel = team?.channels.find((one) => one.id === tab?.channelId)
  if (!tab || !team || !channel) return { reason: 'That page does not exist, or this person may not open it.' }
  return { ...channelPlace(team, channel, tab), sub }
}

function contextOf(text: string | null): { subEntityId?: unknown; channelId?: unknown } {
  if (text === null) return {}
  try {
    return (JSON.parse(text) ?? {}) as object
  } catch (error) {
    // A link is typed or pasted by people: with an unreadable context it still opens its page.
    if (error instanceof SyntaxError) return {}
    throw error
  }
}
