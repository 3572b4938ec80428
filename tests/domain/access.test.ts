import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { askedContent, isBarred, stageOf, type NominationContent } from '../../src/domain/access.ts'
import { actsOf, decideNomination, type AccessAct, type NominationCommand } from '../../src/domain/accessdeciding.ts'
import { accessOver } from '../../src/domain/accessdisposal.ts'
import { reviewsToOpen } from '../../src/domain/accessopening.ts'
import { reconcile, type Account } from '../../src/domain/accessreconciling.ts'
import { coverageOf, registerNow, registerOn, runsOutOn, type AccessEntry } from '../../src/domain/accessregister.ts'
import {
  decideReview,
  isOverdueFor,
  progressOf,
  scheduledAfter,
  scheduledBy,
  type ReviewContent,
} from '../../src/domain/accessreview.ts'
import { isInForce, isSamePerson, type Appointment } from '../../src/domain/appointment.ts'
import { addDays, addMonths, type Day } from '../../src/domain/day.ts'
import type { Person, Role } from '../../src/domain/group.ts'

const FIRST = '2026-09-01'
const someone = (objectId: string): Person => ({ tenantId: 't', objectId, name: objectId.toUpperCase() })
const [SPOC, APPROVER, DEPUTY, OWNER, SECOND, ADMINISTRATOR, NOMINEE, OTHER] = [
  'spoc',
  'approver',
  'deputy',
  'owner',
  'second',
  'administrator',
  'nominee',
  'other',
].map(someone) as [Person, Person, Person, Person, Person, Person, Person, Person]
const ALL = [SPOC, APPROVER, DEPUTY, OWNER, SECOND, ADMINISTRATOR, NOMINEE, OTHER]

function appointment(role: Role, organisation: string, holder: Person, more: Partial<Appointment> = {}): Appointment {
  const key = `${role}-${organisation}-${holder.objectId}`
  return { key, group: 'g', post: key, organisation, role, holder, deputy: null, from: null, to: null, ...more }
}

const POSTS: readonly Appointment[] = [
  appointment('spoc', 'vale', SPOC),
  appointment('approver', 'vale', APPROVER, { deputy: DEPUTY }),
  appointment('assetOwner', 'rocu', OWNER, { deputy: SECOND }),
  appointment('databaseAdministrator', 'rocu', ADMINISTRATOR),
]

/** A little store: rows in memory, and a day that goes by. */
class Told {
  readonly nominations = new Map<string, NominationContent>()
  readonly reviews = new Map<string, ReviewContent>()
  readonly left = new Set<string>()
  day: Day = FIRST
  posts: readonly Appointment[] = POSTS
  private count = 0
  /** Of the clock of whichever instance decides. */
  behind = 0

  private context(actor: Person) {
    this.count += 1
    return {
      actor,
      today: this.day,
      at: String(1000 + this.count - this.behind).padStart(6, '0'),
      appointments: this.posts,
    }
  }

  private ground(key: string) {
    const person = this.nominations.get(key)?.person ?? NOMINEE
    return { reviews: [...this.reviews.values()], hasLeft: this.left.has(person.objectId) }
  }

  /** The code of the refusal, or null: it was done. */
  do(actor: Person, command: Saying, key = 'n'): string | null {
    const ground = this.ground(key)
    const whole = { id: `c${this.count}`, key, ground, ...command } as NominationCommand
    const decided = decideNomination(whole, this.nominations.get(key) ?? null, this.context(actor))
    if (!decided.ok) return decided.error.code
    this.nominations.set(key, decided.value)
    return null
  }

  nominate(by = SPOC, person = NOMINEE, key = 'n', team = 'POLIT'): string | null {
    const about = { group: 'g', resource: 'r', teams: ['POLIT', 'Intelligence'], person, organisation: 'vale' }
    return this.do(by, { kind: 'nominate', ...about, team, reason: 'Online investigations', trained: FIRST }, key)
  }

