/**
 * The local Teams host: serves the host page and answers its questions about the tenant, tokens and pinned tabs.
 * Loopback only; Host and Origin are checked, because a web page elsewhere in the same browser can reach a laptop's
 * ports. It imports nothing of any app: the app comes in as its manifest describes it.
 *
 *     const host = await createTeamsHost({ tenant, signIn, port: 5300, app, assets: '.cache/host' })
 *     host.url // http://localhost:5300/
 */

import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { getRequestListener } from '@hono/node-server'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import * as v from 'valibot'
import type { Seat } from '../connector/chat.ts'
import type { Tenant } from '../tenant.ts'
import { chatRoutes, type ChatSource, type HostEvent } from './chatroutes.ts'
import { openPinBoard, type PinnedTab } from './pinned.ts'
import { createTokenDesk, type TokenMaker } from './tokens.ts'
import { type HostApp, mayPin, viewFor } from './view.ts'

export type { PinnedTab } from './pinned.ts'
export type { HostApp } from './view.ts'

export interface TeamsHost {
  readonly url: string
  close(): Promise<void>
  /** Pins a tab as if somebody had configured it. */
  rememberTab(tab: PinnedTab): void
  tabs(): PinnedTab[]
}

export interface TeamsHostOptions {
  readonly tenant: Tenant
  readonly signIn: TokenMaker
  /** 0 takes a free one. */
  readonly port: number
  readonly app: HostApp
  /** Folder that keeps the pinned tabs between starts. */
  readonly data?: string
  /** Folder of the built page, see `buildHostPage`. */
  readonly assets: string
  /** Pinned at the first start on `data`. */
  readonly tabs?: readonly PinnedTab[]
  /** The app's bot and the conversations with it; without one the host has tabs only. */
  readonly connector?: ChatSource
  /** The day that the app believes it is, and what moves it; open windows then load the app again. */
  readonly today?: { read(): string; move(days: number): Promise<void> | void }
}

const text = v.pipe(v.string(), v.nonEmpty())

const TOKEN_REQUEST = v.object({
  person: text,
  clientId: text,
  scope: v.string(),
  claims: v.exactOptional(v.string()),
  isInteractive: v.boolean(),
  answered: v.exactOptional(v.picklist(['consent', 'verify'])),
})

const PINNED_TAB = v.object({
  teamId: text,
  channelId: text,
  entityId: text,
  name: text,
  contentUrl: text,
  websiteUrl: v.exactOptional(v.string()),
})

/** As far as one moves at a time. */
const MOVE = v.object({ days: v.pipe(v.number(), v.integer(), v.minValue(-366), v.maxValue(366)) })

