/**
 * The only code that knows Graph. Wraps Microsoft's JavaScript client, of whose parts we take the request and the
 * middleware chain: its retries repeat a POST, its authentication is silent over http, its batch writes paths that
 * Graph refuses (all tried). It never repeats a write of which it isn't known that it was not carried out: such a
 * write ends in a fault marked `unclear`, and who wrote finds out by the row's key or by reading again.
 *
 *   const client = createGraphClient({ base: 'https://graph.microsoft.com/v1.0', token })
 *   const { value } = await client.send<{ value: Row[] }>({ method: 'GET', path: path('sites', id, 'lists') })
 */

import { Client, ResponseType, type Context, type Middleware } from '@microsoft/microsoft-graph-client'
import { createClock } from '../words/clock.ts'
import { GraphFault } from './fault.ts'
import { createQuota, parseRetryAfter } from './quota.ts'

export interface GraphRequest {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'
  /** Below the base, with its query; or a link that Graph gave, as it is. */
  readonly path: string
  /** A Blob is put as it is, as a file. */
  readonly body?: unknown
  readonly ifMatch?: string
  /** In a batch: another request of it, which has to be carried out first. */
  readonly after?: GraphRequest
  /** A POST that changes nothing. */
  readonly isReading?: boolean
  /** Seconds that the caller is ready to wait for a busy store, in all; 30 unless told. */
  readonly patience?: number
  readonly signal?: AbortSignal
}

/** One answer of a batch; status 0: not known whether it was carried out. */
export interface BatchAnswer {
  readonly status: number
  readonly body: unknown
  readonly retryAfter: number | null
}

export interface GraphClient {
  /** The answer's body; undefined where there is none. Throws GraphFault. */
  send<Body = unknown>(request: GraphRequest): Promise<Body>
  /**
   * All requests, twenty a time, answered in their order, each with its own status. Throws when nothing can be sent.
   * A batch that only reads is tried again like a reading.
   */
  batch(
    requests: readonly GraphRequest[],
    options?: Pick<GraphRequest, 'patience' | 'signal'>,
  ): Promise<readonly BatchAnswer[]>
  /** Seconds that work in the background should leave the store alone; 0 while there is room. */
  rest(): number
}

export interface GraphClientOptions {
  /** With its version: `https://graph.microsoft.com/v1.0`. */
  readonly base: string
  /** Asked before every request; with claims when Graph challenges the token that it gave. */
  readonly token: (options?: { claims?: string }) => Promise<string>
  readonly fetch?: typeof fetch
  readonly sleep?: (milliseconds: number) => Promise<void>
  /** The wall clock, milliseconds since 1970. */
  readonly now?: () => number
  /** Told how many seconds we leave the store alone because it asked. */
  readonly onThrottle?: (seconds: number) => void
  readonly timeoutMilliseconds?: number
  /** 0 to 1: what keeps the clients of many people apart when all were asked to wait. */
  readonly random?: () => number
}

/** How often what failed on the way is tried again, and what was refused for being too much. */
const RETRIES = 3
const REFUSALS = 6
const BATCH_LIMIT = 20

