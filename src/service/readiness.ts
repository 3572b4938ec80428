/**
 * Whether the service can do its work: the keys to verify people's tokens, its own token, and Control. Asked by whoever
 * routes requests here, often; so an answer stands for some seconds, and names what is missing without any detail.
 */

import type { GraphClient } from '../sharepoint/client.ts'
import { path, query } from '../sharepoint/odata.ts'
import { TokenFault } from './apptoken.ts'

export interface ReadinessOptions {
  readonly client: GraphClient
  readonly controlSite: string
  readonly authority: string
  readonly tenantId: string
  readonly fetch: typeof fetch
  /** Milliseconds since 1970. */
  readonly now: () => number
}

const STANDS_FOR = 10_000

/** @returns gives the names of what can't be reached: `signIn`, `applicationToken`, `control` */
export function createReadiness(options: ReadinessOptions): () => Promise<readonly string[]> {
  let last: { readonly at: number; readonly answer: Promise<readonly string[]> } | null = null

  async function check(): Promise<readonly string[]> {
    const [signIn, control] = await Promise.all([signInMissing(), controlMissing()])
    return [signIn, control].filter((name) => name !== null)
  }

  async function signInMissing(): Promise<string | null> {
    const keys = `${options.authority}/${options.tenantId}/discovery/v2.0/keys`
    const there = await options.fetch(keys, { signal: AbortSignal.timeout(5000) }).then(
      (response) => response.ok,
      () => false,
    )
    return there ? null : 'signIn'
  }

  async function controlMissing(): Promise<string | null> {
    try {
      const target = path('sites', options.controlSite, 'lists') + query({ select: ['id'], top: 1 })
      await options.client.send({ method: 'GET', path: target, patience: 0 })
      return null
    } catch (fault) {
      const cause = fault instanceof Error ? fault.cause : undefined
      return cause instanceof TokenFault ? 'applicationToken' : 'control'
    }
  }

  return () => {
    const at = options.now()
    if (last === null || at - last.at > STANDS_FOR) last = { at, answer: check() }
    return last.answer
  }
}
