import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Action } from '../../src/domain/action.ts'
import type { CollectionContext } from '../../src/domain/collection.ts'
import type { ActionCommand } from '../../src/domain/command.ts'
import type { Due } from '../../src/domain/due.ts'
import type { Meeting } from '../../src/domain/group.ts'
import {
  attendanceOf,
  decideMeeting,
  meetingAfter,
  meetingKeyOf,
  type AttendanceEntry,
  type MeetingCommand,
  type MeetingContent,
} from '../../src/domain/meeting.ts'
import {
  agendaOf,
  decideAgenda,
  originOf,
  placeAfter,
  type AgendaCommand,
  type AgendaItem,
} from '../../src/domain/meetingagenda.ts'
import { decideMatter, HANDLINGS, matterKeyOf, type Handling, type MeetingMatter } from '../../src/domain/matters.ts'
import { aloudOf, isSettled, limboOf, mattersArising, standingOf } from '../../src/domain/mattersarising.ts'
import type { Result } from '../../src/domain/result.ts'
import type { Snapshot } from '../../src/domain/snapshot.ts'
import { carryOut, EMPTY, EMPTY_REGISTER, PAT, TODAY, type Register } from './domainworld.ts'

const RUNS = process.env['MATTERS_PROVE'] ? 5000 : 150

let counter = 0
const anId = (): string => `meet-${String(++counter).padStart(8, '0')}`

const meeting = (key: string, day: string, status: Meeting['status']): Meeting => ({ key, day, status, title: key })
const BEFORE = meeting('before', '2026-09-10', 'closed')
const NOW = meeting('now', TODAY, 'open')
const NEXT = meeting('next', '2027-02-11', 'planned')
const LATER = meeting('later', '2027-05-13', 'planned')
const MEETINGS = new Map([BEFORE, NOW, NEXT, LATER].map((each) => [each.key, each]))
const START: Register = { ...EMPTY_REGISTER, snapshot: { ...EMPTY, meetings: MEETINGS } }

const contextOf = (as: CollectionContext['as'] = 'coordinator', snapshot: Snapshot = START.snapshot) => ({
  as,
  actor: PAT,
  today: TODAY,
  snapshot,
})

const onDay = (day: string): Due => ({ kind: 'day', day, words: day })

/** Adds an action; what else it is to be is said to it. */
function withAction(register: Register, due: Due | null, ...then: Omit<ActionCommand, 'id' | 'action'>[]) {
  const id = anId()
  const first = carryOut(register, {
    kind: 'addAction',
    id,
    details: 'Agree one flagging policy',
    actionKind: 'action',
    owners: [{ organisation: 'north' }],
    parts: [],
    due,
    origin: { kind: 'typed' },
  })
  expect(first.refused).toBeNull()
  let after = first.register
  for (const command of then) {
    const done = carryOut(after, { ...command, id: anId(), action: id } as ActionCommand)
    expect(done.refused).toBeNull()
    after = done.register
  }
  return { register: after, id }
}

function valueOf<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}

