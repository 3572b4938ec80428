/**
 * A local Microsoft 365 with the real service beside it: tokens signed by the local sign-in, the service's own key
 * registered there, sites granted by the administrator's own command. Tests ask it as the tab does, over HTTP.
 */

import { createPublicKey, generateKeyPairSync } from 'node:crypto'
import { addressOf, type Endpoint } from '../../src/contract/endpoint.ts'
import { endpoints, type MakeGroup } from '../../src/contract/endpoints.ts'
import { parseRefusal, type ServiceRefusal } from '../../src/contract/refusal.ts'
import {
  APPS,
  CONTROL_SITE_PATH,
  demonstrationTenant,
  GRAPH_AUDIENCE,
  MAILBOX,
  PEOPLE,
  SERVICE_AUDIENCE,
  SITE_HOST,
  TEAMS,
  TEAMS_APP_ID,
  TENANT_ID,
} from '../../src/laptop/demonstration/tenant.ts'
import {
  CONNECTOR_AUDIENCE,
  createConnector,
  type Connector,
  type ConnectorOptions,
} from '../../src/local/connector/connector.ts'
import { createGraph, type LocalGraph } from '../../src/local/graph/server.ts'
import type { Tenant } from '../../src/local/tenant.ts'
import type { BotConfiguration, Configuration } from '../../src/service/configuration.ts'
import { openDatabase, type Database } from '../../src/service/database/database.ts'
import { createService, type Service, type ServiceOptions } from '../../src/service/server.ts'
import { createGraphClient, type GraphClient } from '../../src/sharepoint/client.ts'
import { openControl, type Control } from '../../src/sharepoint/control/control.ts'
import { provision, type Deployed } from '../../src/sharepoint/provisioning/deployment.ts'
import { CACHE } from '../../src/laptop/places.ts'
import type { Clock } from '../../src/words/clock.ts'

export const TODAY = '2026-11-24'
export const TAB_ORIGIN = 'http://localhost:5301'
export const MISSING = { teamId: TEAMS.missing.id, channelId: TEAMS.missing.channels[1]?.id ?? '' }

export interface Asked<Answer> {
  readonly status: number
  readonly answer: Answer | null
  readonly refusal: ServiceRefusal | null
  readonly headers: Headers
}

export interface ServiceWorld {
  readonly graph: LocalGraph
  /** Teams' side of the chats; null in a world without a bot. */
  readonly connector: Connector | null
  readonly service: Service
  readonly configuration: Configuration
  /** Every line that the service logged. */
  readonly lines: readonly string[]
  readonly deployed: Deployed
  administrator: GraphClient
  /** The tab's client in a person's hands. */
  tab(person: string): GraphClient
  control(): Promise<Control>
  siteId(team: keyof typeof TEAMS): string
  token(
    person: string,
    more?: { clientId?: string; audience?: string; scopes?: string[]; lifetimeSeconds?: number },
  ): Promise<string>
  /** Asks as a person, or with whatever stands in the header. */
  ask<Parameter extends string, Request, Answer>(
    who: string | { authorization: string },
    endpoint: Endpoint<Parameter, Request, Answer>,
    parameters: Readonly<Record<Parameter, string>>,
    request?: Request,
  ): Promise<Asked<Answer>>
  close(): Promise<void>
}

export interface WorldOptions {
  /** Teams whose sites are granted; all of them unless said. */
  readonly granted?: readonly (keyof typeof TEAMS)[]
  readonly service?: Partial<ServiceOptions>
  /** More than the demonstration has. */
  readonly tenant?: (tenant: Tenant) => Tenant
  /** With a bot, and a Bot Connector for it. */
  readonly bot?: Partial<ConnectorOptions>
  readonly configuration?: Partial<Configuration>
  /** The wall clock of Graph, sign-in and connector. */
  readonly now?: () => number
}

const key = generateKeyPairSync('rsa', { modulusLength: 2048 })
export const SERVICE_KEY = key.privateKey.export({ type: 'pkcs8', format: 'pem' }) as string

const PUBLIC_KEY = { ...createPublicKey(key.privateKey).export({ format: 'jwk' }) }
export const BOT = { appId: APPS.bot, name: 'Matters Arising' }

export const CLOCK: Clock = { now: () => Date.now(), today: () => TODAY }

let shared: Promise<Database> | null = null
/** One for all the worlds of a file: it takes seconds to make, and everything in it has ids of its own. */
export function sharedDatabase(): Promise<Database> {
  shared ??= openDatabase({ url: null, folder: null, templates: CACHE })
  return shared
}

