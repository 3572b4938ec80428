/**
 * The service as one thing that starts and stops. Puts its parts together: who calls (caller), what for (operations),
 * with whose rights at Graph (apptoken), over HTTP (api). Closing lets what is under way finish.
 */

import { randomUUID, X509Certificate } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { createGraphClient } from '../sharepoint/client.ts'
import { createClock, type Clock } from '../words/clock.ts'
import { createApi } from './api.ts'
import { createApplicationToken } from './apptoken.ts'
import { createAnswerRows } from './bot/answerrows.ts'
import { createBot } from './bot/app.ts'
import { createConversations } from './bot/conversations.ts'
import { createBotHandlers, type HandlersOptions } from './bot/handlers.ts'
import { startSendingHeads } from './audit/outside.ts'
import { createCallerVerifier } from './caller.ts'
import { isLoopback, type Configuration } from './configuration.ts'
import { openDatabase, type Database } from './database/database.ts'
import { createLimiter } from './limiter.ts'
import { createLog, traceOf } from './log.ts'
import { createOffice } from './office.ts'
import { createOperations } from './operations.ts'
import { createOutboundFetch } from './outbound.ts'
import { createComposer } from './prompts/compose.ts'
import { createPace } from './prompts/pace.ts'
import { createPrompting, type Prompting, type PromptingOptions } from './prompts/run.ts'
import { createReadiness } from './readiness.ts'
import { startSweeping } from './sweep/sweep.ts'

export interface Service {
  /** `http://localhost:5303` */
  readonly url: string
  /** Takes no more requests, lets those under way finish, then resolves. */
  close(): Promise<void>
}

export interface ServiceOptions {
  /** Port 0: any that is free. */
  readonly configuration: Configuration
  readonly clock?: Clock
  /** One that is open already, and stays so; left out: as the configuration has it. */
  readonly database?: Database
  /** Folder to begin an embedded one from, where it is new; for a laptop, which begins often. */
  readonly databaseTemplates?: string
  /** Given each log line, without its end. */
  readonly write?: (line: string) => void
  /** Further addresses below which a Bot Connector may be; asked each time. For clients from outside, on a laptop. */
  readonly moreServiceUrls?: () => readonly string[]
  /** How people are prompted, where there is a bot and it isn't as usual. */
  readonly prompting?: 'off' | Partial<Omit<PromptingOptions, 'office' | 'messenger' | 'pace' | 'mailbox'>>
  /** Seconds between two looks at a group's register; 15 unless said. */
  readonly pollSeconds?: number
  /** Seconds after which an answer given on a card, and broken off, is carried on; 30 unless said. */
  readonly retrySeconds?: number
  /** Told how far an answer given on a card has come. For tests, which end the process there. */
  readonly answerPoints?: HandlersOptions['answerPoints']
  /** Milliseconds, see `PaceOptions`. */
  readonly shareStandsFor?: number
  /** Requests of one person: so many at once, and so many a minute. */
  readonly limit?: { readonly burst: number; readonly perMinute: number }
}

/** How long requests under way may take to finish once the service was asked to end. */
const GRACE_MILLISECONDS = 20_000

