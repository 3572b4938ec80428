import { describe, expect, test } from 'vitest'
import type { Appointment } from '../../src/domain/appointment.ts'
import type { Day } from '../../src/domain/day.ts'
import type { Person, Role } from '../../src/domain/group.ts'
import {
  responseKey,
  untouched,
  type Answer,
  type RequestContent,
  type ResponseContent,
} from '../../src/domain/request.ts'
import { chasedFor, dueResponsePrompts } from '../../src/domain/requestprompting.ts'

const somebody = (name: string): Person => ({ tenantId: 't', objectId: name, name })
const held = (organisation: string, role: Role, holder: string | null, deputy: string | null = null): Appointment => ({
  key: `${organisation}-${role}`,
  group: 'g',
  post: `${organisation}-${role}`,
  organisation,
  role,
  holder: holder === null ? null : somebody(holder),
  deputy: deputy === null ? null : somebody(deputy),
  from: null,
  to: null,
})
const APPOINTMENTS = [
  held('rocu', 'coordinator', 'secretary'),
  held('north', 'spoc', 'north', 'deputy'),
  held('north', 'approver', 'approver'),
]

const REQUEST: RequestContent = {
  key: 'r1',
  title: 'Flags',
  words: '',
  action: null,
  organisations: ['north'],
  opens: null,
  due: '2026-12-04',
  fields: [],
  signOff: true,
  marking: null,
  return: null,
  period: null,
  status: 'open',
  log: [],
}

const ANSWER: Answer = {
  words: 'Twelve.',
  values: {},
  files: [],
  nil: false,
  by: somebody('north'),
  day: '2026-11-23',
  recorded: null,
  like: null,
}

interface Over {
  readonly today?: Day
  readonly request?: Partial<RequestContent>
  readonly response?: Partial<ResponseContent>
  readonly appointments?: readonly Appointment[]
  readonly away?: string
}

/** `kind to whom`, in order. */
function told({ today = '2026-11-24', request = {}, response = {}, appointments = APPOINTMENTS, away }: Over = {}) {
  const key = responseKey('r1', 'north')
  return dueResponsePrompts({
    appointments,
    today,
    isAway: ({ name }) => name === away,
    group: 'g',
    settings: { daysBefore: 7 },
    requests: [{ ...REQUEST, ...request }],
    responses: new Map([[key, { ...untouched('r1', 'north'), ...response }]]),
  }).map(({ kind, to }) => `${kind} ${to.name}`)
}

const entry = (kind: ResponseContent['log'][number]['kind'], day: Day): ResponseContent['log'][number] => ({
  id: `${kind}-${day}`,
  kind,
  day,
  by: somebody('secretary'),
  words: '',
  answer: null,
  people: [],
})

