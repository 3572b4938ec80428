import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Action, Owner } from '../../src/domain/action.ts'
import { mayActFor } from '../../src/domain/addressee.ts'
import type { Appointment } from '../../src/domain/appointment.ts'
import { addDays, type Day } from '../../src/domain/day.ts'
import { gather, isTellingTime, PERSON_SETTINGS } from '../../src/domain/gathering.ts'
import type { Person } from '../../src/domain/group.ts'
import { PROMPT_SETTINGS, type Prompt } from '../../src/domain/prompt.ts'
import { duePrompts, type PromptGround } from '../../src/domain/prompting.ts'
import { mayShowWords } from '../../src/domain/record.ts'
import { EMPTY } from './domainworld.ts'
import { UNTOUCHED } from './untouched.ts'

const TODAY = '2026-11-23'
const person = (name: string): Person => ({ tenantId: 't', objectId: name, name })
const [SPOC, DEPUTY, COORDINATOR, CHAIR, COLLEAGUE] = ['spoc', 'deputy', 'coordinator', 'chair', 'colleague'].map(
  person,
) as [Person, Person, Person, Person, Person]

function anAppointment(over: Partial<Appointment> = {}): Appointment {
  return {
    key: 'north-spoc',
    group: 'sgg',
    post: 'north-spoc',
    organisation: 'north',
    role: 'spoc',
    holder: SPOC,
    deputy: DEPUTY,
    from: null,
    to: null,
    ...over,
  }
}

const APPOINTMENTS: readonly Appointment[] = [
  anAppointment(),
  anAppointment({
    key: 'c',
    post: 'secretary',
    organisation: 'shires-rocu',
    role: 'coordinator',
    holder: COORDINATOR,
    deputy: null,
  }),
  anAppointment({ key: 'h', post: 'chair', organisation: 'shires-rocu', role: 'chair', holder: CHAIR, deputy: null }),
]

function anAction(over: Partial<Action> = {}): Action {
  return {
    ...UNTOUCHED,
    id: 'a',
    reference: '1/26',
    details: 'Chase the returns',
    owners: [{ organisation: 'north' }],
    version: '1',
    createdBy: 'p',
    createdAt: '2026-11-01T09:00:00Z',
    modifiedAt: '2026-11-01T09:00:00Z',
    ...over,
  }
}

const dueOn = (day: Day): Pick<Action, 'due' | 'firstDue'> => {
  const due = { kind: 'day' as const, day, words: day }
  return { due, firstDue: due }
}

function aGround(over: Partial<PromptGround> = {}, ...actions: readonly Action[]): PromptGround {
  return {
    snapshot: { ...EMPTY, actions: new Map(actions.map((each) => [each.id, each])) },
    appointments: APPOINTMENTS,
    settings: PROMPT_SETTINGS,
    passes: [],
    disowned: [],
    awaited: [],
    lists: [],
    decided: [],
    today: TODAY,
    isAway: () => false,
    ...over,
  }
}

const told = (prompts: readonly Prompt[]): string[] => prompts.map(({ kind, to }) => `${kind} ${to.name}`).toSorted()

describe('what an action gives its owner', () => {
  test.each<[string, number, string[]]>([
    ['eight days before', 8, ['assigned spoc']],
    ['a week before', 7, ['assigned spoc', 'dueSoon spoc']],
    ['the day before', 1, ['assigned spoc', 'dueSoon spoc']],
    ['on the day', 0, ['assigned spoc', 'dueToday spoc']],
    ['the day after', -1, ['assigned spoc', 'overdue spoc']],
    ['two weeks after', -14, ['assigned spoc', 'overdue spoc']],
    ['in the third week', -15, ['assigned spoc', 'overdue spoc', 'overdueChair chair']],
  ])('%s', (_, days, expected) => {
    const ground = aGround({}, anAction(dueOn(addDays(TODAY, days))))
    expect(told(duePrompts(ground))).toEqual(expected)
  })

  test('on the Friday, when it is due on the Sunday', () => {
    const ground = aGround({ today: '2026-11-27' }, anAction(dueOn('2026-11-29')))
    expect(told(duePrompts(ground))).toContain('dueToday spoc')
  })

  test('once a week while it is overdue', () => {
    const keys = [1, 2, 7, 8, 14].map((days) => {
      const ground = aGround({}, anAction(dueOn(addDays(TODAY, -days))))
      return duePrompts(ground)
        .find(({ kind }) => kind === 'overdue')
        ?.key.split('|')[3]
    })
    expect(keys.map((key) => key?.split('.')[1])).toEqual(['0', '0', '0', '1', '1'])
  })

  test('for each part that has an owner or a due of its own', () => {
    const part = { letter: 'b', details: 'Say how', status: 'open' as const, owners: [{ post: 'chair' }], due: null }
    const ground = aGround({}, anAction({ ...dueOn(TODAY), parts: [part, { ...part, letter: 'c', status: 'done' }] }))
    expect(told(duePrompts(ground))).toEqual(['assigned chair', 'assigned spoc', 'dueToday chair', 'dueToday spoc'])
  })

  test('for a milestone', () => {
    const milestone = {
      id: 'm',
      purpose: 'Review',
      due: { kind: 'day' as const, day: addDays(TODAY, 2), words: '' },
      done: null,
    }
    const ground = aGround({}, anAction({ milestones: [milestone, { ...milestone, id: 'n', done: TODAY }] }))
    expect(told(duePrompts(ground))).toEqual(['assigned spoc', 'milestoneDue spoc'])
  })

  test('nothing once it has ended, and nothing while the chair has it', () => {
    for (const status of ['discharged', 'closed', 'dischargeProposed'] as const) {
      expect(duePrompts(aGround({}, anAction({ ...dueOn(addDays(TODAY, -1)), status })))).toEqual([])
    }
  })
})

