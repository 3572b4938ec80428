import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Appointment } from '../../src/domain/appointment.ts'
import { addDays } from '../../src/domain/day.ts'
import type { Person, Role } from '../../src/domain/group.ts'
import {
  alike,
  decideIncident,
  speaksFor,
  type IncidentContent,
  type IncidentFacts,
} from '../../src/domain/incident.ts'
import { countSince, firstDay, measureOf, totalOf, type Counted, type Opened } from '../../src/domain/incidentcount.ts'
import { decideOpening, isCountedTwice, type OpeningDraft } from '../../src/domain/openingcount.ts'
import { decideProfile, isPageAddress, keepsProfiles, type ProfileDraft } from '../../src/domain/profile.ts'
import { PAT, TODAY } from './domainworld.ts'

const OWNER: Person = { tenantId: 't', objectId: 'owner', name: 'Owen' }
const ANN: Person = { tenantId: 't', objectId: 'ann', name: 'Ann' }

function appointment(
  role: Role,
  holder: Person | null,
  organisation = 'north',
  more: Partial<Appointment> = {},
): Appointment {
  const post = `${role}-${organisation}`
  return { key: post, group: 'g', post, organisation, role, holder, deputy: null, from: null, to: null, ...more }
}

const APPOINTMENTS = [
  appointment('spoc', PAT),
  appointment('assetOwner', OWNER, 'rocu'),
  appointment('auditor', ANN, 'south'),
]
const context = (actor: Person, appointments: readonly Appointment[] = APPOINTMENTS) => ({
  actor,
  today: TODAY,
  at: `${TODAY}T10:00:00.000Z`,
  appointments,
})

const FACTS: IncidentFacts = {
  organisation: 'north',
  day: '2026-11-20',
  profile: 'guardians',
  category: 'home',
  source: 'told',
  outcome: 'notYetKnown',
  reference: 'NS/1234/26',
  note: '',
}
const report = (facts: Partial<IncidentFacts> = {}) =>
  ({ kind: 'reportIncident', id: 'command-1', key: 'incident-1', group: 'g', facts: { ...FACTS, ...facts } }) as const
const reported = (facts: Partial<IncidentFacts> = {}): IncidentContent => {
  const decided = decideIncident(report(facts), null, context(PAT))
  if (!decided.ok) throw new Error(decided.error.code)
  return decided.value
}
const refusalOf = (decided: { ok: boolean; error?: { code: string; field?: string } }) =>
  decided.ok ? null : `${decided.error?.code ?? ''} ${decided.error?.field ?? ''}`.trim()

