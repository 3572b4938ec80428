/**
 * The fields of an item, both ways: what a client sends, checked against the columns of its list, and what it is
 * shown. A field without a value is left out of an answer, as SharePoint does.
 */

import type { Directory } from './directory.ts'
import { invalidRequest, unknownField } from './refusal.ts'
import {
  fieldName,
  isAppendOnly,
  isMultiple,
  MOST_LOOKUPS,
  ROW_BYTES,
  rowBytes,
  valueToKeep,
  type Column,
} from './store/column.ts'
import type { Fields, Item } from './store/items.ts'

/** Values that every item shows, whatever its columns say. */
const CONSTANT: Fields = {
  ContentType: 'Item',
  Attachments: false,
  Edit: '',
  ItemChildCount: '0',
  FolderChildCount: '0',
}
const ANNOTATION = '@odata.type'
/** Sent back by clients that return what they read; SharePoint takes no notice. */
const IGNORED: ReadonlySet<string> = new Set(['id', 'ContentType', '@odata.etag', '@odata.context', '@odata.type'])

/**
 * The fields to keep: those sent over those kept before. Throws `invalidRequest` for a field that the list doesn't
 * have, that can't be written, or whose value doesn't fit.
 */
export function fieldsToKeep(
  columns: readonly Column[],
  sent: Readonly<Record<string, unknown>>,
  before: Fields | undefined,
  directory: Directory,
): Fields {
  const kept: Record<string, unknown> = before ? { ...before } : defaults(columns)
  const byField = new Map(columns.map((column) => [fieldName(column), column]))
  for (const [name, value] of Object.entries(sent)) {
    if (IGNORED.has(name) || name.endsWith(ANNOTATION)) continue
    const column = byField.get(name)
    // Graph doesn't recognise internal names that begin with an underscore when it writes.
    if (!column || name.startsWith('_')) throw unknownField(name)
    if (column.readOnly) throw invalidRequest(`Field '${name}' is read-only`)
    const odataType = sent[`${name}${ANNOTATION}`]
    const keep = valueToKeep(column, value, {
      odataType: typeof odataType === 'string' ? odataType.replace(/^#/, '') : undefined,
      isPerson: (lookupId) => directory.personByLookupId(lookupId) !== undefined,
    })
    if (keep === null) delete kept[name]
    else kept[name] = keep
  }
  if (rowBytes(columns, kept) > ROW_BYTES) throw invalidRequest(`The row is larger than ${ROW_BYTES} bytes.`)
  return kept
}

/** @param select names asked for; without it every column that isn't hidden. A hidden one comes only by name. */
export function fieldsBody(
  columns: readonly Column[],
  item: Item,
  eTag: string,
  select: readonly string[] | undefined,
  directory: Directory,
): Record<string, unknown> {
  const shown = select ? undefined : columns.filter((column) => !column.hidden)
  const asked = select ? columnsByName(columns, select) : (shown ?? [])
  if (asked.filter((column) => column.kind === 'personOrGroup').length > MOST_LOOKUPS) {
    throw invalidRequest(
      'The query cannot be completed because the number of lookup columns it contains exceeds the lookup column threshold.',
    )
  }
  const body: Record<string, unknown> = { '@odata.etag': eTag }
  if (!select || select.some((name) => name.toLowerCase() === 'id')) body['id'] = String(item.id)
  for (const column of asked) {
    const name = fieldName(column)
    const value = shownValue(column, name, item, directory)
    if (value === undefined || value === null || isAppendOnly(column)) continue
    // Several people are shown with their names, under the column's own name.
    body[Array.isArray(value) && column.kind === 'personOrGroup' ? column.name : name] = value
  }
  return body
}

function shownValue(column: Column, name: string, item: Item, directory: Directory): unknown {
  if (!column.builtIn) {
    const value = item.fields[name]
    if (column.kind !== 'personOrGroup' || !isMultiple(column) || !Array.isArray(value)) return value
    return value.map((lookupId: number) => {
      const person = directory.personByLookupId(lookupId)
      return { LookupId: lookupId, LookupValue: person?.displayName ?? '', Email: person?.mail ?? '' }
    })
  }
  switch (column.name) {
    case 'ID':
      return item.id
    case 'GUID':
      return item.guid
    case 'Created':
      return item.created
    case 'Modified':
      return item.modified
    case 'Author':
      return authorLookupId(item.createdBy, directory)
    case 'Editor':
      return authorLookupId(item.modifiedBy, directory)
    case '_UIVersionString':
      return `${item.version}.0`
    case 'LinkTitle':
    case 'LinkTitleNoMenu':
      return item.fields['Title']
    default:
      return CONSTANT[column.name]
  }
}

/** What an application writes is by SharePoint's own app account. */
const APPLICATION_ACCOUNT = '1073741822'

function authorLookupId(identity: string, directory: Directory): string {
  const { user } = JSON.parse(identity) as { user?: { id: string } }
  const person = user ? directory.person(user.id) : undefined
  return person ? String(directory.lookupId(person)) : APPLICATION_ACCOUNT
}

function columnsByName(columns: readonly Column[], names: readonly string[]): Column[] {
  const wanted = new Set(names.map((name) => name.toLowerCase()))
  return columns.filter(
    (column) => wanted.has(column.name.toLowerCase()) || wanted.has(fieldName(column).toLowerCase()),
  )
}

function defaults(columns: readonly Column[]): Record<string, unknown> {
  const fields: Record<string, unknown> = {}
  for (const column of columns) {
    const value = column.defaultValue?.['value']
    if (value === undefined || column.builtIn) continue
    if (column.kind === 'number') fields[column.name] = Number(value)
    else if (column.kind === 'boolean') fields[column.name] = value === '1' || value === 'true' || value === true
    else fields[column.name] = value
  }
  return fields
}
