/** Guidance over HTTP as the tab asks: who brings it into force, who has acknowledged it, and what the audit has of it. */

import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  guidanceEndpoints,
  type AcknowledgeRequest,
  type ChangeGuidance,
  type Guidance,
  type GuidanceTold,
  type VersionTold,
} from '../../src/contract/guidance.ts'
import type { Office } from '../../src/service/office.ts'
import { anId, anOffice, beginDeciding, endDeciding, KEY, switchOn, world } from './deciders.ts'
import type { Asked } from './serviceworld.ts'

let office: Office
beforeAll(async () => {
  await beginDeciding()
  await switchOn('guidance')
  office = await anOffice()
})
afterAll(async () => {
  office.registers.close()
  await endDeciding()
})

type Change = ChangeGuidance extends infer Each
  ? Each extends ChangeGuidance
    ? Omit<Each, 'commandId'>
    : never
  : never

const DRAFT = {
  title: 'Red lines',
  titleWelsh: '',
  text: 'Step back.',
  textWelsh: '',
  validFrom: null,
  approver: 'chair',
}

/** As any change was last answered: nothing else changes it here. */
let last: Guidance | null = null
function learn(asked: Asked<Guidance>): Asked<Guidance> {
  last = asked.answer ?? last
  return asked
}

async function change(person: string, guidance: string, asked: Change, commandId = anId()): Promise<Asked<Guidance>> {
  const about = { key: KEY, guidance }
  return learn(await world.ask(person, guidanceEndpoints.changeGuidance, about, { commandId, ...asked }))
}

async function now(person: string, guidance: string): Promise<GuidanceTold> {
  const { answer, refusal } = await world.ask(person, guidanceEndpoints.guidance, { key: KEY })
  const found = answer?.guidance.find(({ key }) => key === guidance)
  if (!found) throw new Error(`no such guidance: ${JSON.stringify(refusal)}`)
  return found
}

function newest(guidance: string): VersionTold {
  const version = last?.guidance.find(({ key }) => key === guidance)?.versions[0]
  if (!version) throw new Error('no version')
  return version
}

async function submitted(bodies: string[] = [], text = DRAFT.text): Promise<string> {
  const guidance = `g-${anId()}`
  await change('coordinator', guidance, { kind: 'write', number: 1, seen: null, draft: { ...DRAFT, text } })
  const { hash } = newest(guidance)
  const sent = await change('coordinator', guidance, { kind: 'submit', number: 1, seen: hash, bodies })
  expect(sent.status, JSON.stringify(sent.refusal)).toBe(200)
  return guidance
}

async function decide(
  person: string,
  guidance: string,
  more: { hash?: string; part?: 'agreed' | 'interim'; commandId?: string } = {},
): Promise<Asked<Guidance>> {
  const { part = 'agreed', commandId = anId() } = more
  const { number, asked } = newest(guidance)
  const hash = more.hash ?? asked.find((each) => each.part === part)?.hash ?? 'x'.repeat(43)
  const request = { commandId, number, part, hash, verdict: 'approved', reason: '' } as const
  return learn(await world.ask(person, guidanceEndpoints.decideGuidance, { key: KEY, guidance }, request))
}

function acknowledge(person: string, guidance: string, seen: Omit<AcknowledgeRequest, 'commandId' | 'organisation'>) {
  const request = { commandId: anId(), organisation: 'north-mercia', ...seen }
  return world.ask(person, guidanceEndpoints.acknowledgeGuidance, { key: KEY, guidance }, request)
}

async function logged(): Promise<{ event: string; operation: string; subject: string | null }[]> {
  const entries = []
  for await (const page of (await office.records()).audit.pages()) entries.push(...page)
  return entries.map(({ content }) => JSON.parse(content ?? '{}'))
}

