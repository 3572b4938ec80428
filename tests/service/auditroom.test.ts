/** What auditors can look for, take out and verify; what is logged before anybody is told anything; what is disposed of. */

import { randomUUID } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createChainCheck } from '../../src/chain/check.ts'
import { parseChainLine } from '../../src/chain/file.ts'
import { parseHead } from '../../src/chain/head.ts'
import { approvalEndpoints } from '../../src/contract/approvals.ts'
import { auditEndpoints, type AuditFilter, type AuditPage } from '../../src/contract/audit.ts'
import { disclosureEndpoints } from '../../src/contract/disclosure.ts'
import type { DisclosureContent } from '../../src/domain/disclosure.ts'
import { keptFrom, RETENTION, type RetainedList } from '../../src/domain/retention.ts'
import { createAudit } from '../../src/service/audit/audit.ts'
import { finishDisposals } from '../../src/service/audit/disposing.ts'
import { sendHead } from '../../src/service/audit/outside.ts'
import type { Office } from '../../src/service/office.ts'
import { createOutboundFetch } from '../../src/service/outbound.ts'
import { nominationKind } from '../../src/sharepoint/control/accessrows.ts'
import { disclosureKind } from '../../src/sharepoint/control/disclosurerows.ts'
import { incidentKind } from '../../src/sharepoint/control/incidentrows.ts'
import { openRecords } from '../../src/sharepoint/control/records.ts'
import { AUDIT } from '../../src/sharepoint/controllists.ts'
import type { List } from '../../src/sharepoint/lists.ts'
import { findLists, openListed, openTable, type Table } from '../../src/sharepoint/table.ts'
import type { KeyedValues } from '../../src/sharepoint/work/rows.ts'
import { anId, anOffice, aProposal, beginDeciding, endDeciding, KEY, switchOn, world } from './deciders.ts'
import { CLOCK, personOf, TODAY, type Asked } from './serviceworld.ts'

const AUDITOR = 'spoc-marches'
const ANY: AuditFilter = { from: null, to: null, event: null, operation: null, person: null, subject: null }
let office: Office
let table: Table

beforeAll(async () => {
  await beginDeciding({ service: { pollSeconds: 0.25 } })
  await switchOn('report')
  office = await anOffice()
  await appoint('auditor', 'auditor', AUDITOR)
  const site = world.configuration.controlSite
  const list = (await findLists(world.administrator, site, [AUDIT])).get(AUDIT) ?? ''
  table = openTable(world.administrator, site, list)
})
afterAll(async () => {
  office.registers.close()
  office.collections.close()
  await endDeciding()
})
beforeEach(() => world.graph.faults.clear())

async function appoint(post: string, role: 'auditor' | 'assetOwner', holder: string): Promise<void> {
  const more = { organisation: 'north-mercia', deputy: null, from: null, to: null }
  const control = await world.control()
  await control.appoint({ key: `${KEY}.${post}`, group: KEY, post, role, holder: personOf(holder), ...more })
}

const search = (filter: Partial<AuditFilter> = {}, before: number | null = null, person = AUDITOR) =>
  world.ask(person, auditEndpoints.auditSearch, { key: KEY }, { ...ANY, ...filter, before })

async function pageOf(filter: Partial<AuditFilter> = {}, before: number | null = null): Promise<AuditPage> {
  const { answer, refusal } = await search(filter, before)
  if (!answer) throw new Error(JSON.stringify(refusal))
  return answer
}

async function log(more: { subject?: string; ids?: string[]; operation?: string }, count = 1): Promise<void> {
  const by = personOf('spoc-north')
  const event = { event: 'consultation', operation: 'x.y', group: KEY, subject: null, by } as const
  for (let each = 0; each < count; each++) await office.audit.append({ ...event, ...more })
}

