/**
 * What happens around every operation, be its request alone or one of a batch: the token is verified, faults strike,
 * units are counted, refusals become Graph's error envelope, and the request is written down.
 */

import { setTimeout as sleep } from 'node:timers/promises'
import { GRAPH_AUDIENCE, type SignIn } from '../signin/signin.ts'
import { SignInError } from '../signin/claims.ts'
import type { Caller } from './access.ts'
import { tokenInPath, VERSION } from './address.ts'
import type { Answer, Call } from './call.ts'
import type { Directory } from './directory.ts'
import type { Fault, FaultTable } from './faults.ts'
import { startOf } from './operations/delta.ts'
import { parseQuery, type Query } from './query.ts'
import { errorBody, GraphRefusal, newRequestId, resync, unauthenticated, unknownSegment } from './refusal.ts'
import type { Route } from './routes.ts'
import type { Store } from './store/store.ts'
import type { Throttle } from './throttle.ts'

export interface RequestRecord {
  readonly method: string
  /** Below `/v1.0`, with the query, as the client wrote it. */
  readonly path: string
  /** 0 when the connection was cut. */
  readonly status: number
  readonly units: number
  readonly app: string | undefined
  readonly person: string | undefined
  /** Milliseconds since 1970. */
  readonly at: number
  readonly batched: boolean
}

export interface Incoming {
  readonly method: string
  readonly url: URL
  readonly header: (name: string) => string | undefined
  /** Undefined without one; of a file its bytes; else JSON, or it throws. */
  readonly body: () => Promise<unknown>
  readonly params: Readonly<Record<string, string>>
  /** The canonical address, for links. */
  readonly path: string
  readonly batched: boolean
}

/** An answer ready to send, or none because the connection is to be cut. */
export type Outgoing =
  | { readonly status: number; readonly headers: Record<string, string>; readonly body?: object }
  | 'cut'

export interface House {
  readonly directory: Directory
  readonly signIn: SignIn
  readonly store: Store
  readonly faults: FaultTable
  readonly throttle: Throttle
  readonly now: () => number
  readonly latencyMs: number
  record(entry: RequestRecord): void
}

/** @param route undefined when no address fits */
export async function serve(house: House, incoming: Incoming, route: Route | undefined): Promise<Outgoing> {
  const { now, faults } = house
  const at = now()
  const path = `${below(incoming.url.pathname)}${incoming.url.search}`
  const requestId = newRequestId()
  const headers: Record<string, string> = {
    'request-id': requestId,
    'client-request-id': incoming.header('client-request-id') ?? requestId,
  }
  let caller: Caller | undefined
  let units = 0
  const person = (): string | undefined => (caller?.kind === 'person' ? caller.person.key : undefined)
  const finish = (outgoing: Outgoing): Outgoing => {
    const status = outgoing === 'cut' ? 0 : outgoing.status
    const { method, batched } = incoming
    house.record({ method, path, status, units, app: caller?.appId, person: person(), at, batched })
    return outgoing
  }

  try {
    if (house.latencyMs > 0) await sleep(house.latencyMs)
    caller = await authenticate(house, incoming.header('authorization'))
    const query = queryOf(incoming)
    const fault = faults.strike({ method: incoming.method, path, app: caller.appId, person: person() })
    const cuts = fault?.kind === 'cutBefore' || fault?.kind === 'cutAfter'
    if (fault?.kind === 'slow') await sleep(fault.ms)
    if (fault?.kind === 'cutBefore') return finish('cut')
    units = unitsOf(route, query)
    Object.assign(headers, house.throttle.spend(caller.appId, units))
    if (fault) refuseBefore(fault, incoming, query)
    if (!route) throw unknownSegment(incoming.path.split('/').at(-1) ?? '')
    const answer = await run(house, incoming, route, caller, query)
    if (cuts) return finish('cut')
    if (fault?.kind === 'timeoutAfterCommit') throw faultRefusal(504)
    Object.assign(headers, answer.headers)
    return finish({ status: answer.status, headers, ...(answer.body ? { body: answer.body } : {}) })
  } catch (error) {
    if (!(error instanceof GraphRefusal)) throw error
    const ids = { requestId, clientRequestId: headers['client-request-id'] ?? requestId }
    Object.assign(headers, error.headers)
    return finish({ status: error.status, headers, body: errorBody(error, ids) })
  }
}

export async function authenticate(house: House, authorization: string | undefined): Promise<Caller> {
  const { signIn, directory } = house
  const token = /^Bearer (.+)$/i.exec(authorization ?? '')?.[1]
  if (token === undefined) throw unauthenticated('Access token is empty.')
  const claims = await signIn.verify(token, GRAPH_AUDIENCE).catch((error: unknown) => {
    if (error instanceof SignInError) throw unauthenticated(`Access token validation failure. ${error.message}`)
    throw error
  })
  const appId = claims.azp
  if (claims.idtyp === 'app') {
    const application = directory.application(appId)
    if (!application) throw unauthenticated('The application of the token is not registered in the directory.')
    return { kind: 'application', appId, application, roles: new Set(claims.roles) }
  }
  const person = directory.person(claims.oid)
  if (!person) throw unauthenticated('The identity of the calling person could not be established.')
  if (person.disabled) throw unauthenticated('The account of the calling person is disabled.')
  return { kind: 'person', appId, person, scopes: new Set((claims.scp ?? '').split(' ').filter(Boolean)) }
}

async function run(house: House, incoming: Incoming, route: Route, caller: Caller, query: Query): Promise<Answer> {
  const { url, params, header, path } = incoming
  const body = await incoming.body()
  const call: Call = {
    caller,
    directory: house.directory,
    store: house.store,
    params,
    query,
    header,
    body,
    base: `${url.origin}${VERSION}`,
    path,
    now: house.now(),
  }
  return route.run(call)
}

function queryOf(incoming: Incoming): Query {
  const query = parseQuery(incoming.url.searchParams)
  const token = tokenInPath(incoming.url.pathname)
  return token === undefined ? query : { ...query, token }
}

function unitsOf(route: Route | undefined, query: Query): number {
  if (!route) return 1
  return typeof route.units === 'number' ? route.units : route.units(query)
}

function refuseBefore(fault: Fault, incoming: Incoming, query: Query): void {
  switch (fault.kind) {
    case 'status':
      throw faultRefusal(fault.status, fault.retryAfter)
    case 'claims':
      throw unauthenticated('Continuous access evaluation resulted in challenge.', fault.claims)
    case 'gone':
      throw resync(startOf({ base: `${incoming.url.origin}${VERSION}`, path: incoming.path, query }))
    case 'timeoutAfterCommit':
    case 'cutBefore':
    case 'cutAfter':
    case 'slow':
  }
}

const FAULT_CODES: Readonly<Record<number, readonly [code: string, message: string]>> = {
  429: ['activityLimitReached', 'The request has been throttled'],
  500: ['generalException', 'An unspecified error has occurred.'],
  502: ['BadGateway', 'The gateway received an invalid answer.'],
  503: ['serviceNotAvailable', 'The service is not available. Try the request again after a delay.'],
  504: ['GatewayTimeout', 'The request timed out.'],
}

function faultRefusal(status: number, retryAfter?: number): GraphRefusal {
  const [code, message] = FAULT_CODES[status] ?? ['UnknownError', 'A fault on demand.']
  return new GraphRefusal(status, code, message, {
    headers: retryAfter === undefined ? {} : { 'Retry-After': String(retryAfter) },
  })
}

function below(pathname: string): string {
  return pathname.startsWith(VERSION) ? pathname.slice(VERSION.length) : pathname
}
