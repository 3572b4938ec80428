/** Rules of the words: two languages that say the same, and count as their speakers do. */
import { compileMessageOrThrow, type CompiledMessage } from '@lingui/message-utils/compileMessage'
import { describe, expect, it } from 'vitest'
import { CLOSE_REASONS, COLOURS, EVENT_KINDS, KINDS, STATUSES } from '../../src/domain/action.ts'
import { ROLES } from '../../src/domain/group.ts'
import { REFUSALS } from '../../src/domain/result.ts'
import { REASONS } from '../../src/domain/status.ts'
import { CATALOGUE, type WordKey } from '../../src/words/catalogue.ts'
import { createWords } from '../../src/words/words.ts'

const en = createWords('en')
const cy = createWords('cy')
const KEYS = Object.keys(CATALOGUE.en) as WordKey[]

/** Names of the values that a message takes, at any depth. */
function placeholders(message: string): string[] {
  const found = new Set<string>()
  const walk = (tokens: CompiledMessage): void => {
    for (const token of tokens) {
      if (typeof token === 'string') continue
      const [name, , cases] = token
      found.add(name)
      if (cases !== null && typeof cases === 'object') {
        for (const tokens of Object.values(cases)) if (Array.isArray(tokens)) walk(tokens as CompiledMessage)
      }
    }
  }
  walk(compileMessageOrThrow(message))
  return [...found].toSorted()
}

describe('the two languages', () => {
  it('have a sentence for the same things', () => {
    expect(Object.keys(CATALOGUE.cy).toSorted()).toEqual(KEYS.toSorted())
  })

  it.each(KEYS)('take the same values in %s', (key) => {
    expect(placeholders(CATALOGUE.cy[key])).toEqual(placeholders(CATALOGUE.en[key]))
  })

  it('leave nothing empty, and no Welsh sentence is the English one', () => {
    const same = KEYS.filter((key) => CATALOGUE.cy[key] === CATALOGUE.en[key] && /\p{L}{4}/u.test(wordsOf(key)))
    expect(same.filter((key) => !SAME_IN_BOTH.has(CATALOGUE.en[key]))).toEqual([])
    expect(KEYS.filter((key) => CATALOGUE.en[key].trim() === '' || CATALOGUE.cy[key].trim() === '')).toEqual([])
  })
})

/** What a message says besides its values. */
function wordsOf(key: WordKey): string {
  return CATALOGUE.en[key].replaceAll(/\{\w+\}/g, '')
}

/** Names that no language changes, and words that both have. */
const SAME_IN_BOTH = new Set([
  'Agenda',
  'Agenda (A)',
  'Person',
  'OFFICIAL',
  'OFFICIAL-SENSITIVE',
  'ROCU',
  'Partner',
  'Matters Arising',
  'English',
  'Cymraeg',
  'Microsoft 365',
  'SharePoint',
  'Word',
  'Excel',
])

describe('every code has words', () => {
  it.each(REFUSALS)('refusal %s', (code) => {
    expect(Object.keys(CATALOGUE.en)).toContain(`refusal.${code}`)
  })
  it.each([
    ...REASONS.map((code) => `reason.${code}`),
    ...CLOSE_REASONS.map((code) => `reason.closed.${code}`),
    ...EVENT_KINDS.map((kind) => `event.${kind}`),
    ...COLOURS.map((colour) => `status.${colour}`),
    ...STATUSES.map((status) => `status.${status}`),
    ...KINDS.map((kind) => `kind.${kind}`),
    ...ROLES.map((role) => `role.${role}`),
  ])('%s', (key) => {
    expect(Object.keys(CATALOGUE.en)).toContain(key)
  })

  it('a code that nobody knows is said with its code, never swallowed', () => {
    expect(en.refusal({ code: 'noSuchCode' })).toBe('This couldn’t be done (noSuchCode). Nothing was changed.')
  })
})

describe('Welsh counts', () => {
  it('with the mutation each number asks for', () => {
    const counted = [0, 1, 2, 3, 4, 6, 7, 1234].map((count) => cy.say('register.count', { count }))
    expect(counted).toEqual([
      'Dim camau gweithredu',
      '1 cam gweithredu',
      '2 gam gweithredu',
      '3 cham gweithredu',
      '4 cam gweithredu',
      '6 cham gweithredu',
      '7 cam gweithredu',
      '1,234 cam gweithredu',
    ])
  })

  it('years in five ways', () => {
    const counted = [1, 2, 3, 4, 5, 6, 7].map((count) => cy.say('dates.span.year', { count }))
    expect(counted).toEqual([
      '1 flwyddyn',
      '2 flynedd',
      '3 blynedd',
      '4 blynedd',
      '5 mlynedd',
      '6 blynedd',
      '7 mlynedd',
    ])
  })

  it('joins with ac before a vowel and a before a consonant', () => {
    expect(cy.list(['Marches', 'West Mercia'])).toBe('Marches a West Mercia')
    expect(cy.list(['Marches', 'Severnside', 'Ôl'])).toBe('Marches, Severnside ac Ôl')
    expect(en.list(['Marches'])).toBe('Marches')
    expect(en.list([])).toBe('')
  })
})

