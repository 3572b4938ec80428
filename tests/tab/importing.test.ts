import { describe, expect, test } from 'vitest'
import type { RegisterEntry } from '../../src/documents/edition.ts'
import { makeEditionCommands } from '../../src/documents/editioncommands.ts'
import type { Table } from '../../src/documents/table.ts'
import { makeBatch, makeCommandId } from '../../src/tab/importing/batch.ts'
import {
  countReview,
  isEdition,
  makeReview,
  openProblems,
  sortEntries,
  type Answer,
  type Review,
  type ReviewOptions,
} from '../../src/tab/importing/review.ts'
import { readSource } from '../../src/tab/importing/source.ts'
import { createWords } from '../../src/words/words.ts'
import { read, realTracker } from '../documents/documentsworld.ts'
import { carryOut, EMPTY_REGISTER, type Register } from '../domain/domainworld.ts'

const TRACKER = [
  'Tracker of a group',
  '',
  'No\tDetails\tUpdate\tOwner',
  '1/24\tFirst\t7/2/2024: Begun.\tROCU',
  '2/24\tSecond\tNorth Mercia\t',
  '3/24\tThird\tNobody has said when\tROCU',
].join('\n')

function review(source: string | readonly Table[], answers: readonly Answer[] = [], more: Partial<ReviewOptions> = {}) {
  const tables = typeof source === 'string' ? read({ text: source, type: 'unknown' }) : source
  const about = { words: createWords('en'), today: '2026-11-24', organisations: [], posts: [], left: [], register: [] }
  return makeReview(tables, { ...about, answers, ...more })
}

async function accept({ comparison }: Review, register: Register = EMPTY_REGISTER): Promise<Register> {
  const commands = await makeEditionCommands(comparison, {
    batch: 'batch',
    document: 'tracker.docx',
    reason: 'as in tracker.docx',
    organisations: [],
    makeId: makeCommandId,
  })
  return commands.reduce((now, command) => carryOut(now, command).register, register)
}

function entriesOf({ snapshot, history }: Register): readonly RegisterEntry[] {
  return [...snapshot.actions.values()].map((action) => ({ action, history: history.get(action.id) ?? [] }))
}

describe('the review of a document', () => {
  test('shows each row of the source, under its headings, beside the action it becomes', () => {
    const { entries, tables } = review(TRACKER)
    const first = entries.find((entry) => entry.row === 4)
    expect(first?.source).toEqual([
      { heading: 'No', text: '1/24' },
      { heading: 'Details', text: 'First' },
      { heading: 'Update', text: '7/2/2024: Begun.' },
      { heading: 'Owner', text: 'ROCU' },
    ])
    expect(first?.becoming).toMatchObject({
      kind: 'new',
      fresh: { reference: '1/24', imported: { details: 'First', owners: ['ROCU'] } },
    })
    expect(tables).toMatchObject([{ columns: ['reference', 'details', 'update', 'owner'] }])
  })

  test('counts actions, rows that nobody has looked at, and what would be lost', () => {
    const found = review(TRACKER)
    expect(isEdition(found)).toBe(false)
    expect(countReview(found, [])).toMatchObject({ actions: 3, fresh: 3, needLook: 2, lost: 1 })
  })

  test('a mend that is taken leaves nothing to look at; one that is left is still told, but not asked again', () => {
    const taken: Answer = { row: 5, code: 'slippedCell', sheet: null, answer: 'take' }
    const after = review(TRACKER, [taken])
    expect(countReview(after, [taken]).needLook).toBe(1)
    const left: Answer = { row: 6, code: 'undatedUpdate', sheet: null, answer: 'leave' }
    const both = [taken, left]
    const end = review(TRACKER, both)
    expect(countReview(end, both)).toMatchObject({ actions: 3, needLook: 0, lost: 1 })
    const third = end.entries.find((entry) => entry.row === 6)
    expect(third?.problems.map((problem) => problem.code)).toEqual(['undatedUpdate'])
    expect(third && openProblems(third, both)).toEqual([])
  })

  test('rows that need a look come first, and stay there once they are answered', () => {
    const rows = (answers: readonly Answer[]): number[] =>
      sortEntries(review(TRACKER, answers).entries, answers).shown.map((entry) => entry.row)
    expect(rows([])).toEqual([5, 6, 4])
    expect(rows([{ row: 5, code: 'slippedCell', sheet: null, answer: 'take' }])).toEqual([5, 6, 4])
  })

  test('a row that becomes no action is shown with what is said of it', () => {
    const { entries } = review(`${TRACKER}\nThank you for your help`)
    const stray = entries.find((entry) => entry.row === 7)
    expect(stray).toMatchObject({ becoming: { kind: 'nothing' }, source: [{ text: 'Thank you for your help' }] })
    expect(stray?.problems.map((problem) => problem.code)).toEqual(['strayText'])
  })

  test.skipIf(!realTracker.isThere)(
    'of the real tracker: 12 actions, 3 need a look, 0 lost (skipped without ../shared)',
    () => {
      const found = review(realTracker.read())
      expect(countReview(found, [])).toMatchObject({ actions: 12, needLook: 3, lost: 0 })
    },
  )
})

