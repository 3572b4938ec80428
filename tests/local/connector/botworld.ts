/**
 * A bot before the local connector, everything real: Microsoft's own client (`@microsoft/teams.apps`) with its own
 * validation of tokens, the local sign-in, HTTP on free ports of this machine. The bot remembers what it is told, echoes
 * messages, and answers a pressed button and a dialog as its test says.
 */

import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer, type HttpBindings } from '@hono/node-server'
import { App, type HttpRouteHandler, type IHttpServerAdapter } from '@microsoft/teams.apps'
import { type Client, PUBLIC, withOverrides } from '@microsoft/teams.api'
import { Hono } from 'hono'
import {
  CONNECTOR_AUDIENCE,
  type Connector,
  type ConnectorOptions,
  createConnector,
} from '../../../src/local/connector/connector.ts'
import { createSignIn, type SignIn, signInRoutes } from '../../../src/local/signin/signin.ts'
import type { Tenant } from '../../../src/local/tenant.ts'

export const BOT = { appId: '11111111-bbbb-4000-8000-000000000001', name: 'Echo' }
const TENANT_ID = '88888888-0000-4000-8000-000000000001'

/** An activity as it came in over HTTP, with the token that came with it. */
export interface Heard {
  // Tests say what they expect of it.
  readonly activity: any
  readonly token: string
}

export interface BotWorld {
  readonly connector: Connector
  readonly signIn: SignIn
  readonly heard: Heard[]
  /** Where the bot listens. */
  readonly endpoint: string
  /** The bot's own client, as it would be for a stored reference. */
  readonly api: Client
  /** What the bot answers to each kind of invoke; tests change it. */
  readonly answers: { card: () => unknown; task: () => unknown; delayMs: number }
  /** Asks the connector without a client; without a token when it is null. */
  ask(method: string, path: string, body?: unknown, token?: string | null): Promise<Response>
  botToken(): Promise<string>
  /** Stops the connector and starts it again on the same data and address. */
  restart(): Promise<void>
  close(): Promise<void>
}

