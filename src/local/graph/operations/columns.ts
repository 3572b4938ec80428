/** Columns of a list: what a client may define, and how a definition becomes a column. */

import { collection, contextOf, created, listOf, noContent, objectBody, ok, type Answer, type Call } from '../call.ts'
import { holds, pathsOf } from '../filter.ts'
import { selected } from '../query.ts'
import { accessDenied, filterNotSupported, invalidRequest, itemNotFound } from '../refusal.ts'
import { COLUMN_KINDS, columnBody, isMultiLine, type Column, type ColumnKind } from '../store/column.ts'
import type { List, NewColumn } from '../store/lists.ts'

/** What SharePoint fills in when a definition leaves it out. */
const FACETS: Readonly<Record<ColumnKind, Readonly<Record<string, unknown>>>> = {
  text: { allowMultipleLines: false, appendChangesToExistingText: false, linesForEditing: 0, maxLength: 255 },
  number: { decimalPlaces: 'automatic', displayAs: 'number' },
  boolean: {},
  dateTime: { displayAs: 'default', format: 'dateOnly' },
  choice: { allowTextEntry: false, choices: [], displayAs: 'dropDownMenu' },
  personOrGroup: { allowMultipleSelection: false, displayAs: 'nameWithPresence', chooseFromType: 'peopleOnly' },
  hyperlinkOrPicture: { isPicture: false },
  currency: { locale: 'en-GB' },
}
const SETTABLE = ['displayName', 'description', 'columnGroup', 'indexed', 'enforceUniqueValues', 'hidden', 'required']

export function getColumns(call: Call): Answer {
  const { list } = listOf(call, 'read')
  const { filter, select } = call.query
  if (filter && pathsOf(filter).some((path) => path.includes('/'))) throw filterNotSupported()
  const bodies = call.store.lists.columns(list).map(columnBody)
  return collection(
    call,
    'sites/lists/columns',
    bodies.filter((body) => !filter || holds(filter, body)).map((body) => selected(body, select)),
  )
}

export function getColumn(call: Call): Answer {
  const { list } = listOf(call, 'read')
  return columnAnswer(call, columnOf(call, list))
}

export function createColumn(call: Call): Answer {
  const { list } = listOf(call, 'manage')
  const column = call.store.lists.addColumn(list, newColumnOf(call.body))
  return created({ '@odata.context': contextOf(call, 'sites/lists/columns/$entity'), ...columnBody(column) })
}

export function updateColumn(call: Call): Answer {
  const { list } = listOf(call, 'manage')
  const column = columnOf(call, list)
  if (column.builtIn) throw accessDenied(`The column '${column.name}' is read-only.`)
  const change = objectBody(call)
  const facet = change[column.kind]
  const other = COLUMN_KINDS.find((kind) => kind !== column.kind && kind in change)
  if (other) throw invalidRequest(`The type of column '${column.name}' can't be changed to ${other}.`)
  const settings = Object.fromEntries(SETTABLE.filter((name) => name in change).map((name) => [name, change[name]]))
  const merged = { ...column, ...settings, facet: { ...column.facet, ...(isObject(facet) ? facet : {}) } }
  return columnAnswer(call, call.store.lists.updateColumn(list, checked(merged)))
}

export function deleteColumn(call: Call): Answer {
  const { list } = listOf(call, 'manage')
  const column = columnOf(call, list)
  if (column.builtIn || column.name === 'Title') throw invalidRequest(`The column '${column.name}' can't be deleted.`)
  call.store.lists.removeColumn(list, column)
  return noContent
}

/** Throws `invalidRequest` for a definition that SharePoint wouldn't take. */
export function newColumnOf(definition: unknown): NewColumn {
  if (!isObject(definition)) throw invalidRequest('A column definition must be a JSON object.')
  const { name } = definition
  if (typeof name !== 'string' || !/^[A-Za-z_]\w{0,63}$/.test(name)) {
    throw invalidRequest(`'${String(name)}' is not a valid column name.`)
  }
  const kinds = COLUMN_KINDS.filter((kind) => isObject(definition[kind]))
  const [kind] = kinds
  if (kind === undefined || kinds.length > 1) {
    throw invalidRequest(`Column '${name}' must have exactly one type, for example "text": {}.`)
  }
  const given = definition[kind] as Readonly<Record<string, unknown>>
  const defaultValue = definition['defaultValue']
  return checked({
    name,
    displayName: text(definition['displayName'], name),
    description: text(definition['description'], ''),
    columnGroup: text(definition['columnGroup'], 'Custom Columns'),
    kind,
    facet: { ...FACETS[kind], ...(given['allowMultipleLines'] === true ? { linesForEditing: 6 } : {}), ...given },
    indexed: definition['indexed'] === true,
    enforceUniqueValues: definition['enforceUniqueValues'] === true,
    hidden: definition['hidden'] === true,
    readOnly: definition['readOnly'] === true,
    required: definition['required'] === true,
    ...(isObject(defaultValue) ? { defaultValue } : {}),
  })
}

function checked<T extends NewColumn>(column: T): T {
  for (const name of ['indexed', 'enforceUniqueValues', 'hidden', 'required'] as const) {
    if (typeof column[name] !== 'boolean')
      throw invalidRequest(`'${name}' of column '${column.name}' must be a boolean.`)
  }
  const { choices, maxLength } = column.facet
  if (column.kind === 'choice' && !(Array.isArray(choices) && choices.every((one) => typeof one === 'string'))) {
    throw invalidRequest(`The choices of column '${column.name}' must be texts.`)
  }
  if (column.kind === 'text' && !isMultiLine({ ...column, id: '' }) && maxLength !== undefined && maxLength !== null) {
    if (typeof maxLength !== 'number' || maxLength < 1 || maxLength > 255) {
      throw invalidRequest(`'maxLength' of column '${column.name}' must be from 1 to 255.`)
    }
  }
  return column
}

/** A column is addressed by id or by name. */
function columnOf(call: Call, list: List): Column {
  const asked = (call.params['column'] ?? '').toLowerCase()
  const column = call.store.lists
    .columns(list)
    .find((one) => one.id.toLowerCase() === asked || one.name.toLowerCase() === asked)
  if (!column) throw itemNotFound()
  return column
}

function columnAnswer(call: Call, column: Column): Answer {
  return ok({
    '@odata.context': contextOf(call, 'sites/lists/columns/$entity'),
    ...selected(columnBody(column), call.query.select),
  })
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function text(value: unknown, otherwise: string): string {
  return typeof value === 'string' ? value : otherwise
}
