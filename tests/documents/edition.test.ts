import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareEdition, type Comparison, type EditionAnswer } from '../../src/documents/edition.ts'
import { makeEditionCommands } from '../../src/documents/editioncommands.ts'
import type { ImportedAction } from '../../src/documents/tracker.ts'
import type { Command } from '../../src/domain/command.ts'
import { addDays } from '../../src/domain/day.ts'
import { carryOut, EMPTY_REGISTER, ORGANISATIONS, type Register } from '../domain/domainworld.ts'
import { propose, realTracker, type Cells } from './documentsworld.ts'

const HEADINGS: Cells = ['No', 'Details', 'Update', 'Owner']
const FIRST: readonly Cells[] = [
  HEADINGS,
  [
    '1/24',
    'Recording of markers differs between forces',
    '7/2/2024: Errors are high. ACTION: A workshop in June',
    'NS',
  ],
  ['2/24', 'A speaker for the group from the referrals bureau', '7/2/2024: Nobody was found. ACTION: To retain', 'NS'],
  ['3/24', 'Work with schools about keeping safe online', '7/2/2024: It was sent round. ACTION: Discharged', 'NS'],
]

function edition(rows: readonly Cells[]): readonly ImportedAction[] {
  return propose(rows).actions
}

function compare(
  register: Register,
  rows: readonly Cells[] | readonly ImportedAction[],
  answers: readonly EditionAnswer[] = [],
): Comparison {
  const [first] = rows
  const imported = Array.isArray(first) ? edition(rows as readonly Cells[]) : (rows as readonly ImportedAction[])
  const entries = [...register.snapshot.actions.values()].map((action) => ({
    action,
    history: register.history.get(action.id) ?? [],
  }))
  return compareEdition(imported, entries, { organisations: ORGANISATIONS, today: '2026-11-23', answers })
}

async function commandsOf(comparison: Comparison, batch = 'batch'): Promise<readonly Command[]> {
  return makeEditionCommands(comparison, {
    batch,
    document: 'tracker',
    reason: 'as in tracker',
    organisations: ORGANISATIONS,
    makeId: async (text) => createHash('sha256').update(text).digest('base64url').slice(0, 22),
  })
}

async function bringIn(
  register: Register,
  rows: readonly Cells[] | readonly ImportedAction[],
  answers: readonly EditionAnswer[] = [],
): Promise<Register> {
  const commands = await commandsOf(compare(register, rows, answers))
  return commands.reduce((now, command) => {
    const { register: next, refused } = carryOut(now, command)
    expect(refused).toBeNull()
    return next
  }, register)
}

/** The second edition of the first: the row of a number as it now is, and rows more or less. */
function next(changes: Readonly<Record<string, Cells | null>>, ...more: readonly Cells[]): readonly Cells[] {
  const kept = FIRST.flatMap((row) => {
    const change = changes[row[0] ?? '']
    return change === undefined ? [row] : change === null ? [] : [change]
  })
  return [...kept, ...more]
}

function countsOf({ fresh, matched, vanished, doubtful }: Comparison): object {
  return {
    fresh: fresh.map(({ reference }) => reference),
    news: matched.filter((each) => each.newUpdates.length > 0 || each.statusTurn).map((each) => each.action.reference),
    reworded: matched.filter((each) => each.rewording).map((each) => each.action.reference),
    vanished: vanished.map((each) => each.reference),
    doubtful: doubtful.map((each) => each.imported.reference),
  }
}

const NOTHING = { fresh: [], news: [], reworded: [], vanished: [], doubtful: [] }
const actionOf = (register: Register, reference: string) =>
  [...register.snapshot.actions.values()].find((each) => each.reference === reference)
const historyOf = (register: Register, reference: string) =>
  register.history.get(actionOf(register, reference)?.id ?? '') ?? []

