/** What the Access room shows, worked out from what the service told. */

import { describe, expect, test } from 'vitest'
import type { AccessHappened, NominationTold, ReviewTold } from '../../src/contract/access.ts'
import {
  coverageTable,
  endingsOf,
  found,
  inOrder,
  mineOf,
  onWhoseSay,
  tellHistory,
} from '../../src/tab/access/shown.ts'

const named = (key: string): string => ({ north: 'North Mercia', vale: 'Dyffryn Taf' })[key] ?? key

function aNomination(name: string, more: Partial<NominationTold> = {}): NominationTold {
  return {
    key: `nomination-${name}`,
    resource: 'database',
    person: { tenantId: 't', objectId: name, name },
    organisation: 'north',
    team: 'POLIT',
    reason: '',
    trained: null,
    standing: 'active',
    since: '2026-01-01',
    because: null,
    waitsFor: null,
    isResumption: false,
    runsOut: null,
    account: '',
    history: [],
    acts: [],
    hash: null,
    ...more,
  }
}

function aReview(more: Partial<ReviewTold> = {}): ReviewTold {
  const person = { tenantId: 't', objectId: 'a', name: 'A' }
  const asked = { nomination: 'nomination-a', person, team: '', standing: 'active', answer: null, words: '' } as const
  return {
    key: 'review-one',
    resource: 'database',
    organisation: 'north',
    opens: '2026-10-01',
    due: '2026-10-15',
    progress: 'open',
    people: [{ ...asked, isTheirs: true }],
    availability: '',
    answered: null,
    mayAnswer: true,
    ...more,
  }
}

const event = (kind: AccessHappened['kind'], by: string, more: Partial<AccessHappened> = {}): AccessHappened => ({
  kind,
  day: '2026-01-01',
  by,
  as: null,
  verdict: null,
  because: null,
  words: '',
  ...more,
})
const approves = (as: 'approver' | 'assetOwner', by: string) => event('decided', by, { as, verdict: 'approved' })
const GIVEN = [event('nominated', 'spoc'), approves('approver', 'first'), approves('assetOwner', 'second')]

describe('a history', () => {
  test('tells what a review kept as kept, and what gives access back as an approval', () => {
    const history = [...GIVEN, approves('approver', 'keeper'), event('suspended', ''), approves('approver', 'again')]
    expect(tellHistory(history).map(({ kept }) => kept)).toEqual([false, false, false, true, false, false])
  })

  test('says on whose say it is: those two who approved it last, and never one of each time', () => {
    const say = (history: readonly AccessHappened[]) => {
      const { approver, assetOwner } = onWhoseSay(history)
      return [approver?.by, assetOwner?.by]
    }
    expect(say(GIVEN)).toEqual(['first', 'second'])
    expect(say([...GIVEN, approves('approver', 'keeper')])).toEqual(['first', 'second'])
    const back = [...GIVEN, event('suspended', ''), approves('approver', 'third')]
    expect(say(back)).toEqual(['third', undefined])
    expect(say([...back, approves('assetOwner', 'fourth')])).toEqual(['third', 'fourth'])
    expect(say([...GIVEN, event('nominated', 'spoc')])).toEqual([undefined, undefined])
  })
})

describe('what waits for the reader', () => {
  test('is a review in which somebody is theirs to answer for, and what they may do', () => {
    const mine = aNomination('a', { acts: ['decide', 'revoke'] })
    const waiting = aReview()
    expect(mineOf({ reviews: [waiting], nominations: [mine, aNomination('b', { acts: ['revoke'] })] })).toEqual({
      reviews: [waiting],
      people: [{ nomination: mine, act: 'decide' }],
    })
    const [asked] = waiting.people
    if (!asked) throw new Error('nobody')
    const none = [
      aReview({ mayAnswer: false }),
      aReview({ progress: 'answered' }),
      aReview({ people: [{ ...asked, isTheirs: false }] }),
      aReview({ people: [{ ...asked, standing: 'revoked' }] }),
      aReview({ people: [{ ...asked, answer: 'keep' }] }),
    ]
    expect(mineOf({ reviews: none, nominations: [] }).reviews).toEqual([])
    expect(mineOf({ reviews: [aReview({ progress: 'overdue' })], nominations: [] }).reviews).toHaveLength(1)
  })
})

test('people stand by organisation and name, and are found by every word that is typed, accents or not', () => {
  const people = [aNomination('Zoë'), aNomination('Ann'), aNomination('Siân', { organisation: 'vale' })]
  expect(inOrder(people, named, 'en').map(({ person }) => person.name)).toEqual(['Siân', 'Ann', 'Zoë'])
  expect(found(people, 'taf sian', named)).toHaveLength(1)
  expect(found(people, 'mercia polit', named)).toHaveLength(2)
  expect(found(people, 'mercia sian', named)).toHaveLength(0)
  expect(found(people, '  ', named)).toHaveLength(3)
})

test('what runs out is told by its day and organisation, with the review that can keep it', () => {
  const open = aReview({ due: '2026-10-15' })
  const endings = endingsOf(
    {
      nominations: [
        aNomination('b', { runsOut: '2027-01-15' }),
        aNomination('a', { runsOut: '2026-10-15' }),
        aNomination('c', { runsOut: '2026-10-15' }),
        aNomination('d', { runsOut: '2026-10-15', organisation: 'vale' }),
        aNomination('e'),
      ],
      reviews: [open, aReview({ due: '2026-10-15', organisation: 'vale', progress: 'answered' })],
    },
    named,
  )
  expect(
    endings.map(({ day, organisation, people, review }) => [day, organisation, people.length, review?.key]),
  ).toEqual([
    ['2026-10-15', 'vale', 1, undefined],
    ['2026-10-15', 'north', 2, 'review-one'],
    ['2027-01-15', 'north', 1, undefined],
  ])
})

test('an organisation of which nobody has access is a gap, whoever waits', () => {
  const cell = (organisation: string, team: string, active: number, others: number) => ({
    resource: 'database',
    organisation,
    team,
    active,
    others,
  })
  const table = coverageTable(
    [cell('north', 'POLIT', 0, 2), cell('north', 'Intelligence', 0, 0), cell('vale', 'POLIT', 1, 0)],
    named,
  )
  expect([table.teams, table.gaps]).toEqual([['POLIT', 'Intelligence'], 1])
  expect(table.rows.map(({ organisation, isGap }) => [organisation, isGap])).toEqual([
    ['vale', false],
    ['north', true],
  ])
  expect(table.rows[0]?.cells).toEqual([
    { active: 1, others: 0 },
    { active: 0, others: 0 },
  ])
})
