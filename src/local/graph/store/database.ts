/**
 * The file (or memory) that everything is kept in: node:sqlite in WAL mode, opened for one process alone. The lock is
 * SQLite's own, so it goes with the process however that ends. Nothing here knows what a list is.
 */

import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'

/** Another server has the folder open. */
export class DataInUseError extends Error {
  constructor(folder: string, options?: ErrorOptions) {
    super(`${folder} is in use by another server: stop that one first, or choose another folder.`, options)
    this.name = 'DataInUseError'
  }
}

export type Row = Record<string, unknown>

export interface Database {
  all<T = Row>(sql: string, ...values: SQLInputValue[]): T[]
  run(sql: string, ...values: SQLInputValue[]): { changes: number; lastInsertRowid: number }
  exec(sql: string): void
  /** Everything inside is one commit; nested calls join the outer one. */
  transaction<T>(work: () => T): T
  close(): void
}

const SCHEMA = `
CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS lists (
  pk INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, site TEXT NOT NULL, name TEXT NOT NULL,
  displayName TEXT NOT NULL, description TEXT NOT NULL, template TEXT NOT NULL, hidden INTEGER NOT NULL,
  contentTypesEnabled INTEGER NOT NULL, created TEXT NOT NULL, createdBy TEXT NOT NULL,
  modified TEXT NOT NULL, modifiedBy TEXT NOT NULL, version INTEGER NOT NULL,
  nextItem INTEGER NOT NULL, sequence INTEGER NOT NULL, floor INTEGER NOT NULL
);
CREATE UNIQUE INDEX IF NOT EXISTS lists_title ON lists (site, displayName COLLATE NOCASE);
CREATE TABLE IF NOT EXISTS columns (
  id TEXT NOT NULL, list INTEGER NOT NULL, name TEXT NOT NULL, definition TEXT NOT NULL, PRIMARY KEY (list, id)
);
CREATE UNIQUE INDEX IF NOT EXISTS columns_name ON columns (list, name COLLATE NOCASE);
CREATE TABLE IF NOT EXISTS items (
  list INTEGER NOT NULL, id INTEGER NOT NULL, guid TEXT NOT NULL, version INTEGER NOT NULL, sequence INTEGER NOT NULL,
  fields TEXT NOT NULL, created TEXT NOT NULL, createdBy TEXT NOT NULL, modified TEXT NOT NULL, modifiedBy TEXT NOT NULL
);
CREATE UNIQUE INDEX IF NOT EXISTS items_id ON items (list, id);
CREATE INDEX IF NOT EXISTS items_sequence ON items (list, sequence);
CREATE TABLE IF NOT EXISTS history (
  list INTEGER NOT NULL, id INTEGER NOT NULL, guid TEXT NOT NULL, version INTEGER NOT NULL, sequence INTEGER NOT NULL,
  until INTEGER NOT NULL, fields TEXT NOT NULL, created TEXT NOT NULL, createdBy TEXT NOT NULL,
  modified TEXT NOT NULL, modifiedBy TEXT NOT NULL
);
CREATE UNIQUE INDEX IF NOT EXISTS history_version ON history (list, id, version);
CREATE INDEX IF NOT EXISTS history_until ON history (list, until);
CREATE TABLE IF NOT EXISTS tombstones (
  list INTEGER NOT NULL, id INTEGER NOT NULL, sequence INTEGER NOT NULL, PRIMARY KEY (list, sequence)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS grants (
  id TEXT PRIMARY KEY, site TEXT NOT NULL, application TEXT NOT NULL, displayName TEXT NOT NULL, roles TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS grants_site ON grants (site, application);
`

/** @param folder where `graph.sqlite` is kept; in memory without one */
export function openDatabase(folder?: string): Database {
  if (folder) mkdirSync(folder, { recursive: true })
  const sqlite = new DatabaseSync(folder ? join(folder, 'graph.sqlite') : ':memory:')
  try {
    // Exclusive before WAL: the file is then never shared, and a second opener fails at its first statement.
    sqlite.exec('PRAGMA busy_timeout = 0; PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL')
    sqlite.exec('PRAGMA synchronous = NORMAL; PRAGMA temp_store = MEMORY; BEGIN EXCLUSIVE')
    sqlite.exec(SCHEMA)
    sqlite.exec('COMMIT')
  } catch (cause) {
    sqlite.close()
    if (folder && isBusy(cause)) throw new DataInUseError(folder, { cause })
    throw cause
  }

  const statements = new Map<string, StatementSync>()
  const prepared = (sql: string): StatementSync => {
    const known = statements.get(sql)
    if (known) return known
    // Filters make statements without end; the ones of everyday use come back soon enough.
    if (statements.size > 500) statements.clear()
    const statement = sqlite.prepare(sql)
    statements.set(sql, statement)
    return statement
  }
  let depth = 0

  return {
    all: <T>(sql: string, ...values: SQLInputValue[]) => prepared(sql).all(...values) as T[],
    run(sql, ...values) {
      const { changes, lastInsertRowid } = prepared(sql).run(...values)
      return { changes: Number(changes), lastInsertRowid: Number(lastInsertRowid) }
    },
    exec: (sql) => sqlite.exec(sql),
    transaction<T>(work: () => T): T {
      if (depth > 0) return work()
      sqlite.exec('BEGIN IMMEDIATE')
      depth += 1
      try {
        const result = work()
        sqlite.exec('COMMIT')
        return result
      } catch (error) {
        sqlite.exec('ROLLBACK')
        throw error
      } finally {
        depth -= 1
      }
    },
    close() {
      statements.clear()
      sqlite.close()
    },
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && (error.errcode === 5 || error.errcode === 6)
}
