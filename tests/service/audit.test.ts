import { generateKeyPairSync } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkChain, createChainCheck } from '../../src/chain/check.ts'
import { makeHead, parseHead } from '../../src/chain/head.ts'
import { BEGINNING, makeLink, sealContent } from '../../src/chain/link.ts'
import { canonical } from '../../src/domain/canonical.ts'
import { CONTROL_SITE_PATH, SITE_HOST } from '../../src/laptop/demonstration/tenant.ts'
import { createAudit, type Audit, type AuditEvent } from '../../src/service/audit/audit.ts'
import type { Database } from '../../src/service/database/database.ts'
import {
  disposedOf,
  makeAuditContent,
  makeAuditLink,
  parseAuditEntry,
  type AuditEntry,
} from '../../src/sharepoint/control/auditrows.ts'
import { openRecords, type Records } from '../../src/sharepoint/control/records.ts'
import { AUDIT } from '../../src/sharepoint/controllists.ts'
import { provisionControl } from '../../src/sharepoint/provisioning/group.ts'
import { findSite } from '../../src/sharepoint/sites.ts'
import { findLists, openTable, type StoredRow } from '../../src/sharepoint/table.ts'
import { aWorld, type World } from '../sharepoint/world.ts'
import { onEachDatabase } from './databases.ts'
import { CLOCK } from './serviceworld.ts'

const KEY = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({
  type: 'pkcs8',
  format: 'pem',
}) as string

function aChain(length: number): AuditEntry[] {
  const entries: AuditEntry[] = []
  let previous = BEGINNING
  for (let sequence = 1; sequence <= length; sequence++) {
    const at = `2026-11-27T09:00:0${sequence % 10}.000Z`
    const by = { tenantId: 't', objectId: 'p' }
    const content = canonical({ event: 'alteration', operation: 'x.y', group: 'g', subject: 's', by, at, ids: ['é'] })
    const entry = {
      id: `entry-${sequence}`,
      event: 'alteration',
      group: 'g',
      subject: 's',
      person: 'p',
      at,
      content,
      ...sealContent(content),
    }
    const link = makeLink(entry, sequence, previous, KEY)
    entries.push({ ...entry, title: 'alteration', link })
    previous = link.hash
  }
  return entries
}

const link = (entry: AuditEntry): NonNullable<AuditEntry['link']> => entry.link as NonNullable<AuditEntry['link']>

describe('the chain', () => {
  const chain = aChain(6)
  const change = (index: number, more: (entry: AuditEntry) => Partial<AuditEntry>): AuditEntry[] =>
    chain.map((entry, at) => (at === index ? { ...entry, ...more(entry) } : entry))
  const faults = (entries: readonly AuditEntry[]): string[] =>
    checkChain(entries, KEY).map(({ fault, sequence }) => `${fault} ${sequence}`)

  test('holds, in whatever order it is read', () => {
    expect(faults(chain)).toEqual([])
    expect(faults(chain.toReversed())).toEqual([])
  })

  test('holds where an entry was disposed of whole, and not where one thing of it is left or gone', () => {
    expect(faults(change(2, disposedOf))).toEqual([])
    expect(faults(change(2, (entry) => ({ ...disposedOf(entry), subject: 's' })))).toEqual(['content 3'])
    expect(faults(change(2, () => ({ content: '' })))).toEqual(['content 3'])
    expect(faults(change(2, () => ({ recordKey: '' })))).toEqual(['content 3'])
    expect(faults(change(2, () => ({ content: '', recordKey: '' })))).toEqual(['content 3'])
  })

  test('holds for whoever has no more of others’ entries than their places', () => {
    const check = createChainCheck(KEY, { mayWithhold: true })
    for (const entry of change(2, () => ({ content: '', recordKey: '' }))) check.take(entry)
    expect(check.end()).toMatchObject({ entries: 6, problems: [], last: { sequence: 6 } })
  })

  test('names the first gap, fork and mismatch', () => {
    expect(faults(chain.filter((_, index) => index !== 2))).toEqual(['gap 3'])
    expect(faults([...chain, { ...(chain[2] as AuditEntry), id: 'twin' }])).toEqual(['fork 3'])
    expect(faults(change(1, () => ({ at: '2026-11-27T09:00:00.001Z' })))).toEqual(['mismatch 2'])
    expect(faults(change(3, () => ({ link: null })))).toEqual(['gap 4', 'unplaced null'])
  })

  test('is nobody else’s: a chain that was made again under another key', () => {
    const other = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
    const pem = other.export({ type: 'pkcs8', format: 'pem' }) as string
    const last = chain[5] as AuditEntry
    const forged = { ...last, link: makeLink(last, 6, link(last).previous, pem) }
    expect(faults([...chain.slice(0, 5), forged])).toEqual(['signature 6'])
  })

  test('any one byte of any row that was changed, added or taken away is found', () => {
    const rows = change(3, disposedOf).map((entry) => {
      const row = { ...makeAuditContent(entry), ...makeAuditLink(link(entry)) }
      return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, value ?? '']))
    })
    const asRow = (values: Readonly<Record<string, unknown>>): StoredRow => ({ ...ROW, fields: values })
    const names = Object.keys(rows[0] ?? {})
    const arbitrary = fc.record({
      index: fc.nat(rows.length - 1),
      name: fc.constantFrom(...names),
      place: fc.nat(),
      // Of a base64 text the last character may carry bits that say nothing: those too.
      isLast: fc.boolean(),
      how: fc.constantFrom('change', 'add', 'take'),
      by: fc.constantFrom('A', 'Q', 'g', 'w', '0', '9', 'a', '_', '-', '=', '+', '/', ' ', '\n', '\u0000', 'é'),
    })
    fc.assert(
      fc.property(arbitrary, ({ index, name, place, isLast, how, by }) => {
        const was = rows[index]?.[name]
        const text = typeof was === 'string' ? was : JSON.stringify(was)
        const at = isLast ? Math.max(0, text.length - 1) : place % (text.length + 1)
        const now = text.slice(0, at) + (how === 'take' ? '' : by) + text.slice(how === 'add' ? at : at + 1)
        const value = typeof was === 'number' ? Number(now) : now
        fc.pre(value !== was && !Number.isNaN(value))
        const changed = rows.map((row, each) => (each === index ? { ...row, [name]: value } : row))
        expect(checkChain(changed.map(asRow).map(parseAuditEntry), KEY)).not.toEqual([])
      }),
      { numRuns: 400 },
    )
    expect(checkChain(rows.map(asRow).map(parseAuditEntry), KEY)).toEqual([])
  })

  test('its end, signed, is what it was signed as and nothing else', () => {
    const head = makeHead({ sequence: 6, hash: link(chain[5] as AuditEntry).hash, at: '2026-11-27T10:00:00.000Z' }, KEY)
    expect(parseHead(JSON.stringify(head), KEY)).toEqual(head)
    expect(parseHead(JSON.stringify({ ...head, sequence: 5 }), KEY)).toBeNull()
    expect(parseHead('{}', KEY)).toBeNull()
    expect(parseHead('not one', KEY)).toBeNull()
  })
})