describe('a meeting', () => {
  const planned = (): MeetingContent => {
    const id = anId()
    const key = meetingKeyOf('2026-12-17', id)
    const command = { kind: 'planMeeting', id, key, day: '2026-12-17', title: ' December ', starts: '10:00' } as const
    return valueOf(decideMeeting(command, null, contextOf()))
  }
  const say = (now: MeetingContent, command: Record<string, unknown>, as?: CollectionContext['as']) =>
    decideMeeting({ id: anId(), key: now.key, ...command } as MeetingCommand, now, contextOf(as))

  test('is planned by a coordinator, with times and an address that can be', () => {
    const now = planned()
    expect(now).toMatchObject({ title: 'December', status: 'planned', starts: '10:00', attendance: [] })
    expect(say(now, { kind: 'setMeeting', fields: { place: 'Room 2' } }, 'member')).toMatchObject({ ok: false })
    const coded = (fields: Partial<MeetingContent>): unknown => {
      const result = say(now, { kind: 'setMeeting', fields })
      return result.ok ? null : [result.error.code, result.error.field]
    }
    expect(coded({ ends: '9:00' })).toEqual(['timeInvalid', 'ends'])
    expect(coded({ ends: '09:00' })).toEqual(['endsBefore', 'ends'])
    expect(coded({ day: '2026-02-30' })).toEqual(['dayInvalid', 'day'])
    expect(coded({ link: 'javascript:alert(1)' })).toEqual(['addressInvalid', 'link'])
    expect(coded({ link: 'https://teams.example/join', ends: '12:00' })).toBeNull()
  })

  test('its secretary keeps its minutes without being a coordinator', () => {
    const now = valueOf(say(planned(), { kind: 'setMeeting', fields: { secretary: PAT } }))
    expect(say(now, { kind: 'openMeeting' }, 'member').ok).toBe(true)
  })

  test('attendance is noted by post, and of two who mark one person the second is told', () => {
    const now = planned()
    const [line] = attendanceOf(now, EMPTY)
    expect(line).toMatchObject({ id: 'north-spoc', name: PAT.name, entry: null })
    const entry: AttendanceEntry = {
      id: 'north-spoc',
      organisation: 'north',
      post: 'north-spoc',
      name: 'Kit Ray',
      state: 'present',
    }
    const marked = valueOf(say(now, { kind: 'setAttendance', entry, was: null }))
    expect(attendanceOf(marked, EMPTY)).toEqual([expect.objectContaining({ name: 'Kit Ray', entry })])
    const other = { ...entry, state: 'apologies' }
    expect(say(marked, { kind: 'setAttendance', entry: other, was: null })).toMatchObject({
      error: { code: 'changedMeanwhile' },
    })
    expect(say(marked, { kind: 'setAttendance', entry: other, was: entry }).ok).toBe(true)
    const guest = { id: anId(), organisation: null, post: null, name: 'A guest', state: 'present' }
    expect(attendanceOf(valueOf(say(marked, { kind: 'setAttendance', entry: guest, was: null })), EMPTY)).toHaveLength(
      2,
    )
  })

  test('is closed by the service, when it was open and nothing is in limbo; then it stands', () => {
    const open = valueOf(say(planned(), { kind: 'openMeeting' }))
    expect(say(open, { kind: 'closeMeeting', limbo: 0 })).toMatchObject({ error: { code: 'serviceOnly' } })
    expect(say(open, { kind: 'closeMeeting', limbo: 2 }, 'service')).toMatchObject({
      error: { code: 'mattersInLimbo', values: { count: 2 } },
    })
    expect(say(planned(), { kind: 'closeMeeting', limbo: 0 }, 'service')).toMatchObject({
      error: { code: 'meetingNotOpen' },
    })
    const closed = valueOf(say(open, { kind: 'closeMeeting', limbo: 0 }, 'service'))
    expect(closed).toMatchObject({ status: 'closed', closedOn: TODAY })
    expect(say(closed, { kind: 'openMeeting' })).toMatchObject({ error: { code: 'meetingClosed' } })
  })
})

