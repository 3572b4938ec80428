/** Rules of what a person may do from the panel: forms that the rules accept, ways back, and what differs. */

import { describe, expect, it } from 'vitest'
import type { Action, Update } from '../../src/domain/action.ts'
import { canonical } from '../../src/domain/canonical.ts'
import { touchedBy, type ActionCommand, type AddAction } from '../../src/domain/command.ts'
import type { Due } from '../../src/domain/due.ts'
import { differencesOf } from '../../src/tab/register/differences.ts'
import { formOf, type DeedGround, type UntoldCommand, type Values } from '../../src/tab/register/deedfields.ts'
import { comingMeetings, isOffered, MENU, type Begun, type Deed } from '../../src/tab/register/deeds.ts'
import { savedWords } from '../../src/tab/register/deedwords.ts'
import { oppositeOf } from '../../src/tab/register/undo.ts'
import { createWords } from '../../src/words/words.ts'
import { carryOut, EMPTY_REGISTER, PAT, TODAY, type Register } from '../domain/domainworld.ts'

const words = createWords('en')
let counter = 0
const anId = (): string => `deed-${String(++counter).padStart(8, '0')}`
const onDay = (day: string): Due => ({ kind: 'day', day, words: day })

/** An action with something of everything, and what was done to it before. */
function aRegister(
  over: Partial<AddAction> = {},
  ...before: readonly UntoldCommand[]
): { register: Register; id: string } {
  const id = anId()
  let { register } = carryOut(EMPTY_REGISTER, {
    kind: 'addAction',
    id,
    details: 'Agree one flagging policy',
    actionKind: 'action',
    owners: [{ organisation: 'north' }],
    parts: [{ letter: 'a', details: 'Draft', owners: [], due: onDay('2026-12-01'), status: 'open' }],
    due: onDay('2026-12-01'),
    origin: { kind: 'typed' },
    ...over,
  })
  for (const command of before) {
    const done = carryOut(register, { ...command, id: anId(), action: id })
    expect(done.refused, command.kind).toBeNull()
    register = done.register
  }
  return { register, id }
}

function actionOf(register: Register, id: string): Action {
  const action = register.snapshot.actions.get(id)
  if (!action) throw new Error('no action')
  return action
}

function groundOf(register: Register, id: string, begun: Begun): DeedGround {
  const { snapshot } = register
  const meetings = comingMeetings(snapshot.meetings.values(), TODAY)
  return { action: actionOf(register, id), snapshot, today: TODAY, meetings, begun, words }
}

/** Fills the form in, as a person would, and sends it. */
function carryOutForm(register: Register, id: string, begun: Begun, typed: Values): Register | string {
  const ground = groundOf(register, id, begun)
  const made = formOf(begun.deed).command({ ...formOf(begun.deed).start(ground), ...typed }, ground)
  if (!made.ok) return made.error.code
  const done = carryOut(register, { ...made.value, id: anId(), action: id })
  return done.refused ?? done.register
}

function done(result: Register | string): Register {
  if (typeof result === 'string') throw new Error(result)
  return result
}

const proposed: UntoldCommand = { kind: 'proposeDischarge', evidence: 'Agreed.' }
const closed: UntoldCommand = { kind: 'close', reason: 'duplicate', words: 'See 1/19' }
const overridden: UntoldCommand = { kind: 'overrideStatus', colour: 'RED', reason: 'It won’t be done.' }
const linked: UntoldCommand = { kind: 'addLink', link: { kind: 'waitsFor', target: { body: 'NCA', what: 'Profile' } } }
const milestone: UntoldCommand = { kind: 'setMilestone', purpose: 'First draft', due: onDay('2026-11-30') }

