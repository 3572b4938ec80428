/**
 * The register is not the database: once a quarter the resource's own list of accounts is laid beside it, and what
 * doesn't agree is listed. An account is somebody's where it bears the name that was confirmed when it was opened, or
 * else their own; nothing is guessed beyond that.
 */

import { isEnded, type AccessStanding } from './access.ts'
import type { AccessEntry } from './accessregister.ts'
import type { CollectionCommand } from './collection.ts'
import type { ConfidentialContext } from './confidential.ts'
import type { Day } from './day.ts'
import type { Person } from './group.ts'

/** A line of the resource's own list. */
export interface Account {
  /** What it is called there. */
  readonly account: string
  /** Whose it is, in words. */
  readonly name: string
  /** False: disabled or locked. */
  readonly isEnabled: boolean
}

/**
 * `unknown` nobody of the register has this account; `notApproved` it is there before both have approved; `notConfirmed`
 * it is there, and nobody has confirmed it; `suspended` it can be used, while its holder is suspended; `notClosed` it is
 * there, though access was revoked or has ended; `absent` somebody with access has none; `disabled` theirs can't be used;
 * `second` they have another one.
 */
export const DIFFERENCES = [
  'unknown',
  'notApproved',
  'notConfirmed',
  'suspended',
  'notClosed',
  'absent',
  'disabled',
  'second',
] as const
export type DifferenceKind = (typeof DIFFERENCES)[number]

export interface Difference {
  readonly kind: DifferenceKind
  /** Empty: there is none. */
  readonly account: string
  /** As the list has it; the register's where the list has nothing. */
  readonly name: string
  /** Of the nomination; null: there is none. */
  readonly nomination: string | null
  readonly organisation: string | null
}

/** One comparison, kept as it came out. */
export interface ReconciliationContent {
  readonly group: string
  readonly resource: string
  readonly day: Day
  readonly by: Person
  /** How many accounts the list had. */
  readonly accounts: number
  /** How many of them agree with the register. */
  readonly agreed: number
  readonly differences: readonly Difference[]
  /** How many more there were than are kept: two lists that hardly have to do with each other. */
  readonly others: number
}

/** As many as one row holds. */
const MOST_KEPT = 300

export type ReconciliationCommand = CollectionCommand & {
  readonly kind: 'reconcile'
  readonly content: Omit<ReconciliationContent, 'day' | 'by'>
}

export function decideReconciliation(
  { content }: ReconciliationCommand,
  now: ReconciliationContent | null,
  { actor, today }: ConfidentialContext,
): { readonly ok: true; readonly value: ReconciliationContent } {
  return { ok: true, value: now ?? { ...content, day: today, by: actor } }
}

/** @param entries of one resource, as they stand now */
export function reconcile(
  accounts: readonly Account[],
  entries: readonly AccessEntry[],
): Pick<ReconciliationContent, 'accounts' | 'agreed' | 'differences' | 'others'> {
  const differences: Difference[] = []
  const claimed = new Map<AccessEntry, Account[]>()
  for (const account of accounts) {
    const entry = holderOf(account, entries)
    if (!entry) differences.push({ kind: 'unknown', ...namesOf(account), nomination: null, organisation: null })
    else claimed.set(entry, [...(claimed.get(entry) ?? []), account])
  }
  for (const entry of entries) {
    const { key: nomination, state } = entry
    const { organisation } = state.nominated
    const own = claimed.get(entry) ?? []
    const [account, ...others] = own.toSorted((a, b) => rank(b, entry) - rank(a, entry))
    const kind = differenceOf(state.standing, account ?? null)
    const named = account ? namesOf(account) : { account: '', name: entry.nomination.person.name }
    if (kind) differences.push({ kind, ...named, nomination, organisation })
    for (const other of others) differences.push({ kind: 'second', ...namesOf(other), nomination, organisation })
  }
  const wrong = differences.filter(({ account }) => account !== '').length
  return {
    accounts: accounts.length,
    agreed: accounts.length - wrong,
    differences: differences.slice(0, MOST_KEPT),
    others: Math.max(0, differences.length - MOST_KEPT),
  }
}

function differenceOf(standing: AccessStanding, account: Account | null): DifferenceKind | null {
  switch (standing) {
    case 'active':
      return account ? (account.isEnabled ? null : 'disabled') : 'absent'
    case 'waitsForAccount':
      return account && 'notConfirmed'
    case 'waitsForApprover':
    case 'waitsForOwner':
      return account && 'notApproved'
    case 'suspended':
      return account?.isEnabled ? 'suspended' : null
    case 'revoked':
    case 'closed':
    case 'refused':
    case 'withdrawn':
      return account && 'notClosed'
  }
}

/** Of several with one name, whoever still has to do with it. */
function holderOf(account: Account, entries: readonly AccessEntry[]): AccessEntry | null {
  const byAccount = entries.filter(({ state }) => isSame(state.account?.name ?? '', account.account))
  const found =
    byAccount.length > 0 ? byAccount : entries.filter(({ nomination }) => isSame(nomination.person.name, account.name))
  return found.find(({ state }) => !isEnded(state)) ?? found[0] ?? null
}

/** The account that was confirmed comes first, then one that can be used. */
function rank({ account, isEnabled }: Account, { state }: AccessEntry): number {
  return (isSame(state.account?.name ?? '', account) ? 2 : 0) + (isEnabled ? 1 : 0)
}

function isSame(a: string, b: string): boolean {
  const plain = (text: string): string => text.normalize('NFKC').trim().replaceAll(/\s+/g, ' ').toLowerCase()
  return plain(a) !== '' && plain(a) === plain(b)
}

function namesOf({ account, name }: Account): Pick<Difference, 'account' | 'name'> {
  return { account, name }
}
