/**
 * Makes lists as `src/sharepoint/lists.ts` describes them, and brings older ones up to it: missing columns, indexes and
 * choices are added. Never removes or renames anything, and may be run again at any time.
 */

import type { GraphClient } from '../client.ts'
import { GraphFault } from '../fault.ts'
import type { Column, List } from '../lists.ts'
import { path, query } from '../odata.ts'
import { findLists } from '../table.ts'
import type { Did } from './did.ts'

/** The ids of the lists, all of them there. */
export async function provisionLists(
  client: GraphClient,
  siteId: string,
  lists: readonly List[],
  did: Did[],
): Promise<ReadonlyMap<List, string>> {
  const there = await findLists(client, siteId, lists)
  const ids = new Map<List, string>()
  for (const list of lists) {
    const known = there.get(list)
    const id = known ?? (await createList(client, siteId, list))
    did.push({ what: 'list', site: siteId, where: list.name, state: known === undefined ? 'made' : 'there' })
    // A list just made is looked at too: SharePoint doesn't promise to heed indexes when it makes a list.
    await provisionColumns(client, siteId, id, list, known !== undefined, did)
    ids.set(list, id)
  }
  return ids
}

interface RawColumn {
  readonly id: string
  readonly name: string
  readonly indexed?: boolean
  readonly enforceUniqueValues?: boolean
  readonly choice?: { readonly choices?: readonly string[] }
}

async function createList(client: GraphClient, siteId: string, list: List): Promise<string> {
  const body = {
    displayName: list.name,
    description: list.description,
    columns: list.columns.map(makeColumn),
    list: { template: 'genericList' },
  }
  try {
    const made = await client.send<{ id: string }>({ method: 'POST', path: path('sites', siteId, 'lists'), body })
    return made.id
  } catch (fault) {
    if (!(fault instanceof GraphFault) || (!fault.unclear && fault.status !== 409 && fault.status !== 400)) throw fault
    // Perhaps it was made after all, or by somebody else at the same moment.
    const id = (await findLists(client, siteId, [list])).get(list)
    if (id === undefined) throw fault
    return id
  }
}

async function provisionColumns(
  client: GraphClient,
  siteId: string,
  listId: string,
  list: List,
  report: boolean,
  did: Did[],
): Promise<void> {
  const columns = path('sites', siteId, 'lists', listId, 'columns')
  const there = await readColumns(client, columns)
  for (const column of list.columns) {
    const known = there.get(column.name)
    const where = `${list.name}.${column.name}`
    if (!known) {
      await unlessThere(client.send({ method: 'POST', path: columns, body: makeColumn(column) }), async () =>
        (await readColumns(client, columns)).has(column.name),
      )
      did.push({ what: 'column', site: siteId, where, state: 'made' })
      continue
    }
    const changes = changesOf(column, known)
    if (!changes) continue
    const target = `${columns}/${encodeURIComponent(known.id)}`
    await unlessThere(client.send({ method: 'PATCH', path: target, body: changes }), async () => {
      const now = (await readColumns(client, columns)).get(column.name)
      return now !== undefined && changesOf(column, now) === null
    })
    if (report) did.push({ what: 'column', site: siteId, where, state: 'changed' })
  }
}

async function readColumns(client: GraphClient, columns: string): Promise<Map<string, RawColumn>> {
  const found = new Map<string, RawColumn>()
  let next: string | undefined = columns + query({ top: 500 })
  while (next !== undefined) {
    const page: { value: RawColumn[]; '@odata.nextLink'?: string } = await client.send({ method: 'GET', path: next })
    for (const column of page.value) found.set(column.name, column)
    next = page['@odata.nextLink']
  }
  return found
}

/** A write in doubt is settled by looking. */
async function unlessThere(writing: Promise<unknown>, isThere: () => Promise<boolean>): Promise<void> {
  try {
    await writing
  } catch (fault) {
    const doubtful = fault instanceof GraphFault && (fault.unclear || fault.status === 409 || fault.status === 400)
    if (!doubtful || !(await isThere())) throw fault
  }
}

function makeColumn(column: Column): Record<string, unknown> {
  const { name, description } = column
  return {
    name,
    description,
    ...(column.indexed || column.unique ? { indexed: true } : {}),
    ...(column.unique ? { enforceUniqueValues: true } : {}),
    ...kindOf(column),
  }
}

function kindOf(column: Column): Record<string, unknown> {
  switch (column.kind) {
    case 'text':
      return { text: { allowMultipleLines: false, maxLength: 255 } }
    case 'multiline':
      // Never `appendChangesToExistingText`: SharePoint then blanks the cell on the next write.
      return { text: { allowMultipleLines: true, appendChangesToExistingText: false, textType: 'plain' } }
    case 'number':
      return { number: { decimalPlaces: 'none' } }
    case 'choice':
      return { choice: { allowTextEntry: false, choices: column.choices, displayAs: 'dropDownMenu' } }
  }
}

/** What an older column lacks, or null. Choices that somebody added stay. */
function changesOf(column: Column, known: RawColumn): Record<string, unknown> | null {
  const changes: Record<string, unknown> = {}
  if ((column.indexed || column.unique) && !known.indexed) changes['indexed'] = true
  if (column.unique && !known.enforceUniqueValues) changes['enforceUniqueValues'] = true
  if (column.kind === 'choice') {
    const choices = known.choice?.choices ?? []
    const missing = column.choices.filter((each) => !choices.includes(each))
    if (missing.length > 0) changes['choice'] = { ...known.choice, choices: [...choices, ...missing] }
  }
  return Object.keys(changes).length === 0 ? null : changes
}
