/** Sites: by id, by address, by search, and the site of a group. */

import { levelOn, reaches } from '../access.ts'
import { collection, contextOf, ok, siteOf, type Answer, type Call } from '../call.ts'
import type { DirectorySite } from '../directory.ts'
import { selected } from '../query.ts'
import { accessDenied, filterNotSupported, resourceNotFound } from '../refusal.ts'
import { columnBody, BUILT_IN } from '../store/column.ts'
import { listBody } from './lists.ts'
import { requireTeamReader } from './teams.ts'

/** Sites have stood since before anything in them. */
const SITES_CREATED = '2019-01-07T09:00:00Z'

export function getSite(call: Call): Answer {
  return siteAnswer(call, siteOf(call, 'read'))
}

/** Only sites that the caller may open are found. */
export function listSites(call: Call): Answer {
  const { directory, caller, store, query } = call
  if (query.filter) throw filterNotSupported()
  const words = (query.search ?? '*').replaceAll(/["*]/g, '').trim().toLowerCase()
  const found = directory.sites.filter(
    (site) =>
      reaches(levelOn(site, caller, directory, store), 'read') &&
      (words === '' || site.displayName.toLowerCase().includes(words) || site.path.toLowerCase().includes(words)),
  )
  return collection(
    call,
    'sites',
    found.map((site) => selected(siteBody(site), query.select)),
  )
}

export function getSiteColumns(call: Call): Answer {
  siteOf(call, 'read')
  return collection(
    call,
    'sites/columns',
    BUILT_IN.map((column) => selected(columnBody(column), call.query.select)),
  )
}

export function getGroupSite(call: Call): Answer {
  const team = requireTeamReader(call, call.params['group'] ?? '')
  const site = call.directory.sites.find((one) => one.team === team)
  if (!site) throw resourceNotFound(team.id)
  if (!reaches(levelOn(site, call.caller, call.directory, call.store), 'read')) throw accessDenied()
  return siteAnswer(call, site)
}

function siteAnswer(call: Call, site: DirectorySite): Answer {
  const { query, store } = call
  const body = siteBody(site)
  const lists = query.expand.get('lists')
  const expanded = lists
    ? { lists: store.lists.of(site.id).map((list) => selected(listBody(site, list), lists.select)) }
    : {}
  return ok({
    '@odata.context': contextOf(call, 'sites/$entity'),
    ...selected({ ...body, ...expanded }, query.select, query.expand.keys()),
  })
}

export function siteBody(site: DirectorySite): Record<string, unknown> {
  return {
    createdDateTime: SITES_CREATED,
    description: site.team?.description ?? '',
    id: site.id,
    lastModifiedDateTime: SITES_CREATED,
    name: site.path.split('/').at(-1) ?? '',
    webUrl: site.webUrl,
    displayName: site.displayName,
    ...(site.path === '' ? { root: {} } : {}),
    siteCollection: { hostname: new URL(site.webUrl).hostname },
  }
}
