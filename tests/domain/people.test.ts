import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addresseesOf } from '../../src/domain/addressee.ts'
import { isInForce, isSamePerson, type Appointment } from '../../src/domain/appointment.ts'
import { addDays } from '../../src/domain/day.ts'
import type { Person } from '../../src/domain/group.ts'
import { leaversIn, standingOn, timelineOf, withoutLeavers } from '../../src/domain/people.ts'
import { planPostChange, type PostChange } from '../../src/domain/peoplechange.ts'

const TODAY = '2026-11-23'
const person = (name: string): Person => ({ tenantId: 't', objectId: name.toLowerCase(), name })
const [khan, cole, hollis, raman] = ['Khan', 'Cole', 'Hollis', 'Raman'].map(person) as [Person, Person, Person, Person]

function held(post: string, more: Partial<Appointment> = {}): Appointment {
  const key = `sgg.${post}.${more.from ?? 'ever'}`
  return {
    key,
    group: 'sgg',
    post,
    organisation: 'north',
    role: 'spoc',
    holder: khan,
    deputy: null,
    from: null,
    to: null,
    ...more,
  }
}

const COORDINATOR = held('coordinator', { role: 'coordinator', holder: raman, organisation: 'rocu' })

let count = 0
/** What stands afterwards, or the code of the refusal. */
function change(
  appointments: readonly Appointment[],
  asked: PostChange,
  { post = 'spoc', by = raman }: { readonly post?: string; readonly by?: Person } = {},
): readonly Appointment[] | string {
  count += 1
  const planned = planPostChange(asked, { group: 'sgg', post, appointments, by, today: TODAY, id: `command-${count}` })
  if (!planned.ok) return planned.error.code
  const now = new Map([...appointments, ...planned.value.appointments].map((each) => [each.key, each]))
  return [...now.values()]
}

const told = (appointments: readonly Appointment[] | string, post = 'spoc'): unknown =>
  typeof appointments === 'string'
    ? appointments
    : timelineOf(post, appointments).map(
        ({ holder, deputy, from, to }) =>
          `${from ?? '…'}–${to ?? '…'} ${holder?.name ?? 'vacant'}${deputy ? ` (${deputy.name})` : ''}`,
      )

describe('handing over', () => {
  const before = [COORDINATOR, held('spoc')]
  test('ends one the day before the other begins', () => {
    expect(told(change(before, { kind: 'handOver', holder: cole, deputy: hollis, from: '2026-12-01' }))).toEqual([
      '…–2026-11-30 Khan',
      '2026-12-01–… Cole (Hollis)',
    ])
  })

  test('needs somebody who held it before, somebody else, and a day after their first', () => {
    const hand = (holder: Person, from: string, all = before): unknown =>
      told(change(all, { kind: 'handOver', holder, deputy: null, from }))
    expect(hand(khan, '2026-12-01')).toBe('samePerson')
    expect(hand(cole, '2026-02-30')).toBe('dayUnreal')
    expect(hand(cole, '2026-12-01', [COORDINATOR, held('spoc', { from: '2026-12-01' })])).toBe('handOverDay')
    expect(hand(cole, '2026-12-01', [COORDINATOR, held('spoc', { holder: null })])).toBe('postVacant')
    expect(hand(cole, '2026-12-01', [COORDINATOR])).toBe('postMissing')
  })

  test('a next one who is appointed already stays', () => {
    const all = [
      ...before.slice(0, 1),
      held('spoc', { to: '2026-12-31' }),
      held('spoc', { holder: hollis, from: '2027-01-01' }),
    ]
    expect(told(change(all, { kind: 'handOver', holder: cole, deputy: null, from: '2026-12-01' }))).toEqual([
      '…–2026-11-30 Khan',
      '2026-12-01–2026-12-31 Cole',
      '2027-01-01–… Hollis',
    ])
  })
})

