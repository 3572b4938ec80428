import { describe, expect, test } from 'vitest'
import type { Action, Origin, Part } from '../../src/domain/action.ts'
import { healthOf } from '../../src/domain/health.ts'
import { explained, piecesIn, progressOf } from '../../src/domain/pieces.ts'
import { standingOf } from '../../src/domain/status.ts'
import { carryOut, EMPTY, EMPTY_REGISTER, TODAY, type Register } from './domainworld.ts'
import { UNTOUCHED } from './untouched.ts'

const CONTEXT = { today: TODAY, nextMeeting: null, lateBy: 'first' } as const

function anAction(id: string, over: Partial<Action> = {}): Action {
  const stored = { version: '1', createdBy: 'Pat', createdAt: `${TODAY}T09:00:00Z`, modifiedAt: '' }
  return {
    ...UNTOUCHED,
    ...stored,
    id,
    details: 'Chase',
    reference: `${id}/26`,
    owners: [{ organisation: 'north' }],
    ...over,
  }
}

const part = (letter: string, status: Part['status'] = 'open'): Part => ({
  letter,
  details: `Bullet ${letter}`,
  owners: [],
  due: null,
  status,
})
const DISCHARGED = {
  status: 'discharged',
  discharge: { evidence: 'Seen', proposedOn: TODAY, proposedBy: null, decision: 'd' },
} as const
const piece = (id: string, over: Partial<Action> = {}, of: Partial<Origin> = {}): Action =>
  anAction(id, { origin: { kind: 'typed', recommendation: '1', ...of }, ...over })

function stands(recommendation: Action, ...others: readonly Action[]) {
  const actions = new Map([recommendation, ...others].map((each) => [each.id, each]))
  const progress = progressOf(recommendation, piecesIn({ actions })(recommendation))
  const standing = explained(standingOf(recommendation, CONTEXT), recommendation, progress)
  const { contradictions } = healthOf({ ...EMPTY, actions }, TODAY)
  return { progress, standing, kinds: contradictions.filter(({ action }) => action === '1').map(({ kind }) => kind) }
}

describe('a recommendation that was broken into actions', () => {
  const recommendation = anAction('1', { kind: 'recommendation' })

  test('is as far as they are, and says which it waits for', () => {
    const { progress, standing } = stands(recommendation, piece('2'), piece('3', DISCHARGED), piece('4'))
    expect(progress).toEqual({ done: 1, of: 3, open: ['2/26', '4/26'] })
    expect(standing).toMatchObject({ rule: 'AMBER', why: { code: 'pieces', values: { references: '2/26\n4/26' } } })
  })

  test('counts no action twice, however it hangs together with it, and nothing for what was closed', () => {
    const linked = anAction('1', {
      kind: 'recommendation',
      links: [{ id: 'a', kind: 'waitsFor', target: { action: '2' }, answer: null }],
    })
    const both = piece('2', { links: [{ id: 'b', kind: 'continues', target: { action: '1' }, answer: null }] })
    expect(stands(linked, both, piece('3', { status: 'closed' })).progress).toEqual({ done: 0, of: 1, open: ['2/26'] })
  })

  test('counts a bullet as the action that carries it out, and the other bullets themselves', () => {
    const whole = anAction('1', { kind: 'recommendation', parts: [part('a'), part('b', 'done'), part('c')] })
    const { progress } = stands(whole, piece('2', DISCHARGED, { part: 'a' }), piece('3', {}, { part: 'x' }))
    expect(progress).toEqual({ done: 2, of: 4, open: ['3/26'] })
  })

  test('waits for another group’s part until that is answered', () => {
    const target = { group: 'Missing Children', reference: '7/26' }
    const link = { id: 'a', kind: 'alignedWith', target, answer: null } as const
    const waiting = stands(anAction('1', { kind: 'recommendation', links: [link] }))
    expect(waiting.progress).toEqual({ done: 0, of: 1, open: ['Missing Children 7/26'] })
    expect(waiting.standing.rule).toBe('AMBER')
    const answered = { ...link, answer: { words: 'Done', day: TODAY } }
    expect(stands(anAction('1', { kind: 'recommendation', links: [answered] })).progress).toMatchObject({ done: 1 })
  })

  test('contradicts itself when it is complete and they aren’t, or the other way round', () => {
    const complete = anAction('1', { kind: 'recommendation', ...DISCHARGED })
    expect(stands(complete, piece('2')).kinds).toEqual(['openPieces'])
    expect(stands(complete, piece('2', DISCHARGED)).kinds).toEqual([])
    expect(stands({ ...complete, parts: [part('a')] }, piece('2', DISCHARGED)).kinds).toEqual(['openParts'])
    expect(stands(recommendation, piece('2', DISCHARGED)).kinds).toEqual(['doneNotProposed'])
    expect(stands(recommendation, piece('2', DISCHARGED), piece('3')).kinds).toEqual([])
  })

  test('says what is more pressing first', () => {
    const due = { kind: 'day', day: '2026-01-01', words: 'then' } as const
    const late = anAction('1', { kind: 'recommendation', due, firstDue: due })
    expect(stands(late, piece('2')).standing.why.code).toBe('late')
  })
})

test('whom a recommendation asks stays, whether or not a body is waited for, and what it said before is told', () => {
  const does = (register: Register, command: Parameters<typeof carryOut>[1]): Register => {
    const { register: next, refused } = carryOut(register, command)
    expect(refused).toBeNull()
    return next
  }
  const of = (register: Register) => register.snapshot.actions.get('recommended')
  const origin = { kind: 'document', publication: 'p', addressee: 'chief constables', deadline: 'report' } as const
  const added = does(EMPTY_REGISTER, {
    kind: 'addAction',
    id: 'recommended',
    details: 'The Home Office and chief constables should',
    actionKind: 'recommendation',
    owners: [],
    parts: [],
    due: null,
    origin,
  })
  const about = { kind: 'setAddressee', action: 'recommended' } as const
  const addressee = 'the Home Office and chief constables'
  const put = does(added, { ...about, id: 'command-1', addressee: ` ${addressee} `, deadline: { body: 'NPCC' } })
  expect(of(put)?.origin).toEqual({ ...origin, addressee, deadline: { body: 'NPCC' } })
  expect(put.history.get('recommended')?.at(-1)?.event).toEqual({
    kind: 'addressed',
    values: { how: 'changed', from: 'chief constables', to: addressee },
  })
  const target = { body: 'Home Office', what: 'a plan' }
  const waiting = does(put, {
    kind: 'addLink',
    id: 'command-2',
    action: 'recommended',
    link: { kind: 'waitsFor', target },
  })
  const delivered = does(waiting, {
    kind: 'answerLink',
    id: 'command-3',
    action: 'recommended',
    link: 'command-2',
    words: 'It came.',
    day: TODAY,
  })
  const [white, amber] = [waiting, delivered].map(of)
  expect(white && standingOf(white, CONTEXT).rule).toBe('WHITE')
  expect(amber && standingOf(amber, CONTEXT).rule).toBe('AMBER')
  expect(amber?.origin.addressee).toBe(addressee)
  const bare = does(delivered, { ...about, id: 'command-4', addressee: '', deadline: null })
  expect(of(bare)?.origin).toEqual({ kind: 'document', publication: 'p' })
  expect(carryOut(bare, { ...about, id: 'command-5', addressee: ' ', deadline: null }).refused).toBe('nothingChanged')
  expect(carryOut(bare, { ...about, id: 'command-6', addressee: 'x', deadline: { body: ' ' } }).refused).toBe(
    'textMissing',
  )
})
