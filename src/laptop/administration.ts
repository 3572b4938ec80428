/**
 * What the administrator of the tenant does before anybody else comes: `matters provision`, with their own token. Done
 * at every start, so that lists made by an older version get what a newer one needs.
 */

import type { SignIn } from '../local/signin/signin.ts'
import { createGraphClient, type GraphClient } from '../sharepoint/client.ts'
import { provision } from '../sharepoint/provisioning/deployment.ts'
import { APPS, CONTROL_SITE_PATH, GRAPH_AUDIENCE, SITE_HOST, TEAMS } from './demonstration/tenant.ts'

/** How a program of the laptop reaches the tenant. */
export interface Tenancy {
  /** Graph, with its version. */
  readonly base: string
  readonly signIn: SignIn
}

/** Sites where groups work, or will. */
const WORK_SITES = [TEAMS.csae, TEAMS.ocag, TEAMS.missing].map(({ sitePath }) => sitePath)

/** Ids of the provisioned sites by their path. */
export type Sites = ReadonlyMap<string, string>

export async function provisionTenant(tenancy: Tenancy): Promise<Sites> {
  const client = personClient(tenancy, 'administrator', APPS.administration, ['Sites.FullControl.All'])
  const { controlSite, sites, problems } = await provision(client, {
    controlSite: `${SITE_HOST}:${CONTROL_SITE_PATH}`,
    sites: WORK_SITES.map((path) => `${SITE_HOST}:${path}`),
    tabApp: { id: APPS.tab, name: 'Matters Arising' },
    serviceApp: { id: APPS.service, name: 'Matters Arising service' },
  })
  if (problems.length > 0) throw new Error(`The tenant could not be provisioned: ${JSON.stringify(problems)}`)
  return new Map([
    [CONTROL_SITE_PATH, controlSite?.id ?? ''],
    ...WORK_SITES.map((path, index) => [path, sites[index]?.id ?? ''] as const),
  ])
}

/** Graph as a person sees it through an application. */
export function personClient(
  { base, signIn }: Tenancy,
  person: string,
  clientId: string,
  scopes: readonly string[],
): GraphClient {
  const request = { person, clientId, audience: GRAPH_AUDIENCE, scopes }
  return createGraphClient({ base, token: kept(() => signIn.personToken(request)) })
}

/** Graph as the service sees it. */
export function serviceClient({ base, signIn }: Tenancy): GraphClient {
  const request = { clientId: APPS.service, audience: GRAPH_AUDIENCE }
  return createGraphClient({ base, token: kept(() => signIn.appToken(request)) })
}

/** One token for as long as the work takes. */
function kept(make: () => Promise<{ accessToken: string }>): () => Promise<string> {
  let made: Promise<{ accessToken: string }> | null = null
  return async () => (await (made ??= make())).accessToken
}
