/**
 * What works behind the screens of a laptop: Graph and sign-in with the Bot Connector beside them on one port, the
 * service on another, and the gate for bot clients from outside. Everything is configured as in production, but for
 * the addresses.
 */

import { join } from 'node:path'
import { createConnector, type Connector } from '../local/connector/connector.ts'
import { createGate, type Gate } from '../local/connector/gate.ts'
import { createService, type Service } from '../service/server.ts'
import {
  APPS,
  CONTROL_SITE_PATH,
  GRAPH_AUDIENCE,
  MAILBOX,
  TEAMS,
  TEAMS_APP_ID,
  TENANT_ID,
} from './demonstration/tenant.ts'
import type { Closer } from './ending.ts'
import { openMicrosoft, type Microsoft } from './microsoft.ts'
import { CACHE } from './places.ts'
import { openDay, type LaptopDay } from './today.ts'

export interface Backstage {
  readonly microsoft: Microsoft
  readonly connector: Connector
  readonly gate: Gate
  readonly service: Service
  readonly day: LaptopDay
}

export interface BackstageOptions {
  readonly folder: string
  /** Of Graph, sign-in and connector. */
  readonly port: number
  readonly servicePort: number
  readonly tabOrigin: string
  /** Where links of Teams are opened. */
  readonly hostOrigin: string
  readonly say: (line: string) => void
}

const BOT_NAME = 'Matters Arising'
/** Sooner than in production: somebody sits before both windows, and this Graph counts nothing. */
const LOOKS_EVERY_SECONDS = 5

/** @param closing registers what is to be closed, in the order in which it was opened */
export async function openBackstage(options: BackstageOptions, closing: (closer: Closer) => void): Promise<Backstage> {
  const { folder, port, servicePort, tabOrigin, hostOrigin, say } = options
  const microsoft = await openMicrosoft({ folder, port, allowedOrigins: [tabOrigin], tokenRoute: false, say })
  const { graph, tenant, serviceKey, botKey, sites } = microsoft
  closing(() => graph.close())
  const day = openDay(join(folder, 'days-ahead'))

  const serviceUrl = `${graph.origin}/connector/`
  const endpoint = (): string => `http://localhost:${servicePort}/api/messages`
  const bot = { appId: APPS.bot, name: BOT_NAME }
  const connector = await createConnector({
    tenant,
    bot,
    signIn: graph.signIn,
    serviceUrl,
    endpoint,
    data: join(folder, 'connector'),
  })
  closing(() => connector.close())
  graph.mount('/connector', (request, env) => connector.fetch(request, env))
  const gate = createGate({ tenant, bot, issuer: connector.issuer, endpoint })

  const service = await createService({
    configuration: {
      tenantId: TENANT_ID,
      authority: graph.origin,
      graphBase: graph.url,
      graphAudience: GRAPH_AUDIENCE,
      tabApp: APPS.tab,
      serviceApp: APPS.service,
      privateKey: serviceKey.privateKey,
      certificate: null,
      controlSite: sites.get(CONTROL_SITE_PATH) ?? '',
      tabOrigin,
      host: '127.0.0.1',
      port: servicePort,
      databaseUrl: null,
      dataFolder: join(folder, 'service'),
      mailbox: MAILBOX,
      auditHead: { name: join(folder, 'audit-heads'), everyMinutes: 5 },
      bot: {
        app: APPS.bot,
        privateKey: botKey.privateKey,
        certificate: null,
        metadata: connector.metadataUrl,
        audience: 'https://api.botframework.com',
        connector: serviceUrl,
        serviceUrls: [serviceUrl],
        tenants: [TENANT_ID],
        teamsApp: TEAMS_APP_ID,
        teams: hostOrigin,
      },
    },
    clock: day.clock,
    databaseTemplates: CACHE,
    moreServiceUrls: () => gate.serviceUrls(),
    pollSeconds: LOOKS_EVERY_SECONDS,
  })
  closing(() => service.close())
  // The app is in the demonstration's teams, as their owners added it long ago.
  for (const team of [TEAMS.csae, TEAMS.ocag]) {
    const [person = ''] = team.owners
    await connector.chat.setTeam({ person, locale: 'en-GB' }, team.id, true)
  }
  return { microsoft, connector, gate, service, day }
}
