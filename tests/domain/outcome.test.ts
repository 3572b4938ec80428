import { describe, expect, test } from 'vitest'
import type { Action, Discharge, Extension } from '../../src/domain/action.ts'
import { restoreExtensions, wrongDue, wrongOutcome, type KnownDecision } from '../../src/domain/outcome.ts'
import { carryOut, EMPTY_REGISTER, PAT } from './domainworld.ts'

const ID = 'action-0001'
const DUE = { kind: 'day', day: '2026-12-01', words: '1 December' } as const
const LATER = { kind: 'day', day: '2027-01-01', words: '1 January' } as const

function anAction(over: Partial<Action> = {}): Action {
  const { register } = carryOut(EMPTY_REGISTER, {
    kind: 'addAction',
    id: ID,
    details: 'Share the process',
    actionKind: 'action',
    owners: [],
    parts: [],
    due: DUE,
    origin: { kind: 'typed' },
  })
  return { ...(register.snapshot.actions.get(ID) as Action), ...over }
}

const discharge: Discharge = {
  evidence: 'All sent',
  proposedOn: '2026-11-01',
  proposedBy: PAT,
  ask: 'command-1',
  decision: 'd',
}
const extension: Extension = { from: DUE, to: LATER, reason: 'x', askedBy: PAT, askedOn: '2026-11-01', decision: 'e' }
const known = (id: string, over: Partial<KnownDecision>): ReadonlyMap<string, KnownDecision> =>
  new Map([[id, { kind: 'discharge', subject: `discharge-${ID}`, verdict: 'approved', ...over }]])
const confirming = (action: string): ReadonlyMap<string, KnownDecision> =>
  known('d', { kind: 'import', subject: 'b', actions: new Set([action]) })
const NONE = new Map<string, KnownDecision>()

describe('what a row says of decisions', () => {
  test('is so: nothing to put right', () => {
    expect(wrongOutcome(anAction(), NONE)).toBeNull()
    expect(wrongOutcome(anAction({ status: 'discharged', discharge }), known('d', {}))).toBeNull()
    const extended = anAction({ extensions: [extension], due: LATER })
    expect(wrongOutcome(extended, known('e', { subject: `extension-${ID}` }))).toBeNull()
  })

  test('what an import claims waits for its confirmation, and stands once it has it', () => {
    const origin = { kind: 'document', words: 'x.docx', batch: 'b' } as const
    const claimed = anAction({ status: 'discharged', origin, discharge: { ...discharge, decision: null } })
    expect(wrongOutcome(claimed, NONE)).toBeNull()
    const confirmed = anAction({ status: 'discharged', origin, discharge })
    expect(wrongOutcome(confirmed, confirming(ID))).toBeNull()
    expect(wrongOutcome(confirmed, confirming('another-action'))?.what).toBe('discharge')
    expect(wrongOutcome(confirmed, known('d', { kind: 'import', subject: 'another' }))?.what).toBe('discharge')
  })

  test.each<[string, ReadonlyMap<string, KnownDecision>]>([
    ['nobody decided', NONE],
    ['it was refused', known('d', { verdict: 'refused' })],
    ['it is void', known('d', { verdict: 'void' })],
    ['it was on another action', known('d', { subject: 'discharge-another' })],
    ['it was on an extension', known('d', { subject: `extension-${ID}` })],
  ])('discharged, though %s, waits for its decision again', (_, decisions) => {
    expect(wrongOutcome(anAction({ status: 'discharged', discharge }), decisions)).toEqual({
      what: 'discharge',
      fields: { status: 'dischargeProposed', discharge: { ...discharge, decision: null } },
    })
  })

  test('discharged by hand, with nothing proposed, is open', () => {
    expect(wrongOutcome(anAction({ status: 'discharged' }), NONE)).toEqual({
      what: 'discharge',
      fields: { status: 'open', discharge: null },
    })
  })

  test('extended, though nobody granted it, is due when it was', () => {
    expect(wrongOutcome(anAction({ extensions: [extension], due: LATER }), NONE)).toEqual({
      what: 'extension',
      fields: { extensions: [], due: DUE },
    })
  })

  test('a due that was moved by hand goes back, and so does the first', () => {
    expect(wrongDue(anAction({ due: LATER }))).toEqual({ what: 'due', fields: { due: DUE, firstDue: DUE } })
    const extended = anAction({ extensions: [extension], due: LATER, firstDue: LATER })
    expect(wrongDue(extended)).toEqual({
      what: 'due',
      fields: { due: LATER, firstDue: DUE },
    })
  })
})

describe('extensions on the word of a document', () => {
  const told: Extension = {
    from: DUE,
    to: LATER,
    reason: '',
    basis: 'imported',
    batch: 'b',
    entry: `${ID}.0`,
    askedBy: null,
    askedOn: null,
    decision: 'i',
  }
  const action = anAction({ extensions: [told], due: LATER })

  test('stand where they are borne out, and only there', () => {
    const confirmed = confirming(ID)
    expect(wrongOutcome(action, confirmed, new Set([told]))).toBeNull()
    expect(wrongOutcome(action, confirmed)).toEqual({ what: 'extension', fields: { extensions: [], due: DUE } })
  })

  test('that were taken away stand again, each where the one before it left the due', () => {
    const evenLater = { kind: 'month', month: '2027-03', words: 'March' } as const
    const after: Extension = { ...extension, from: LATER, to: evenLater }
    const wiped = anAction({ extensions: [after], due: evenLater })
    const fields = { extensions: [told, after], due: evenLater }
    expect(restoreExtensions(wiped, [told])).toEqual({ what: 'extension', fields })
    expect(wrongDue(anAction(fields))).toBeNull()
  })
})

test('only the service puts right, and says so in the history', () => {
  const register = {
    ...EMPTY_REGISTER,
    snapshot: { ...EMPTY_REGISTER.snapshot, actions: new Map([[ID, anAction({ status: 'discharged' })]]) },
  }
  const command = {
    kind: 'putRight',
    id: 'command-0009',
    action: ID,
    what: 'discharge',
    fields: { status: 'open', discharge: null },
  } as const
  expect(carryOut(register, command, 'coordinator').refused).toBe('serviceOnly')
  const done = carryOut(register, command, 'service')
  expect(done.register.snapshot.actions.get(ID)?.status).toBe('open')
  expect(done.register.history.get(ID)?.at(-1)?.event).toEqual({ kind: 'putRight', values: { what: 'discharge' } })
  expect(carryOut(done.register, { ...command, id: 'command-0010' }, 'service').refused).toBe('nothingChanged')
})
