/**
 * How entries of the audit hang together. The content of each is sealed under a key of its own (HMAC-SHA-256), so that
 * destroying content and key leaves the chain whole; each hash covers the one before, and is signed. Here an entry is
 * given its seal and its place; check.ts tells whether what stands somewhere is still what was written.
 */

import { createHash, createHmac, randomBytes, sign, verify, type KeyObject } from 'node:crypto'
import type { AuditContent, AuditLink } from '../sharepoint/control/auditrows.ts'

/** What the first entry has as the hash before it. */
export const BEGINNING = 'matters-arising'

export interface SealedContent {
  readonly recordKey: string
  readonly seal: string
}

export function sealContent(content: string): SealedContent {
  const recordKey = randomBytes(32).toString('base64url')
  return { recordKey, seal: sealUnder(recordKey, content) }
}

/** @param privateKey PKCS#8, PEM */
export function makeLink(
  entry: Pick<AuditContent, 'id' | 'at' | 'seal'>,
  sequence: number,
  previous: string,
  privateKey: string,
): AuditLink {
  const hash = hashOf(entry, sequence, previous)
  return { sequence, previous, hash, signature: signText(hash, privateKey) }
}

/** @param privateKey PKCS#8, PEM */
export function signText(text: string, privateKey: string): string {
  return sign('sha256', Buffer.from(text), privateKey).toString('base64url')
}

/** @param signature base64url, as the service writes it */
export function isSigned(text: string, signature: string, key: string | KeyObject): boolean {
  const bytes = exactly(signature)
  return bytes !== null && verify('sha256', Buffer.from(text), key, bytes)
}

/** Null where the text isn't the one way in which its bytes are written: bits that say nothing can be changed too. */
export function exactly(text: string): Buffer | null {
  const bytes = Buffer.from(text, 'base64url')
  return text !== '' && bytes.toString('base64url') === text ? bytes : null
}

export function sealUnder(recordKey: string, content: string): string {
  return createHmac('sha256', Buffer.from(recordKey, 'base64url')).update(content).digest('base64url')
}

export function hashOf(
  { id, at, seal }: Pick<AuditContent, 'id' | 'at' | 'seal'>,
  sequence: number,
  previous: string,
): string {
  return createHash('sha256')
    .update(JSON.stringify([sequence, previous, id, at, seal]))
    .digest('base64url')
}