export async function createTeamsHost(options: TeamsHostOptions): Promise<TeamsHost> {
  const board = openPinBoard(options.data, options.tabs ?? [])
  const answerToken = createTokenDesk(options.tenant, options.signIn)
  const server = createServer()
  server.listen(options.port, '127.0.0.1')
  await once(server, 'listening')
  const port = (server.address() as AddressInfo).port
  const origin = `http://localhost:${port}`

  const web = new Hono()
  web.use(async (context, next) => {
    if (!isOwnHost(context.req.header('host'), port)) return context.json({ code: 'foreignHost' }, 403)
    const from = context.req.header('origin')
    const isRead = context.req.method === 'GET' || context.req.method === 'HEAD'
    if (from === undefined ? !isRead : !isOwnOrigin(from, port)) return context.json({ code: 'foreignOrigin' }, 403)
    await next()
    for (const [name, value] of Object.entries(pageHeaders(options.app.tabOrigin))) context.header(name, value)
    if (context.req.path.startsWith('/local/')) context.header('Cache-Control', 'no-store')
  })

  web.get('/local/tenant', (context) => {
    const key = context.req.query('as') ?? options.tenant.people[0]?.key ?? ''
    const view = viewFor(key, options.tenant, options.app, board.all(), {
      hasChat: options.connector !== undefined,
      today: options.today?.read() ?? null,
    })
    return view ? context.json(view) : context.json({ code: 'noSuchPerson' }, 404)
  })

  web.post('/local/naa', async (context) => {
    const request = v.safeParse(TOKEN_REQUEST, await context.req.json<unknown>())
    if (!request.success) return context.json({ code: 'malformed' }, 400)
    return context.json(await answerToken(request.output))
  })

  web.put('/local/tabs', async (context) => {
    const parsed = v.safeParse(PINNED_TAB, await context.req.json<unknown>())
    if (!parsed.success) return context.json({ code: 'malformed' }, 400)
    const tab = parsed.output
    if (!mayPin(context.req.query('as') ?? '', tab.channelId, tab.teamId, options.tenant)) {
      return context.json({ code: 'notAllowed' }, 403)
    }
    if (!isWithin(tab.contentUrl, options.app.tabOrigin)) return context.json({ code: 'foreignContent' }, 422)
    board.pin(tab)
    // An app that has a tab in a channel is in the team, with its bot.
    await options.connector?.chat.setTeam(seatOf(context.req.query('as') ?? ''), tab.teamId, true)
    return context.json(tab)
  })

  web.delete('/local/tabs', (context) => {
    const { as = '', team = '', channel = '', entity = '' } = context.req.query()
    if (!mayPin(as, channel, team, options.tenant)) return context.json({ code: 'notAllowed' }, 403)
    return board.unpin(channel, entity) ? context.body(null, 204) : context.json({ code: 'noSuchTab' }, 404)
  })

  const listeners = new Set<(event: HostEvent) => void>()
  const listen = (listener: (event: HostEvent) => void) => {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  }
  if (options.connector) web.route('/local/chat', chatRoutes(options.connector, listen))

  web.post('/local/today', async (context) => {
    const { today } = options
    const parsed = v.safeParse(MOVE, await context.req.json<unknown>())
    if (!today || !parsed.success) return context.json({ code: 'malformed' }, 400)
    await today.move(parsed.output.days)
    const event: HostEvent = { kind: 'today', today: today.read() }
    for (const listener of listeners) listener(event)
    return context.json(event)
  })

  web.all('/local/*', (context) => context.json({ code: 'noSuchRoute' }, 404))
  web.use('/assets/*', serveStatic({ root: options.assets }))
  const page = serveStatic({ root: options.assets, path: 'index.html' })
  web.get('/', page)
  // Deep links keep the shape they have in Teams: /l/entity/<app>/<entity>?context=…
  web.get('/l/*', page)
  web.notFound((context) => context.text('Not found', 404))

  const listener = getRequestListener(web.fetch)
  server.on('request', (incoming, outgoing) => void listener(incoming, outgoing))

  return {
    url: `${origin}/`,
    rememberTab: (tab) => board.pin(tab),
    tabs: () => [...board.all()],
    async close() {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }

  function seatOf(key: string): Seat {
    const person = options.tenant.people.find((one) => one.key === key)
    return { person: key, locale: person?.language ?? 'en-GB' }
  }
}

/** Builds the page with vite into `outDir`; takes about a second. */
export async function buildHostPage(outDir: string): Promise<void> {
  const { build } = await import('vite')
  const configFile = fileURLToPath(new URL('../../../.config/vite.host.config.ts', import.meta.url))
  await build({ configFile, logLevel: 'warn', build: { outDir, emptyOutDir: true } })
}

/** The page frames the app and nothing else, and nothing frames the page. */
function pageHeaders(tabOrigin: string): Record<string, string> {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    `frame-src ${tabOrigin}`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ]
  return {
    'Content-Security-Policy': policy.join('; '),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'strict-origin',
  }
}

function isOwnHost(host: string | undefined, port: number): boolean {
  return host === `localhost:${port}` || host === `127.0.0.1:${port}`
}

function isOwnOrigin(origin: string, port: number): boolean {
  return origin === `http://localhost:${port}` || origin === `http://127.0.0.1:${port}`
}

function isWithin(url: string, origin: string): boolean {
  return URL.canParse(url) && new URL(url).origin === origin
}
