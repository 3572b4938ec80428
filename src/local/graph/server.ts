/**
 * A Microsoft Graph on this laptop: `createGraph` starts it on the loopback address with a tenant, its sign-in and a
 * store, and returns what tests and the laptop need to steer it. It isn't for production: it listens to this computer
 * only.
 */

import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import type { Server } from 'node:http'
import { join } from 'node:path'
import { createAdaptorServer, type HttpBindings } from '@hono/node-server'
import { Hono } from 'hono'
import { openSigningKey } from '../signin/key.ts'
import { createSignIn, signInRoutes, type SignIn } from '../signin/signin.ts'
import type { Tenant } from '../tenant.ts'
import { VERSION } from './address.ts'
import { graphApp, guard } from './app.ts'
import { createDirectory } from './directory.ts'
import { createFaults, type Faults } from './faults.ts'
import { localRoutes } from './localroutes.ts'
import type { House, RequestRecord } from './pipeline.ts'
import { wholeSeconds } from './store/column.ts'
import type { Fields } from './store/items.ts'
import { openStore, type Mail } from './store/store.ts'
import { createThrottle } from './throttle.ts'

export interface GraphOptions {
  readonly tenant: Tenant
  /** 0 takes a free one. */
  readonly port: number
  /** Folder to keep everything in; in memory without one. */
  readonly data?: string
  /** 1,250 units a minute unless said otherwise: the smallest licence band. */
  readonly throttle?: { readonly unitsPerMinute: number } | 'off'
  /** Waits this long before each request. */
  readonly latencyMs?: number
  /** Pages that may call from a browser, for example `http://localhost:5301`. */
  readonly allowedOrigins?: readonly string[]
  /** Opens `/local/token`, `/local/faults`, `/local/throttle` and `/local/requests`. */
  readonly tokenRoute?: boolean
  readonly log?: (line: string) => void
  /** Milliseconds since 1970. */
  readonly now?: () => number
}

export interface LocalGraph {
  /** `http://localhost:PORT/v1.0` */
  readonly url: string
  readonly origin: string
  readonly signIn: SignIn
  readonly faults: Faults
  /** The latest requests, oldest first. */
  readonly requests: readonly RequestRecord[]
  /** Resource units a minute from now on. */
  limit(unitsPerMinute: number | 'off'): void
  /** What was sent, the oldest first; it goes nowhere. */
  mails(): readonly Mail[]
  /** What was put into the sites' libraries. */
  files(): readonly { readonly path: string; readonly text: string; readonly by: string }[]
  /** Many rows at once into a list that exists, without HTTP; the fields are taken as they are. */
  seed(sitePath: string, list: string, rows: Iterable<Fields>): number
  /** Another service of this laptop on the same port: it answers whatever is below `path`, for example `/connector`. */
  mount(path: string, fetch: Mounted): void
  /** Forgets all lists, grants, faults and counted units; with a tenant, goes on as that one. */
  reset(tenant?: Tenant): Promise<void>
  close(): Promise<void>
}

export type Mounted = (request: Request, env: HttpBindings) => Response | Promise<Response>

const DEFAULT_UNITS = 1250
const MOST_RECORDS = 20_000

/** Throws DataInUseError for a folder that another server has open, and Node's error for a port in use. */
export async function createGraph(options: GraphOptions): Promise<LocalGraph> {
  const { data, log = () => undefined, now = Date.now } = options
  const store = openStore(data)
  const faults = createFaults()
  const limit = options.throttle === 'off' ? 'off' : (options.throttle?.unitsPerMinute ?? DEFAULT_UNITS)
  const throttle = createThrottle(limit, now)
  const requests: RequestRecord[] = []
  const mounted = new Map<string, Mounted>()

  let app = new Hono<{ Bindings: HttpBindings }>()
  const server = createAdaptorServer({ fetch: (request, env) => app.fetch(request, env) }) as Server
  try {
    await listen(server, options.port)
  } catch (error) {
    store.close()
    throw error
  }
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`

  // A tenant may change under a running server; its tokens go on being good.
  const key = await openSigningKey(data ? join(data, 'signin-key.json') : undefined)
  const houseOf = async (tenant: Tenant): Promise<House> => ({
    directory: createDirectory(tenant),
    signIn: await createSignIn({ tenant, origin, now, key }),
    store,
    faults,
    throttle,
    now,
    latencyMs: options.latencyMs ?? 0,
    record(entry) {
      requests.push(entry)
      if (requests.length > MOST_RECORDS) requests.splice(0, requests.length - MOST_RECORDS)
      log(`${entry.method} ${entry.path} ${entry.status} ${entry.person ?? entry.app ?? '-'}`)
    },
  })

  const open = (house: House): void => {
    const next = new Hono<{ Bindings: HttpBindings }>()
    const graph = graphApp(house)
    guard(next, () => options.allowedOrigins ?? [])
    next.route('/', signInRoutes(house.signIn))
    if (options.tokenRoute) next.route('/', localRoutes(house, requests))
    next.all(`${VERSION}/*`, (c) => graph.fetch(c.req.raw, c.env))
    for (const [path, fetch] of mounted) next.all(`${path}/*`, (c) => fetch(c.req.raw, c.env))
    next.onError((error, c) => {
      log(`fault: ${error.stack ?? error.message}`)
      return c.json({ error: { code: 'generalException', message: 'An unspecified error has occurred.' } }, 500)
    })
    app = next
  }

  let house = await houseOf(options.tenant)
  open(house)

  return {
    url: `${origin}${VERSION}`,
    origin,
    get signIn() {
      return house.signIn
    },
    faults,
    requests,
    limit: (unitsPerMinute) => throttle.limit(unitsPerMinute),
    mails: () => store.mails.all(),
    files: () => store.files.all(),
    seed(sitePath, listName, rows) {
      const { directory } = house
      const site = directory.siteAt(directory.tenant.siteHost, sitePath)
      const list = site && store.lists.find(site.id, listName)
      if (!list) throw new Error(`No list ${listName} on ${sitePath}.`)
      const by = JSON.stringify({ application: { id: 'seed', displayName: 'Seed' } })
      return store.items.seed(list, rows, { at: wholeSeconds(now()), by })
    },
    mount(path, fetch) {
      mounted.set(path, fetch)
      open(house)
    },
    async reset(tenant) {
      store.clear()
      faults.clear()
      throttle.clear()
      requests.length = 0
      if (!tenant) return
      house = await houseOf(tenant)
      open(house)
    },
    async close() {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
      store.close()
    },
  }
}

async function listen(server: Server, port: number): Promise<void> {
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
}
