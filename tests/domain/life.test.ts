import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Action } from '../../src/domain/action.ts'
import { touchedBy, type ActionCommand, type AddAction } from '../../src/domain/command.ts'
import type { Due } from '../../src/domain/due.ts'
import { canonical } from '../../src/domain/canonical.ts'
import { standingOf } from '../../src/domain/status.ts'
import type { DecisionContext } from '../../src/domain/step.ts'
import { carryOut, EMPTY_REGISTER, TODAY, type Register } from './domainworld.ts'

let counter = 0
const anId = (): string => `life-${String(++counter).padStart(8, '0')}`
const onDay = (day: string): Due => ({ kind: 'day', day, words: day })

function withAction(over: Partial<AddAction> = {}): { register: Register; id: string } {
  const id = anId()
  const command: AddAction = {
    kind: 'addAction',
    id,
    details: 'Agree one flagging policy',
    actionKind: 'action',
    owners: [{ organisation: 'north' }],
    parts: [{ letter: 'a', details: 'Draft', owners: [], due: null, status: 'open' }],
    due: onDay('2026-12-01'),
    origin: { kind: 'typed' },
    ...over,
  }
  return { register: carryOut(EMPTY_REGISTER, command).register, id }
}

type Say = (command: DistributiveOmit<ActionCommand, 'id' | 'action'>, as?: DecisionContext['as']) => string | null
type DistributiveOmit<Union, Keys extends PropertyKey> = Union extends unknown ? Omit<Union, Keys> : never

/** One action and a way to say things to it; `action()` and `history()` are as they stand. */
function aLife(over: Partial<AddAction> = {}): { say: Say; action: () => Action; history: () => string[] } {
  let { register, id } = withAction(over)
  return {
    say: (command, as) => {
      const done = carryOut(register, { id: anId(), action: id, ...command }, as)
      register = done.register
      return done.refused
    },
    action: () => register.snapshot.actions.get(id) as Action,
    history: () => (register.history.get(id) ?? []).map((update) => update.event?.kind ?? update.text),
  }
}

