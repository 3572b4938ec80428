import { describe, expect, test } from 'vitest'
import type { MendAnswer } from '../../src/documents/problem.ts'
import { makeBatch, makeCommandId } from '../../src/tab/importing/batch.ts'
import { countReview, makeReview, openProblems, sortEntries } from '../../src/tab/importing/review.ts'
import { createWords } from '../../src/words/words.ts'
import { read, realTracker } from '../documents/documentsworld.ts'

const TRACKER = [
  'Tracker of a group',
  '',
  'No\tDetails\tUpdate\tOwner',
  '1/24\tFirst\t7/2/2024: Begun.\tROCU',
  '2/24\tSecond\tNorth Mercia\t',
  '3/24\tThird\tNobody has said when\tROCU',
].join('\n')

function review(source: string, mends: readonly MendAnswer[] = []) {
  return makeReview(read({ text: source, type: 'unknown' }), { words: createWords('en'), mends, today: '2026-11-24' })
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
    expect(first?.action).toMatchObject({ reference: '1/24', details: 'First', owners: ['ROCU'] })
    expect(tables).toMatchObject([{ columns: ['reference', 'details', 'update', 'owner'] }])
  })

  test('counts actions, rows that nobody has looked at, and what would be lost', () => {
    const { entries } = review(TRACKER)
    expect(countReview(entries, [])).toEqual({ actions: 3, needLook: 2, lost: 1 })
  })

  test('a mend that is taken leaves nothing to look at; one that is left is still told, but not asked again', () => {
    const taken: MendAnswer = { row: 5, code: 'slippedCell', sheet: null, answer: 'take' }
    const after = review(TRACKER, [taken]).entries
    expect(countReview(after, [taken]).needLook).toBe(1)
    const left: MendAnswer = { row: 6, code: 'undatedUpdate', sheet: null, answer: 'leave' }
    const both = [taken, left]
    const end = review(TRACKER, both).entries
    expect(countReview(end, both)).toEqual({ actions: 3, needLook: 0, lost: 1 })
    const third = end.find((entry) => entry.row === 6)
    expect(third?.problems.map((problem) => problem.code)).toEqual(['undatedUpdate'])
    expect(third && openProblems(third, both)).toEqual([])
  })

  test('rows that need a look come first, and stay there once they are answered', () => {
    const rows = (answers: readonly MendAnswer[]): number[] =>
      sortEntries(review(TRACKER, answers).entries, answers).map((entry) => entry.row)
    expect(rows([])).toEqual([5, 6, 4])
    expect(rows([{ row: 5, code: 'slippedCell', sheet: null, answer: 'take' }])).toEqual([5, 6, 4])
  })

  test('a row that becomes no action is shown with what is said of it', () => {
    const { entries } = review(`${TRACKER}\nThank you for your help`)
    const stray = entries.find((entry) => entry.row === 7)
    expect(stray).toMatchObject({ action: null, source: [{ text: 'Thank you for your help' }] })
    expect(stray?.problems.map((problem) => problem.code)).toEqual(['strayText'])
  })

  test.skipIf(!realTracker.isThere)(
    'of the real tracker: 12 actions, 3 need a look, 0 lost (skipped without ../shared)',
    () => {
      const { entries } = review(realTracker.read())
      expect(countReview(entries, [])).toEqual({ actions: 12, needLook: 3, lost: 0 })
    },
  )
})

describe('an import', () => {
  test('of the same document for the same group is the same import', async () => {
    const pasted = await makeBatch('sgg', { content: TRACKER })
    expect(await makeBatch('sgg', { content: new TextEncoder().encode(TRACKER) })).toBe(pasted)
    expect(await makeBatch('other', { content: TRACKER })).not.toBe(pasted)
    expect(await makeBatch('sgg', { content: `${TRACKER} ` })).not.toBe(pasted)
  })

  test('has ids that the register takes', async () => {
    const batch = await makeBatch('sgg', { content: TRACKER })
    expect(batch).toMatch(/^[\w-]{22}$/)
    expect(makeCommandId(batch, 19_999)).toMatch(/^[\w-]{8,64}$/)
  })
})