describe('a form', () => {
  const cases: readonly (readonly [
    Deed,
    Partial<AddAction>,
    readonly UntoldCommand[],
    Values,
    (action: Action) => unknown,
    unknown,
  ])[] = [
    ['setDue', { due: null }, [], { due: '5/2/2027' }, (a) => a.due?.kind === 'day' && a.due.day, '2027-02-05'],
    ['askExtension', {}, [], { to: '29 January 2027', reason: 'Staff' }, (a) => a.extensionAsked?.reason, 'Staff'],
    [
      'setMilestone',
      {},
      [],
      { purpose: 'First draft', due: 'end of november' },
      (a) => a.milestones[0]?.purpose,
      'First draft',
    ],
    ['retain', {}, [], {}, (a) => a.retainedFor, '2026-12'],
    ['proposeDischarge', {}, [], { evidence: 'Agreed.' }, (a) => a.status, 'dischargeProposed'],
    ['withdrawDischarge', {}, [proposed], { reason: 'Too soon' }, (a) => a.status, 'open'],
    ['close', {}, [], { reason: 'overtaken' }, (a) => a.closing?.reason, 'overtaken'],
    ['reopen', {}, [closed], { reason: 'It was not' }, (a) => a.status, 'open'],
    ['reassign', {}, [], { owners: [{ post: 'north-spoc' }] }, (a) => a.owners, [{ post: 'north-spoc' }]],
    ['reword', {}, [], { details: 'Agree two' }, (a) => a.details, 'Agree two'],
    [
      'setAddressee',
      { actionKind: 'recommendation' },
      [],
      { addressee: 'chief constables', deadline: 'body', body: 'NPCC' },
      (a) => a.origin,
      { kind: 'typed', addressee: 'chief constables', deadline: { body: 'NPCC' } },
    ],
    [
      'mark',
      {},
      [],
      { marking: 'OFFICIAL-SENSITIVE', handling: 'SPOCs' },
      (a) => a.marking,
      { level: 'OFFICIAL-SENSITIVE', handling: 'SPOCs' },
    ],
    [
      'setPart',
      {},
      [],
      { details: 'Circulate', due: 'next meeting' },
      (a) => a.parts.map((part) => part.letter),
      ['a', 'b'],
    ],
    [
      'addLink',
      {},
      [],
      { kind: 'referredTo', to: 'Missing Children', theirs: '4/26' },
      (a) => a.links[0]?.target,
      { group: 'Missing Children', reference: '4/26' },
    ],
    ['overrideStatus', {}, [], { colour: 'RED', reason: 'No money' }, (a) => a.override?.colour, 'RED'],
    ['liftOverride', {}, [overridden], {}, (a) => a.override, null],
  ]

  it.each(cases)('of %s becomes a command that the rules accept', (deed, over, before, typed, read, expected) => {
    const { register, id } = aRegister(over, ...before)
    expect(isOffered(deed, { ...groundOf(register, id, { deed, about: null }), coordinator: true })).toBe(true)
    expect(read(actionOf(done(carryOutForm(register, id, { deed, about: null }, typed)), id))).toEqual(expected)
  })

  it('stands for every entry of the menu', () => {
    expect(cases.map(([deed]) => deed).toSorted()).toEqual(MENU.flat().toSorted())
  })

  it('about a milestone, a link or a part changes that one', () => {
    const { register, id } = aRegister({}, milestone, linked)
    const { milestones, links } = actionOf(register, id)
    const reached = done(
      carryOutForm(register, id, { deed: 'completeMilestone', about: milestones[0]?.id ?? '' }, { day: '20/11' }),
    )
    expect(actionOf(reached, id).milestones[0]?.done).toBe('2026-11-20')
    const about = links[0]?.id ?? ''
    const answered = done(carryOutForm(reached, id, { deed: 'answerLink', about }, { words: 'Sent' }))
    expect(actionOf(answered, id).links[0]?.answer).toEqual({ words: 'Sent', day: TODAY })
    const removed = done(carryOutForm(answered, id, { deed: 'removeLink', about }, {}))
    expect(actionOf(removed, id).links).toEqual([])
    const part = done(carryOutForm(removed, id, { deed: 'setPart', about: 'a' }, { details: 'Draft, then read' }))
    expect(actionOf(part, id).parts).toMatchObject([
      { letter: 'a', details: 'Draft, then read', due: onDay('2026-12-01') },
    ])
  })

  it('never writes a new part over one that is there', () => {
    const { register, id } = aRegister()
    expect(carryOutForm(register, id, { deed: 'setPart', about: null }, { letter: 'a', details: 'Other' })).toBe(
      'partsRepeated',
    )
  })

  it('takes a number for the action that bears it, and all else for somebody elsewhere', () => {
    const { register, id } = aRegister()
    const other = anId()
    const { register: both } = carryOut(register, {
      kind: 'addAction',
      id: other,
      details: 'Another',
      actionKind: 'action',
      owners: [],
      parts: [],
      due: null,
      origin: { kind: 'typed' },
    })
    const link = (typed: Values): unknown =>
      actionOf(done(carryOutForm(both, id, { deed: 'addLink', about: null }, typed)), id).links[0]?.target
    expect(link({ kind: 'waitsFor', to: actionOf(both, other).reference })).toEqual({ action: other })
    expect(link({ kind: 'waitsFor', to: 'NCA', what: 'Profile' })).toEqual({ body: 'NCA', what: 'Profile' })
    expect(carryOutForm(both, id, { deed: 'addLink', about: null }, { kind: 'waitsFor', to: 'NCA' })).toBe(
      'textMissing',
    )
  })

  it('of a correction adds an entry that stands for the other, and keeps what it doesn’t ask for', () => {
    const update = {
      day: '2026-11-20',
      text: 'Four of five',
      next: { words: 'Chase', owners: [{ organisation: 'north' }], due: null },
      outcome: 'next',
      organisation: 'north',
    } as const
    const { register, id } = aRegister({}, { kind: 'addUpdate', update })
    const [entry] = register.history.get(id) ?? []
    const begun: Begun = { deed: 'correct', about: entry?.id ?? '', entry: entry as Update }
    expect(carryOutForm(register, id, begun, {})).toBe('nothingChanged')
    const corrected = done(carryOutForm(register, id, begun, { text: 'Three of five' }))
    expect(corrected.history.get(id)?.at(-1)).toMatchObject({ ...update, text: 'Three of five', supersedes: entry?.id })
    expect(corrected.history.get(id)).toHaveLength(2)
  })

  it('that lacks something is refused at the field that lacks it', () => {
    const { register, id } = aRegister()
    const refusedAt = (deed: Deed, typed: Values): string | undefined => {
      const ground = groundOf(register, id, { deed, about: null })
      const made = formOf(deed).command({ ...formOf(deed).start(ground), ...typed }, ground)
      return made.ok ? undefined : made.error.field
    }
    expect(refusedAt('askExtension', { reason: 'Staff' })).toBe('to')
    expect(refusedAt('setMilestone', { purpose: 'Draft' })).toBe('due')
    expect(refusedAt('setMilestone', {})).toBe('purpose')
    expect(refusedAt('close', {})).toBe('reason')
    expect(refusedAt('overrideStatus', { reason: 'x' })).toBe('colour')
  })
})

