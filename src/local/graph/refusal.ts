/**
 * Everything that this server refuses, in Microsoft Graph's words: status, code and message stand here once, so that
 * what a client may meet can be read in one place. A refusal is thrown by an operation and turned into Graph's error
 * envelope where the request entered; it never carries a stack or a token.
 */

import { randomUUID } from 'node:crypto'

export class GraphRefusal extends Error {
  readonly status: number
  readonly code: string
  readonly headers: Readonly<Record<string, string>>
  /** A more specific code, as Graph puts it into `innerError`. */
  readonly inner: string | undefined

  constructor(
    status: number,
    code: string,
    message: string,
    more: { headers?: Readonly<Record<string, string>>; inner?: string } = {},
  ) {
    super(message)
    this.name = 'GraphRefusal'
    this.status = status
    this.code = code
    this.headers = more.headers ?? {}
    this.inner = more.inner
  }
}

export function errorBody(
  error: Pick<GraphRefusal, 'code' | 'message' | 'inner'>,
  ids: { requestId: string; clientRequestId: string },
): object {
  return {
    error: {
      code: error.code,
      message: error.message,
      innerError: {
        ...(error.inner ? { code: error.inner } : {}),
        // Microsoft's description asks for the zone that the service itself leaves out.
        date: `${new Date().toISOString().slice(0, 19)}Z`,
        'request-id': ids.requestId,
        'client-request-id': ids.clientRequestId,
      },
    },
  }
}

export const invalidRequest = (message: string): GraphRefusal => new GraphRefusal(400, 'invalidRequest', message)

export const badRequest = (message: string): GraphRefusal => new GraphRefusal(400, 'BadRequest', message)

export const unknownSegment = (segment: string): GraphRefusal =>
  badRequest(`Resource not found for the segment '${segment}'.`)

export const itemNotFound = (message = 'The specified resource could not be found.'): GraphRefusal =>
  new GraphRefusal(404, 'itemNotFound', message)

/** The directory's own words for a person, group or team that isn't there. */
export const resourceNotFound = (id: string): GraphRefusal =>
  new GraphRefusal(
    404,
    'Request_ResourceNotFound',
    `Resource '${id}' does not exist or one of its queried reference-property objects are not present.`,
  )

export const accessDenied = (message = 'Access denied'): GraphRefusal => new GraphRefusal(403, 'accessDenied', message)

/** The directory's own words for a permission that the token lacks. */
export const insufficientPrivileges = (): GraphRefusal =>
  new GraphRefusal(403, 'Authorization_RequestDenied', 'Insufficient privileges to complete the operation.')

export const nameAlreadyExists = (message: string): GraphRefusal => new GraphRefusal(409, 'nameAlreadyExists', message)

export const duplicateValue = (): GraphRefusal =>
  invalidRequest('One or more fields with unique constraints already has the provided value.')

export const unknownField = (name: string): GraphRefusal => invalidRequest(`Field '${name}' is not recognized`)

export const notIndexed = (name: string): GraphRefusal =>
  invalidRequest(
    `Field '${name}' cannot be referenced in filter or orderby as it is not indexed. Provide the 'Prefer: HonorNonIndexedQueriesWarningMayFailRandomly' header to allow this, but be warned that such queries may fail on large lists.`,
  )

export const tooManyResources = (): GraphRefusal =>
  new GraphRefusal(422, 'notSupported', 'The request is unprocessable because it uses too many resources', {
    inner: 'tooManyResources',
  })

export const filterNotSupported = (): GraphRefusal => invalidRequest('The provided filter statement is not supported')

export const modified = (): GraphRefusal =>
  new GraphRefusal(
    412,
    'resourceModified',
    'The resource has changed since the caller last read it; usually an eTag mismatch',
  )

/** @param location where a new enumeration starts */
export const resync = (location: string): GraphRefusal =>
  new GraphRefusal(410, 'resyncChangesApplyDifferences', 'Resync required. Enumerate the list again.', {
    headers: { Location: location },
  })

export const malformedToken = (): GraphRefusal => invalidRequest('Provided sync token is malformed')

/** @param retryAfter seconds */
export const throttled = (retryAfter: number): GraphRefusal =>
  new GraphRefusal(429, 'activityLimitReached', 'The request has been throttled', {
    headers: { 'Retry-After': String(retryAfter) },
  })

/** @param claims what the client has to ask a new token with, as JSON text */
export const unauthenticated = (message: string, claims?: string): GraphRefusal =>
  new GraphRefusal(401, 'InvalidAuthenticationToken', message, {
    headers: {
      'WWW-Authenticate': claims
        ? `Bearer realm="", error="insufficient_claims", claims="${Buffer.from(claims).toString('base64')}"`
        : 'Bearer realm=""',
    },
  })

export const newRequestId = (): string => randomUUID()
