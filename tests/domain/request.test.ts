import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CollectionContext } from '../../src/domain/collection.ts'
import type { Organisation, Person, Post } from '../../src/domain/group.ts'
import {
  answeredOf,
  daysLate,
  isAsked,
  isMissing,
  lastTimeOf,
  missingFor,
  missingOf,
  responseKey,
  type RequestContent,
  type ResponseContent,
} from '../../src/domain/request.ts'
import {
  askedOf,
  type MakeRequest,
  type RequestCommand,
  type ResponseCommand,
} from '../../src/domain/requestcommand.ts'
import { decideRequest } from '../../src/domain/requesting.ts'
import { decideResponse, LONGEST_ANSWER } from '../../src/domain/responding.ts'
import { EMPTY, ORGANISATIONS, TODAY } from './domainworld.ts'

const FORCES = ['north', 'vale', 'coast', 'marches', 'welsh'] as const
const somebody = (name: string): Person => ({ tenantId: 't', objectId: name, name })
const SECRETARY = somebody('secretary')
const spocOf = (force: string): Person => somebody(`${force} spoc`)
const deputyOf = (force: string): Person => somebody(`${force} deputy`)

const post = (organisation: string, role: Post['role'], holder: Person, deputy: Person | null = null): Post => ({
  key: `${organisation}-${role}`,
  title: '',
  organisation,
  role,
  holder,
  deputy,
  from: null,
  to: null,
})
const POSTS = [
  ...FORCES.map((force) => post(force, 'spoc', spocOf(force), deputyOf(force))),
  post('north', 'approver', somebody('north approver')),
  post('shires-rocu', 'analyst', somebody('analyst')),
]
const snapshot = {
  ...EMPTY,
  organisations: new Map<string, Organisation>(
    FORCES.map((key) => [key, { ...(ORGANISATIONS[0] as Organisation), key, name: key, shortName: key }]),
  ),
  posts: new Map(POSTS.map((each) => [each.key, each])),
}
const by = (actor: Person, as: CollectionContext['as'] = 'member', today = TODAY): CollectionContext => ({
  actor,
  as,
  today,
  snapshot,
})
const secretary = by(SECRETARY, 'coordinator')

let counter = 0
const anId = (): string => `request-${++counter}`

function asking(over: Partial<MakeRequest> = {}): MakeRequest {
  return {
    kind: 'makeRequest',
    id: anId(),
    key: 'r1',
    title: 'Flagging policy',
    words: 'Send your force’s policy.',
    action: null,
    organisations: FORCES,
    opens: null,
    due: '2026-12-04',
    fields: [],
    signOff: false,
    marking: null,
    return: null,
    period: null,
    ...over,
  }
}

const codeOf = (result: { ok: true } | { ok: false; error: { code: string } }): string | null =>
  result.ok ? null : result.error.code

function made(over: Partial<MakeRequest> = {}): RequestContent {
  const result = decideRequest(asking(over), null, secretary)
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}

type Loose<Union> = Union extends unknown ? Omit<Union, 'id' | 'key' | 'of'> : never

/** A request, and what has become of its responses; `say` gives the refusal, or null. */
function aRequest(over: Partial<MakeRequest> = {}) {
  let request = made(over)
  const responses = new Map<string, ResponseContent>()
  return {
    request: () => request,
    responses,
    response: (force: string) => responses.get(responseKey(request.key, force)),
    ask(command: Loose<RequestCommand>, context = secretary): string | null {
      const result = decideRequest({ ...command, id: anId(), key: request.key }, request, context)
      if (result.ok) request = result.value
      return codeOf(result)
    },
    say(force: string, command: Loose<ResponseCommand>, context = by(spocOf(force))): string | null {
      const key = responseKey(request.key, force)
      const whole = { ...command, id: anId(), key, of: askedOf(request) } as ResponseCommand
      const result = decideResponse(whole, responses.get(key) ?? null, context)
      if (result.ok) responses.set(key, result.value)
      return codeOf(result)
    },
  }
}

const answer = (words = 'Attached.', over = {}) =>
  ({ kind: 'answer', words, values: {}, files: [], nil: false, like: null, recorded: null, ...over }) as const
