/**
 * Writes an accepted import into a group's register, as the coordinator whose token it is given, and has the service
 * confirm what comes in as discharged. The same file for the same group is the same import: run again, it goes on
 * where it was cut off and adds nothing twice.
 */

import { decodeJwt } from 'jose'
import { addressOf, endpoints } from '../contract/endpoints.ts'
import { makeCommands } from '../documents/commands.ts'
import type { ImportedAction } from '../documents/tracker.ts'
import type { Person } from '../domain/group.ts'
import type { Submission } from '../domain/snapshot.ts'
import { createGraphClient, type GraphClient } from '../sharepoint/client.ts'
import { GraphFault } from '../sharepoint/fault.ts'
import { findSite } from '../sharepoint/sites.ts'
import { openBulkRegister } from '../sharepoint/work/bulk.ts'
import { openActionRegister, type WorkRegister } from '../sharepoint/work/register.ts'
import type { Clock } from '../words/clock.ts'
import { createWords } from '../words/words.ts'
import { Ending, type Surroundings } from './surroundings.ts'

export interface Store {
  readonly graphBase: string
  readonly token: string
  /** Host and path, or id. */
  readonly site: string
  readonly service: { readonly base: string; readonly token: string } | null
}

/** Names everything that is missing at once. */
export function readStore(env: Surroundings['env']): Store {
  const wanted = { MATTERS_TOKEN: "a coordinator's access token for Graph", MATTERS_SITE: "the group's site" }
  const missing = Object.entries(wanted).filter(([name]) => !env[name]?.trim())
  if (missing.length > 0) {
    const names = missing.map(([name, what]) => `${name} (${what})`).join(' and ')
    throw new Ending(1, `To write, set ${names} in the environment; or look first with --dry-run.`)
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

export interface BringOptions {
  readonly group: string
  readonly batch: string
  readonly document: string
  readonly clock: Clock
}

export interface Brought {
  readonly group: string
  readonly batch: string
  readonly saved: number
  readonly refused: readonly { readonly reference: string; readonly code: string; readonly message: string }[]
  readonly unsaved: number
  /** Discharges confirmed; null where no service was named. */
  readonly confirmed: number | null
}

export async function bringIn(
  actions: readonly ImportedAction[],
  store: Store,
  options: BringOptions,
  around: Surroundings,
): Promise<Brought> {
  const { group, batch, clock } = options
  const client = createGraphClient({ base: store.graphBase, token: async () => store.token })
  const siteId = await findSiteId(client, store.site).catch(endWithFault)
  const register = openActionRegister({ client, siteId, person: personOf(store.token), clock, as: () => 'coordinator' })
  try {
    const snapshot = await settled(register)
    if (snapshot.group.key !== group) {
      throw new Ending(1, `This site holds the group ${snapshot.group.key}, not ${group}. Nothing was written.`)
    }
    const commands = makeCommands(actions, {
      batch,
      document: options.document,
      organisations: snapshot.organisations.values(),
      makeId: (index) => `${batch}-${index}`,
    })
    const submissions = await openBulkRegister(register).submitAll(commands, {
      onProgress: ({ done, total, perMinute }) => around.writeError(`${done} of ${total}, ${perMinute} a minute\n`),
    })
    const confirmed = store.service ? await confirm(store.service, group, batch) : null
    return { ...summarise(actions, submissions), group, batch, confirmed }
  } finally {
    register.close()
  }
}

/** What became of it, for a person. */
export function makeBroughtWords({ saved, refused, unsaved, confirmed, group }: Brought): string {
  const lines = [`${saved === 1 ? '1 action is' : `${saved} actions are`} in ${group}.`]
  for (const { reference, message } of refused) lines.push(`${reference} isn't: ${message}`)
  if (unsaved > 0) lines.push(`${unsaved} couldn't be written yet. Run the same command again: nothing is added twice.`)
  if (confirmed !== null) lines.push(`Discharges confirmed: ${confirmed}.`)
  else lines.push('Actions that came in as discharged count as claimed until the service has confirmed the import.')
  return `${lines.join('\n')}\n`
}

function summarise(
  actions: readonly ImportedAction[],
  submissions: readonly Submission[],
): Pick<Brought, 'saved' | 'refused' | 'unsaved'> {
  const words = createWords('en')
  const refused = submissions.flatMap((submission, index) =>
    submission.state === 'refused'
      ? [
          {
            reference: actions[index]?.reference ?? '',
            code: submission.refusal.code,
            message: words.refusal(submission.refusal),
          },
        ]
      : [],
  )
  const saved = submissions.filter((submission) => submission.state === 'saved').length
  return { saved, refused, unsaved: submissions.length - saved - refused.length }
}

async function findSiteId(client: GraphClient, site: string): Promise<string> {
  const slash = site.indexOf('/')
  if (slash <= 0) return site
  const found = await findSite(client, site.slice(0, slash), site.slice(slash))
  if (found) return found.id
  throw new Ending(1, `There is no site ${site}, or it isn't open to this token.`)
}

/** Only for display and the author's own rules: Graph reads the same token and is the one to believe. */
function personOf(token: string): Person {
  const text = (value: unknown): string => (typeof value === 'string' ? value : '')
  try {
    const claims = decodeJwt(token)
    return { tenantId: text(claims['tid']), objectId: text(claims['oid']), name: text(claims['name']) }
  } catch {
    throw new Ending(1, 'MATTERS_TOKEN is no access token.')
  }
}

function endWithFault(fault: unknown): never {
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

async function confirm(service: NonNullable<Store['service']>, group: string, batch: string): Promise<number> {
  const address = addressOf(endpoints.confirmImport, { key: group, batch })
  const response = await fetch(service.base.replace(/\/+$/u, '') + address, {
    method: 'POST',
    headers: { authorization: `Bearer ${service.token}` },
    redirect: 'error',
  })
  const body: unknown = await response.json().catch(() => null)
  if (response.ok && body !== null && typeof body === 'object' && 'confirmed' in body) return Number(body.confirmed)
  throw new Ending(1, `The actions are written; the service didn't confirm their discharges (${response.status}).`)
}