describe('a due', () => {
  test('is set once and then only moves when an extension is granted', () => {
    const { say, action, history } = aLife({ due: null })
    expect(say({ kind: 'askExtension', to: onDay('2027-01-01'), reason: 'Staff' })).toBe('dueUnset')
    expect(say({ kind: 'setDue', due: onDay('2026-12-01') })).toBeNull()
    expect(say({ kind: 'setDue', due: onDay('2026-12-24') })).toBe('dueAlreadySet')
    expect(say({ kind: 'askExtension', to: onDay('2027-01-31'), reason: ' ' })).toBe('reasonMissing')
    expect(say({ kind: 'askExtension', to: onDay('2026-11-30'), reason: 'Staff' })).toBe('extensionNotLater')
    expect(say({ kind: 'askExtension', to: onDay('2027-01-31'), reason: 'Staff' })).toBeNull()
    expect(say({ kind: 'askExtension', to: onDay('2027-02-28'), reason: 'Staff' })).toBe('extensionPending')
    expect(action().due).toEqual(onDay('2026-12-01'))
    const grant = { kind: 'recordExtension', decision: 'd1', granted: true, reason: '' } as const
    expect(say(grant)).toBe('serviceOnly')
    expect(say(grant, 'service')).toBeNull()
    expect(action()).toMatchObject({ due: onDay('2027-01-31'), firstDue: onDay('2026-12-01'), extensionAsked: null })
    expect(action().extensions).toMatchObject([{ reason: 'Staff', decision: 'd1', from: onDay('2026-12-01') }])
    expect(history()).toEqual(['dueSet', 'extensionAsked', 'extensionGranted'])
  })

  test('a refused extension moves nothing and may be asked again', () => {
    const { say, action } = aLife()
    say({ kind: 'askExtension', to: onDay('2027-01-31'), reason: 'Staff' })
    expect(say({ kind: 'recordExtension', decision: 'd1', granted: false, reason: 'No' }, 'service')).toBeNull()
    expect(action()).toMatchObject({ due: onDay('2026-12-01'), extensions: [], extensionAsked: null })
    expect(say({ kind: 'askExtension', to: onDay('2027-01-31'), reason: 'Again' })).toBeNull()
  })

  test('moved before it came here, as its document has it: each move is an extension of which nobody is named', () => {
    const on = { day: TODAY }
    const [june, july, august] = ['2026-06-30', '2026-07-31', '2026-08-31'].map(onDay) as [Due, Due, Due]
    const moves = [{ ...on, to: july, reason: 'Pending a review' }]
    const imported = { reference: '1/26', status: 'open', updates: [], moves } as const
    const origin = { kind: 'document', batch: 'b1' } as const
    expect(aLife({ due: null, origin, imported }).action()).toBeUndefined()
    const { say, action, history } = aLife({ due: june, origin, imported })
    const unnamed = { basis: 'imported', askedBy: null, askedOn: null, decision: null }
    const first = {
      ...unnamed,
      from: june,
      to: july,
      reason: 'Pending a review',
      batch: 'b1',
      entry: `${action().id}.0`,
    }
    expect(action()).toMatchObject({ firstDue: june, due: july, extensions: [first] })
    const further = { updates: [], status: 'open', batch: 'b2', moves: [{ ...on, to: august, reason: '' }] } as const
    expect(say({ kind: 'mergeEdition', ...further }, 'member')).toBe('coordinatorOnly')
    expect(say({ kind: 'mergeEdition', ...further })).toBeNull()
    const second = { ...unnamed, from: july, to: august, reason: '', batch: 'b2' }
    expect(action()).toMatchObject({ firstDue: june, due: august, extensions: [first, second] })
    expect(history()).toEqual(['extensionImported', 'extensionImported'])
  })

  test('a milestone is reached once and is no slippage', () => {
    const { say, action } = aLife()
    expect(say({ kind: 'setMilestone', purpose: 'Initial review', due: onDay('2026-10-01') })).toBeNull()
    const milestone = action().milestones[0]?.id ?? ''
    expect(standingOf(action(), { today: TODAY, nextMeeting: null, lateBy: 'first' }).rule).toBe('AMBER')
    expect(say({ kind: 'completeMilestone', milestone, day: '2027-01-01' })).toBe('dayInFuture')
    expect(say({ kind: 'completeMilestone', milestone, day: TODAY })).toBeNull()
    expect(say({ kind: 'completeMilestone', milestone, day: TODAY })).toBe('milestoneDone')
  })
})

describe('ending', () => {
  test('the service alone records a discharge, and refusing one opens the action again', () => {
    const { say, action } = aLife()
    const record = { kind: 'recordDischarge', decision: 'd1', approved: true, reason: '' } as const
    expect(say(record, 'service')).toBe('notProposed')
    say({ kind: 'proposeDischarge', evidence: 'Agreed.' })
    expect(say(record)).toBe('serviceOnly')
    expect(say({ ...record, approved: false, reason: 'Not by all' }, 'service')).toBeNull()
    expect(action()).toMatchObject({ status: 'open', discharge: null })
    say({ kind: 'proposeDischarge', evidence: 'Agreed by all.' })
    expect(say(record, 'service')).toBeNull()
    expect(action()).toMatchObject({ status: 'discharged', discharge: { decision: 'd1', evidence: 'Agreed by all.' } })
  })

  test('a proposal can be withdrawn with a reason', () => {
    const { say, action } = aLife()
    expect(say({ kind: 'withdrawDischarge', reason: 'Too soon' })).toBe('notProposed')
    say({ kind: 'proposeDischarge', evidence: 'Agreed.' })
    expect(say({ kind: 'withdrawDischarge', reason: '' })).toBe('reasonMissing')
    expect(say({ kind: 'withdrawDischarge', reason: 'Too soon' })).toBeNull()
    expect(action().status).toBe('open')
  })

  test('only a coordinator closes and reopens, the latter with a reason', () => {
    const { say, action, history } = aLife()
    expect(say({ kind: 'close', reason: 'duplicate', words: 'See 1/19' }, 'member')).toBe('coordinatorOnly')
    expect(say({ kind: 'close', reason: 'duplicate', words: 'See 1/19' })).toBeNull()
    expect(say({ kind: 'close', reason: 'duplicate', words: '' })).toBe('actionEnded')
    expect(say({ kind: 'retain', meeting: '2026-12', words: '' })).toBe('actionEnded')
    expect(say({ kind: 'reopen', reason: '' })).toBe('reasonMissing')
    expect(say({ kind: 'reopen', reason: 'It was not' }, 'member')).toBe('coordinatorOnly')
    expect(say({ kind: 'reopen', reason: 'It was not' })).toBeNull()
    expect(action()).toMatchObject({ status: 'open', closing: null })
    expect(history()).toEqual(['closed', 'reopened'])
  })

  test('what is retained says for which meeting, once', () => {
    const { say, action } = aLife()
    expect(say({ kind: 'retain', meeting: 'never', words: '' })).toBe('meetingUnknown')
    expect(say({ kind: 'retain', meeting: '2026-12', words: 'Awaiting the review' })).toBeNull()
    expect(action()).toMatchObject({ retainedFor: '2026-12', latest: { outcome: 'retain' } })
    expect(say({ kind: 'retain', meeting: '2026-12', words: '' })).toBe('nothingChanged')
  })
})