describe('a post that nobody holds', () => {
  test('after the last day its deputy goes on standing in, and work falls to them', () => {
    const after = change([COORDINATOR, held('spoc', { deputy: hollis })], {
      kind: 'end',
      appointment: 'sgg.spoc.ever',
      day: TODAY,
    })
    expect(told(after)).toEqual(['…–2026-11-23 Khan (Hollis)', '2026-11-24–… vacant (Hollis)'])
    const posts = { appointments: after as Appointment[], today: addDays(TODAY, 1), isAway: () => false }
    expect(addresseesOf([{ organisation: 'north' }], posts)).toMatchObject([{ person: hollis, as: 'deputy' }])
    expect(standingOn('2026-11-30', timelineOf('spoc', posts.appointments))).toMatchObject({
      holder: null,
      vacantSince: '2026-11-24',
    })
  })

  test('is filled on the days asked for and stays vacant on the others', () => {
    const vacant = [COORDINATOR, held('spoc', { holder: null, from: '2026-10-01' })]
    const asked = { kind: 'appoint', holder: cole, deputy: null, from: '2026-12-01', to: '2026-12-31' } as const
    const filled = change(vacant, asked)
    expect(told(filled)).toEqual(['2026-10-01–2026-11-30 vacant', '2026-12-01–2026-12-31 Cole', '2027-01-01–… vacant'])
    expect(change(filled as Appointment[], { ...asked, holder: hollis, from: '2026-12-31', to: null })).toBe('postHeld')
    expect(told(change(filled as Appointment[], { ...asked, holder: hollis, from: '2027-01-01', to: null }))).toEqual([
      '2026-10-01–2026-11-30 vacant',
      '2026-12-01–2026-12-31 Cole',
      '2027-01-01–… Hollis',
    ])
    expect(change(vacant, { ...asked, to: '2026-11-30' })).toBe('daysReversed')
  })

  test('an appointment that has yet to begin can be taken back; one that has begun is ended', () => {
    const planned = change([COORDINATOR, held('spoc')], {
      kind: 'handOver',
      holder: cole,
      deputy: null,
      from: '2026-12-01',
    })
    const [key] = (planned as Appointment[]).flatMap((each) => (each.holder === cole ? [each.key] : []))
    expect(told(change(planned as Appointment[], { kind: 'takeBack', appointment: key ?? '' }))).toEqual([
      '…–2026-11-30 Khan',
      '2026-12-01–… vacant',
    ])
    expect(change(planned as Appointment[], { kind: 'takeBack', appointment: 'sgg.spoc.ever' })).toBe(
      'appointmentBegun',
    )
  })
})

describe('who may not be appointed', () => {
  test('a deputy who is the holder', () => {
    expect(change([COORDINATOR, held('spoc')], { kind: 'setDeputy', appointment: 'sgg.spoc.ever', deputy: khan })).toBe(
      'deputyIsHolder',
    )
  })

  test('oneself, to a post that decides; any other post one may take oneself', () => {
    const asked = { kind: 'appoint', holder: raman, deputy: null, from: TODAY, to: null } as const
    const all = [COORDINATOR, held('chair', { role: 'chair', holder: null }), held('spoc', { holder: null })]
    expect(change(all, asked, { post: 'chair' })).toBe('ownAppointment')
    expect(change(all, { ...asked, holder: cole, deputy: raman }, { post: 'chair' })).toBe('ownAppointment')
    expect(change(all, asked, { post: 'chair', by: cole })).toHaveLength(4)
    expect(change(all, asked)).toHaveLength(4)
  })

  test('nobody ends the last coordinator: there must be somebody whom everything falls to', () => {
    const asked = { kind: 'end', appointment: COORDINATOR.key, day: TODAY } as const
    expect(change([COORDINATOR], asked, { post: 'coordinator' })).toBe('lastCoordinator')
    const handed = { kind: 'handOver', holder: cole, deputy: null, from: '2026-12-01' } as const
    expect(change([COORDINATOR], handed, { post: 'coordinator' })).toHaveLength(2)
  })
})

