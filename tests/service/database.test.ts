import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openDatabase } from '../../src/service/database/database.ts'
import { onEachDatabase, onPostgres } from './databases.ts'

const DECISION = `insert into matters.decision (id, group_key, subject, hash, command, verdict, tenant, person, at)
  values ($1, 'sgg', 's', 'h', $1, 'approved', 't', 'p', now())`

onEachDatabase('the database', ({ open }) => {
  test('has its tables, once however often it is opened', async () => {
    const database = await open()
    const tables = await database.query<{ table_name: string }>(
      `select table_name from information_schema.tables where table_schema = 'matters'`,
    )
    expect(tables.map((each) => each.table_name)).toEqual(
      expect.arrayContaining(['decision', 'audit_entry', 'version']),
    )
    await database.close()
    const again = await open()
    expect((await again.query('select number from matters.version')).length).toBeGreaterThan(0)
    await again.close()
  })

  test('does all of a transaction or nothing', async () => {
    const database = await open()
    const failing = database.transaction(async ({ query }) => {
      await query(DECISION, ['undone'])
      throw new Error('stop')
    })
    await expect(failing).rejects.toThrow('stop')
    expect(await database.query(`select id from matters.decision where id = 'undone'`)).toEqual([])
    await database.transaction(async ({ query }) => void (await query(DECISION, ['done'])))
    await expect(database.query(DECISION, ['other'])).rejects.toThrow(/unique/)
    // A statement that failed leaves nothing behind that the next one stumbles over.
    expect(await database.query(`select id from matters.decision where id = 'done'`)).toEqual([{ id: 'done' }])
    await database.close()
  })

  test('runs a job', async () => {
    const database = await open()
    const ran: unknown[] = []
    await database.boss.createQueue('trial')
    await database.boss.work('trial', { pollingIntervalSeconds: 0.5 }, async ([job]) => void ran.push(job?.data))
    await database.boss.send('trial', { id: 'one' })
    await expect.poll(() => ran, { timeout: 20_000 }).toEqual([{ id: 'one' }])
    await database.close()
  })
})

test('the embedded database keeps its rows in its folder', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'matters-database-'))
  const first = await openDatabase({ url: null, folder: join(folder, 'a', 'b') })
  await first.query(DECISION, ['kept'])
  await first.close()
  const second = await openDatabase({ url: null, folder: join(folder, 'a', 'b') })
  expect(await second.query('select id from matters.decision')).toEqual([{ id: 'kept' }])
  await second.close()
  rmSync(folder, { recursive: true })
})

test('a new one begins from a template, which is made once, and holds nobody’s rows', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'matters-database-'))
  const open = (name: string) =>
    openDatabase({ url: null, folder: join(folder, name), templates: join(folder, 'templates') })
  const first = await open('first')
  await first.query(DECISION, ['first'])
  await first.close()
  const second = await open('second')
  expect(readdirSync(join(folder, 'templates'))).toEqual([expect.stringMatching(/^database-\w+\.tar$/)])
  expect(await second.query('select id from matters.decision')).toEqual([])
  await second.query(DECISION, ['second'])
  await second.close()
  // What is there already isn't begun again.
  const again = await open('first')
  expect(await again.query('select id from matters.decision')).toEqual([{ id: 'first' }])
  await again.close()
  rmSync(folder, { recursive: true })
})

onPostgres('three instances', ({ open }) => {
  test('that start at once make the tables once', async () => {
    const all = await Promise.all([open(), open(), open()])
    const counts = await Promise.all(all.map(({ query }) => query('select number from matters.version')))
    expect(new Set(counts.map((rows) => rows.length)).size).toBe(1)
    await Promise.all(all.map((each) => each.close()))
  })
})
