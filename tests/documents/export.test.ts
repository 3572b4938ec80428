import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readDocument } from '../../src/documents/document.ts'
import { makeExcel } from '../../src/documents/export/excel.ts'
import { makeTracker, type Tracker } from '../../src/documents/export/table.ts'
import { makeWord } from '../../src/documents/export/word.ts'
import type { Table } from '../../src/documents/table.ts'
import { createWords } from '../../src/words/words.ts'
import { bringIn, gridOf, propose, REGISTER, substanceOf, TODAY } from './exportworld.ts'

const PROVE = Boolean(process.env['MATTERS_PROVE'])

function read(bytes: Uint8Array): readonly Table[] {
  const tables = readDocument({ bytes })
  if (!tables.ok) throw new Error(`unreadable: ${tables.error.code}`)
  return tables.value
}

/** The ways out and in again, and how many registers go them. */
const WAYS: readonly (readonly [name: string, (tracker: Tracker) => Promise<readonly Table[]>, runs: number])[] = [
  ['its cells', async (tracker) => [gridOf(tracker)], PROVE ? 5000 : 200],
  ['Word', async (tracker) => read(makeWord(tracker)), PROVE ? 500 : 40],
  ['Excel', async (tracker) => read(makeExcel(tracker)), PROVE ? 2000 : 100],
]

describe.each(['en', 'cy'] as const)('a tracker that is taken out and brought in again (%s)', (language) => {
  const words = createWords(language)

  test.each(WAYS)('gives the same register: %s', async (_, goRound, numRuns) => {
    await fc.assert(
      fc.asyncProperty(REGISTER, fc.boolean(), async (held, colours) => {
        const tracker = makeTracker(held.snapshot, held.histories, { words, today: TODAY, colours })
        expect(substanceOf(bringIn(await goRound(tracker), words))).toEqual(substanceOf(held))
      }),
      { numRuns },
    )
  })

  test.each(WAYS)('loses nothing on the way: %s', async (_, goRound, numRuns) => {
    await fc.assert(
      fc.asyncProperty(REGISTER, async (held) => {
        const tracker = makeTracker(held.snapshot, held.histories, { words, today: TODAY })
        const lost = propose(await goRound(tracker), words).problems.filter((problem) => problem.lost)
        expect(lost.map(({ code, values }) => ({ code, values }))).toEqual([])
      }),
      { numRuns: numRuns / 2 },
    )
  })
})