  decide(by: Person, verdict: 'approved' | 'refused' = 'approved', key = 'n'): string | null {
    const entry = this.entry(key)
    const content = (entry && askedContent(entry.nomination, entry.state)) ?? ''
    return this.do(by, { kind: 'decideAccess', verdict, words: 'Because', content, hash: 'h' }, key)
  }

  /** Nominated, approved twice, opened. */
  grant(person = NOMINEE, key = 'n'): void {
    expect([
      this.nominate(SPOC, person, key),
      this.decide(APPROVER, 'approved', key),
      this.decide(OWNER, 'approved', key),
      this.do(ADMINISTRATOR, { kind: 'confirmOpened', account: `db-${person.objectId}` }, key),
    ]).toEqual([null, null, null, null])
  }

  open(due: Day, key = 'rev'): void {
    const people = this.now()
      .filter(({ state }) => state.standing === 'active' || state.standing === 'suspended')
      .map((each) => ({ nomination: each.key, person: each.nomination.person }))
    const about = { group: 'g', resource: 'r', organisation: 'vale', scheduled: this.day, opens: this.day }
    const command = { kind: 'openReview', id: key, key, ...about, due, people } as const
    const opened = decideReview(command, null, this.context(OWNER))
    if (opened.ok) this.reviews.set(key, opened.value)
  }

  answer(by: Person, answer: 'keep' | 'suspend' | 'revoke', key = 'rev', nomination = 'n'): string | null {
    const people = [{ nomination, answer, words: '' }]
    const command = { kind: 'answerReview', id: `c${this.count}`, key, people, availability: 'On paper' } as const
    const decided = decideReview(command, this.reviews.get(key) ?? null, this.context(by))
    if (!decided.ok) return decided.error.code
    this.reviews.set(key, decided.value)
    return null
  }

  now(): readonly AccessEntry[] {
    const hasLeft = (person: Person): boolean => this.left.has(person.objectId)
    return registerNow(this, { today: this.day, appointments: this.posts, hasLeft })
  }

  entry(key = 'n'): AccessEntry | null {
    return this.now().find((each) => each.key === key) ?? null
  }

  standing(key = 'n'): string | null {
    return this.entry(key)?.state.standing ?? null
  }

  /** What the service does every few minutes. */
  sweep(): void {
    for (const key of this.nominations.keys()) this.do(OTHER, { kind: 'noteLost' }, key)
  }
}

type Saying = NominationCommand extends infer Each
  ? Each extends NominationCommand
    ? Omit<Each, 'id' | 'key' | 'ground'>
    : never
  : never

function granted(): Told {
  const told = new Told()
  told.grant()
  return told
}

