import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeWithheld, parsePassages, plainText, shorten, withholdingOf } from '../../src/domain/passage.ts'

describe('withheld passages', () => {
  test('a text says how much of it is withheld', () => {
    const withheld = makeWithheld('Outside the request')
    expect(withholdingOf('To be read by all')).toBe('none')
    expect(withholdingOf(`Hold a meeting\n${withheld}`)).toBe('partly')
    expect(withholdingOf(` ${withheld}\n`)).toBe('whole')
    expect(withholdingOf('')).toBe('none')
  })

  test('splitting and joining a text loses nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ text: fc.string({ minLength: 1 }), withheld: fc.boolean() })), (pieces) => {
        const clean = pieces
          .map((piece) => ({ ...piece, text: piece.text.replaceAll(/[⟦⟧]/gu, '') }))
          .filter((piece) => piece.text !== '')
        const text = clean.map((piece) => (piece.withheld ? makeWithheld(piece.text) : piece.text)).join('')
        expect(plainText(text)).toBe(clean.map((piece) => piece.text).join(''))
        const read = parsePassages(text)
        const withheldOf = (list: typeof clean): string[] =>
          list.filter((piece) => piece.withheld).map((piece) => piece.text)
        expect(withheldOf(read as typeof clean)).toEqual(withheldOf(clean))
        expect(read.map((passage) => passage.text).join('')).toBe(plainText(text))
      }),
    )
  })

  test('replacement words cannot close their own mark', () => {
    expect(parsePassages(makeWithheld('a⟧b⟦c'))).toEqual([{ text: 'abc', withheld: true }])
  })

  test('a long text is cut at the end of a word, and never inside what is withheld', () => {
    expect(shorten('Label the shelves, all of them', 20)).toBe('Label the shelves…')
    expect(shorten('Label the shelves', 17)).toBe('Label the shelves')
    expect(shorten(`Ask ${makeWithheld('a very long name')} for it`, 8)).toBe('Ask…')
    expect(shorten(`Ask ${makeWithheld('her')} for the list`, 12)).toBe(`Ask ${makeWithheld('her')} for…`)
    fc.assert(
      fc.property(fc.array(fc.record({ text: fc.string(), withheld: fc.boolean() })), fc.nat(40), (pieces, longest) => {
        const text = pieces
          .map(({ text: words, withheld }) => (withheld ? makeWithheld(words) : words.replaceAll(/[⟦⟧]/gu, '')))
          .join('')
        const kept = parsePassages(shorten(text, longest)).filter(({ withheld }) => withheld)
        const whole = parsePassages(text).filter(({ withheld }) => withheld)
        expect(whole.slice(0, kept.length)).toEqual(kept)
      }),
    )
  })
})
