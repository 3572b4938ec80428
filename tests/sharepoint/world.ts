/**
 * A local Microsoft 365 with one group in it, and clients for its people: the real client over real HTTP, with tokens
 * that the local sign-in signed. What a test needs of SharePoint is made here, in the words of the field.
 */

import { createGraphClient, type GraphClient, type GraphClientOptions } from '../../src/sharepoint/client.ts'
import type { Action } from '../../src/domain/action.ts'
import type { Command } from '../../src/domain/command.ts'
import type { Group, Meeting, Organisation, Person, Post } from '../../src/domain/group.ts'
import type { Freshness } from '../../src/domain/snapshot.ts'
import {
  APPS,
  demonstrationTenant,
  GRAPH_AUDIENCE,
  SITE_HOST,
  TENANT_ID,
  TEAMS,
} from '../../src/laptop/demonstration/tenant.ts'
import { createGraph, type LocalGraph } from '../../src/local/graph/server.ts'
import { GROUP } from '../../src/sharepoint/lists.ts'
import { grantSite } from '../../src/sharepoint/provisioning/grants.ts'
import { provisionGroup } from '../../src/sharepoint/provisioning/group.ts'
import { findSite } from '../../src/sharepoint/sites.ts'
import { openActionRegister, type RegisterOptions, type WorkRegister } from '../../src/sharepoint/work/register.ts'
import type { Clock } from '../../src/words/clock.ts'

export const TODAY = '2020-06-01'

export const SGG: Group = {
  key: 'csae-sgg',
  name: "CSAE SGG of the chair's region",
  nameWelsh: 'Grŵp Llywodraethu',
  marking: { level: 'OFFICIAL-SENSITIVE', handling: 'Group members only' },
  lateBy: 'current',
}

export const ORGANISATIONS: readonly Organisation[] = [
  organisation('north-mercia', "North Mercia Police (O'Neill House)"),
  organisation('taff-vale', 'Heddlu Dyffryn Taf'),
]

export const POSTS: readonly Post[] = [
  {
    key: 'spoc-north',
    title: 'CSE SPOC, North Mercia',
    organisation: 'north-mercia',
    role: 'spoc',
    holder: { tenantId: TENANT_ID, objectId: '0000', name: 'Aisha Khan' },
    deputy: null,
    from: '2019-01-01',
    to: null,
  },
  {
    key: 'spoc-welsh',
    title: 'SPOC, Dyffryn Taf',
    organisation: 'taff-vale',
    role: 'spoc',
    holder: null,
    deputy: null,
    from: null,
    to: null,
  },
]

export const MEETINGS: readonly Meeting[] = [
  { key: 'm1', day: '2020-03-05', title: 'SGG', status: 'closed' },
  { key: 'm2', day: '2020-09-03', title: 'SGG', status: 'planned' },
]

export interface World {
  readonly graph: LocalGraph
  readonly siteId: string
  readonly clock: Clock
  person(key: string): Person
  /** The tab's client in a person's hands. */
  client(key: string, options?: Partial<GraphClientOptions>): GraphClient
  /** A token of the tab's for one person. */
  token(key: string): Promise<string>
  administrator(): GraphClient
  register(key: string, options?: Partial<RegisterOptions> & { client?: GraphClient }): WorkRegister
  close(): Promise<void>
}

/** A group on the site of the CSAE SGG; waiting is skipped, so that a Retry-After of minutes takes no time. */
export async function aWorld(
  options: { readonly throttle?: { readonly unitsPerMinute: number }; readonly now?: () => number } = {},
): Promise<World> {
  const tenant = demonstrationTenant()
  const graph = await createGraph({
    tenant,
    port: 0,
    throttle: options.throttle ?? 'off',
    ...(options.now ? { now: options.now } : {}),
  })
  const registers: WorkRegister[] = []
  const token = async (person: string, clientId: string, scopes: string[]): Promise<string> =>
    (await graph.signIn.personToken({ person, clientId, audience: GRAPH_AUDIENCE, scopes })).accessToken
  const client = (
    key: string,
    clientId: string,
    scopes: string[],
    more: Partial<GraphClientOptions> = {},
  ): GraphClient =>
    createGraphClient({
      base: graph.url,
      sleep: async () => undefined,
      token: () => token(key, clientId, scopes),
      ...more,
    })
  const administrator = client('administrator', APPS.administration, ['Sites.FullControl.All'])
  const site = await findSite(administrator, SITE_HOST, TEAMS.csae.sitePath)
  if (!site) throw new Error('the demonstration has no such site')
  await grantSite(administrator, site.id, { id: APPS.tab, name: 'Matters Arising' }, ['write'])
  await provisionGroup(administrator, site.id, {
    group: SGG,
    organisations: ORGANISATIONS,
    posts: POSTS,
    meetings: MEETINGS,
  })
  const clock: Clock = { now: options.now ?? (() => Date.now()), today: () => TODAY }
  const world: World = {
    graph,
    siteId: site.id,
    clock,
    person(key) {
      const found = tenant.people.find((person) => person.key === key)
      if (!found) throw new Error(`nobody is called ${key}`)
      return { tenantId: TENANT_ID, objectId: found.objectId, name: found.displayName }
    },
    client: (key, more) => client(key, APPS.tab, ['Sites.Selected'], more),
    token: (key) => token(key, APPS.tab, ['Sites.Selected']),
    administrator: () => administrator,
    register(key, more = {}) {
      const register = openActionRegister({
        client: world.client(key),
        siteId: site.id,
        person: world.person(key),
        clock,
        pollSeconds: 3600,
        ...more,
      })
      registers.push(register)
      return register
    },
    async close() {
      for (const register of registers) register.close()
      await graph.close()
    },
  }
  return world
}