test('guidance is agreed by its approver, then acknowledged by a force’s SPOC; a new version asks again', async () => {
  const guidance = await submitted()
  expect((await now('spoc-north', guidance)).position).toBeNull()
  expect((await decide('coordinator', guidance)).refusal?.code).toBe('notApprover')
  expect((await decide('chair', guidance)).status).toBe(200)

  const { position, asksYou } = await now('spoc-north', guidance)
  expect(position).toMatchObject({ number: 1, part: 'agreed' })
  expect(asksYou).toEqual(['north-mercia'])
  const seen = { number: 1, part: 'agreed', hash: position?.hash ?? '' } as const
  expect((await acknowledge('chair', guidance, seen)).refusal?.code).toBe('notSpoc')
  expect((await acknowledge('spoc-north', guidance, { ...seen, hash: 'x'.repeat(43) })).refusal?.code).toBe(
    'contentChanged',
  )
  expect((await acknowledge('spoc-north', guidance, seen)).status).toBe(200)
  expect(await now('spoc-north', guidance)).toMatchObject({
    asksYou: [],
    acknowledged: [{ organisation: 'north-mercia', number: 1, isOfThese: true }],
  })

  await change('coordinator', guidance, {
    kind: 'write',
    number: 2,
    seen: null,
    draft: { ...DRAFT, text: 'Step back, and call.' },
  })
  const { hash } = newest(guidance)
  await change('coordinator', guidance, { kind: 'submit', number: 2, seen: hash, bodies: [] })
  expect((await now('spoc-north', guidance)).asksYou).toEqual([])
  await decide('chair', guidance)
  expect(await now('spoc-north', guidance)).toMatchObject({ position: { number: 2 }, asksYou: ['north-mercia'] })
  expect((await now('spoc-north', guidance)).versions.map(({ standing }) => standing)).toEqual([
    'inForce',
    'superseded',
  ])
})

test('a draft that changed since isn’t written over, nor submitted unread', async () => {
  const guidance = `g-${anId()}`
  await change('coordinator', guidance, { kind: 'write', number: 1, seen: null, draft: DRAFT })
  const { hash } = newest(guidance)
  const write = (text: string): Change => ({ kind: 'write', number: 1, seen: hash, draft: { ...DRAFT, text } })
  const id = anId()
  expect((await change('coordinator', guidance, write('Stay away.'), id)).status).toBe(200)
  expect((await change('coordinator', guidance, write('Go near.'))).refusal?.code).toBe('contentChanged')
  expect((await change('coordinator', guidance, write('Stay away.'), id)).status).toBe(200)
  const unread: Change = { kind: 'submit', number: 1, seen: hash, bodies: [] }
  expect((await change('coordinator', guidance, unread)).refusal?.code).toBe('contentChanged')
  expect(newest(guidance).text).toBe('Stay away.')
})

test('only one version is in the making', async () => {
  const guidance = await submitted()
  const second: Change = { kind: 'write', number: 2, seen: null, draft: DRAFT }
  expect((await change('coordinator', guidance, second)).refusal?.code).toBe('contentChanged')
})

test('an interim position waits for the approver; a body’s answer stands with what shows it', async () => {
  const guidance = await submitted(['Prosecution service'])
  await change('coordinator', guidance, { kind: 'askInterim', number: 1, text: 'Do not engage.', textWelsh: '' })
  expect((await now('chair', guidance)).position).toBeNull()
  expect((await decide('chair', guidance, { part: 'interim' })).status).toBe(200)
  expect((await now('chair', guidance)).position).toMatchObject({ part: 'interim' })
  expect((await decide('chair', guidance)).refusal?.code).toBe('bodiesAwaited')
  await change('coordinator', guidance, {
    kind: 'recordBody',
    number: 1,
    body: 'Prosecution service',
    verdict: 'agreed',
    day: office.clock.today(),
    evidence: 'Its letter of this week.',
  })
  expect((await decide('chair', guidance)).status).toBe(200)
  expect((await now('chair', guidance)).position).toMatchObject({ part: 'agreed' })
})

test('a SPOC speaks for their own organisation, whoever drafts for any body', async () => {
  const guidance = await submitted()
  const said = (organisation: string | null, body = ''): Change => ({
    kind: 'feedback',
    number: 1,
    organisation,
    body,
    words: 'Shorter, please.',
  })
  expect((await change('spoc-north', guidance, said('north-mercia'))).status).toBe(200)
  expect((await change('spoc-north', guidance, said('wms-rocu'))).refusal?.code).toBe('notSpoc')
  expect((await change('coordinator', guidance, said(null, 'Chief officers'))).status).toBe(200)
  expect(newest(guidance).feedback.map(({ organisation, body }) => organisation ?? body)).toEqual([
    'north-mercia',
    'Chief officers',
  ])
})

test('every look at it and every change of it is in the audit, without a word of it', async () => {
  const guidance = await submitted([], 'A word that nobody logs.')
  await decide('chair', guidance)
  const entries = await logged()
  expect(entries.some((each) => each.event === 'consultation' && each.operation === 'guidance.read')).toBe(true)
  const own = entries.filter(({ subject }) => subject === `${guidance}.1`)
  expect(own.map(({ event, operation }) => `${event} ${operation}`)).toEqual([
    'alteration guidance.draft',
    'alteration guidance.draft',
    'alteration guidance.decide',
  ])
  expect(JSON.stringify(entries)).not.toContain('A word that nobody logs')
})