describe('a due is told from today', () => {
  const today = '2026-11-24'
  const day = (value: string) => ({ kind: 'day', day: value, words: value }) as const

  it.each([
    ['2026-11-24', 'today', 'heddiw'],
    ['2026-11-25', 'tomorrow', 'yfory'],
    ['2026-11-26', 'in 2 days', 'ymhen 2 ddiwrnod'],
    ['2026-12-22', 'in 4 weeks', 'ymhen 4 wythnos'],
    ['2027-03-05', '5 March 2027', '5 Mawrth 2027'],
    ['2026-11-23', '1 day late', '1 diwrnod yn hwyr'],
    ['2026-10-20', '5 weeks late', '5 wythnos yn hwyr'],
    ['2026-06-01', '5 months late', '5 mis yn hwyr'],
    ['2020-03-05', '6 years late', '6 blynedd yn hwyr'],
  ])('%s', (value, english, welsh) => {
    expect(en.due(day(value), today, null)).toBe(english)
    expect(cy.due(day(value), today, null)).toBe(welsh)
  })

  it('a month isn’t late before its last day has passed', () => {
    expect(en.due({ kind: 'month', month: '2026-11', words: 'November' }, '2026-11-30', null)).toBe('November 2026')
    expect(en.due({ kind: 'month', month: '2026-11', words: 'November' }, '2026-12-01', null)).toBe('1 day late')
  })

  it('the next meeting is said so until it has passed', () => {
    expect(en.due({ kind: 'nextMeeting', words: 'next meeting' }, today, '2026-12-03')).toBe('next meeting')
    expect(cy.due({ kind: 'nextMeeting', words: 'next meeting' }, today, null)).toBe('y cyfarfod nesaf')
  })

  it('a condition, words and provisional dues stand as written', () => {
    expect(en.due({ kind: 'until', condition: 'TDGs are formed', words: 'w' }, today, null)).toBe(
      'until TDGs are formed',
    )
    expect(en.due({ kind: 'words', words: 'Immediate' }, today, null)).toBe('Immediate')
    expect(en.due({ ...day('2026-11-26'), provisional: 'subject to review' }, today, null)).toBe(
      'in 2 days (provisional)',
    )
    expect(en.dueStated({ kind: 'period', count: 6, unit: 'week', after: '2026-11-24', words: 'w' })).toBe(
      'within 6 weeks of 24 November 2026',
    )
    expect(en.dueStated({ kind: 'quarter', year: 2021, quarter: 3, words: 'Q3' })).toBe('July to September 2021')
  })
})

describe('a status says why', () => {
  it('with the dates in the reader’s language', () => {
    const late = { code: 'late', values: { day: '2020-03-05', days: 35 } } as const
    expect(en.reason(late)).toBe('It was due 5 March 2020, 5 weeks ago.')
    expect(cy.reason(late)).toBe('Roedd i’w gyflawni erbyn 5 Mawrth 2020, 5 wythnos yn ôl.')
    const broken = { code: 'pieces', values: { references: '2/26\n4/26' } } as const
    expect(en.reason(broken)).toBe('It waits for 2/26 and 4/26.')
    expect(cy.reason(broken)).toBe('Mae’n aros am 2/26 a 4/26.')
    const closed = { code: 'closed', values: { reason: 'duplicate', day: '2020-03-05' } } as const
    expect(en.reason(closed)).toBe('Closed on 5 March 2020: a duplicate.')
  })

  it('and tells what happened to the action itself', () => {
    expect(en.event({ kind: 'closed', values: { reason: 'overtaken' } })).toBe('Closed: overtaken by events')
    expect(cy.event({ kind: 'overridden', values: { colour: 'RED' } })).toBe('Gosodwyd y statws â llaw: Coch')
    expect(en.event({ kind: 'linked', values: { link: 'waitsFor', to: 'the Home Office', what: '' } })).toBe(
      'Waits for the Home Office',
    )
  })
})
