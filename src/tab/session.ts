/**
 * Who is here, and what they may reach: the one file of the tab that opens the register. Puts Teams, the person's
 * tokens, Graph and the service together, so that a page only asks for a group's register or the service's answer.
 * A session belongs to one person: when Teams knows another one, the page is loaded anew.
 */

import type { Action, ActionId, Update } from '../domain/action.ts'
import type { Command } from '../domain/command.ts'
import type { Meeting, Organisation, Person } from '../domain/group.ts'
import type { FileReference } from '../domain/request.ts'
import type { Submission } from '../domain/snapshot.ts'
import { createGraphClient } from '../sharepoint/client.ts'
import { GraphFault } from '../sharepoint/fault.ts'
import type { Progress } from '../sharepoint/work/bulk.ts'
import type { CollectionName, CommandOf, ContentOf } from '../sharepoint/work/collections.ts'
import { openActionRegister, type WorkRegister } from '../sharepoint/work/register.ts'
import { createClock, type Clock } from '../words/clock.ts'
import { createApi, type Api } from './api.ts'
import { serviceAppOf, type Configuration } from './configuration.ts'
import { askBeforeLeaving } from './outbox/leaving.ts'
import type { Keeping } from './outbox/keeping.ts'
import { createOutbox, type OutboxRegister } from './outbox/outbox.ts'
import { createShelf, type Opened } from './shelf.ts'
import { SignInNeeded, TabFault } from './shell/fault.ts'
import type { TeamsHost } from './shell/teams.ts'
import { openTokens, type Tokens } from './shell/tokens.ts'

export interface Session {
  readonly configuration: Configuration
  readonly host: TeamsHost
  readonly tokens: Tokens
  readonly person: Person
  readonly clock: Clock
  readonly api: Api
  /** Opened once a site and kept: a page that comes back finds it as it was. */
  readonly openRegister: (siteId: string) => OutboxRegister
  /** Opened once and kept; it polls while a page shows it, until that page leaves. */
  openCollection<Name extends CollectionName>(
    siteId: string,
    name: Name,
  ): Promise<{ readonly keeping: CollectionOf<Name>; readonly leave: () => void }>
  /** Into the library of a group's own site; throws a fault when it can't be put there. */
  upload(siteId: string, folders: readonly string[], file: File): Promise<FileReference>
  /** What the service has just said of a group's organisations: the register itself looks seldom. */
  learnOrganisations(siteId: string, organisations: Iterable<Organisation>): void
  /** Every action's history, newest first; throws a fault when they can't be read. */
  readonly histories: (siteId: string) => Promise<ReadonlyMap<ActionId, readonly Update[]>>
  /** People of the tenant whose name or address begins with these words, guests among them; throws a fault. */
  findPeople(words: string, signal: AbortSignal): Promise<readonly FoundPerson[]>
  /** Many commands at a pace that leaves room for others; submitting the same ones again goes on where it ended. */
  submitAll(siteId: string, commands: readonly Command[], options: SubmitAllOptions): Promise<readonly Submission[]>
}

export type { Progress } from '../sharepoint/work/bulk.ts'
export type { CollectionName, CommandOf, ContentOf } from '../sharepoint/work/collections.ts'

export type CollectionOf<Name extends CollectionName> = Keeping<ContentOf<Name>, CommandOf<Name>>

export interface FoundPerson {
  readonly person: Person
  /** Tells two of one name apart. */
  readonly address: string
  readonly isGuest: boolean
}

export interface SubmitAllOptions {
  readonly onProgress: (progress: Progress) => void
  readonly signal: AbortSignal
  /** Actions as their reviewer saw them: one that changed since in a way that matters isn't overwritten. */
  readonly seen: ReadonlyMap<ActionId, Action>
}

const GRAPH_SCOPES = ['Sites.Selected', 'User.ReadBasic.All']

