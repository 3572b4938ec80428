import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { STATUSES, type Action } from '../../src/domain/action.ts'
import type { AddAction, Command } from '../../src/domain/command.ts'
import { standingOf } from '../../src/domain/status.ts'
import { carryOut, EMPTY_REGISTER, TODAY, type Register } from './domainworld.ts'

let counter = 0
const anId = (): string => `command-${String(++counter).padStart(6, '0')}`

function anAddition(over: Partial<AddAction> = {}): AddAction {
  return {
    kind: 'addAction',
    id: anId(),
    details: 'Share how each force records the flag',
    actionKind: 'action',
    owners: [{ organisation: 'north' }],
    parts: [],
    due: null,
    origin: { kind: 'typed' },
    ...over,
  }
}

const anUpdate = (action: string, over: Partial<Extract<Command, { kind: 'addUpdate' }>['update']> = {}): Command => ({
  kind: 'addUpdate',
  id: anId(),
  action,
  update: { day: TODAY, text: 'Three of five forces have answered.', next: null, outcome: null, ...over },
})

function withAction(over: Partial<AddAction> = {}): { register: Register; action: Action } {
  const command = anAddition(over)
  const { register, refused } = carryOut(EMPTY_REGISTER, command)
  expect(refused).toBeNull()
  const action = register.snapshot.actions.get(command.id)
  if (!action) throw new Error('the action is not in the register')
  return { register, action }
}

describe('adding an action', () => {
  test('gives it the first free reference of the year', () => {
    const first = carryOut(EMPTY_REGISTER, anAddition()).register
    const second = carryOut(first, anAddition()).register
    expect([...second.snapshot.actions.values()].map((action) => action.reference)).toEqual(['1/26', '2/26'])
  })

  test('needs words, owners that exist, a due that can be met and parts with letters of their own', () => {
    const refusalOf = (over: Partial<AddAction>): string | null => carryOut(EMPTY_REGISTER, anAddition(over)).refused
    const part = { letter: 'a', details: 'Ask', owners: [], due: null, status: 'open' } as const
    expect(refusalOf({ details: '  ' })).toBe('textMissing')
    expect(refusalOf({ details: 'x'.repeat(60_001) })).toBe('textTooLong')
    expect(refusalOf({ owners: [{ organisation: 'nowhere' }] })).toBe('ownerUnknown')
    expect(refusalOf({ owners: [{ post: 'nobody' }] })).toBe('postUnknown')
    expect(refusalOf({ due: { kind: 'day', day: '2026-02-30', words: '30/2/2026' } })).toBe('dueInvalid')
    expect(refusalOf({ parts: [part, part] })).toBe('partsRepeated')
    expect(refusalOf({ id: 'short' })).toBe('commandInvalid')
    expect(refusalOf({ owners: [{ name: 'An outside lead' }], parts: [part] })).toBeNull()
  })

  test('from a document keeps its number, status and history, and a number twice is refused', () => {
    const imported = {
      reference: '7/19',
      status: 'discharged',
      updates: [{ day: '2020-03-05', text: 'Circulated.', next: null, outcome: 'discharge' }],
    } as const
    const { register, action } = withAction({ imported, origin: { kind: 'document', words: 'tracker', batch: 'b1' } })
    expect(action).toMatchObject({
      reference: '7/19',
      status: 'discharged',
      updateCount: 1,
      discharge: { decision: null },
    })
    expect(register.history.get(action.id)).toHaveLength(1)
    expect(carryOut(register, anAddition({ imported })).refused).toBe('referenceTaken')
  })
})

