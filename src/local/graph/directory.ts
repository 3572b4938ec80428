/**
 * The tenant, looked up by whatever Graph addresses it with: people by object id or user principal name, teams by
 * group id, sites by id or path. It says who belongs to a site; it doesn't decide what they may do there (access.ts).
 */

import { createHash } from 'node:crypto'
import type { Application, Person, PersonKey, Team, Tenant } from '../tenant.ts'

export interface DirectorySite {
  /** `host,siteCollection,web`, as Graph writes it. */
  readonly id: string
  readonly siteCollectionId: string
  readonly webId: string
  /** `/sites/name`, or the empty text for the root site. */
  readonly path: string
  readonly displayName: string
  readonly owners: ReadonlySet<PersonKey>
  readonly members: ReadonlySet<PersonKey>
  readonly webUrl: string
  readonly team?: Team
}

export interface Directory {
  readonly tenant: Tenant
  readonly people: readonly Person[]
  readonly sites: readonly DirectorySite[]
  person(idOrPrincipalName: string): Person | undefined
  personByKey(key: PersonKey): Person | undefined
  /** Number of a person in every site's user information list: what `…LookupId` fields hold. */
  lookupId(person: Person): number
  personByLookupId(lookupId: number): Person | undefined
  team(groupId: string): Team | undefined
  site(id: string): DirectorySite | undefined
  siteAt(host: string, path: string): DirectorySite | undefined
  application(appId: string): Application | undefined
  isAdministrator(key: PersonKey): boolean
}

/** The first numbers of a site's user information list belong to SharePoint itself. */
const FIRST_LOOKUP_ID = 6

export function createDirectory(tenant: Tenant): Directory {
  const byName = new Map<string, Person>()
  for (const person of tenant.people) {
    byName.set(person.objectId.toLowerCase(), person)
    byName.set(person.userPrincipalName.toLowerCase(), person)
  }
  const byKey = new Map(tenant.people.map((person) => [person.key, person]))
  const teams = new Map(tenant.teams.map((team) => [team.id.toLowerCase(), team]))
  const applications = new Map(tenant.applications.map((app) => [app.appId.toLowerCase(), app]))
  const sites = [
    siteOf(tenant, { path: '', displayName: tenant.displayName, owners: [], members: [] }),
    ...tenant.teams.map((team) => siteOf(tenant, { ...team, path: team.sitePath }, team)),
    ...tenant.sites.map((site) => siteOf(tenant, site)),
  ]
  // A site answers to its full id, to the site collection's id alone, and the root site to `root` and the host too.
  const byId = new Map<string, DirectorySite>()
  for (const site of sites) {
    byId.set(site.id.toLowerCase(), site)
    byId.set(site.siteCollectionId, site)
    if (site.path === '') byId.set('root', site).set(tenant.siteHost.toLowerCase(), site)
  }
  const byPath = new Map(sites.map((site) => [site.path.toLowerCase(), site]))
  const administrators = new Set(tenant.administrators)

  return {
    tenant,
    people: tenant.people,
    sites,
    person: (name) => byName.get(name.toLowerCase()),
    personByKey: (key) => byKey.get(key),
    lookupId: (person) => tenant.people.indexOf(person) + FIRST_LOOKUP_ID,
    personByLookupId: (lookupId) => tenant.people[lookupId - FIRST_LOOKUP_ID],
    team: (groupId) => teams.get(groupId.toLowerCase()),
    site: (id) => byId.get(id.toLowerCase()),
    siteAt: (host, path) =>
      host.toLowerCase() === tenant.siteHost.toLowerCase()
        ? byPath.get(path.replace(/\/+$/, '').toLowerCase())
        : undefined,
    application: (appId) => applications.get(appId.toLowerCase()),
    isAdministrator: (key) => administrators.has(key),
  }
}

function siteOf(
  tenant: Tenant,
  from: { path: string; displayName: string; owners: readonly PersonKey[]; members: readonly PersonKey[] },
  team?: Team,
): DirectorySite {
  const siteCollectionId = stableId(`${tenant.tenantId}|site|${from.path.toLowerCase()}`)
  const webId = stableId(`${tenant.tenantId}|web|${from.path.toLowerCase()}`)
  return {
    id: `${tenant.siteHost},${siteCollectionId},${webId}`,
    siteCollectionId,
    webId,
    path: from.path,
    displayName: from.displayName,
    owners: new Set(from.owners),
    members: new Set(from.members),
    webUrl: `https://${tenant.siteHost}${from.path}`,
    ...(team ? { team } : {}),
  }
}

/** The same text gives the same id on every laptop, so that bookmarks and scripts keep working. */
export function stableId(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
