/**
 * Takes an activity to the bot's endpoint, signed for it alone, and brings back what it said. Teams waits fifteen
 * seconds; an invoke that wasn't answered by then is sent once more, under a new activity id. Never follows a redirect.
 */

import { setTimeout as sleep } from 'node:timers/promises'
import type { PersonKey } from '../tenant.ts'
import type { Activity } from './activity.ts'
import type { FaultTable, Operation } from './faults.ts'
import type { Issuer } from './issuer.ts'

export type BotAnswer =
  | { readonly kind: 'answered'; readonly status: number; readonly body: unknown }
  /** Nothing came in time, or nobody listens. */
  | { readonly kind: 'silent'; readonly reason: string }

export interface Delivery {
  readonly operation: Operation
  readonly person: PersonKey
  readonly conversationId: string
  /** Makes the activity under this id: a second attempt has another. */
  readonly activity: (id: string) => Activity
}

export interface Courier {
  /** @param newId ids of attempts */
  deliver(delivery: Delivery, newId: () => string): Promise<BotAnswer>
}

export interface CourierOptions {
  readonly issuer: Issuer
  readonly serviceUrl: string
  readonly endpoint: () => string
  readonly faults: FaultTable
  /** 15,000 in Teams. */
  readonly timeoutMs: number
}

export function createCourier({ issuer, serviceUrl, endpoint, faults, timeoutMs }: CourierOptions): Courier {
  return {
    async deliver(delivery, newId) {
      const { operation, person, conversationId } = delivery
      const fault = faults.strike({ operation, person, conversationId })
      if (fault?.kind === 'slow') await sleep(fault.ms)
      if (fault?.kind === 'status' || fault?.kind === 'cutBefore') return { kind: 'silent', reason: 'lost on the way' }
      const attempt = async (): Promise<BotAnswer> => {
        const activity = delivery.activity(newId())
        return post(endpoint(), await issuer.sign(serviceUrl), activity, timeoutMs)
      }
      const first = await attempt()
      const isLost = fault?.kind === 'resend' || fault?.kind === 'doneThen' || fault?.kind === 'cutAfter'
      if (operation !== 'invoke') return isLost && fault.kind === 'resend' ? attempt() : first
      return isLost || first.kind === 'silent' ? attempt() : first
    },
  }
}

/** @param timeoutMs for the answer, whole */
export async function post(url: string, token: string, activity: unknown, timeoutMs: number): Promise<BotAnswer> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      redirect: 'manual',
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json; charset=utf-8' },
      body: JSON.stringify(activity),
      signal: AbortSignal.timeout(timeoutMs),
    })
    return { kind: 'answered', status: response.status, body: parse(await response.text()) }
  } catch (error) {
    return { kind: 'silent', reason: error instanceof Error ? error.name : 'unknown' }
  }
}

function parse(text: string): unknown {
  if (text === '') return undefined
  try {
    return JSON.parse(text) as unknown
  } catch {
    return text
  }
}
