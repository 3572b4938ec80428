import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { approvalEndpoints } from '../../src/contract/approvals.ts'
import {
  actionNow,
  anExtension,
  anId,
  aProposal,
  beginDeciding,
  decide,
  endDeciding,
  forge,
  forgetRegister,
  KEY,
  LATER,
  read,
  registerOf,
  say,
  world,
} from './deciders.ts'
import { personOf, TODAY } from './serviceworld.ts'

beforeAll(() => beginDeciding())
afterAll(endDeciding)

describe('a discharge', () => {
  test('is read with its evidence and history, approved, and stands in the register with its decision', async () => {
    const { id, subject } = await aProposal()
    const detail = await read('chair', subject)
    expect(detail).toMatchObject({
      kind: 'discharge',
      asked: { words: 'All have sent it.', askedBy: 'Aisha Khan', askedOn: TODAY },
      whyNot: null,
      deputy: 'Martin Cole',
      decided: null,
    })
    expect(detail.history[0]).toMatchObject({ author: 'Aisha Khan', event: { kind: 'dischargeProposed' } })
    const { status, answer } = await decide('chair', subject)
    expect(status).toBe(200)
    expect(answer).toMatchObject({ isNew: true, decision: { verdict: 'approved', by: 'Helen Marlowe' } })
    const now = await actionNow(id)
    expect(now.status).toBe('discharged')
    expect(now.discharge?.decision).toBe(answer?.decision.id)
    const recorded = await (await world.control()).decisionsOn(subject)
    expect(recorded).toMatchObject([
      { id: answer?.decision.id, verdict: 'approved', by: personOf('chair'), asked: { by: personOf('spoc-north') } },
    ])
    const [latest] = await (await registerOf('coordinator')).history(id)
    expect(latest).toMatchObject({ event: { kind: 'dischargeApproved' } })
  })

  test('refused, needs a reason and goes on', async () => {
    const { id, subject } = await aProposal()
    expect((await decide('chair', subject, { verdict: 'refused' })).refusal?.code).toBe('reasonNeeded')
    expect((await decide('chair', subject, { verdict: 'refused', reason: 'Two are missing.' })).status).toBe(200)
    expect((await actionNow(id)).status).toBe('open')
  })

  test('may be proposed again after it was refused, and is then another question', async () => {
    const { id, subject } = await aProposal()
    await decide('chair', subject, { verdict: 'refused', reason: 'Two are missing.' })
    await say('spoc-north', { kind: 'proposeDischarge', id: anId(), action: id, evidence: 'All have sent it.' })
    expect((await decide('chair', subject)).status).toBe(200)
    expect((await actionNow(id)).status).toBe('discharged')
  })

  test('is decided once, however many press, and all are told what stands', async () => {
    const { id, subject } = await aProposal()
    const { asked } = await read('chair', subject)
    const hash = asked?.hash ?? ''
    const answers = await Promise.all([
      decide('chair', subject, { hash }),
      decide('spoc-vale', subject, { hash, verdict: 'refused', reason: 'No.' }),
      decide('chair', subject, { hash }),
    ])
    const recorded = await (await world.control()).decisionsOn(subject)
    expect(recorded.length).toBe(1)
    for (const { status, answer } of answers) {
      if (status === 200) expect(answer?.decision.id).toBe(recorded[0]?.id)
      else expect([503, 409]).toContain(status)
    }
    const after = await decide('spoc-vale', subject, { hash, verdict: 'refused', reason: 'No.' })
    expect(after.answer).toMatchObject({ isNew: false, decision: { id: recorded[0]?.id } })
    expect((await actionNow(id)).status).toBe(recorded[0]?.verdict === 'approved' ? 'discharged' : 'open')
  })

  test('sent twice under one command is one decision', async () => {
    const { subject } = await aProposal()
    const { asked } = await read('chair', subject)
    const same = { commandId: anId(), hash: asked?.hash ?? '' }
    const [first, second] = [await decide('chair', subject, same), await decide('chair', subject, same)]
    expect(second.answer?.decision).toEqual(first.answer?.decision)
  })
})

describe('who may', () => {
  test('the chair’s deputy may; members, the coordinator and people of no post may not', async () => {
    const { subject } = await aProposal()
    for (const person of ['coordinator', 'spoc-north', 'spoc-coast', 'spoc-welsh']) {
      expect((await decide(person, subject)).refusal?.code).toBe('notApprover')
    }
    expect((await decide('spoc-vale', subject)).status).toBe(200)
  })

  test('nobody decides what they asked for, whatever the row says', async () => {
    const { id, subject } = await aProposal('chair')
    expect((await decide('chair', subject)).refusal?.code).toBe('askedYourself')
    // In SharePoint itself anybody in the group can write somebody else's name into the row.
    await forge(id, (action) => ({
      discharge: action.discharge && { ...action.discharge, proposedBy: personOf('spoc-north') },
    }))
    expect((await decide('chair', subject)).refusal?.code).toBe('askedYourself')
    await forge(id, (action) => ({ discharge: action.discharge && { ...action.discharge, ask: 'another-command' } }))
    expect((await decide('chair', subject)).refusal?.code).toBe('nothingAsked')
  })

  test('who isn’t in the team learns nothing', async () => {
    const { subject } = await aProposal()
    expect((await decide('outsider', subject)).refusal?.code).toBe('groupUnknown')
    const asked = await world.ask('outsider', approvalEndpoints.approval, { key: KEY, subject })
    expect(asked.refusal?.code).toBe('groupUnknown')
  })
})

