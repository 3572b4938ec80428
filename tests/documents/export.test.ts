import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeTracker } from '../../src/documents/export/table.ts'
import { createWords } from '../../src/words/words.ts'
import { bringIn, gridOf, REGISTER, substanceOf, TODAY } from './exportworld.ts'

const RUNS = process.env['MATTERS_PROVE'] ? 5000 : 300

describe.each(['en', 'cy'] as const)('a tracker that is taken out and brought in again (%s)', (language) => {
  const words = createWords(language)

  test.each([false, true])('gives the same register, colours: %s', (colours) => {
    fc.assert(
      fc.property(REGISTER, (held) => {
        const tracker = makeTracker(held.snapshot, held.histories, { words, today: TODAY, colours })
        expect(substanceOf(bringIn([gridOf(tracker)], words))).toEqual(substanceOf(held))
      }),
      { numRuns: RUNS },
    )
  })
})