describe('whom it is put to', () => {
  const who = (over: Partial<PromptGround>, owners: readonly Owner[] = [{ organisation: 'north' }]): string[] =>
    told(duePrompts(aGround(over, anAction({ owners }))))

  test('the holder; while they are away their deputy', () => {
    expect(who({})).toEqual(['assigned spoc'])
    expect(who({ isAway: ({ name }) => name === 'spoc' })).toEqual(['assigned deputy'])
  })

  test('the deputy of a vacant post; with no deputy the coordinator, who is told of the vacancy', () => {
    const vacant = (deputy: Person | null): readonly Appointment[] => [
      anAppointment({ holder: null, deputy }),
      ...APPOINTMENTS.slice(1),
    ]
    expect(who({ appointments: vacant(DEPUTY) })).toEqual(['assigned deputy'])
    expect(who({ appointments: vacant(null) })).toEqual(['assigned coordinator', 'vacancy coordinator'])
  })

  test('nobody whose days are over', () => {
    const over = [anAppointment({ to: addDays(TODAY, -1) }), ...APPOINTMENTS.slice(1)]
    expect(who({ appointments: over }, [{ post: 'north-spoc' }])).toEqual([
      'assigned coordinator',
      'vacancy coordinator',
    ])
    expect(who({ appointments: over })).toEqual(['assigned coordinator'])
  })

  test('a bare name is nobody: the coordinator hears', () => {
    expect(who({}, [{ name: 'National lead' }])).toEqual(['assigned coordinator'])
    expect(who({}, [])).toEqual(['assigned coordinator'])
  })

  test('a colleague it was passed to; overdue, whoever passed it on hears too', () => {
    const passes = [{ action: 'a', from: SPOC, to: COLLEAGUE }]
    expect(who({ passes })).toEqual(['assigned colleague'])
    const late = aGround({ passes }, anAction(dueOn(addDays(TODAY, -2))))
    expect(told(duePrompts(late))).toEqual(['assigned colleague', 'overdue colleague', 'overdue spoc'])
  })

  test('"not ours" goes to the coordinator until the owners are others', () => {
    const owners = [{ organisation: 'north' }]
    const disowned = [{ action: 'a', by: SPOC, owners, day: TODAY }]
    expect(who({ disowned })).toEqual(['notOurs coordinator'])
    expect(who({ disowned }, [{ organisation: 'north' }, { name: 'x' }])).toEqual(['assigned spoc'])
  })
})

test('only whoever holds or deputises a post now may answer for it', () => {
  const may = (who: Person, owners: readonly Owner[], today = TODAY): boolean =>
    mayActFor(who, owners, { appointments: [anAppointment({ to: TODAY })], today, isAway: () => false })
  expect([SPOC, DEPUTY, COLLEAGUE].map((who) => may(who, [{ organisation: 'north' }]))).toEqual([true, true, false])
  expect(may(SPOC, [{ post: 'north-spoc' }])).toBe(true)
  expect(may(SPOC, [{ name: 'spoc' }])).toBe(false)
  expect(may(SPOC, [{ post: 'north-spoc' }], addDays(TODAY, 1))).toBe(false)
})