const nil = answer('', { nil: true })

describe('a request', () => {
  test('is made, and put to others, by coordinators alone, to organisations of the group', () => {
    expect(codeOf(decideRequest(asking(), null, by(SECRETARY)))).toBe('coordinatorOnly')
    expect(codeOf(decideRequest(asking({ organisations: [] }), null, secretary))).toBe('organisationsMissing')
    expect(codeOf(decideRequest(asking({ organisations: ['mars'] }), null, secretary))).toBe('ownerUnknown')
    expect(codeOf(decideRequest(asking({ title: ' ' }), null, secretary))).toBe('textMissing')
    expect(codeOf(decideRequest(asking({ action: 'none' }), null, secretary))).toBe('actionUnknown')
    const { ask, request } = aRequest({ organisations: ['north'] })
    expect(ask({ kind: 'putTo', organisations: ['vale'] }, by(SECRETARY))).toBe('coordinatorOnly')
    expect(ask({ kind: 'putTo', organisations: ['vale', 'north'] })).toBeNull()
    expect(ask({ kind: 'putTo', organisations: ['vale'] })).toBe('nothingChanged')
    expect(request().organisations).toEqual(['north', 'vale'])
    expect(request().log.map(({ kind, organisations }) => [kind, ...organisations])).toEqual([
      ['made'],
      ['putTo', 'vale'],
    ])
  })

  test('of a period that is there already is there; another of its key is refused', () => {
    const period = asking({ return: 'nrm', period: '2026-Q3' })
    const now = made(period)
    expect(decideRequest({ ...period, id: anId() }, now, by(SECRETARY, 'service'))).toEqual({ ok: true, value: now })
    expect(codeOf(decideRequest(asking(), now, secretary))).toBe('commandInvalid')
  })

  test('is left by an organisation for a reason, and never by the last one', () => {
    const { ask, request } = aRequest({ organisations: ['north', 'vale'] })
    expect(ask({ kind: 'takeOut', organisation: 'vale', reason: '' })).toBe('reasonMissing')
    expect(ask({ kind: 'takeOut', organisation: 'vale', reason: 'Merged with North' })).toBeNull()
    expect(ask({ kind: 'takeOut', organisation: 'north', reason: 'Merged' })).toBe('organisationsMissing')
    expect(request().organisations).toEqual(['north'])
  })

  test('that is closed takes no answer until it is opened again, with a reason', () => {
    const { ask, say } = aRequest()
    expect(ask({ kind: 'closeRequest', words: '' })).toBeNull()
    expect(say('north', answer())).toBe('requestClosed')
    expect(ask({ kind: 'moveDue', due: '2027-01-01', reason: 'Late' })).toBe('requestClosed')
    expect(ask({ kind: 'reopenRequest', reason: '' })).toBe('reasonMissing')
    expect(ask({ kind: 'reopenRequest', reason: 'One more' })).toBeNull()
    expect(say('north', answer())).toBeNull()
  })

  test('asks only what can be answered', () => {
    const field = { key: 'n', title: 'Incidents', type: 'number', unit: null, required: true, choices: [] } as const
    const refused = (over: object): string | null =>
      codeOf(decideRequest(asking({ fields: [{ ...field, min: 0, max: null, ...over }] }), null, secretary))
    expect(refused({})).toBeNull()
    expect(refused({ title: '' })).toBe('textMissing')
    expect(refused({ key: 'a b' })).toBe('fieldsInvalid')
    expect(refused({ min: 3, max: 2 })).toBe('fieldsInvalid')
    expect(refused({ type: 'choice' })).toBe('fieldsInvalid')
  })
})

