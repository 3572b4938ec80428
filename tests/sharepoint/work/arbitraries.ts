/** Actions and updates of every shape that the rules allow, for round trips. */

import fc from 'fast-check'
import {
  CLOSE_REASONS,
  COLOURS,
  EVENT_KINDS,
  KINDS,
  LINK_KINDS,
  OUTCOMES,
  STATUSES,
  type ActionContent,
  type UpdateContent,
} from '../../../src/domain/action.ts'
import { addDays } from '../../../src/domain/day.ts'
import { PERIOD_UNITS, type Due } from '../../../src/domain/due.ts'
import { MARKINGS } from '../../../src/domain/group.ts'

/** Words as people type them, apostrophes, Welsh, line ends, brackets and half of HTML among them. */
export const words = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
    fc.constantFrom("O'Neill's 50%\n& <b>Siân</b>", '⟦Sensitive⟧ then "quoted"', '{"not":"data"}', 'null'),
  )
  .map((text) => text.trim() || 'x')

export const day = fc.integer({ min: 0, max: 20_000 }).map((count) => addDays('2000-01-01', count))
const person = fc.record({ tenantId: words, objectId: words, name: words })
const owner = fc.oneof(
  words.map((organisation) => ({ organisation })),
  words.map((post) => ({ post })),
  words.map((name) => ({ name })),
)
const owners = fc.array(owner, { maxLength: 3 })

export const due: fc.Arbitrary<Due> = fc
  .tuple(
    fc.oneof(
      day.map((each) => ({ kind: 'day', day: each }) as const),
      day.map((each) => ({ kind: 'month', month: each.slice(0, 7) }) as const),
      fc.record({
        kind: fc.constant('quarter' as const),
        year: fc.integer({ min: 1900, max: 2199 }),
        quarter: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const),
      }),
      fc.constant({ kind: 'nextMeeting' } as const),
      fc.record({
        kind: fc.constant('period' as const),
        count: fc.integer({ min: 1, max: 1200 }),
        unit: fc.constantFrom(...PERIOD_UNITS),
        after: day,
      }),
      words.map((condition) => ({ kind: 'until', condition }) as const),
      fc.constant({ kind: 'words' } as const),
    ),
    words,
    fc.option(words, { nil: undefined }),
  )
  .map(([kind, text, provisional]) => ({ ...kind, words: text, ...(provisional === undefined ? {} : { provisional }) }))

const perhaps = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | null> => fc.option(value, { nil: null })
const nextStep = fc.record({ words, owners, due: perhaps(due) })

export const action: fc.Arbitrary<ActionContent> = fc.record({
  id: fc.stringMatching(/^[\w-]{8,64}$/),
  reference: fc
    .tuple(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 10, max: 99 }))
    .map(([number, year]) => `${number}/${year}`),
  kind: fc.constantFrom(...KINDS),
  details: words,
  parts: fc.array(
    fc.record({
      letter: words,
      details: words,
      owners,
      due: perhaps(due),
      status: fc.constantFrom('open' as const, 'done' as const),
    }),
    { maxLength: 3 },
  ),
  owners,
  due: perhaps(due),
  firstDue: perhaps(due),
  extensions: fc.array(
    fc.record({ from: perhaps(due), to: due, reason: words, askedBy: person, askedOn: day, decision: words }),
    { maxLength: 2 },
  ),
  extensionAsked: perhaps(fc.record({ to: due, reason: words, askedBy: person, askedOn: day })),
  milestones: fc.array(fc.record({ id: words, purpose: words, due, done: perhaps(day) }), { maxLength: 2 }),
  links: fc.array(
    fc.record({
      id: words,
      kind: fc.constantFrom(...LINK_KINDS),
      target: fc.oneof(
        words.map((each) => ({ action: each })),
        fc.record({ group: words, reference: perhaps(words) }),
        fc.record({ body: words, what: words }),
      ),
      answer: perhaps(fc.record({ words, day })),
    }),
    { maxLength: 2 },
  ),
  retainedFor: perhaps(words),
  status: fc.constantFrom(...STATUSES),
  discharge: perhaps(
    fc.record({ evidence: words, proposedOn: day, proposedBy: perhaps(person), decision: perhaps(words) }),
  ),
  closing: perhaps(fc.record({ reason: fc.constantFrom(...CLOSE_REASONS), words, day })),
  override: perhaps(fc.record({ colour: fc.constantFrom(...COLOURS), reason: words, by: person, on: day })),
  origin: fc.oneof(
    fc.constant({ kind: 'typed' } as const),
    fc.record({ kind: fc.constant('document' as const), words, batch: words }),
    fc.record({ kind: fc.constant('document' as const), words, number: words, batch: words }),
    fc.record({ kind: fc.constant('meeting' as const), meeting: words }),
  ),
  marking: perhaps(fc.record({ level: fc.constantFrom(...MARKINGS), handling: words })),
  latest: perhaps(fc.record({ day, outcome: perhaps(fc.constantFrom(...OUTCOMES)), next: perhaps(nextStep) })),
  updateCount: fc.nat(100),
})

export const update: fc.Arbitrary<UpdateContent> = fc.record({
  id: fc.tuple(fc.stringMatching(/^[\w-]{8,64}$/), fc.nat(50)).map(([command, ordinal]) => `${command}.${ordinal}`),
  action: words,
  day,
  text: words,
  next: perhaps(nextStep),
  outcome: perhaps(fc.constantFrom(...OUTCOMES)),
  event: perhaps(
    fc.record({
      kind: fc.constantFrom(...EVENT_KINDS),
      values: fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), words, { maxKeys: 3 }),
    }),
  ),
  organisation: perhaps(words),
  meeting: perhaps(words),
  supersedes: perhaps(words),
})
