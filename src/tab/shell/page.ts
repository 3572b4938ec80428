/** Which page the tab's address asks for: `?page=channel&group=<key>&site=<siteId>`, `?page=mine`, `?page=configure`. */

export type Page =
  | { readonly kind: 'channel'; readonly group: string; readonly siteId: string }
  | { readonly kind: 'mine' }
  | { readonly kind: 'configure' }

/** Null for an address that says nothing that we know. */
export function parsePage(search: string): Page | null {
  const parameters = new URLSearchParams(search)
  const kind = parameters.get('page')
  if (kind === 'mine' || kind === 'configure') return { kind }
  if (kind !== 'channel') return null
  const group = parameters.get('group')
  const siteId = parameters.get('site')
  return group && siteId ? { kind, group, siteId } : null
}

/** The query for a page: what parsePage reads. */
export function makePage(page: Page): string {
  const parameters =
    page.kind === 'channel' ? { page: page.kind, group: page.group, site: page.siteId } : { page: page.kind }
  return `?${new URLSearchParams(parameters).toString()}`
}

/** What a link asks for inside a page: an action by its id, or a kept view. */
export interface Asked {
  readonly action: string | null
  readonly view: string | null
}

/** No id of an action has a full stop in it. */
const VIEW = 'view.'

export function parseSubPage(subPage: string | null): Asked {
  if (subPage === null) return { action: null, view: null }
  return subPage.startsWith(VIEW) ? { action: null, view: subPage.slice(VIEW.length) } : { action: subPage, view: null }
}

export function makeViewSubPage(view: string): string {
  return VIEW + view
}

/** Where a group's register opens: what Teams shows in the channel's tab. */
export function addressOfGroup(group: { readonly key: string; readonly siteId: string }): string {
  const { origin, pathname } = window.location
  return origin + pathname + makePage({ kind: 'channel', group: group.key, siteId: group.siteId })
}