describe('what waits for a decision', () => {
  const approver = { person: CHAIR, post: 'chair', as: 'holder' as const, vacant: null }
  const awaited = [{ subject: 'discharge-a', action: 'a', hash: 'h', askedOn: '2026-11-20', approvers: [approver] }]

  test('is put to the approver, and again every third working day', () => {
    const on = (today: Day): number => duePrompts(aGround({ awaited, today })).length
    expect([on('2026-11-20'), on('2026-11-24'), on('2026-11-25'), on('2026-11-30')]).toEqual([1, 1, 2, 2])
  })

  test('is another matter once its content is another', () => {
    const keys = (hash: string): string[] =>
      duePrompts(aGround({ awaited: awaited.map((each) => ({ ...each, hash })) })).map(({ key }) => key)
    expect(keys('h')).not.toEqual(keys('i'))
  })

  test('and stands on a meeting’s list is asked for with that, once, and not alone', () => {
    const lists = (hash: string) => [
      {
        subject: 'meeting-m1',
        hash: 'l',
        askedOn: TODAY,
        approvers: [approver],
        items: [{ subject: 'discharge-a', hash }],
      },
    ]
    expect(told(duePrompts(aGround({ awaited, lists: lists('h'), today: '2026-11-20' })))).toEqual(['listWanted chair'])
    // As it was put: of another state the chair is asked again.
    expect(told(duePrompts(aGround({ awaited, lists: lists('i'), today: '2026-11-20' })))).toEqual([
      'approvalWanted chair',
      'listWanted chair',
    ])
  })

  test('once decided is told to whoever asked, for two weeks', () => {
    const decided = [
      { id: 'd', kind: 'extension' as const, subject: 'extension-a', action: 'a', askedBy: SPOC, day: TODAY },
    ]
    expect(told(duePrompts(aGround({ decided })))).toEqual(['extensionDecided spoc'])
    expect(duePrompts(aGround({ decided, today: addDays(TODAY, 15) }))).toEqual([])
  })
})

describe('properties', () => {
  const days = fc.integer({ min: -60, max: 60 }).map((count) => addDays(TODAY, count))
  const owners = fc.subarray<Owner>([{ organisation: 'north' }, { post: 'chair' }, { name: 'x' }, { post: 'gone' }])
  const actions = fc.array(
    fc.record({
      owners,
      day: fc.option(days, { nil: null }),
      status: fc.constantFrom('open', 'dischargeProposed', 'closed'),
    }),
    { maxLength: 6 },
  )
  const ground = fc.record({ actions, away: fc.boolean(), today: days }).map(({ actions: made, away, today }) =>
    aGround(
      { today, isAway: ({ name }) => away && name === 'spoc' },
      ...made.map((each, index) =>
        anAction({
          id: `a${index}`,
          owners: each.owners,
          status: each.status as Action['status'],
          ...(each.day === null ? {} : dueOn(each.day)),
        }),
      ),
    ),
  )

  test('the same ground gives the same prompts, no key twice, to nobody but people in post', () => {
    fc.assert(
      fc.property(ground, (known) => {
        const prompts = duePrompts(known)
        expect(duePrompts(known)).toEqual(prompts)
        expect(new Set(prompts.map(({ key }) => key)).size).toBe(prompts.length)
        expect(prompts.every(({ to }) => to !== COLLEAGUE)).toBe(true)
      }),
    )
  })

  test('every open action is somebody’s: nothing falls between the posts', () => {
    fc.assert(
      fc.property(ground, (known) => {
        const spoken = new Set(duePrompts(known).map(({ action }) => action))
        for (const action of known.snapshot.actions.values()) {
          if (action.status === 'open') expect(spoken).toContain(action.id)
        }
      }),
    )
  })

  test('gathered, each person has one message, and of each action the most pressing alone', () => {
    fc.assert(
      fc.property(ground, (known) => {
        const gathered = gather(duePrompts(known))
        expect(new Set(gathered.map(({ to }) => to.objectId)).size).toBe(gathered.length)
        for (const { prompts } of gathered) {
          const about = prompts.map(({ action, post, part }) => `${action ?? post}.${part}`)
          expect(new Set(about).size).toBe(about.length)
        }
      }),
    )
  })
})

describe('the hour', () => {
  test('is the person’s own, on their working days', () => {
    const at = (day: Day, minutes: number, over = {}): boolean =>
      isTellingTime({ ...PERSON_SETTINGS, ...over }, day, minutes, 510)
    expect([at(TODAY, 509), at(TODAY, 510)]).toEqual([false, true])
    expect(at(TODAY, 430, { at: 420 })).toBe(true)
    expect(at('2026-11-28', 600)).toBe(false)
    expect(at('2026-12-25', 600)).toBe(false)
    expect(at(TODAY, 600, { daysOff: [1] })).toBe(false)
    expect(at(TODAY, 600, { away: { from: TODAY, until: TODAY } })).toBe(false)
  })
})

test.each([
  ['none', 'OFFICIAL', false],
  ['OFFICIAL', 'OFFICIAL', true],
  ['OFFICIAL', 'OFFICIAL-SENSITIVE', false],
  ['OFFICIAL-SENSITIVE', 'OFFICIAL-SENSITIVE', true],
] as const)('where words up to %s may stand in a chat, those marked %s: %s', (wordsUpTo, marking, may) => {
  expect(mayShowWords(marking, { wordsUpTo })).toBe(may)
})
