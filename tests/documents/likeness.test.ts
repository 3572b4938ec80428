import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { containmentOf, createWordingIndex, isNearSame, likenessOf, makeWording } from '../../src/documents/likeness.ts'

const likeness = (a: string, b: string): number => likenessOf(makeWording(a), makeWording(b))

describe('the likeness of two wordings', () => {
  test('is whole for the same words in any order, case, punctuation and ending', () => {
    expect(likeness('Forces to submit nominations', 'TO SUBMIT: nomination — forces')).toBe(1)
    expect(likeness('', ' – ')).toBe(1)
  })

  test('is nothing for other words, and little for those that share only glue', () => {
    expect(likeness('Recording of markers', 'Publish figures')).toBe(0)
    expect(likeness('A speaker for the group', 'A list for the schools')).toBeLessThan(0.4)
  })

  test('tells numbers apart by every digit', () => {
    expect(likeness('2019', '2020')).toBe(0)
  })

  test('leaves what is withheld out', () => {
    expect(likeness('Ask ⟦name⟧ to speak', 'Ask to speak')).toBe(1)
  })

  test('finds a wording in one that grew out of it', () => {
    expect(containmentOf(makeWording('Review NRM data'), makeWording('Review NRM data for children'))).toBe(1)
  })

  test('a slip of the pen is near-same; a number or a "not" never is', () => {
    const words = 'the bureau has recieved nominations from every force in the region before the meeting of the group'
    const same = (to: string): boolean => isNearSame(makeWording(words), makeWording(to))
    expect(same(words.replace('recieved', 'received'))).toBe(true)
    expect(same(words.replace('has', 'has not'))).toBe(false)
    expect(same(words.replace('every', '43'))).toBe(false)
  })
})

describe('an index of wordings', () => {
  const word = fc.constantFrom(...'forces bureau workshop schools figures to the not 12 43 nominations'.split(' '))
  const sentence = fc.array(word, { maxLength: 8 }).map((words) => words.join(' '))

  test('finds what comparing each with each would find', () => {
    fc.assert(
      fc.property(
        fc.array(sentence, { maxLength: 12 }),
        sentence,
        fc.integer({ min: 1, max: 4 }),
        fc.constantFrom(0, 0.5, 1),
        (all, sought, most, least) => {
          const wording = makeWording(sought)
          const index = createWordingIndex(all.map((text) => [makeWording(text), text] as const))
          index.nearest(makeWording('forces 12'), 0, 3)
          const expected = all
            .map((text) => likenessOf(wording, makeWording(text)))
            .filter((each) => each >= least && each > 0 && wording.weight > 0)
            .toSorted((a, b) => b - a)
            .slice(0, most)
          const found = index.nearest(wording, least, most)
          expect(found.map((each) => each.likeness)).toEqual(expected.map((each) => expect.closeTo(each, 10)))
          for (const { value, likeness: told } of found)
            expect(told).toBeCloseTo(likenessOf(wording, makeWording(value)), 10)
        },
      ),
    )
  })
})