describe('links', () => {
  test("waiting for another body turns the action white until it delivers; waiting for the group's own does not", () => {
    const { say, action } = aLife()
    const colour = (): string => standingOf(action(), { today: '2027-06-01', nextMeeting: null, lateBy: 'first' }).rule
    expect(colour()).toBe('RED')
    const waiting = { kind: 'waitsFor', target: { body: 'NPCC', what: 'National guidance' } } as const
    expect(say({ kind: 'addLink', link: waiting })).toBeNull()
    expect(say({ kind: 'addLink', link: waiting })).toBe('linkRepeated')
    expect(colour()).toBe('WHITE')
    const link = action().links[0]?.id ?? ''
    expect(say({ kind: 'answerLink', link, words: 'Received', day: TODAY })).toBeNull()
    expect(say({ kind: 'answerLink', link, words: 'Received', day: TODAY })).toBe('linkAnswered')
    expect(colour()).toBe('RED')
    expect(say({ kind: 'addLink', link: { kind: 'waitsFor', target: { action: action().id } } })).toBe('linkToItself')
    expect(say({ kind: 'addLink', link: { kind: 'waitsFor', target: { action: 'none' } } })).toBe('actionUnknown')
    expect(
      say({ kind: 'addLink', link: { kind: 'referredTo', target: { group: 'NPCC leads', reference: null } } }),
    ).toBeNull()
    expect(colour()).toBe('WHITE')
    expect(say({ kind: 'removeLink', link: action().links[1]?.id ?? '', reason: 'By mistake' })).toBeNull()
    expect(colour()).toBe('RED')
  })
})

describe('shape', () => {
  test('rewording keeps what was said before, reassigning says from whom to whom', () => {
    const { say, action, history } = aLife()
    expect(say({ kind: 'reword', details: 'Agree one flagging policy' })).toBe('nothingChanged')
    expect(say({ kind: 'reword', details: 'Agree one flagging policy for all forces' })).toBeNull()
    expect(say({ kind: 'reassign', owners: [{ organisation: 'shires-rocu' }], reason: '' })).toBeNull()
    expect(say({ kind: 'reassign', owners: [{ organisation: 'nowhere' }], reason: '' })).toBe('ownerUnknown')
    expect(action()).toMatchObject({ owners: [{ organisation: 'shires-rocu' }] })
    expect(history()).toEqual(['reworded', 'reassigned'])
  })

  test('parts have their own status, owners and due', () => {
    const { say, action, history } = aLife()
    const part = action().parts[0]
    if (!part) throw new Error('the action has no part')
    expect(say({ kind: 'setPart', part })).toBe('partUnchanged')
    expect(say({ kind: 'setPart', part: { ...part, status: 'done' } })).toBeNull()
    expect(say({ kind: 'setPart', part: { ...part, status: 'open' } })).toBeNull()
    expect(say({ kind: 'setPart', part: { ...part, letter: 'b', due: onDay('2026-12-05') } })).toBeNull()
    expect(action().parts.map((each) => each.letter)).toEqual(['a', 'b'])
    expect(history()).toEqual(['partDone', 'partReopened', 'partSet'])
  })

  test('an override needs a reason and can be lifted', () => {
    const { say, action } = aLife()
    expect(say({ kind: 'overrideStatus', colour: 'GREEN', reason: '' })).toBe('reasonMissing')
    expect(say({ kind: 'overrideStatus', colour: 'GREEN', reason: 'Agreed aloud' })).toBeNull()
    expect(action().override?.colour).toBe('GREEN')
    expect(say({ kind: 'liftOverride', reason: '' })).toBeNull()
    expect(say({ kind: 'liftOverride', reason: '' })).toBe('overrideMissing')
  })

  test('a marking above the two that are known is refused', () => {
    const { say } = aLife()
    expect(say({ kind: 'mark', marking: { level: 'SECRET' as 'OFFICIAL' } })).toBe('markingTooHigh')
    expect(say({ kind: 'mark', marking: { level: 'OFFICIAL-SENSITIVE', handling: 'Members only' } })).toBeNull()
  })
})

