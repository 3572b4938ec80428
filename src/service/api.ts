/**
 * The service as seen over HTTP: who may call, in which shape, how often, and what is answered. Hides headers, tokens
 * and status codes from the operations, which get a person and checked values and give a value or a refusal.
 */

import { Hono, type Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { cors } from 'hono/cors'
import { secureHeaders } from 'hono/secure-headers'
import * as v from 'valibot'
import { allEndpoints } from '../contract/all.ts'
import type { Endpoint } from '../contract/endpoint.ts'
import { SERVICE_REFUSALS, type ServiceRefusal } from '../contract/refusal.ts'
import type { Person } from '../domain/group.ts'
import { GraphFault } from '../sharepoint/fault.ts'
import { TokenFault } from './apptoken.ts'
import type { VerifyCaller } from './caller.ts'
import type { Limiter } from './limiter.ts'
import { traceOf, type Log } from './log.ts'

export type Answer<Value> =
  | { readonly ok: true; readonly value: Value; /** Something was made that wasn't there. */ readonly made?: boolean }
  | { readonly ok: false; readonly error: ServiceRefusal }

/** What the service does, one function for each endpoint. Faults are thrown. */
export type Operations = {
  readonly [Name in EndpointName]: (typeof allEndpoints)[Name] extends Endpoint<
    infer Parameter,
    infer Request,
    infer Value
  >
    ? (caller: Person, parameters: Record<Parameter, string>, request: Request) => Promise<Answer<Value>>
    : never
}
type EndpointName = keyof typeof allEndpoints

export interface ApiOptions {
  readonly operations: Operations
  readonly verify: VerifyCaller
  readonly limiter: Limiter
  readonly log: Log
  /** The wall clock, milliseconds. */
  readonly now: () => number
  readonly tabOrigin: string
  /** Names of what can't be reached; none: ready. */
  readonly readiness: () => Promise<readonly string[]>
  /** Answers activities of Teams; null where there is no bot. */
  readonly messages: ((request: Request) => Promise<Response>) | null
  /** Whether a request may be addressed to this host (a name with its port). */
  readonly isHost: (host: string) => boolean
}

type Variables = { id: string; person: string; refusal: string }
type Operation = (caller: Person, parameters: Record<string, string>, request: unknown) => Promise<Answer<unknown>>
type ApiContext = Context<{ Variables: Variables }>

/** A hundred organisations and three hundred posts, written out. */
const LARGEST_BODY = 512 * 1024
const MESSAGES = '/api/messages'
/** Teams' largest activity, with room. */
const LARGEST_ACTIVITY = 256 * 1024

export function createApi(options: ApiOptions): Hono<{ Variables: Variables }> {
  const { operations, log } = options
  const app = new Hono<{ Variables: Variables }>()

  app.use(async (c, next) => {
    const began = options.now()
    c.set('id', crypto.randomUUID())
    c.header('request-id', c.get('id'))
    await next()
    // Health is asked every few seconds, and a preflight says nothing: neither is worth a line.
    if (!c.req.path.startsWith('/api/') || c.req.method === 'OPTIONS') return
    log({
      level: c.res.status >= 500 ? 'error' : 'info',
      event: 'request',
      id: c.get('id'),
      method: c.req.method,
      route: c.get('refusal') === 'addressUnknown' ? null : routeOf(c.req.method, c.req.path),
      status: c.res.status,
      refusal: c.get('refusal'),
      person: c.get('person'),
      milliseconds: Math.round(options.now() - began),
    })
  })
  app.use(
    secureHeaders({
      contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"], baseUri: ["'none'"] },
      referrerPolicy: 'no-referrer',
      xFrameOptions: 'DENY',
      // The tab lives on another origin: CORS says which.
      crossOriginResourcePolicy: 'cross-origin',
    }),
  )
  app.use(async (c, next) => {
    if (!options.isHost(c.req.header('host') ?? '')) return refuse(c, { code: 'addressUnknown' })
    c.header('cache-control', 'no-store')
    return next()
  })
  app.use(
    '/api/*',
    cors({
      origin: options.tabOrigin,
      allowMethods: ['GET', 'POST'],
      allowHeaders: ['authorization', 'content-type'],
      exposeHeaders: ['retry-after', 'request-id'],
      maxAge: 600,
    }),
  )
  app.use('/api/*', bodyLimit({ maxSize: LARGEST_BODY, onError: tooLarge }))

  app.get('/healthz', (c) => c.json({ healthy: true }))
  app.get('/readyz', async (c) => {
    const waitsFor = await options.readiness()
    return c.json({ ready: waitsFor.length === 0, waitsFor }, waitsFor.length === 0 ? 200 : 503)
  })

  // Each endpoint and its operation agree by their types; of all together the compiler can't say it.
  for (const name of Object.keys(allEndpoints) as EndpointName[]) {
    route(allEndpoints[name], operations[name] as Operation)
  }

  const { messages } = options
  if (messages) {
    app.post(MESSAGES, bodyLimit({ maxSize: LARGEST_ACTIVITY, onError: tooLarge }), (c) => messages(c.req.raw))
  }

  app.notFound((c) => refuse(c, { code: 'addressUnknown' }))
  app.onError((fault, c) => {
    log({ level: 'error', event: 'fault', id: c.get('id'), ...traceOf(fault) })
    return refuse(c, refusalOf(fault, c.get('id')))
  })
  return app

  function route(endpoint: Endpoint<string, unknown, unknown>, operation: Operation): void {
    app.on(endpoint.method, endpoint.path, async (c) => {
      const caller = await options.verify(c.req.header('authorization'))
      if (!caller.ok) {
        log({ level: 'warning', event: 'tokenRefused', id: c.get('id'), problem: caller.error })
        c.header('www-authenticate', 'Bearer')
        return refuse(c, { code: 'signInNeeded' })
      }
      const { tenantId, objectId } = caller.value
      c.set('person', objectId)
      const seconds = options.limiter.take(`${tenantId}/${objectId}`)
      if (seconds > 0) return refuse(c, { code: 'tooManyRequests', values: { seconds } })

      const parameters = v.safeParse(v.object(endpoint.parameters), c.req.param())
      if (!parameters.success) return refuse(c, invalid(parameters.issues))
      let request: unknown
      if (endpoint.request) {
        const body: unknown = await c.req.json().catch(() => undefined)
        const read = v.safeParse(endpoint.request, body)
        if (!read.success) return refuse(c, invalid(read.issues))
        request = read.output
      }
      const answer = await operation(caller.value, parameters.output, request)
      if (!answer.ok) return refuse(c, answer.error)
      // Answered through its shape, so that nothing leaves that the contract doesn't name.
      return c.json(v.parse(endpoint.answer, answer.value) as object, answer.made ? 201 : 200)
    })
  }
}

/** The rest of the body is never read, so nothing else can follow on this connection. */
function tooLarge(c: Context): Response {
  c.header('connection', 'close')
  return refuse(c, { code: 'requestTooLarge' })
}

function refuse(c: Context, refusal: ServiceRefusal): Response {
  ;(c as ApiContext).set('refusal', refusal.code)
  const seconds = refusal.values?.['seconds']
  if (seconds !== undefined) c.header('retry-after', String(seconds))
  return c.json({ refusal }, SERVICE_REFUSALS[refusal.code])
}

/** The first input that is wrong, by its path; never what was written there. */
function invalid(issues: readonly [v.BaseIssue<unknown>, ...v.BaseIssue<unknown>[]]): ServiceRefusal {
  const field = v.getDotPath(issues[0])
  return { code: 'requestInvalid', ...(field === null ? {} : { field }) }
}

function refusalOf(fault: unknown, id: string): ServiceRefusal {
  if (fault instanceof GraphFault && [0, 429, 503, 504].includes(fault.status)) {
    return { code: 'serviceBusy', values: { seconds: fault.retryAfter ?? 10 } }
  }
  if (fault instanceof TokenFault && (fault.status === 0 || fault.status >= 500)) {
    return { code: 'serviceBusy', values: { seconds: 10 } }
  }
  return { code: 'serviceFault', values: { id } }
}

/** The address as the contract writes it: parameters may be anything that somebody typed. */
function routeOf(method: string, path: string): string | null {
  if (path === MESSAGES) return MESSAGES
  const found = Object.values(allEndpoints).find(
    (endpoint) =>
      endpoint.method === method && new RegExp(`^${endpoint.path.replaceAll(/:\w+/g, '[^/]+')}$`).test(path),
  )
  return found?.path ?? null
}