describe('a response', () => {
  test('is given by its own organisation’s post or its deputy, and by nobody else', () => {
    const { say, response } = aRequest()
    expect(say('north', answer(), by(spocOf('vale')))).toBe('responseNotYours')
    expect(say('north', answer(), secretary)).toBe('responseNotYours')
    expect(say('north', answer(), by(deputyOf('north')))).toBeNull()
    expect(say('north', answer('Again.'))).toBeNull()
    expect(response('north')).toMatchObject({ state: 'responded', answer: { words: 'Again.' } })
    expect(response('north')?.log.map((each) => each.answer?.words)).toEqual(['Attached.', 'Again.'])
  })

  test('needs words, unless there is nothing to report', () => {
    const { say, response } = aRequest()
    expect(say('north', answer(' '))).toBe('textMissing')
    expect(say('north', answer('x'.repeat(LONGEST_ANSWER + 1)))).toBe('textTooLong')
    expect(say('north', nil)).toBeNull()
    expect(response('north')?.state).toBe('nil')
  })

  test('holds values of the kinds that were asked for', () => {
    const base = { unit: null, required: true, min: null, max: null, choices: [] }
    const fields = [
      { ...base, key: 'children', title: 'Children', type: 'number', min: 0, max: 99 },
      { ...base, key: 'open', title: 'Open cases', type: 'yesNo' },
      { ...base, key: 'grade', title: 'Grade', type: 'choice', choices: ['A', 'B'] },
      { ...base, key: 'note', title: 'Note', type: 'text', required: false },
    ] as const
    const { say, response } = aRequest({ fields })
    const good = { children: 3, open: false, grade: 'B' }
    const refused = (values: object): string | null => say('north', answer('', { values: { ...good, ...values } }))
    expect(say('north', answer('', { values: {} }))).toBe('valueMissing')
    expect(refused({ children: 1.5e300 })).toBe('numberTooHigh')
    expect(refused({ children: -1 })).toBe('numberTooLow')
    expect(refused({ children: '3' })).toBe('numberInvalid')
    expect(refused({ open: 'no' })).toBe('valueInvalid')
    expect(refused({ grade: 'C' })).toBe('valueInvalid')
    expect(refused({ stray: 1 })).toBe('valueInvalid')
    expect(refused({})).toBeNull()
    expect(response('north')?.answer?.values).toEqual(good)
  })

  test('may be recorded by the coordinator for somebody, who says how it came', () => {
    const { say, response } = aRequest({ signOff: true })
    const recorded = { of: 'Ch Insp Bell', how: 'by telephone' }
    expect(say('north', answer('None.', { recorded: { of: 'Bell', how: '' } }), secretary)).toBe('textMissing')
    expect(say('north', answer('None.', { recorded }))).toBe('coordinatorOnly')
    expect(say('north', answer('None.', { recorded }), secretary)).toBeNull()
    // It has left its organisation: there is nothing to sign off.
    expect(response('north')).toMatchObject({ state: 'responded', answer: { recorded, by: SECRETARY } })
  })

  test('waits for its organisation’s approver where that is wanted, who didn’t give it', () => {
    const { say, response } = aRequest({ signOff: true })
    expect(say('north', answer())).toBeNull()
    expect(response('north')?.state).toBe('awaitingSignOff')
    expect(say('north', { kind: 'acceptResponse', words: '' }, secretary)).toBe('responseMissing')
    expect(say('north', { kind: 'signOff', signed: true, words: '' })).toBe('ownRequest')
    expect(say('north', { kind: 'signOff', signed: true, words: '' }, by(deputyOf('north')))).toBe('approverOnly')
    const approver = by(somebody('north approver'))
    expect(say('north', { kind: 'signOff', signed: false, words: '' }, approver)).toBe('reasonMissing')
    expect(say('north', { kind: 'signOff', signed: false, words: 'Too long' }, approver)).toBeNull()
    expect(response('north')?.state).toBe('returned')
    expect(say('north', nil)).toBeNull()
    expect(say('north', { kind: 'signOff', signed: true, words: '' }, approver)).toBeNull()
    expect(response('north')?.state).toBe('nil')
    // No approver is appointed in Vale: another who holds a post there signs.
    expect(say('vale', answer())).toBeNull()
    expect(say('vale', { kind: 'signOff', signed: true, words: '' }, by(deputyOf('vale')))).toBeNull()
  })

  test('is accepted or returned by the coordinator or an analyst, and then stands until it is returned', () => {
    const { say, response } = aRequest()
    expect(say('north', { kind: 'acceptResponse', words: '' }, secretary)).toBe('responseMissing')
    say('north', answer())
    expect(say('north', { kind: 'acceptResponse', words: '' })).toBe('coordinatorOnly')
    expect(say('north', { kind: 'returnResponse', reason: ' ' }, secretary)).toBe('reasonMissing')
    expect(say('north', { kind: 'returnResponse', reason: 'Which year?' }, by(somebody('analyst')))).toBeNull()
    expect(response('north')?.state).toBe('returned')
    say('north', answer('2026'))
    expect(say('north', { kind: 'acceptResponse', words: '' }, secretary)).toBeNull()
    expect(say('north', answer('2027'))).toBe('responseAccepted')
    expect(response('north')).toMatchObject({ state: 'accepted', answer: { words: '2026' } })
  })

  test('passed on may be given by either; “not ours” waits for the coordinator', () => {
    const { say, response } = aRequest()
    const colleague = somebody('colleague')
    expect(say('north', answer(), by(colleague))).toBe('responseNotYours')
    expect(say('north', { kind: 'passOn', to: colleague, words: '' })).toBeNull()
    expect(say('north', answer(), by(colleague))).toBeNull()
    expect(say('vale', { kind: 'notOurs', words: 'Coast has it' })).toBeNull()
    expect(response('vale')).toMatchObject({ state: 'notStarted', disowned: { by: spocOf('vale') } })
    const chase = { kind: 'chase', people: [spocOf('vale')] } as const
    expect(say('vale', chase, by(SECRETARY, 'service'))).toBe('nothingChanged')
    expect(say('vale', { kind: 'askAgain', words: '' })).toBe('coordinatorOnly')
    expect(say('vale', { kind: 'askAgain', words: 'Part of it is yours' }, secretary)).toBeNull()
    expect(response('vale')?.disowned).toBeNull()
  })

  test('is chased by the service, once a day, and only while it is missing', () => {
    const { say, response } = aRequest()
    const chase = { kind: 'chase', people: [spocOf('north')] } as const
    const service = by(SECRETARY, 'service')
    expect(say('north', chase, secretary)).toBe('serviceOnly')
    expect(say('north', chase, service)).toBeNull()
    expect(say('north', chase, service)).toBe('chasedToday')
    expect(say('north', chase, by(SECRETARY, 'service', '2026-11-24'))).toBeNull()
    expect(response('north')?.log).toMatchObject([
      { kind: 'chased', by: SECRETARY, day: TODAY, people: [spocOf('north')] },
      { kind: 'chased', day: '2026-11-24' },
    ])
    say('north', nil)
    expect(say('north', chase, by(SECRETARY, 'service', '2026-11-25'))).toBe('nothingChanged')
  })

  test('of an organisation that isn’t asked is none', () => {
    expect(aRequest({ organisations: ['north'] }).say('vale', answer())).toBe('requestNotPut')
  })

  test('is given once, however often its command comes', () => {
    const request = made()
    const about = { id: anId(), key: responseKey(request.key, 'north'), of: askedOf(request) }
    const once = decideResponse({ ...answer(), ...about }, null, by(spocOf('north')))
    const now = once.ok ? once.value : null
    expect(decideResponse({ ...answer(), ...about }, now, by(spocOf('north')))).toEqual({ ok: true, value: now })
  })

  test('says whose answer is missing, for the action too', () => {
    const one = aRequest()
    one.say('north', answer())
    one.say('coast', nil)
    expect(missingOf(one.request(), one.responses)).toEqual(['vale', 'marches', 'welsh'])
    const ofAction = { ...one.request(), action: 'a1' }
    expect(missingFor('a1', [ofAction], one.responses)).toMatchObject([{ organisations: ['vale', 'marches', 'welsh'] }])
    expect(missingFor('a1', [{ ...ofAction, status: 'closed' }], one.responses)).toEqual([])
    expect(missingFor('a2', [ofAction], one.responses)).toEqual([])
  })

  test('is late from the day after the due, for as long as it is missing; nobody is asked before it opens', () => {
    const { request, response, say } = aRequest({ due: '2026-12-04', opens: '2026-11-24' })
    const late = (today: string): number => daysLate(request(), response('north') ?? { state: 'notStarted' }, today)
    expect([late('2026-12-04'), late('2026-12-05')]).toEqual([0, 1])
    say('north', nil)
    expect(late('2026-12-05')).toBe(0)
    expect([isAsked(request(), TODAY), isAsked(request(), '2026-11-24')]).toEqual([false, true])
  })

  test('“as last time” is the latest period before that was answered', () => {
    const period = (key: string, each: string) => made({ key, title: key, return: 'nrm', period: each })
    const requests = [
      period('q1', '2026-Q1'),
      period('q3', '2026-Q3'),
      period('q2', '2026-Q2'),
      period('q4', '2026-Q4'),
    ]
    const responses = new Map<string, ResponseContent>()
    for (const [request, words] of [
      [requests[0], 'One'],
      [requests[2], 'Two'],
      [requests[3], 'Four'],
    ] as const) {
      if (!request) continue
      const key = responseKey(request.key, 'north')
      const given = decideResponse(
        { ...answer(words), id: anId(), key, of: askedOf(request) },
        null,
        by(spocOf('north')),
      )
      if (given.ok) responses.set(key, given.value)
    }
    const now = requests[1] as RequestContent
    expect(lastTimeOf(now, 'north', requests, responses)?.answer?.words).toBe('Two')
    expect(lastTimeOf(now, 'vale', requests, responses)).toBeNull()
  })
})