describe('updates', () => {
  test('the row shows the latest day, though an older one is entered later', () => {
    const { register, action } = withAction()
    const next = { words: 'Hold a workshop', owners: [], due: null }
    const newer = carryOut(register, anUpdate(action.id, { day: '2026-11-20', next, outcome: 'next' })).register
    const older = carryOut(newer, anUpdate(action.id, { day: '2026-10-01', text: 'From the minutes.' })).register
    expect(older.snapshot.actions.get(action.id)?.latest).toEqual({ day: '2026-11-20', outcome: 'next', next })
    expect(older.history.get(action.id)).toHaveLength(2)
  })

  test('cannot be empty, of a day that does not exist or of one to come', () => {
    const { register, action } = withAction()
    expect(carryOut(register, anUpdate(action.id, { text: ' ' })).refused).toBe('textMissing')
    expect(carryOut(register, anUpdate(action.id, { day: '2026-02-31' })).refused).toBe('dayInvalid')
    expect(carryOut(register, anUpdate(action.id, { day: '2026-11-24' })).refused).toBe('dayInFuture')
    expect(carryOut(register, anUpdate('nothing')).refused).toBe('actionUnknown')
  })
})

describe('discharge', () => {
  test('is only proposed, with evidence, once, and the evidence stands in the history', () => {
    const { register, action } = withAction()
    const propose = (evidence: string): Command => ({
      kind: 'proposeDischarge',
      id: anId(),
      action: action.id,
      evidence,
    })
    expect(carryOut(register, propose(' ')).refused).toBe('evidenceMissing')
    const proposed = carryOut(register, propose('All five have confirmed.')).register
    expect(proposed.snapshot.actions.get(action.id)).toMatchObject({
      status: 'dischargeProposed',
      discharge: { decision: null },
    })
    expect(proposed.history.get(action.id)?.at(-1)).toMatchObject({
      text: 'All five have confirmed.',
      outcome: 'discharge',
    })
    expect(carryOut(proposed, propose('Again.')).refused).toBe('alreadyProposed')
  })
})

describe('whatever people do', () => {
  const commands = fc.array(
    fc.oneof(
      fc.record({ what: fc.constant('add' as const), due: fc.constantFrom(null, '2026-11-01', '2027-01-10') }),
      fc.record({ what: fc.constant('update' as const), at: fc.nat(5), days: fc.nat(300), next: fc.boolean() }),
      fc.record({ what: fc.constant('propose' as const), at: fc.nat(5) }),
    ),
    { maxLength: 40 },
  )

  test('history only grows, the first due never changes, and status follows the rule', () => {
    fc.assert(
      fc.property(commands, (steps) => {
        let register = EMPTY_REGISTER
        for (const step of steps) {
          const ids = [...register.snapshot.actions.keys()]
          const target = 'at' in step ? ids[step.at % Math.max(1, ids.length)] : undefined
          const before = register
          if (step.what === 'add') {
            const due = step.due === null ? null : ({ kind: 'day', day: step.due, words: step.due } as const)
            register = carryOut(register, anAddition({ due })).register
          } else if (target && step.what === 'update') {
            const next = step.next ? { words: 'Ask again', owners: [], due: null } : null
            register = carryOut(
              register,
              anUpdate(target, { day: '2026-01-25', text: `Day ${step.days}`, next }),
            ).register
          } else if (target) {
            register = carryOut(register, {
              kind: 'proposeDischarge',
              id: anId(),
              action: target,
              evidence: 'Done.',
            }).register
          }
          for (const [id, action] of before.snapshot.actions) {
            const now = register.snapshot.actions.get(id)
            expect(now?.firstDue).toEqual(action.firstDue)
            expect(now?.reference).toBe(action.reference)
            const [was, is] = [before.history.get(id) ?? [], register.history.get(id) ?? []]
            expect(is.slice(0, was.length)).toEqual(was)
            expect(now?.updateCount).toBe(is.length)
          }
        }
        const references = [...register.snapshot.actions.values()].map((action) => action.reference)
        expect(new Set(references).size).toBe(references.length)
        for (const action of register.snapshot.actions.values()) {
          expect(STATUSES).toContain(action.status)
          const { rule } = standingOf(action, { today: TODAY, nextMeeting: null, lateBy: 'first' })
          expect(rule).toBe(action.due?.kind === 'day' && action.due.day < TODAY ? 'RED' : 'AMBER')
        }
      }),
    )
  })
})
