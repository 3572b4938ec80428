import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, partsOf } from '../../src/domain/day.ts'
import { findName, findPersonalData } from '../../src/domain/personaldata.ts'

const TODAY = '2026-11-23'
const kindOf = (text: string): string | undefined => findPersonalData(text, TODAY)?.kind

describe('what may not stand in a notification', () => {
  test.each([
    '07700 900123',
    'tel 07700900123 again',
    '+44 (0)7700 900 123',
    '0044 7700-900-123',
    '(01632) 960 001',
    '020 7946 0000',
    '7700900123',
    '+353 87 123 4567',
    '０７７００ ９００１２３',
    '٠٧٧٠٠٩٠٠١٢٣',
    '0​7​7​0​0900123',
    '07700 900123 14.03.2026',
  ])('%s is a telephone number', (text) => {
    expect(kindOf(text)).toBe('telephone')
  })

  test.each([
    'pat@example.org',
    'PAT.LOWE@shires.police.example now',
    'pat (at) example.org',
    'pat at example dot org',
  ])('%s is an e-mail address', (text) => {
    expect(kindOf(text)).toBe('email')
  })

  test.each(['SY1 1AA', 'near sy11aa', 'CF10-3NP', 'EC1A 1BB', 'W1A 0AX.'])('%s is a postcode', (text) => {
    expect(kindOf(text)).toBe('postcode')
  })

  test.each([
    '12/03/2009',
    '12.3.09',
    '2009-03-12',
    '12 March 2009',
    '12th of March, 2009',
    'March 12, 2009',
    '12 Mawrth 2009',
    '12032009',
    '03/25/1998',
    'born 2010',
    'dob: 1/2/25',
    'ganwyd yn 2011',
  ])('%s is a date of birth', (text) => {
    expect(kindOf(text)).toBe('birthDate')
  })

  test.each([
    '',
    'NM/01/12345/26',
    '22000123456',
    '00123 of 20/11/2026',
    '012345/2026',
    'on the M6 2nd exit',
    'Seen again on 3 November 2026, at 19:45',
    'Streamed to 1,200 people since 2017',
    'Dau swyddog, dim anafiadau',
    '7 officers, 2 hours',
    'room at the top',
  ])('“%s” is none of them', (text) => {
    expect(findPersonalData(text, TODAY)).toBe(null)
  })

  const word = fc.constantFrom('ring', 'told', 'the', 'force', 'at', 'noon', 'galwodd', 'heddlu')
  const words = fc.array(word, { maxLength: 4 }).map((each) => each.join(' '))

  test('a number that can be rung is found however it is set out, wherever it stands', () => {
    const separator = fc.constantFrom('', ' ', '-', '.', ' - ', '\u00A0', '\u200B', '\u2009')
    const national = fc
      .tuple(fc.constantFrom('1', '2', '3', '7', '8'), fc.stringMatching(/^\d{9}$/))
      .map(([first, rest]) => first + rest)
    const prefix = fc.constantFrom('0', '+44', '0044', '44')
    fc.assert(
      fc.property(
        words,
        prefix,
        national,
        fc.array(separator, { minLength: 10, maxLength: 10 }),
        words,
        (a, p, n, s, b) => {
          const written =
            p +
            n
              .split('')
              .map((digit, index) => (s[index] ?? '') + digit)
              .join('')
          expect(kindOf(`${a} ${written} ${b}`)).toBe('telephone')
        },
      ),
    )
  })

  test('any full date of two years ago or longer is found; one of this year isn’t', () => {
    const months = [
      'January',
      'Chwefror',
      'Mar',
      'April',
      'Mai',
      'June',
      'Gorffennaf',
      'Aug',
      'Medi',
      'October',
      'Tach',
      'Dec',
    ]
    const written = fc.constantFrom<(day: readonly [number, number, number]) => string>(
      ([y, m, d]) => `${d}/${m}/${y}`,
      ([y, m, d]) => `${d}.${m}.${String(y % 100).padStart(2, '0')}`,
      ([y, m, d]) => `${d} ${months[m - 1] ?? ''} ${y}`,
      ([y, m, d]) => `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`,
    )
    const old = fc.integer({ min: 760, max: 30_000 }).map((days) => partsOf(addDays(TODAY, -days)))
    fc.assert(
      fc.property(words, old, written, (a, day, write) => {
        expect(kindOf(`${a} ${write(day)}`)).toBe('birthDate')
      }),
    )
    const recent = fc.integer({ min: 0, max: 320 }).map((days) => partsOf(addDays(TODAY, -days)))
    fc.assert(
      fc.property(words, recent, written, (a, day, write) => {
        expect(kindOf(`${a} ${write(day)}`)).toBe(undefined)
      }),
    )
  })

  test('words alone are never refused', () => {
    fc.assert(fc.property(words, words, (a, b) => findPersonalData(`${a} ${b}`, TODAY) === null))
  })
})

describe('what may be a name', () => {
  test('is pointed out, in either language', () => {
    expect(findName('they arrested John Smith at home', [])).toBe('John Smith')
    expect(findName('yng nghartref Siân Bevan-Jones', [])).toBe('Siân Bevan-Jones')
    expect(findName('Mr Smith was told', [])).toBe('Mr Smith')
  })

  test('is not what an organisation, a group, a place or a day is called', () => {
    const known = ['Severn Vale Constabulary', 'Shires Guardians']
    for (const text of [
      'told by Severn Vale',
      'Shires Guardians again',
      'Monday March',
      'the Retail Park Road',
      'Seen twice',
    ]) {
      expect(findName(text, known)).toBe(null)
    }
  })
})