describe('an auditor', () => {
  test('finds entries page by page, each once, the latest first', async () => {
    const subject = `paging-${anId()}`
    await log({ subject }, 45)
    const first = await pageOf({ subject })
    const second = await pageOf({ subject }, first.before)
    expect([first.total, first.entries.length, second.entries.length, second.before]).toEqual([45, 40, 5, null])
    const places = [...first.entries, ...second.entries].map(({ sequence }) => sequence)
    expect(places).toEqual([...new Set(places)].toSorted((a, b) => b - a))
    expect(second.choices).toBeNull()
  })

  test('is told who, when, what, which ids and to whom, with the names of people', async () => {
    const subject = `told-${anId()}`
    await office.audit.append({
      event: 'disclosure',
      operation: 'access.export',
      group: KEY,
      subject,
      by: personOf('chair'),
      ids: ['a', 'b'],
      to: personOf('spoc-north').objectId,
    })
    const { entries, names, choices } = await pageOf({ subject })
    expect(entries).toMatchObject([
      {
        event: 'disclosure',
        operation: 'access.export',
        subject,
        person: personOf('chair').objectId,
        ids: ['a', 'b'],
        to: personOf('spoc-north').objectId,
        state: 'whole',
      },
    ])
    const named = new Map(names.map(({ person, name }) => [person, name]))
    expect(named.get(entries[0]?.to ?? '')).toBe(personOf('spoc-north').name)
    expect(choices?.operations).toContain('access.export')
  })

  test('narrows it by day, person, kind, operation and subject, or by an action’s reference', async () => {
    const [mark, other] = [`narrow-${anId()}`, `other-${anId()}`]
    await log({ subject: mark, operation: 'x.one' })
    await log({ subject: other, operation: 'x.two' })
    const day = new Date().toISOString().slice(0, 10)
    const subjects = async (filter: Partial<AuditFilter>): Promise<(string | null)[]> =>
      (await pageOf(filter)).entries.map(({ subject }) => subject)
    const person = personOf('spoc-north').objectId
    expect(await subjects({ operation: 'x.two', person, event: 'consultation', subject: other.slice(0, 12) })).toEqual([
      other,
    ])
    expect(await subjects({ subject: mark, event: 'erasure' })).toEqual([])
    expect(await subjects({ subject: mark, person: personOf('chair').objectId })).toEqual([])
    expect(await subjects({ subject: mark, person: 'service' })).toEqual([])
    expect(await subjects({ subject: mark, from: keptFrom(day, -1) })).toEqual([])
    expect(await subjects({ subject: mark, to: keptFrom(day, 1) })).toEqual([])
    expect(await subjects({ subject: mark, from: keptFrom(day, 1), to: keptFrom(day, -1) })).toEqual([mark])
    const { subject } = await aProposal()
    await world.ask('chair', approvalEndpoints.approval, { key: KEY, subject })
    const [{ reference } = { reference: null }] = (await pageOf({ subject })).entries
    expect(reference).toMatch(/^\d+\/\d\d$/)
    expect(await subjects({ subject: reference })).toEqual([subject])
  })

  test('leaves a trace of every look, with the places that were shown', async () => {
    const subject = `traced-${anId()}`
    await log({ subject }, 2)
    const { entries } = await pageOf({ subject })
    const [latest] = (await pageOf({ operation: 'audit.read' })).entries
    expect(latest).toMatchObject({ person: personOf(AUDITOR).objectId, event: 'consultation' })
    expect(latest?.ids).toEqual([`${entries[1]?.sequence}-${entries[0]?.sequence}`])
  })

  test('reads a page without reading the list', async () => {
    const subject = `cheap-${anId()}`
    await log({ subject }, 25)
    const before = world.graph.requests.length
    await pageOf({ subject })
    const reads = world.graph.requests
      .slice(before)
      .filter(({ method, path }) => method === 'GET' && decodeURIComponent(path).includes(table.listId))
    // A request for each twenty entries.
    expect(reads.length).toBe(2)
    expect(reads.every(({ path }) => decodeURIComponent(path).includes('fields/Sequence eq'))).toBe(true)
  })

  test('sees of another group nothing, and in what is taken out only its places', async () => {
    const subject = `elsewhere-${anId()}`
    await office.audit.append({
      event: 'alteration',
      operation: 'x.y',
      group: 'another',
      subject,
      by: personOf('chair'),
      ids: ['secret-id'],
    })
    expect((await pageOf({ subject })).total).toBe(0)
    const lines: string[] = []
    for (let after: number | null = 0; after !== null;) {
      const part: Asked<{ lines: string[]; after: number | null }> = await world.ask(
        AUDITOR,
        auditEndpoints.auditChain,
        { key: KEY },
        { after },
      )
      lines.push(...(part.answer?.lines ?? []))
      after = part.answer?.after ?? null
    }
    expect(lines.join('')).not.toContain('secret-id')
    const check = createChainCheck(office.audit.publicKey, { mayWithhold: true })
    for (const line of lines) check.take(parseChainLine(line)!)
    expect(check.end()).toMatchObject({ problems: [] })
    expect(check.end().entries).toBeGreaterThan(1)
    const [trace] = (await pageOf({ operation: 'audit.export' })).entries
    expect(trace).toMatchObject({ event: 'disclosure', subject: 'chain', to: personOf(AUDITOR).objectId })
  })

  test('takes a table out in parts; each part is a disclosure to them', async () => {
    const subject = `table-${anId()}`
    await log({ subject }, 3)
    const { answer } = await world.ask(AUDITOR, auditEndpoints.auditExport, { key: KEY }, { ...ANY, subject, after: 0 })
    expect(answer?.entries.map(({ subject: about }) => about)).toEqual([subject, subject, subject])
    expect(answer?.after).toBeNull()
    const [trace] = (await pageOf({ operation: 'audit.export' })).entries
    const places = answer?.entries.map(({ sequence }) => sequence) ?? []
    expect(trace?.ids).toEqual([`${places[0]}-${places.at(-1)}`])
  })

  test('verifies it from where they sit, and is told the first fault', async () => {
    const verify = async () => (await world.ask(AUDITOR, auditEndpoints.auditVerify, { key: KEY })).answer
    expect(await verify()).toMatchObject({ problem: null, problems: 0 })
    const subject = `forged-${anId()}`
    await log({ subject })
    const [{ sequence } = { sequence: 0 }] = (await pageOf({ subject })).entries
    const [row] = await table.findOneOf('Sequence', [sequence], ['Subject'])
    const forged = await table.patch(row!, { Subject: 'somebody-else' })
    expect(await verify()).toMatchObject({ problem: { fault: 'content', sequence }, problems: 1 })
    expect((await pageOf({ subject })).entries).toMatchObject([{ state: 'changed', subject }])
    await table.patch(forged as never, { Subject: subject })
    // What the database says is held against Control as well.
    const { database } = office
    const at = 'update matters.audit_entry set operation = $2 where sequence = $1'
    await database.query(at, [sequence, 'x.z'])
    expect(await verify()).toMatchObject({ problem: { fault: 'mismatch', sequence } })
    await database.query(at, [sequence, 'x.y'])
    expect(await verify()).toMatchObject({ problem: null })
    const [trace] = (await pageOf({ operation: 'audit.verify' })).entries
    expect(trace?.ids).toEqual(['whole'])
  })
})

