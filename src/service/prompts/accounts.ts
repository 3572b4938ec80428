/**
 * Whether people may be written to at all, where, and in which language: what the directory says of their accounts,
 * asked for many at once and kept for an hour. Guests and members of shared channels may be unknown there.
 */

import type { GraphClient } from '../../sharepoint/client.ts'
import { readAccounts, type Account } from '../../sharepoint/mail.ts'

export interface Accounts {
  /** Null: not in this directory. */
  of(objectId: string): Promise<Account | null>
}

const STANDS_FOR = 3_600_000
const MOST_AT_ONCE = 20

/** @param now milliseconds */
export function createAccounts(client: GraphClient, now: () => number): Accounts {
  const known = new Map<string, { readonly until: number; readonly account: Promise<Account | null> }>()
  let asking: { readonly ids: string[]; readonly answer: Promise<ReadonlyMap<string, Account>> } | null = null

  /** Those who are asked about in the same moment go into one request. */
  function ask(id: string): Promise<Account | null> {
    if (asking === null || asking.ids.length >= MOST_AT_ONCE) {
      const ids: string[] = []
      const answer = new Promise<void>((resolve) => {
        setTimeout(resolve, 5)
      }).then(() => {
        if (asking?.ids === ids) asking = null
        return readAccounts(client, ids)
      })
      asking = { ids, answer }
    }
    asking.ids.push(id)
    return asking.answer.then((accounts) => accounts.get(id) ?? null)
  }

  return {
    of(id) {
      const there = known.get(id)
      if (there && now() < there.until) return there.account
      const account = ask(id)
      known.set(id, { until: now() + STANDS_FOR, account })
      account.catch(() => known.delete(id))
      return account
    },
  }
}