describe('a further edition', () => {
  test('of an empty register is all new', () => {
    expect(countsOf(compare(EMPTY_REGISTER, FIRST))).toEqual({ ...NOTHING, fresh: ['1/24', '2/24', '3/24'] })
  })

  test('that is the same one brings nothing', async () => {
    const register = await bringIn(EMPTY_REGISTER, FIRST)
    const again = compare(register, FIRST)
    expect(countsOf(again)).toEqual(NOTHING)
    expect(await commandsOf(again)).toEqual([])
  })

  test('brings its new rows and entries, and shows what it no longer has', async () => {
    const register = await bringIn(EMPTY_REGISTER, FIRST)
    const first = FIRST[1] as Cells
    const second = next(
      {
        '1/24': [
          first[0] ?? '',
          first[1] ?? '',
          `${first[2]}\n5/6/2024: The workshop was held. ACTION: Discharged`,
          'NS',
        ],
        '2/24': null,
      },
      ['4/24', 'Who answers at night', '5/6/2024: Each control room does.', 'NS'],
    )
    expect(countsOf(compare(register, second))).toEqual({
      ...NOTHING,
      fresh: ['4/24'],
      news: ['1/24'],
      vanished: ['2/24'],
    })
    const after = await bringIn(register, second)
    expect(historyOf(after, '1/24').map(({ day, text }) => [day, text])).toEqual([
      ['2024-02-07', 'Errors are high.'],
      ['2024-06-05', 'The workshop was held.'],
      ['2026-11-23', ''],
    ])
    expect(actionOf(after, '1/24')).toMatchObject({ status: 'discharged', discharge: { decision: null } })
    expect(actionOf(after, '2/24')?.status).toBe('open')
    expect(countsOf(compare(after, second))).toEqual({ ...NOTHING, vanished: ['2/24'] })
  })

  test('of which nothing is in the register is another document: nothing vanished', async () => {
    const register = await bringIn(EMPTY_REGISTER, FIRST)
    const other = [HEADINGS, ['9/23', 'Who answers at night', '', 'NS']]
    expect(countsOf(compare(register, other))).toEqual({ ...NOTHING, fresh: ['9/23'] })
  })

  test('doesn’t miss what people wrote into the register themselves', async () => {
    const register = await bringIn(EMPTY_REGISTER, FIRST)
    const typed: Command = {
      kind: 'addAction',
      id: 'typed-here',
      details: 'Typed here',
      actionKind: 'action',
      owners: [],
      parts: [],
      due: null,
      origin: { kind: 'typed' },
    }
    expect(countsOf(compare(carryOut(register, typed).register, FIRST))).toEqual(NOTHING)
  })
})

