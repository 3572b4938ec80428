/**
 * `$batch`: up to twenty requests in one, each answered by itself. What a batch as a whole may be is decided here;
 * the requests in it go the way of every other one.
 */

import { badRequest, type GraphRefusal } from './refusal.ts'

const MOST = 20
const METHODS: ReadonlySet<string> = new Set(['GET', 'POST', 'PATCH', 'DELETE', 'PUT'])

export interface BatchRequest {
  readonly id: string
  readonly method: string
  /** Below `/v1.0`. */
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: unknown
  readonly dependsOn: readonly string[]
}

export interface BatchResponse {
  readonly id: string
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body?: unknown
}

/** Throws a refusal of the whole batch. */
export function parseBatch(payload: unknown): BatchRequest[] {
  const requests = (payload as { requests?: unknown } | null | undefined)?.requests
  if (!Array.isArray(requests)) throw badRequest('Invalid batch payload format.')
  if (requests.length === 0) throw badRequest('Empty Batch payload.')
  if (requests.length > MOST) {
    throw badRequest(`Number of batch request steps exceeds the maximum value of ${MOST}.`)
  }
  const seen = new Map<string, BatchRequest>()
  return requests.map((raw: unknown) => {
    const request = parseRequest(raw)
    const folded = request.id.toLowerCase()
    if (seen.has(folded)) throw badRequest(`Request Id : ${request.id} is not unique in the batch.`)
    const unknown = request.dependsOn.find((id) => !seen.has(id.toLowerCase()))
    if (unknown !== undefined) {
      throw badRequest(`Request Id : ${request.id} depends on ${unknown}, which does not come before it.`)
    }
    seen.set(folded, request)
    return request
  })
}

/**
 * Runs each request once those that it depends on are done; one whose dependency failed is answered 424. The answers
 * come last first: clients are told to go by the ids, and here they have to.
 */
export async function runBatch(
  requests: readonly BatchRequest[],
  run: (request: BatchRequest) => Promise<BatchResponse>,
): Promise<{ responses: BatchResponse[] }> {
  const outcomes = new Map<string, Promise<BatchResponse>>()
  for (const request of requests) {
    const before = request.dependsOn.flatMap((id) => outcomes.get(id.toLowerCase()) ?? [])
    outcomes.set(request.id.toLowerCase(), afterAll(before, request, run))
  }
  const responses = await Promise.all(outcomes.values())
  return { responses: responses.toReversed() }
}

async function afterAll(
  before: readonly Promise<BatchResponse>[],
  request: BatchRequest,
  run: (request: BatchRequest) => Promise<BatchResponse>,
): Promise<BatchResponse> {
  const done = await Promise.all(before)
  if (done.some((one) => one.status >= 400)) return failedDependency(request.id)
  return run(request)
}

function failedDependency(id: string): BatchResponse {
  const error = { code: 'FailedDependency', message: 'The request failed because a request it depends on failed.' }
  return { id, status: 424, headers: { 'Content-Type': 'application/json' }, body: { error } }
}

function parseRequest(raw: unknown): BatchRequest {
  if (typeof raw !== 'object' || raw === null) throw badRequest('Invalid batch payload format.')
  const { id, method, url, headers = {}, body, dependsOn = [] } = raw as Record<string, unknown>
  if (typeof id !== 'string' || id === '') throw badRequest('Each batch request needs an id.')
  const refuse = (what: string): GraphRefusal => badRequest(`Request Id : ${id} ${what}`)
  if (typeof method !== 'string' || !METHODS.has(method.toUpperCase())) throw refuse('has no valid method.')
  if (typeof url !== 'string' || url === '' || /^[a-z]+:\/\//i.test(url)) throw refuse('needs a relative url.')
  if (typeof headers !== 'object' || headers === null) throw refuse('has headers that are no object.')
  if (!Array.isArray(dependsOn)) throw refuse('has a dependsOn that is no collection.')
  const named = Object.fromEntries(
    Object.entries(headers as Record<string, unknown>).map(([name, value]) => [name.toLowerCase(), String(value)]),
  )
  if (body !== undefined && body !== null && !named['content-type']) {
    throw badRequest(`Write request id : ${id} does not contain Content-Type header or body.`)
  }
  return {
    id,
    method: method.toUpperCase(),
    url: url.startsWith('/') ? url : `/${url}`,
    headers: named,
    body: body ?? undefined,
    dependsOn: dependsOn.map(String),
  }
}
