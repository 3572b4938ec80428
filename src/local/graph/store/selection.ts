/**
 * A question about a list's items turned into SQL: which fields it may refer to, whether indexes carry it, and the
 * keyset that a page begins after. It holds SharePoint's rules on indexes and on large lists.
 */

import type { SQLInputValue } from 'node:sqlite'
import { fieldName, isMultiLine, wholeSeconds, type Column } from './column.ts'
import type { Database } from '../../sqlite.ts'
import { pathsOf, type Comparison, type Condition, type Literal } from '../filter.ts'
import { fieldExpression, type List } from './lists.ts'
import type { Order } from '../query.ts'
import { filterNotSupported, invalidRequest, notIndexed, tooManyResources, unknownField } from '../refusal.ts'

/** Rows that a query may touch without an index to narrow them. */
export const LARGE_LIST = 5_000

export interface Sql {
  readonly text: string
  readonly values: readonly SQLInputValue[]
}

export interface Selection {
  readonly condition: Sql
  /** Expression that the rows are ordered by before their id; none means by id alone. */
  readonly key: string | undefined
  readonly descending: boolean
}

export interface Asked {
  readonly filter: Condition | undefined
  readonly orderby: readonly Order[]
  /** The client sent `Prefer: HonorNonIndexedQueriesWarningMayFailRandomly`. */
  readonly mayScan: boolean
}

const OPERATORS: Readonly<Record<Exclude<Comparison, 'eq' | 'ne'>, string>> = { lt: '<', gt: '>', le: '<=', ge: '>=' }
/** Sorts after every text that begins with what stands before it. */
const HIGHEST = '\u{10FFFF}'

/** Throws `invalidRequest` for a field without an index, `notSupported` when a scan would be too large. */
export function selectItems(database: Database, list: List, columns: readonly Column[], asked: Asked): Selection {
  const { filter, orderby, mayScan } = asked
  if (orderby.length > 1) throw invalidRequest('Only one orderby clause is supported')
  const order = orderby[0]
  const filtered = filter ? [...new Set(pathsOf(filter).map((path) => columnAt(columns, path)))] : []
  const ordered = order ? columnAt(columns, order.path) : undefined
  const used = ordered && !filtered.includes(ordered) ? [...filtered, ordered] : filtered
  const withoutIndex = used.find((column) => !column.indexed)
  // One index narrows a query: a second filtered field is looked at row by row, indexed or not.
  const scanned = withoutIndex ?? filtered[1]
  if (scanned && !mayScan) throw notIndexed(scanned.name)
  const condition = filter ? conditionSql(columns, filter) : { text: 'TRUE', values: [] }
  if (scanned) requireSmall(database, list, columns, filter, ordered === withoutIndex)
  return {
    condition,
    key: ordered ? expressionOf(ordered) : undefined,
    descending: order?.descending ?? false,
  }
}

/** Rows after the one with the key and the id, in the selection's order. */
export function after(selection: Selection, key: SQLInputValue, id: number): Sql {
  const { key: expression, descending } = selection
  if (expression === undefined) return { text: 'id > ?', values: [id] }
  if (expression === 'id') return { text: descending ? 'id < ?' : 'id > ?', values: [id] }
  // Empty values come first going up and last going down.
  if (key === null) {
    return descending
      ? { text: `(${expression} IS NULL AND id > ?)`, values: [id] }
      : { text: `(${expression} IS NOT NULL OR id > ?)`, values: [id] }
  }
  return descending
    ? { text: `(${expression} < ? OR ${expression} IS NULL OR (${expression} = ? AND id > ?))`, values: [key, key, id] }
    : { text: `${expression} >= ? AND (${expression} > ? OR id > ?)`, values: [key, key, id] }
}

export function orderSql({ key, descending }: Selection): string {
  if (key === undefined) return 'id'
  if (key === 'id') return descending ? 'id DESC' : 'id'
  return `${key} ${descending ? 'DESC' : 'ASC'}, id`
}

function columnAt(columns: readonly Column[], path: string): Column {
  const [root, name, ...rest] = path.split('/')
  if (root !== 'fields' || name === undefined || rest.length > 0) throw filterNotSupported()
  const column = columns.find((one) => fieldName(one) === name || (one.name === 'ID' && name === 'id'))
  if (!column) throw unknownField(name)
  if (isMultiLine(column)) throw notIndexed(name)
  return column
}

/** Where a field's value stands in a row. */
function expressionOf(column: Column): string {
  switch (column.name) {
    case 'ID':
      return 'id'
    case 'Created':
      return 'created'
    case 'Modified':
      return 'modified'
    default:
      return fieldExpression(fieldName(column))
  }
}

function conditionSql(columns: readonly Column[], condition: Condition): Sql {
  if ('left' in condition) {
    const left = conditionSql(columns, condition.left)
    const right = conditionSql(columns, condition.right)
    const joint = condition.op === 'and' ? 'AND' : 'OR'
    return { text: `(${left.text} ${joint} ${right.text})`, values: [...left.values, ...right.values] }
  }
  const column = columnAt(columns, condition.path)
  const expression = expressionOf(column)
  const value = comparable(column, condition.value)
  if (condition.op === 'startswith') {
    if (typeof value !== 'string') throw filterNotSupported()
    return { text: `(${expression} >= ? AND ${expression} < ?)`, values: [value, value + HIGHEST] }
  }
  if (condition.op === 'eq') {
    return value === null
      ? { text: `${expression} IS NULL`, values: [] }
      : { text: `${expression} = ?`, values: [value] }
  }
  if (condition.op === 'ne') return { text: `${expression} IS NOT ?`, values: [value] }
  if (value === null) throw filterNotSupported()
  return { text: `${expression} ${OPERATORS[condition.op]} ?`, values: [value] }
}

/** The literal in the form in which values of the column are kept. */
function comparable(column: Column, value: Literal): SQLInputValue {
  if (value === null) return null
  switch (column.kind) {
    case 'number':
    case 'currency': {
      const number = Number(value)
      if (Number.isNaN(number)) throw filterNotSupported()
      return number
    }
    case 'boolean':
      return Number(value === true || value === 1 || value === '1')
    case 'dateTime': {
      const moment = Date.parse(String(value))
      if (Number.isNaN(moment)) throw filterNotSupported()
      return wholeSeconds(moment)
    }
    case 'text':
    case 'choice':
    case 'personOrGroup':
    case 'hyperlinkOrPicture':
    case 'other':
      return String(value)
  }
}

/**
 * A scan is refused when it has too many rows to look at: the whole list, or what the first condition that must hold
 * and has an index leaves of it.
 */
function requireSmall(
  database: Database,
  list: List,
  columns: readonly Column[],
  filter: Condition | undefined,
  ordersWithoutIndex: boolean,
): void {
  const narrowing = filter && !ordersWithoutIndex ? firstIndexed(columns, filter) : undefined
  const where = narrowing ? conditionSql(columns, narrowing) : { text: 'TRUE', values: [] }
  const [counted] = database.all<{ n: number }>(
    `SELECT count(*) AS n FROM (SELECT 1 FROM items WHERE list = ${list.pk} AND ${where.text} LIMIT ${LARGE_LIST + 1})`,
    ...where.values,
  )
  if (counted && counted.n > LARGE_LIST) throw tooManyResources()
}

function firstIndexed(columns: readonly Column[], condition: Condition): Condition | undefined {
  if ('left' in condition) {
    if (condition.op === 'or') return undefined
    return firstIndexed(columns, condition.left) ?? firstIndexed(columns, condition.right)
  }
  return columnAt(columns, condition.path).indexed && condition.op !== 'ne' ? condition : undefined
}
