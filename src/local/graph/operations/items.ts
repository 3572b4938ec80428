/** Items of a list: read one, page through them, write, and the fields alone. */

import { collection, contextOf, created, listOf, noContent, objectBody, ok, requireMatch, stampOf } from '../call.ts'
import type { Answer, Call } from '../call.ts'
import { fieldsBody, fieldsToKeep } from '../fields.ts'
import type { DirectorySite } from '../directory.ts'
import { selected } from '../query.ts'
import { invalidRequest, itemNotFound } from '../refusal.ts'
import type { Item, Position } from '../store/items.ts'
import type { List } from '../store/lists.ts'
import { itemContentType } from './lists.ts'
import { makeToken, parseToken } from './token.ts'

const PAGE = 200
export const LARGEST_PAGE = 5_000
const SCAN = 'HonorNonIndexedQueriesWarningMayFailRandomly'

export function getItems(call: Call): Answer {
  const { site, list } = listOf(call, 'read')
  const { store, query } = call
  if (query.skip !== undefined) {
    throw invalidRequest('$skip is not supported on this API. Only URLs returned by the API can be used to page.')
  }
  const selection = store.items.select(list, store.lists.columns(list), {
    filter: query.filter,
    orderby: query.orderby,
    mayScan: (call.header('prefer') ?? '').toLowerCase().includes(SCAN.toLowerCase()),
  })
  const from = query.skiptoken === undefined ? undefined : positionOf(call, list, query.skiptoken)
  const size = Math.min(query.top ?? PAGE, LARGEST_PAGE)
  const { items, next } = store.items.page(list, selection, from, size)
  const page = collection(
    call,
    `${listContext(site, list)}/items`,
    items.map((item) => shownItem(call, site, list, item)),
  )
  if (!next) return page
  const shape = new URLSearchParams([...query.shape])
  shape.set('$skiptoken', makeToken('page', { list: list.pk, epoch: store.epoch(), ...next }))
  return { ...page, body: { ...page.body, '@odata.nextLink': `${call.base}${call.path}?${shape.toString()}` } }
}

export function getItem(call: Call): Answer {
  const { site, list, item } = itemOf(call, 'read')
  return itemAnswer(call, site, list, item)
}

export function createItem(call: Call): Answer {
  const { site, list } = listOf(call, 'write')
  const { store, directory } = call
  const body = objectBody(call)
  const fields = fieldsToKeep(store.lists.columns(list), sentFields(body), undefined, directory)
  const item = store.items.create(list, fields, stampOf(call))
  return created(
    {
      '@odata.context': contextOf(call, `${listContext(site, list)}/items/$entity`),
      ...itemBody(site, list, item),
      fields: fieldsBody(store.lists.columns(list), item, eTagOf(item), undefined, directory),
    },
    { Location: `${call.base}/sites/${site.id}/lists/${list.id}/items/${item.id}`, ETag: eTagOf(item) },
  )
}

export function updateItem(call: Call): Answer {
  const { site, list, item } = itemOf(call, 'write')
  const changed = write(call, list, item, sentFields(objectBody(call)))
  return itemAnswer(call, site, list, changed)
}

export function deleteItem(call: Call): Answer {
  const { list, item } = itemOf(call, 'write')
  requireMatch(call, eTagOf(item))
  call.store.items.remove(list, item)
  return noContent
}

export function getFields(call: Call): Answer {
  const { site, list, item } = itemOf(call, 'read')
  return fieldsAnswer(call, site, list, item)
}

export function updateFields(call: Call): Answer {
  const { site, list, item } = itemOf(call, 'write')
  return fieldsAnswer(call, site, list, write(call, list, item, objectBody(call)))
}

/** Finding, comparing the ETag and writing happen in one step: nothing else runs in between. */
function write(call: Call, list: List, item: Item, sent: Readonly<Record<string, unknown>>): Item {
  requireMatch(call, eTagOf(item))
  const { store } = call
  return store.items.update(
    list,
    item,
    fieldsToKeep(store.lists.columns(list), sent, item.fields, call.directory),
    stampOf(call),
  )
}

export function itemOf(call: Call, level: 'read' | 'write'): { site: DirectorySite; list: List; item: Item } {
  const { site, list } = listOf(call, level)
  const id = call.params['item'] ?? ''
  const item = /^\d{1,15}$/.test(id) ? call.store.items.find(list, Number(id)) : undefined
  if (!item) throw itemNotFound('The specified item was not found')
  return { site, list, item }
}

export function shownItem(call: Call, site: DirectorySite, list: List, item: Item): Record<string, unknown> {
  const { store, query, directory } = call
  const body = itemBody(site, list, item)
  const fields = query.expand.get('fields')
  const more = fields
    ? { fields: fieldsBody(store.lists.columns(list), item, eTagOf(item), fields.select, directory) }
    : {}
  return selected({ ...body, ...more }, query.select, query.expand.keys())
}

export function itemBody(site: DirectorySite, list: List, item: Item): Record<string, unknown> {
  const eTag = eTagOf(item)
  return {
    '@odata.etag': eTag,
    createdDateTime: item.created,
    eTag,
    id: String(item.id),
    lastModifiedDateTime: item.modified,
    webUrl: `${site.webUrl}/Lists/${encodeURIComponent(list.name)}/${item.id}_.000`,
    createdBy: JSON.parse(item.createdBy) as object,
    lastModifiedBy: JSON.parse(item.modifiedBy) as object,
    parentReference: { id: list.id, siteId: site.id },
    contentType: { id: itemContentType(list), name: 'Item' },
  }
}

export function eTagOf(item: Item): string {
  return `"${item.guid},${item.version}"`
}

export function listContext(site: DirectorySite, list: List): string {
  return `sites('${encodeURIComponent(site.id)}')/lists('${list.id}')`
}

function itemAnswer(call: Call, site: DirectorySite, list: List, item: Item): Answer {
  const context = { '@odata.context': contextOf(call, `${listContext(site, list)}/items/$entity`) }
  return ok({ ...context, ...shownItem(call, site, list, item) }, { ETag: eTagOf(item) })
}

function fieldsAnswer(call: Call, site: DirectorySite, list: List, item: Item): Answer {
  const { store, query, directory } = call
  return ok(
    {
      '@odata.context': contextOf(call, `${listContext(site, list)}/items('${item.id}')/fields/$entity`),
      ...fieldsBody(store.lists.columns(list), item, eTagOf(item), query.select, directory),
    },
    { ETag: eTagOf(item) },
  )
}

function sentFields(body: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const fields = body['fields'] ?? {}
  if (typeof fields !== 'object' || fields === null || Array.isArray(fields)) {
    throw invalidRequest("'fields' must be a JSON object.")
  }
  return fields as Readonly<Record<string, unknown>>
}

function positionOf(call: Call, list: List, text: string): Position {
  const token = parseToken('page', text) as (Position & { list: number; epoch: string }) | undefined
  if (!token || token.list !== list.pk || token.epoch !== call.store.epoch()) {
    throw invalidRequest('One of the provided arguments is not acceptable.')
  }
  return token
}
