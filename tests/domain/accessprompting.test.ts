import { describe, expect, test } from 'vitest'
import type { AccessEvent, AccessEventOf, Suspension } from '../../src/domain/access.ts'
import { accessMatters } from '../../src/domain/accessprompting.ts'
import type { ReviewContent, ReviewGiven } from '../../src/domain/accessreview.ts'
import type { Appointment } from '../../src/domain/appointment.ts'
import type { ControlMatter, ControlPresent } from '../../src/domain/controlprompting.ts'
import type { Day } from '../../src/domain/day.ts'
import type { Person, Role } from '../../src/domain/group.ts'

const person = (name: string): Person => ({ tenantId: 't', objectId: name, name })
const post = (organisation: string, role: Role, holder: string, deputy: string | null = null): Appointment => ({
  key: `${organisation}-${role}`,
  group: 'g',
  post: `${organisation}-${role}`,
  organisation,
  role,
  holder: person(holder),
  deputy: deputy === null ? null : person(deputy),
  from: null,
  to: null,
})
const APPOINTMENTS = [
  post('rocu', 'coordinator', 'secretary'),
  post('rocu', 'assetOwner', 'owner'),
  post('rocu', 'databaseAdministrator', 'dba'),
  post('north', 'spoc', 'spoc'),
  post('north', 'approver', 'approver', 'stand-in'),
  post('vale', 'approver', 'other'),
]

const happened = (id: string, day: Day, by: string) => ({ id, day, at: `${day}T09:00:00Z`, by: person(by) })
const nominated = (by = 'spoc'): AccessEvent => ({
  ...happened('nominated', '2026-11-02', by),
  kind: 'nominated',
  organisation: 'north',
  team: 'POLIT',
  reason: 'Runs the unit',
  trained: null,
  post: null,
})
const decided = (
  as: AccessEventOf<'decided'>['as'],
  by: string,
  verdict: 'approved' | 'refused' = 'approved',
): AccessEvent => ({
  ...happened(as, '2026-11-03', by),
  kind: 'decided',
  as,
  verdict,
  words: '',
  appointment: `x-${as}`,
  hash: 'h',
  post: null,
})
const BOTH = [nominated(), decided('approver', 'approver'), decided('assetOwner', 'owner')]
const OPENED: AccessEvent = { ...happened('opened', '2026-11-04', 'dba'), kind: 'opened', account: 'a1' }
const suspended = (because: Suspension): AccessEvent => ({
  ...happened('suspended', '2026-11-20', 'spoc'),
  kind: 'suspended',
  because,
  words: '',
})
const REVOKED: AccessEvent = { ...happened('revoked', '2026-11-20', 'spoc'), kind: 'revoked', words: '' }

function mattersOn(
  today: Day,
  events: readonly AccessEvent[],
  reviews: readonly (readonly [string, ReviewContent])[] = [],
  away: readonly string[] = [],
): readonly ControlMatter[] {
  const present: ControlPresent = {
    appointments: APPOINTMENTS,
    today,
    isAway: ({ objectId }) => away.includes(objectId),
    hasLeft: () => false,
    hash: (content) => content,
  }
  const reviewed = { first: '2026-11-09', months: 3, dueAfter: 14 }
  const resource = { group: 'g', key: 'db', name: 'The database', nameWelsh: '', teams: ['POLIT'], reviews: reviewed }
  const nomination = { group: 'g', resource: 'db', person: person('nominee'), events }
  return accessMatters({ resources: [resource], nominations: [['n1', nomination]], reviews }, present)
}
const askedIn = ({ asks }: Pick<ControlMatter, 'asks'>): string[][] =>
  asks.map(({ kind, to }) => [kind, ...to.map((each) => each.person.objectId)])
function access(
  events: readonly AccessEvent[],
  today: Day = '2026-11-24',
  away: readonly string[] = [],
): ControlMatter {
  const [matter] = mattersOn(today, events, [], away)
  if (!matter) throw new Error('there is none')
  return matter
}

