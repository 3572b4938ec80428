/**
 * Lists and their columns as they are kept, with the database indexes that make a list's indexed columns fast and its
 * unique ones unique. An index belongs to one list and one column:
 *
 *   CREATE UNIQUE INDEX field_7_Key ON items (json_extract(fields, '$.Key') COLLATE NOCASE, id) WHERE list = 7
 */

import { randomUUID } from 'node:crypto'
import { BUILT_IN, fieldName, isMultiLine, isMultiple, MOST_INDEXES, type Column } from './column.ts'
import type { Database } from '../../sqlite.ts'
import { duplicateValue, invalidRequest, nameAlreadyExists } from '../refusal.ts'

export interface List {
  readonly pk: number
  readonly id: string
  /** Id of the site. */
  readonly site: string
  /** Last part of its address. */
  readonly name: string
  readonly displayName: string
  readonly description: string
  readonly template: string
  readonly hidden: boolean
  readonly contentTypesEnabled: boolean
  readonly created: string
  readonly createdBy: string
  readonly modified: string
  readonly modifiedBy: string
  readonly version: number
  /** Number of the last change to any item; it only grows. */
  readonly sequence: number
  /** Changes up to here can't be told any more: a delta from before has to start again. */
  readonly floor: number
}

export interface NewList {
  readonly site: string
  readonly displayName: string
  readonly description: string
  readonly template: string
  readonly hidden: boolean
  readonly contentTypesEnabled: boolean
}

export type NewColumn = Omit<Column, 'id' | 'builtIn'>

export interface Stamp {
  /** Whole seconds, as SharePoint keeps them. */
  readonly at: string
  /** An identity set, as JSON text. */
  readonly by: string
}

export interface Lists {
  of(site: string): List[]
  find(site: string, idOrName: string): List | undefined
  create(list: NewList, columns: readonly NewColumn[], stamp: Stamp): List
  update(list: List, change: { displayName?: string; description?: string }, stamp: Stamp): List
  remove(list: List): void
  /** Built-in columns included. */
  columns(list: List): Column[]
  addColumn(list: List, column: NewColumn): Column
  updateColumn(list: List, column: Column): Column
  removeColumn(list: List, column: Column): void
}

/** SQL for the value of a field within `fields`; names of columns hold no quote, which `columnName` sees to. */
export function fieldExpression(field: string): string {
  return `json_extract(fields, '$.${field}') COLLATE NOCASE`
}

export const TITLE: NewColumn = {
  name: 'Title',
  displayName: 'Title',
  description: '',
  columnGroup: 'Custom Columns',
  kind: 'text',
  facet: { allowMultipleLines: false, appendChangesToExistingText: false, linesForEditing: 0, maxLength: 255 },
  indexed: false,
  enforceUniqueValues: false,
  hidden: false,
  readOnly: false,
  required: false,
}

