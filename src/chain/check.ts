/**
 * Whether the audit is as it was written: every entry in its place, following from the one before, signed by the
 * service, and with exactly the words that were sealed. Needs the entries and the service's public key, and nothing
 * else. Reads them as they come, a page at a time: what is held in memory is what came before its turn.
 *
 *   const check = createChainCheck(publicKey)
 *   for (const entry of page) check.take(entry)
 *   const { entries, problems } = check.end()
 */

import { createPublicKey, timingSafeEqual, type KeyObject } from 'node:crypto'
import type { ChainHead } from './head.ts'
import { DISPOSED, isDisposed, type AuditEntry, type AuditLink } from '../sharepoint/control/auditrows.ts'
import { BEGINNING, exactly, hashOf, isSigned, sealUnder } from './link.ts'

/**
 * `gap` a place that nobody has, `fork` one that two have, `mismatch` a link that doesn't follow from the one before or
 * from its own entry, `content` words that aren't the sealed ones, `signature` one that isn't the service's, `unplaced`
 * an entry that never got a place.
 */
export const CHAIN_FAULTS = ['gap', 'fork', 'mismatch', 'content', 'signature', 'unplaced'] as const
export type ChainFault = (typeof CHAIN_FAULTS)[number]

export interface ChainProblem {
  readonly fault: ChainFault
  /** The place in the chain; null: it has none. */
  readonly sequence: number | null
  /** Id of the entry, where there is one. */
  readonly id: string | null
}

export interface ChainReport {
  readonly entries: number
  /** First things first; no more than a hundred. */
  readonly problems: readonly ChainProblem[]
  /** The end of the chain, as far as it was read; null: there is none. */
  readonly last: { readonly sequence: number; readonly hash: string } | null
}

export interface ChainCheck {
  take(entry: AuditEntry): void
  end(): ChainReport
}

export interface ChainCheckOptions {
  /** Entries without content are whole when their links are: a file may keep what isn't its reader's to itself. */
  readonly mayWithhold?: boolean
  /** An end of it, as it was signed some day: it is still there, and something came after it at most. */
  readonly head?: Pick<ChainHead, 'sequence' | 'hash'> | null
}

type Placed = AuditEntry & { readonly link: AuditLink }

const MOST_PROBLEMS = 100
/** SharePoint gives rows as they were made; places are taken within moments of that. Nothing is this far out of turn. */
const MOST_WAITING = 20_000

/** @param key PEM; a private key stands for its public half */
export function createChainCheck(
  key: string,
  { mayWithhold = false, head = null }: ChainCheckOptions = {},
): ChainCheck {
  const publicKey = createPublicKey(key)
  const problems: ChainProblem[] = []
  const waiting = new Map<number, Placed>()
  const unplaced: string[] = []
  let entries = 0
  let expected = 1
  let previous: string | null = BEGINNING
  let last: ChainReport['last'] = null

  function tell(fault: ChainFault, sequence: number | null, id: string | null): void {
    if (problems.length < MOST_PROBLEMS) problems.push({ fault, sequence, id })
  }

  function place(entry: Placed): void {
    const { link } = entry
    const fault = faultOf(entry, previous, publicKey, mayWithhold)
    if (fault) tell(fault, link.sequence, entry.id)
    else if (head?.sequence === link.sequence && head.hash !== link.hash) tell('fork', link.sequence, entry.id)
    previous = link.hash
    expected = link.sequence + 1
    last = { sequence: link.sequence, hash: link.hash }
  }

  function placeWaiting(): void {
    for (let next = waiting.get(expected); next; next = waiting.get(expected)) {
      waiting.delete(expected)
      place(next)
    }
  }

  /** Goes on behind places that nobody has. */
  function skip(): void {
    const next = Math.min(...waiting.keys())
    for (; expected < next; expected++) tell('gap', expected, null)
    previous = null
    placeWaiting()
  }

  return {
    take(entry) {
      entries += 1
      const { link } = entry
      if (!link) {
        unplaced.push(entry.id)
        return
      }
      if (link.sequence < expected || waiting.has(link.sequence)) {
        tell('fork', link.sequence, entry.id)
        return
      }
      waiting.set(link.sequence, { ...entry, link })
      placeWaiting()
      if (waiting.size > MOST_WAITING) skip()
    },
    end() {
      while (waiting.size > 0) skip()
      if (head && head.sequence >= expected) tell('gap', expected, null)
      for (const id of unplaced) tell('unplaced', null, id)
      return { entries, problems: problems.toSorted((a, b) => placeOf(a) - placeOf(b)), last }
    },
  }
}

/** All at once, for few. */
export function checkChain(entries: readonly AuditEntry[], key: string): readonly ChainProblem[] {
  const check = createChainCheck(key)
  for (const entry of entries) check.take(entry)
  return check.end().problems
}

/** What is wrong with one entry by itself, wherever it stands; null: nothing. */
export function faultIn(entry: AuditEntry, key: string): ChainFault | null {
  const { link } = entry
  return link ? faultOf({ ...entry, link }, null, createPublicKey(key), false) : 'unplaced'
}

function placeOf({ sequence }: ChainProblem): number {
  return sequence ?? Number.MAX_SAFE_INTEGER
}

/** @param previous null: nobody knows, behind a gap */
function faultOf(entry: Placed, previous: string | null, key: KeyObject, mayWithhold: boolean): ChainFault | null {
  const { link } = entry
  if (previous !== null && link.previous !== previous) return 'mismatch'
  if (hashOf(entry, link.sequence, link.previous) !== link.hash) return 'mismatch'
  if (!isSigned(link.hash, link.signature, key)) return 'signature'
  if (isDisposed(entry)) return mayWithhold || isBlank(entry) ? null : 'content'
  return isSealed(entry) && agrees(entry) ? null : 'content'
}

/** Nothing is left of one that was disposed of but its place. */
function isBlank({ title, event, group, subject, person }: AuditEntry): boolean {
  return title === DISPOSED && event + group + subject + person === ''
}

function isSealed({ content, recordKey, seal }: AuditEntry): boolean {
  if (exactly(recordKey) === null) return false
  const found = Buffer.from(sealUnder(recordKey, content))
  const expected = Buffer.from(seal)
  return found.length === expected.length && timingSafeEqual(found, expected)
}

/** The columns by which entries are found say what the sealed words say. */
function agrees({ content, title, event, group, subject, person, at }: AuditEntry): boolean {
  const sealed = readSealed(content)
  return (
    sealed !== null &&
    sealed.event === event &&
    sealed.event === title &&
    (sealed.group ?? '') === group &&
    (sealed.subject ?? '') === subject &&
    (sealed.by?.objectId ?? '') === person &&
    sealed.at === at
  )
}

interface Sealed {
  readonly event?: string
  readonly group?: string | null
  readonly subject?: string | null
  readonly by?: { readonly objectId?: string } | null
  readonly at?: string
}

function readSealed(content: string): Sealed | null {
  try {
    const value: unknown = JSON.parse(content)
    return typeof value === 'object' ? value : null
  } catch {
    return null
  }
}