describe('an agenda', () => {
  const itemOf = (items: ReadonlyMap<string, AgendaItem>, command: AgendaCommand, as?: CollectionContext['as']) => {
    const result = decideAgenda(command, items.get(command.key) ?? null, contextOf(as))
    return result.ok ? new Map([...items, [command.key, result.value]]) : result.error.code
  }

  test('keeps what two secretaries write at once, on one item and on several, in any order', () => {
    const part = fc.constantFrom<'minute' | 'paper' | 'give' | 'take' | 'title' | 'discussion'>(
      'minute',
      'paper',
      'give',
      'take',
      'title',
      'discussion',
    )
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(1), part), { maxLength: 30 }), (writes) => {
        let items: ReadonlyMap<string, AgendaItem> = new Map()
        const { register, id: action } = withAction(START, null)
        for (const key of ['item-0', 'item-1']) {
          items = new Map([
            ...items,
            [
              key,
              valueOf(
                decideAgenda(
                  { kind: 'addItem', id: anId(), key, meeting: 'now', place: 1, title: key },
                  null,
                  contextOf(),
                ),
              ),
            ],
          ])
        }
        const written = new Map<string, string>()
        for (const [index, what] of writes) {
          const [key, id] = [`item-${index}`, anId()]
          const now = items.get(key)
          const paper = now?.papers[0]?.id
          const command = {
            minute: { kind: 'setMinuted', entry: { id, words: id }, was: null },
            paper: { kind: 'setPaper', paper: { id, title: id, link: '' }, was: null },
            give: { kind: 'givePaper', paper, given: [{ to: { name: id }, on: TODAY, how: '' }] },
            take: { kind: 'takeMatter', action, taken: !now?.takes.includes(action) },
            title: { kind: 'setItem', fields: { title: id } },
            discussion: { kind: 'setItem', fields: { discussion: id } },
          }[what]
          const result = decideAgenda(
            { ...command, id, key } as AgendaCommand,
            now ?? null,
            contextOf('member', register.snapshot),
          )
          if (what === 'give' && paper === undefined) {
            expect(result).toMatchObject({ error: { code: 'paperUnknown' } })
            continue
          }
          items = new Map([...items, [key, valueOf(result)]])
          if (what !== 'take') written.set(what === 'title' || what === 'discussion' ? `${key}.${what}` : id, id)
        }
        const all = JSON.stringify([...items.values()])
        for (const words of written.values()) expect(all).toContain(words)
      }),
      { numRuns: RUNS },
    )
  })

  test('is numbered by place; an item goes between two, to a later meeting, or to the forward plan', () => {
    let items: ReadonlyMap<string, AgendaItem> = new Map()
    const put = (command: AgendaCommand): void => {
      const next = itemOf(items, command)
      if (typeof next === 'string') throw new Error(next)
      items = next
    }
    const add = (key: string, place: number): void =>
      put({ kind: 'addItem', id: anId(), key, meeting: 'now', place, title: key })
    const titles = (of: string | null): string[] =>
      agendaOf(items.values(), of).map(({ number, item }) => `${number} ${item.title}`)
    add('one', 1)
    add('three', 2)
    add('two', placeAfter(agendaOf(items.values(), 'now'), 1))
    add('zero', placeAfter(agendaOf(items.values(), 'now'), 0))
    add('last', placeAfter(agendaOf(items.values(), 'now'), 4))
    expect(titles('now')).toEqual(['1 zero', '2 one', '3 two', '4 three', '5 last'])
    put({ kind: 'setItem', id: anId(), key: 'two', fields: { meeting: null } })
    put({ kind: 'setItem', id: anId(), key: 'one', fields: { meeting: 'next' } })
    put({ kind: 'setItem', id: anId(), key: 'zero', fields: { withdrawn: true } })
    expect([titles('now'), titles(null), titles('next')]).toEqual([['1 three', '2 last'], ['1 two'], ['1 one']])
    const [first] = agendaOf(items.values(), 'now')
    expect(first && originOf('now', first)).toEqual({ kind: 'meeting', meeting: 'now', words: '1. three' })
  })

  test('of a closed meeting only a coordinator puts right', () => {
    const add = { kind: 'addItem', id: anId(), key: 'an-item', meeting: 'before', place: 1, title: 'Any' } as const
    expect(itemOf(new Map(), add, 'member')).toBe('meetingClosed')
    expect(itemOf(new Map(), add)).toBeInstanceOf(Map)
  })
})

