import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  answersThen,
  copiesFor,
  decideCirculation,
  scheduled,
  standOf,
  type CirculationContent,
} from '../../src/domain/circulation.ts'
import { addDays, addMonths, daysBetween, makeDay } from '../../src/domain/day.ts'
import { FREQUENCIES, parsePeriod, periodAfter, periodOf } from '../../src/domain/period.ts'
import type { Appointment } from '../../src/domain/appointment.ts'
import type { Person } from '../../src/domain/group.ts'
import type { ResponseContent, ResponseState } from '../../src/domain/request.ts'
import { decideRequest } from '../../src/domain/requesting.ts'
import {
  daysOf,
  decideReturn,
  makePeriodRequest,
  nextPeriod,
  periodsBy,
  type ReturnCommand,
  type ReturnDraft,
} from '../../src/domain/return.ts'
import { dueReturnPrompts } from '../../src/domain/returnprompting.ts'
import {
  answersOf,
  changeOf,
  completenessOf,
  figureOf,
  standingOf,
  totalOf,
  type ReturnAnswer,
} from '../../src/domain/returntable.ts'
import { makePeriodName, makePeriodWords } from '../../src/words/periods.ts'
import { EMPTY, PAT } from './domainworld.ts'

const TODAY = '2026-11-27'
const AS_COORDINATOR = { actor: PAT, today: TODAY, as: 'coordinator', snapshot: EMPTY } as const
const AS_SERVICE = { ...AS_COORDINATOR, as: 'service' } as const
const AS_MEMBER = { ...AS_COORDINATOR, as: 'member' } as const

const DRAFT: ReturnDraft = {
  title: 'OCAG returns',
  titleWelsh: 'Ffurflenni OCAG',
  words: 'Incidents of the quarter.',
  fields: [
    {
      key: 'incidents',
      title: 'Incidents',
      type: 'number',
      unit: null,
      required: true,
      min: 0,
      max: null,
      choices: [],
    },
  ],
  organisations: ['north', 'shires-rocu'],
  frequency: 'quarterly',
  yearStart: 4,
  opens: { kind: 'after', days: 1 },
  dueAfter: 14,
  signOff: false,
  escalation: { afterDays: 7, to: { role: 'chair' } },
  circulation: null,
  from: '2026-01-01',
}
const OCAG = { ...DRAFT, ended: null }

const aDay = fc.integer({ min: 0, max: 60_000 }).map((count) => addDays('1990-01-01', count))
const aFrequency = fc.constantFrom(...FREQUENCIES)
const aYearStart = fc.integer({ min: 1, max: 12 })

describe('a period', () => {
  test('of a quarter is counted from April, and named so in both languages', () => {
    const period = periodOf(TODAY, 'quarterly', 4)
    expect(period).toEqual({
      key: '2026-Q3',
      frequency: 'quarterly',
      year: 2026,
      number: 3,
      from: '2026-10-01',
      to: '2026-12-31',
    })
    expect(makePeriodName(period, 'en')).toBe('Q3 2026/27')
    expect(makePeriodWords(period, 'cy')).toBe('Ch3 2026/27 (Hydref 2026 – Rhagfyr 2026)')
    expect(makePeriodName(periodOf('2027-02-01', 'quarterly', 4), 'en')).toBe('Q4 2026/27')
    expect(makePeriodName(periodOf('2027-02-01', 'quarterly', 1), 'en')).toBe('Q1 2027')
    expect(makePeriodName(periodOf('2100-01-01', 'yearly', 4), 'en')).toBe('2099/00')
    expect(makePeriodName(periodOf(TODAY, 'monthly', 4), 'cy')).toBe('Tachwedd 2026')
  })

  test('holds its day, is whole, and has the same key for everybody; the next begins the day after', () => {
    fc.assert(
      fc.property(aDay, aFrequency, aYearStart, (day, frequency, yearStart) => {
        const period = periodOf(day, frequency, yearStart)
        expect(period.from <= day && day <= period.to).toBe(true)
        expect(addMonths(period.from, { monthly: 1, quarterly: 3, yearly: 12 }[frequency])).toBe(addDays(period.to, 1))
        expect(periodOf(period.to, frequency, yearStart)).toEqual(period)
        expect(parsePeriod(period.key, frequency, yearStart)).toEqual(period)
        const next = periodAfter(period, yearStart)
        expect(next.from).toBe(addDays(period.to, 1))
        expect(next.key > period.key).toBe(true)
        expect(periodAfter(next, yearStart, -1)).toEqual(period)
      }),
    )
  })

  test.each(['2026-Q5', '2026-13', '2026-Q', 'Q3', '', '2026-1'])('isn’t what %j says', (key) => {
    for (const frequency of FREQUENCIES) expect(parsePeriod(key, frequency, 4)).toBeNull()
  })
})