const ROW: StoredRow = {
  id: '1',
  version: '"a,1"',
  createdBy: '',
  createdById: null,
  createdByApplication: null,
  createdAt: '',
  modifiedAt: '',
  fields: {},
}

const EVENT: AuditEvent = {
  event: 'consultation',
  operation: 'approval.read',
  group: 'sgg',
  subject: "discharge-a'1",
  by: { tenantId: 't', objectId: 'chair' },
  ids: ['a'],
}

onEachDatabase('the audit', ({ open }) => {
  let world: World
  let siteId: string
  let database: Database
  let records: Records
  let audit: Audit
  beforeAll(async () => {
    world = await aWorld()
    const client = world.administrator()
    siteId = (await findSite(client, SITE_HOST, CONTROL_SITE_PATH))?.id ?? ''
    await provisionControl(client, siteId)
    records = await openRecords({ client, siteId })
    database = await open()
    audit = createAudit({ records: async () => records, database, clock: CLOCK, privateKey: KEY })
  })
  afterAll(async () => {
    await database.close()
    await world.close()
  })

  test('many at once stand in one row, each once', async () => {
    const { entries } = await audit.verify()
    await Promise.all(Array.from({ length: 12 }, () => audit.append(EVENT)))
    expect(await audit.verify()).toEqual({ entries: entries + 12, problems: [] })
  })

  test('what can’t be written on Control isn’t in the chain either, and whoever asked hears', async () => {
    const before = await audit.verify()
    world.graph.faults.add({ match: { method: 'POST' }, times: 50, fault: { kind: 'status', status: 403 } })
    await expect(audit.append(EVENT)).rejects.toThrow()
    world.graph.faults.clear()
    expect(await audit.verify()).toEqual(before)
  })

  test('cut off before it had its place, it is given one', async () => {
    const failing = createAudit({
      records: async () => records,
      database: { query: database.query, transaction: () => Promise.reject(new Error('cut')) },
      clock: CLOCK,
      privateKey: KEY,
    })
    await expect(failing.append(EVENT)).rejects.toThrow('cut')
    expect((await audit.verify()).problems).toMatchObject([{ fault: 'unplaced' }])
    expect(await audit.recover()).toBe(1)
    expect((await audit.verify()).problems).toEqual([])
  })

  test('the last entry taken away from Control is missed', async () => {
    await audit.append(EVENT)
    const client = world.administrator()
    const id = (await findLists(client, siteId, [AUDIT])).get(AUDIT) ?? ''
    const table = openTable(client, siteId, id)
    const rows = []
    for await (const page of table.pages(['Key', 'Sequence'])) rows.push(...page)
    const sequenceOf = (row: StoredRow): number => Number(row.fields['Sequence'])
    const last = rows.toSorted((a, b) => sequenceOf(a) - sequenceOf(b)).at(-1) as StoredRow
    const entry = (await records.audit.find(String(last.fields['Key']))) as AuditEntry
    await table.remove(last)
    expect((await audit.verify()).problems).toMatchObject([{ fault: 'gap', sequence: sequenceOf(last) }])
    await records.audit.add(entry)
    await records.audit.place(entry.id, link(entry))
    expect((await audit.verify()).problems).toEqual([])
  })
})