describe('a notification', () => {
  test('is made by who holds a post of the force; for any force by the region', () => {
    expect(reported()).toMatchObject({ state: 'stands', organisation: 'north', log: [{ kind: 'reported', by: PAT }] })
    expect(refusalOf(decideIncident(report({ organisation: 'south' }), null, context(PAT)))).toBe(
      'notYourOrganisation organisation',
    )
    expect(decideIncident(report({ organisation: 'south', source: 'found' }), null, context(OWNER)).ok).toBe(true)
  })

  test('gives nobody who only looks on, and nobody whose days are over, a way to make one', () => {
    expect(speaksFor(ANN, APPOINTMENTS, TODAY)).toEqual(new Set())
    const over = [appointment('spoc', PAT, 'north', { to: addDays(TODAY, -1) })]
    expect(refusalOf(decideIncident(report(), null, context(PAT, over)))).toBe('notYourOrganisation organisation')
    const deputy = [appointment('spoc', null, 'north', { deputy: PAT })]
    expect(decideIncident(report(), null, context(PAT, deputy)).ok).toBe(true)
  })

  test('lies on a day that has been', () => {
    expect(refusalOf(decideIncident(report({ day: addDays(TODAY, 1) }), null, context(PAT)))).toBe('incidentDay day')
    expect(refusalOf(decideIncident(report({ day: '2026-02-30' }), null, context(PAT)))).toBe('incidentDay day')
  })

  test('holds nobody’s details, in no field that takes words', () => {
    for (const field of ['reference', 'note'] as const) {
      const decided = decideIncident(report({ [field]: 'ring 07700 900123' }), null, context(PAT))
      expect(decided).toEqual({ ok: false, error: { code: 'personalData', field, values: { kind: 'telephone' } } })
    }
    const about = { id: 'command-2', key: 'incident-1' }
    const withdrawn = decideIncident(
      { kind: 'withdrawIncident', ...about, reason: 'see SY1 1AA' },
      reported(),
      context(PAT),
    )
    expect(refusalOf(withdrawn)).toBe('personalData reason')
  })

  test('keeps what was said before a correction, and counts no more once it is withdrawn', () => {
    const about = { id: 'command-2', key: 'incident-1', reason: 'Found out since' }
    const facts = { ...FACTS, outcome: 'arrest' as const }
    const corrected = decideIncident({ kind: 'correctIncident', ...about, facts }, reported(), context(PAT))
    if (!corrected.ok) throw new Error(corrected.error.code)
    expect(corrected.value.log.at(-1)).toMatchObject({ kind: 'corrected', before: FACTS, reason: 'Found out since' })
    const again = { kind: 'correctIncident', ...about, id: 'command-3', facts } as const
    expect(refusalOf(decideIncident(again, corrected.value, context(PAT)))).toBe('nothingToChange')
    const withdraw = { kind: 'withdrawIncident', ...about, id: 'command-4' } as const
    expect(refusalOf(decideIncident({ ...withdraw, reason: ' ' }, corrected.value, context(PAT)))).toBe(
      'reasonNeeded reason',
    )
    const withdrawn = decideIncident(withdraw, corrected.value, context(PAT))
    if (!withdrawn.ok) throw new Error(withdrawn.error.code)
    const ground = { incidents: [withdrawn.value], openings: [], nationOf: () => 'England' }
    expect(totalOf(countSince('2000-01-01', ground).all)).toBe(0)
    expect(refusalOf(decideIncident(withdraw, withdrawn.value, context(PAT)))).toBe('incidentWithdrawn')
  })

  test('moves to no force that its author doesn’t speak for', () => {
    const about = { id: 'command-2', key: 'incident-1', reason: 'Wrong force' }
    const facts = { ...FACTS, organisation: 'south' }
    const decided = decideIncident({ kind: 'correctIncident', ...about, facts }, reported(), context(PAT))
    expect(refusalOf(decided)).toBe('notYourOrganisation organisation')
  })

  test('told by a force and found by a search may be one incident: alike, unless the numbers or the groups differ', () => {
    const told = reported()
    expect(alike({ ...FACTS, source: 'found', reference: '' }, [told])).toEqual([told])
    expect(alike({ ...FACTS, profile: null }, [told])).toEqual([told])
    for (const other of [
      { reference: 'NS/9/26' },
      { profile: 'others' },
      { day: '2026-11-19' },
      { organisation: 'south' },
    ]) {
      expect(alike({ ...FACTS, ...other }, [told])).toEqual([])
    }
  })
})

describe('a profile', () => {
  const draft: ProfileDraft = {
    name: ' Shires Guardians ',
    aliases: ['Guardians UK', ' '],
    area: 'North Shire',
    links: ['https://social.example/0123456789'],
    risk: 'high',
    redLines: 'Never meet them.',
  }
  const save = (content: Partial<ProfileDraft> = {}) =>
    ({ kind: 'saveProfile', id: 'command-1', key: 'guardians', group: 'g', content: { ...draft, ...content } }) as const

  test('is kept by the information asset owner; by the coordinator where nobody holds that post', () => {
    const saved = decideProfile(save(), null, context(OWNER))
    expect(saved).toMatchObject({ ok: true, value: { name: 'Shires Guardians', aliases: ['Guardians UK'] } })
    expect(refusalOf(decideProfile(save(), null, context(PAT)))).toBe('notProfileKeeper')
    const coordinated = [...APPOINTMENTS, appointment('coordinator', PAT)]
    expect(keepsProfiles(PAT, coordinated, TODAY)).toBe(false)
    const vacant = [appointment('assetOwner', null), appointment('coordinator', PAT)]
    expect(keepsProfiles(PAT, vacant, TODAY)).toBe(true)
  })

  test('is about a group: nobody’s details, and no link that isn’t one', () => {
    expect(refusalOf(decideProfile(save({ area: 'from SY1 1AA' }), null, context(OWNER)))).toBe('personalData area')
    expect(refusalOf(decideProfile(save({ links: ['javascript:alert(1)'] }), null, context(OWNER)))).toBe(
      'requestInvalid links',
    )
    expect(isPageAddress('https://pat@example.org')).toBe(false)
  })
})