export async function createService(options: ServiceOptions): Promise<Service> {
  const { configuration, clock = createClock(), write = () => {} } = options
  const log = createLog(clock, write)
  const outbound = createOutboundFetch([
    configuration.authority,
    configuration.graphBase,
    ...(configuration.bot ? [configuration.bot.metadata] : []),
    ...(configuration.auditHead && URL.canParse(configuration.auditHead.name) ? [configuration.auditHead.name] : []),
  ])
  const now = (): number => clock.now()

  const token = createApplicationToken({
    authority: configuration.authority,
    tenantId: configuration.tenantId,
    clientId: configuration.serviceApp,
    privateKey: configuration.privateKey,
    ...thumbprintOf(configuration.certificate),
    audience: configuration.graphAudience,
    fetch: outbound,
    now,
  })
  const client = createGraphClient({
    base: configuration.graphBase,
    token,
    fetch: outbound,
    now,
    onThrottle: (seconds) => log({ level: 'warning', event: 'throttled', seconds }),
  })
  const database =
    options.database ??
    (await openDatabase({
      url: configuration.databaseUrl,
      folder: configuration.dataFolder,
      ...(options.databaseTemplates === undefined ? {} : { templates: options.databaseTemplates }),
      onFault: (fault) => log({ level: 'error', event: 'databaseFault', ...traceOf(fault) }),
    }))
  const { controlSite, tenantId, serviceApp, privateKey } = configuration
  const { pollSeconds } = options
  const office = createOffice({
    client,
    controlSite,
    clock,
    log,
    database,
    tenantId,
    serviceApp,
    privateKey,
    ...(pollSeconds === undefined ? {} : { pollSeconds }),
  })
  const endSweep = startSweeping(office)
  const place = configuration.auditHead
  const endHeads = place && startSendingHeads({ audit: office.audit, database, place, fetch: outbound, log })
  const pace = createPace({
    database,
    instance: randomUUID(),
    onFault: (fault) => log({ level: 'error', event: 'paceFault', ...traceOf(fault) }),
    ...(options.shareStandsFor === undefined ? {} : { shareStandsFor: options.shareStandsFor }),
  })
  const conversations = createConversations(database)
  let refresh: Prompting['refresh'] = () => Promise.resolve()
  const handlers = configuration.bot
    ? createBotHandlers({
        office,
        conversations,
        configuration: { ...configuration, ...configuration.bot, privateKey },
        onApplied: (about) => refresh(about),
        ...(options.retrySeconds === undefined ? {} : { retrySeconds: options.retrySeconds }),
        ...(options.answerPoints ? { answerPoints: options.answerPoints } : {}),
      })
    : null
  const bot =
    configuration.bot && handlers
      ? await createBot({
          ...configuration.bot,
          authority: configuration.authority,
          tenantId: configuration.tenantId,
          ...thumbprintOf(configuration.bot.certificate),
          fetch: outbound,
          now,
          log,
          conversations,
          handlers,
          pace,
          ...(options.moreServiceUrls ? { moreServiceUrls: options.moreServiceUrls } : {}),
        })
      : null
  const answers = createAnswerRows(database)
  const prompting =
    bot && configuration.bot && options.prompting !== 'off'
      ? await createPrompting({
          office,
          messenger: bot.messenger,
          composer: createComposer({
            office,
            addresses: { ...configuration.bot, tabOrigin: configuration.tabOrigin },
            answersOf: (prompts) => answers.answers(prompts),
          }),
          pace,
          mailbox: configuration.mailbox,
          ...options.prompting,
        })
      : null
  if (prompting) refresh = (about) => prompting.refresh(about)
  const api = createApi({
    operations: createOperations(office),
    verify: createCallerVerifier({ ...configuration, fetch: outbound }),
    limiter: createLimiter({ burst: 60, perMinute: 120, ...options.limit, now }),
    log,
    now,
    tabOrigin: configuration.tabOrigin,
    messages: bot && ((request) => bot.fetch(request)),
    readiness: createReadiness({ ...configuration, client, fetch: outbound, now }),
    isHost: (host) => !isLoopback(configuration.host) || isLoopback(host.replace(/:\d+$/, '')),
  })
  const listener = getRequestListener(api.fetch, { overrideGlobalObjects: false })
  const server = createServer((incoming, outgoing) => void listener(incoming, outgoing))
  const port = await listen(server, configuration.host, configuration.port)
  log({ level: 'info', event: 'started', host: configuration.host, port })

  return {
    url: `http://${isLoopback(configuration.host) ? 'localhost' : configuration.host}:${port}`,
    async close() {
      await close(server)
      await handlers?.close()
      await prompting?.close()
      await endSweep()
      await endHeads?.()
      pace.close()
      office.collections.close()
      office.registers.close()
      if (!options.database) await database.close()
      log({ level: 'info', event: 'ended' })
    },
  }
}

function listen(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : port)
    })
  })
}

function close(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    const impatience = setTimeout(() => server.closeAllConnections(), GRACE_MILLISECONDS)
    server.close((fault) => {
      clearTimeout(impatience)
      if (fault) reject(fault)
      else resolve()
    })
    server.closeIdleConnections()
  })
}

/** SHA-256 of the certificate, base64url: the header `x5t#S256` of the assertion. */
function thumbprintOf(certificate: string | null): { readonly thumbprint?: string } {
  if (certificate === null) return {}
  const hex = new X509Certificate(certificate).fingerprint256.replaceAll(':', '')
  return { thumbprint: Buffer.from(hex, 'hex').toString('base64url') }
}
