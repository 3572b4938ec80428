/**
 * A group whose people are prompted: the real service, in as many instances as a test wants, each with a clock of its
 * own, on one database, before the local Graph and the local Bot Connector.
 */

import { randomUUID } from 'node:crypto'
import type { Command } from '../../../src/domain/command.ts'
import type { Day } from '../../../src/domain/day.ts'
import type { Post } from '../../../src/domain/group.ts'
import { TEAMS } from '../../../src/laptop/demonstration/tenant.ts'
import { CACHE } from '../../../src/laptop/places.ts'
import type { Connector, ConnectorOptions } from '../../../src/local/connector/connector.ts'
import type { Tenant } from '../../../src/local/tenant.ts'
import { openDatabase, type Database } from '../../../src/service/database/database.ts'
import { createService, type Service, type ServiceOptions } from '../../../src/service/server.ts'
import { openRecords, type Records } from '../../../src/sharepoint/control/records.ts'
import { openActionRegister, type WorkRegister } from '../../../src/sharepoint/work/register.ts'
import { createClock, dayOfInstant, instantOf, type Clock } from '../../../src/words/clock.ts'
import { save, until } from '../../sharepoint/world.ts'
import { PLAIN } from './plain.ts'
import { aGroup, aServiceWorld, endpoints, personOf, type ServiceWorld } from '../serviceworld.ts'

export const KEY = 'missing-children'

/**
 * A clock that a test sets, all of it: the wall clock too. Forward only: tokens are dated. It begins as the real one,
 * so that people can be asked who they are; tests then go to a year to come.
 */
export interface SetClock extends Clock {
  set(instant: string): void
}

/** @param aheadMinutes of all others */
export function aClock(aheadMinutes = 0): SetClock {
  const real = createClock()
  let offset = 0
  const clock: SetClock = {
    now: () => real.now() + offset + aheadMinutes * 60_000,
    today: () => dayOfInstant(instantOf(clock.now())) ?? '',
    set(to) {
      offset = Date.parse(to) - real.now()
    },
  }
  return clock
}

const POSTS: Post[] = ['chair', 'spoc-north', 'spoc-coast', 'spoc-vale'].map((key) => ({
  key,
  title: key,
  organisation: 'north-mercia',
  role: key === 'chair' ? 'chair' : 'spoc',
  holder: null,
  deputy: null,
  from: null,
  to: null,
}))

export interface PromptWorld extends Omit<ServiceWorld, 'connector'> {
  readonly connector: Connector
  /** Graph's, sign-in's and the connector's. */
  readonly clock: SetClock
  readonly database: Database
  readonly records: Records
  /** Another instance of the service, which prompts. */
  start(clock: Clock, more?: Exclude<ServiceOptions['prompting'], 'off'>): Promise<Service>
  say(person: string, command: Command): Promise<string>
  /** With a due, owned by a post, by an organisation, or by nobody. */
  anAction(more?: { owner?: string; due?: Day }): Promise<string>
  appoint(
    post: string,
    role: 'chair' | 'spoc' | 'approver',
    holder: string | null,
    deputy?: string | null,
  ): Promise<void>
  /** What the bot wrote to somebody, the oldest first. */
  chat(person: string): readonly string[]
  query<Row extends object>(text: string, values?: readonly (string | number)[]): Promise<readonly Row[]>
}

export async function aPromptWorld(options: {
  /** Null: the embedded database, of which there is one. */
  readonly url: string | null
  readonly connector?: Partial<ConnectorOptions>
  readonly tenant?: (tenant: Tenant) => Tenant
  /** How the world's own service prompts: not at all, unless said. */
  readonly prompting?: ServiceOptions['prompting']
  readonly clock: SetClock
}): Promise<PromptWorld> {
  const database = await openDatabase({ url: options.url, folder: null, templates: CACHE })
  const world = await aServiceWorld({
    bot: options.connector ?? {},
    service: { database, clock: options.clock, prompting: options.prompting ?? 'off' },
    now: () => options.clock.now(),
    granted: ['missing'],
    ...(options.tenant ? { tenant: options.tenant } : {}),
  })
  const { connector, configuration } = world
  if (!connector) throw new Error('there is no connector')
  await connector.chat.setTeam({ person: 'coordinator', locale: 'en-GB' }, TEAMS.missing.id, true)
  const { status } = await world.ask('coordinator', endpoints.makeGroup, {}, aGroup({ posts: POSTS }))
  if (status !== 201) throw new Error(`the group wasn't made: ${status}`)
  const control = await world.control()
  const records = await openRecords({ client: world.administrator, siteId: configuration.controlSite })
  const registers = new Map<string, WorkRegister>()
  const started = new Set<Service>()

  async function registerOf(person: string): Promise<WorkRegister> {
    const known = registers.get(person)
    if (known) return known
    const register = openActionRegister({
      client: world.tab(person),
      siteId: world.siteId('missing'),
      person: personOf(person),
      clock: options.clock,
      as: () => (person === 'coordinator' ? 'coordinator' : 'member'),
      pollSeconds: 3600,
    })
    registers.set(person, register)
    await until(register, 'fresh')
    return register
  }

  const prompted: PromptWorld = {
    ...world,
    clock: options.clock,
    connector,
    database,
    records,
    async start(clock, more = {}) {
      const service = await createService({
        configuration: { ...configuration, databaseUrl: options.url },
        clock,
        ...(options.url === null ? { database } : {}),
        write: (line) => (world.lines as string[]).push(line),
        pollSeconds: 0.5,
        shareStandsFor: 100,
        prompting: { composer: PLAIN, tickSeconds: 1, leaseSeconds: 20, settlingSeconds: 0.1, ...more },
      })
      started.add(service)
      return {
        ...service,
        async close() {
          started.delete(service)
          await service.close()
        },
      }
    },
    say: async (person, command) => (await save(await registerOf(person), command)).id,
    anAction: ({ owner, due } = {}) =>
      prompted.say('coordinator', {
        kind: 'addAction',
        id: randomUUID(),
        details: 'Share how recording is checked',
        actionKind: 'action',
        owners: owner === undefined ? [] : [{ post: owner }],
        parts: [],
        due: due === undefined ? null : { kind: 'day', day: due, words: due },
        origin: { kind: 'typed' },
      }),
    async appoint(post, role, holder, deputy = null) {
      await control.appoint({
        key: `${KEY}.${post}.${holder ?? ''}`,
        group: KEY,
        post,
        organisation: 'north-mercia',
        role,
        holder: holder === null ? null : personOf(holder),
        deputy: deputy === null ? null : personOf(deputy),
        from: null,
        to: null,
      })
    },
    chat(person) {
      const { base } = connector.chat.overview(person).personal
      return connector.chat.messages(person, base).map(({ content }) => content.summary ?? '')
    },
    query: (text, values) => database.query(text, values),
    async close() {
      for (const register of registers.values()) register.close()
      for (const service of started) await service.close()
      await world.close()
      await database.close()
    },
  }
  return prompted
}
