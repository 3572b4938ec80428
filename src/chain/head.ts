/**
 * The end of the chain at some moment, signed: written to a place outside, it shows later that nothing was cut off
 * since, which the chain alone can't. A text that people can read, and its signature.
 *
 *   { "sequence": 1204, "hash": "…", "at": "2026-11-27T19:00:00.000Z", "signature": "…" }
 */

import { canonical } from '../domain/canonical.ts'
import { isSigned, signText } from './link.ts'

export interface ChainHead {
  readonly sequence: number
  readonly hash: string
  /** ISO instant: when it was the end. */
  readonly at: string
  readonly signature: string
}

/** @param privateKey PKCS#8, PEM */
export function makeHead(end: Omit<ChainHead, 'signature'>, privateKey: string): ChainHead {
  return { ...end, signature: signText(textOf(end), privateKey) }
}

/** Null for what isn't one, or wasn't signed with this key. */
export function parseHead(text: string, key: string): ChainHead | null {
  let value: Partial<Record<keyof ChainHead, unknown>> | null
  try {
    value = JSON.parse(text) as typeof value
  } catch {
    return null
  }
  if (typeof value !== 'object' || value === null) return null
  const { sequence, hash, at, signature } = value
  if (typeof sequence !== 'number' || !Number.isSafeInteger(sequence)) return null
  if (typeof hash !== 'string' || typeof at !== 'string' || typeof signature !== 'string') return null
  const head = { sequence, hash, at, signature }
  return isSigned(textOf(head), signature, key) ? head : null
}

function textOf({ sequence, hash, at }: Omit<ChainHead, 'signature'>): string {
  return canonical({ what: 'matters-arising-audit-head', sequence, hash, at })
}
