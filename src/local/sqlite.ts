/**
 * A file (or memory) that one of the local servers keeps everything in: node:sqlite in WAL mode, opened for one process
 * alone. The lock is SQLite's own, so it goes with the process however that ends. What is in it is the caller's.
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

/**
 * @param folder where it is kept; in memory without one
 * @param schema statements that make what isn't there yet
 */
export function openSqlite(folder: string | undefined, name: string, schema: string): Database {
  if (folder) mkdirSync(folder, { recursive: true })
  const sqlite = new DatabaseSync(folder ? join(folder, `${name}.sqlite`) : ':memory:')
  try {
    // Exclusive before WAL: the file is then never shared, and a second opener fails at its first statement.
    sqlite.exec('PRAGMA busy_timeout = 0; PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL')
    sqlite.exec('PRAGMA synchronous = NORMAL; PRAGMA temp_store = MEMORY; BEGIN EXCLUSIVE')
    sqlite.exec(schema)
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