describe('what is offered', () => {
  it('to a member leaves out what only a coordinator may', () => {
    const { register, id } = aRegister()
    const offered = (coordinator: boolean): readonly Deed[] =>
      MENU.flat().filter((deed) => isOffered(deed, { ...groundOf(register, id, { deed, about: null }), coordinator }))
    expect(offered(true).filter((deed) => !offered(false).includes(deed))).toEqual(['close'])
  })

  it('for an action that has ended doesn’t move it on, whoever looks', () => {
    const { register, id } = aRegister({}, closed)
    const ground = groundOf(register, id, { deed: 'reopen', about: null })
    expect(MENU.flat().filter((deed) => isOffered(deed, { ...ground, coordinator: true }))).toEqual([
      'reword',
      'mark',
      'addLink',
      'reopen',
    ])
    expect(isOffered('reopen', { ...ground, coordinator: false })).toBe(false)
  })
})

describe('undo', () => {
  const part = { letter: 'a', details: 'Draft', owners: [], due: onDay('2026-12-01'), status: 'done' } as const
  const cases: readonly (readonly [UntoldCommand, readonly UntoldCommand[]])[] = [
    [proposed, []],
    [{ kind: 'withdrawDischarge', reason: 'Too soon' }, [proposed]],
    [closed, []],
    [{ kind: 'reopen', reason: 'It was not' }, [closed]],
    [{ kind: 'reassign', owners: [{ name: 'Dr Ash' }], reason: '' }, []],
    [{ kind: 'reword', details: 'Agree two' }, []],
    [{ kind: 'mark', marking: { level: 'OFFICIAL-SENSITIVE' } }, []],
    [{ kind: 'setPart', part }, []],
    [linked, []],
    [overridden, []],
    [{ kind: 'overrideStatus', colour: 'GREEN', reason: 'Done at last' }, [overridden]],
    [{ kind: 'liftOverride', reason: '' }, [overridden]],
  ]

  it.each(cases)('of $kind leaves the action as it was, and two entries more in its history', (command, before) => {
    const { register, id } = aRegister({}, ...before)
    const was = actionOf(register, id)
    const sent = { ...command, id: anId(), action: id } as ActionCommand
    const changed = done(carryOut(register, sent).register)
    const opposite = oppositeOf(command, sent.id, was, PAT, 'Undone')
    expect(opposite).not.toBeNull()
    const undone = carryOut(changed, { ...opposite, id: anId(), action: id } as ActionCommand)
    expect(undone.refused).toBeNull()
    const now = actionOf(undone.register, id)
    // Proposed again is asked again: the decision then is on this proposal.
    const told = (action: Action) => ({ ...action, discharge: action.discharge && { ...action.discharge, ask: null } })
    for (const field of touchedBy(sent)) expect(canonical(told(now)[field]), field).toBe(canonical(told(was)[field]))
    expect(undone.register.history.get(id)).toHaveLength((register.history.get(id)?.length ?? 0) + 2)
  })

  it('is not offered where what was there can’t be had back', () => {
    const { register, id } = aRegister({}, proposed)
    const was = actionOf(register, id)
    const somebody = { ...PAT, objectId: 'else' }
    expect(oppositeOf(closed, 'x', was, PAT, '')).toBeNull()
    expect(oppositeOf({ kind: 'withdrawDischarge', reason: '' }, 'x', was, somebody, '')).toBeNull()
    expect(oppositeOf({ kind: 'retain', meeting: '2026-12', words: '' }, 'x', was, PAT, '')).toBeNull()
    expect(oppositeOf({ kind: 'setPart', part: { ...part, letter: 'b' } }, 'x', was, PAT, '')).toBeNull()
    expect(oppositeOf(milestone, 'x', was, PAT, '')).toBeNull()
  })
})

