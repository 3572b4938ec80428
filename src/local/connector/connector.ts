/**
 * The Bot Connector of Teams on this laptop: what a bot calls (`/v3/conversations…`, with a verified token, within
 * Teams' limits), what Teams sends to the bot (signed), and the chats behind both. `createConnector` makes it;
 * its `fetch` is mounted below the path of its service URL. Not for production: whoever holds it can speak as anybody.
 *
 *     const connector = await createConnector({ tenant, bot, signIn, serviceUrl: 'http://localhost:5302/connector/', … })
 *     graph.mount('/connector', connector.fetch)
 *     await connector.chat.say({ person: 'chair', locale: 'en-GB' }, { base, thread: null, text: 'help' })
 */

import { setTimeout as sleep } from 'node:timers/promises'
import type { HttpBindings } from '@hono/node-server'
import { Hono, type Context } from 'hono'
import type { JWTPayload } from 'jose'
import type { Claims } from '../signin/claims.ts'
import { SignInError } from '../signin/claims.ts'
import type { Tenant } from '../tenant.ts'
import { createActivityMaker } from './activity.ts'
import { type Chat, createChat } from './chat.ts'
import { type BotAnswer, createCourier, post } from './courier.ts'
import { createFaults, type Faults, type Operation } from './faults.ts'
import { type Issuer, openIssuer } from './issuer.ts'
import { createLimits } from './limits.ts'
import { createLive } from './live.ts'
import { badSyntax, Refusal, refusalOf, UNAUTHORIZED } from './refusal.ts'
import { type Bot, createRoster, splitConversation } from './roster.ts'
import { type House, type Request as BotRequest, type Route, ROUTES } from './routes.ts'
import { openChatStore } from './store.ts'

/** The audience of a bot's token for the connector. */
export const CONNECTOR_AUDIENCE = 'https://api.botframework.com'
const TEAMS_PATIENCE_MS = 15_000
const MOST_CALLS = 20_000

export interface ConnectorOptions {
  readonly tenant: Tenant
  readonly bot: Bot
  /** Verifies the bot's tokens. */
  readonly signIn: { verify(token: string, audience: string): Promise<Claims> }
  /** Where the bot calls, ending in a slash, for example `http://localhost:5302/connector/`. */
  readonly serviceUrl: string
  /** Where the bot listens, asked each time: `http://localhost:5303/api/messages`. */
  readonly endpoint: () => string
  /** Folder for chats and key; in memory without one. */
  readonly data?: string
  /** Teams' limits, unless switched off. */
  readonly limits?: 'on' | 'off'
  /** How long an answer of the bot is waited for: 15 seconds unless said otherwise. */
  readonly patienceMs?: number
  /** Milliseconds since 1970. */
  readonly now?: () => number
}

/** What the bot asked for, and how it was answered; 0 when the connection was cut. */
export interface Call {
  readonly operation: Operation
  readonly conversationId: string
  readonly status: number
  readonly at: number
}

export interface Connector {
  readonly serviceUrl: string
  /** For `withOverrides({ openIdMetadataUrl })`, or whatever else is to trust its signatures. */
  readonly metadataUrl: string
  readonly issuer: Issuer
  readonly chat: Chat
  readonly faults: Faults
  /** The latest, oldest first. */
  readonly calls: readonly Call[]
  /** Answers what stands below the service URL's path. */
  fetch(request: Request, env?: Partial<HttpBindings>): Response | Promise<Response>
  /** Posts any activity to the bot, signed; `claims` are added or override. For replays and forgeries. */
  post(activity: unknown, claims?: JWTPayload): Promise<BotAnswer>
  /** Forgets chats, installations, faults and counts. */
  reset(): void
  close(): void
}

interface Env {
  Bindings: Partial<HttpBindings>
}

