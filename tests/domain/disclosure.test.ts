import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Appointment } from '../../src/domain/appointment.ts'
import { addWorkingDays, isWorkingDay } from '../../src/domain/calendar.ts'
import type { ConfidentialContext } from '../../src/domain/confidential.ts'
import { addDays } from '../../src/domain/day.ts'
import {
  disclosureDueOn,
  disclosureStateOf,
  occurrenceOf,
  spanOf,
  workingDaysLeft,
  type DisclosureContent,
  type Withheld,
} from '../../src/domain/disclosure.ts'
import { decideDisclosure, type DisclosureCommand } from '../../src/domain/disclosurecommand.ts'
import type { Person } from '../../src/domain/group.ts'

const TODAY = '2026-11-24'
const PEOPLE = ['casey', 'robin', 'sam'].map((name): Person => ({ tenantId: 't', objectId: name, name }))
const [CASEY, ROBIN, SAM] = PEOPLE as [Person, Person, Person]
/** Robin is the chair, Casey the deputy. */
const CHAIR: Appointment = {
  key: 'c',
  group: 'g',
  post: 'chair',
  organisation: 'o',
  role: 'chair',
  holder: ROBIN,
  deputy: CASEY,
  from: null,
  to: null,
}
const FORMATS = ['docx', 'csv'] as const
const FILES = FORMATS.map((format) => ({ format, hash: format, size: 7 }))
const DRAFT = {
  reference: 'FOI 1',
  authority: 'Warwickshire Police',
  received: '2026-11-02',
  scope: 'The tracker',
  language: 'en',
} as const

let made = 0
type Draft = DisclosureCommand extends infer Each
  ? Each extends DisclosureCommand
    ? Omit<Each, 'id' | 'key'>
    : never
  : never

function by(actor: Person): ConfidentialContext {
  return { actor, today: TODAY, at: `${TODAY}T12:00:00Z`, appointments: [CHAIR] }
}

function decide(now: DisclosureContent | null, draft: Draft, actor: Person) {
  made += 1
  return decideDisclosure({ ...draft, id: `c-${made}`, key: 'r' }, now, by(actor))
}

function done(now: DisclosureContent | null, draft: Draft, actor: Person): DisclosureContent {
  const decided = decide(now, draft, actor)
  if (!decided.ok) throw new Error(JSON.stringify(decided.error))
  return decided.value
}

const withheld = (more: Partial<Withheld> = {}): Withheld => ({
  id: 'w',
  action: 'a',
  column: 'details',
  text: 'secret',
  occurrence: 1,
  ground: 'Law enforcement',
  words: 'Sensitive',
  ...more,
})
const PREPARE: Draft = { kind: 'prepareDisclosure', rows: [{ action: 'a', version: '1' }], withheld: [withheld()] }
const OPEN = done(null, { kind: 'writeDisclosure', group: 'g', draft: DRAFT }, SAM)
const ASKED = done(done(OPEN, PREPARE, SAM), { kind: 'askRelease', hash: 'h', formats: FORMATS }, SAM)
const RELEASE: Draft = { kind: 'releaseDisclosure', hash: 'h', to: 'The person who asked', files: FILES }