describe('access', () => {
  test('is nominated for, approved by two people in their order, and there once the account is', () => {
    const told = new Told()
    expect(told.nominate()).toBeNull()
    expect([told.standing(), told.decide(OWNER)]).toEqual(['waitsForApprover', 'notAllowed'])
    expect([told.decide(APPROVER), told.standing()]).toEqual([null, 'waitsForOwner'])
    expect([told.decide(APPROVER), told.decide(DEPUTY)]).toEqual(['notAllowed', 'notAllowed'])
    expect([told.decide(OWNER), told.standing()]).toEqual([null, 'waitsForAccount'])
    const opening = { kind: 'confirmOpened', account: 'vale-7' } as const
    expect([told.do(OWNER, opening), told.do(ADMINISTRATOR, opening)]).toEqual(['notAllowed', null])
    expect([told.standing(), told.entry()?.state.account]).toEqual(['active', { name: 'vale-7', isOpen: true }])
  })

  test('goes on where the clock of the next instance is behind', () => {
    const told = new Told()
    told.nominate()
    told.behind = 500
    expect([told.decide(APPROVER), told.decide(OWNER), told.standing()]).toEqual([null, null, 'waitsForAccount'])
  })

  test('is approved by nobody for themselves, for whom they nominated, or twice', () => {
    const told = new Told()
    told.posts = [...POSTS, appointment('assetOwner', 'rocu', APPROVER), appointment('assetOwner', 'rocu', NOMINEE)]
    expect([told.nominate(APPROVER), told.decide(APPROVER)]).toEqual([null, 'askedYourself'])
    expect([told.decide(DEPUTY), told.decide(APPROVER)]).toEqual([null, 'askedYourself'])
    expect(told.decide(NOMINEE)).toBe('askedYourself')
    const other = new Told()
    other.posts = told.posts
    expect([other.nominate(), other.decide(APPROVER), other.decide(APPROVER)]).toEqual([null, null, 'approvedAlready'])
    expect([other.decide(SECOND), other.standing()]).toEqual([null, 'waitsForAccount'])
  })

  test('that was approved of on other words than it now has is asked again', () => {
    const told = new Told()
    told.nominate()
    const seen = told.entry()
    const content = (seen && askedContent(seen.nomination, seen.state)) ?? ''
    told.nominate(SPOC, NOMINEE, 'n', 'Intelligence')
    const decision = { kind: 'decideAccess', verdict: 'approved', words: '', content, hash: 'h' } as const
    expect([told.do(APPROVER, decision), told.standing()]).toEqual(['contentChanged', 'waitsForApprover'])
    told.decide(APPROVER)
    // Said anew by the organisation: the first approval was of something else.
    told.nominate()
    expect(told.standing()).toBe('waitsForApprover')
  })

  test('can be refused with a reason, and asked for anew', () => {
    const told = new Told()
    told.nominate()
    const content = askedContent(told.nominations.get('n') as NominationContent, told.entry()?.state as never) ?? ''
    const bare = { kind: 'decideAccess', verdict: 'refused', words: ' ', content, hash: 'h' } as const
    expect([told.do(APPROVER, bare), told.decide(APPROVER, 'refused')]).toEqual(['reasonNeeded', null])
    expect([told.standing(), told.nominate(), told.standing()]).toEqual(['refused', null, 'waitsForApprover'])
  })

  test('is revoked in one step by one person, and closed when the administrator has closed the account', () => {
    const told = granted()
    expect([told.nominate(), told.do(OTHER, { kind: 'revokeAccess', words: '' })]).toEqual([
      'nominatedAlready',
      'notAllowed',
    ])
    expect([told.do(SPOC, { kind: 'revokeAccess', words: '' }), told.standing()]).toEqual([null, 'revoked'])
    expect([told.do(ADMINISTRATOR, { kind: 'confirmClosed' }), told.standing()]).toEqual([null, 'closed'])
    expect([told.nominate(), told.standing()]).toEqual([null, 'waitsForApprover'])
    // Without an account there is none to close.
    expect([told.do(OWNER, { kind: 'revokeAccess', words: '' }), told.standing()]).toEqual([null, 'withdrawn'])
  })

  test('is gone at once when the nominee leaves, and when the post that went with it ends', () => {
    const told = granted()
    told.left.add(NOMINEE.objectId)
    expect([told.standing(), told.entry()?.state.why]).toMatchObject(['suspended', { because: 'left' }])
    told.sweep()
    told.left.clear()
    expect(told.standing()).toBe('suspended')

    const held = new Told()
    held.posts = [...POSTS, appointment('analyst', 'vale', NOMINEE, { to: addDays(FIRST, 5) })]
    held.grant()
    held.day = addDays(FIRST, 5)
    expect(held.standing()).toBe('active')
    held.day = addDays(FIRST, 6)
    expect([held.standing(), held.entry()?.state.why]).toMatchObject(['suspended', { because: 'postEnded' }])
    held.sweep()
    // Wanted in spite of that, it is given anew, by two.
    expect([held.do(SPOC, { kind: 'askAccessBack', words: 'Moved to POLIT' }), held.decide(OWNER)]).toEqual([
      null,
      'notAllowed',
    ])
    expect([held.decide(DEPUTY), held.decide(OWNER), held.standing()]).toEqual([null, null, 'active'])
  })

  test('comes back from a suspension by two approvals, of which an approver who asks gives the first', () => {
    const told = granted()
    expect(told.do(SPOC, { kind: 'suspendAccess', words: '' })).toBe('reasonNeeded')
    expect([told.do(SPOC, { kind: 'suspendAccess', words: 'On leave' }), told.standing()]).toEqual([null, 'suspended'])
    expect(told.do(APPROVER, { kind: 'askAccessBack', words: 'Back' })).toBeNull()
    expect([told.standing(), told.decide(APPROVER), told.decide(OWNER)]).toEqual(['suspended', 'notAllowed', null])
    expect(told.standing()).toBe('active')
  })
})