describe('the same item', () => {
  test('is told by its number, reworded as it may be, and keeps the register’s wording until a person takes the other', async () => {
    const register = await bringIn(EMPTY_REGISTER, FIRST)
    const second = next({
      '1/24': ['1/24', 'The recording of markers differs between all forces', (FIRST[1] as Cells)[2] ?? '', 'NS'],
    })
    const comparison = compare(register, second)
    expect(countsOf(comparison)).toEqual({ ...NOTHING, reworded: ['1/24'] })
    expect(await commandsOf(comparison)).toEqual([])
    const take = { sheet: null, row: 2, question: 'reword', answer: 'take' } as const
    const after = await bringIn(register, second, [take])
    expect(actionOf(after, '1/24')?.details).toBe('The recording of markers differs between all forces')
    expect(historyOf(after, '1/24').at(-1)?.event).toMatchObject({ kind: 'reworded' })
  })

  test('is never told by its number alone when the wording is quite another', async () => {
    const register = await bringIn(EMPTY_REGISTER, FIRST)
    const second = next({ '2/24': ['2/24', 'Publish quarterly figures of online grooming', '5/6/2024: Begun.', 'NS'] })
    const comparison = compare(register, second)
    expect(countsOf(comparison)).toEqual({ ...NOTHING, doubtful: ['2/24'] })
    expect(comparison.doubtful[0]?.candidates.map((each) => each.reference)).toEqual(['2/24'])
    expect(await commandsOf(comparison)).toEqual([])
  })

  test('is, or isn’t, what a person says; another one gets a number that nobody had', async () => {
    const register = await bringIn(EMPTY_REGISTER, FIRST)
    const second = next({ '2/24': ['2/24', 'Publish quarterly figures of online grooming', '5/6/2024: Begun.', 'NS'] })
    const about = { sheet: null, row: 3, question: 'same' } as const
    const action = actionOf(register, '2/24')?.id ?? ''
    expect(countsOf(compare(register, second, [{ ...about, answer: 'take', action }]))).toEqual({
      ...NOTHING,
      news: ['2/24'],
      reworded: ['2/24'],
    })
    expect(countsOf(compare(register, second, [{ ...about, answer: 'leave' }]))).toEqual({
      ...NOTHING,
      fresh: ['4/24'],
      vanished: ['2/24'],
    })
  })

  test('is told by an entry that both have, however it is worded now', async () => {
    const rows = [
      HEADINGS,
      ['1/24', 'Old words entirely', '7/2/2024: The bureau has been asked twice for a name.', 'NS'],
    ]
    const register = await bringIn(EMPTY_REGISTER, rows)
    const second = [
      HEADINGS,
      ['1/24', 'Publish figures of grooming', '7/2/2024: The bureau has been asked twice for a name.', 'NS'],
    ]
    expect(countsOf(compare(register, second))).toEqual({ ...NOTHING, reworded: ['1/24'] })
  })

  test('is told by its wording where it has no number of its own', async () => {
    const register = await bringIn(EMPTY_REGISTER, FIRST)
    const second = next({ '2/24': ['', 'A speaker for the group from the referrals bureau', '5/6/2024: Found.', 'NS'] })
    expect(countsOf(compare(register, second))).toEqual({ ...NOTHING, news: ['2/24'] })
  })

  test('under another number of its own is asked: a matter may come twice', async () => {
    const register = await bringIn(EMPTY_REGISTER, FIRST)
    const second = next({
      '2/24': ['7/24', 'A speaker for the group from the referrals bureau', '5/6/2024: Found.', 'NS'],
    })
    const comparison = compare(register, second)
    expect(countsOf(comparison)).toEqual({ ...NOTHING, doubtful: ['7/24'] })
    expect(comparison.doubtful[0]?.candidates.map((each) => each.reference)).toEqual(['2/24'])
  })

  test('is told by its number where the words are withheld on one side, and nothing is taken for a rewording', async () => {
    const register = await bringIn(EMPTY_REGISTER, FIRST)
    const second = next({ '1/24': ['1/24', 'Sensitive and irrelevant', 'Sensitive and irrelevant', ''] })
    expect(countsOf(compare(register, second))).toEqual(NOTHING)
  })

  test('can be several rows of one document, if a person says so: one change, that ends it once', async () => {
    const register = await bringIn(EMPTY_REGISTER, FIRST)
    const second = next(
      { '1/24': [...(FIRST[1] as Cells).slice(0, 2), '5/6/2024: It was held. ACTION: Discharged', 'NS'] },
      ['1/24', 'continued', '6/6/2024: The notes are out.', ''],
    )
    const action = actionOf(register, '1/24')?.id ?? ''
    const same = { sheet: null, row: 5, question: 'same', answer: 'take', action } as const
    const after = await bringIn(register, second, [same])
    expect(actionOf(after, '1/24')?.status).toBe('discharged')
    expect(historyOf(after, '1/24').map(({ text }) => text)).toEqual(
      expect.arrayContaining(['It was held.', 'The notes are out.']),
    )
  })
})