export function openLists(database: Database): Lists {
  const columnCache = new Map<number, Column[]>()

  const columns = (list: List): Column[] => {
    const known = columnCache.get(list.pk)
    if (known) return known
    const rows = database.all<{ definition: string }>(
      'SELECT definition FROM columns WHERE list = ? ORDER BY rowid',
      list.pk,
    )
    const own = rows.map((row) => JSON.parse(row.definition) as Column)
    const all = [...own.slice(0, 1), ...BUILT_IN, ...own.slice(1)]
    columnCache.set(list.pk, all)
    return all
  }

  const indexName = (list: List, column: Column): string => `field_${list.pk}_${column.name}`

  const setIndex = (list: List, column: Column): void => {
    database.exec(`DROP INDEX IF EXISTS ${indexName(list, column)}`)
    if (!column.indexed) return
    const unique = column.enforceUniqueValues ? 'UNIQUE' : ''
    const expression = fieldExpression(fieldName(column))
    const keys = column.enforceUniqueValues ? expression : `${expression}, id`
    try {
      database.exec(`CREATE ${unique} INDEX ${indexName(list, column)} ON items (${keys}) WHERE list = ${list.pk}`)
    } catch (error) {
      if (isUniqueViolation(error)) throw duplicateValue()
      throw error
    }
  }

  const requireIndexable = (list: List, column: Column): void => {
    if (column.enforceUniqueValues && !column.indexed) {
      throw invalidRequest(`Column '${column.name}': a column with unique values has to be indexed.`)
    }
    if (!column.indexed) return
    if (isMultiLine(column) || isMultiple(column) || column.kind === 'hyperlinkOrPicture') {
      throw invalidRequest(`Column '${column.name}' can't be indexed: its type doesn't allow it.`)
    }
    const others = columns(list).filter((one) => !one.builtIn && one.indexed && one.name !== column.name)
    if (others.length >= MOST_INDEXES)
      throw invalidRequest(`A list can't have more than ${MOST_INDEXES} indexed columns.`)
  }

  const found = (pk: number): List => {
    const [row] = database.all<ListRow>('SELECT * FROM lists WHERE pk = ?', pk)
    if (!row) throw new Error(`List ${pk} is gone within its own transaction.`)
    return fromRow(row)
  }

  const addColumn = (list: List, column: NewColumn): Column =>
    database.transaction(() => {
      if (columns(list).some((one) => sameName(one.name, column.name))) {
        throw nameAlreadyExists(`A column named '${column.name}' already exists.`)
      }
      const made: Column = { ...column, id: randomUUID() }
      requireIndexable(list, made)
      database.run(
        'INSERT INTO columns (id, list, name, definition) VALUES (?, ?, ?, ?)',
        made.id,
        list.pk,
        made.name,
        JSON.stringify(made),
      )
      columnCache.delete(list.pk)
      if (made.indexed) setIndex(list, made)
      return made
    })

  return {
    of: (site) => database.all<ListRow>('SELECT * FROM lists WHERE site = ? ORDER BY pk', site).map(fromRow),

    find(site, idOrName) {
      // An id is looked for before a title that reads like one.
      const [row] = database.all<ListRow>(
        `SELECT * FROM lists WHERE site = ?1 AND (id = ?2 COLLATE NOCASE OR displayName = ?2 COLLATE NOCASE
           OR name = ?2 COLLATE NOCASE) ORDER BY id = ?2 COLLATE NOCASE DESC, pk LIMIT 1`,
        site,
        idOrName,
      )
      return row ? fromRow(row) : undefined
    },

    create(list, newColumns, { at, by }) {
      const make = (): List => {
        requireFreeTitle(database, list.site, list.displayName)
        const { lastInsertRowid: pk } = database.run(
          `INSERT INTO lists (id, site, name, displayName, description, template, hidden, contentTypesEnabled,
             created, createdBy, modified, modifiedBy, version, nextItem, sequence, floor)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 1, 0, 0)`,
          randomUUID(),
          list.site,
          addressName(list.displayName),
          list.displayName,
          list.description,
          list.template,
          Number(list.hidden),
          Number(list.contentTypesEnabled),
          at,
          by,
          at,
          by,
        )
        const made = found(pk)
        for (const column of [TITLE, ...newColumns]) addColumn(made, column)
        return made
      }
      try {
        return database.transaction(make)
      } catch (error) {
        // What the failed one was remembered by, the next one will have again.
        columnCache.clear()
        throw error
      }
    },

    update: (list, change, { at, by }) =>
      database.transaction(() => {
        const displayName = change.displayName ?? list.displayName
        if (!sameName(displayName, list.displayName)) requireFreeTitle(database, list.site, displayName)
        database.run(
          `UPDATE lists SET displayName = ?, description = ?, modified = ?, modifiedBy = ?, version = version + 1
           WHERE pk = ?`,
          displayName,
          change.description ?? list.description,
          at,
          by,
          list.pk,
        )
        return found(list.pk)
      }),

    remove: (list) =>
      database.transaction(() => {
        for (const column of columns(list)) {
          if (column.indexed && !column.builtIn) database.exec(`DROP INDEX IF EXISTS ${indexName(list, column)}`)
        }
        for (const table of ['items', 'history', 'tombstones', 'columns']) {
          database.run(`DELETE FROM ${table} WHERE list = ?`, list.pk)
        }
        database.run('DELETE FROM lists WHERE pk = ?', list.pk)
        columnCache.delete(list.pk)
      }),

    columns,
    addColumn,

    updateColumn: (list, column) =>
      database.transaction(() => {
        requireIndexable(list, column)
        database.run(
          'UPDATE columns SET definition = ? WHERE list = ? AND id = ?',
          JSON.stringify(column),
          list.pk,
          column.id,
        )
        setIndex(list, column)
        columnCache.delete(list.pk)
        return column
      }),

    removeColumn: (list, column) =>
      database.transaction(() => {
        setIndex(list, { ...column, indexed: false })
        database.run('DELETE FROM columns WHERE list = ? AND id = ?', list.pk, column.id)
        columnCache.delete(list.pk)
      }),
  }
}

export function isUniqueViolation(error: unknown): boolean {
  // SQLITE_CONSTRAINT and SQLITE_CONSTRAINT_UNIQUE
  return error instanceof Error && 'errcode' in error && (error.errcode === 19 || error.errcode === 2067)
}

interface ListRow extends Omit<List, 'hidden' | 'contentTypesEnabled'> {
  readonly hidden: number
  readonly contentTypesEnabled: number
}

function fromRow(row: ListRow): List {
  return { ...row, hidden: row.hidden === 1, contentTypesEnabled: row.contentTypesEnabled === 1 }
}

function requireFreeTitle(database: Database, site: string, displayName: string): void {
  const taken = database.all('SELECT 1 FROM lists WHERE site = ? AND displayName = ? COLLATE NOCASE', site, displayName)
  if (taken.length > 0) {
    throw nameAlreadyExists('The specified list name already exists')
  }
}

function sameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase()
}

/** SharePoint leaves out what an address can't hold. */
function addressName(displayName: string): string {
  return displayName.replaceAll(/[~"#%&*:<>?/\\{|}.]/g, '').trim() || 'List'
}