describe('what isn’t kept any longer', () => {
  const told = (list: RetainedList, kept: { lists: { list: string; before: string; due: number }[] } | null) =>
    kept?.lists.find((each) => each.list === list)
  const retention = async (person = 'coordinator') =>
    (await world.ask(person, auditEndpoints.retention, { key: KEY })).answer
  const dispose = (list: RetainedList, due: { before: string; due: number } | undefined, commandId = anId()) =>
    world.ask(
      'coordinator',
      auditEndpoints.dispose,
      { key: KEY },
      { commandId, list, before: due?.before ?? '', count: due?.due ?? 0 },
    )

  test('is destroyed when somebody says so: content and key are gone, the chain is whole, and it is on record', async () => {
    const subject = `old-${anId()}`
    const at = Date.parse('2018-03-01T09:00:00Z')
    const before = createAudit({
      records: office.records,
      database: office.database,
      clock: { now: () => at, today: CLOCK.today },
      privateKey: world.configuration.privateKey,
    })
    const by = personOf('spoc-north')
    for (let each = 0; each < 3; each++) {
      await before.append({ event: 'consultation', operation: 'x.y', group: KEY, subject, by })
    }
    const [first] = (await pageOf({ subject })).entries
    const due = told('audit', await retention())
    expect(due).toMatchObject({ before: keptFrom(TODAY, RETENTION.audit), due: 3 })
    expect((await dispose('audit', { before: due?.before ?? '', due: 2 })).refusal?.code).toBe('contentChanged')
    expect((await dispose('audit', { before: TODAY, due: 3 })).refusal?.code).toBe('contentChanged')
    const commandId = anId()
    expect(told('audit', (await dispose('audit', due, commandId)).answer)).toMatchObject({ due: 0 })
    // Asked again, it is done once.
    expect((await dispose('audit', due, commandId)).status).toBe(200)

    expect((await pageOf({ subject })).total).toBe(0)
    const [row] = await table.findOneOf(
      'Sequence',
      [first?.sequence ?? 0],
      ['Title', ...AUDIT.columns.map(({ name }) => name)],
    )
    const text = JSON.stringify(row?.fields)
    for (const gone of [subject, by.objectId, KEY]) expect(text).not.toContain(gone)
    expect([row?.fields['Content'] ?? '', row?.fields['RecordKey'] ?? '']).toEqual(['', ''])
    // No earlier version of the row tells it either.
    const versions = await world.administrator.send<{ value: unknown[] }>({
      method: 'GET',
      path: `/sites/${table.siteId}/lists/${table.listId}/items/${row?.id}/versions?$expand=fields`,
    })
    expect(JSON.stringify(versions.value)).not.toContain(subject)
    expect((await office.audit.verify()).problems).toEqual([])
    const [erasure] = (await pageOf({ event: 'erasure' })).entries
    expect(erasure).toMatchObject({ subject: 'audit', person: personOf('coordinator').objectId, state: 'whole' })
    expect(erasure?.ids).toHaveLength(4)
  })

  test('goes on where it broke off', async () => {
    const subject = `cut-${anId()}`
    await log({ subject }, 2)
    const found = (await pageOf({ subject })).entries
    const places = found.map(({ sequence }) => sequence)
    await office.database.query(`update matters.audit_entry set disposal = 'chosen' where subject = $1`, [subject])
    // The row is taken away, and what is to stand in its place isn't there yet.
    const [row] = await table.findOneOf('Sequence', places.slice(0, 1), ['Key'])
    await table.remove(row!)
    const group = (await (await world.control()).findGroup(KEY))?.value
    await finishDisposals(office, group!)
    expect((await office.audit.verify()).problems).toEqual([])
    expect(
      (await table.findOneOf('Sequence', places, ['Content'])).map(({ fields }) => fields['Content'] ?? ''),
    ).toEqual(['', ''])
  })

  test('is what its list is kept for, in years that the group chooses', async () => {
    const records = await openRecords({ client: world.administrator, siteId: world.configuration.controlSite })
    const prompt = {
      group: KEY,
      kind: 'due',
      action: 'a',
      part: '',
      to: personOf('chair'),
      post: '',
      state: 'sent',
    } as const
    const [old, young] = [anId(), anId()]
    await records.addPrompt({ ...prompt, id: old, day: '2023-01-10', at: '2023-01-10T08:30:00Z' })
    await records.addPrompt({ ...prompt, id: young, day: '2026-01-10', at: '2026-01-10T08:30:00Z' })
    const kept = await retention()
    expect(told('prompts', kept)).toMatchObject({ due: 1 })
    const years = { ...RETENTION, prompts: 5 }
    const set = (version: string | null) =>
      world.ask('coordinator', auditEndpoints.setRetention, { key: KEY }, { version, years })
    const changed = await set(kept?.version ?? null)
    expect(told('prompts', changed.answer)).toMatchObject({ due: 0 })
    expect((await set(kept?.version ?? null)).refusal?.code).toBe('settingsChanged')
    const [trace] = (await pageOf({ operation: 'audit.retain' })).entries
    expect(trace?.ids).toEqual(['prompts:2-5'])
    // The group’s other settings are as they were.
    expect((await records.settings(KEY)).value.at).toBe(510)
    const back = await world.ask(
      'coordinator',
      auditEndpoints.setRetention,
      { key: KEY },
      { version: changed.answer?.version ?? null, years: RETENTION },
    )
    await dispose('prompts', told('prompts', back.answer))
    expect(await records.promptsOn(KEY, '2023-01-10')).toEqual([])
    expect(await records.promptsOn(KEY, '2026-01-10')).toHaveLength(1)
  })

  test('goes list by list: what is over is gone, what isn’t stays, and of a disclosure the decision and the hashes', async () => {
    const site = world.configuration.controlSite
    const before = await retention()
    const put = async (list: List, row: KeyedValues): Promise<string> => {
      await (await openListed(world.administrator, site, list)).append(row)
      return row.Key
    }
    const [day, by] = ['2017-05-02', personOf('spoc-north')]
    const happened = { day, at: `${day}T10:00:00Z`, by }
    const nomination = (isOver: boolean): Promise<string> => {
      const nominated = { ...happened, id: anId(), kind: 'nominated', reason: 'r', trained: null, post: null } as const
      const revoked = { ...happened, id: anId(), kind: 'revoked', words: 'Not needed.' } as const
      const events = [{ ...nominated, organisation: 'north-mercia', team: 'POLIT' }, ...(isOver ? [revoked] : [])]
      return put(nominationKind.list, nominationKind.make(anId(), { group: KEY, resource: 'r', person: by, events }))
    }
    const incident = (state: 'stands' | 'withdrawn'): Promise<string> => {
      const facts = {
        category: 'other',
        source: 'told',
        outcome: 'none',
        reference: '',
        note: '',
        profile: null,
      } as const
      const content = { ...facts, group: KEY, organisation: 'north-mercia', day, state, log: [] }
      return put(incidentKind.list, incidentKind.make(anId(), content))
    }
    const hash = 'f00d'.repeat(16)
    const answered = { by, on: day, words: 'Transferred to the Home Office.' }
    const released = {
      by,
      on: day,
      hash: 'copy',
      to: 'Somebody by name',
      files: [{ format: 'csv', hash, size: 6 }],
    } as const
    const disclosure = async (more: Partial<DisclosureContent>): Promise<string> => {
      const request = { reference: 'FOI 7', authority: 'Warwickshire Police', received: day, language: 'en' } as const
      const none = { consulted: [], rows: [], withheld: [], preparers: [by], refusals: [], asked: null, disposed: null }
      const content = {
        group: KEY,
        ...request,
        scope: 'A secret scope',
        ...none,
        answered: null,
        released: null,
        ...more,
      }
      return put(disclosureKind.list, disclosureKind.make(anId(), content))
    }
    const gone = {
      access: await nomination(true),
      incidents: await incident('withdrawn'),
      disclosures: [await disclosure({ released }), await disclosure({ answered })],
    }
    const stays = {
      access: await nomination(false),
      incidents: await incident('stands'),
      disclosures: await disclosure({}),
    }
    const file = { group: KEY, disclosure: gone.disclosures[0] ?? '', hash, content: 'U0VDUkVU' }
    await office.released.keep(file)
    const passed = {
      key: anId(),
      group: KEY,
      action: 'no-more',
      kind: 'notOurs',
      by,
      to: null,
      owners: [],
      day,
      words: '',
    } as const
    await (await office.records()).addPass(passed)

    const kept = await retention()
    const lists = ['access', 'incidents', 'disclosures', 'passes'] as const
    const dueOf = (list: RetainedList, at: typeof kept): number => told(list, at)?.due ?? 0
    expect(lists.map((list) => dueOf(list, kept) - dueOf(list, before))).toEqual([1, 1, 2, 1])
    for (const list of lists) {
      expect(told(list, (await dispose(list, told(list, kept))).answer), list).toMatchObject({ due: 0 })
      const [erasure] = (await pageOf({ event: 'erasure' })).entries
      expect(erasure).toMatchObject({ subject: list, person: personOf('coordinator').objectId })
    }
    const keys = async (name: 'nominations' | 'incidents' | 'disclosures') => [
      ...(await office.confidential.of(KEY, name)).keys(),
    ]
    const [nominations, incidents, requests] = [
      await keys('nominations'),
      await keys('incidents'),
      await keys('disclosures'),
    ]
    expect(nominations).toContain(stays.access)
    expect(nominations).not.toContain(gone.access)
    expect(incidents).toContain(stays.incidents)
    expect(incidents).not.toContain(gone.incidents)
    expect(await (await office.records()).passes(KEY)).toEqual([])
    const left = gone.disclosures.map((key) => `${key}-disposed`)
    expect(requests).toEqual(expect.arrayContaining([stays.disclosures, ...left]))
    expect(requests.filter((key) => gone.disclosures.includes(key))).toEqual([])
    expect(await office.released.read(file)).toBeNull()
    const { answer } = await world.ask('coordinator', disclosureEndpoints.disclosures, { key: KEY })
    const remains = left.map((key) => answer?.requests.find((each) => each.key === key))
    expect(remains).toMatchObject([
      {
        disposed: TODAY,
        reference: 'FOI 7',
        released: { by: { name: by.name }, on: day, hash: 'copy', files: [{ hash }] },
      },
      { disposed: TODAY, state: 'answered', answered: { on: day } },
    ])
    expect(JSON.stringify(remains)).not.toMatch(/secret|by name|Home Office/)
    const asked = { commandId: anId(), format: 'csv' } as const
    const about = { key: KEY, disclosure: left[0] ?? '' }
    expect((await world.ask('coordinator', disclosureEndpoints.takeDisclosure, about, asked)).refusal?.code).toBe(
      'fileNotKept',
    )
  })

  test('an auditor sees, and destroys nothing', async () => {
    expect(await retention(AUDITOR)).toMatchObject({ mayChange: false })
    const request = { commandId: anId(), list: 'prompts', before: '2020-01-01', count: 1 } as const
    expect((await world.ask(AUDITOR, auditEndpoints.dispose, { key: KEY }, request)).refusal?.code).toBe('notAllowed')
  })
})

