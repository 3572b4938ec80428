/**
 * The service's own database: ids, times and hashes, never anybody's words. A PostgreSQL that several instances share,
 * or one embedded in this process (PGlite) where no address is given; the same statements run on both. The job queue
 * (pg-boss) lives beside our tables.
 *
 *   const database = await openDatabase({ url: null, folder: '.matters/service' })
 *   await database.query('select hash from matters.decision where id = $1', [id])
 */

import { createHash, randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import pg from 'pg'
import { fromPglite, PgBoss } from 'pg-boss'
import { LOCKS } from './locks.ts'
import { MIGRATIONS } from './migrations.ts'

export type Value = string | number | boolean | null | readonly string[]

export interface Statements {
  /** One statement; rows by the names of their columns. */
  query<Row extends object>(text: string, values?: readonly Value[]): Promise<readonly Row[]>
}

export interface Database extends Statements {
  /** All of it or nothing. What is thrown undoes it and is thrown on. */
  transaction<Result>(work: (within: Statements) => Promise<Result>): Promise<Result>
  readonly boss: PgBoss
  /** Lets jobs under way finish. */
  close(): Promise<void>
}

export interface DatabaseOptions {
  /** `postgres://…`; null: embedded. */
  readonly url: string | null
  /** Where the embedded one keeps its files; null: in memory. */
  readonly folder: string | null
  /** Faults of idle connections and of the queue's upkeep. */
  readonly onFault?: (fault: Error) => void
  /**
   * Folder for an embedded database that is new and up to date. To make one is seconds of work: it is made there once,
   * and then copied.
   */
  readonly templates?: string
}

/** Seconds that ending waits for jobs under way. */
const GRACE_SECONDS = 20
const QUEUE_SCHEMA = 'matters_queue'

/** Throws where the database can't be reached or brought up to date. */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const { onFault = () => {} } = options
  const store =
    options.url === null ? await openEmbedded(options.folder, options.templates) : openServer(options.url, onFault)
  try {
    await migrate(store)
    const boss = new PgBoss({ ...store.queue, schema: QUEUE_SCHEMA })
    boss.on('error', onFault)
    await boss.start()
    await store.keepTemplate?.()
    return {
      query: (text, values) => store.query(text, values),
      transaction: (work) => store.transaction(work),
      boss,
      async close() {
        await boss.stop({ graceful: true, timeout: GRACE_SECONDS * 1000 })
        await store.end()
      },
    }
  } catch (fault) {
    await store.end()
    throw fault
  }
}

/** Another one for every change of ours; what the queue's own version makes is looked after by itself. */
const TEMPLATE = createHash('sha256').update(JSON.stringify(MIGRATIONS)).digest('hex').slice(0, 16)

interface Store extends Omit<Database, 'boss' | 'close'> {
  readonly queue: ConstructorParameters<typeof PgBoss>[0] & object
  /** Where it was made without one. */
  keepTemplate?(): Promise<void>
  end(): Promise<void>
}

async function openEmbedded(folder: string | null, templates: string | undefined): Promise<Store> {
  if (folder !== null) mkdirSync(folder, { recursive: true })
  const isNew = folder === null || !existsSync(join(folder, 'PG_VERSION'))
  const template = isNew && templates !== undefined ? join(templates, `database-${TEMPLATE}.tar`) : null
  const loaded = template !== null && existsSync(template) ? { loadDataDir: new Blob([readFileSync(template)]) } : {}
  const lite = await (folder === null ? PGlite.create(loaded) : PGlite.create(folder, loaded))
  const run = async <Row extends object>(
    on: Pick<PGlite, 'query'>,
    text: string,
    values: readonly Value[] = [],
  ): Promise<readonly Row[]> => (await on.query<Row>(text, [...values])).rows
  return {
    queue: { db: fromPglite(lite), backend: 'pglite' },
    ...(template === null || 'loadDataDir' in loaded
      ? {}
      : {
          async keepTemplate() {
            const dumped = await lite.dumpDataDir('none')
            // Whole or not at all, also for whoever makes one at the same time.
            const half = `${template}.${randomUUID()}`
            mkdirSync(dirname(template), { recursive: true })
            writeFileSync(half, new Uint8Array(await dumped.arrayBuffer()))
            renameSync(half, template)
          },
        }),
    query: (text, values) => run(lite, text, values),
    transaction: (work) => lite.transaction((within) => work({ query: (text, values) => run(within, text, values) })),
    end: () => lite.close(),
  }
}

function openServer(url: string, onFault: (fault: Error) => void): Store {
  const pool = new pg.Pool({ connectionString: url, max: 8 })
  // A connection that was cut while nobody used it: the pool opens another.
  pool.on('error', onFault)
  const run = async <Row extends object>(
    on: Pick<pg.Pool, 'query'>,
    text: string,
    values: readonly Value[] = [],
  ): Promise<readonly Row[]> => (await on.query<Row>(text, [...values])).rows
  return {
    queue: { connectionString: url, max: 4 },
    query: (text, values) => run(pool, text, values),
    async transaction(work) {
      const client = await pool.connect()
      try {
        await client.query('begin')
        const result = await work({ query: (text, values) => run(client, text, values) })
        await client.query('commit')
        client.release()
        return result
      } catch (fault) {
        // A connection that can't even undo is thrown away.
        await client.query('rollback').then(
          () => client.release(),
          () => client.release(true),
        )
        throw fault
      }
    },
    end: () => pool.end(),
  }
}

async function migrate(store: Store): Promise<void> {
  await store.transaction(async ({ query }) => {
    await query('select pg_advisory_xact_lock($1)', [LOCKS.migration])
    await query('create schema if not exists matters')
    await query('create table if not exists matters.version (number integer primary key)')
    const [latest] = await query<{ number: number | null }>('select max(number) as number from matters.version')
    for (const [number, statements] of MIGRATIONS.entries()) {
      if (number <= (latest?.number ?? -1)) continue
      for (const statement of statements) await query(statement)
      await query('insert into matters.version (number) values ($1)', [number])
    }
  })
}
