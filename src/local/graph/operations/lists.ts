/** Lists of a site, and their content types. */

import {
  collection,
  contextOf,
  created,
  listOf,
  noContent,
  objectBody,
  ok,
  requireMatch,
  siteOf,
  stampOf,
} from '../call.ts'
import type { Answer, Call } from '../call.ts'
import { stableId, type DirectorySite } from '../directory.ts'
import { holds, pathsOf } from '../filter.ts'
import { selected, type Expansion } from '../query.ts'
import { filterNotSupported, invalidRequest } from '../refusal.ts'
import { columnBody } from '../store/column.ts'
import type { List } from '../store/lists.ts'
import { newColumnOf } from './columns.ts'

/** Lists of other kinds (libraries, calendars) behave otherwise: they are refused, not imitated. */
const TEMPLATES: ReadonlySet<string> = new Set(['genericList'])

export function getLists(call: Call): Answer {
  const site = siteOf(call, 'read')
  const { store, query } = call
  const { filter } = query
  if (filter && pathsOf(filter).some((path) => path !== 'displayName')) throw filterNotSupported()
  // Hidden lists are listed only to who asks for `system` by name, as SharePoint does.
  const withHidden = query.select?.some((name) => name.toLowerCase() === 'system') ?? false
  const found = store.lists
    .of(site.id)
    .filter((list) => (withHidden || !list.hidden) && (!filter || holds(filter, { displayName: list.displayName })))
  return collection(
    call,
    `sites('${encodeURIComponent(site.id)}')/lists`,
    found.map((list) => expanded(call, site, list)),
  )
}

export function getList(call: Call): Answer {
  const { site, list } = listOf(call, 'read')
  return ok(
    {
      '@odata.context': contextOf(call, `sites('${encodeURIComponent(site.id)}')/lists/$entity`),
      ...expanded(call, site, list),
    },
    { ETag: eTagOf(list) },
  )
}

export function createList(call: Call): Answer {
  const site = siteOf(call, 'manage')
  const body = objectBody(call)
  if ('name' in body) {
    throw invalidRequest(
      "Cannot define a 'name' for a list as it is assigned by the server. Instead, provide 'displayName'",
    )
  }
  const info = (body['list'] ?? {}) as Readonly<Record<string, unknown>>
  const template = info['template'] ?? 'genericList'
  if (typeof template !== 'string' || !TEMPLATES.has(template)) {
    throw invalidRequest(`The list template ${JSON.stringify(template)} is not supported.`)
  }
  const columns = body['columns'] ?? []
  if (!Array.isArray(columns)) throw invalidRequest("'columns' must be a collection.")
  const list = call.store.lists.create(
    {
      site: site.id,
      displayName: titleOf(body['displayName']),
      description: typeof body['description'] === 'string' ? body['description'] : '',
      template,
      hidden: info['hidden'] === true,
      contentTypesEnabled: info['contentTypesEnabled'] === true,
    },
    columns.map(newColumnOf),
    stampOf(call),
  )
  return created(
    {
      '@odata.context': contextOf(call, `sites('${encodeURIComponent(site.id)}')/lists/$entity`),
      ...listBody(site, list),
    },
    { Location: `${call.base}/sites/${site.id}/lists/${list.id}`, ETag: eTagOf(list) },
  )
}

export function updateList(call: Call): Answer {
  const { site, list } = listOf(call, 'manage')
  requireMatch(call, eTagOf(list))
  const { displayName, description } = objectBody(call)
  const changed = call.store.lists.update(
    list,
    {
      ...(displayName === undefined ? {} : { displayName: titleOf(displayName) }),
      ...(typeof description === 'string' ? { description } : {}),
    },
    stampOf(call),
  )
  return ok(listBody(site, changed), { ETag: eTagOf(changed) })
}

export function deleteList(call: Call): Answer {
  const { list } = listOf(call, 'manage')
  requireMatch(call, eTagOf(list))
  call.store.lists.remove(list)
  return noContent
}

export function getContentTypes(call: Call): Answer {
  const { list } = listOf(call, 'read')
  const types = [
    { id: itemContentType(list), name: 'Item', description: 'Create a new list item.', isBuiltIn: true, hidden: false },
    {
      id: folderContentType(list),
      name: 'Folder',
      description: 'Create a new folder.',
      isBuiltIn: true,
      hidden: false,
    },
  ]
  return collection(
    call,
    'sites/lists/contentTypes',
    types.map((type) =>
      selected(
        { ...type, group: 'List Content Types', parentId: type.id.slice(0, -34), readOnly: false, sealed: false },
        call.query.select,
      ),
    ),
  )
}

export function itemContentType(list: List): string {
  return `0x0100${unique(list.id)}`
}

function folderContentType(list: List): string {
  return `0x012000${unique(list.id)}`
}

/** A list's own content types carry its mark. */
function unique(listId: string): string {
  return stableId(`content type of ${listId}`).replaceAll('-', '').toUpperCase()
}

export function listBody(site: DirectorySite, list: List): Record<string, unknown> {
  return {
    '@odata.etag': eTagOf(list),
    createdDateTime: list.created,
    description: list.description,
    eTag: eTagOf(list),
    id: list.id,
    lastModifiedDateTime: list.modified,
    name: list.name,
    webUrl: `${site.webUrl}/Lists/${encodeURIComponent(list.name)}`,
    displayName: list.displayName,
    createdBy: JSON.parse(list.createdBy) as object,
    lastModifiedBy: JSON.parse(list.modifiedBy) as object,
    parentReference: { siteId: site.id },
    list: { contentTypesEnabled: list.contentTypesEnabled, hidden: list.hidden, template: list.template },
    ...(list.hidden ? { system: {} } : {}),
  }
}

function expanded(call: Call, site: DirectorySite, list: List): Record<string, unknown> {
  const { select, expand } = call.query
  const columns: Expansion | undefined = expand.get('columns')
  const more = columns
    ? { columns: call.store.lists.columns(list).map((one) => selected(columnBody(one), columns.select)) }
    : {}
  return selected({ ...listBody(site, list), ...more }, select, expand.keys())
}

function eTagOf(list: List): string {
  return `"${list.id},${list.version}"`
}

function titleOf(value: unknown): string {
  if (typeof value !== 'string' || value.trim() === '' || value.length > 255) {
    throw invalidRequest("'displayName' must be a text of 1 to 255 characters.")
  }
  return value.trim()
}
