/**
 * Every address that a card carries is made here, from ids: links that open the tab in Teams, and the pages of the tab
 * that cards open as dialogs. Nothing that anybody wrote becomes an address.
 *
 * Source of the links: Microsoft, "Create deep links", `/l/entity/<appId>/<entityId>`.
 */

import type { ActionId } from '../../domain/action.ts'
import { partsOfControl, type ControlArea } from '../../domain/controlprompting.ts'

export interface Links {
  /** Opens the register of a group, at an action. */
  item(group: string, action: ActionId | null): string
  /** Opens the requests of a group, at one. */
  request(group: string, request: string): string
  /** Opens the room of something that is on Control alone, by its subject. */
  control(group: string, subject: string): string
  /** Opens My matters. */
  mine(): string
  /** Page for a dialog: a decision. */
  decidePage(group: string, subject: string): string
  /** Page for a dialog: the answer to one action. */
  answerPage(group: string, action: ActionId): string
  /** Page for a dialog: the response of one organisation. */
  respondPage(group: string, response: string): string
  /** Page for a dialog: something that is on Control alone; `new`: telling of something. */
  askPage(group: string, area: ControlArea | 'incident', about: string): string
}

export interface LinksOptions {
  /** Origin that opens Teams' links. */
  readonly teams: string
  readonly teamsApp: string
  readonly tabOrigin: string
  /** Where a group works; null for one that isn't known. */
  readonly placeOf: (group: string) => { readonly siteId: string; readonly channelId: string } | null
}

export function createLinks({ teams, teamsApp, tabOrigin, placeOf }: LinksOptions): Links {
  const page = (parameters: Record<string, string>): string =>
    `${tabOrigin}/?${new URLSearchParams(parameters).toString()}`

  function entity(name: string, webUrl: string, context: object | null): string {
    const link = new URL(`/l/entity/${encodeURIComponent(teamsApp)}/${encodeURIComponent(name)}`, teams)
    link.searchParams.set('webUrl', webUrl)
    if (context) link.searchParams.set('context', JSON.stringify(context))
    return link.href
  }

  const siteOf = (group: string): string => placeOf(group)?.siteId ?? ''

  function inChannel(group: string, subEntityId: string | null): string {
    const channelId = placeOf(group)?.channelId
    const context = {
      ...(subEntityId === null ? {} : { subEntityId }),
      ...(channelId === undefined ? {} : { channelId }),
    }
    return entity(group, page({ page: 'channel', group, site: siteOf(group) }), context)
  }

  return {
    item: inChannel,
    // As the tab reads it (src/tab/shell/page.ts).
    request: (group, request) => inChannel(group, `room.requests.${request}`),
    control(group, subject) {
      const about = partsOfControl(subject)
      // A review is no place of its own: its people are; and a quarter is its work streams'.
      if (about?.area === 'review') return inChannel(group, 'room.access')
      if (about?.area === 'workstream') return inChannel(group, 'room.workstreams')
      return inChannel(group, about && `room.${about.area}.${about.key}`)
    },
    mine: () => entity('mine', page({ page: 'mine' }), null),
    decidePage: (group, subject) => page({ page: 'decide', group, subject }),
    answerPage: (group, action) => page({ page: 'answer', group, site: siteOf(group), action }),
    respondPage: (group, response) => page({ page: 'respond', group, site: siteOf(group), response }),
    askPage: (group, area, about) => page({ page: 'ask', group, area, about }),
  }
}