describe('a review', () => {
  test('that nobody answers suspends the day after its due, not before', () => {
    const told = granted()
    told.open(addDays(FIRST, 14))
    told.day = addDays(FIRST, 14)
    expect(told.standing()).toBe('active')
    told.day = addDays(FIRST, 15)
    expect([told.standing(), told.entry()?.state.why]).toMatchObject(['suspended', { because: 'overdue' }])
    expect([...told.reviews.values()].map((each) => progressOf(each, told.day))).toEqual(['overdue'])
    // Too late to keep it by oneself: the asset owner decides as well.
    expect([told.answer(APPROVER, 'keep'), told.standing()]).toEqual([null, 'suspended'])
    expect([told.decide(OWNER), told.standing()]).toEqual([null, 'active'])
  })

  test('that nobody answers takes away a first approval that was given before, too', () => {
    const told = granted()
    told.do(SPOC, { kind: 'suspendAccess', words: 'On leave' })
    told.open(addDays(FIRST, 14))
    told.do(APPROVER, { kind: 'askAccessBack', words: 'Back' })
    expect(told.entry()?.state.back?.approver?.by).toEqual(APPROVER)
    told.day = addDays(FIRST, 15)
    expect([told.decide(OWNER), told.standing()]).toEqual(['accessMovedOn', 'suspended'])
  })

  test('keeps, suspends and revokes, whom it names', () => {
    const told = granted()
    told.grant(OTHER, 'o')
    told.open(addDays(FIRST, 14))
    expect([told.answer(APPROVER, 'keep'), told.answer(DEPUTY, 'revoke', 'rev', 'o')]).toEqual([null, null])
    told.day = addDays(FIRST, 20)
    expect([told.standing('n'), told.standing('o')]).toEqual(['active', 'revoked'])
    expect(told.answer(APPROVER, 'keep', 'rev', 'x')).toBe('personNotReviewed')
    expect(told.answer(SPOC, 'keep')).toBe('notAllowed')
  })

  test('of one’s own access is somebody else’s to answer', () => {
    const told = new Told()
    told.posts = [...POSTS, appointment('approver', 'vale', SECOND)]
    told.grant(APPROVER === NOMINEE ? OTHER : NOMINEE)
    told.posts = [...told.posts, appointment('approver', 'vale', NOMINEE)]
    told.open(addDays(FIRST, 14))
    expect([told.answer(NOMINEE, 'keep'), told.answer(SECOND, 'keep')]).toEqual(['askedYourself', null])
  })

  test('is opened once for each organisation with people, late or not with all the time to answer', () => {
    const told = granted()
    const resource = {
      group: 'g',
      key: 'r',
      name: 'R',
      nameWelsh: '',
      teams: ['POLIT'],
      reviews: { first: addDays(FIRST, 10), months: 3, dueAfter: 14 },
    }
    const wanted = () =>
      reviewsToOpen(
        { nominations: told.nominations, reviews: told.reviews, resources: new Map([['r', resource]]) },
        { today: told.day, appointments: told.posts, hasLeft: () => false },
      )
    told.day = addDays(FIRST, 9)
    expect(wanted()).toEqual([])
    // Three days late; somebody else was given access after the day of the schedule.
    told.day = addDays(FIRST, 11)
    told.grant(OTHER, 'o')
    told.day = addDays(FIRST, 13)
    expect(wanted()).toEqual([
      {
        group: 'g',
        resource: 'r',
        organisation: 'vale',
        scheduled: addDays(FIRST, 10),
        opens: addDays(FIRST, 13),
        due: addDays(FIRST, 27),
        people: [{ nomination: 'n', person: NOMINEE }],
      },
    ])
    for (const review of wanted()) told.reviews.set('rev', { ...review, given: [] })
    expect(wanted()).toEqual([])
    told.day = addMonths(addDays(FIRST, 10), 3)
    expect(wanted().map(({ people }) => people.map(({ nomination }) => nomination))).toEqual([['n', 'o']])
  })

  test('is held on the days of its schedule, from the first on', () => {
    const schedule = { first: '2026-08-31', months: 3, dueAfter: 14 }
    expect(['2026-08-30', '2026-08-31', '2026-11-29', '2026-11-30'].map((day) => scheduledBy(schedule, day))).toEqual([
      null,
      '2026-08-31',
      '2026-08-31',
      '2026-11-30',
    ])
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 1, max: 12 }), (days, months) => {
        const day = addDays(FIRST, days)
        const each = { first: FIRST, months, dueAfter: 7 }
        const [last, next] = [scheduledBy(each, day) ?? '', scheduledAfter(each, day)]
        expect(last <= day && day < next).toBe(true)
        expect(next <= addMonths(last, months + 1)).toBe(true)
      }),
    )
  })
})

