import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { approvalEndpoints } from '../../src/contract/approvals.ts'
import { meetingEndpoints, type MeetingList } from '../../src/contract/meetings.ts'
import type { CollectionCommand } from '../../src/domain/collection.ts'
import { matterKeyOf, type Handling, type MatterCommand } from '../../src/domain/matters.ts'
import type { MeetingCommand } from '../../src/domain/meeting.ts'
import type { AgendaCommand } from '../../src/domain/meetingagenda.ts'
import { finishLists } from '../../src/service/meetings/confirm.ts'
import type { Office } from '../../src/service/office.ts'
import { openCollection, type CollectionKind } from '../../src/sharepoint/work/collection.ts'
import { requestKind } from '../../src/sharepoint/work/requestrows.ts'
import { agendaKind, matterKind, meetingKind } from '../../src/sharepoint/work/meetingrows.ts'
import {
  actionNow,
  anAction,
  anExtension,
  anId,
  anOffice,
  beginDeciding,
  decide,
  endDeciding,
  KEY,
  LATER,
  registerOf,
  say,
  world,
} from './deciders.ts'
import { CLOCK, personOf, TODAY } from './serviceworld.ts'

const MEETING = 'meeting-2026-11-24'
const NEXT = 'meeting-2027-02-11'

let office: Office
beforeAll(async () => {
  await beginDeciding()
  office = await anOffice()
  await onMeetings({ kind: 'planMeeting', id: anId(), key: NEXT, day: '2027-02-11', title: 'February' })
})
afterAll(async () => {
  office.registers.close()
  office.collections.close()
  await endDeciding()
})
afterEach(async () => {
  // The next test has a meeting of its own, in which nothing of this one arises.
  const { actions } = await office.registers.current(await groupEntry())
  for (const { id, status } of actions.values()) {
    if (status === 'open' || status === 'dischargeProposed')
      await say('coordinator', { kind: 'close', id: anId(), action: id, reason: 'duplicate', words: '' })
  }
})

async function write<Content extends object, Command extends CollectionCommand>(
  kind: CollectionKind<Content, Command>,
  command: Command,
): Promise<void> {
  const register = await registerOf('coordinator')
  const collection = openCollection({
    client: world.tab('coordinator'),
    siteId: world.siteId('missing'),
    kind,
    person: personOf('coordinator'),
    clock: CLOCK,
    as: () => 'coordinator',
    snapshot: () => register.snapshot(),
    pollSeconds: 3600,
  })
  const kept = await collection.submit(command)
  if (kind.list === meetingKind.list) register.learnMeetings((collection.values() ?? new Map()).values() as never)
  collection.close()
  expect(kept.state, JSON.stringify(kept)).toBe('saved')
}
const onMeetings = (command: MeetingCommand): Promise<void> => write(meetingKind, command)
const onAgenda = (command: AgendaCommand): Promise<void> => write(agendaKind, command)
const onMatters = (command: MatterCommand): Promise<void> => write(matterKind, command)

async function aMeeting(): Promise<string> {
  const key = `${MEETING}-${anId().slice(0, 8)}`
  await onMeetings({ kind: 'planMeeting', id: anId(), key, day: TODAY, title: 'November' })
  await onMeetings({ kind: 'openMeeting', id: anId(), key })
  return key
}

async function note(meeting: string, action: string, how: Handling): Promise<void> {
  const deed = { id: anId(), how, words: 'As said', on: TODAY, by: personOf('coordinator') }
  const key = matterKeyOf(meeting, action)
  await onMatters({ kind: 'dealWith', id: anId(), key, meeting, action, deed })
}

/** The secretary records what was said aloud. */
async function aloud(meeting: string): Promise<{ readonly discharged: string; readonly extended: string }> {
  const discharged = await anAction()
  await say('coordinator', {
    kind: 'proposeDischarge',
    id: anId(),
    action: discharged,
    evidence: 'The meeting agreed.',
  })
  await note(meeting, discharged, 'discharged')
  const { id: extended } = await anExtension('coordinator')
  await note(meeting, extended, 'extended')
  return { discharged, extended }
}

async function groupEntry() {
  const found = await (await world.control()).findGroup(KEY)
  if (!found) throw new Error('there is no group')
  return found.value
}

const close = (meeting: string, person = 'coordinator', commandId = anId()) =>
  world.ask(person, meetingEndpoints.closeMeeting, { key: KEY, meeting }, { commandId, language: 'en' })

async function listFor(person: string, meeting: string): Promise<MeetingList> {
  const { answer, refusal } = await world.ask(person, meetingEndpoints.meetingList, { key: KEY, meeting })
  if (!answer) throw new Error(`not answered: ${JSON.stringify(refusal)}`)
  return answer
}