const anyCommand: fc.Arbitrary<DistributiveOmit<ActionCommand, 'id' | 'action'>> = fc.oneof(
  fc.record({
    kind: fc.constant('addUpdate' as const),
    update: fc.record({
      day: fc.constantFrom('2026-01-05', '2026-11-20', TODAY, '2027-01-01'),
      text: fc.constantFrom('', 'Answered'),
      next: fc.constantFrom(null, { words: 'Ask again', owners: [], due: null }),
      outcome: fc.constantFrom(null, 'next' as const),
    }),
  }),
  fc.record({
    kind: fc.constant('mergeEdition' as const),
    updates: fc.constantFrom([], [{ day: '2026-11-01', text: 'New', next: null, outcome: null }]),
    status: fc.constantFrom('open' as const, 'discharged' as const, 'closed' as const),
    batch: fc.constant('b2'),
    moves: fc.constantFrom([], [{ to: onDay('2027-05-01'), reason: '', day: '2026-11-01' }]),
  }),
  fc.record({ kind: fc.constant('proposeDischarge' as const), evidence: fc.constantFrom('', 'Done') }),
  fc.record({ kind: fc.constant('withdrawDischarge' as const), reason: fc.constant('Too soon') }),
  fc.record({
    kind: fc.constant('recordDischarge' as const),
    decision: fc.constant('d'),
    approved: fc.boolean(),
    reason: fc.constant(''),
  }),
  fc.record({ kind: fc.constant('retain' as const), meeting: fc.constantFrom('2026-12', 'x'), words: fc.constant('') }),
  fc.record({
    kind: fc.constant('close' as const),
    reason: fc.constant('superseded' as const),
    words: fc.constant(''),
  }),
  fc.record({ kind: fc.constant('reopen' as const), reason: fc.constant('Again') }),
  fc.record({ kind: fc.constant('setDue' as const), due: fc.constantFrom(onDay('2026-11-01'), onDay('2027-03-01')) }),
  fc.record({
    kind: fc.constant('askExtension' as const),
    to: fc.constantFrom(onDay('2027-01-01'), onDay('2027-04-01')),
    reason: fc.constant('Staff'),
  }),
  fc.record({
    kind: fc.constant('recordExtension' as const),
    decision: fc.constant('e'),
    granted: fc.boolean(),
    reason: fc.constant(''),
  }),
  fc.record({
    kind: fc.constant('setMilestone' as const),
    purpose: fc.constant('Review'),
    due: fc.constant(onDay('2026-12-01')),
  }),
  fc.record({
    kind: fc.constant('reassign' as const),
    owners: fc.constantFrom([], [{ organisation: 'north' }]),
    reason: fc.constant(''),
  }),
  fc.record({ kind: fc.constant('reword' as const), details: fc.constantFrom('One', 'Two') }),
  fc.record({
    kind: fc.constant('addLink' as const),
    link: fc.constant({ kind: 'waitsFor' as const, target: { body: 'NPCC', what: 'Guidance' } }),
  }),
  fc.record({
    kind: fc.constant('overrideStatus' as const),
    colour: fc.constantFrom('RED' as const, 'GREEN' as const),
    reason: fc.constant('So'),
  }),
  fc.record({ kind: fc.constant('liftOverride' as const), reason: fc.constant('') }),
  fc.record({
    kind: fc.constant('setPart' as const),
    part: fc.record({
      letter: fc.constantFrom('a', 'b'),
      details: fc.constant('Draft'),
      owners: fc.constant([]),
      due: fc.constant(null),
      status: fc.constantFrom('open' as const, 'done' as const),
    }),
  }),
  fc.record({
    kind: fc.constant('mark' as const),
    marking: fc.constantFrom(null, { level: 'OFFICIAL-SENSITIVE' as const }),
  }),
  // Whichever there is first, where there is one.
  fc.record({
    kind: fc.constant('answerLink' as const),
    link: fc.constant('first'),
    words: fc.constant('Received'),
    day: fc.constant(TODAY),
  }),
  fc.record({ kind: fc.constant('removeLink' as const), link: fc.constant('first'), reason: fc.constant('') }),
  fc.record({
    kind: fc.constant('completeMilestone' as const),
    milestone: fc.constant('first'),
    day: fc.constantFrom(TODAY, '2027-01-01'),
  }),
)
/** The rule once more, in the product's own order: the first that holds. */
function ruleOf(action: Action): string {
  if (action.status === 'closed') return 'CLOSED'
  if (action.status === 'discharged') return action.discharge?.decision ? 'GREEN' : 'AMBER'
  if (action.links.some((link) => link.kind === 'waitsFor' && link.answer === null)) return 'WHITE'
  return action.firstDue?.kind === 'day' && action.firstDue.day < TODAY ? 'RED' : 'AMBER'
}