const aStep = fc.record({
  actor: fc.constantFrom(...ALL),
  nominee: fc.constantFrom(NOMINEE, APPROVER, OTHER),
  act: fc.constantFrom(
    'nominate',
    'approve',
    'approve',
    // The whole way, of which the rest is disturbance.
    'grant',
    'grant',
    'resume',
    'refuse',
    'open',
    'close',
    'suspend',
    'back',
    'revoke',
    'review',
    'keep',
    'keep',
    'suspendAnswer',
    'leave',
    'return',
    'hold',
    'end',
  ),
  days: fc.constantFrom(0, 0, 0, 0, 1, 6),
})
type Step = typeof aStep extends fc.Arbitrary<infer Each> ? Each : never

/** Mostly whoever may: else hardly anything would ever happen. */
const aStory = fc.record({
  steps: fc.array(aStep, { minLength: 10, maxLength: 60 }),
  isApt: fc.boolean(),
})

const APT: Partial<Record<Step['act'], readonly Person[]>> = {
  nominate: [SPOC, APPROVER],
  open: [ADMINISTRATOR],
  close: [ADMINISTRATOR],
  suspend: [SPOC],
  back: [SPOC, APPROVER],
  resume: [SPOC, APPROVER],
  keep: [APPROVER, DEPUTY],
}

