import { describe, expect, test } from 'vitest'
import type { ActionContent } from '../../src/domain/action.ts'
import type { Due } from '../../src/domain/due.ts'
import { daysLate, isClaimed, standingOf, type StandingContext } from '../../src/domain/status.ts'
import { UNTOUCHED } from './untouched.ts'

const CONTEXT: StandingContext = { today: '2026-11-23', nextMeeting: '2026-12-10', lateBy: 'first' }
const due = (day: string): Due => ({ kind: 'day', day, words: day })

function anAction(over: Partial<ActionContent> = {}): ActionContent {
  return {
    ...UNTOUCHED,
    id: 'a',
    reference: '1/26',
    details: 'Chase',
    ...over,
  }
}

describe('the standing of an action is the first rule that holds', () => {
  test.each<[string, Partial<ActionContent>, string, string]>([
    [
      'closed',
      { status: 'closed', closing: { reason: 'duplicate', words: '', day: '2026-01-01' }, due: due('2026-01-01') },
      'CLOSED',
      'closed',
    ],
    [
      'discharged by a decision',
      { status: 'discharged', discharge: { evidence: '', proposedOn: '2026-01-01', proposedBy: null, decision: 'd1' } },
      'GREEN',
      'discharged',
    ],
    [
      'discharged in the document it came from, the import not yet confirmed',
      { status: 'discharged', origin: { kind: 'document', batch: 'b' } },
      'AMBER',
      'claimed',
    ],
    ['said to be discharged, with nothing behind it', { status: 'discharged' }, 'AMBER', 'claimed'],
    [
      'waiting for another body, though past due',
      {
        links: [{ id: 'l', kind: 'waitsFor', target: { body: 'NPCC', what: 'guidance' }, answer: null }],
        firstDue: due('2026-01-01'),
        due: due('2026-01-01'),
      },
      'WHITE',
      'waitsFor',
    ],
    ['past its first due, though extended', { firstDue: due('2026-11-22'), due: due('2027-01-01') }, 'RED', 'late'],
    ['due today', { firstDue: due('2026-11-23'), due: due('2026-11-23') }, 'AMBER', 'dueLater'],
    ['proposed and in time', { status: 'dischargeProposed' }, 'AMBER', 'dischargeProposed'],
    ['proposed and late', { status: 'dischargeProposed', firstDue: due('2026-11-01') }, 'RED', 'late'],
    [
      'until a condition',
      { due: { kind: 'until', condition: 'teams are formed', words: 'until teams are formed' } },
      'AMBER',
      'untilCondition',
    ],
    ['due in words no rule can read', { due: { kind: 'words', words: 'To be set' } }, 'AMBER', 'dueInWords'],
    ['without a due', {}, 'AMBER', 'noDue'],
    ['due at the next meeting', { due: { kind: 'nextMeeting', words: 'next meeting' } }, 'AMBER', 'dueLater'],
  ])('%s', (_name, over, colour, why) => {
    const standing = standingOf(anAction(over), CONTEXT)
    expect([standing.rule, standing.why.code]).toEqual([colour, why])
  })

  test('by the current due, an extension makes it in time', () => {
    const action = anAction({ firstDue: due('2026-11-22'), due: due('2027-01-01') })
    expect(standingOf(action, { ...CONTEXT, lateBy: 'current' }).rule).toBe('AMBER')
    expect(daysLate(action, CONTEXT)).toBe(1)
    expect(daysLate(action, { ...CONTEXT, lateBy: 'current' })).toBe(-39)
  })

  test("an override is shown beside the rule's own answer", () => {
    const override = {
      colour: 'GREEN',
      reason: 'Agreed at the board',
      by: { tenantId: '', objectId: '', name: 'C' },
      on: '2026-11-01',
    } as const
    const standing = standingOf(anAction({ override, firstDue: due('2026-01-01') }), CONTEXT)
    expect(standing).toMatchObject({ colour: 'GREEN', rule: 'RED', override })
  })

  test('months, quarters and periods end on their last day', () => {
    const late = (given: Due, today: string): number | null => daysLate(anAction({ due: given }), { ...CONTEXT, today })
    expect(late({ kind: 'month', month: '2018-02', words: 'end of February 2018' }, '2018-03-01')).toBe(1)
    expect(late({ kind: 'quarter', year: 2020, quarter: 1, words: 'Q1' }, '2020-03-31')).toBe(0)
    expect(
      late({ kind: 'period', count: 6, unit: 'month', after: '2021-03-11', words: 'within six months' }, '2021-09-12'),
    ).toBe(1)
    expect(late({ kind: 'nextMeeting', words: 'next' }, '2026-12-01')).toBe(-9)
  })

  test('only a decision stands behind a discharge', () => {
    expect(isClaimed(anAction({ status: 'discharged' }))).toBe(true)
    const discharge = { evidence: '', proposedOn: '2026-01-01', proposedBy: null, decision: 'd1' }
    expect(isClaimed(anAction({ status: 'discharged', discharge }))).toBe(false)
    expect(isClaimed(anAction({ status: 'open' }))).toBe(false)
  })
})
