/**
 * Who may do what: the one place that decides. A delegated token may do what its application *and* its person may; an
 * application's token what its roles allow. `Sites.Selected` counts on a site only as far as the site granted the
 * application a role there.
 *
 *   coordinator (owner) + Sites.Selected, application granted `write`  →  write
 *   outsider (no member) + Sites.Manage.All                            →  none
 */

import type { Application, Person } from '../tenant.ts'
import type { Directory, DirectorySite } from './directory.ts'
import { accessDenied, insufficientPrivileges } from './refusal.ts'
import type { Store } from './store/store.ts'

export type Caller =
  | {
      readonly kind: 'person'
      readonly appId: string
      readonly person: Person
      readonly scopes: ReadonlySet<string>
    }
  | {
      readonly kind: 'application'
      readonly appId: string
      readonly application: Application
      readonly roles: ReadonlySet<string>
    }

/** Each level contains those before it. */
const LEVELS = ['none', 'read', 'write', 'manage', 'fullcontrol'] as const
export type Level = (typeof LEVELS)[number]

/** What a site can grant an application; `owner` is another word for `fullcontrol`. */
export const GRANT_ROLES = ['read', 'write', 'manage', 'fullcontrol', 'owner'] as const

const SITE_PERMISSIONS: Readonly<Record<string, Level>> = {
  'Sites.Read.All': 'read',
  'Sites.ReadWrite.All': 'write',
  'Sites.Manage.All': 'manage',
  'Sites.FullControl.All': 'fullcontrol',
}

export function levelOn(site: DirectorySite, caller: Caller, directory: Directory, store: Store): Level {
  const granted = applicationLevel(site, caller, store)
  return caller.kind === 'application' ? granted : lower(granted, personLevel(site, caller, directory))
}

/** Throws `accessDenied` unless the caller has the level on the site. */
export function requireLevel(
  needed: Level,
  site: DirectorySite,
  caller: Caller,
  directory: Directory,
  store: Store,
): void {
  if (!reaches(levelOn(site, caller, directory, store), needed)) throw accessDenied()
}

/** Throws unless the token carries one of the permissions, be it delegated or an application's. */
export function requirePermission(caller: Caller, ...anyOf: readonly string[]): void {
  if (!anyOf.some((permission) => permissions(caller).has(permission))) throw insufficientPrivileges()
}

export function permissions(caller: Caller): ReadonlySet<string> {
  return caller.kind === 'person' ? caller.scopes : caller.roles
}

/** Granting an application access to a site takes full control of the tenant's sites, whoever asks. */
export function requireGranting(site: DirectorySite, caller: Caller, directory: Directory): void {
  const may =
    permissions(caller).has('Sites.FullControl.All') &&
    (caller.kind === 'application' || personLevel(site, caller, directory) === 'fullcontrol')
  if (!may) throw accessDenied()
}

export function reaches(level: Level, needed: Level): boolean {
  return LEVELS.indexOf(level) >= LEVELS.indexOf(needed)
}

function applicationLevel(site: DirectorySite, caller: Caller, store: Store): Level {
  const held = permissions(caller)
  let level: Level = 'none'
  for (const permission of held) level = higher(level, SITE_PERMISSIONS[permission] ?? 'none')
  if (held.has('Sites.Selected')) {
    for (const role of store.grants.rolesOf(site.id, caller.appId)) level = higher(level, levelOfRole(role))
  }
  return level
}

/**
 * Owners of a team's site control it; its members have SharePoint's "Edit": items and lists. A SharePoint
 * administrator acts on sites that are not theirs only through a token that says so.
 */
function personLevel(site: DirectorySite, caller: Caller & { kind: 'person' }, directory: Directory): Level {
  const { key } = caller.person
  if (site.owners.has(key)) return 'fullcontrol'
  if (directory.isAdministrator(key) && caller.scopes.has('Sites.FullControl.All')) return 'fullcontrol'
  if (site.members.has(key)) return 'manage'
  return 'none'
}

function levelOfRole(role: string): Level {
  if (role === 'owner') return 'fullcontrol'
  return LEVELS.find((level) => level === role) ?? 'none'
}

function higher(a: Level, b: Level): Level {
  return reaches(a, b) ? a : b
}

function lower(a: Level, b: Level): Level {
  return reaches(a, b) ? b : a
}