const confirm = (
  person: string,
  meeting: string,
  hash: string,
  more: { except?: string[]; reason?: string; commandId?: string } = {},
) =>
  world.ask(
    person,
    meetingEndpoints.confirmMeetingList,
    { key: KEY, meeting },
    { commandId: anId(), except: [], reason: '', ...more, hash },
  )

describe('closing', () => {
  test('is refused while a matter is in limbo, and says how many are; then the meeting stands', async () => {
    const meeting = await aMeeting()
    const [spoken, kept] = [await anAction(), await anAction()]
    await note(meeting, spoken, 'updated')
    await note(meeting, kept, 'retained')
    expect((await close(meeting, 'spoc-north')).refusal?.code).toBe('notCoordinator')
    // One was only spoken of; of the other the row says what the action doesn't bear out.
    expect((await close(meeting)).refusal).toMatchObject({ code: 'stillInLimbo', values: { count: 2 } })
    for (const action of [spoken, kept]) {
      await say('coordinator', { kind: 'retain', id: anId(), action, meeting: NEXT, words: '' })
    }
    expect((await close(meeting)).refusal).toMatchObject({ code: 'stillInLimbo', values: { count: 1 } })
    await note(meeting, spoken, 'retained')
    const closed = await close(meeting)
    expect(closed.answer).toMatchObject({ hash: null, count: 0, leftOut: [], next: NEXT })
    expect((await close(meeting)).refusal?.code).toBe('meetingNotRunning')
    expect((await close('no-such-meeting')).refusal?.code).toBe('meetingMissing')
  })

  test('prepares the next agenda with what was planned for later, once', async () => {
    const meeting = await aMeeting()
    const [key, next] = [anId(), `meeting-2026-12-${anId().slice(0, 8)}`]
    await onMeetings({ kind: 'planMeeting', id: anId(), key: next, day: '2026-12-01', title: 'December' })
    await onAgenda({ kind: 'addItem', id: key, key, meeting: null, place: 1, title: 'The new framework' })
    const commandId = anId()
    expect((await close(meeting, 'coordinator', commandId)).answer?.next).toBe(next)
    expect((await close(meeting, 'coordinator', commandId)).answer?.next).toBe(next)
    const agenda = [...(await office.collections.now(await groupEntry(), 'agenda')).values()]
      .filter((item) => item.meeting === next)
      .toSorted((a, b) => a.place - b.place)
    expect(agenda.map(({ title, kind }) => [title, kind])).toEqual([
      ['Welcome and apologies', 'item'],
      ['Minutes of the meeting of 24 November 2026', 'item'],
      ['Matters arising', 'matters'],
      ['The new framework', 'item'],
      ['Any other business', 'item'],
    ])
    await onMeetings({ kind: 'setMeeting', id: anId(), key: next, fields: { day: '2027-06-01' } })
  })
})