describe('matters arising', () => {
  const rowsOf = (register: Register, agenda: AgendaItem[] = [], matters: MeetingMatter[] = [], at: Meeting = NOW) =>
    mattersArising({ meeting: at, agenda, matters, snapshot: register.snapshot })

  test('are there for a reason each, and what was put off beyond the meeting is not', () => {
    let register = START
    const made = new Map<string, string>()
    const add = (name: string, due: Due | null, ...then: Omit<ActionCommand, 'id' | 'action'>[]): void => {
      const added = withAction(register, due, ...then)
      register = added.register
      made.set(added.id, name)
    }
    const kept = (to: string) => ({ kind: 'retain', meeting: to, words: '' }) as const
    const referral = { kind: 'referredTo', target: { group: 'Drugs Board', reference: null } } as const
    add('open', null)
    add('late', onDay('2026-10-01'))
    add('long late', onDay('2026-09-10'))
    add('next meeting', { kind: 'nextMeeting', words: 'next meeting' })
    add('kept for this', null, kept('now'))
    add('kept for later', null, kept('next'))
    add('kept for later but late', onDay('2026-11-01'), kept('next'))
    add('proposed', null, { kind: 'proposeDischarge', evidence: 'Done' } as ActionCommand)
    add('referred', null, { kind: 'addLink', link: referral } as ActionCommand)
    const link = [...register.snapshot.actions.values()].at(-1)?.links[0]?.id
    const referred = [...made].find(([, name]) => name === 'referred')?.[0] ?? ''
    register = carryOut(register, {
      kind: 'answerLink',
      id: anId(),
      action: referred,
      link: link ?? '',
      words: 'Ours.',
      day: TODAY,
    }).register
    const whys = rowsOf(register).map(({ action, whys: all }) => [made.get(action.id), ...all])
    expect(whys).toEqual([
      ['open', 'open'],
      ['late', 'dueSince', 'open'],
      ['long late', 'open'],
      ['next meeting', 'nextMeeting', 'open'],
      ['kept for this', 'retained', 'open'],
      ['kept for later but late', 'dueSince'],
      ['proposed', 'proposed', 'open'],
      ['referred', 'referralAnswered', 'open'],
    ])
    const later = [...made].find(([, name]) => name === 'kept for later')?.[0] ?? ''
    const answered = mattersArising({
      meeting: NOW,
      agenda: [],
      matters: [],
      snapshot: register.snapshot,
      answered: [{ action: later, on: '2026-11-20' }],
    })
    expect(answered.find(({ action }) => action.id === later)?.whys).toEqual(['requestAnswered'])
  })

  test('stand in the order of the agenda: under the item that takes them, else under matters arising', () => {
    const first = withAction(START, null)
    const other = withAction(first.register, null)
    const agenda = [
      { key: 'a', place: 1, kind: 'matters', takes: [] },
      { key: 'b', place: 0, kind: 'item', takes: [other.id] },
    ].map((each) => ({ ...ITEM, ...each }) as AgendaItem)
    const rows = rowsOf(other.register, agenda)
    expect(rows.map(({ action, item }) => [action.id, item?.number])).toEqual([
      [other.id, 1],
      [first.id, 2],
    ])
  })

  test('what this meeting agrees is none of them, and no number is given twice', () => {
    let register = START
    for (let index = 0; index < 5; index++) {
      register = carryOut(register, {
        kind: 'addAction',
        id: anId(),
        details: 'New',
        actionKind: 'action',
        owners: [],
        parts: [],
        due: null,
        origin: { kind: 'meeting', meeting: 'now', words: '3. Data' },
      }).register
    }
    expect(rowsOf(register)).toEqual([])
    const references = [...register.snapshot.actions.values()].map(({ reference }) => reference)
    expect(new Set(references).size).toBe(5)
    expect(rowsOf(register, [], [], NEXT)).toHaveLength(5)
  })

  test('whatever is done in a meeting, nothing is in limbo after closing', () => {
    const deed = fc.record({
      which: fc.nat(5),
      how: fc.constantFrom<Handling>(...HANDLINGS),
      isDone: fc.boolean(),
      isNoted: fc.boolean(),
      isUndone: fc.boolean(),
    })
    let closedOnce = 0
    let refusedOnce = 0
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 25 }), fc.nat(3), (deeds, count) => {
        let register = START
        const ids: string[] = []
        for (let index = 0; index <= count; index++) {
          const added = withAction(register, index % 2 === 0 ? onDay('2026-11-01') : null)
          register = added.register
          ids.push(added.id)
        }
        const before = register.snapshot.actions
        const matters = new Map<string, MeetingMatter>()
        for (const { which, how, isDone, isNoted, isUndone } of deeds) {
          const action = ids[which % ids.length] ?? ''
          const id = anId()
          if (isDone) register = carryOut(register, deedOf(how, id, action, register)).register
          if (isDone && isUndone) register = carryOut(register, undoingOf(how, action)).register
          if (!isNoted) continue
          const key = matterKeyOf('now', action)
          const noted = { id, how, words: '', on: TODAY, by: PAT }
          const command = { kind: 'dealWith', id: anId(), key, meeting: 'now', action, deed: noted } as const
          matters.set(
            key,
            valueOf(decideMatter(command, matters.get(key) ?? null, contextOf('member', register.snapshot))),
          )
        }
        const rows = rowsOf(register, [], [...matters.values()])
        const limbo = limboOf(rows, NOW, register.snapshot)
        const open: MeetingContent = { ...NOW, ...PLAIN_MEETING }
        const closed = decideMeeting(
          { kind: 'closeMeeting', id: anId(), key: 'now', limbo: limbo.length },
          open,
          contextOf('service', register.snapshot),
        )
        expect(closed.ok).toBe(limbo.length === 0)
        if (!closed.ok) return void (refusedOnce += 1)
        closedOnce += 1
        // Judged by the actions alone, as they were and as they are.
        for (const id of ids) {
          const [was, is] = [before.get(id) as Action, register.snapshot.actions.get(id) as Action]
          const somethingFollows =
            ['closed', 'discharged', 'dischargeProposed'].includes(is.status) ||
            is.retainedFor === 'next' ||
            is.extensionAsked !== null ||
            is.links.some(({ kind }) => kind === 'referredTo') ||
            matters.get(matterKeyOf('now', id))?.deeds.some(({ how }) => how === 'reassigned')
          expect(somethingFollows, `${was.reference} is in limbo`).toBe(true)
        }
      }),
      { numRuns: RUNS },
    )
    expect(closedOnce).toBeGreaterThan(0)
    expect(refusedOnce).toBeGreaterThan(0)
  })

  test('what was decided aloud is what the chair is asked: discharges and extensions that the meeting made', () => {
    const mine = withAction(START, onDay('2026-11-01'))
    const own = withAction(mine.register, null, { kind: 'proposeDischarge', evidence: 'By its owner' } as ActionCommand)
    const id = anId()
    const register = carryOut(own.register, deedOf('extended', id, mine.id, own.register)).register
    const row: MeetingMatter = {
      key: matterKeyOf('now', mine.id),
      meeting: 'now',
      action: mine.id,
      deeds: [{ id, how: 'extended', words: '', on: TODAY, by: PAT }],
      confirmed: [],
    }
    const rows = rowsOf(register, [], [row])
    expect(aloudOf(rows).map(({ asked }) => asked.subject)).toEqual([`extension-${mine.id}`])
    expect(rows.map((each) => standingOf(each, NOW, register.snapshot))).toEqual(['settled', 'waiting'])
    const refused = carryOut(
      register,
      {
        kind: 'recordExtension',
        id: anId(),
        action: mine.id,
        decision: 'd1',
        granted: false,
        reason: 'No',
      },
      'service',
    ).register
    const [after] = rowsOf(refused, [], [row])
    expect(after && isSettled(after, NOW, refused.snapshot)).toBe(false)
  })

  test('a closed meeting keeps its own, and no more is written to them', () => {
    const { register, id } = withAction(START, null)
    const key = matterKeyOf('before', id)
    const command = {
      kind: 'dealWith',
      id: anId(),
      key,
      meeting: 'before',
      action: id,
      deed: { id: anId(), how: 'updated', words: '', on: TODAY, by: PAT },
    } as const
    expect(decideMatter(command, null, contextOf())).toMatchObject({ error: { code: 'meetingClosed' } })
    expect(rowsOf(register, [], [], BEFORE)).toEqual([])
    expect(meetingAfter(NOW, MEETINGS.values())).toBe(NEXT)
  })
})