describe('which periods there should be', () => {
  test('of a quarterly return: those that have opened, each with its days', () => {
    const found = periodsBy(OCAG, TODAY).map(({ period, opens, due }) => `${period.key} ${opens} ${due}`)
    expect(found).toEqual([
      '2025-Q4 2026-04-01 2026-04-15',
      '2026-Q1 2026-07-01 2026-07-15',
      '2026-Q2 2026-10-01 2026-10-15',
    ])
    expect(nextPeriod(OCAG, TODAY)).toMatchObject({ opens: '2027-01-01', period: { key: '2026-Q3' } })
  })

  test('a day of the month opens on the first such day after the period', () => {
    const on = (date: number): string =>
      daysOf(periodOf(TODAY, 'monthly', 4), { opens: { kind: 'on', date }, dueAfter: 0 }).opens
    expect([on(1), on(10), on(28)]).toEqual(['2026-12-01', '2026-12-10', '2026-12-28'])
  })

  test('none opens before it is over, none is left out, and a later day never has fewer', () => {
    const anOpening = fc.oneof(
      fc.record({ kind: fc.constant('after' as const), days: fc.integer({ min: 0, max: 60 }) }),
      fc.record({ kind: fc.constant('on' as const), date: fc.integer({ min: 1, max: 28 }) }),
    )
    fc.assert(
      fc.property(aDay, fc.nat(900), aFrequency, aYearStart, anOpening, (from, later, frequency, yearStart, opens) => {
        const definition = { ...OCAG, from, frequency, yearStart, opens }
        const today = addDays(from, later)
        const periods = periodsBy(definition, today)
        for (const [index, { period, opens: day, due }] of periods.entries()) {
          expect(day > period.to && day <= today && due >= day).toBe(true)
          const before = periods[index - 1]
          if (before) expect(before.period.to).toBe(addDays(period.from, -1))
        }
        const next = nextPeriod(definition, today)
        expect(next && next.opens > today).toBe(true)
        const last = periods.at(-1)
        if (last && next) expect(next.period.from).toBe(addDays(last.period.to, 1))
        const morrow = periodsBy(definition, addDays(today, 1)).map(({ period }) => period.key)
        expect(morrow.slice(0, periods.length)).toEqual(periods.map(({ period }) => period.key))
      }),
      { numRuns: 60 },
    )
  })

  test('one that ended makes no more, and keeps what it made', () => {
    const ended = { ...OCAG, ended: { day: '2026-08-01', reason: 'Asked nationally now' } }
    expect(periodsBy(ended, TODAY).map(({ period }) => period.key)).toEqual(['2025-Q4', '2026-Q1'])
    expect(nextPeriod(ended, TODAY)).toBeNull()
  })

  test('whoever makes a period makes the same request, once', () => {
    const [open] = periodsBy(OCAG, TODAY)
    if (!open) throw new Error('no period')
    const first = decideRequest(makePeriodRequest('ocag', OCAG, open, 'Q4 2025/26'), null, AS_SERVICE)
    if (!first.ok) throw new Error(first.error.code)
    expect(first.value).toMatchObject({
      key: 'ocag.2025-Q4',
      title: 'OCAG returns, Q4 2025/26',
      return: 'ocag',
      period: '2025-Q4',
      due: '2026-04-15',
    })
    const again = decideRequest(makePeriodRequest('ocag', OCAG, open, 'Q4 2025/26'), first.value, AS_SERVICE)
    expect(again).toEqual(first)
  })
})