describe('what a meeting decided aloud', () => {
  test('is put before the chair as one list, confirmed once, and each stands in the register', async () => {
    const meeting = await aMeeting()
    const { discharged, extended } = await aloud(meeting)
    expect((await close(meeting)).answer).toMatchObject({ count: 2, leftOut: [] })
    const list = await listFor('chair', meeting)
    expect(list).toMatchObject({ whyNot: null, decided: null, putBy: 'Priya Raman', deputy: 'Martin Cole' })
    expect(list.items.map(({ kind, state }) => [kind, state])).toEqual([
      ['discharge', 'asked'],
      ['extension', 'asked'],
    ])
    expect(list.items[1]).toMatchObject({ words: 'Two are away.', to: LATER.words, count: 1 })
    // What waits for the chair is the list, and nothing of it alone.
    const alone = new Set([`discharge-${discharged}`, `extension-${extended}`])
    const waits = async (person: string) =>
      ((await world.ask(person, approvalEndpoints.approvals, {})).answer?.entries ?? [])
        .filter(({ subject }) => alone.has(subject) || subject === `meeting-${meeting}`)
        .map((entry) => [entry.kind, entry.mine, entry.count])
    expect(await waits('chair')).toEqual([['list', 'decide', 2]])
    expect(await waits('coordinator')).toEqual([['list', 'asked', 2]])
    const commandId = anId()
    const confirmed = await confirm('chair', meeting, list.hash, { commandId })
    expect(confirmed.answer).toMatchObject({ isNew: true, approved: 2, refused: 0, decision: { by: 'Helen Marlowe' } })
    expect((await confirm('chair', meeting, list.hash, { commandId })).answer).toMatchObject({ isNew: false })
    expect((await confirm('spoc-vale', meeting, list.hash)).answer).toMatchObject({ isNew: false, approved: 2 })
    expect(await actionNow(discharged)).toMatchObject({ status: 'discharged' })
    expect(await actionNow(extended)).toMatchObject({ due: LATER, extensionAsked: null })
    expect(await listFor('chair', meeting)).toMatchObject({
      whyNot: 'decided',
      decided: { verdict: 'approved', by: 'Helen Marlowe' },
      items: [{ state: 'approved' }, { state: 'approved' }],
    })
    const row = (await office.collections.now(await groupEntry(), 'matters')).get(matterKeyOf(meeting, discharged))
    expect(row?.confirmed).toMatchObject([{ kind: 'discharge', verdict: 'approved' }])
    expect(row?.confirmed[0]?.decision).toBe((await actionNow(discharged)).discharge?.decision)
  })

  test('may be confirmed but for some, with a reason that their history keeps', async () => {
    const meeting = await aMeeting()
    const { discharged, extended } = await aloud(meeting)
    await close(meeting)
    const { hash } = await listFor('chair', meeting)
    const except = [`extension-${extended}`]
    expect((await confirm('chair', meeting, hash, { except })).refusal?.code).toBe('reasonNeeded')
    expect(
      (await confirm('chair', meeting, hash, { except: ['extension-of-nothing'], reason: 'No' })).refusal?.code,
    ).toBe('requestInvalid')
    const reason = 'I said the end of January.'
    expect((await confirm('chair', meeting, hash, { except, reason })).answer).toMatchObject({
      approved: 1,
      refused: 1,
    })
    expect((await actionNow(discharged)).status).toBe('discharged')
    const now = await actionNow(extended)
    expect([now.extensions, now.extensionAsked]).toEqual([[], null])
    const [told] = await office.registers.history(await groupEntry(), extended)
    expect(told).toMatchObject({ text: reason, event: { kind: 'extensionRefused' } })
  })

  test('while answers are missing a discharge is confirmed only with a reason', async () => {
    const meeting = await aMeeting()
    const { discharged } = await aloud(meeting)
    const key = anId()
    await write(requestKind, {
      kind: 'makeRequest',
      id: key,
      key,
      title: 'Who answers at night',
      words: '',
      action: discharged,
      organisations: ['north-mercia'],
      opens: null,
      due: null,
      fields: [],
      signOff: false,
      marking: null,
      return: null,
      period: null,
    })
    await close(meeting)
    const { hash, items } = await listFor('chair', meeting)
    expect(items.map(({ lacking }) => lacking.map(({ title }) => title))).toEqual([['Who answers at night'], []])
    expect((await confirm('chair', meeting, hash)).refusal?.code).toBe('reasonNeeded')
    const reason = 'They answered in the meeting.'
    expect((await confirm('chair', meeting, hash, { reason })).answer).toMatchObject({ approved: 2 })
    expect((await actionNow(discharged)).status).toBe('discharged')
  })

  test('nobody confirms what they recorded, nor who is no chair', async () => {
    const meeting = await aMeeting()
    await aloud(meeting)
    await close(meeting)
    const { hash, whyNot } = await listFor('spoc-north', meeting)
    expect(whyNot).toBe('notApprover')
    for (const person of ['spoc-north', 'coordinator', 'spoc-coast']) {
      expect((await confirm(person, meeting, hash)).refusal?.code).toBe('notApprover')
    }
    expect((await confirm('outsider', meeting, hash)).refusal?.code).toBe('groupUnknown')
    // The deputy of the chair, who also keeps the minutes today.
    await office.database.query('update matters.meeting_list set person = $1 where meeting = $2', [
      personOf('spoc-vale').objectId,
      meeting,
    ])
    expect((await confirm('spoc-vale', meeting, hash)).refusal?.code).toBe('askedYourself')
    expect((await confirm('chair', meeting, hash)).status).toBe(200)
  })

  test('leaves to others what is theirs: what a chair asked for waits on its own', async () => {
    const meeting = await aMeeting()
    const own = await anAction()
    await say('chair', { kind: 'proposeDischarge', id: anId(), action: own, evidence: 'I have done it.' })
    await note(meeting, own, 'discharged')
    const { discharged } = await aloud(meeting)
    const { reference } = await actionNow(own)
    expect((await close(meeting)).answer).toMatchObject({ count: 2, leftOut: [reference] })
    const { items } = await listFor('chair', meeting)
    expect(items.map(({ subject }) => subject)).toContain(`discharge-${discharged}`)
    expect(items.map(({ subject }) => subject)).not.toContain(`discharge-${own}`)
  })

  test('holds for exactly what was put: what changed is put again, what was decided alone stands', async () => {
    const meeting = await aMeeting()
    const { discharged, extended } = await aloud(meeting)
    await close(meeting)
    const { hash } = await listFor('chair', meeting)
    expect((await decide('chair', `extension-${extended}`)).status).toBe(200)
    expect(await listFor('chair', meeting)).toMatchObject({
      whyNot: null,
      items: [{ state: 'asked' }, { state: 'approved' }],
    })
    await say('coordinator', { kind: 'withdrawDischarge', id: anId(), action: discharged, reason: 'A slip' })
    expect(await listFor('chair', meeting)).toMatchObject({ whyNot: 'changed', items: [{ state: 'changed' }, {}] })
    expect((await confirm('chair', meeting, hash)).refusal?.code).toBe('listChanged')
    await say('coordinator', {
      kind: 'proposeDischarge',
      id: anId(),
      action: discharged,
      evidence: 'Agreed, as read out.',
    })
    const again = await world.ask(
      'coordinator',
      meetingEndpoints.putMeetingList,
      { key: KEY, meeting },
      { commandId: anId() },
    )
    expect(again.answer).toMatchObject({ count: 1 })
    expect((await confirm('chair', meeting, hash)).refusal?.code).toBe('contentChanged')
    expect((await confirm('chair', meeting, again.answer?.hash ?? '')).answer).toMatchObject({ approved: 1 })
    expect((await actionNow(discharged)).status).toBe('discharged')
  })

  test('what broke off after it was recorded is carried out by the next look', async () => {
    const meeting = await aMeeting()
    const { discharged } = await aloud(meeting)
    await close(meeting)
    const { hash } = await listFor('chair', meeting)
    // Graph stops answering where the first row of the register is to be written.
    world.graph.faults.add({
      match: { method: 'PATCH', path: new RegExp(world.siteId('missing').split(',')[1] ?? 'nowhere') },
      times: 60,
      fault: { kind: 'status', status: 503 },
    })
    const broken = await confirm('chair', meeting, hash)
    world.graph.faults.clear()
    expect(broken.answer).toBeNull()
    await office.database.query(`update matters.decision set at = at - interval '2 minutes' where subject = $1`, [
      `meeting-${meeting}`,
    ])
    expect(await finishLists(office, await groupEntry())).toBe(1)
    expect((await actionNow(discharged)).status).toBe('discharged')
    expect((await confirm('chair', meeting, hash)).answer).toMatchObject({ isNew: false, approved: 2 })
  })
})