test('who has left is found in what still stands, and their work falls to the next', () => {
  const all = [
    COORDINATOR,
    held('spoc', { deputy: hollis }),
    held('spoc', { key: 'past', from: '2020-01-01', to: '2020-12-31' }),
  ]
  const hasLeft = (who: Person): boolean => isSamePerson(who, khan)
  expect(leaversIn(all, hasLeft, TODAY)).toEqual([
    { appointment: 'sgg.spoc.ever', post: 'spoc', as: 'holder', person: khan },
  ])
  const posts = (left: (who: Person) => boolean) => ({
    appointments: withoutLeavers(all, left),
    today: TODAY,
    isAway: () => false,
  })
  expect(addresseesOf([{ post: 'spoc' }], posts(hasLeft))).toMatchObject([{ person: hollis, as: 'deputy' }])
  expect(
    addresseesOf(
      [{ post: 'spoc' }],
      posts((who) => who !== raman),
    ),
  ).toMatchObject([{ person: raman, as: 'coordinator', vacant: 'spoc' }])
})

test('whatever is changed, in whatever order, no two hold one post on one day, and nobody deputises themselves', () => {
  const who = fc.constantFrom(khan, cole, hollis, raman)
  const perhaps = fc.option(who)
  const day = fc.integer({ min: -40, max: 40 }).map((days) => addDays(TODAY, days))
  const which = fc.integer({ min: 0, max: 9 })
  const asked = fc.oneof(
    fc.record({ kind: fc.constant('appoint' as const), holder: who, deputy: perhaps, from: day, to: fc.option(day) }),
    fc.record({ kind: fc.constant('handOver' as const), holder: who, deputy: perhaps, from: day }),
    fc.record({ kind: fc.constant('end' as const), which, day }),
    fc.record({ kind: fc.constant('takeBack' as const), which }),
    fc.record({ kind: fc.constant('setDeputy' as const), which, deputy: perhaps }),
  )
  let carriedOut = 0
  fc.assert(
    fc.property(fc.array(asked, { minLength: 1, maxLength: 12 }), (all) => {
      let now: readonly Appointment[] = [COORDINATOR, held('spoc', { holder: null, from: '2026-10-01' })]
      for (const each of all) {
        const timeline = timelineOf('spoc', now)
        const appointment = 'which' in each ? (timeline[each.which % timeline.length]?.key ?? '') : ''
        const after = change(now, 'which' in each ? { ...each, appointment } : each)
        if (typeof after === 'string') continue
        now = after
        carriedOut += 1
        for (let days = -60; days <= 60; days++) {
          const there = now.filter((one) => one.post === 'spoc' && isInForce(one, addDays(TODAY, days)))
          expect(there.length, told(now) as string).toBeLessThanOrEqual(1)
          for (const { holder, deputy } of there) expect(isSamePerson(holder, deputy)).toBe(false)
        }
        // Once it was known who holds it, nothing is left unsaid.
        expect(standingOn(addDays(TODAY, 60), timelineOf('spoc', now)).appointment).not.toBeNull()
      }
    }),
    { numRuns: 60 },
  )
  expect(carriedOut).toBeGreaterThan(60)
})

test('whoever has left, in whatever posts, nobody of them is asked for anything', () => {
  const everybody = [khan, cole, hollis, raman]
  const who = fc.option(fc.constantFrom(...everybody))
  const post = fc.record({ role: fc.constantFrom('spoc', 'chair', 'coordinator'), holder: who, deputy: who } as const)
  const asked: number[] = []
  fc.assert(
    fc.property(fc.array(post, { maxLength: 5 }), fc.subarray(everybody), (posts, left) => {
      const hasLeft = (person: Person): boolean => left.includes(person)
      const all = posts.map((each, index) => held(`post-${index}`, each))
      const standing = { appointments: withoutLeavers(all, hasLeft), today: TODAY, isAway: () => false }
      const found = addresseesOf([{ organisation: 'north' }, { post: 'post-0' }, { name: 'KK' }], standing)
      expect(found.filter(({ person }) => hasLeft(person))).toEqual([])
      asked.push(found.length)
    }),
  )
  expect(Math.max(...asked)).toBeGreaterThan(0)
})
