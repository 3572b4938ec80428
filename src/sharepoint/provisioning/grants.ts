/**
 * Grants an application access to one site (`Sites.Selected`). Needs an administrator's token. Never takes a grant away
 * that it didn't ask about: an application's roles on the site become exactly those given.
 */

import type { GraphClient } from '../client.ts'
import { GraphFault } from '../fault.ts'
import { path } from '../odata.ts'
import type { Did, Provisioned } from './did.ts'

export type SiteRole = 'read' | 'write' | 'manage' | 'fullcontrol'

interface Permission {
  readonly id: string
  readonly roles?: readonly string[]
  readonly grantedToIdentitiesV2?: readonly Grantee[]
  readonly grantedToIdentities?: readonly Grantee[]
}

interface Grantee {
  readonly application?: { readonly id?: string }
}

export async function grantSite(
  client: GraphClient,
  siteId: string,
  application: { readonly id: string; readonly name: string },
  roles: readonly SiteRole[],
): Promise<Provisioned> {
  const permissions = path('sites', siteId, 'permissions')
  const known = await findGrant(client, permissions, application.id)
  const state = known === null ? 'made' : sameRoles(known.roles, roles) ? 'there' : 'changed'
  if (known === null) {
    const identity = { application: { id: application.id, displayName: application.name } }
    try {
      await client.send({ method: 'POST', path: permissions, body: { roles, grantedToIdentities: [identity] } })
    } catch (fault) {
      const doubtful = fault instanceof GraphFault && fault.unclear
      if (!doubtful || (await findGrant(client, permissions, application.id)) === null) throw fault
    }
  } else if (state === 'changed') {
    await client.send({ method: 'PATCH', path: `${permissions}/${encodeURIComponent(known.id)}`, body: { roles } })
  }
  const did: Did = { what: 'grant', site: siteId, where: `${application.name}: ${roles.join(', ')}`, state }
  return { did: [did] }
}

/** The roles of an application on a site, or null where it has none. */
export async function readGrant(
  client: GraphClient,
  siteId: string,
  applicationId: string,
): Promise<readonly string[] | null> {
  return (await findGrant(client, path('sites', siteId, 'permissions'), applicationId))?.roles ?? null
}

async function findGrant(client: GraphClient, permissions: string, applicationId: string): Promise<Permission | null> {
  const { value } = await client.send<{ value: readonly Permission[] }>({ method: 'GET', path: permissions })
  const found = value.find((permission) =>
    [...(permission.grantedToIdentitiesV2 ?? []), ...(permission.grantedToIdentities ?? [])].some(
      (grantee) => grantee.application?.id === applicationId,
    ),
  )
  if (!found) return null
  // The list of permissions leaves out their roles; each by itself has them.
  return found.roles
    ? found
    : await client.send({ method: 'GET', path: `${permissions}/${encodeURIComponent(found.id)}` })
}

function sameRoles(known: readonly string[] | undefined, wanted: readonly string[]): boolean {
  return known?.length === wanted.length && wanted.every((role) => known.includes(role))
}
