/** Writes rows by their key: adds what is missing, brings up to date what differs, leaves everything else alone. */

import type { GraphClient } from '../client.ts'
import { GraphFault } from '../fault.ts'
import { openTable } from '../table.ts'
import type { KeyedValues } from '../work/rows.ts'
import type { List } from '../lists.ts'
import type { Did } from './did.ts'

export async function provisionRows(
  client: GraphClient,
  siteId: string,
  list: List,
  listId: string,
  rows: readonly KeyedValues[],
  did: Did[],
): Promise<void> {
  const table = openTable(client, siteId, listId)
  for (const values of rows) {
    const appended = await table.append(values)
    if (appended.state === 'refused') throw appended.fault
    let state: Did['state'] = appended.state
    const fields = appended.row.fields
    if (state === 'there' && Object.entries(values).some(([column, value]) => (fields[column] ?? null) !== value)) {
      const patched = await table.patch(appended.row, values)
      if (patched === 'conflict' || patched === 'gone') {
        throw new GraphFault({ status: 409, code: 'rowChanged', message: `${list.name} ${values.Key}: try again` })
      }
      state = 'changed'
    }
    did.push({ what: 'row', site: siteId, where: `${list.name}/${values.Key}`, state })
  }
}