describe('a document without numbers like ours', () => {
  test('is numbered here, which its rows say; nobody is asked forty times', () => {
    const rows = Array.from(
      { length: 40 },
      (_, index) => `A${index}\tMatter ${index} of its own\t7/2/2024: Begun.\tROCU`,
    )
    const found = review(['No\tDetails\tUpdate\tOwner', ...rows].join('\n'))
    const counts = countReview(found, [])
    expect(counts).toMatchObject({ actions: 40, lost: 0 })
    expect(counts.needLook).toBeLessThanOrEqual(1)
    expect(found.comparison.fresh.at(-1)).toMatchObject({ reference: '40/26', imported: { reference: 'A39' } })
  })
})

describe('several tables', () => {
  const tables = (['Open', 'Lookups'] as const).flatMap((sheet) =>
    read({ text: sheet === 'Open' ? TRACKER : 'Force\tCode\nNorth\tN\nVale\tV', type: 'unknown' }).map((table) => ({
      ...table,
      sheet,
    })),
  )

  test('are named, and one that is no tracker needs a look until it is left out', () => {
    const both = review(tables)
    expect(both.tables.map((table) => table.name)).toEqual(['Open', 'Lookups'])
    expect(both.entries.filter((entry) => entry.sheet === 'Lookups').flatMap((each) => each.problems)).toMatchObject([
      { code: 'missingColumn' },
    ])
    const one = review(tables, [], { left: [1] })
    expect(one.tables.map((table) => table.name)).toEqual(['Open', 'Lookups'])
    expect(one.entries.map((entry) => entry.sheet)).toEqual(['Open', 'Open', 'Open'])
  })

  test('keep the columns that a person chose, also when one before them is left out', () => {
    const columns = [null, ['details', 'owner']] as const
    const { comparison } = review(tables, [], { left: [0], columns })
    expect(comparison.fresh.map(({ imported }) => [imported.details, imported.owners])).toEqual([
      ['Force', ['Code']],
      ['North', ['N']],
      ['Vale', ['V']],
    ])
  })
})

