/**
 * What a column is: its definition as Graph writes it, the columns that every list has, and how a value that a client
 * sends becomes the value that is kept. Values are kept as Graph shows them (a person as `NameLookupId`), so that
 * reading an item is reading its row.
 */

import { stableId } from '../directory.ts'
import { invalidRequest } from '../refusal.ts'

export const COLUMN_KINDS = [
  'text',
  'number',
  'boolean',
  'dateTime',
  'choice',
  'personOrGroup',
  'hyperlinkOrPicture',
  'currency',
] as const
export type ColumnKind = (typeof COLUMN_KINDS)[number]

export interface Column {
  readonly id: string
  readonly name: string
  readonly displayName: string
  readonly description: string
  readonly columnGroup: string
  readonly kind: ColumnKind | 'other'
  /** The kind's own facet, for example `{ allowMultipleLines: true }` of a text column. */
  readonly facet: Readonly<Record<string, unknown>>
  readonly indexed: boolean
  readonly enforceUniqueValues: boolean
  readonly hidden: boolean
  readonly readOnly: boolean
  readonly required: boolean
  readonly defaultValue?: Readonly<Record<string, unknown>>
  /** Every list has it; it isn't stored with the list and can't be removed. */
  readonly builtIn?: true
}

/** A single-line text column's most characters, and a multi-line one's. */
export const TEXT_LENGTH = 255
export const NOTE_LENGTH = 63_999
/** Indexes a list may have. */
export const MOST_INDEXES = 20
/** Lookup and person columns that one query may return. */
export const MOST_LOOKUPS = 12
/** Bytes of a row: multi-line text is kept elsewhere and counts as a pointer. */
export const ROW_BYTES = 8_000

const built = (
  name: string,
  displayName: string,
  kind: Column['kind'],
  more: Partial<Pick<Column, 'facet' | 'hidden' | 'indexed' | 'required'>> = {},
): Column => ({
  id: stableId(`built-in column ${name}`),
  name,
  displayName,
  description: '',
  columnGroup: 'Custom Columns',
  kind,
  facet: {},
  indexed: false,
  enforceUniqueValues: false,
  hidden: false,
  readOnly: true,
  required: false,
  builtIn: true,
  ...more,
})

const person = {
  facet: { allowMultipleSelection: false, displayAs: 'nameWithPresence', chooseFromType: 'peopleAndGroups' },
}

/** What every list has, `Title` apart: that one is an ordinary column, made with the list. */
export const BUILT_IN: readonly Column[] = [
  built('ContentType', 'Content Type', 'text'),
  built('Modified', 'Modified', 'dateTime', { facet: { displayAs: 'default', format: 'dateTime' } }),
  built('Created', 'Created', 'dateTime', { facet: { displayAs: 'default', format: 'dateTime' } }),
  built('Author', 'Created By', 'personOrGroup', person),
  built('Editor', 'Modified By', 'personOrGroup', person),
  built('_UIVersionString', 'Version', 'text'),
  built('Attachments', 'Attachments', 'boolean'),
  built('Edit', 'Edit', 'other'),
  built('LinkTitleNoMenu', 'Title', 'other'),
  built('LinkTitle', 'Title', 'other'),
  built('ItemChildCount', 'Item Child Count', 'other'),
  built('FolderChildCount', 'Folder Child Count', 'other'),
  built('ID', 'ID', 'number', { indexed: true, hidden: true }),
  built('GUID', 'GUID', 'other', { hidden: true }),
]

/** Is the value kept under `NameLookupId`? */
export function isLookup(column: Column): boolean {
  return column.kind === 'personOrGroup'
}

export function fieldName(column: Column): string {
  return isLookup(column) ? `${column.name}LookupId` : column.name
}

export function isMultiLine(column: Column): boolean {
  return column.kind === 'text' && column.facet['allowMultipleLines'] === true
}

export function isMultiple(column: Column): boolean {
  return (
    (column.kind === 'choice' && column.facet['displayAs'] === 'checkBoxes') ||
    (column.kind === 'personOrGroup' && column.facet['allowMultipleSelection'] === true)
  )
}

/** SharePoint shows an append-only column's entries in its own pages only: to a program it reads as empty. */
export function isAppendOnly(column: Column): boolean {
  return isMultiLine(column) && column.facet['appendChangesToExistingText'] === true
}

