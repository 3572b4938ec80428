/** A copy for disclosure over HTTP as the tab asks for it: two people, the exact copy, and what the audit has of it. */

import { createHash } from 'node:crypto'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  disclosureEndpoints,
  type ChangeDisclosure,
  type ChangeGrounds,
  type Disclosures,
  type DisclosureTold,
} from '../../src/contract/disclosure.ts'
import type { ActionId } from '../../src/domain/action.ts'
import type { DisclosureFormat, Withheld } from '../../src/domain/disclosure.ts'
import { readPdf } from '../../src/documents/export/pdfreading.ts'
import { copyNow } from '../../src/service/disclosure/copy.ts'
import type { Office } from '../../src/service/office.ts'
import { RELEASED_FILES } from '../../src/sharepoint/controllists.ts'
import { openListed } from '../../src/sharepoint/table.ts'
import {
  actionNow,
  anAction,
  anId,
  anOffice,
  beginDeciding,
  endDeciding,
  KEY,
  say,
  switchOn,
  world,
} from './deciders.ts'
import { TODAY, type Asked } from './serviceworld.ts'

let office: Office
beforeAll(async () => {
  await beginDeciding()
  await switchOn('report')
  office = await anOffice()
})
afterAll(async () => {
  office.registers.close()
  await endDeciding()
})

type Change = ChangeDisclosure extends infer Each
  ? Each extends ChangeDisclosure
    ? Omit<Each, 'commandId'>
    : never
  : never

const FORMATS = ['docx', 'pdf', 'csv'] as const
const SECRET = 'the informant of Bridge Street'
const DRAFT = {
  reference: 'FOI 12/26',
  authority: 'Warwickshire Police',
  received: TODAY,
  scope: 'The tracker',
  language: 'en',
} as const

const about = (disclosure: string) => ({ key: KEY, disclosure })

function change(person: string, disclosure: string, asked: Change): Promise<Asked<Disclosures>> {
  return world.ask(person, disclosureEndpoints.changeDisclosure, about(disclosure), { commandId: anId(), ...asked })
}

async function now(disclosure: string, person = 'coordinator'): Promise<DisclosureTold> {
  const { answer, refusal } = await world.ask(person, disclosureEndpoints.disclosures, { key: KEY })
  const found = answer?.requests.find(({ key }) => key === disclosure)
  if (!found) throw new Error(JSON.stringify(refusal))
  return found
}

async function hashNow(disclosure: string): Promise<string> {
  const [group, request] = [
    (await (await world.control()).findGroup(KEY))?.value,
    (await office.confidential.of(KEY, 'disclosures')).get(disclosure),
  ]
  if (!group || !request) throw new Error('there is no such request')
  return (await copyNow(office, group, request, { day: TODAY, formats: FORMATS })).hash
}

/** Of one action, in whose details a passage is withheld; release is asked for by the coordinator. */
async function askedFor(preparer = 'coordinator'): Promise<{ disclosure: string; action: ActionId; hash: string }> {
  const disclosure = `d-${anId()}`
  const action = await anAction({ details: `Meet ${SECRET} in May` })
  const { version } = await actionNow(action)
  const written = await change(preparer, disclosure, { kind: 'write', draft: DRAFT })
  expect(written.status, JSON.stringify(written.refusal)).toBe(200)
  const withheld: Withheld = {
    id: anId(),
    action,
    column: 'details',
    text: SECRET,
    occurrence: 1,
    ground: 'outside',
    words: 'Sensitive and irrelevant',
  }
  const seen = { rows: [], withheld: [] }
  const rows = [{ action, version }]
  const prepared = await change(preparer, disclosure, { kind: 'prepare', seen, rows, withheld: [withheld] })
  expect(prepared.status, JSON.stringify(prepared.refusal)).toBe(200)
  const hash = await hashNow(disclosure)
  expect(
    (await change(preparer, disclosure, { kind: 'ask', hash: 'x'.repeat(43), formats: [...FORMATS] })).refusal?.code,
  ).toBe('contentChanged')
  const asked = await change(preparer, disclosure, { kind: 'ask', hash, formats: [...FORMATS] })
  expect(asked.status, JSON.stringify(asked.refusal)).toBe(200)
  return { disclosure, action, hash }
}

async function update(action: ActionId): Promise<void> {
  const entry = {
    day: TODAY,
    text: 'Something new was said.',
    next: null,
    outcome: null,
  }
  await say('spoc-north', { kind: 'addUpdate', id: anId(), action, update: entry })
}

function decide(
  person: string,
  disclosure: string,
  hash: string,
  more: { verdict?: 'released' | 'sentBack'; to?: string; reason?: string } = {},
): Promise<Asked<Disclosures>> {
  const request = {
    commandId: anId(),
    hash,
    verdict: 'released',
    to: 'The person who asked',
    reason: '',
    ...more,
  } as const
  return world.ask(person, disclosureEndpoints.decideDisclosure, about(disclosure), request)
}