const anyRole = fc.constantFrom<DecisionContext['as']>('member', 'coordinator', 'service')

describe('whatever happens to an action', () => {
  test('history only grows, the first due never changes, extensions are counted, a command twice is once, status follows the rule, and only named fields change', () => {
    fc.assert(
      fc.property(fc.boolean(), fc.array(fc.tuple(anyCommand, anyRole), { maxLength: 40 }), (dueAtFirst, steps) => {
        let { register, id } = withAction(dueAtFirst ? {} : { due: null })
        for (const [words, as] of steps) {
          const { links, milestones } = register.snapshot.actions.get(id) as Action
          const first = {
            ...('link' in words && words.link === 'first' ? { link: links[0]?.id ?? 'none' } : {}),
            ...('milestone' in words ? { milestone: milestones[0]?.id ?? 'none' } : {}),
          }
          const command = { id: anId(), action: id, ...words, ...first } as ActionCommand
          const before = register
          const done = carryOut(register, command, as)
          register = done.register
          const [was, is] = [before, register].map((each) => each.snapshot.actions.get(id) as Action) as [
            Action,
            Action,
          ]
          const [told, tells] = [before, register].map((each) => each.history.get(id) ?? []) as [unknown[], unknown[]]
          if (done.refused !== null) {
            expect(is).toEqual(was)
            expect(tells).toEqual(told)
            continue
          }
          // Submitted again before its answer came, it makes the same entries under the same ids.
          expect(carryOut(before, command, as)).toEqual(done)
          const ids = (tells as { id: string }[]).map((each) => each.id)
          expect(new Set(ids).size).toBe(ids.length)
          const { rule, colour, override } = standingOf(is, { today: TODAY, nextMeeting: null, lateBy: 'first' })
          expect(rule).toBe(ruleOf(is))
          expect(colour).toBe(override?.colour ?? rule)
          expect(tells.slice(0, told.length)).toEqual(told)
          expect(tells.length).toBeGreaterThan(told.length)
          expect(is.updateCount).toBe(tells.length)
          if (was.firstDue) expect(is.firstDue).toEqual(was.firstDue)
          expect(is.reference).toBe(was.reference)
          if (canonical(is.due) !== canonical(was.due) && was.due) {
            expect(is.extensions).toHaveLength(was.extensions.length + 1)
          }
          if (is.discharge?.decision && !was.discharge?.decision) expect(as).toBe('service')
          const allowed = new Set<string>([
            ...touchedBy(command),
            'latest',
            'updateCount',
            'origin',
            'firstDue',
            'extensions',
          ])
          for (const field of Object.keys(is) as (keyof Action)[]) {
            if (canonical(is[field]) !== canonical(was[field])) expect(allowed, command.kind).toContain(field)
          }
        }
      }),
      { numRuns: process.env['MATTERS_PROVE'] ? 20_000 : 400 },
    )
  })
})