describe('a definition', () => {
  const saving = (more: Partial<ReturnDraft> = {}): ReturnCommand => ({
    kind: 'saveReturn',
    id: 'c1',
    key: 'ocag',
    content: { ...DRAFT, ...more },
  })
  const refusal = (command: ReturnCommand): string => {
    const decided = decideReturn(command, OCAG, AS_COORDINATOR)
    return decided.ok ? 'accepted' : `${decided.error.code} ${decided.error.field ?? ''}`.trim()
  }

  test('is saved, ended with a reason and taken up again by a coordinator, by nobody else', () => {
    expect(decideReturn(saving(), null, AS_MEMBER)).toMatchObject({ error: { code: 'coordinatorOnly' } })
    const saved = decideReturn(saving({ title: ' OCAG returns ' }), null, AS_COORDINATOR)
    expect(saved).toEqual({ ok: true, value: OCAG })
    const end = { kind: 'endReturn', id: 'c2', key: 'ocag', reason: 'Asked nationally now' } as const
    const ended = decideReturn(end, OCAG, AS_COORDINATOR)
    expect(ended).toMatchObject({ value: { ended: { day: TODAY, reason: 'Asked nationally now' } } })
    if (!ended.ok) throw new Error('refused')
    const edited = decideReturn(saving({ dueAfter: 21 }), ended.value, AS_COORDINATOR)
    expect(edited).toMatchObject({ value: { dueAfter: 21, ended: { day: TODAY } } })
    expect(decideReturn({ kind: 'resumeReturn', id: 'c3', key: 'ocag' }, ended.value, AS_COORDINATOR)).toEqual(saved)
  })

  test('says what is wrong with it, and where', () => {
    expect(refusal(saving({ title: ' ' }))).toBe('textMissing title')
    expect(refusal(saving({ organisations: [] }))).toBe('organisationsMissing organisations')
    expect(refusal(saving({ organisations: ['nowhere'] }))).toBe('ownerUnknown organisations')
    expect(refusal(saving({ yearStart: 13 }))).toBe('commandInvalid yearStart')
    expect(refusal(saving({ opens: { kind: 'on', date: 31 } }))).toBe('commandInvalid opens')
    expect(refusal(saving({ dueAfter: -1 }))).toBe('commandInvalid dueAfter')
    expect(refusal(saving({ from: '2026-02-30' }))).toBe('dayInvalid from')
    expect(refusal(saving({ circulation: { kind: 'monthly', date: 0 } }))).toBe('commandInvalid circulation')
    expect(refusal(saving({ escalation: { afterDays: 7, to: { post: 'nobody' } } }))).toBe('postUnknown escalation.to')
    expect(refusal({ kind: 'endReturn', id: 'c', key: 'ocag', reason: '' })).toBe('reasonMissing reason')
    expect(refusal(saving())).toBe('accepted')
  })
})

function answer(organisation: string, more: Partial<ReturnAnswer> = {}): ReturnAnswer {
  return { organisation, state: 'responded', isNil: false, values: {}, words: '', answeredOn: '2026-10-10', ...more }
}
const figure = (organisation: string, incidents: number, state: ResponseState = 'responded'): ReturnAnswer =>
  answer(organisation, { state, values: { incidents } })
const nil = (organisation: string): ReturnAnswer => answer(organisation, { state: 'nil', isNil: true })