describe('the review of a further edition', () => {
  const NEXT = [
    'No\tDetails\tUpdate\tOwner',
    '1/24\tFirst\t7/2/2024: Begun.\tROCU',
    '2/24\tSecond, now in other words\tNorth Mercia\t',
    '3/24\tThird\tNobody has said when\tROCU',
    '4/24\tA fourth matter\t5/6/2024: Asked for.\tROCU',
  ].join('\n')
  const mends: readonly Answer[] = [
    { row: 5, code: 'slippedCell', sheet: null },
    { row: 6, code: 'undatedUpdate', sheet: null },
  ]

  test('shows only what is new, and asks nothing twice that was asked of the one before', async () => {
    const register = await accept(review(TRACKER, mends))
    const again = review(TRACKER, [], { register: entriesOf(register) })
    expect(isEdition(again)).toBe(true)
    expect(countReview(again, [])).toEqual({
      actions: 3,
      fresh: 0,
      news: 0,
      reworded: 0,
      vanished: 0,
      needLook: 0,
      lost: 0,
    })
    expect(sortEntries(again.entries, [])).toMatchObject({ shown: [], nothingNew: [{}, {}, {}] })
    const next = review(NEXT, [], { register: entriesOf(register) })
    expect(countReview(next, [])).toMatchObject({ fresh: 1, news: 0, reworded: 1, vanished: 0, lost: 0 })
    expect(sortEntries(next.entries, []).shown.map((entry) => entry.becoming.kind)).toEqual(['new', 'known'])
  })

  test('numbers that it skips because their rows vanished are told once, as vanished', async () => {
    const register = await accept(review(TRACKER, mends))
    const without = TRACKER.split('\n')
      .filter((line) => !line.startsWith('2/24'))
      .join('\n')
    const found = review(without, [], { register: entriesOf(register) })
    expect(countReview(found, [])).toMatchObject({ vanished: 1, needLook: 0 })
    const alone = review(without).entries.flatMap((entry) => entry.problems)
    expect(alone.map((problem) => problem.code)).toContain('skippedNumbers')
  })

  test('what can’t be told apart needs a look until a person says what it is', async () => {
    const register = await accept(review(TRACKER, mends))
    const other = TRACKER.replace('Second', 'Publish quarterly figures of online grooming')
    const asked = review(other, [], { register: entriesOf(register) })
    expect(countReview(asked, [])).toMatchObject({ needLook: 1, fresh: 0 })
    expect(sortEntries(asked.entries, []).shown.map((entry) => entry.becoming.kind)).toEqual(['doubtful'])
    const isNew: Answer = { sheet: null, row: 5, question: 'same', answer: 'leave' }
    const answered = review(other, [isNew], { register: entriesOf(register) })
    expect(countReview(answered, [isNew])).toMatchObject({ fresh: 1, vanished: 1 })
    expect(answered.comparison.fresh[0]?.reference).toBe('4/24')
  })
})

describe('an import', () => {
  test('of the same document for the same group is the same import', async () => {
    const pasted = await makeBatch('sgg', { content: TRACKER })
    expect(await makeBatch('sgg', { content: new TextEncoder().encode(TRACKER) })).toBe(pasted)
    expect(await makeBatch('other', { content: TRACKER })).not.toBe(pasted)
    expect(await makeBatch('sgg', { content: `${TRACKER} ` })).not.toBe(pasted)
  })

  test('has ids that the register takes', async () => {
    expect(await makeBatch('sgg', { content: TRACKER })).toMatch(/^[\w-]{22}$/)
    expect(await makeCommandId('what it says')).toMatch(/^[\w-]{22}$/)
    expect(await makeCommandId('what it says')).toBe(await makeCommandId('what it says'))
  })
})

describe('minutes', () => {
  const MINUTES = [
    'Notes of the meeting held on 14 January 2025',
    '',
    'HS gave an update. Action: KK to write by 3 February; All forces to answer.',
    'It could not be relied on and forces should continue to tell her.',
  ].join('\n')
  const given = (content: string) =>
    readSource({ name: null, content, type: 'unknown' }, createWords('en'), '2026-11-24')

  test('come in by what their sentences ask for; standing duties only where somebody takes them', async () => {
    const tables = given(MINUTES)
    if (!tables.ok) throw new Error(tables.error.code)
    const first = review(tables.value, [], { left: null })
    expect(first.tables.map(({ name, rows, taken }) => [name, rows, taken])).toEqual([
      ['Actions of the minutes', 2, true],
      ['Standing duties', 1, false],
    ])
    const { snapshot } = await accept(first)
    expect([...snapshot.actions.values()].map(({ details, owners, due }) => ({ details, owners, due }))).toMatchObject([
      { details: 'KK to write by 3 February', owners: [{ name: 'KK' }], due: { kind: 'day', day: '2025-02-03' } },
      { details: 'All forces to answer.', owners: [{ name: 'all forces' }], due: null },
    ])
    expect(countReview(first, []).needLook).toBe(1)
    const both = review(tables.value, [], { left: [] })
    expect(countReview(both, []).fresh).toBe(3)
  })

  test('without a sentence that asks for anything are refused; a tracker is read as its table', () => {
    expect(given('Dear all,\nplease see below.')).toMatchObject({ ok: false, error: { code: 'noTable' } })
    const tracker = given(`${TRACKER}\nAction: KK to write\t\t\t`)
    expect(tracker.ok && tracker.value[0]?.rows[0]?.cells[0]?.text).toBe('No')
  })
})
