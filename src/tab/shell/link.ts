/**
 * A link that opens an action, or a kept view, in Teams from anywhere: a chat, an e-mail, a document. It carries ids only. Who may not
 * open the group's site is told so there; the link gives no right.
 */

import { createContext, use } from 'react'
import type { ActionId } from '../../domain/action.ts'
import type { Session } from '../session.ts'
import { addressOfGroup, type Page } from './page.ts'

const TEAMS = 'https://teams.microsoft.com'

/** @see https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/deep-link-application */
export function makeActionLink(
  { configuration, host }: Session,
  page: Extract<Page, { kind: 'channel' }>,
  /** The id of an action, or what `makeViewSubPage` says of a view. */
  subPage: ActionId,
  channelId = host.channel?.channelId,
): string {
  // Another host than Microsoft's, where there is one, opens its own links.
  const base = configuration.hostOrigins[0] ?? TEAMS
  const path = [configuration.appId, page.group].map(encodeURIComponent).join('/')
  const link = new URL(`/l/entity/${path}`, base)
  link.searchParams.set('webUrl', addressOfGroup({ key: page.group, siteId: page.siteId }))
  const context = { subEntityId: subPage, ...(channelId === undefined ? {} : { channelId }) }
  link.searchParams.set('context', JSON.stringify(context))
  return link.href
}

/** Null where no link leads: the example has none. */
export const LinkContext = createContext<((action: ActionId) => string) | null>(null)

export function useActionLink(): ((action: ActionId) => string) | null {
  return use(LinkContext)
}
