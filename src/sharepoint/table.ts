/**
 * One SharePoint list as a table of keyed rows. Hides addresses, paging, delta links, versions (ETags) and the doubt
 * after a write of which no answer came: `append` ends with the row there exactly once, `patch` never overwrites what
 * it wasn't based on. Knows nothing of what the columns mean.
 */

import type { GraphClient, GraphRequest } from './client.ts'
import { GraphFault } from './fault.ts'
import type { List } from './lists.ts'
import { below, between, equals, fields, isOneOf, path, query, type Expression } from './odata.ts'

export interface StoredRow {
  readonly id: string
  /** ETag: `"guid,version"`. */
  readonly version: string
  readonly createdBy: string
  /** Object id of the person, or null where an application alone made the row. */
  readonly createdById: string | null
  /** Id of the application that made the row without a person, or null. */
  readonly createdByApplication: string | null
  /** ISO instants. */
  readonly createdAt: string
  readonly modifiedAt: string
  readonly fields: Readonly<Record<string, unknown>>
}

export interface Changes {
  /** In order; of one row the last counts. */
  readonly rows: readonly StoredRow[]
  readonly deleted: readonly string[]
  readonly link: string
}

export type Appended =
  | { readonly state: 'made' | 'there'; readonly row: StoredRow }
  | { readonly state: 'refused'; readonly fault: GraphFault }

export type Patched = StoredRow | 'conflict' | 'gone'

export interface Table {
  readonly siteId: string
  readonly listId: string
  /** All rows, a large page at a time; the next one is asked for before this one is given. */
  pages(columns: readonly string[], options?: ReadOptions): AsyncGenerator<readonly StoredRow[]>
  /** Where changes are read from, as of now. */
  latest(columns: readonly string[], options?: ReadOptions): Promise<string>
  /** Throws a GraphFault of status 410 when the link is too old. */
  changes(link: string, options?: ReadOptions): Promise<Changes>
  get(id: string, columns: readonly string[], options?: ReadOptions): Promise<StoredRow | null>
  /** Rows whose indexed column has this value. */
  find(column: string, value: string, columns: readonly string[], options?: ReadOptions): Promise<readonly StoredRow[]>
  /** Rows whose indexed column of text comes before this one. */
  findBelow(column: string, value: string, columns: readonly string[]): Promise<readonly StoredRow[]>
  /** Rows whose indexed column of numbers lies between these, ends included. */
  findBetween(column: string, from: number, to: number, columns: readonly string[]): Promise<readonly StoredRow[]>
  /** Rows whose indexed column of numbers is one of these; a request for every twenty. */
  findOneOf(column: string, values: readonly number[], columns: readonly string[]): Promise<readonly StoredRow[]>
  /**
   * Adds a row with a unique `Key`, or finds the one that is there. `refused`: SharePoint won't have it, for example
   * because another of its unique columns is taken.
   */
  append(values: Readonly<Record<string, unknown>> & { readonly Key: string }): Promise<Appended>
  /** Throws an `unclear` fault when it isn't known whether the row changed: read it again. */
  patch(row: StoredRow, values: Readonly<Record<string, unknown>>): Promise<Patched>
  /** Deletes the row as it was seen. Throws an `unclear` fault like `patch`. */
  remove(row: StoredRow): Promise<'removed' | 'conflict' | 'gone'>
  /** The requests themselves, for who sends many in batches. */
  requests: {
    append(values: Readonly<Record<string, unknown>>): GraphRequest
    patch(row: StoredRow, values: Readonly<Record<string, unknown>>): GraphRequest
    /** Answered with a page for `readPage`. */
    page(columns: readonly string[], top: number): GraphRequest
    /** Answered with a page whose link is where changes are read from. */
    latest(columns: readonly string[]): GraphRequest
  }
}

/** One answer of many. */
export interface TablePage {
  readonly rows: readonly StoredRow[]
  /** Null on the last one. */
  readonly next: string | null
  /** Where changes are read from, at the end of a delta. */
  readonly link: string | null
}

export interface ReadOptions {
  readonly patience?: number
  readonly signal?: AbortSignal
}

/** Rows of a page: the most that SharePoint gives. */
export const PAGE = 5000
/** Values that one filter names: the address stays well below what a proxy passes on. */
const ONE_OF = 20
const ITEM_FIELDS = ['id', 'eTag', 'createdBy', 'createdDateTime', 'lastModifiedDateTime']

/** The ids of the lists that a site has, by name; a list that somebody renamed is found by its address. */
export async function findLists(
  client: GraphClient,
  siteId: string,
  lists: readonly List[],
  options: ReadOptions = {},
): Promise<ReadonlyMap<List, string>> {
  let next: string | undefined = listsRequest(siteId).path
  const there: RawList[] = []
  while (next !== undefined) {
    const page: Page<RawList> = await client.send({ method: 'GET', path: next, ...options })
    there.push(...page.value)
    next = page['@odata.nextLink']
  }
  return idsOf(lists, there)
}