export async function aServiceWorld(options: WorldOptions = {}): Promise<ServiceWorld> {
  const demonstration = demonstrationTenant({ service: PUBLIC_KEY, bot: PUBLIC_KEY })
  const tenant = options.tenant?.(demonstration) ?? demonstration
  const now = options.now ?? Date.now
  const graph = await createGraph({ tenant, port: 0, throttle: 'off', now })
  const connector = options.bot
    ? await createConnector({
        tenant,
        bot: BOT,
        signIn: graph.signIn,
        serviceUrl: `${graph.origin}/connector/`,
        endpoint: () => `${service.url}/api/messages`,
        limits: 'off',
        now,
        ...options.bot,
      })
    : null
  if (connector) graph.mount('/connector', connector.fetch)
  const client = (person: string, clientId: string, scopes: string[]): GraphClient =>
    createGraphClient({
      base: graph.url,
      sleep: () => Promise.resolve(),
      token: async () =>
        (await graph.signIn.personToken({ person, clientId, audience: GRAPH_AUDIENCE, scopes })).accessToken,
    })
  const administrator = client('administrator', APPS.administration, ['Sites.FullControl.All'])
  const granted = options.granted ?? ['csae', 'ocag', 'missing']
  const deployed = await provision(administrator, {
    controlSite: `${SITE_HOST}${CONTROL_SITE_PATH}`,
    sites: granted.map((team) => `https://${SITE_HOST}${TEAMS[team].sitePath}`),
    tabApp: { id: APPS.tab, name: 'Matters Arising' },
    serviceApp: { id: APPS.service, name: 'Matters Arising service' },
  })
  const lines: string[] = []
  const configuration: Configuration = {
    tenantId: TENANT_ID,
    authority: graph.origin,
    graphBase: graph.url,
    graphAudience: GRAPH_AUDIENCE,
    tabApp: APPS.tab,
    serviceApp: APPS.service,
    privateKey: SERVICE_KEY,
    certificate: null,
    controlSite: deployed.controlSite?.id ?? '',
    tabOrigin: TAB_ORIGIN,
    host: '127.0.0.1',
    port: 0,
    databaseUrl: null,
    dataFolder: null,
    mailbox: MAILBOX,
    auditHead: null,
    bot: connector && botConfiguration(connector),
    ...options.configuration,
  }
  const service: Service = await createService({
    configuration,
    clock: CLOCK,
    database: await sharedDatabase(),
    write: (line) => lines.push(line),
    prompting: 'off',
    ...options.service,
  })

  const world: ServiceWorld = {
    graph,
    connector,
    service,
    configuration,
    lines,
    deployed,
    administrator,
    tab: (person) => client(person, APPS.tab, ['Sites.Selected']),
    control: () => openControl({ client: administrator, siteId: configuration.controlSite }),
    siteId(team) {
      const site = deployed.sites[granted.indexOf(team)]
      if (!site) throw new Error(`the site of ${team} isn't granted`)
      return site.id
    },
    async token(person, more = {}) {
      const { accessToken } = await graph.signIn.personToken({
        person,
        clientId: APPS.tab,
        audience: SERVICE_AUDIENCE,
        scopes: ['access_as_user'],
        ...more,
      })
      return accessToken
    },
    async ask(who, endpoint, parameters, request) {
      const authorization = typeof who === 'string' ? `Bearer ${await world.token(who)}` : who.authorization
      const response = await fetch(service.url + addressOf(endpoint, parameters), {
        method: endpoint.method,
        headers: { authorization, ...(request === undefined ? {} : { 'content-type': 'application/json' }) },
        ...(request === undefined ? {} : { body: JSON.stringify(request) }),
      })
      const body = (await response.json()) as never
      return {
        status: response.status,
        answer: response.ok ? body : null,
        refusal: parseRefusal(body),
        headers: response.headers,
      }
    },
    async close() {
      await service.close()
      await graph.close()
      connector?.close()
    },
  }
  return world
}

function botConfiguration({ serviceUrl, metadataUrl }: Connector): BotConfiguration {
  return {
    app: BOT.appId,
    privateKey: SERVICE_KEY,
    certificate: null,
    metadata: metadataUrl,
    audience: CONNECTOR_AUDIENCE,
    connector: serviceUrl.replace(/\/$/, ''),
    serviceUrls: [serviceUrl],
    tenants: [TENANT_ID],
    teamsApp: TEAMS_APP_ID,
    teams: 'http://localhost:5300',
  }
}

export function personOf(key: string): { tenantId: string; objectId: string; name: string } {
  const person = PEOPLE.find((each) => each.key === key)
  if (!person) throw new Error(`nobody is called ${key}`)
  return { tenantId: TENANT_ID, objectId: person.objectId, name: person.displayName }
}

let count = 0
export function aGroup(more: Partial<MakeGroup> = {}): MakeGroup {
  count += 1
  return {
    commandId: `make-group-${String(count).padStart(6, '0')}`,
    ...MISSING,
    key: 'missing-children',
    name: 'Missing Children Working Group',
    marking: { level: 'OFFICIAL-SENSITIVE', handling: 'Group members only' },
    lateBy: 'current',
    organisations: [
      {
        key: 'north-mercia',
        name: 'North Mercia Police',
        shortName: 'NMP',
        aliases: ["O'Neill House"],
        kind: 'force',
        nation: 'England',
        region: 'West Midland Shires',
      },
      {
        key: 'wms-rocu',
        name: 'West Midland Shires ROCU',
        shortName: 'WMSROCU',
        aliases: [],
        kind: 'rocu',
        nation: 'England',
        region: 'West Midland Shires',
      },
    ],
    ...more,
  }
}

export { endpoints }