describe('a log that numbers in its own way', () => {
  const rowsOf = (...numbers: readonly string[]): readonly Cells[] => [
    HEADINGS,
    ...numbers.map((number, index): Cells => {
      const subject = ['Recording of markers', 'A speaker from the bureau', 'Work with schools'][index] ?? ''
      return [number, subject, `7/2/2024: Begun with the ${index + 3} of them.`, 'NS']
    }),
  ]

  test.each([
    [
      ['1', '2', '3'],
      ['1/26', '2/26', '3/26'],
    ],
    [
      ['A7', 'A8', 'A9'],
      ['1/26', '2/26', '3/26'],
    ],
    [
      ['', '2.', 'new'],
      ['3/26', '2/26', '4/26'],
    ],
  ])('is numbered here: %j becomes %j, and is known again by what it was', async (written, given) => {
    const register = await bringIn(EMPTY_REGISTER, rowsOf(...written))
    expect([...register.snapshot.actions.values()].map((each) => each.reference)).toEqual(given)
    expect(countsOf(compare(register, rowsOf(...written)))).toEqual(NOTHING)
  })

  test('goes on from the numbers that the register has', async () => {
    const register = await bringIn(EMPTY_REGISTER, rowsOf('1', '2', '3'))
    const other = [HEADINGS, ['1', 'Publish quarterly figures of online grooming', '', 'NS']]
    const comparison = compare(register, other)
    expect(comparison.doubtful[0]?.candidates.map((each) => each.reference)).toEqual(['1/26'])
    const isNew = { sheet: null, row: 2, question: 'same', answer: 'leave' } as const
    expect(compare(register, other, [isNew]).fresh.map(({ reference }) => reference)).toEqual(['4/26'])
  })

  test('keeps its own number beside ours', async () => {
    const register = await bringIn(EMPTY_REGISTER, rowsOf('SGG-07'))
    expect(actionOf(register, '1/26')?.origin).toMatchObject({ words: 'tracker, SGG-07', number: 'SGG-07' })
  })

  test('is told by its own number, reworded as it may be', async () => {
    const register = await bringIn(EMPTY_REGISTER, [HEADINGS, ['SGG-07', 'Recording of markers by forces', '', 'NS']])
    const second = [HEADINGS, ['SGG-07', 'Recording of markers by all partners', '', 'NS']]
    expect(countsOf(compare(register, second))).toEqual({ ...NOTHING, reworded: ['1/26'] })
  })
})

describe('an entry', () => {
  const ROW = (update: string): readonly Cells[] => [HEADINGS, ['1/24', 'Recording of markers', update, 'NS']]
  const news = async (before: string, after: string) => {
    const register = await bringIn(EMPTY_REGISTER, ROW(before))
    return compare(register, ROW(after)).matched[0]
  }

  test.each([
    ['7/2/2024: Errors are high, training is slow.', '07.02.2024 - errors are high; training is slow'],
    [
      '7/2/2024: Nominations were recieved by the referrals bureau from every force in the region before the meeting, which thanked them all.',
      '7/2/2024: Nominations were received by the referrals bureau from every force in the region before the meeting, which thanked them all.',
    ],
    ['7/2/2024: Begun. ACTION: Discharged', '7/2/2024: ACTION: Discharged\n7/2/2024: Begun. ACTION: Discharged'],
  ])('of one day and near-same words is there already: %s / %s', async (before, after) => {
    const found = await news(before, after)
    const texts = found?.newUpdates.map(({ update }) => update.text)
    expect(texts?.filter((text) => text !== '')).toEqual([])
  })

  test.each([
    [
      '7/2/2024: The forces have answered the bureau in full.',
      '7/2/2024: The forces have not answered the bureau in full.',
    ],
    [
      '7/2/2024: Twelve of 43 forces have answered the bureau.',
      '7/2/2024: Twelve of 44 forces have answered the bureau.',
    ],
    ['7/2/2024: Begun.', '7/2/2024: Begun. Two forces have answered so far.'],
    ['7/2/2024: Each force was asked.', '7/2/2024: Each force was asked. ACTION: Discharged'],
  ])('of one day that says it differently corrects it: %s / %s', async (before, after) => {
    const found = await news(before, after)
    expect(found?.newUpdates).toHaveLength(1)
    expect(found?.newUpdates[0]?.corrects?.day).toBe('2024-02-07')
    const register = await bringIn(await bringIn(EMPTY_REGISTER, ROW(before)), ROW(after))
    expect(await commandsOf(compare(register, ROW(after)))).toEqual([])
    expect(compare(register, ROW(before)).matched[0]?.newUpdates).toEqual([])
  })

  test('of the same words on another day is another entry', async () => {
    const found = await news(
      '7/2/2024: To retain for next meeting',
      '7/2/2024: To retain for next meeting\n5/6/2024: To retain for next meeting',
    )
    expect(found?.newUpdates.map(({ update, corrects }) => [update.day, corrects])).toEqual([['2024-06-05', null]])
  })

  test('beside another of its day is new and corrects nothing', async () => {
    const found = await news(
      '7/2/2024: The forces met.',
      '7/2/2024: The forces met.\n7/2/2024: The forces met the bureau.',
    )
    expect(found?.newUpdates.map(({ corrects }) => corrects)).toEqual([null])
  })

  test('in which words are withheld is no news of one that has them', async () => {
    const found = await news('7/2/2024: Ada was asked to speak.', '7/2/2024: ███ was asked to speak.')
    expect(found?.newUpdates).toEqual([])
  })
})

