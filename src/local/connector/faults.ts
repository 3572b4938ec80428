/**
 * What can go wrong between the bot and Teams, on demand: a test, or a person at the host page, adds a fault for the
 * requests it names and takes it away again.
 *
 *   connector.faults.add({ match: { operation: 'send' }, times: 1, fault: { kind: 'doneThen', status: 502 } })
 */

import type { PersonKey } from '../tenant.ts'
import type { RefusalCode } from './refusal.ts'

/** What the bot asks of the connector, and the last two: what Teams asks of the bot. */
export const OPERATIONS = ['create', 'send', 'update', 'delete', 'members', 'message', 'invoke'] as const
export type Operation = (typeof OPERATIONS)[number]

export type Fault =
  /** Refused before anything happens. */
  | { readonly kind: 'status'; readonly status: number; readonly code?: RefusalCode; readonly retryAfter?: number }
  /** Done, and answered with this status all the same: "delivered, then 502". */
  | { readonly kind: 'doneThen'; readonly status: number }
  /** The connection is cut before, or after, the work is done. */
  | { readonly kind: 'cutBefore' }
  | { readonly kind: 'cutAfter' }
  /** Done or passed on late, in milliseconds. */
  | { readonly kind: 'slow'; readonly ms: number }
  /** To the bot: its answer is lost, and the same is sent again under a new activity id. */
  | { readonly kind: 'resend' }

export interface FaultMatch {
  readonly operation?: Operation
  /** Whose one-to-one conversation it is, or who presses. */
  readonly person?: PersonKey
  /** With or without the thread. */
  readonly conversationId?: string
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
    readonly operation: Operation
    readonly person: PersonKey | undefined
    readonly conversationId: string
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
    (match.operation === undefined || match.operation === request.operation) &&
    (match.person === undefined || match.person === request.person) &&
    (match.conversationId === undefined ||
      request.conversationId === match.conversationId ||
      request.conversationId.startsWith(`${match.conversationId};`))
  )
}
