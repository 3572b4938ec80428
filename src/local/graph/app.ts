/**
 * The routes as HTTP: who may connect (this laptop, known origins), the batch, and each operation under its address.
 * It carries requests in and answers out and decides nothing about them.
 */

import { Hono, type Context } from 'hono'
import type { HttpBindings } from '@hono/node-server'
import { canonicalPath, VERSION } from './address.ts'
import { parseBatch, runBatch, type BatchRequest, type BatchResponse } from './batch.ts'
import { serve, type House, type Incoming, type Outgoing } from './pipeline.ts'
import { errorBody, GraphRefusal, invalidRequest, newRequestId } from './refusal.ts'
import { ROUTES, type Route } from './routes.ts'

interface Env {
  Bindings: HttpBindings & { batched?: boolean }
}

export type GraphApp = Hono<Env>

const EXPOSED = [
  'WWW-Authenticate',
  'Retry-After',
  'request-id',
  'client-request-id',
  'ETag',
  'Location',
  'RateLimit-Limit',
  'RateLimit-Remaining',
  'RateLimit-Reset',
]
const LOOPBACK: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]'])

/** Graph's own routes, below `/v1.0`. */
export function graphApp(house: House): GraphApp {
  const app: GraphApp = new Hono<Env>({
    getPath: (request) => canonicalPath(new URL(request.url).pathname, house.directory),
  })
  const handler = (route: Route | undefined) => async (c: Context<Env>) =>
    send(c, await serve(house, incomingOf(c), route))
  app.post('/$batch', (c) => batch(app, c))
  for (const route of ROUTES) app.on(route.method, route.path, handler(route))
  app.notFound(handler(undefined))
  return app
}

/**
 * Only this laptop, and in a browser only pages of the origins named: a page from elsewhere that reaches for the
 * loopback address gets 403 and no CORS.
 */
export function guard(app: Hono<Env>, allowedOrigins: () => readonly string[]): void {
  app.use('*', async (c, next) => {
    const url = new URL(c.req.url)
    if (!LOOPBACK.has(url.hostname)) return c.json(refusalBody('Only this computer may connect.'), 403)
    const origin = c.req.header('origin')
    if (origin === undefined) return next()
    if (!allowedOrigins().includes(origin)) return c.json(refusalBody(`The origin ${origin} is not known here.`), 403)
    if (c.req.method === 'OPTIONS') return c.body(null, 204, preflight(c, origin))
    await next()
    c.res.headers.set('Access-Control-Allow-Origin', origin)
    c.res.headers.set('Access-Control-Expose-Headers', EXPOSED.join(', '))
    c.res.headers.append('Vary', 'Origin')
  })
}

function preflight(c: Context<Env>, origin: string): Record<string, string> {
  return {
    'Access-Control-Allow-Origin': origin,
    'Access-Control-Allow-Methods': 'GET, POST, PATCH, PUT, DELETE, OPTIONS',
    'Access-Control-Allow-Headers': c.req.header('access-control-request-headers') ?? '*',
    'Access-Control-Max-Age': '600',
    Vary: 'Origin, Access-Control-Request-Headers',
  }
}

function incomingOf(c: Context<Env>): Incoming {
  return {
    method: c.req.method,
    url: new URL(c.req.url),
    header: (name) => c.req.header(name),
    body: () => jsonBody(c),
    params: c.req.param(),
    path: c.req.path,
    batched: c.env.batched === true,
  }
}

async function jsonBody(c: Context<Env>): Promise<unknown> {
  if (c.req.method === 'GET' || c.req.method === 'DELETE') return undefined
  // Only files are put.
  if (c.req.method === 'PUT') return new Uint8Array(await c.req.arrayBuffer())
  const text = await c.req.text()
  if (text === '') return undefined
  try {
    return JSON.parse(text) as unknown
  } catch {
    throw invalidRequest('Unable to read JSON request payload.')
  }
}

function send(c: Context<Env>, outgoing: Outgoing): Response {
  if (outgoing === 'cut') {
    c.env.incoming.socket.destroy()
    return new Response(null, { status: 499 })
  }
  const { status, headers, body } = outgoing
  if (body === undefined) return new Response(null, { status, headers })
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      'Content-Type':
        'application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8',
      'OData-Version': '4.0',
      'Cache-Control': 'no-store',
      ...headers,
    },
  })
}

async function batch(app: GraphApp, c: Context<Env>): Promise<Response> {
  const origin = new URL(c.req.url).origin
  const authorization = c.req.header('authorization')
  try {
    const requests = parseBatch(await jsonBody(c))
    return c.json(await runBatch(requests, (request) => one(app, c, request, origin, authorization)))
  } catch (error) {
    if (!(error instanceof GraphRefusal)) throw error
    const requestId = newRequestId()
    const body = errorBody(error, { requestId, clientRequestId: requestId })
    return send(c, { status: error.status, headers: { 'request-id': requestId }, body })
  }
}

/** One request of a batch, sent through the routes as if it had come alone. */
async function one(
  app: GraphApp,
  c: Context<Env>,
  { id, method, url, headers, body }: BatchRequest,
  origin: string,
  authorization: string | undefined,
): Promise<BatchResponse> {
  const hasBody = body !== undefined && method !== 'GET' && method !== 'DELETE'
  const request = new Request(`${origin}${VERSION}${url}`, {
    method,
    headers: { ...(authorization === undefined ? {} : { authorization }), ...headers },
    ...(hasBody ? { body: JSON.stringify(body) } : {}),
  })
  const response = await app.fetch(request, { ...c.env, batched: true })
  const text = await response.text()
  const answered = Object.fromEntries(
    ['Content-Type', 'ETag', 'Location', 'Retry-After', 'WWW-Authenticate', 'request-id'].flatMap((name) => {
      const value = response.headers.get(name)
      return value === null ? [] : [[name, value]]
    }),
  )
  return {
    id,
    status: response.status,
    headers: answered,
    ...(text === '' ? {} : { body: JSON.parse(text) as unknown }),
  }
}

function refusalBody(message: string): object {
  const requestId = newRequestId()
  return errorBody({ code: 'forbidden', message, inner: undefined }, { requestId, clientRequestId: requestId })
}