function take(told: Told, step: Step, isApt: boolean): void {
  const { nominee, act } = step
  const key = nominee.objectId
  const apt = isApt ? APT[act] : undefined
  let actor = apt?.[step.days % apt.length] ?? step.actor
  if (isApt && act === 'approve') {
    const entry = told.entry(key)
    actor = entry && stageOf(entry.state) === 'assetOwner' ? OWNER : DEPUTY
  }
  switch (act) {
    case 'nominate':
      return void told.nominate(actor, nominee, key)
    case 'approve':
      return void told.decide(actor, 'approved', key)
    case 'grant':
      told.nominate(SPOC, nominee, key)
      told.decide(DEPUTY, 'approved', key)
      told.decide(OWNER, 'approved', key)
      return void told.do(ADMINISTRATOR, { kind: 'confirmOpened', account: key }, key)
    case 'resume':
      told.do(actor, { kind: 'askAccessBack', words: 'Because' }, key)
      told.decide(DEPUTY, 'approved', key)
      return void told.decide(OWNER, 'approved', key)
    case 'refuse':
      return void told.decide(actor, 'refused', key)
    case 'open':
      return void told.do(actor, { kind: 'confirmOpened', account: key }, key)
    case 'close':
      return void told.do(actor, { kind: 'confirmClosed' }, key)
    case 'suspend':
      return void told.do(actor, { kind: 'suspendAccess', words: 'Because' }, key)
    case 'back':
      return void told.do(actor, { kind: 'askAccessBack', words: 'Because' }, key)
    case 'revoke':
      return void told.do(actor, { kind: 'revokeAccess', words: '' }, key)
    case 'review':
      return told.reviews.has(told.day) ? undefined : told.open(addDays(told.day, 5), told.day)
    case 'keep':
    case 'suspendAnswer': {
      const review = [...told.reviews.keys()].at(-1) ?? ''
      return void told.answer(actor, act === 'keep' ? 'keep' : 'suspend', review, key)
    }
    case 'leave':
      return void told.left.add(key)
    case 'return':
      return void told.left.delete(key)
    case 'hold':
      told.posts = [...told.posts, appointment('analyst', 'vale', nominee, { key: `a${told.posts.length}` })]
      return undefined
    case 'end':
      told.posts = told.posts.map((each) =>
        each.role === 'analyst' && isSamePerson(each.holder, nominee) && isInForce(each, told.day)
          ? { ...each, to: addDays(told.day, -1) }
          : each,
      )
  }
}

const shown = (entries: readonly AccessEntry[]): unknown =>
  entries.map(({ key, state }) => ({
    key,
    standing: state.standing,
    since: state.since,
    why: state.why?.kind === 'suspended' ? state.why.because : (state.why?.kind ?? null),
    account: state.account,
    team: state.nominated.team,
  }))