export function createGraphClient(options: GraphClientOptions): GraphClient {
  const base = options.base.replace(/\/+$/, '')
  const slash = base.lastIndexOf('/')
  const sleep = options.sleep ?? ((milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)))
  const now = options.now ?? (() => createClock().now())
  const transport: Middleware = {
    async execute(context: Context) {
      context.response = await (options.fetch ?? fetch)(context.request, context.options)
    },
  }
  const quota = createQuota({
    now,
    ...(options.random ? { random: options.random } : {}),
    ...(options.onThrottle ? { onThrottle: options.onThrottle } : {}),
  })
  const graph = Client.initWithMiddleware({
    middleware: transport,
    baseUrl: base.slice(0, slash),
    defaultVersion: base.slice(slash + 1),
  })

  async function answer(request: GraphRequest, claims: string | undefined): Promise<Response> {
    const token = await tokenFor(options, claims)
    const timeout = AbortSignal.timeout(options.timeoutMilliseconds ?? 60_000)
    const call = graph
      .api(below(base, request.path))
      .responseType(ResponseType.RAW)
      .option('signal', request.signal ? AbortSignal.any([timeout, request.signal]) : timeout)
      .headers({ authorization: `Bearer ${token}`, 'client-request-id': crypto.randomUUID() })
    if (request.ifMatch !== undefined) call.header('if-match', request.ifMatch)
    switch (request.method) {
      case 'GET':
        return (await call.get()) as Response
      case 'POST':
        return (await call.post(request.body ?? {})) as Response
      case 'PATCH':
        return (await call.patch(request.body ?? {})) as Response
      case 'PUT':
        return (await call.header('content-type', 'application/octet-stream').put(request.body)) as Response
      case 'DELETE':
        return (await call.delete()) as Response
    }
  }

  /** One attempt: the body, or the fault as it stands. */
  async function attempt(request: GraphRequest, claims: string | undefined): Promise<unknown> {
    const about = { method: request.method, path: request.path.split('?')[0] ?? '' }
    let response: Response
    let text: string
    try {
      response = await answer(request, claims)
      text = await response.text()
    } catch (cause) {
      if (cause instanceof GraphFault) throw cause
      const message = 'no answer came'
      throw new GraphFault({ ...about, status: 0, code: 'unreachable', message, unclear: writes(request), cause })
    }
    quota.heed(response.status, (name) => response.headers.get(name))
    const body = parseJson(text)
    if (response.ok) return body
    const challenge = response.status === 401 ? claimsOf(response.headers.get('www-authenticate')) : undefined
    throw new GraphFault({
      ...about,
      ...errorOf(body),
      status: response.status,
      requestId: response.headers.get('request-id'),
      retryAfter: parseRetryAfter(response.headers.get('retry-after'), now()),
      ...(challenge === undefined ? {} : { claims: challenge }),
      unclear: writes(request) && response.status >= 500,
    })
  }

  async function send<Body>(request: GraphRequest): Promise<Body> {
    let patience = request.patience ?? 30
    let claims: string | undefined
    let renewed = false
    let [retries, refusals] = [0, 0]
    for (;;) {
      const busy = quota.busy()
      if (busy > patience) throw tooBusy(request, busy)
      if (busy > 0) {
        patience -= busy
        await sleep(busy * 1000)
      }
      try {
        return (await attempt(request, claims)) as Body
      } catch (fault) {
        if (!(fault instanceof GraphFault) || request.signal?.aborted) throw fault
        if (fault.status === 401 && fault.code !== 'tokenUnavailable' && !renewed) {
          renewed = true
          claims = fault.claims
          continue
        }
        if (!mayRepeat(fault)) throw fault
        if (fault.retryAfter !== null) {
          if (++refusals >= REFUSALS || quota.busy() > patience) throw fault
          continue
        }
        if (++retries > RETRIES) throw fault
        await sleep(250 * 2 ** retries * (0.75 + Math.random() / 2))
      }
    }
  }

  const batch: GraphClient['batch'] = async (requests, how = {}) => {
    const answers: BatchAnswer[] = []
    for (let from = 0; from < requests.length; from += BATCH_LIMIT) {
      answers.push(...(await batchOf(requests.slice(from, from + BATCH_LIMIT), how)))
    }
    return answers
  }

  async function batchOf(
    requests: readonly GraphRequest[],
    how: Pick<GraphRequest, 'patience' | 'signal'>,
  ): Promise<BatchAnswer[]> {
    const unknown: BatchAnswer = { status: 0, body: undefined, retryAfter: null }
    let body: { responses?: readonly BatchEntry[] }
    try {
      const entries = requests.map((request) => entryOf(request, requests, base))
      const isReading = !requests.some(writes)
      body = await send({ ...how, method: 'POST', path: '/$batch', body: { requests: entries }, isReading })
    } catch (fault) {
      if (fault instanceof GraphFault && fault.unclear) return requests.map(() => unknown)
      throw fault
    }
    const byId = new Map((body.responses ?? []).map((entry) => [entry.id, entry]))
    return requests.map((_, index) => {
      const entry = byId.get(String(index + 1))
      if (!entry) return unknown
      const headers = new Map(Object.entries(entry.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]))
      const header = (name: string): string | null => headers.get(name) ?? null
      const retryAfter = parseRetryAfter(header('retry-after'), now())
      if (retryAfter !== null) quota.heed(entry.status, header)
      return { status: entry.status, body: entry.body, retryAfter }
    })
  }

  return { send, batch, rest: () => quota.rest() }
}