describe('the signed end of the chain', () => {
  const options = (name: string) => ({
    audit: office.audit,
    database: office.database,
    place: { name, everyMinutes: 60 },
    fetch: createOutboundFetch(URL.canParse(name) ? [name] : []),
    log: () => {},
  })
  const makeOld = (name: string) =>
    office.database.query(`update matters.audit_head set at = now() - interval '61 minutes' where place = $1`, [name])

  test('is written to a folder, each in a file of its own, and no more often than was said', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'matters-heads-'))
    try {
      const place = options(folder)
      // Whichever test comes first, there is an end of the chain.
      await log({})
      const [one, other] = await Promise.all([sendHead(place), sendHead(place)])
      expect([one, other].filter((each) => each !== null)).toHaveLength(1)
      await log({})
      expect(await sendHead(place)).toBeNull()
      await makeOld(folder)
      const second = await sendHead(place)
      expect(readdirSync(folder)).toHaveLength(2)
      const text = readFileSync(join(folder, readdirSync(folder).toSorted().at(-1) ?? ''), 'utf8')
      expect(parseHead(text, office.audit.publicKey)).toEqual(second)
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  test('is posted to an address; what wasn’t taken there is sent again', async () => {
    const got: string[] = []
    let status = 500
    const server = createServer((request, response) => {
      request.setEncoding('utf8')
      let body = ''
      request.on('data', (text: string) => (body += text))
      request.on('end', () => {
        if (status === 204) got.push(body)
        response.writeHead(status).end()
      })
    })
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
    const name = `http://127.0.0.1:${(server.address() as AddressInfo).port}/heads/${randomUUID()}`
    try {
      await log({})
      await expect(sendHead(options(name))).rejects.toThrow('500')
      status = 204
      const head = await sendHead(options(name))
      expect(got.map((text) => parseHead(text, office.audit.publicKey))).toEqual([head])
      await makeOld(name)
      // Nothing new since.
      expect(await sendHead(options(name))).toBeNull()
      // No address but the one that was configured.
      await log({})
      const elsewhere = { ...options(name), fetch: createOutboundFetch([]) }
      await expect(sendHead(elsewhere)).rejects.toThrow('not allowed')
    } finally {
      server.close()
    }
  })
})
