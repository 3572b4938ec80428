/**
 * The copy of the posts on a group's own site, which everybody there sees, as the service keeps it. Only what differs is
 * written, and never over what somebody changed meanwhile.
 */

import type { Post } from '../../domain/group.ts'
import type { GraphClient } from '../client.ts'
import { GraphFault } from '../fault.ts'
import { POSTS } from '../lists.ts'
import { findLists, openTable, type StoredRow } from '../table.ts'
import type { RowProblem } from './cells.ts'
import { columnsOf, keyed, makePost, parsePost } from './settings.ts'

export interface KeptPost {
  readonly post: Post
  readonly row: StoredRow
}

export interface Posts {
  all(): Promise<ReadonlyMap<string, KeptPost>>
  /** False where somebody changed the row meanwhile: nothing was written. */
  put(post: Post, known: KeptPost | undefined): Promise<boolean>
}

/** Throws a GraphFault `listMissing` where the site isn't the home of a group. */
export async function openPosts(client: GraphClient, siteId: string): Promise<Posts> {
  const id = (await findLists(client, siteId, [POSTS])).get(POSTS)
  if (id === undefined) throw new GraphFault({ status: 0, code: 'listMissing', message: POSTS.name })
  const table = openTable(client, siteId, id)
  return {
    async all() {
      const rows: StoredRow[] = []
      for await (const page of table.pages(columnsOf(POSTS))) rows.push(...page)
      const problems: RowProblem[] = []
      const byKey = new Map(rows.map((row) => [row.fields['Key'], row]))
      const kept = new Map<string, KeptPost>()
      for (const [key, post] of keyed(rows, POSTS, problems, parsePost)) {
        const row = byKey.get(key)
        if (row) kept.set(key, { post, row })
      }
      return kept
    },
    async put(post, known) {
      const values = makePost(post)
      if (!known) {
        const appended = await table.append(values)
        if (appended.state === 'refused') throw appended.fault
        return true
      }
      const changed = Object.entries(values).filter(([column, value]) => (known.row.fields[column] ?? null) !== value)
      if (changed.length === 0) return true
      const patched = await table.patch(known.row, Object.fromEntries(changed))
      return patched !== 'conflict' && patched !== 'gone'
    },
  }
}