describe('an outside body’s decision', () => {
  test('is recorded with its evidence, by a coordinator who didn’t ask for it', async () => {
    const action = await anAction()
    await say('spoc-north', { kind: 'proposeDischarge', id: anId(), action, evidence: 'Inspected.' })
    const subject = `discharge-${action}`
    const { answer: detail } = await world.ask('coordinator', approvalEndpoints.approval, { key: KEY, subject })
    expect(detail).toMatchObject({ mayRecord: true, whyNot: 'notApprover' })
    const chairs = await world.ask('chair', approvalEndpoints.approval, { key: KEY, subject })
    expect(chairs.answer).toMatchObject({ mayRecord: false, whyNot: null })
    const decided = { hash: detail?.asked?.hash ?? '', verdict: 'approved', body: 'Inspectorate', day: TODAY } as const
    const record = (person: string, more: object) =>
      world.ask(
        person,
        meetingEndpoints.recordOutside,
        { key: KEY, subject },
        { commandId: anId(), evidence: 'Its letter of today.', ...decided, ...more },
      )
    expect((await record('chair', {})).refusal?.code).toBe('notCoordinator')
    expect((await record('coordinator', { evidence: ' ' })).refusal?.code).toBe('requestInvalid')
    expect((await record('coordinator', { day: '2027-01-01' })).refusal?.code).toBe('requestInvalid')
    expect((await record('coordinator', {})).answer?.decision).toMatchObject({
      words: 'Inspectorate, 2026-11-24: Its letter of today.',
    })
    expect((await actionNow(action)).status).toBe('discharged')

    const own = await anAction()
    await say('coordinator', { kind: 'proposeDischarge', id: anId(), action: own, evidence: 'Mine.' })
    const refused = await world.ask(
      'coordinator',
      meetingEndpoints.recordOutside,
      { key: KEY, subject: `discharge-${own}` },
      { commandId: anId(), evidence: 'Its letter.', ...decided },
    )
    expect(refused.refusal?.code).toBe('askedYourself')
    const mine = await world.ask('coordinator', approvalEndpoints.approval, { key: KEY, subject: `discharge-${own}` })
    expect(mine.answer?.mayRecord).toBe(false)
  })
})
