/** The tables that a register reads: found by name once, then by id. */

import type { GraphClient } from '../client.ts'
import { GraphFault } from '../fault.ts'
import { ACTIONS, UPDATES, VIEWS, type List } from '../lists.ts'
import { openTable, type ReadOptions, type StoredRow, type Table } from '../table.ts'
import { settingsColumnsOf, SETTINGS_LISTS } from './settings.ts'

export interface Tables {
  readonly actions: Table
  readonly updates: Table
  /** In the order of `SETTINGS_LISTS`; null for views, where the site was made before there were any. */
  readonly settings: readonly (Table | null)[]
  readonly views: Table | null
}

/**
 * @param ids how each list is addressed
 * Throws a GraphFault `listMissing` where the site isn't the home of a group.
 */
export function tablesOf(client: GraphClient, siteId: string, ids: ReadonlyMap<List, string>): Tables {
  const table = (list: List): Table => {
    const id = ids.get(list)
    if (id === undefined) throw new GraphFault({ status: 0, code: 'listMissing', message: list.name })
    return openTable(client, siteId, id)
  }
  const views = ids.has(VIEWS) ? table(VIEWS) : null
  return {
    actions: table(ACTIONS),
    updates: table(UPDATES),
    settings: SETTINGS_LISTS.map((list) => (list === VIEWS ? views : table(list))),
    views,
  }
}

/** All rows of each of the settings' tables; null for one that isn't there. */
export async function readAll(tables: Tables['settings'], options: ReadOptions): Promise<(StoredRow[] | null)[]> {
  return Promise.all(
    tables.map(async (table, index) => {
      if (!table) return null
      const rows: StoredRow[] = []
      const list = SETTINGS_LISTS[index]
      if (list) for await (const page of table.pages(settingsColumnsOf(list), options)) rows.push(...page)
      return rows
    }),
  )
}