/** A list by what it was made as. Throws a GraphFault `listMissing` on a site that has none of it. */
export async function openListed(
  client: GraphClient,
  siteId: string,
  list: List,
  options: ReadOptions = {},
): Promise<Table> {
  const id = (await findLists(client, siteId, [list], options)).get(list)
  if (id === undefined) throw new GraphFault({ status: 0, code: 'listMissing', message: list.name })
  return openTable(client, siteId, id)
}

/** Answered with what `readLists` reads. */
export function listsRequest(siteId: string): GraphRequest {
  return { method: 'GET', path: path('sites', siteId, 'lists') + query({ select: ['id', 'name', 'displayName'] }) }
}

/** The ids, and whether each list is called what it was made as; null where the answer isn't all of them. */
export function readLists(
  body: unknown,
  lists: readonly List[],
): { readonly ids: ReadonlyMap<List, string>; readonly areNamed: boolean } | null {
  const page = body as Page<RawList>
  if (page['@odata.nextLink'] !== undefined) return null
  const ids = idsOf(lists, page.value)
  const isNamed = (list: List): boolean => page.value.find((raw) => raw.displayName === list.name)?.id === ids.get(list)
  return { ids, areNamed: lists.every(isNamed) }
}

function idsOf(lists: readonly List[], there: readonly RawList[]): ReadonlyMap<List, string> {
  const ids = new Map<List, string>()
  for (const list of lists) {
    const match =
      there.find((raw) => addressName(raw.name) === list.name) ?? there.find((raw) => raw.displayName === list.name)
    if (match) ids.set(list, match.id)
  }
  return ids
}

/** @param listId or its present name, which somebody may change */
export function openTable(client: GraphClient, siteId: string, listId: string): Table {
  const items = path('sites', siteId, 'lists', listId, 'items')
  const read = <Body>(target: string, options: ReadOptions = {}): Promise<Body> =>
    client.send<Body>({ method: 'GET', path: target, ...options })

  async function* pages(columns: readonly string[], options?: ReadOptions): AsyncGenerator<readonly StoredRow[]> {
    let coming: Promise<unknown> | null = read(requests.page(columns, PAGE).path, options)
    while (coming) {
      const { rows, next } = readPage(await coming)
      coming = next === null ? null : read(next, options)
      // Who reads on hears of it then.
      coming?.catch(() => undefined)
      yield rows
    }
  }

  async function latest(columns: readonly string[], options?: ReadOptions): Promise<string> {
    return (await changes(requests.latest(columns).path, options)).link
  }

  async function changes(link: string, options?: ReadOptions): Promise<Changes> {
    const rows = new Map<string, StoredRow | null>()
    let next = link
    for (;;) {
      const page: Page<RawItem> = await read(next, options)
      for (const raw of page.value) {
        rows.delete(raw.id)
        rows.set(raw.id, raw.deleted ? null : storedRow(raw))
      }
      const end = page['@odata.deltaLink']
      if (end !== undefined) {
        return {
          rows: [...rows.values()].filter((row) => row !== null),
          deleted: [...rows].flatMap(([id, row]) => (row === null ? [id] : [])),
          link: end,
        }
      }
      if (page['@odata.nextLink'] === undefined) {
        throw new GraphFault({ status: 0, code: 'deltaEndless', message: 'a delta without a link to go on' })
      }
      next = page['@odata.nextLink']
    }
  }

  async function get(id: string, columns: readonly string[], options?: ReadOptions): Promise<StoredRow | null> {
    try {
      const target = `${items}/${encodeURIComponent(id)}`
      return storedRow(await read<RawItem>(target + query({ select: ITEM_FIELDS, expand: fields(columns) }), options))
    } catch (fault) {
      if (fault instanceof GraphFault && fault.status === 404) return null
      throw fault
    }
  }

  const find: Table['find'] = (column, value, columns, options) => select(equals(column, value), columns, options)

  async function findOneOf(
    column: string,
    values: readonly number[],
    columns: readonly string[],
  ): Promise<readonly StoredRow[]> {
    const rows: StoredRow[] = []
    for (let from = 0; from < values.length; from += ONE_OF) {
      rows.push(...(await select(isOneOf(column, values.slice(from, from + ONE_OF)), columns)))
    }
    return rows
  }

  async function select(
    filter: Expression,
    columns: readonly string[],
    options?: ReadOptions,
  ): Promise<readonly StoredRow[]> {
    const rows: StoredRow[] = []
    let next: string | undefined = items + query({ select: ITEM_FIELDS, expand: fields(columns), filter, top: PAGE })
    while (next !== undefined) {
      const page: Page<RawItem> = await read(next, options)
      rows.push(...page.value.map(storedRow))
      next = page['@odata.nextLink']
    }
    return rows
  }

  async function append(values: Readonly<Record<string, unknown>> & { readonly Key: string }): Promise<Appended> {
    const columns = Object.keys(values)
    for (let attempt = 1; ; attempt++) {
      try {
        const raw = await client.send<RawItem>(requests.append(values))
        const row = raw.fields?.['Key'] === values.Key ? storedRow(raw) : await get(raw.id, columns)
        if (row) return { state: 'made', row }
      } catch (fault) {
        if (!(fault instanceof GraphFault)) throw fault
        const refused = fault.status === 400 || fault.status === 409
        if (!fault.unclear && !refused) throw fault
        const [row] = await foundOr(fault, find('Key', values.Key, columns))
        if (row) return { state: 'there', row }
        if (refused) return { state: 'refused', fault }
        if (attempt >= 3) throw fault
      }
    }
  }

  async function patch(row: StoredRow, values: Readonly<Record<string, unknown>>): Promise<Patched> {
    try {
      const answer = await client.send<Record<string, unknown>>(requests.patch(row, values))
      const version = answer['@odata.etag']
      const modifiedAt = answer['Modified']
      if (typeof version !== 'string' || typeof modifiedAt !== 'string') {
        return (await get(row.id, Object.keys({ ...row.fields, ...values }))) ?? 'gone'
      }
      return { ...row, version, modifiedAt, fields: { ...row.fields, ...values } }
    } catch (fault) {
      if (fault instanceof GraphFault && (fault.status === 412 || fault.status === 409)) return 'conflict'
      if (fault instanceof GraphFault && fault.status === 404) return 'gone'
      throw fault
    }
  }

  async function remove(row: StoredRow): Promise<'removed' | 'conflict' | 'gone'> {
    try {
      await client.send({ method: 'DELETE', path: `${items}/${encodeURIComponent(row.id)}`, ifMatch: row.version })
      return 'removed'
    } catch (fault) {
      if (fault instanceof GraphFault && (fault.status === 412 || fault.status === 409)) return 'conflict'
      if (fault instanceof GraphFault && fault.status === 404) return 'gone'
      throw fault
    }
  }

  const requests: Table['requests'] = {
    append: (values) => ({ method: 'POST', path: items, body: { fields: withoutNulls(values) } }),
    patch: (row, values) => ({
      method: 'PATCH',
      path: `${items}/${encodeURIComponent(row.id)}/fields`,
      body: values,
      ifMatch: row.version,
    }),
    page: (columns, top) => ({
      method: 'GET',
      path: items + query({ select: ITEM_FIELDS, expand: fields(columns), top }),
    }),
    latest: (columns) => ({
      method: 'GET',
      path: `${items}/delta${query({ token: 'latest', expand: fields(columns), top: PAGE })}`,
    }),
  }

  return {
    siteId,
    listId,
    pages,
    latest,
    changes,
    get,
    find,
    findBelow: (column, value, columns) => select(below(column, value), columns),
    findBetween: (column, from, to, columns) => select(between(column, from, to), columns),
    findOneOf,
    append,
    patch,
    remove,
    requests,
  }
}