export async function createConnector(options: ConnectorOptions): Promise<Connector> {
  const { tenant, bot, serviceUrl, endpoint, data, now = Date.now, patienceMs = TEAMS_PATIENCE_MS } = options
  const roster = createRoster(tenant, bot)
  const store = openChatStore(data)
  const issuer = await openIssuer({ folder: data, base: serviceUrl, audience: bot.appId, now })
  const faults = createFaults()
  const limits = createLimits(options.limits !== 'off', now)
  const house: House = { roster, store, live: createLive(), serviceUrl, now }
  const courier = createCourier({ issuer, serviceUrl, endpoint, faults, timeoutMs: patienceMs })
  const calls: Call[] = []

  const app = new Hono<Env>().basePath(new URL(serviceUrl).pathname.replace(/\/$/, ''))
  app.get('/.well-known/openidconfiguration', (c) => c.json(issuer.metadata()))
  app.get('/.well-known/keys', (c) => c.json(issuer.jwks()))
  for (const route of ROUTES) app.on(route.method, route.path, (c) => serve(c, route))
  app.notFound((c) => c.json({ message: 'No HTTP resource was found that matches the request URI.' }, 404))

  async function serve(c: Context<Env>, route: Route): Promise<Response> {
    if (!(await isBot(c.req.header('authorization')))) return c.json(UNAUTHORIZED, 401)
    let conversationId = ''
    const finish = (status: number, response: Response): Response => {
      calls.push({ operation: route.operation, conversationId, status, at: now() })
      if (calls.length > MOST_CALLS) calls.splice(0, calls.length - MOST_CALLS)
      return response
    }
    const cut = (): Response => {
      c.env.incoming?.socket.destroy()
      return finish(0, new Response(null, { status: 499 }))
    }
    try {
      const request: BotRequest = { params: c.req.param(), query: c.req.query(), body: await bodyOf(c) }
      conversationId = request.params['conversation'] ?? goalOf(request.body)
      const person = roster.personOf(splitConversation(conversationId).base)?.key
      const fault = faults.strike({ operation: route.operation, person, conversationId })
      if (fault?.kind === 'slow') await sleep(fault.ms)
      if (fault?.kind === 'cutBefore') return cut()
      if (fault?.kind === 'status') throw refusalOf(fault.status, fault.code, fault.retryAfter)
      limits.spend(route.kind, conversationId)
      const { status, body } = route.run(house, request)
      if (fault?.kind === 'cutAfter') return cut()
      if (fault?.kind === 'doneThen') throw refusalOf(fault.status, undefined, undefined)
      return finish(status, body === undefined ? new Response(null, { status }) : Response.json(body, { status }))
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      const { status, headers } = error
      return finish(status, Response.json(error.body(), { status, headers }))
    }
  }

  /** For a new conversation: where it leads, so that faults and limits find it. */
  function goalOf(body: BotRequest['body']): string {
    const { channel } = (body['channelData'] ?? {}) as { channel?: { id?: string } }
    if (typeof channel?.id === 'string') return channel.id
    const [member] = (Array.isArray(body['members']) ? body['members'] : []) as { id?: string; aadObjectId?: string }[]
    const person = roster.find(member?.aadObjectId ?? member?.id ?? '')
    return person ? roster.conversationOf(person) : ''
  }

  async function isBot(authorization: string | undefined): Promise<boolean> {
    const token = /^Bearer (.+)$/.exec(authorization ?? '')?.[1]
    if (token === undefined) return false
    try {
      const claims = await options.signIn.verify(token, CONNECTOR_AUDIENCE)
      return claims.azp === bot.appId && claims.idtyp === 'app'
    } catch (error) {
      if (error instanceof SignInError) return false
      throw error
    }
  }

  return {
    serviceUrl,
    metadataUrl: `${serviceUrl}.well-known/openidconfiguration`,
    issuer,
    chat: createChat(house, createActivityMaker(roster, serviceUrl), courier),
    faults,
    calls,
    fetch: (request, env = {}) => app.fetch(request, env),
    post: async (activity, claims) => post(endpoint(), await issuer.sign(serviceUrl, claims), activity, patienceMs),
    reset() {
      store.clear()
      faults.clear()
      limits.clear()
      calls.length = 0
    },
    close: () => store.close(),
  }
}

async function bodyOf(c: Context<Env>): Promise<BotRequest['body']> {
  if (c.req.method === 'GET' || c.req.method === 'DELETE') return {}
  try {
    const body = (await c.req.json()) as unknown
    if (typeof body === 'object' && body !== null) return body as BotRequest['body']
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
  }
  throw badSyntax('The body is no JSON object.')
}