describe('a request for disclosure', () => {
  test.each([
    // A Monday; Christmas, Boxing Day's substitute and New Year's Day lie between.
    ['2026-11-02', '2026-11-30'],
    ['2026-12-07', '2027-01-07'],
    // Received on a Saturday: Monday is the first day.
    ['2026-10-31', '2026-11-27'],
  ])('received on %s is answered by %s', (received, due) => {
    expect(disclosureDueOn({ received })).toBe(due)
  })

  test('has as many working days left as there are', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 0, max: 40 }), (offset, days) => {
        const today = addDays('2026-01-01', offset)
        expect(workingDaysLeft(addWorkingDays(today, days), today)).toBe(days)
        const due = addWorkingDays(today, 0)
        if (days > 0 && isWorkingDay(due)) expect(workingDaysLeft(due, addWorkingDays(today, days))).toBe(-days)
      }),
    )
  })

  test('is released by the chair who had no hand in it, and only as it was asked for', () => {
    expect(decide(ASKED, RELEASE, SAM)).toMatchObject({ error: { code: 'notApprover' } })
    expect(decide(ASKED, { ...RELEASE, hash: 'other' }, ROBIN)).toMatchObject({
      error: { code: 'contentChanged' },
    })
    const byDeputy = done(done(ASKED, PREPARE, CASEY), { kind: 'askRelease', hash: 'h', formats: FORMATS }, SAM)
    expect(decide(byDeputy, RELEASE, CASEY)).toMatchObject({ error: { code: 'askedYourself' } })
    expect(decide(done(OPEN, PREPARE, SAM), RELEASE, ROBIN)).toMatchObject({ error: { code: 'nothingAsked' } })
    expect(done(ASKED, RELEASE, ROBIN).released).toEqual({
      by: ROBIN,
      on: TODAY,
      hash: 'h',
      to: 'The person who asked',
      files: FILES,
    })
  })

  test('that was sent back says why, and is asked for again', () => {
    expect(decide(ASKED, { kind: 'sendDisclosureBack', reason: ' ' }, ROBIN)).toMatchObject({
      error: { code: 'reasonNeeded' },
    })
    const back = done(ASKED, { kind: 'sendDisclosureBack', reason: 'Row 3 names a child.' }, ROBIN)
    expect(back).toMatchObject({ asked: null, refusals: [{ by: ROBIN, reason: 'Row 3 names a child.' }] })
  })

  test.each([
    ['a ground', { ground: ' ' }, 'withheld.0.ground'],
    ['words in its place', { words: '' }, 'withheld.0.words'],
    ['a row of the copy', { action: 'b' }, 'withheld.0.action'],
    ['no passage of a whole row', { column: null }, 'withheld.0.text'],
  ] as const)('withholds nothing without %s', (_, more, field) => {
    const prepared = { ...PREPARE, withheld: [withheld(more)] } as Draft
    expect(decide(OPEN, prepared, SAM)).toMatchObject({ ok: false, error: { field } })
  })

  test('records whom a text came from, and what they said later', () => {
    const consult = { kind: 'consultOriginator', entry: 'e', who: 'West Mercia', day: TODAY } as const
    const asked = done(OPEN, { ...consult, words: '' }, SAM)
    const told = done(asked, { ...consult, words: 'No objection.' }, CASEY)
    expect(told.consulted).toEqual([{ id: 'e', who: 'West Mercia', on: TODAY, words: 'No objection.', by: CASEY }])
    // Whom one asked changes nothing of the copy.
    expect(done(ASKED, { ...consult, words: '' }, ROBIN).asked).toEqual(ASKED.asked)
  })

  const STEPS = fc.array(
    fc.tuple(
      fc.constantFrom<Draft>(
        PREPARE,
        { ...PREPARE, withheld: [] } as Draft,
        { kind: 'writeDisclosure', group: 'g', draft: { ...DRAFT, authority: 'Another' } },
        { kind: 'writeDisclosure', group: 'g', draft: { ...DRAFT, scope: 'Wider' } },
        { kind: 'askRelease', hash: 'h', formats: FORMATS },
        { kind: 'askRelease', hash: 'other', formats: FORMATS },
        { kind: 'takeReleaseBack' },
        { kind: 'sendDisclosureBack', reason: 'No.' },
        RELEASE,
      ),
      fc.constantFrom(...PEOPLE),
    ),
    { maxLength: 14 },
  )

  test('is never released by who had a hand in it, never other than asked, and never changed then', () => {
    fc.assert(
      fc.property(STEPS, (steps) => {
        let now = OPEN
        const hands = new Set<string>()
        for (const [draft, actor] of steps) {
          const before = now
          const decided = decide(now, draft, actor)
          if (!decided.ok) continue
          now = decided.value
          expect(before.released).toBeNull()
          const isCopys =
            draft.kind === 'prepareDisclosure' ||
            (draft.kind === 'writeDisclosure' && draft.draft.authority !== before.authority)
          if (isCopys) {
            hands.add(actor.objectId)
            // Whatever was asked for is another copy now.
            expect(now.asked).toBeNull()
          }
          if (!now.released) continue
          expect(now.released.hash).toBe(before.asked?.hash)
          expect(hands.has(now.released.by.objectId)).toBe(false)
          expect(before.asked?.by.objectId).not.toBe(now.released.by.objectId)
          expect([ROBIN.objectId, CASEY.objectId]).toContain(now.released.by.objectId)
          expect(disclosureStateOf(now)).toBe('released')
        }
      }),
      { numRuns: process.env['MATTERS_PROVE'] ? 20_000 : 500 },
    )
  })

  test('finds the place that was chosen again, however often its words stand there', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', ' '), minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (whole, a, b) => {
        const from = a % whole.length
        const span = [from, from + 1 + (b % (whole.length - from))] as const
        const words = whole.slice(...span)
        expect(spanOf(whole, words, occurrenceOf(whole, span))).toEqual(span)
      }),
    )
  })
})
