/** The organisations of a group on its own site, as the service adds to them and changes what is said of them. */

import type { Organisation } from '../../domain/group.ts'
import type { GraphClient } from '../client.ts'
import { GraphFault } from '../fault.ts'
import { ORGANISATIONS } from '../lists.ts'
import { findLists, openTable, type StoredRow } from '../table.ts'
import { columnsOf, keyed, makeOrganisation, parseOrganisation } from './settings.ts'

export interface KeptOrganisation {
  readonly organisation: Organisation
  readonly row: StoredRow
}

export interface Organisations {
  all(): Promise<ReadonlyMap<string, KeptOrganisation>>
  /** False where somebody changed the row, or added it, meanwhile: nothing was written. */
  put(organisation: Organisation, known: KeptOrganisation | undefined): Promise<boolean>
}

/** Throws a GraphFault `listMissing` where the site isn't the home of a group. */
export async function openOrganisations(client: GraphClient, siteId: string): Promise<Organisations> {
  const id = (await findLists(client, siteId, [ORGANISATIONS])).get(ORGANISATIONS)
  if (id === undefined) throw new GraphFault({ status: 0, code: 'listMissing', message: ORGANISATIONS.name })
  const table = openTable(client, siteId, id)
  return {
    async all() {
      const rows: StoredRow[] = []
      for await (const page of table.pages(columnsOf(ORGANISATIONS))) rows.push(...page)
      const byKey = new Map(rows.map((row) => [row.fields['Key'], row]))
      const kept = new Map<string, KeptOrganisation>()
      for (const [key, organisation] of keyed(rows, ORGANISATIONS, [], parseOrganisation)) {
        const row = byKey.get(key)
        if (row) kept.set(key, { organisation, row })
      }
      return kept
    },
    async put(organisation, known) {
      const values = makeOrganisation(organisation)
      if (!known) {
        const appended = await table.append(values)
        if (appended.state === 'refused') throw appended.fault
        return appended.state === 'made'
      }
      const patched = await table.patch(known.row, values)
      return patched !== 'conflict' && patched !== 'gone'
    },
  }
}