describe('whatever anybody does', () => {
  test('nobody has access but on the approval of two different people who held their posts in that moment', () => {
    let seen = 0
    fc.assert(
      fc.property(aStory, ({ steps, isApt }) => {
        const told = new Told()
        const inPost = new Map<string, readonly Appointment[]>()
        for (const step of steps) {
          const before = told.posts
          take(told, step, isApt)
          for (const { state, nomination } of told.now()) {
            for (const given of [state.approver, state.assetOwner]) {
              if (given && !inPost.has(given.at))
                inPost.set(
                  given.at,
                  before.filter((each) => isInForce(each, told.day)),
                )
            }
            if (state.standing !== 'active') continue
            seen += 1
            const { approver, assetOwner, nominated } = state
            expect(approver).not.toBeNull()
            expect(assetOwner).not.toBeNull()
            for (const given of [approver, assetOwner]) {
              const held = inPost.get(given?.at ?? '')?.find((each) => each.key === given?.appointment)
              expect(held?.role).toBe(given?.as)
              expect([held?.holder, held?.deputy].some((each) => isSamePerson(each ?? null, given?.by ?? null))).toBe(
                true,
              )
              expect(isSamePerson(given?.by ?? null, nomination.person)).toBe(false)
              expect(isSamePerson(given?.by ?? null, nominated.by)).toBe(false)
            }
            expect(isSamePerson(approver?.by ?? null, assetOwner?.by ?? null)).toBe(false)
          }
          told.day = addDays(told.day, step.days)
        }
      }),
      { numRuns: 300 },
    )
    // Else it says nothing.
    expect(seen).toBeGreaterThan(200)
  })

  test('whoever a review doesn’t answer for in time is without access when the next day begins', () => {
    let seen = 0
    fc.assert(
      fc.property(aStory, ({ steps, isApt }) => {
        const told = new Told()
        for (const step of steps) {
          take(told, step, isApt)
          for (let count = 0; count < step.days; count += 1) {
            told.day = addDays(told.day, 1)
            for (const { key, state } of told.now()) {
              for (const review of told.reviews.values()) {
                if (addDays(review.due, 1) !== told.day || !isOverdueFor(review, key, told.day)) continue
                seen += 1
                expect(state.standing).not.toBe('active')
              }
            }
          }
        }
      }),
      { numRuns: 300 },
    )
    expect(seen).toBeGreaterThan(50)
  })

  test('the register replayed to any day is what was shown at the end of that day', () => {
    fc.assert(
      fc.property(aStory, ({ steps, isApt }) => {
        const told = new Told()
        const days = new Map<Day, unknown>()
        for (const step of steps) {
          take(told, step, isApt)
          for (let count = 0; count < step.days; count += 1) {
            told.sweep()
            days.set(told.day, shown(told.now()))
            told.day = addDays(told.day, 1)
          }
        }
        for (const [day, then] of days) expect(shown(registerOn(told, day))).toEqual(then)
      }),
      { numRuns: 300 },
    )
  })

  test('what the screen offers somebody is what the rules let them do, and no more', () => {
    const tries: Partial<Record<AccessAct, (told: Told, who: Person, key: string) => string | null>> = {
      decide: (told, who, key) => told.decide(who, 'approved', key),
      confirmOpened: (told, who, key) => told.do(who, { kind: 'confirmOpened', account: 'a' }, key),
      confirmClosed: (told, who, key) => told.do(who, { kind: 'confirmClosed' }, key),
      suspend: (told, who, key) => told.do(who, { kind: 'suspendAccess', words: 'Because' }, key),
      askBack: (told, who, key) => told.do(who, { kind: 'askAccessBack', words: 'Because' }, key),
      revoke: (told, who, key) => told.do(who, { kind: 'revokeAccess', words: '' }, key),
    }
    const offered = new Set<string>()
    fc.assert(
      fc.property(aStory, ({ steps, isApt }) => {
        const told = new Told()
        for (const step of steps) take(told, step, isApt)
        told.left.clear()
        for (const who of ALL) {
          for (const { key, state, nomination } of told.now()) {
            const acts = actsOf(nomination, state, { actor: who, appointments: told.posts, today: told.day })
            for (const act of acts) offered.add(act)
            for (const [act, attempt] of Object.entries(tries)) {
              const before = new Map(told.nominations)
              const refusal = attempt(told, who, key)
              expect([act, refusal === null]).toEqual([act, acts.includes(act as AccessAct)])
              for (const [each, content] of before) told.nominations.set(each, content)
            }
          }
        }
      }),
      { numRuns: 200 },
    )
    expect(offered.size).toBeGreaterThan(4)
  })

  test('an approval that the rule forbids doesn’t count, wherever the row has it from', () => {
    const told = new Told()
    told.nominate()
    const state = told.entry()?.state
    expect(state && [SPOC, NOMINEE, APPROVER].map((who) => isBarred(who, state, NOMINEE, 'approver'))).toEqual([
      'own',
      'own',
      null,
    ])
    const nomination = told.nominations.get('n') as NominationContent
    const about = { kind: 'decided', verdict: 'approved', words: '', appointment: '', hash: 'h', post: null } as const
    const forged = [
      { ...about, id: 'x', day: FIRST, at: '1', by: APPROVER, as: 'approver' as const },
      { ...about, id: 'y', day: FIRST, at: '2', by: APPROVER, as: 'assetOwner' as const },
    ]
    told.nominations.set('n', { ...nomination, events: [...nomination.events, ...forged] })
    expect(told.standing()).toBe('waitsForOwner')
  })
})