describe('it binds to what was seen', () => {
  test('other words meanwhile: look again', async () => {
    const { id, subject } = await aProposal()
    const { asked } = await read('chair', subject)
    await say('coordinator', { kind: 'reword', id: anId(), action: id, details: 'Share all of it' })
    expect((await decide('chair', subject, { hash: asked?.hash ?? '' })).refusal?.code).toBe('contentChanged')
    expect((await actionNow(id)).status).toBe('dischargeProposed')
    expect((await decide('chair', subject)).status).toBe(200)
  })

  test('an unrelated update meanwhile leaves it good', async () => {
    const { id, subject } = await aProposal()
    const { asked } = await read('chair', subject)
    await say('spoc-north', {
      kind: 'addUpdate',
      id: anId(),
      action: id,
      update: { day: TODAY, text: 'Told the analysts too.', next: null, outcome: null },
    })
    expect((await decide('chair', subject, { hash: asked?.hash ?? '' })).status).toBe(200)
  })

  test('withdrawn meanwhile: nothing waits', async () => {
    const { id, subject } = await aProposal()
    const { asked } = await read('chair', subject)
    await say('spoc-north', { kind: 'withdrawDischarge', id: anId(), action: id, reason: 'Not yet' })
    expect((await decide('chair', subject, { hash: asked?.hash ?? '' })).refusal?.code).toBe('nothingAsked')
  })
})

describe('an extension', () => {
  test('granted moves the due, keeps the first, and is counted', async () => {
    const { id, subject } = await anExtension()
    expect((await decide('chair', subject)).status).toBe(200)
    const now = await actionNow(id)
    expect(now.due).toEqual(LATER)
    expect(now.firstDue).toMatchObject({ day: '2026-12-10' })
    expect(now.extensions.length).toBe(1)
  })

  test('from the second on goes to whom the group’s settings name', async () => {
    const before = await world.ask('coordinator', approvalEndpoints.settings, { key: KEY })
    if (!before.answer) throw new Error('no settings')
    const wanted = { ...before.answer.value, higher: { fromExtension: 2, post: 'director' } }
    const change = { value: wanted, version: before.answer.version }
    const by = (person: string) => world.ask(person, approvalEndpoints.setSettings, { key: KEY }, change)
    expect((await by('spoc-north')).refusal?.code).toBe('notCoordinator')
    expect((await by('coordinator')).answer?.value.higher?.post).toBe('director')
    expect((await by('coordinator')).refusal?.code).toBe('settingsChanged')

    const { id, subject } = await anExtension()
    expect((await decide('spoc-coast', subject)).refusal?.code).toBe('notApprover')
    expect((await decide('chair', subject)).status).toBe(200)
    const again = { kind: 'day', day: '2027-06-01', words: '1 June 2027' } as const
    forgetRegister('spoc-north')
    await say('spoc-north', { kind: 'askExtension', id: anId(), action: id, to: again, reason: 'Still away.' })
    expect((await decide('chair', subject)).refusal?.code).toBe('notApprover')
    expect((await decide('spoc-coast', subject)).status).toBe(200)
    expect((await actionNow(id)).due).toEqual(again)
  })
})

test('what waits for me stands in one list; what I asked for stands there as others’', async () => {
  const { subject } = await aProposal()
  const listed = async (person: string): Promise<Record<string, string>> => {
    const { answer } = await world.ask(person, approvalEndpoints.approvals, {})
    return Object.fromEntries((answer?.entries ?? []).map((each) => [each.subject, each.mine]))
  }
  await expect.poll(() => listed('chair'), { timeout: 40_000, interval: 2000 }).toMatchObject({ [subject]: 'decide' })
  expect((await listed('spoc-vale'))[subject]).toBe('decide')
  expect((await listed('spoc-north'))[subject]).toBe('asked')
  expect((await listed('spoc-welsh'))[subject]).toBeUndefined()
  expect(await listed('outsider')).toEqual({})
})

describe('broken off', () => {
  beforeEach(() => world.graph.faults.clear())

  test('at any request after the decision was taken, the same command carries it through, once', async () => {
    for (const after of [0, 1, 2, 3, 4, 5, 6]) {
      const { id, subject } = await aProposal()
      const { asked } = await read('chair', subject)
      const same = { commandId: anId(), hash: asked?.hash ?? '' }
      world.graph.faults.add({
        match: { app: world.configuration.serviceApp, method: 'POST' },
        after,
        times: 30,
        fault: { kind: 'status', status: 503 },
      })
      world.graph.faults.add({
        match: { app: world.configuration.serviceApp, method: 'PATCH' },
        after,
        times: 30,
        fault: { kind: 'status', status: 503 },
      })
      await decide('chair', subject, same)
      world.graph.faults.clear()
      const again = await decide('chair', subject, same)
      if (again.status === 503) continue
      expect(again.status, `after ${after}`).toBe(200)
      expect((await actionNow(id)).status).toBe('discharged')
      expect((await (await world.control()).decisionsOn(subject)).length).toBe(1)
    }
  }, 180_000)
})