describe('what a period came to', () => {
  test('nil counts as nothing, what is missing or came back doesn’t count, and the total says of how many it is', () => {
    const answers = [
      figure('a', 4),
      figure('b', 3, 'accepted'),
      nil('c'),
      figure('d', 90, 'returned'),
      figure('e', 50, 'awaitingSignOff'),
      answer('f', { state: 'notStarted', answeredOn: null }),
    ]
    expect(totalOf(answers, 'incidents')).toEqual({ sum: 7, of: 3, asked: 6 })
    expect(answers.map((each) => figureOf(each, 'incidents'))).toEqual([4, 3, 'nil', null, null, null])
    expect(totalOf([answer('f', { state: 'notStarted' })], 'incidents')).toBeNull()
  })

  test('a change compares only organisations that gave the figure twice', () => {
    const before = [figure('a', 10), figure('b', 6), nil('c')]
    expect(changeOf([figure('a', 4), figure('b', 9, 'returned'), figure('c', 2)], before, 'incidents')).toEqual({
      difference: -4,
      of: 2,
    })
    expect(changeOf([figure('d', 4)], before, 'incidents')).toBeNull()
  })

  test('decimals add up as people add them', () => {
    expect(totalOf([figure('a', 0.1), figure('b', 0.2)], 'incidents')?.sum).toBe(0.3)
  })

  test('where everybody answered both times, the change is the difference of the totals', () => {
    const figures = fc.array(fc.tuple(fc.nat(9999), fc.nat(9999)), { minLength: 1, maxLength: 43 })
    fc.assert(
      fc.property(figures, (pairs) => {
        const now = pairs.map(([, count], index) => figure(`o${index}`, count))
        const then = pairs.map(([count], index) => figure(`o${index}`, count))
        const [after, before] = [totalOf(now, 'incidents'), totalOf(then, 'incidents')]
        expect(changeOf(now, then, 'incidents')).toEqual({
          difference: (after?.sum ?? 0) - (before?.sum ?? 0),
          of: pairs.length,
        })
      }),
    )
  })

  test('an organisation was on time, late, nil, returned, missing, or is still waited for', () => {
    const due = '2026-10-15'
    const standing = (each: ReturnAnswer | undefined, today = TODAY): string => standingOf(each, due, today)
    expect(standing(figure('a', 1))).toBe('onTime')
    expect(standing({ ...figure('a', 1), answeredOn: '2026-10-16' })).toBe('late')
    expect(standing(nil('a'))).toBe('nil')
    expect(standing({ ...nil('a'), state: 'accepted' })).toBe('nil')
    expect(standing(figure('a', 1, 'returned'))).toBe('returned')
    const none = answer('a', { state: 'notStarted', answeredOn: null })
    expect([standing(none), standing(none, due), standing(undefined)]).toEqual(['missing', 'waiting', 'notAsked'])
    expect(completenessOf([figure('a', 1), { ...nil('b'), answeredOn: '2026-11-01' }, none], due)).toEqual({
      asked: 3,
      complete: 2,
      inTime: 1,
    })
  })
})

describe('what stays late', () => {
  const chair: Person = { tenantId: 't', objectId: 'chair', name: 'Helen' }
  const approver: Person = { tenantId: 't', objectId: 'approver', name: 'Ann' }
  const held = (post: string, organisation: string, role: 'chair' | 'approver', holder: Person): Appointment => ({
    key: post,
    group: 'sgg',
    post,
    organisation,
    role,
    holder,
    deputy: null,
    from: null,
    to: null,
  })
  const appointments = [held('chair', 'shires-rocu', 'chair', chair), held('boss', 'north', 'approver', approver)]
  const late = (escalation: ReturnDraft['escalation'], today: string): string[] => {
    const [open] = periodsBy(OCAG, TODAY)
    if (!open) throw new Error('no period')
    const made = decideRequest(makePeriodRequest('ocag', OCAG, open, 'Q4'), null, AS_SERVICE)
    if (!made.ok) throw new Error(made.error.code)
    const prompts = dueReturnPrompts({
      group: 'sgg',
      appointments,
      today,
      isAway: () => false,
      returns: new Map([['ocag', { escalation }]]),
      requests: [made.value],
      responses: new Map(),
      circulations: new Map(),
    })
    return prompts.map(({ subject, to }) => `${subject?.split('.').at(-1) ?? ''} to ${to.objectId}`)
  }

  test('goes to the post above after so many days: the organisation’s own where it has one, else the group’s', () => {
    const above = { afterDays: 7, to: { role: 'approver' } } as const
    expect(late(above, '2026-04-22')).toEqual([])
    expect(late(above, '2026-04-23')).toEqual(['north to approver', 'shires-rocu to chair'])
    expect(late({ afterDays: 0, to: { role: 'chair' } }, '2026-04-16')).toEqual([
      'north to chair',
      'shires-rocu to chair',
    ])
    expect(late({ afterDays: 0, to: { post: 'boss' } }, '2026-04-16')).toEqual([
      'north to approver',
      'shires-rocu to approver',
    ])
    expect(late(null, '2026-12-01')).toEqual([])
  })
})