describe('disposal', () => {
  test('takes nobody’s past away who may still have access, and gives nobody access', () => {
    let gone = 0
    const aBack = fc.integer({ min: 0, max: 60 })
    fc.assert(
      fc.property(aStory, fc.subarray([NOMINEE, APPROVER, OTHER]), aBack, ({ steps, isApt }, ended, back) => {
        const told = new Told()
        for (const step of steps) {
          take(told, step, isApt)
          told.day = addDays(told.day, step.days)
        }
        for (const { objectId: key } of ended) {
          told.do(OWNER, { kind: 'revokeAccess', words: '' }, key)
          told.do(ADMINISTRATOR, { kind: 'confirmClosed' }, key)
        }
        told.day = addDays(told.day, 40)
        const before = shown(told.now())
        const over = accessOver(told, addDays(told.day, -back), told.day)
        gone += over.nominations.length
        for (const key of over.nominations) {
          expect(['closed', 'refused', 'withdrawn']).toContain(told.standing(key))
        }
        for (const key of over.nominations) told.nominations.delete(key)
        for (const key of over.reviews) told.reviews.delete(key)
        const left = (before as { key: string }[]).filter(({ key }) => !over.nominations.includes(key))
        expect(shown(told.now())).toEqual(left)
      }),
      { numRuns: 200 },
    )
    expect(gone).toBeGreaterThan(10)
  })

  test('keeps the review that nobody answered for as long as somebody is suspended by it', () => {
    const told = granted()
    told.open(addDays(FIRST, 14))
    told.day = addMonths(FIRST, 120)
    expect(accessOver(told, addMonths(FIRST, 60), told.day)).toEqual({ nominations: [], reviews: [] })
    told.day = addMonths(FIRST, 1)
    told.do(SPOC, { kind: 'revokeAccess', words: '' })
    told.do(ADMINISTRATOR, { kind: 'confirmClosed' })
    told.day = addMonths(FIRST, 120)
    expect(accessOver(told, addMonths(FIRST, 60), told.day)).toEqual({ nominations: ['n'], reviews: ['rev'] })
  })
})

describe('the register', () => {
  test('says what runs out when, and where there is nobody', () => {
    const told = granted()
    const schedule = { first: FIRST, months: 3, dueAfter: 14 }
    const entry = told.entry()
    const runsOut = (): Day | null => entry && runsOutOn(entry, told.reviews.values(), schedule, told.day)
    expect(runsOut()).toBe(addDays(addMonths(FIRST, 3), 14))
    told.open(addDays(FIRST, 9))
    expect(runsOut()).toBe(addDays(FIRST, 9))
    told.answer(APPROVER, 'keep')
    expect(runsOut()).toBe(addDays(addMonths(FIRST, 3), 14))
    expect(coverageOf(told.now(), ['vale', 'north'], ['POLIT', 'Intelligence'])).toEqual([
      { organisation: 'vale', team: 'POLIT', active: 1, others: 0 },
      { organisation: 'vale', team: 'Intelligence', active: 0, others: 0 },
      { organisation: 'north', team: 'POLIT', active: 0, others: 0 },
      { organisation: 'north', team: 'Intelligence', active: 0, others: 0 },
    ])
  })

  test('laid beside the list of accounts, says each difference once', () => {
    const told = granted()
    told.grant(OTHER, 'o')
    told.grant(SECOND, 's')
    told.do(SPOC, { kind: 'suspendAccess', words: 'Because' }, 's')
    told.nominate(SPOC, DEPUTY, 'd')
    const account = (name: string, whose: string, isEnabled = true): Account => ({
      account: name,
      name: whose,
      isEnabled,
    })
    const list = [
      account('DB-nominee ', ''),
      account('x9', ' second'),
      account('x8', 'Nobody We Know'),
      account('x7', 'Deputy', false),
      account('x6', 'nominee'),
    ]
    const { differences, agreed } = reconcile(list, told.now())
    expect(differences.map(({ kind, account: name, nomination }) => [kind, name, nomination])).toEqual([
      ['unknown', 'x8', null],
      ['second', 'x6', 'n'],
      ['absent', '', 'o'],
      ['suspended', 'x9', 's'],
      ['notApproved', 'x7', 'd'],
    ])
    expect(agreed).toBe(1)
  })
})