describe('a status', () => {
  const backwards = next({
    '3/24': ['3/24', (FIRST[3] as Cells)[1] ?? '', `${(FIRST[3] as Cells)[2]}\n5/6/2024: Two schools ask again.`, 'NS'],
  })

  test('that goes backwards is reported, and only a person turns it', async () => {
    const register = await bringIn(EMPTY_REGISTER, FIRST)
    const match = compare(register, backwards).matched.find((each) => each.action.reference === '3/24')
    expect(match?.statusTurn).toBe('backwards')
    const kept = await bringIn(register, backwards)
    expect(actionOf(kept, '3/24')?.status).toBe('discharged')
    expect(historyOf(kept, '3/24').at(-1)?.text).toBe('Two schools ask again.')
    const reopened = await bringIn(register, backwards, [{ sheet: null, row: 4, question: 'reopen', answer: 'take' }])
    expect(actionOf(reopened, '3/24')?.status).toBe('open')
  })

  test('that was proposed here isn’t taken back by a document that calls it open', async () => {
    const register = await bringIn(EMPTY_REGISTER, FIRST)
    const action = actionOf(register, '1/24')?.id ?? ''
    const proposed = carryOut(register, {
      kind: 'proposeDischarge',
      id: 'proposal-1',
      action,
      evidence: 'Held in June',
    })
    expect(await commandsOf(compare(proposed.register, FIRST))).toEqual([])
  })
})

describe('owners', () => {
  test('that differ are shown, and taken when a person says so', async () => {
    const register = await bringIn(EMPTY_REGISTER, FIRST)
    const second = next({ '1/24': [...(FIRST[1] as Cells).slice(0, 3), 'Shires ROCU'] })
    const match = compare(register, second).matched[0]
    expect(match?.owners).toEqual({ from: [{ organisation: 'north' }], to: [{ organisation: 'shires-rocu' }] })
    expect(await commandsOf(compare(register, second))).toEqual([])
    const after = await bringIn(register, second, [{ sheet: null, row: 2, question: 'reassign', answer: 'take' }])
    expect(actionOf(after, '1/24')?.owners).toEqual([{ organisation: 'shires-rocu' }])
  })
})

