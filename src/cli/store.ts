/**
 * Which group's register a command works on, as its environment names it: opened and read whole, or ended with one
 * clear sentence. Nothing is written here.
 */

import { decodeJwt } from 'jose'
import type { Person } from '../domain/group.ts'
import type { Snapshot } from '../domain/snapshot.ts'
import type { DecisionContext } from '../domain/step.ts'
import { createGraphClient, type GraphClient } from '../sharepoint/client.ts'
import { GraphFault } from '../sharepoint/fault.ts'
import { findSite } from '../sharepoint/sites.ts'
import { openActionRegister, type WorkRegister } from '../sharepoint/work/register.ts'
import type { Clock } from '../words/clock.ts'
import { Ending, type Surroundings } from './surroundings.ts'

export interface Store {
  readonly graphBase: string
  readonly token: string
  /** Host and path, or id. */
  readonly site: string
  readonly service: { readonly base: string; readonly token: string } | null
}

/**
 * Names everything that is missing at once.
 *
 * @param purpose begins the sentence: "To write"
 */
export function readStore(env: Surroundings['env'], purpose: string): Store {
  const wanted = { MATTERS_TOKEN: 'an access token for Graph', MATTERS_SITE: "the group's site" }
  const missing = Object.entries(wanted).filter(([name]) => !env[name]?.trim())
  if (missing.length > 0) {
    const names = missing.map(([name, what]) => `${name} (${what})`).join(' and ')
    throw new Ending(1, `${purpose}, set ${names} in the environment.`)
  }
  const base = env['MATTERS_SERVICE_BASE']?.trim()
  const token = env['MATTERS_SERVICE_TOKEN']?.trim()
  return {
    graphBase: env['MATTERS_GRAPH_BASE']?.trim() || 'https://graph.microsoft.com/v1.0',
    token: env['MATTERS_TOKEN']?.trim() ?? '',
    site: env['MATTERS_SITE']?.trim() ?? '',
    service: base && token ? { base, token } : null,
  }
}

export interface OpenOptions {
  readonly group: string
  readonly clock: Clock
  readonly as: DecisionContext['as']
}

export interface OpenGroup {
  readonly register: WorkRegister
  readonly snapshot: Snapshot
  readonly client: GraphClient
  readonly siteId: string
}

/** The group's register with all that is in it; whoever opens it closes it. */
export async function openGroup(store: Store, { group, clock, as }: OpenOptions): Promise<OpenGroup> {
  const client = createGraphClient({ base: store.graphBase, token: async () => store.token })
  const siteId = await findSiteId(client, store.site).catch(endWithFault)
  const register = openActionRegister({ client, siteId, person: personOf(store.token), clock, as: () => as })
  try {
    const snapshot = await settled(register)
    if (snapshot.group.key === group) return { register, snapshot, client, siteId }
    throw new Ending(1, `This site holds the group ${snapshot.group.key}, not ${group}. Nothing was written.`)
  } catch (fault) {
    register.close()
    throw fault
  }
}

async function findSiteId(client: GraphClient, site: string): Promise<string> {
  const slash = site.indexOf('/')
  if (slash <= 0) return site
  const found = await findSite(client, site.slice(0, slash), site.slice(slash))
  if (found) return found.id
  throw new Ending(1, `There is no site ${site}, or it isn't open to this token.`)
}

/** Only for display and the author's own rules: Graph reads the same token and is the one to believe. */
export function personOf(token: string): Person {
  const text = (value: unknown): string => (typeof value === 'string' ? value : '')
  try {
    const claims = decodeJwt(token)
    return { tenantId: text(claims['tid']), objectId: text(claims['oid']), name: text(claims['name']) }
  } catch {
    throw new Ending(1, 'MATTERS_TOKEN is no access token.')
  }
}

/** For whoever asks the store something more. */
export function endWithFault(fault: unknown): never {
  if (!(fault instanceof GraphFault)) throw fault
  throw new Ending(1, `Graph didn't answer as it should (${fault.message}). Nothing was written.`)
}

async function settled(register: WorkRegister): Promise<NonNullable<ReturnType<WorkRegister['snapshot']>>> {
  await register.ground()
  const snapshot = register.snapshot()
  const freshness = register.freshness()
  if (freshness.state === 'fresh' && snapshot) return snapshot
  const why = freshness.state === 'fault' ? freshness.message : freshness.state
  throw new Ending(1, `The register can't be opened (${why}). Nothing was written.`)
}