/** The fault that an entry of a batch stands for. */
export function faultOf(request: GraphRequest, answer: BatchAnswer): GraphFault {
  const error = answer.status === 0 ? { code: 'unreachable', message: 'no answer came' } : errorOf(answer.body)
  return new GraphFault({
    method: request.method,
    path: request.path.split('?')[0] ?? '',
    ...error,
    status: answer.status,
    retryAfter: answer.retryAfter,
    unclear: writes(request) && (answer.status === 0 || answer.status >= 500),
  })
}

interface BatchEntry {
  readonly id: string
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: unknown
}

function entryOf(request: GraphRequest, all: readonly GraphRequest[], base: string): Record<string, unknown> {
  const headers = {
    ...(request.body === undefined ? {} : { 'Content-Type': 'application/json' }),
    ...(request.ifMatch === undefined ? {} : { 'If-Match': request.ifMatch }),
  }
  const idOf = (one: GraphRequest): string => String(all.indexOf(one) + 1)
  return {
    id: idOf(request),
    method: request.method,
    url: below(base, request.path),
    ...(request.after && all.includes(request.after) ? { dependsOn: [idOf(request.after)] } : {}),
    ...(Object.keys(headers).length === 0 ? {} : { headers }),
    ...(request.body === undefined ? {} : { body: request.body }),
  }
}

/** True where the same request may go out again: it surely wasn't carried out, or it changes nothing. */
function mayRepeat(fault: GraphFault): boolean {
  if (fault.status === 429) return true
  return (
    !fault.unclear &&
    (fault.status === 0 || fault.status === 408 || fault.status >= 500) &&
    fault.code !== 'linkForeign'
  )
}

function tooBusy(request: GraphRequest, seconds: number): GraphFault {
  const message = 'the store asked to wait'
  const about = { method: request.method, path: request.path.split('?')[0] ?? '' }
  return new GraphFault({
    ...about,
    status: 429,
    code: 'activityLimitReached',
    message,
    retryAfter: Math.ceil(seconds),
  })
}

async function tokenFor(options: GraphClientOptions, claims: string | undefined): Promise<string> {
  try {
    return await options.token(claims === undefined ? undefined : { claims })
  } catch (cause) {
    if (cause instanceof GraphFault) throw cause
    throw new GraphFault({ status: 401, code: 'tokenUnavailable', message: 'no token for Graph', cause })
  }
}

/** What stands after the base. A link to elsewhere would carry the token away: refused. */
function below(base: string, link: string): string {
  if (link.startsWith('/')) return link
  if (link.startsWith(`${base}/`)) return link.slice(base.length)
  throw new GraphFault({ status: 0, code: 'linkForeign', message: `a link that leaves ${base}` })
}

function writes(request: GraphRequest): boolean {
  return request.method !== 'GET' && request.isReading !== true
}

/** The claims of a challenge, decoded: `WWW-Authenticate: Bearer … error="insufficient_claims", claims="eyJ…"`. */
function claimsOf(header: string | null): string | undefined {
  const encoded = /claims="([^"]+)"/i.exec(header ?? '')?.[1]
  if (encoded === undefined) return undefined
  const binary = atob(encoded.replaceAll('-', '+').replaceAll('_', '/'))
  return new TextDecoder().decode(Uint8Array.from(binary, (character) => character.codePointAt(0) ?? 0))
}

function parseJson(text: string): unknown {
  if (text === '') return undefined
  try {
    return JSON.parse(text)
  } catch {
    // A proxy's page, not Graph's: the status says enough.
    return undefined
  }
}

function errorOf(body: unknown): { code: string; message: string } {
  const error = (body as { error?: { code?: string; message?: string } } | undefined)?.error
  return { code: error?.code ?? 'unknown', message: error?.message ?? 'no reason was given' }
}
