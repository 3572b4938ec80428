/**
 * How entries of the audit hang together. The content of each is sealed under a key of its own (HMAC-SHA-256), so that
 * destroying content and key leaves the chain whole; each hash covers the one before, and is signed. What is checked
 * here can be checked by anybody who has the entries and the service's public key.
 */

import { createHash, createHmac, createPublicKey, randomBytes, sign, timingSafeEqual, verify } from 'node:crypto'
import type { AuditContent, AuditEntry, AuditLink } from '../../sharepoint/control/auditrows.ts'

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
  const signature = sign('sha256', Buffer.from(hash), privateKey).toString('base64url')
  return { sequence, previous, hash, signature }
}

/**
 * What is wrong with the chain, first things first: `gap` a place that nobody has, `fork` one that two have, `mismatch`
 * a link that doesn't follow from the one before or from its own entry, `content` words that aren't the sealed ones,
 * `signature` one that isn't the service's, `unplaced` an entry that never got a place.
 */
export type ChainFault = 'gap' | 'fork' | 'mismatch' | 'content' | 'signature' | 'unplaced'

export interface ChainProblem {
  readonly fault: ChainFault
  /** The place in the chain; null: it has none. */
  readonly sequence: number | null
  /** Id of the entry, where there is one. */
  readonly id: string | null
}

/** @param privateKey whose public half the signatures are checked with; a public key is as good */
export function checkChain(entries: readonly AuditEntry[], privateKey: string): readonly ChainProblem[] {
  const key = createPublicKey(privateKey)
  const problems: ChainProblem[] = []
  const placed = entries
    .flatMap((entry) => (entry.link ? [{ ...entry, link: entry.link }] : []))
    .toSorted((a, b) => a.link.sequence - b.link.sequence)
  let previous = BEGINNING
  let expected = 1
  for (const entry of placed) {
    const { sequence, hash, signature } = entry.link
    const tell = (fault: ChainFault): void => void problems.push({ fault, sequence, id: entry.id })
    if (sequence < expected) {
      tell('fork')
      continue
    }
    for (; expected < sequence; expected++) problems.push({ fault: 'gap', sequence: expected, id: null })
    const follows = problems.at(-1)?.fault === 'gap' ? entry.link.previous : previous
    if (entry.link.previous !== follows || hashOf(entry, sequence, entry.link.previous) !== hash) tell('mismatch')
    else if (!verify('sha256', Buffer.from(hash), key, Buffer.from(signature, 'base64url'))) tell('signature')
    else if (!isSealed(entry)) tell('content')
    previous = hash
    expected = sequence + 1
  }
  for (const entry of entries) if (!entry.link) problems.push({ fault: 'unplaced', sequence: null, id: entry.id })
  return problems
}

/** Content and key both there and agreeing, or both destroyed. */
function isSealed({ content, recordKey, seal }: AuditContent): boolean {
  if (content === '' && recordKey === '') return true
  const found = Buffer.from(sealUnder(recordKey, content))
  const expected = Buffer.from(seal)
  return found.length === expected.length && timingSafeEqual(found, expected)
}

function sealUnder(recordKey: string, content: string): string {
  return createHmac('sha256', Buffer.from(recordKey, 'base64url')).update(content).digest('base64url')
}

function hashOf(
  { id, at, seal }: Pick<AuditContent, 'id' | 'at' | 'seal'>,
  sequence: number,
  previous: string,
): string {
  return createHash('sha256')
    .update(JSON.stringify([sequence, previous, id, at, seal]))
    .digest('base64url')
}