/** Resolves once the register stands so; rejects after a while with how it stands instead. */
export function until(
  register: WorkRegister,
  state: Freshness['state'] | (() => boolean),
  seconds = 45,
): Promise<void> {
  const holds = typeof state === 'function' ? state : () => register.freshness().state === state
  return new Promise((resolve, reject) => {
    if (holds()) return resolve()
    const timer = setTimeout(() => {
      reject(new Error(`the register stands at ${JSON.stringify(register.freshness())}`))
    }, seconds * 1000)
    const end = register.subscribe(() => {
      if (!holds()) return
      clearTimeout(timer)
      end()
      resolve()
    })
  })
}

let count = 0
/** An id that no other command has. */
export function anId(): string {
  count += 1
  return `command-${String(count).padStart(8, '0')}`
}

export function anAddition(
  more: Partial<Extract<Command, { kind: 'addAction' }>> = {},
): Extract<Command, { kind: 'addAction' }> {
  return {
    kind: 'addAction',
    id: anId(),
    details: "All forces to share the chair's process",
    actionKind: 'action',
    owners: [{ organisation: 'north-mercia' }],
    parts: [],
    due: { kind: 'day', day: '2020-09-01', words: '1 September 2020' },
    origin: { kind: 'typed' },
    ...more,
  }
}

export function anUpdate(action: string, text = "It isn't done yet"): Extract<Command, { kind: 'addUpdate' }> {
  return {
    kind: 'addUpdate',
    id: anId(),
    action,
    update: {
      day: '2020-05-30',
      text,
      next: { words: 'Ask again', owners: [{ post: 'spoc-north' }], due: { kind: 'nextMeeting', words: 'next SGG' } },
      outcome: 'next',
    },
  }
}

export function aProposal(action: string): Extract<Command, { kind: 'proposeDischarge' }> {
  return { kind: 'proposeDischarge', id: anId(), action, evidence: 'The minutes show it' }
}

/** The name of the list that holds the group's own row, for tests that break rows by hand. */
export const GROUP_LIST = GROUP.name

function organisation(key: string, name: string): Organisation {
  return { key, name, shortName: key, aliases: [`the ${key}`], kind: 'force', nation: 'England', region: 'West' }
}

/** Time in the test's hands: the register polls when told, and `tick` resolves when it has. */
export interface Ticker {
  readonly wait: NonNullable<RegisterOptions['wait']>
  readonly tick: () => Promise<void>
  /** Milliseconds of every pause so far. */
  readonly pauses: readonly number[]
}

export function aTicker(): Ticker {
  const pauses: number[] = []
  let release: (() => void) | null = null
  let paused: (() => void) | null = null
  return {
    pauses,
    wait: (milliseconds, signal) => {
      pauses.push(milliseconds)
      return new Promise((resolve) => {
        const end = (): void => {
          release = null
          resolve()
        }
        if (signal.aborted) return end()
        signal.addEventListener('abort', end, { once: true })
        release = end
        paused?.()
        paused = null
      })
    },
    tick: async () => {
      if (!release) {
        await new Promise<void>((resolve) => {
          paused = resolve
        })
      }
      const next = new Promise<void>((resolve) => {
        paused = resolve
      })
      release?.()
      await next
    },
  }
}

/** Submits and expects it saved. */
export async function save(register: WorkRegister, command: Command, seen?: Action): Promise<Action> {
  const submission = await register.submit(command, seen)
  if (submission.state !== 'saved') throw new Error(`not saved: ${JSON.stringify(submission)}`)
  return submission.action
}

/** The address of a request as it goes to `fetch`. */
export function addressOf(input: RequestInfo | URL): string {
  return input instanceof Request ? input.url : input.toString()
}