/** Doesn't wait for a token: the first rows are asked for while the page is still being drawn. */
export async function openSession(configuration: Configuration, host: TeamsHost): Promise<Session> {
  const tokens = await openTokens(configuration.tabClientId, host)
  const person: Person = { tenantId: host.tenantId, objectId: host.objectId, name: host.name ?? '' }
  const clock = createClock({ offsetDays: configuration.daysAhead })
  const client = createGraphClient({
    base: configuration.graphBase,
    token: async (options) => graphToken(tokens, options),
    now: () => clock.now(),
  })
  const serviceAppId = serviceAppOf(configuration)
  /** Sites whose group the person coordinates, as the service said last: only spares a refusal later. */
  const coordinated = new Set<string>()
  const registers = new Map<
    string,
    { readonly work: WorkRegister; readonly outbox: OutboxRegister; readonly as: () => 'coordinator' | 'member' }
  >()

  const collections = createShelf<Opened>()

  /** Its rules, its rows and how they are kept come with the first page that shows it. */
  async function begin<Name extends CollectionName>(siteId: string, name: Name): Promise<CollectionOf<Name>> {
    const [{ loadKind }, { openCollection }, { createKeeping }] = await Promise.all([
      import('../sharepoint/work/collections.ts'),
      import('../sharepoint/work/collection.ts'),
      import('./outbox/keeping.ts'),
    ])
    const kind = await loadKind(name)
    const { as, work, outbox } = open(siteId)
    const known = { person, clock, as, snapshot: () => outbox.snapshot() }
    const collection = openCollection({ ...known, client, siteId, kind })
    if (name === 'meetings') {
      collection.subscribe(() => {
        // What was read a while ago may be older than what the register knows by itself.
        if (collection.freshness().state === 'fresh') {
          work.learnMeetings((collection.values() ?? new Map<string, never>()).values() as Iterable<Meeting>)
        }
      })
    }
    return createKeeping(collection, kind, { ...known, name, storage: window.sessionStorage })
  }

  const wake = (): void => {
    const visible = document.visibilityState === 'visible'
    for (const { work } of registers.values()) work.setVisible(visible)
    collections.setVisible(visible)
  }
  document.addEventListener('visibilitychange', wake)
  window.addEventListener('online', wake)
  askBeforeLeaving(() => [...[...registers.values()].map(({ outbox }) => outbox), ...collections.all()])
  tokens.subscribe(() => {
    if (!tokens.waiting()) wake()
  })

  const api = createApi({
    base: configuration.serviceBase,
    token: (options) => tokens.token([configuration.serviceScope], options),
  })

  const open = (siteId: string) => {
    const known = registers.get(siteId)
    if (known) return known
    const as = (): 'coordinator' | 'member' => (coordinated.has(siteId) ? 'coordinator' : 'member')
    const work = openActionRegister({ client, siteId, person, clock, as, ...(serviceAppId ? { serviceAppId } : {}) })
    const opened = { work, as, outbox: createOutbox(work, { clock, as, storage: window.sessionStorage }) }
    registers.set(siteId, opened)
    return opened
  }

  return {
    configuration,
    host,
    tokens,
    person,
    clock,
    api: {
      ...api,
      async me() {
        const answer = await api.me()
        if (!answer.ok) return answer
        for (const { key, siteId } of answer.value.groups) {
          if (answer.value.roles[key]?.includes('coordinator')) coordinated.add(siteId)
          else coordinated.delete(siteId)
        }
        return answer
      },
    },
    openRegister: (siteId) => open(siteId).outbox,
    learnOrganisations: (siteId, organisations) => open(siteId).work.learnOrganisations(organisations),
    async openCollection(siteId, name) {
      const { kept, leave } = await collections.open(`${siteId} ${name}`, () => begin(siteId, name))
      return { keeping: kept as CollectionOf<typeof name>, leave }
    },
    async upload(siteId, folders, file) {
      const { uploadFile } = await import('../sharepoint/files.ts')
      // A folder of its own: what has the same name is not the same.
      const own = `${clock.today()} ${crypto.randomUUID().slice(0, 6)}`
      return uploadFile(client, siteId, [...folders, own], { name: file.name, content: file })
    },
    async histories(siteId) {
      const { readHistories } = await import('../sharepoint/work/histories.ts')
      return readHistories(open(siteId).work, serviceAppId)
    },
    async findPeople(words, signal) {
      const { searchPeople } = await import('../sharepoint/directory.ts')
      const found = await searchPeople(client, words, signal)
      // Guests too have an id of this tenant's directory.
      return found.map(({ objectId, name, ...more }) => ({
        person: { tenantId: person.tenantId, objectId, name },
        ...more,
      }))
    },
    async submitAll(siteId, commands, options) {
      // Who only reads needn't load it.
      const { openBulkRegister } = await import('../sharepoint/work/bulk.ts')
      return openBulkRegister(open(siteId).work).submitAll(commands, { ...options, now: () => clock.now() })
    },
  }
}

/** What the Graph client understands of a token that couldn't be had: out of reach, or the person has to act. */
async function graphToken(tokens: Tokens, options?: { claims?: string }): Promise<string> {
  try {
    return await tokens.token(GRAPH_SCOPES, options)
  } catch (cause) {
    if (cause instanceof SignInNeeded) throw cause
    const offline = cause instanceof TabFault && (cause.code === 'offline' || cause.code === 'signInSlow')
    if (!offline) throw cause
    throw new GraphFault({ status: 0, code: 'unreachable', message: 'Teams gave no token', cause })
  }
}
