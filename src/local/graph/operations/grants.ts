/** What a site grants to applications: the role that `Sites.Selected` counts by. */

import { GRANT_ROLES, requireGranting } from '../access.ts'
import { collection, contextOf, created, noContent, objectBody, ok, type Answer, type Call } from '../call.ts'
import type { DirectorySite } from '../directory.ts'
import { invalidRequest, itemNotFound } from '../refusal.ts'
import type { Grant } from '../store/store.ts'

export function getGrants(call: Call): Answer {
  const site = grantingSite(call)
  // The collection names whom, a single one also what: so does SharePoint.
  return collection(
    call,
    'sites/permissions',
    call.store.grants.of(site.id).map((grant) => {
      const { roles: _, ...body } = grantBody(grant)
      return body
    }),
  )
}

export function getGrant(call: Call): Answer {
  return grantAnswer(call, grantOf(call))
}

export function createGrant(call: Call): Answer {
  const site = grantingSite(call)
  const body = objectBody(call)
  const grant = call.store.grants.create({
    site: site.id,
    application: applicationOf(body),
    roles: rolesOf(body),
  })
  return created({ '@odata.context': contextOf(call, 'sites/permissions/$entity'), ...grantBody(grant) })
}

export function updateGrant(call: Call): Answer {
  return grantAnswer(call, call.store.grants.update(grantOf(call), rolesOf(objectBody(call))))
}

export function deleteGrant(call: Call): Answer {
  call.store.grants.remove(grantOf(call))
  return noContent
}

function grantingSite(call: Call): DirectorySite {
  const site = call.directory.site(call.params['site'] ?? '')
  if (!site) throw itemNotFound('Requested site could not be found')
  requireGranting(site, call.caller, call.directory)
  return site
}

function grantOf(call: Call): Grant {
  const site = grantingSite(call)
  const grant = call.store.grants.find(site.id, call.params['permission'] ?? '')
  if (!grant) throw itemNotFound()
  return grant
}

function grantBody(grant: Grant): Record<string, unknown> {
  const identities = [{ application: grant.application }]
  return { id: grant.id, roles: grant.roles, grantedToIdentities: identities, grantedToIdentitiesV2: identities }
}

function grantAnswer(call: Call, grant: Grant): Answer {
  return ok({ '@odata.context': contextOf(call, 'sites/permissions/$entity'), ...grantBody(grant) })
}

function rolesOf(body: Readonly<Record<string, unknown>>): string[] {
  const { roles } = body
  if (!Array.isArray(roles) || roles.length === 0) throw invalidRequest("'roles' must name at least one role.")
  for (const role of roles) {
    if (!GRANT_ROLES.some((known) => known === role)) throw invalidRequest(`Invalid role: ${String(role)}`)
  }
  return roles as string[]
}

/** Only applications can be granted a site here; people come to a site by its team. */
function applicationOf(body: Readonly<Record<string, unknown>>): Grant['application'] {
  const identities = body['grantedToIdentitiesV2'] ?? body['grantedToIdentities'] ?? []
  const [first] = Array.isArray(identities) ? (identities as { application?: Record<string, unknown> }[]) : []
  const { id, displayName } = first?.application ?? {}
  if (typeof id !== 'string') throw invalidRequest("'grantedToIdentities' must name an application.")
  return { id, displayName: typeof displayName === 'string' ? displayName : id }
}
