/**
 * The same tests on both databases: the embedded one, and a real PostgreSQL that the test starts on loopback. Where
 * PostgreSQL isn't and can't be installed, its half is skipped, visibly.
 */

import { afterAll, beforeAll, describe } from 'vitest'
import { openDatabase, type Database } from '../../src/service/database/database.ts'
import { CACHE } from '../../src/laptop/places.ts'
import { findPostgres, startPostgres, type PostgresServer } from '../../src/laptop/postgres.ts'
import { findFree } from '../../src/laptop/ports.ts'

export interface Databases {
  /** Another instance on the same data where it is a server; the embedded one has no second. */
  open(): Promise<Database>
  /** Null: embedded. */
  url(): string | null
}

export function onEachDatabase(what: string, tests: (databases: Databases) => void): void {
  describe(`${what}, embedded`, () => {
    tests({ open: () => openDatabase({ url: null, folder: null, templates: CACHE }), url: () => null })
  })
  onPostgres(what, tests)
}

/** What only several instances can show. */
export function onPostgres(what: string, tests: (databases: Databases) => void): void {
  const bin = findPostgres()
  describe.skipIf(bin === null)(`${what}, on PostgreSQL`, () => {
    let server: PostgresServer | null = null
    beforeAll(async () => {
      server = await startPostgres(bin ?? '', await findFree(1))
    })
    afterAll(async () => {
      await server?.stop()
    })
    const url = (): string => server?.url ?? ''
    tests({ open: () => openDatabase({ url: url(), folder: null }), url })
  })
}