describe('circulation', () => {
  const PERIOD = { key: 'ocag.2026-Q2', period: '2026-Q2', due: '2026-10-15', organisations: ['north', 'shires-rocu'] }
  const said = (incidents: number, id: string) => ({
    words: `There were ${incidents}.`,
    values: { incidents },
    files: [],
    nil: false,
    by: PAT,
    day: '2026-10-10',
    recorded: null,
    like: null,
    id,
  })
  function responses(...answers: readonly ReturnType<typeof said>[]): ReadonlyMap<string, ResponseContent> {
    const key = 'ocag.2026-Q2.north'
    const log = answers.map(({ id, ...each }) => ({
      id,
      kind: 'answered' as const,
      day: each.day,
      by: PAT,
      words: '',
      answer: each,
      people: [],
    }))
    const response: ResponseContent = {
      key,
      request: PERIOD.key,
      organisation: 'north',
      state: 'responded',
      answer: log.at(-1)?.answer ?? null,
      passed: null,
      disowned: null,
      log,
    }
    return new Map([[key, response]])
  }

  test('shows the table as it stood, whatever was answered since', () => {
    const then = responses(said(4, 'x'))
    const content = { period: PERIOD.key, stood: standOf(PERIOD, then) }
    const since = responses(said(4, 'x'), said(9, 'y'))
    expect(answersOf(PERIOD, since)[0]?.values).toEqual({ incidents: 9 })
    expect(answersThen(content, since)).toEqual(answersOf(PERIOD, then))
  })

  test('goes to each person once, whomever they answer for', () => {
    const holder = (person: Person, post: string) => ({ person, post, as: 'holder' as const, vacant: null })
    const sam: Person = { tenantId: 't', objectId: 's', name: 'Sam Reed' }
    const copies = copiesFor(['north', 'shires-rocu', 'empty'], (organisation) => {
      if (organisation === 'empty') return []
      return organisation === 'north' ? [holder(PAT, 'north-spoc')] : [holder(PAT, 'rocu-spoc'), holder(sam, 'rocu-2')]
    })
    expect(copies.map(({ organisation, person, post }) => [organisation, person.name, post])).toEqual([
      ['north', 'Pat Lowe', 'north-spoc'],
      ['shires-rocu', 'Sam Reed', 'rocu-2'],
    ])
  })

  test('is asked for once an occurrence, by the schedule', () => {
    const monthly = { kind: 'monthly', date: 5 } as const
    const asked = (today: string, since = '2026-01-01') => scheduled(monthly, [PERIOD], today, since)?.key ?? null
    expect(asked('2026-11-04')).toBeNull()
    expect(asked('2026-11-05')).toBe('ocag.2026-Q2.2026-11')
    expect(asked('2026-12-04')).toBe('ocag.2026-Q2.2026-11')
    expect(asked('2027-01-04')).toBe('ocag.2026-Q2.2026-12')
    expect(asked('2026-12-04', '2026-11-06')).toBeNull()
    const after = { kind: 'afterDue', days: 7 } as const
    expect(scheduled(after, [PERIOD], '2026-10-21', '2026-01-01')).toBeNull()
    expect(scheduled(after, [PERIOD], '2027-02-01', '2026-01-01')?.key).toBe('ocag.2026-Q2.due')
    expect(scheduled(null, [PERIOD], TODAY, '2026-01-01')).toBeNull()
  })

  test('is the service’s alone; the first of an occurrence stands, and says what became of each message', () => {
    const copy = { organisation: 'north', person: PAT, post: null, state: null, at: null }
    const content: CirculationContent = {
      return: 'ocag',
      period: PERIOD.key,
      day: TODAY,
      by: null,
      stood: [],
      copies: [copy],
    }
    const circulate = { kind: 'circulate', id: 'c1', key: 'k', content } as const
    expect(decideCirculation(circulate, null, AS_COORDINATOR)).toMatchObject({ error: { code: 'serviceOnly' } })
    const first = decideCirculation(circulate, null, AS_SERVICE)
    expect(first).toEqual({ ok: true, value: content })
    const second = { ...circulate, id: 'c2', content: { ...content, day: '2026-12-01' } }
    expect(decideCirculation(second, content, AS_SERVICE)).toEqual(first)
    const told = [{ person: PAT, state: 'sent', at: '2026-11-27T09:00:00Z' }] as const
    expect(decideCirculation({ kind: 'recordCopies', id: 'c3', key: 'k', told }, content, AS_SERVICE)).toEqual({
      ok: true,
      value: { ...content, copies: [{ ...copy, state: 'sent', at: '2026-11-27T09:00:00Z' }] },
    })
  })
})

test('the days between two quarters never depend on the calendar’s leap days', () => {
  const leap = periodOf(makeDay(2028, 2, 29) ?? '', 'quarterly', 4)
  expect([leap.key, daysBetween(leap.from, leap.to) + 1]).toEqual(['2027-Q4', 91])
})
