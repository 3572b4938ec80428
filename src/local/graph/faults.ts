/**
 * What can go wrong on the way, on demand: a test adds a fault for the requests it names and takes it away again.
 *
 *   const remove = graph.faults.add({
 *     match: { method: 'POST', path: /\/items$/ }, times: 1, fault: { kind: 'timeoutAfterCommit' },
 *   })
 */

import type { PersonKey } from '../tenant.ts'

export type Fault =
  /** Refused before anything happens. */
  | { readonly kind: 'status'; readonly status: number; readonly retryAfter?: number }
  /** Done, and answered 504. */
  | { readonly kind: 'timeoutAfterCommit' }
  /** The connection is cut before, or after, the work is done; that of the whole batch for a request in one. */
  | { readonly kind: 'cutBefore' }
  | { readonly kind: 'cutAfter' }
  /** Answered late, in milliseconds. */
  | { readonly kind: 'slow'; readonly ms: number }
  /** 401 that asks for a token with claims (JSON text). */
  | { readonly kind: 'claims'; readonly claims: string }
  /** 410 with the address to start again at. */
  | { readonly kind: 'gone' }

export interface FaultMatch {
  readonly method?: string
  /** Tried on the address below `/v1.0` with its query, as the client wrote it. */
  readonly path?: RegExp
  /** Application id. */
  readonly app?: string
  readonly person?: PersonKey
}

export interface FaultRule {
  readonly match: FaultMatch
  /** How often it strikes; until removed when absent. */
  readonly times?: number
  /** How many matching requests it lets through first. */
  readonly after?: number
  readonly fault: Fault
}

export interface Faults {
  /** Returns what removes it. */
  add(rule: FaultRule): () => void
  clear(): void
}

export interface FaultTable extends Faults {
  /** The fault that strikes this request, and counts it. */
  strike(request: {
    method: string
    path: string
    app: string | undefined
    person: PersonKey | undefined
  }): Fault | undefined
}

export function createFaults(): FaultTable {
  let rules: { rule: FaultRule; passed: number; struck: number }[] = []
  return {
    add(rule) {
      const entry = { rule, passed: 0, struck: 0 }
      rules.push(entry)
      return () => {
        rules = rules.filter((one) => one !== entry)
      }
    },
    clear() {
      rules = []
    },
    strike(request) {
      for (const entry of rules) {
        const { match, times = Infinity, after = 0, fault } = entry.rule
        if (!matches(match, request)) continue
        if (entry.passed < after) entry.passed += 1
        else if (entry.struck < times) {
          entry.struck += 1
          return fault
        }
      }
      return undefined
    },
  }
}

function matches(match: FaultMatch, request: Parameters<FaultTable['strike']>[0]): boolean {
  return (
    (match.method === undefined || match.method.toUpperCase() === request.method) &&
    (match.path === undefined ||
      new RegExp(match.path.source, match.path.flags.replace(/[gy]/g, '')).test(request.path)) &&
    (match.app === undefined || match.app === request.app) &&
    (match.person === undefined || match.person === request.person)
  )
}