describe('a nomination', () => {
  test('is put to the organisation’s approver, then to the asset owner, then to the administrator', () => {
    expect(access([nominated()])).toMatchObject({ subject: 'access-n1', title: 'The database', due: null })
    expect(askedIn(access([nominated()]))).toEqual([['accessWanted', 'approver']])
    const first = access(BOTH.slice(0, 2))
    expect(askedIn(first)).toEqual([['accessWanted', 'owner']])
    // What the first approver's card says from then on.
    expect(first.stands.accessWanted).toBe('approved')
    expect(askedIn(access(BOTH))).toEqual([['accountToOpen', 'dba']])
    expect(access([...BOTH, OPENED])).toMatchObject({ asks: [], stands: { accountToOpen: 'opened' } })
  })

  test('is another question at each stage', () => {
    const [first, second] = [access([nominated()]), access(BOTH.slice(0, 2))]
    expect(first.asks[0]?.occurrence).not.toBe(second.asks[0]?.occurrence)
  })

  test('is never put to whoever nominated: whoever stands in decides', () => {
    expect(askedIn(access([nominated('approver')]))).toEqual([['accessWanted', 'stand-in']])
    expect(askedIn(access([nominated()], '2026-11-24', ['approver']))).toEqual([['accessWanted', 'stand-in']])
  })

  test('that was refused asks nobody, and says so', () => {
    expect(access([nominated(), decided('approver', 'approver', 'refused')])).toMatchObject({
      asks: [],
      stands: { accessWanted: 'refused' },
    })
  })

  test('revoked, has its account closed', () => {
    const revoked = access([...BOTH, OPENED, REVOKED])
    expect(askedIn(revoked)).toEqual([['accountToClose', 'dba']])
    const closed: AccessEvent = { ...happened('closed', '2026-11-23', 'dba'), kind: 'closed' }
    expect(access([...BOTH, OPENED, REVOKED, closed])).toMatchObject({ asks: [], stands: { accountToClose: 'closed' } })
  })

  test('suspended, is told to SPOC, approver and administrator, for two weeks', () => {
    const all = [['accessSuspended', 'spoc', 'approver', 'dba']]
    expect(askedIn(access([...BOTH, OPENED, suspended('person')]))).toEqual(all)
    expect(askedIn(access([...BOTH, OPENED, suspended('person')], '2026-12-10'))).toEqual([])
  })
})

describe('a review', () => {
  const REVIEW: ReviewContent = {
    group: 'g',
    resource: 'db',
    organisation: 'north',
    scheduled: '2026-11-09',
    opens: '2026-11-09',
    due: '2026-11-23',
    people: [{ nomination: 'n1', person: person('nominee') }],
    given: [],
  }
  const review = (today: Day, over: Partial<ReviewContent> = {}): ControlMatter => {
    const found = mattersOn(today, [...BOTH, OPENED], [['r1', { ...REVIEW, ...over }]])
    const matter = found.find(({ subject }) => subject === 'review-r1')
    if (!matter) throw new Error('there is none')
    return matter
  }

  test('is put to the organisation’s approver from its day on, warned of twice, and then has suspended', () => {
    const wanted = ['reviewWanted', 'approver']
    expect([askedIn(review('2026-11-08')), askedIn(review('2026-11-09'))]).toEqual([[], [wanted]])
    expect(askedIn(review('2026-11-15'))).toEqual([wanted])
    const warned = [wanted, ['reviewWarning', 'approver']]
    expect([askedIn(review('2026-11-16')), askedIn(review('2026-11-23'))]).toEqual([warned, warned])
    expect(review('2026-11-16').asks[1]?.occurrence).not.toBe(review('2026-11-22').asks[1]?.occurrence)
    expect(review('2026-11-16').due).toBe('2026-11-23')
    const after = review('2026-11-24')
    // Answered late, it still gives access back.
    expect(askedIn(after)).toEqual([wanted, ['accessSuspended', 'spoc', 'approver', 'dba']])
    // And is asked for anew, however often it was before.
    expect(after.asks[0]?.occurrence).not.toBe(review('2026-11-23').asks[0]?.occurrence)
    expect(after.stands).toMatchObject({ reviewWanted: 'suspended', reviewWarning: 'suspended' })
  })

  test('that the next one has overtaken asks no more', () => {
    const next = { ...REVIEW, scheduled: '2027-02-09', opens: '2027-02-09', due: '2027-02-23' }
    const both = mattersOn(
      '2027-02-10',
      [...BOTH, OPENED],
      [
        ['r1', REVIEW],
        ['r2', next],
      ],
    )
    const [first, second] = both.filter(({ subject }) => subject.startsWith('review-'))
    expect([first?.asks, second?.asks.map(({ kind }) => kind)]).toEqual([[], ['reviewWanted']])
  })

  test('is told of once, whoever it suspends', () => {
    const [nomination] = mattersOn('2026-11-24', [...BOTH, OPENED], [['r1', REVIEW]])
    expect(nomination).toMatchObject({ subject: 'access-n1', asks: [] })
  })

  test('that was answered asks nobody', () => {
    const given: ReviewGiven = {
      ...happened('given', '2026-11-12', 'approver'),
      by: person('approver'),
      appointment: 'x',
      people: [{ nomination: 'n1', answer: 'keep', words: '' }],
      availability: 'On request',
    }
    expect(review('2026-11-16', { given: [given] })).toMatchObject({ asks: [], stands: { reviewWanted: 'answered' } })
  })

  test('asks nobody about somebody whose access was revoked meanwhile', () => {
    const [, review] = mattersOn('2026-11-21', [...BOTH, OPENED, REVOKED], [['r1', REVIEW]])
    expect(review).toMatchObject({ subject: 'review-r1', asks: [], stands: { reviewWanted: 'answered' } })
  })

  test('of the approver’s own access is put to whoever stands in', () => {
    const people = [{ nomination: 'n1', person: person('approver') }]
    expect(askedIn(review('2026-11-12', { people }))).toEqual([['reviewWanted', 'stand-in']])
  })
})