describe('an opening count', () => {
  const wales: OpeningDraft = {
    organisation: null,
    nation: 'Wales',
    from: '2017-04-01',
    to: '2018-02-28',
    count: 69,
    basis: 'Minutes of 1 March 2018',
  }
  const set = (content: Partial<OpeningDraft> = {}) =>
    ({ kind: 'setOpening', id: 'command-1', key: 'wales', group: 'g', content: { ...wales, ...content } }) as const

  test('says who counted, on which days of the past', () => {
    expect(decideOpening(set(), null, context(OWNER))).toMatchObject({
      ok: true,
      value: { count: 69, state: 'stands' },
    })
    expect(refusalOf(decideOpening(set({ to: '2017-03-01' }), null, context(OWNER)))).toBe('daysReversed to')
    expect(refusalOf(decideOpening(set({ count: 1.5 }), null, context(OWNER)))).toBe('requestInvalid count')
    expect(refusalOf(decideOpening(set(), null, context(PAT)))).toBe('notProfileKeeper')
  })

  test('is of no days and force that another counted already', () => {
    const taff = { ...wales, organisation: 'taff' }
    expect(isCountedTwice(wales, taff)).toBe(true)
    expect(isCountedTwice(taff, { ...wales, organisation: 'gwent' })).toBe(false)
    expect(isCountedTwice(wales, { ...wales, from: '2018-03-01', to: '2018-04-01' })).toBe(false)
    expect(isCountedTwice(wales, { ...wales, nation: 'England' })).toBe(false)
  })
})