/** Where nobody can look whether an unclear write was carried out, it stays unclear. */
async function foundOr(fault: GraphFault, finding: Promise<readonly StoredRow[]>): Promise<readonly StoredRow[]> {
  try {
    return await finding
  } catch (lost) {
    throw fault.unclear ? fault : lost
  }
}

/** The number in an ETag, which grows with each change; NaN where an ETag is written otherwise. */
export function revisionOf(version: string): number {
  return Number(/,(\d+)"?$/.exec(version)?.[1] ?? Number.NaN)
}

/** Reads what came for `requests.page` or `requests.latest`. */
export function readPage(body: unknown): TablePage {
  const page = body as Page<RawItem>
  return {
    rows: page.value.map(storedRow),
    next: page['@odata.nextLink'] ?? null,
    link: page['@odata.deltaLink'] ?? null,
  }
}

interface Page<Item> {
  readonly value: readonly Item[]
  readonly '@odata.nextLink'?: string
  readonly '@odata.deltaLink'?: string
}

interface RawList {
  readonly id: string
  readonly name?: string
  readonly displayName: string
}

interface RawIdentity {
  readonly id?: string
  readonly displayName?: string
  readonly email?: string
}

interface RawItem {
  readonly id: string
  readonly eTag?: string
  readonly createdBy?: { readonly user?: RawIdentity; readonly application?: RawIdentity }
  readonly createdDateTime?: string
  readonly lastModifiedDateTime?: string
  readonly deleted?: { readonly state?: string }
  readonly fields?: Readonly<Record<string, unknown>>
}

export function storedRow(raw: unknown): StoredRow {
  const item = raw as RawItem
  const { user, application } = item.createdBy ?? {}
  const values = item.fields ?? {}
  const etag = values['@odata.etag']
  return {
    id: item.id,
    version: item.eTag ?? (typeof etag === 'string' ? etag : ''),
    createdBy: user?.displayName ?? user?.email ?? application?.displayName ?? '',
    createdById: user?.id ?? null,
    createdByApplication: user?.id === undefined ? (application?.id ?? null) : null,
    createdAt: item.createdDateTime ?? '',
    modifiedAt: item.lastModifiedDateTime ?? '',
    fields: values,
  }
}

/** A new row has nothing to be emptied. */
function withoutNulls(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null))
}

/** SharePoint writes spaces in addresses as they are or as `%20`. */
function addressName(name: string | undefined): string | undefined {
  return name?.replaceAll('%20', ' ')
}