function take(person: string, disclosure: string, format: DisclosureFormat) {
  return world.ask(person, disclosureEndpoints.takeDisclosure, about(disclosure), { commandId: anId(), format })
}

interface Logged {
  readonly event: string
  readonly operation: string
  readonly subject: string | null
  readonly ids?: readonly string[]
  readonly to?: string
}
async function logged(subject: string): Promise<Logged[]> {
  const entries: Logged[] = []
  for await (const page of (await office.records()).audit.pages()) {
    entries.push(...page.map(({ content }) => JSON.parse(content ?? '{}') as Logged))
  }
  return entries.filter((each) => each.subject === subject)
}

test('a copy is prepared by one, released by another, and its files are those on record', async () => {
  const { disclosure, hash } = await askedFor()
  expect(await now(disclosure, 'chair')).toMatchObject({ state: 'asked', whyNotRelease: null, daysLeft: 20 })
  expect((await take('coordinator', disclosure, 'docx')).refusal?.code).toBe('nothingAsked')
  expect((await decide('coordinator', disclosure, hash)).refusal?.code).toBe('notApprover')
  expect((await decide('chair', disclosure, 'x'.repeat(43))).refusal?.code).toBe('contentChanged')
  expect((await decide('chair', disclosure, hash, { to: '' })).refusal).toMatchObject({ field: 'to' })
  expect((await decide('chair', disclosure, hash)).status).toBe(200)

  const { released } = await now(disclosure)
  expect(released).toMatchObject({ hash, to: 'The person who asked', by: { name: expect.any(String) } })
  expect(released?.files.map(({ format }) => format)).toEqual(FORMATS)
  for (const format of FORMATS) {
    const { answer } = await take('coordinator', disclosure, format)
    const bytes = Buffer.from(answer?.bytes ?? '', 'base64')
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(
      released?.files.find((each) => each.format === format)?.hash,
    )
    expect(answer?.name).toBe(`disclosure-FOI-12-26.${format}`)
    const text =
      format === 'csv'
        ? strFromU8(bytes)
        : format === 'pdf'
          ? JSON.stringify(readPdf(bytes))
          : Object.values(unzipSync(bytes))
              .map((each) => strFromU8(each))
              .join('\n')
    expect(text).toContain('Sensitive and irrelevant')
    expect(text).not.toContain('Bridge Street')
  }
  expect((await take('spoc-north', disclosure, 'csv')).refusal?.code).toBe('notAllowed')
  // It wasn't asked for as this, so there is no such file.
  expect((await take('coordinator', disclosure, 'xlsx')).refusal?.code).toBe('fileNotKept')

  // Before it was released it stood there as what and to whom, and so does each file that was taken out.
  const entries = await logged(disclosure)
  const given = entries.findIndex(
    ({ event, operation }) => event === 'disclosure' && operation === 'disclosure.release',
  )
  const written = entries.findIndex(({ ids }) => ids?.[0] === 'releaseDisclosure')
  expect(entries[given]).toMatchObject({ to: 'The person who asked', ids: expect.arrayContaining([hash]) })
  expect(given).toBeGreaterThanOrEqual(0)
  expect(given).toBeLessThan(written)
  expect(entries.filter(({ operation }) => operation === 'disclosure.takeOut')).toHaveLength(3)
  expect(JSON.stringify(entries)).not.toContain('Bridge Street')
})

test('what changed after it was asked for isn’t released; what was released is given out as it was, whatever changes', async () => {
  const first = await askedFor()
  await update(first.action)
  expect((await decide('chair', first.disclosure, first.hash)).refusal?.code).toBe('contentChanged')
  expect((await now(first.disclosure)).released).toBeNull()

  const second = await askedFor()
  expect((await decide('chair', second.disclosure, second.hash)).status).toBe(200)
  const before = await take('chair', second.disclosure, 'docx')
  await update(second.action)
  const { answer } = await take('chair', second.disclosure, 'docx')
  expect(answer?.bytes).toBe(before.answer?.bytes)
  const bytes = Buffer.from(answer?.bytes ?? '', 'base64')
  const { released } = await now(second.disclosure)
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(released?.files[0]?.hash)
  expect((await change('coordinator', second.disclosure, { kind: 'takeBack' })).refusal?.code).toBe('disclosureOver')
})

