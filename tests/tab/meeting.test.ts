/** The way through a meeting, what is noted of each deed, and why one can't be done: without a browser. */

import { describe, expect, it } from 'vitest'
import type { Action } from '../../src/domain/action.ts'
import type { MeetingContent } from '../../src/domain/meeting.ts'
import type { AgendaItem } from '../../src/domain/meetingagenda.ts'
import { agendaOf } from '../../src/domain/meetingagenda.ts'
import { isSettled, mattersArising } from '../../src/domain/mattersarising.ts'
import { matterKeyOf } from '../../src/domain/matters.ts'
import type { Snapshot } from '../../src/domain/snapshot.ts'
import { matterKind } from '../../src/sharepoint/work/meetingrows.ts'
import { hindranceOf, TURNS } from '../../src/tab/meetings/matterkeys.ts'
import { createNotingRegister } from '../../src/tab/meetings/noting.ts'
import type { KeptItem } from '../../src/tab/meetings/room.ts'
import { progressOf, stopsOf } from '../../src/tab/meetings/stops.ts'
import { createKeeping } from '../../src/tab/outbox/keeping.ts'
import { createOutbox } from '../../src/tab/outbox/outbox.ts'
import { newCommandId } from '../../src/tab/register/sending.ts'
import { EMPTY, PAT, TODAY } from '../domain/domainworld.ts'
import { UNTOUCHED } from '../domain/untouched.ts'
import { createMemoryCollection } from './memorycollection.ts'
import { createMemoryRegister } from './memoryregister.ts'

const STORED = { version: '"1"', createdBy: 'Pat', createdAt: `${TODAY}T09:00:00Z`, modifiedAt: `${TODAY}T09:00:00Z` }
const clock = { now: () => Date.parse(`${TODAY}T10:00:00Z`), today: () => TODAY }

const anAction = (id: string, reference: string, fields: Partial<Action> = {}): Action => ({
  ...UNTOUCHED,
  ...STORED,
  id,
  reference,
  kind: 'action',
  details: `What ${reference} asks`,
  owners: [{ organisation: 'north' }],
  due: { kind: 'day', day: '2026-10-01', words: '1 October 2026' },
  firstDue: { kind: 'day', day: '2026-10-01', words: '1 October 2026' },
  status: 'open',
  ...fields,
})

const aMeeting = (key: string, day: string, status: MeetingContent['status']): MeetingContent => ({
  key,
  day,
  status,
  title: key,
  starts: null,
  ends: null,
  place: '',
  link: '',
  secretary: null,
  attendance: [],
  closedOn: null,
})

const anItem = (key: string, place: number, fields: Partial<AgendaItem> = {}): KeptItem => ({
  ...STORED,
  key,
  meeting: 'now',
  kind: 'item',
  place,
  title: key,
  presenter: null,
  papers: [],
  discussion: '',
  decisions: [],
  takes: [],
  withdrawn: false,
  ...fields,
})

const now = aMeeting('now', TODAY, 'open')
const later = aMeeting('later', '2027-02-01', 'planned')
const actions = [anAction('action-one-1', '1/26'), anAction('action-two-2', '2/26'), anAction('action-three', '3/26')]
const snapshot: Snapshot = {
  ...EMPTY,
  meetings: new Map([now, later].map((each) => [each.key, each])),
  actions: new Map(actions.map((each) => [each.id, each])),
}

function stopsWith(items: readonly KeptItem[]) {
  const meeting = { ...now, ...STORED }
  const arising = mattersArising({ meeting, agenda: items, matters: [], snapshot })
  return stopsOf({ agenda: agendaOf(items, 'now'), arising }).map((stop) =>
    stop.kind === 'item' ? stop.numbered.item.title : stop.arising.action.reference,
  )
}

