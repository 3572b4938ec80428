/** The tracker that a regional group really published. Skipped, and seen to be, where it isn't at hand. */

import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { proposeMinutes } from '../../src/documents/minutes.ts'
import { readProse } from '../../src/documents/prose.ts'
import { plainText } from '../../src/domain/passage.ts'
import { createWords } from '../../src/words/words.ts'
import {
  contentOf,
  makeExcelHtml,
  makeLibreOfficeHtml,
  makePastedText,
  makeWordHtml,
  propose,
  read,
  realTracker,
  taken,
} from './documentsworld.ts'

const MINUTES = fileURLToPath(new URL('../../../shared/real/cse-regional-minutes-2018.txt', import.meta.url))
const RECOMMENDATIONS = fileURLToPath(new URL('../../../shared/real/hmicfrs-recommendations-2021.txt', import.meta.url))

describe.skipIf(!realTracker.isThere)('the tracker of a regional group, March 2020', () => {
  const proposal = () => propose(realTracker.read())
  const action = (reference: string) => {
    const found = proposal().actions.find((each) => each.reference === reference)
    if (!found) throw new Error(`no ${reference}`)
    return found
  }

  test('all twelve actions come in, in their order', () => {
    const references = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((number) => `${number}/19`)
    expect(proposal().actions.map((each) => each.reference)).toEqual([...references, '1/20', '2/20'])
  })

  test('rows are counted as the file has them, with its title and blank rows', () => {
    expect(proposal().actions.map((each) => each.row)).toEqual([6, 7, 8, 9, 10, 11, 13, 14, 15, 16, 17, 18])
  })

  test('redacted rows keep their numbers, and say how much of them is withheld', () => {
    const redacted = proposal().actions.filter((each) => each.redacted !== false)
    expect(redacted.map(({ reference, redacted }) => [reference, redacted])).toEqual([
      ['5/19', 'whole'],
      ['8/19', 'whole'],
      ['9/19', 'partly'],
    ])
    expect(action('5/19').details).toBe('⟦Sensitive and irrelevant⟧')
    expect(plainText(action('9/19').details)).toMatch(/^Organise a regional .* focussed\nSensitive and irrelevant$/u)
  })

  test('parts stand apart from the words before them', () => {
    const parts = proposal().actions.filter((each) => each.parts.length > 0)
    expect(parts.map(({ reference, parts }) => [reference, parts.map((part) => part.letter)])).toEqual([
      ['1/19', ['a', 'b']],
      ['4/19', ['a', 'b']],
      ['7/19', ['1', '2']],
    ])
    expect(action('1/19').details).toMatch(/^Concerns in accuracy .* use of markers\)$/u)
    expect(action('4/19').parts[0]?.details).toBe('Discuss in working group in October')
    expect(action('7/19').details).toBe('Preventative work with school children keeping safe on line - OCAGs')
  })

  test('updates of 5 March 2020 have what was agreed as their next step', () => {
    const dated = proposal().actions.filter((each) => each.updates.length > 0)
    expect(dated.map((each) => each.reference)).toEqual(
      ['1', '2', '3', '4', '6', '7', '10'].map((number) => `${number}/19`),
    )
    expect(dated.every((each) => each.updates.length === 1 && each.updates[0]?.day === '2020-03-05')).toBe(true)
    expect(dated.map((each) => each.updates[0]?.outcome)).toEqual([
      'next',
      'next',
      'next',
      'next',
      'retain',
      'discharge',
      'next',
    ])
    expect(action('2/19').updates[0]?.next).toBe('To keep until TDGs are formed to understand impact')
    expect(action('6/19')).toMatchObject({ status: 'open', updates: [{ next: 'To retain for next SGG' }] })
    expect(action('7/19')).toMatchObject({ status: 'discharged', updates: [{ next: null, outcome: 'discharge' }] })
  })

  test('an owner may be an organisation with a person', () => {
    expect(action('7/19').owners).toEqual(['ROCUWM Daphne Brettle'])
  })

  test('owners that slipped under "Update" are put where they belong, and reported there', () => {
    expect(action('1/20')).toMatchObject({ owners: ['ROCUWM'], updates: [] })
    expect(action('2/20')).toMatchObject({ owners: ['West Mercia'], updates: [] })
    const slipped = proposal().problems.filter((problem) => problem.code === 'slippedCell')
    expect(slipped.map(({ row, column, mend }) => ({ row, column, mend }))).toEqual(
      [17, 18].map((row) => ({ row, column: 'Update', mend: { kind: 'moveCell', from: 'update', to: 'owner' } })),
    )
  })

  test('three rows need a look, and no words are lost', () => {
    const { problems } = proposal()
    expect(new Set(problems.map((problem) => problem.row))).toEqual(new Set([15, 17, 18]))
    expect(problems.filter((problem) => problem.lost)).toEqual([])
  })

  test('a mend that was taken is no problem any more', () => {
    const { actions, problems } = propose(realTracker.read(), taken({ row: 17, code: 'slippedCell' }))
    expect(problems.map((problem) => [problem.row, problem.code])).not.toContainEqual([17, 'slippedCell'])
    expect(actions.find((each) => each.reference === '1/20')?.owners).toEqual(['ROCUWM'])
  })

  test('no markup is left in any text', () => {
    expect(JSON.stringify(contentOf(proposal()))).not.toMatch(/<\/?(?:p|h1)>|&\w+;/u)
  })

  test.each([
    ['Word', makeWordHtml],
    ['Excel', makeExcelHtml],
    ['LibreOffice', makeLibreOfficeHtml],
    ['Excel, as text', makePastedText],
  ])('it is the same when %s hands it over', (_, make) => {
    const [table] = read({ text: realTracker.read(), type: 'text' })
    const rows = (table?.rows ?? []).map((row) => row.cells.map((cell) => cell.text))
    expect(contentOf(propose(make(rows)))).toEqual(contentOf(proposal()))
  })
})

