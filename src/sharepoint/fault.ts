/**
 * What went wrong between us and Graph: thrown, never returned. What a person may not do, or wrote wrongly, is a
 * refusal and not here.
 */

export interface GraphFaultDetails {
  /** HTTP status; 0 where no answer came. */
  readonly status: number
  /** Graph's own code, for example `accessDenied`, or ours: `unreachable`, `tokenUnavailable`, `linkForeign`. */
  readonly code: string
  readonly message: string
  readonly method?: string
  readonly path?: string
  readonly requestId?: string | null
  /** Seconds to wait, where the store said so. */
  readonly retryAfter?: number | null
  /** The claims that a new token must satisfy. */
  readonly claims?: string
  /** True for a write that may or may not have been carried out. */
  readonly unclear?: boolean
  readonly cause?: unknown
}

export class GraphFault extends Error {
  readonly status: number
  readonly code: string
  readonly requestId: string | null
  readonly retryAfter: number | null
  readonly claims: string | undefined
  readonly unclear: boolean

  constructor(details: GraphFaultDetails) {
    const request = details.method ? `${details.method} ${details.path ?? ''}: ` : ''
    super(`${request}${details.status} ${details.code}: ${details.message}`, { cause: details.cause })
    this.name = 'GraphFault'
    this.status = details.status
    this.code = details.code
    this.requestId = details.requestId ?? null
    this.retryAfter = details.retryAfter ?? null
    this.claims = details.claims
    this.unclear = details.unclear ?? false
  }
}

/** What a fault means for the person: the states of the register's seam. */
export type FaultState = 'offline' | 'throttled' | 'denied' | 'signIn' | 'fault'

export function stateOf(fault: unknown): FaultState {
  if (!(fault instanceof GraphFault)) return 'fault'
  if (fault.status === 0) return fault.code === 'unreachable' ? 'offline' : 'fault'
  if (fault.status === 401) return 'signIn'
  if (fault.status === 403 || fault.status === 404) return 'denied'
  if (fault.status === 429 || fault.status === 503) return 'throttled'
  return 'fault'
}