describe('the way through a meeting', () => {
  it('takes the matters where the agenda has them, and those of another item under that', () => {
    const items = [anItem('welcome', 1), anItem('matters', 2, { kind: 'matters' }), anItem('other', 3)]
    expect(stopsWith(items)).toEqual(['welcome', '1/26', '2/26', '3/26', 'other'])
    const taking = [...items.slice(0, 2), anItem('flags', 3, { takes: ['action-two-2'] })]
    expect(stopsWith(taking)).toEqual(['welcome', '1/26', '3/26', 'flags', '2/26'])
  })

  it('leaves no matter out where the agenda has no place for them', () => {
    expect(stopsWith([anItem('welcome', 1)])).toEqual(['welcome', '1/26', '2/26', '3/26'])
    expect(stopsWith([])).toEqual(['1/26', '2/26', '3/26'])
  })
})

describe('what is done to a matter', () => {
  function aRoom() {
    const outbox = createOutbox(createMemoryRegister(snapshot, PAT, TODAY), { clock, storage: null })
    const ground = { me: PAT, today: clock.today, as: 'member', snapshot } as const
    const matters = createKeeping(createMemoryCollection(matterKind, new Map(), ground), matterKind, {
      clock,
      person: PAT,
      snapshot: () => outbox.snapshot(),
      as: () => 'member',
      name: 'matters',
      storage: null,
    })
    const noting = createNotingRegister(outbox, { meeting: 'now', today: TODAY, matters })
    const arising = () => {
      const known = outbox.snapshot() ?? snapshot
      return mattersArising({
        meeting: now,
        agenda: [],
        matters: matters.values()?.values() ?? [],
        snapshot: { ...known, meetings: snapshot.meetings },
      })
    }
    const settled = (id: string): boolean =>
      arising().some((each) => each.action.id === id && isSettled(each, now, snapshot))
    return { outbox, matters, noting, arising, settled }
  }

  it('is noted under the id of its command, and leaves it settled only as far as the action bears it out', async () => {
    const { noting, matters, arising, settled } = aRoom()
    const id = newCommandId()
    await noting.post({ kind: 'retain', id, action: 'action-one-1', meeting: 'later', words: 'Hold it.' })
    await expect
      .poll(() => matters.values()?.get(matterKeyOf('now', 'action-one-1'))?.deeds)
      .toMatchObject([{ id, how: 'retained', words: 'Hold it.' }])
    await expect.poll(() => settled('action-one-1')).toBe(true)
    const update = { day: TODAY, text: 'It was spoken of.', next: null, outcome: null }
    await noting.post({ kind: 'addUpdate', id: newCommandId(), action: 'action-two-2', update })
    await expect.poll(() => matters.values()?.get(matterKeyOf('now', 'action-two-2'))?.deeds.length).toBe(1)
    expect(settled('action-two-2')).toBe(false)
    expect(progressOf(arising(), now, snapshot)).toEqual({ count: 3, settled: 1, carried: 1 })
  })

  it('undone, is in limbo again, and its deed is struck out', async () => {
    const { noting, matters, settled } = aRoom()
    const action = 'action-three'
    await noting.post({ kind: 'reassign', id: newCommandId(), action, owners: [{ name: 'Kim' }], reason: '' })
    await expect.poll(() => settled(action)).toBe(true)
    await noting.submit({
      kind: 'reassign',
      id: newCommandId(),
      action,
      owners: [{ organisation: 'north' }],
      reason: '',
    })
    await expect.poll(() => matters.values()?.get(matterKeyOf('now', action))?.deeds).toEqual([])
    expect(settled(action)).toBe(false)
  })

  it('that the rules refuse leaves no note', async () => {
    const { noting, matters } = aRoom()
    const posting = await noting.post({
      kind: 'proposeDischarge',
      id: newCommandId(),
      action: 'action-one-1',
      evidence: ' ',
    })
    expect(posting.state).toBe('refused')
    expect(matters.values()?.size).toBe(0)
  })
})

it('says why something can’t be done now, and never hides a new action', () => {
  const [open] = actions
  const ended = anAction('ended-action', '4/26', { status: 'discharged' })
  expect(TURNS.filter((turn) => hindranceOf(turn, ended, true) === null)).toEqual(['raise'])
  expect(open && hindranceOf('retain', open, false)).toBe('noNextMeeting')
  expect(hindranceOf('discharge', anAction('asked-action', '5/26', { status: 'dischargeProposed' }), true)).toBe(
    'proposed',
  )
})