describe.skipIf(!existsSync(RECOMMENDATIONS))('the recommendations of an inspectorate, 2021', () => {
  const proposal = propose(existsSync(RECOMMENDATIONS) ? readFileSync(RECOMMENDATIONS, 'utf8') : 'No\tAction')
  const actionAt = (row: number) => proposal.actions.find((action) => action.row === row)

  test('are recommendations and nothing else: prose between the tables is none of them', () => {
    expect(proposal.actions).toHaveLength(52)
    expect(proposal.actions.filter((action) => action.details === '')).toEqual([])
    expect(actionAt(21)).toMatchObject({
      reference: '1',
      details: expect.stringMatching(/^Area for improvement Forces/u),
    })
    expect(actionAt(32)).toMatchObject({ reference: '7', due: 'December 2021', status: 'open' })
    expect(actionAt(141)).toMatchObject({ reference: '16', status: 'discharged' })
  })

  test('that a page tore are whole again', () => {
    expect(actionAt(28)?.details).toContain('supports forces, allowing the use of live facial recognition')
    const torn = proposal.problems.filter((problem) => problem.code === 'tornRow')
    expect(torn.length).toBeGreaterThan(15)
    expect(torn.every((problem) => !problem.lost && problem.mend?.kind === 'joinRow')).toBe(true)
  })

  test('and what is lost without a person is only what has no day, the key of colours, and two cells', () => {
    const lost = new Set(proposal.problems.filter((problem) => problem.lost).map((problem) => problem.code))
    expect([...lost].toSorted()).toEqual(['strayText', 'undatedUpdate', 'unknownColumn'])
  })
})

test.skipIf(!existsSync(MINUTES))(
  'the minutes of a regional group yield their one action, and their standing duty',
  () => {
    const lines = readProse({ bytes: readFileSync(MINUTES) })
    const { actions, duties, problems } = proposeMinutes(lines.ok ? lines.value : [], {
      words: createWords('en'),
      today: '2026-11-27',
    })
    expect(actions).toMatchObject([{ addressees: ['each force'], due: '2018-02-28' }])
    expect(duties).toMatchObject([{ addressees: ['forces'] }])
    expect(problems).toEqual([])
  },
)