test('whatever is said, nothing of the log is lost, and what counts as answered was answered', () => {
  const actors = [...FORCES.map(spocOf), ...FORCES.map(deputyOf), SECRETARY, somebody('north approver')]
  const commands = fc.constantFrom<Loose<ResponseCommand>>(
    answer(),
    nil,
    answer('By phone', { recorded: { of: 'Bell', how: 'by telephone' } }),
    { kind: 'notOurs', words: '' },
    { kind: 'passOn', to: spocOf('vale'), words: '' },
    { kind: 'signOff', signed: true, words: '' },
    { kind: 'signOff', signed: false, words: 'No' },
    { kind: 'acceptResponse', words: '' },
    { kind: 'returnResponse', reason: 'Why?' },
    { kind: 'askAgain', words: '' },
    { kind: 'chase', people: [] },
  )
  const said = fc.record({
    command: commands,
    force: fc.constantFrom(...FORCES),
    actor: fc.constantFrom(...actors),
    as: fc.constantFrom('member' as const, 'coordinator' as const, 'service' as const),
  })
  fc.assert(
    fc.property(fc.array(said, { maxLength: 25 }), fc.boolean(), (all, signOff) => {
      const { say, response } = aRequest({ signOff })
      for (const { command, force, actor, as } of all) {
        const before = response(force)
        const refused = say(force, command, by(actor, as))
        const after = response(force)
        if (refused !== null) expect(after).toBe(before)
        else expect(after?.log.slice(0, -1)).toEqual(before?.log ?? [])
        if (!after) continue
        const last = after.log.findLast((each) => each.answer !== null)
        expect(after.answer).toEqual(last?.answer ?? null)
        if (!isMissing(after)) expect(after.answer).not.toBeNull()
        if (after.state === 'accepted') expect(after.log.at(-1)?.kind).not.toBe('returned')
      }
    }),
    { numRuns: 300 },
  )
})

test('an action is answered about once the last organisation that was asked has answered, on that day', () => {
  const asked = aRequest({ action: null, organisations: ['north', 'vale'] })
  const request = (): RequestContent => ({ ...asked.request(), action: 'a1' })
  const answer = {
    kind: 'answer',
    words: 'Three',
    values: {},
    files: [],
    nil: false,
    like: null,
    recorded: null,
  } as const
  expect(asked.say('north', answer, by(spocOf('north'), 'member', '2026-11-01'))).toBeNull()
  expect(answeredOf([request()], asked.responses)).toEqual([])
  expect(asked.say('vale', answer, by(spocOf('vale'), 'member', '2026-11-09'))).toBeNull()
  expect(answeredOf([request()], asked.responses)).toEqual([{ action: 'a1', on: '2026-11-09' }])
  expect(answeredOf([asked.request()], asked.responses)).toEqual([])
})