describe('counting', () => {
  const nationOf = (key: string): string => (key.startsWith('w') ? 'Wales' : 'England')
  const organisation = fc.constantFrom('w1', 'w2', 'e1', 'e2')
  const day = fc.integer({ min: 0, max: 900 }).map((days) => addDays('2024-06-01', days))
  const incident: fc.Arbitrary<Counted> = fc.record({
    organisation,
    day,
    profile: fc.constantFrom('a', 'b', null),
    source: fc.constantFrom('told', 'found'),
    state: fc.constantFrom('stands', 'stands', 'withdrawn'),
  })
  const opening: fc.Arbitrary<Opened> = fc
    .record({
      of: fc.option(organisation),
      nation: fc.constantFrom('Wales', 'England'),
      day,
      days: fc.nat(300),
      count: fc.nat(99),
    })
    .map(({ of, nation, day: from, days, count }) => ({
      organisation: of,
      nation: of === null ? nation : nationOf(of),
      from,
      to: addDays(from, days),
      count,
      state: 'stands',
    }))
  /** As the service lets them stand: none counts what another does. */
  const openings = fc
    .array(opening, { maxLength: 4 })
    .map((each) =>
      each.filter(
        (one, index) =>
          !each.slice(0, index).some((other) => isCountedTwice({ ...one, basis: '' }, { ...other, basis: '' })),
      ),
    )
  const ground = fc.record({
    incidents: fc.array(incident, { maxLength: 40 }),
    openings,
    nationOf: fc.constant(nationOf),
  })
  const sum = (counts: Iterable<Parameters<typeof totalOf>[0]>): number =>
    [...counts].reduce((total, count) => total + totalOf(count), 0)

  test('comes to the same by nation, by force, by group and by month', () => {
    fc.assert(
      fc.property(ground, day, (all, since) => {
        const counts = countSince(since, all)
        const total = totalOf(counts.all)
        const ofNations = all.openings
          .filter(({ organisation: of, from }) => of === null && from >= since)
          .reduce((count, each) => count + each.count, 0)
        expect(sum(counts.byNation.values())).toBe(total)
        expect(sum(counts.byOrganisation.values()) + ofNations).toBe(total)
        expect(sum(counts.byProfile.values()) + counts.all.before).toBe(total)
        expect(sum(counts.byMonth.map(({ count }) => count)) + counts.all.before).toBe(total)
      }),
    )
  })

  test('counts each incident once: as itself, or in the opening count of its days', () => {
    fc.assert(
      fc.property(ground, day, (all, since) => {
        const counts = countSince(since, all)
        const whole = all.openings.filter(({ from }) => from >= since)
        const inOpening = (each: Counted): boolean =>
          whole.some(
            ({ from, to, organisation: of, nation }) =>
              each.day >= from &&
              each.day <= to &&
              (of === null ? nationOf(each.organisation) === nation : of === each.organisation),
          )
        const alone = all.incidents.filter((each) => each.state === 'stands' && each.day >= since && !inOpening(each))
        expect(counts.all.told + counts.all.found).toBe(alone.length)
        expect(counts.all.before).toBe(whole.reduce((count, each) => count + each.count, 0))
      }),
    )
  })

  test('one more incident that no opening count holds makes it one more', () => {
    fc.assert(
      fc.property(fc.array(incident, { maxLength: 20 }), incident, day, (incidents, more, since) => {
        const all = { incidents, openings: [], nationOf }
        const before = totalOf(countSince(since, all).all)
        const after = totalOf(countSince(since, { ...all, incidents: [...incidents, more] }).all)
        expect(after - before).toBe(more.state === 'stands' && more.day >= since ? 1 : 0)
      }),
    )
  })

  test('takes an opening count as a whole, and says which one it can’t divide', () => {
    const opened: Opened = {
      organisation: null,
      nation: 'Wales',
      from: '2017-04-01',
      to: '2018-02-28',
      count: 69,
      state: 'stands',
    }
    const told: Counted = { organisation: 'w1', day: '2018-03-02', profile: 'a', source: 'told', state: 'stands' }
    const inside: Counted = { ...told, day: '2018-02-01' }
    const all = { incidents: [told, inside], openings: [opened], nationOf }
    const whole = countSince('2017-04-01', all)
    expect(whole.byNation.get('Wales')).toEqual({ told: 1, found: 0, before: 69 })
    expect(whole.unsplit).toEqual([])
    const part = countSince('2018-01-01', all)
    expect(part.all).toEqual({ told: 2, found: 0, before: 0 })
    expect(part.unsplit).toEqual([opened])
    expect(countSince('2018-03-01', all).unsplit).toEqual([])
    expect(firstDay(all)).toBe('2017-04-01')
  })

  test('fills in what a return asks a force for', () => {
    const one: Counted = { organisation: 'w1', day: '2026-10-01', profile: 'a', source: 'told', state: 'stands' }
    const incidents = [
      one,
      { ...one, source: 'found' as const, profile: 'b', day: '2026-12-31' },
      { ...one, day: '2027-01-01' },
      { ...one, organisation: 'e1' },
    ]
    const quarter = { from: '2026-10-01', to: '2026-12-31' }
    expect(measureOf('w1', quarter, incidents)).toEqual({ incidents: 2, found: 1, groups: 2 })
    expect(measureOf('w2', quarter, incidents)).toEqual({ incidents: 0, found: 0, groups: 0 })
    expect(measureOf('e1', quarter, [{ ...one, organisation: 'e1', profile: null }]).groups).toBe(1)
  })
})