export function columnBody(column: Column): Record<string, unknown> {
  return {
    columnGroup: column.columnGroup,
    description: column.description,
    displayName: column.displayName,
    enforceUniqueValues: column.enforceUniqueValues,
    hidden: column.hidden,
    id: column.id,
    indexed: column.indexed,
    name: column.name,
    readOnly: column.readOnly,
    required: column.required,
    ...(column.kind === 'other' ? {} : { [column.kind]: column.facet }),
    ...(column.defaultValue ? { defaultValue: column.defaultValue } : {}),
  }
}

/** The value to keep, or null to keep none. Throws `invalidRequest` where SharePoint wouldn't take it. */
export function valueToKeep(
  column: Column,
  value: unknown,
  context: { odataType: string | undefined; isPerson: (lookupId: number) => boolean },
): unknown {
  if (value === null || value === '' || isAppendOnly(column)) return null
  const refuse = (why: string) => invalidRequest(`Field '${column.name}': ${why}`)
  if (isMultiple(column)) return manyToKeep(column, value, context)
  switch (column.kind) {
    case 'text':
      if (typeof value !== 'string') throw refuse('a text is expected.')
      if (value.length > longest(column)) throw refuse(`text longer than ${longest(column)} characters.`)
      return value
    case 'choice':
      if (typeof value !== 'string') throw refuse('a text is expected.')
      return value
    case 'number':
    case 'currency':
      if (typeof value !== 'number' || !Number.isFinite(value)) throw refuse('a number is expected.')
      return value
    case 'boolean':
      if (typeof value !== 'boolean') throw refuse('true or false is expected.')
      return value
    case 'dateTime':
      return momentToKeep(value, refuse)
    case 'personOrGroup': {
      const lookupId = Number(value)
      if (!context.isPerson(lookupId)) throw refuse(`no user ${JSON.stringify(value)} on this site.`)
      return String(lookupId)
    }
    case 'hyperlinkOrPicture':
    case 'other':
      return value
  }
}

function manyToKeep(
  column: Column,
  value: unknown,
  { odataType, isPerson }: { odataType: string | undefined; isPerson: (lookupId: number) => boolean },
): unknown {
  const wanted =
    column.kind === 'choice' ? ['Collection(Edm.String)'] : ['Collection(Edm.Int32)', 'Collection(Edm.String)']
  if (!Array.isArray(value) || odataType === undefined || !wanted.includes(odataType)) {
    throw invalidRequest(
      `Field '${column.name}' takes a collection: send '${fieldName(column)}@odata.type': '${wanted[0] ?? ''}'.`,
    )
  }
  if (column.kind === 'choice') return value.length === 0 ? null : value.map(String)
  const lookupIds = value.map(Number)
  const unknown = lookupIds.find((lookupId) => !isPerson(lookupId))
  if (unknown !== undefined) throw invalidRequest(`Field '${column.name}': no user ${unknown} on this site.`)
  return lookupIds.length === 0 ? null : lookupIds
}

/** SharePoint keeps no milliseconds. */
function momentToKeep(value: unknown, refuse: (why: string) => Error): string {
  const moment = typeof value === 'string' ? Date.parse(value) : Number.NaN
  if (Number.isNaN(moment)) throw refuse('a date is expected, for example 2020-03-05T00:00:00Z.')
  return wholeSeconds(moment)
}

/** @param moment milliseconds since 1970 */
export function wholeSeconds(moment: number): string {
  return `${new Date(moment).toISOString().slice(0, 19)}Z`
}

function longest(column: Column): number {
  if (isMultiLine(column)) return NOTE_LENGTH
  const own = column.facet['maxLength']
  return typeof own === 'number' && own > 0 ? Math.min(own, TEXT_LENGTH) : TEXT_LENGTH
}

/** How many bytes of a SharePoint row the values take. */
export function rowBytes(columns: readonly Column[], fields: Readonly<Record<string, unknown>>): number {
  let bytes = 0
  for (const column of columns) {
    const value = fields[fieldName(column)]
    if (value === undefined || value === null) continue
    if (isMultiLine(column)) bytes += 28
    else bytes += typeof value === 'string' ? value.length * 2 : 8
  }
  return bytes
}