const PLAIN_MEETING = {
  starts: null,
  ends: null,
  place: '',
  link: '',
  secretary: null,
  attendance: [],
  closedOn: null,
} as const

const ITEM: AgendaItem = {
  key: '',
  meeting: 'now',
  kind: 'item',
  place: 1,
  title: 'Item',
  presenter: null,
  papers: [],
  discussion: '',
  decisions: [],
  takes: [],
  withdrawn: false,
}

/** The command that does it to the action; it may be refused, as in life. */
function deedOf(how: Handling, id: string, action: string, { snapshot }: Register): ActionCommand {
  const owners = snapshot.actions.get(action)?.owners.length ? [] : [{ organisation: 'north' }]
  const body = { group: `Board ${id}`, reference: null }
  switch (how) {
    case 'updated':
      return {
        kind: 'addUpdate',
        id,
        action,
        update: { day: TODAY, text: 'Spoken of', next: null, outcome: null },
      }
    case 'retained':
      return { kind: 'retain', id, action, meeting: 'next', words: '' }
    case 'discharged':
      return { kind: 'proposeDischarge', id, action, evidence: 'The meeting was satisfied' }
    case 'extended':
      return { kind: 'askExtension', id, action, to: onDay('2027-03-01'), reason: 'Agreed in the meeting' }
    case 'referred':
      return { kind: 'addLink', id, action, link: { kind: 'referredTo', target: body } }
    case 'reassigned':
      return { kind: 'reassign', id, action, owners, reason: 'Agreed in the meeting' }
    case 'closed':
      return { kind: 'close', id, action, reason: 'notApplicable', words: '' }
  }
}

function undoingOf(how: Handling, action: string): ActionCommand {
  const id = anId()
  if (how === 'closed') return { kind: 'reopen', id, action, reason: 'A slip' }
  return { kind: 'withdrawDischarge', id, action, reason: 'A slip' }
}
