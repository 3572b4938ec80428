/** What a document says is in an action or in a problem: the promise of every import, tried on documents of any kind. */

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readTables } from '../../src/documents/document.ts'
import { proposeImport, type ImportProposal } from '../../src/documents/tracker.ts'
import { createWords } from '../../src/words/words.ts'
import { HEADINGS, propose } from './documentsworld.ts'

const RUNS = process.env['MATTERS_PROVE'] ? 20_000 : 500

const name = fc.constantFrom('North Mercia', 'SHROCU', 'Ada Vaughan', 'Ongoing', 'Redacted', '')
const day = fc.constantFrom('5/3/2020: ', '31/2/2020: ', 'March 2020: ', '2020-06-11 - ', '')
const agreed = fc.constantFrom(
  ' ACTION: ',
  '\nAction: ',
  '. ',
  '\n',
  ' (a) ',
  ' (b) ',
  '\n1. ',
  '\n2. ',
  ' ████ ',
  '; ',
)
const word = fc.stringMatching(/^[a-zA-Z]{3,9}$/u).map((letters) => `w${letters}`)
const text = fc
  .array(fc.tuple(day, fc.array(word, { minLength: 1, maxLength: 4 }), agreed), { maxLength: 4 })
  .map((pieces) => pieces.map(([date, words, end]) => `${date}${words.join(' ')}${end}`).join(''))
const reference = fc.oneof(
  fc.tuple(fc.integer({ min: 0, max: 30 }), fc.constantFrom(19, 20)).map((pair) => pair.join('/')),
  word,
  fc.constant(''),
)
const row = fc.tuple(reference, text, fc.oneof(text, name), fc.oneof(name, text), fc.oneof(fc.constant(''), word))

/** Everything that the proposal says, without the copy of the source that it carries. */
function saidBy({ actions, problems }: ImportProposal): string {
  const said = actions.map(({ source: _source, ...action }) => action)
  return JSON.stringify([said, problems.map((problem) => problem.values)])
}

test('every word of every cell is in an action or in a problem', () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 6 }), (rows) => {
      const said = saidBy(propose([HEADINGS, ...rows]))
      const words = rows.flat().flatMap((cell) => cell.match(/\bw[a-zA-Z]{3,9}\b/gu) ?? [])
      expect(words.filter((each) => !said.includes(each))).toEqual([])
    }),
    { numRuns: RUNS },
  )
})

test('what no problem calls lost is in an action', () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 6 }), (rows) => {
      const { actions, problems } = propose([HEADINGS, ...rows])
      const said = JSON.stringify(actions.map(({ source: _source, ...action }) => action))
      const lost = JSON.stringify(problems.filter((problem) => problem.lost).map((problem) => problem.values))
      const words = rows.flat().flatMap((cell) => cell.match(/\bw[a-zA-Z]{3,9}\b/gu) ?? [])
      expect(words.filter((each) => !said.includes(each) && !lost.includes(each))).toEqual([])
    }),
    { numRuns: RUNS },
  )
})

test('once every mend is taken, none is proposed again', () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 6 }), (rows) => {
      const mends = propose([HEADINGS, ...rows]).problems.filter((problem) => problem.mend)
      // A mend may bring another to light: a cell that moved, or a row that joined another.
      for (let turn = 0; turn < 4; turn += 1) {
        mends.push(...propose([HEADINGS, ...rows], { mends }).problems.filter((problem) => problem.mend))
      }
      const left = propose([HEADINGS, ...rows], { mends }).problems.filter((problem) => problem.mend)
      expect(left).toEqual([])
    }),
    { numRuns: RUNS },
  )
})

test('any text is proposed in both languages, never thrown at', () => {
  const piece = fc.constantFrom(
    'No\tDetails\tUpdate\tOwner\n',
    '1/24\t',
    '\t',
    '\n',
    '"',
    '<p>',
    '5/3/2020: ',
    'ACTION: ',
    '(a) ',
    '⟦',
    '⟧',
    '__proto__',
    '{0}',
    '{text}',
    "'",
    '#',
  )
  const any = fc.array(fc.oneof(piece, fc.string({ unit: 'grapheme' })), { maxLength: 40 }).map((all) => all.join(''))
  fc.assert(
    fc.property(any, fc.constantFrom('en' as const, 'cy' as const), (source, language) => {
      const tables = readTables({ text: source, type: 'text' })
      if (!tables.ok) return
      const { problems } = proposeImport(tables.value, { words: createWords(language) })
      expect(problems.filter((problem) => problem.message === '' || problem.message.startsWith('documents.'))).toEqual(
        [],
      )
    }),
    { numRuns: RUNS },
  )
})

test.each([
  '"x""\t',
  '<p ',
  '&amp;<b>',
  '<td><table>',
  '(a) (b) ',
  '5/3/2020: ACTION: ',
  '████ ',
  '1. 2. ',
  '. 5/3/2020',
  'a\n',
])('time grows with the length of a document that repeats %j, not with its square', (piece) => {
  const cell = piece.repeat(Math.floor(1_000_000 / piece.length))
  const text = `<p>No\tDetails\tUpdate\n1/24\t${cell}\t${cell}\n`
  const results = [text, `<table><tr><td>${text}`].map((each) => readTables({ text: each, type: 'unknown' }))
  for (const tables of results) {
    if (tables.ok) proposeImport(tables.value, { words: createWords('en') })
    else expect(tables.error.code).toMatch(/^(?:tooLarge|tooManyRows|unsafe|noTable)$/u)
  }
})