describe('editions of any log', () => {
  const word = fc.constantFrom(
    ...'forces bureau workshop schools figures meeting guidance nominations data review'.split(' '),
  )
  const sentence = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => words.join(' '))
  const update = fc.record({
    day: fc.integer({ min: 0, max: 60 }).map((count) => addDays('2024-01-01', count)),
    text: sentence,
    next: fc.option(sentence, { nil: null }),
    outcome: fc.constantFrom(null, 'retain' as const),
  })
  const few = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '))
  const item = fc.record({ details: few, updates: fc.array(update, { maxLength: 4 }), ended: fc.boolean() })

  /** Items are told apart by a name of their own, as matters are. */
  function rowsOf(
    items: readonly { details: string; updates: ImportedAction['updates']; ended: boolean }[],
    from = 1,
  ): ImportedAction[] {
    return items.map(({ details, updates, ended }, index) => {
      const number = from + index
      const end = { day: '2024-06-01', text: `ended${number}`, next: null, outcome: 'discharge' as const }
      return {
        sheet: null,
        row: number,
        reference: `${number}/24`,
        details: `matter${number} subject${number} purpose${number} place${number} of the ${details}`,
        parts: [],
        updates: ended ? [...updates, end] : updates,
        owners: [],
        due: null,
        status: ended ? ('discharged' as const) : ('open' as const),
        redacted: false as const,
        source: [`${number}/24`],
      }
    })
  }
  const contentOf = (register: Register): object[] =>
    [...register.snapshot.actions.values()]
      .map((action) => ({
        reference: action.reference,
        details: action.details,
        status: action.status,
        updates: (register.history.get(action.id) ?? [])
          .filter((each) => each.event === null)
          .map(({ day, text, next, outcome }) => JSON.stringify([day, text, next?.words ?? null, outcome]))
          .toSorted(),
      }))
      .toSorted((a, b) => (a.reference < b.reference ? -1 : 1))
  const runs = process.env['MATTERS_PROVE'] ? 2000 : 60

  test('brought in twice give nothing the second time', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(item, { maxLength: 8 }), async (items) => {
        const rows = rowsOf(items)
        const register = await bringIn(EMPTY_REGISTER, rows)
        const again = compare(register, rows)
        expect(countsOf(again)).toEqual(NOTHING)
        expect(await commandsOf(again)).toEqual([])
      }),
      { numRuns: runs },
    )
  })

  test('brought in one after the other are their union, in as many steps as one likes', async () => {
    const grown = fc.record({ item, more: fc.array(update, { maxLength: 3 }), dropped: fc.boolean() })
    await fc.assert(
      fc.asyncProperty(
        fc.array(grown, { minLength: 1, maxLength: 6 }),
        fc.array(item, { maxLength: 3 }),
        async (old, fresh) => {
          const first = rowsOf(old.map((each) => each.item))
          // A later entry is of a later day: the same day is a correction, which is told above.
          const later = first.map((row, index) => ({
            ...row,
            updates: [
              ...row.updates,
              ...(old[index]?.more ?? []).map((each) => ({ ...each, day: addDays(each.day, 200) })),
            ],
          }))
          const added = rowsOf(fresh, first.length + 1)
          const second = [...later.filter((_, index) => index === 0 || !old[index]?.dropped), ...added]
          const union = [...later.map((row, index) => (second.includes(row) ? row : (first[index] ?? row))), ...added]
          const both = await bringIn(await bringIn(EMPTY_REGISTER, first), second)
          expect(contentOf(both)).toEqual(contentOf(await bringIn(EMPTY_REGISTER, union)))
        },
      ),
      { numRuns: runs },
    )
  })
})

describe.skipIf(!realTracker.isThere)('the real tracker (skipped without ../shared)', () => {
  test('brought in twice gives nothing the second time', async () => {
    const { actions } = propose(realTracker.read())
    const register = await bringIn(EMPTY_REGISTER, actions)
    expect(register.snapshot.actions.size).toBe(12)
    expect(countsOf(compare(register, actions))).toEqual(NOTHING)
  })
})