describe('a response that is missing', () => {
  test('is asked of the post’s holder, soon before its due, on it, and each week after it', () => {
    expect(told()).toEqual(['responseWanted north'])
    expect(told({ today: '2026-11-27' })).toEqual(['responseWanted north', 'responseDue north'])
    expect(told({ today: '2026-12-04' })).toEqual(['responseWanted north', 'responseDue north'])
    expect(told({ today: '2026-12-05' })).toEqual(['responseWanted north', 'responseOverdue north'])
    const keys = ['2026-12-05', '2026-12-11', '2026-12-12'].map((today) => keyOf(today))
    expect(keys[0]).toBe(keys[1])
    expect(keys[1]).not.toBe(keys[2])
  })

  test('is asked of nobody before it opens, once it is closed, or once it is answered', () => {
    expect(told({ request: { opens: '2026-11-25' } })).toEqual([])
    expect(told({ request: { status: 'closed' } })).toEqual([])
    for (const state of ['responded', 'nil', 'accepted'] as const) expect(told({ response: { state } })).toEqual([])
  })

  test('falls to the deputy where the post is vacant or its holder away, then to the coordinator', () => {
    expect(told({ away: 'north' })).toEqual(['responseWanted deputy'])
    expect(
      told({ appointments: [held('rocu', 'coordinator', 'secretary'), held('north', 'spoc', null, 'deputy')] }),
    ).toEqual(['responseWanted deputy'])
    expect(told({ appointments: [held('rocu', 'coordinator', 'secretary'), held('north', 'spoc', null)] })).toEqual([
      'responseWanted secretary',
    ])
  })

  test('that was passed on is asked of whom it was passed to; who passed it on hears when it is late', () => {
    const passed = { from: somebody('north'), to: somebody('colleague') }
    expect(told({ response: { passed } })).toEqual(['responseWanted colleague'])
    expect(told({ today: '2026-12-05', response: { passed } })).toEqual([
      'responseWanted colleague',
      'responseOverdue colleague',
      'responseOverdue north',
    ])
    // Whoever holds the post since never passed it on.
    const since = [held('rocu', 'coordinator', 'secretary'), held('north', 'spoc', 'successor')]
    expect(told({ response: { passed }, appointments: since })).toEqual(['responseWanted successor'])
  })

  test('that was chased is told of on that day alone', () => {
    const log = [entry('chased', '2026-11-24')]
    expect(told({ response: { log } })).toEqual(['responseWanted north', 'responseChased north'])
    expect(told({ today: '2026-11-25', response: { log } })).toEqual(['responseWanted north'])
  })

  test('is chased with whoever is told of it then, and with nobody while it is said not to be theirs', () => {
    const chased = (response: Partial<ResponseContent>, today: Day = '2026-11-24') => {
      const posts = { appointments: APPOINTMENTS, today, isAway: () => false }
      return chasedFor({ ...untouched('r1', 'north'), ...response }, posts).map(({ name }) => name)
    }
    expect(chased({})).toEqual(['north'])
    expect(chased({ passed: { from: somebody('north'), to: somebody('colleague') } })).toEqual(['colleague'])
    expect(chased({ disowned: { by: somebody('north'), day: '2026-11-23' } })).toEqual([])
    expect(chased({ state: 'responded' })).toEqual([])
    expect(chased({ state: 'awaitingSignOff' })).toEqual(['approver'])
    // Who signs off is told again: it is another occurrence.
    const log = [entry('chased', '2026-11-24')]
    const before = keysOf({ state: 'awaitingSignOff', answer: ANSWER })
    const after = keysOf({ state: 'awaitingSignOff', answer: ANSWER, log })
    expect(after).toHaveLength(1)
    expect(after).not.toEqual(before)
    expect(keysOf({ state: 'awaitingSignOff', answer: ANSWER, log }, '2026-11-25')).toEqual(after)
  })

  test('that was returned is told of; that isn’t theirs, the coordinator hears; to be signed off, the approver', () => {
    const returned = { state: 'returned', log: [entry('returned', '2026-11-23')] } as const
    expect(told({ response: returned })).toEqual(['responseWanted north', 'responseReturned north'])
    const disowned = { by: somebody('north'), day: '2026-11-23' }
    expect(told({ response: { disowned } })).toEqual(['responseNotOurs secretary'])
    expect(told({ response: { state: 'awaitingSignOff' } })).toEqual(['signOffWanted approver'])
  })
})

/** Keys of all that is told of a response: the occurrences. */
function keysOf(response: Partial<ResponseContent>, today: Day = '2026-11-24'): readonly string[] {
  return dueResponsePrompts({
    appointments: APPOINTMENTS,
    today,
    isAway: () => false,
    group: 'g',
    settings: { daysBefore: 7 },
    requests: [REQUEST],
    responses: new Map([[responseKey('r1', 'north'), { ...untouched('r1', 'north'), ...response }]]),
  }).map(({ key }) => key)
}

function keyOf(today: Day): string | undefined {
  return keysOf({}, today).find((key) => key.startsWith('responseOverdue'))
}