test('a file is kept in pieces, whole or not at all; one that isn’t what was released isn’t given out', async () => {
  const { disclosure, hash } = await askedFor()
  await decide('chair', disclosure, hash)
  const { released } = await now(disclosure)
  const place = { client: world.administrator, siteId: world.configuration.controlSite }
  const table = await openListed(place.client, place.siteId, RELEASED_FILES)
  const file = released?.files.find(({ format }) => format === 'csv')
  const [row] = await table.find('FileKey', `${disclosure}.${file?.hash}`, ['Key', 'Content'])
  await table.patch(row!, { Content: Buffer.from('forged').toString('base64') })
  expect((await take('coordinator', disclosure, 'csv')).refusal?.code).toBe('fileNotKept')
  expect((await take('coordinator', disclosure, 'docx')).status).toBe(200)

  const large = { group: KEY, disclosure: anId(), hash: 'h', content: 'QUJD'.repeat(40_000) }
  await office.released.keep(large)
  await office.released.keep(large)
  expect(await office.released.read(large)).toBe(large.content)
  const [piece] = await table.find('Key', `${large.disclosure}.h.1`, ['Key'])
  await table.remove(piece!)
  expect(await office.released.read(large)).toBeNull()
  await office.released.remove(large.disclosure)
  expect(await table.find('DisclosureKey', large.disclosure, ['Key'])).toEqual([])
})

test('a copy that was sent back says why; nobody writes over a choice that they haven’t seen', async () => {
  const { disclosure, hash } = await askedFor()
  expect((await decide('chair', disclosure, hash, { verdict: 'sentBack' })).refusal?.code).toBe('reasonNeeded')
  await decide('chair', disclosure, hash, { verdict: 'sentBack', reason: 'It names a street.' })
  const { refusals, state, rows, withheld } = await now(disclosure)
  expect({ state, reasons: refusals.map(({ reason }) => reason) }).toEqual({
    state: 'open',
    reasons: ['It names a street.'],
  })
  const prepare = (seen: Pick<DisclosureTold, 'rows' | 'withheld'>): Promise<Asked<Disclosures>> =>
    change('coordinator', disclosure, { kind: 'prepare', seen, rows, withheld: [] })
  expect((await prepare({ rows: [], withheld: [] })).refusal?.code).toBe('contentChanged')
  expect((await prepare({ rows, withheld })).status).toBe(200)
})

test('grounds are the group’s: what one says stays on records, and what isn’t offered withholds nothing more', async () => {
  const { disclosure } = await askedFor()
  const grounds = (request: object) =>
    world.ask('coordinator', disclosureEndpoints.changeGrounds, { key: KEY }, {
      commandId: anId(),
      ...request,
    } as ChangeGrounds)
  const { rows, withheld } = await now(disclosure)
  const one = withheld[0]!
  const prepare = async (more: Partial<Withheld>): Promise<string | undefined> => {
    const seen = { rows, withheld: (await now(disclosure)).withheld }
    const next = [...seen.withheld, { ...one, id: anId(), ...more }]
    return (await change('coordinator', disclosure, { kind: 'prepare', seen, rows, withheld: next })).refusal?.code
  }
  const [old, young] = [anId(), anId()].map((id) => ({ en: `Ground ${id}`, cy: `Sail ${id}` }))
  const added = await grounds({ kind: 'add', ...old })
  expect(added.status, JSON.stringify(added.refusal)).toBe(200)
  expect(added.answer?.grounds.map(({ id }) => id)).toContain('outside')
  const { id: ground = '' } = added.answer?.grounds.find(({ en }) => en === old?.en) ?? {}
  expect(await prepare({ ground })).toBeUndefined()
  const { grounds: known = [] } = (await grounds({ kind: 'reword', ground, ...young })).answer ?? {}
  expect(known.find(({ id }) => id === ground)).toMatchObject({ ...old, withdrawn: TODAY })
  expect(await prepare({ ground })).toBe('contentChanged')
  expect(await prepare({ ground: 'whatever' })).toBe('contentChanged')
  expect(await prepare({ ground: known.find(({ en }) => en === young?.en)?.id ?? '' })).toBeUndefined()
  expect((await now(disclosure)).withheld.map((each) => each.ground)).toContain(ground)
  expect((await grounds({ kind: 'add', ...young })).refusal).toMatchObject({ code: 'groundTwice', field: 'en' })
  expect((await grounds({ kind: 'withdraw', ground })).refusal?.code).toBe('contentChanged')
})

test('whoever came from outside is asked, and what they said is filled in; a request may end without a copy', async () => {
  const disclosure = `d-${anId()}`
  await change('coordinator', disclosure, { kind: 'write', draft: DRAFT })
  const who = 'West Mercia Police'
  await change('coordinator', disclosure, { kind: 'consult', entry: null, who, day: TODAY, words: '' })
  const entry = (await now(disclosure)).consulted[0]?.id ?? ''
  await change('coordinator', disclosure, { kind: 'consult', entry, who, day: TODAY, words: 'No objection.' })
  expect((await now(disclosure)).consulted).toMatchObject([{ who, words: 'No objection.' }])
  await change('coordinator', disclosure, { kind: 'answer', words: 'Transferred to the Home Office.' })
  expect(await now(disclosure, 'chair')).toMatchObject({ state: 'answered', whyNotRelease: 'nothingAsked' })
})
