/**
 * Lists of a group's own site that the service keeps: the copy of the posts, which everybody there sees, and the
 * organisations. Only what differs is written, and never over what somebody changed meanwhile.
 *
 *   const posts = await openPosts(client, siteId)
 *   await posts.put(post, (await posts.all()).get(post.key))
 */

import type { Organisation, Post } from '../../domain/group.ts'
import type { GraphClient } from '../client.ts'
import { ORGANISATIONS, POSTS, type List } from '../lists.ts'
import { openListed, type StoredRow } from '../table.ts'
import type { Cells } from './cells.ts'
import type { KeyedValues } from './rows.ts'
import { columnsOf, keyed, makeOrganisation, makePost, parseOrganisation, parsePost } from './settings.ts'

export interface KeptRow<Value> {
  readonly value: Value
  readonly row: StoredRow
}

export interface KeptRows<Value> {
  all(): Promise<ReadonlyMap<string, KeptRow<Value>>>
  /** `there`: a row of this key was added meanwhile. `overtaken`: somebody changed the row. Nothing was written then. */
  put(value: Value, known: KeptRow<Value> | undefined): Promise<'written' | 'there' | 'overtaken'>
}

/** Throws a GraphFault `listMissing` where the site isn't the home of a group. */
export function openPosts(client: GraphClient, siteId: string): Promise<KeptRows<Post>> {
  return openRows(client, siteId, { list: POSTS, parse: parsePost, make: makePost })
}

/** Throws like `openPosts`. */
export function openOrganisations(client: GraphClient, siteId: string): Promise<KeptRows<Organisation>> {
  return openRows(client, siteId, { list: ORGANISATIONS, parse: parseOrganisation, make: makeOrganisation })
}

async function openRows<Value>(
  client: GraphClient,
  siteId: string,
  kind: {
    readonly list: List
    readonly parse: (cells: Cells, key: string) => Value
    readonly make: (value: Value) => KeyedValues
  },
): Promise<KeptRows<Value>> {
  const { list, parse, make } = kind
  const table = await openListed(client, siteId, list)
  return {
    async all() {
      const rows: StoredRow[] = []
      for await (const page of table.pages(columnsOf(list))) rows.push(...page)
      const byKey = new Map(rows.map((row) => [row.fields['Key'], row]))
      const kept = new Map<string, KeptRow<Value>>()
      for (const [key, value] of keyed(rows, list, [], parse)) {
        const row = byKey.get(key)
        if (row) kept.set(key, { value, row })
      }
      return kept
    },
    async put(value, known) {
      const values = make(value)
      if (!known) {
        const appended = await table.append(values)
        if (appended.state === 'refused') throw appended.fault
        return appended.state === 'made' ? 'written' : 'there'
      }
      const changed = Object.entries(values).filter(([column, each]) => (known.row.fields[column] ?? null) !== each)
      if (changed.length === 0) return 'written'
      const patched = await table.patch(known.row, Object.fromEntries(changed))
      return typeof patched === 'string' ? 'overtaken' : 'written'
    },
  }
}