export async function openBotWorld(tenant: Tenant, options: Partial<ConnectorOptions> = {}): Promise<BotWorld> {
  const { server: microsoft, origin, routes } = await listen()
  const { server: house, origin: botOrigin, routes: botRoutes } = await listen()
  const known = { appId: BOT.appId, displayName: BOT.name, delegated: [], application: [] }
  const withBot = { ...tenant, applications: [...tenant.applications, known] }
  const signIn = await createSignIn({ tenant: withBot, origin })
  const start = (): Promise<Connector> =>
    createConnector({
      tenant: withBot,
      bot: BOT,
      signIn,
      serviceUrl: `${origin}/connector/`,
      endpoint: () => `${botOrigin}/api/messages`,
      ...options,
    })
  let connector = await start()
  routes.route('/', signInRoutes(signIn))
  routes.all('/connector/*', (c) => connector.fetch(c.req.raw, c.env))

  const heard: Heard[] = []
  const answers: BotWorld['answers'] = {
    card: () => ({ statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'Noted' }),
    task: () => ({ task: { type: 'message', value: 'Noted' } }),
    delayMs: 0,
  }
  const botToken = async (): Promise<string> =>
    (await signIn.appToken({ clientId: BOT.appId, audience: CONNECTOR_AUDIENCE })).accessToken
  const app = new App({
    clientId: BOT.appId,
    tenantId: tenant.tenantId,
    token: botToken,
    cloud: withOverrides(PUBLIC, { openIdMetadataUrl: connector.metadataUrl }),
    httpServerAdapter: adapterOn(botRoutes, heard),
    logger: QUIET,
    activity: { mentions: { stripText: true } },
  })
  app.on('message', async ({ activity, send }) => {
    if (activity.text !== '') await send(`You said: ${activity.text}`)
  })
  app.on('card.action', async () => {
    await wait(answers.delayMs)
    return answers.card() as never
  })
  app.on('dialog.open', async () => answers.task() as never)
  app.on('dialog.submit', async () => answers.task() as never)
  await app.initialize()

  return {
    get connector() {
      return connector
    },
    signIn,
    heard,
    endpoint: `${botOrigin}/api/messages`,
    api: app.api.clone({ serviceUrl: connector.serviceUrl }),
    answers,
    async ask(method, path, body, token) {
      const bearer = token === undefined ? await botToken() : token
      return fetch(`${origin}/connector${path}`, {
        method,
        headers: {
          'Content-Type': 'application/json',
          ...(bearer === null ? {} : { Authorization: `Bearer ${bearer}` }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
    },
    botToken,
    async restart() {
      connector.close()
      connector = await start()
    },
    async close() {
      for (const server of [microsoft, house]) {
        server.close()
        server.closeAllConnections()
      }
      connector.close()
    },
  }
}

async function listen() {
  const routes = new Hono<{ Bindings: HttpBindings }>()
  const server = createAdaptorServer({ fetch: (request, env) => routes.fetch(request, env) }) as Server
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return { server, routes, origin: `http://localhost:${(server.address() as AddressInfo).port}` }
}

function adapterOn(routes: Hono<{ Bindings: HttpBindings }>, heard: Heard[]): IHttpServerAdapter {
  return {
    registerRoute(_method, path, handler: HttpRouteHandler) {
      routes.post(path, async (c) => {
        const activity = await c.req.json<unknown>()
        const headers = Object.fromEntries(c.req.raw.headers)
        heard.push({ activity, token: (headers['authorization'] ?? '').replace('Bearer ', '') })
        const { status, body } = await handler({ body: activity, headers })
        return Response.json(body ?? {}, { status })
      })
    },
  }
}

/** Forged tokens are told to the console otherwise. */
const QUIET: NonNullable<ConstructorParameters<typeof App>[0]>['logger'] & object = {
  log: () => undefined,
  error: () => undefined,
  warn: () => undefined,
  info: () => undefined,
  debug: () => undefined,
  trace: () => undefined,
  child: () => QUIET,
}

const wait = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms))

/** A team with a channel, a team without the app, a guest, somebody outside. */
export const tenant: Tenant = {
  tenantId: TENANT_ID,
  displayName: 'Shires',
  siteHost: 'shires.sharepoint.com',
  people: [
    person(1, 'coordinator', 'Priya Raman'),
    person(2, 'chair', 'Helen Marlowe'),
    {
      ...person(3, 'guest', 'Tom Ashworth'),
      guestOf: '88888888-0000-4000-8000-000000000002',
      userPrincipalName: 'tom_partner.example#EXT#@shires.example',
    },
    { ...person(4, 'welsh', 'Siân Bevan'), language: 'cy-GB' },
    person(5, 'outsider', 'Daniel Firth'),
  ],
  teams: [team(1, 'Governance', ['chair', 'guest', 'welsh']), team(2, 'Missing Children', ['chair'])],
  sites: [],
  applications: [],
}

function person(number: number, key: string, displayName: string): Tenant['people'][number] {
  const mail = `${key}@shires.example`
  const objectId = `77777777-0000-4000-8000-${String(number).padStart(12, '0')}`
  return { key, objectId, displayName, userPrincipalName: mail, mail, language: 'en-GB' }
}

function team(number: number, displayName: string, members: readonly string[]): Tenant['teams'][number] {
  const name = displayName.toLowerCase().replaceAll(' ', '-')
  return {
    id: `66666666-0000-4000-8000-${String(number).padStart(12, '0')}`,
    displayName,
    description: displayName,
    sitePath: `/sites/${name}`,
    owners: ['coordinator'],
    members,
    channels: [
      { id: `19:${name}-general@thread.tacv2`, displayName: 'General', membershipType: 'standard' },
      { id: `19:${name}@thread.tacv2`, displayName: 'Work', membershipType: 'standard' },
    ],
  }
}

export const [governance, missingChildren] = tenant.teams as [Tenant['teams'][number], Tenant['teams'][number]]

export function objectIdOf(key: string): string {
  return tenant.people.find((one) => one.key === key)!.objectId
}

export const seat = (key: string, locale = 'en-GB') => ({ person: key, locale })

export function card(text: string, actions: readonly object[] = []): object {
  return {
    type: 'message',
    summary: text,
    attachments: [
      {
        contentType: 'application/vnd.microsoft.card.adaptive',
        content: { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text }], actions },
      },
    ],
  }
}
