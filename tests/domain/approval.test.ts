import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Action } from '../../src/domain/action.ts'
import type { Appointment } from '../../src/domain/appointment.ts'
import { APPROVAL_SETTINGS, askedOf, lapsesOn, whyNotDecide, type Asked } from '../../src/domain/approval.ts'
import type { Person } from '../../src/domain/group.ts'
import { carryOut, EMPTY_REGISTER, PAT, TODAY, type Register } from './domainworld.ts'

const DUE = { kind: 'day', day: '2026-12-01', words: '1 December 2026' } as const
const LATER = { kind: 'day', day: '2027-01-01', words: '1 January 2027' } as const
const person = (name: string): Person => ({ tenantId: 't', objectId: name, name })
const [CHAIR, DEPUTY, DIRECTOR] = ['chair', 'deputy', 'director'].map(person) as [Person, Person, Person]

const appointment = (over: Partial<Appointment>): Appointment => ({
  key: 'c',
  group: 'sgg',
  post: 'chair',
  organisation: 'north',
  role: 'chair',
  holder: CHAIR,
  deputy: DEPUTY,
  from: null,
  to: null,
  ...over,
})
const APPOINTMENTS = [
  appointment({}),
  appointment({ key: 'd', post: 'director', role: 'approver', holder: DIRECTOR, deputy: null }),
]

const ID = 'action-0001'
function anAction(): Register {
  const added = carryOut(EMPTY_REGISTER, {
    kind: 'addAction',
    id: ID,
    details: 'Share the process',
    actionKind: 'action',
    owners: [{ organisation: 'north' }],
    parts: [],
    due: DUE,
    origin: { kind: 'typed' },
  })
  expect(added.refused).toBeNull()
  return added.register
}
const read = (register: Register): Action => register.snapshot.actions.get(ID) as Action
const propose = (register: Register, id = 'command-0002'): Register =>
  carryOut(register, { kind: 'proposeDischarge', id, action: ID, evidence: 'All five have sent it.' }).register
const extend = (register: Register): Register =>
  carryOut(register, { kind: 'askExtension', id: 'command-0003', action: ID, to: LATER, reason: 'Two are away.' })
    .register
const only = (register: Register): Asked => {
  const [asked, ...more] = askedOf(read(register))
  expect(more).toEqual([])
  return asked as Asked
}

describe('what waits for a decision', () => {
  test('is nothing in an open action, and what was asked after it was', () => {
    expect(askedOf(read(anAction()))).toEqual([])
    expect(only(propose(anAction()))).toMatchObject({ subject: `discharge-${ID}`, ask: 'command-0002', count: null })
    expect(only(extend(anAction()))).toMatchObject({ subject: `extension-${ID}`, ask: 'command-0003', count: 1 })
    expect(askedOf(read(propose(extend(anAction())))).map(({ kind }) => kind)).toEqual(['discharge', 'extension'])
  })

  test('is no more once it was decided', () => {
    const decision = { action: ID, decision: 'decision-1', reason: '' }
    const discharged = carryOut(
      propose(anAction()),
      { kind: 'recordDischarge', id: 'command-0009', approved: true, ...decision },
      'service',
    )
    expect(askedOf(read(discharged.register))).toEqual([])
    const extended = carryOut(
      extend(anAction()),
      { kind: 'recordExtension', id: 'command-0009', granted: true, ...decision },
      'service',
    )
    expect(askedOf(read(extended.register))).toEqual([])
    expect(read(extended.register).extensions).toEqual([
      { from: DUE, to: LATER, reason: 'Two are away.', askedBy: PAT, askedOn: TODAY, decision: 'decision-1' },
    ])
  })
})

describe('an approval binds to its content', () => {
  const contentOf = (register: Register): string => only(register).content

  test('an update of another matter leaves it as it is', () => {
    const before = propose(anAction())
    const after = carryOut(before, {
      kind: 'addUpdate',
      id: 'command-0004',
      action: ID,
      update: { day: TODAY, text: 'Also told the analysts.', next: null, outcome: null },
    })
    expect(after.refused).toBeNull()
    expect(contentOf(after.register)).toBe(contentOf(before))
  })

  test('other details, other evidence, or the same asked again are another content', () => {
    const before = propose(anAction())
    const reworded = carryOut(before, { kind: 'reword', id: 'command-0005', action: ID, details: 'Share all of it' })
    expect(contentOf(reworded.register)).not.toBe(contentOf(before))
    const withdrawn = carryOut(before, { kind: 'withdrawDischarge', id: 'command-0006', action: ID, reason: 'Not yet' })
    expect(contentOf(propose(withdrawn.register, 'command-0007'))).not.toBe(contentOf(before))
  })

  test('no field of the content can change unseen', () => {
    const action = read(propose(extend(anAction())))
    fc.assert(
      fc.property(
        fc.constantFrom<Partial<Action>>(
          { reference: '9/26' },
          { details: 'x' },
          { parts: [{ letter: 'a', details: 'x', owners: [], due: null, status: 'open' }] },
          { due: LATER },
        ),
        (change) => {
          const before = askedOf(action).map(({ content }) => content)
          const after = askedOf({ ...action, ...change }).map(({ content }) => content)
          expect(after).not.toEqual(before)
        },
      ),
    )
  })
})

describe('who may decide', () => {
  const why = (who: Person, asked = only(propose(anAction())), over = {}): string | null =>
    whyNotDecide(asked, who, {
      askedBy: PAT,
      appointments: APPOINTMENTS,
      settings: APPROVAL_SETTINGS,
      today: TODAY,
      ...over,
    })

  test('the chair and the chair’s deputy, in their days; nobody else', () => {
    expect([CHAIR, DEPUTY, DIRECTOR, PAT].map((who) => why(who))).toEqual([null, null, 'notApprover', 'notApprover'])
    const over = { appointments: [appointment({ to: '2026-11-01' })] }
    expect(why(CHAIR, undefined, over)).toBe('notApprover')
  })

  test('never whoever asked, whatever post they hold', () => {
    expect(why(CHAIR, undefined, { askedBy: CHAIR })).toBe('ownRequest')
    expect(why(DEPUTY, undefined, { askedBy: CHAIR })).toBeNull()
  })

  test('a higher post from the second extension on, where the group wants it', () => {
    const settings = { ...APPROVAL_SETTINGS, higher: { fromExtension: 2, post: 'director' } }
    const first = only(extend(anAction()))
    const second = { ...first, count: 2 }
    expect([why(CHAIR, first, { settings }), why(DIRECTOR, first, { settings })]).toEqual([null, 'notApprover'])
    expect([why(CHAIR, second, { settings }), why(DIRECTOR, second, { settings })]).toEqual(['notApprover', null])
  })

  test('not after it has lapsed', () => {
    const asked = only(propose(anAction()))
    expect(lapsesOn(asked, APPROVAL_SETTINGS)).toBe('2026-12-21')
    expect(why(CHAIR, asked, { today: '2026-12-21' })).toBeNull()
    expect(why(CHAIR, asked, { today: '2026-12-22' })).toBe('lapsed')
  })
})