describe('a difference', () => {
  const both = (command: UntoldCommand, ...between: readonly UntoldCommand[]) => {
    const { register, id } = aRegister()
    const seen = actionOf(register, id)
    const changed = between.reduce(
      (now, each) => done(carryOut(now, { ...each, id: anId(), action: id }).register),
      register,
    )
    const sent = { ...command, id: anId(), action: id } as ActionCommand
    const ground = { snapshot: register.snapshot, words, me: PAT, today: TODAY }
    return differencesOf(sent, seen, actionOf(changed, id), ground)
  }

  it('is shown for what the command touches, in words, and for nothing else', () => {
    const reassign: UntoldCommand = { kind: 'reassign', owners: [], reason: '' }
    const elsewhere: UntoldCommand = {
      kind: 'reassign',
      owners: [{ organisation: 'shires-rocu' }, { name: 'Dr Ash' }],
      reason: '',
    }
    const reworded: UntoldCommand = { kind: 'reword', details: 'Agree two' }
    expect(both(reassign, reworded)).toEqual([])
    expect(both(reassign, elsewhere, reworded)).toEqual([
      { field: 'Owners', was: 'NS', theirs: 'ROCUSH and Dr Ash', mine: 'nothing' },
    ])
    expect(both(reassign, proposed)).toEqual([
      { field: 'Status', was: 'Open', theirs: 'Discharge proposed', mine: null },
      { field: 'Proposal', was: 'nothing', theirs: 'Agreed.', mine: null },
    ])
  })

  it('of parts names the parts that differ', () => {
    const draft = { letter: 'a', details: 'Draft', owners: [], due: null, status: 'done' } as const
    const read = { letter: 'b', details: 'Read', owners: [], due: null, status: 'open' } as const
    expect(
      both({ kind: 'setPart', part: draft }, { kind: 'setPart', part: read }, { kind: 'setPart', part: draft }),
    ).toEqual([
      {
        field: 'Parts',
        was: '(a) Draft · 1 December 2026',
        theirs: '(a) Draft: done\n(b) Read',
        mine: '(a) Draft: done',
      },
    ])
  })
})

describe('what is said when it is saved', () => {
  it('tells what became of it', () => {
    const { register, id } = aRegister()
    const before = actionOf(register, id)
    const say = (command: UntoldCommand, after = before): string =>
      savedWords(command, before, after, { snapshot: register.snapshot, words })
    expect(say({ kind: 'retain', meeting: '2026-12', words: '' })).toBe('1/26 is kept for 10 December 2026.')
    expect(say({ kind: 'reassign', owners: [], reason: '' })).toBe('1/26 belongs to nobody now.')
    const [part] = before.parts
    if (part) expect(say({ kind: 'setPart', part: { ...part, status: 'done' } })).toBe('Part (a) of 1/26 is done.')
  })
})
