/** Dues as people in the UK type them; what isn't understood stays words. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../src/domain/day.ts'
import { isDue } from '../../src/domain/due.ts'
import { parseDayWords, parseDueWords } from '../../src/domain/duewords.ts'

const today = '2026-11-24' // a Tuesday
const day = (value: string) => ({ kind: 'day', day: value })
const month = (value: string) => ({ kind: 'month', month: value })
const words = { kind: 'words' }

describe('a due in words', () => {
  it.each([
    ['5/3/2020', day('2020-03-05')],
    ['05.03.20', day('2020-03-05')],
    ['5 3 2020', day('2020-03-05')],
    ['2020-03-05', day('2020-03-05')],
    ['5 March 2020', day('2020-03-05')],
    ['5th of March 2020', day('2020-03-05')],
    ['by Thursday 5th March 2020', day('2020-03-05')],
    ['March 5th, 2020', day('2020-03-05')],
    ['erbyn 5 Mawrth 2020', day('2020-03-05')],
    ['until 5 March 2020', day('2020-03-05')],
    ['tomorrow', day('2026-11-25')],
    ['Friday', day('2026-11-27')],
    ['dydd Gwener', day('2026-11-27')],
    ['Tuesday', day('2026-12-01')],
    ['end of February 2018', month('2018-02')],
    ['by the end of February 2018.', month('2018-02')],
    ['by June 2022', month('2022-06')],
    ['diwedd mis Mai 2027', month('2027-05')],
    ['end of next month', month('2026-12')],
    ['end of the year', month('2026-12')],
    ['03/2027', month('2027-03')],
    ['Q3 2021', { kind: 'quarter', year: 2021, quarter: 3 }],
    ['by Q3', { kind: 'quarter', year: 2027, quarter: 3 }],
    ['Q4', { kind: 'quarter', year: 2026, quarter: 4 }],
    ['next meeting', { kind: 'nextMeeting' }],
    ['by the next SGG', { kind: 'nextMeeting' }],
    ['until the next meeting', { kind: 'nextMeeting' }],
    ['erbyn y cyfarfod nesaf', { kind: 'nextMeeting' }],
    ['in 6 weeks', { kind: 'period', count: 6, unit: 'week', after: today }],
    ['within six months', { kind: 'period', count: 6, unit: 'month', after: today }],
    ['within 6 weeks of 5 March 2020', { kind: 'period', count: 6, unit: 'week', after: '2020-03-05' }],
    ['ymhen 2 fis', { kind: 'period', count: 2, unit: 'month', after: today }],
    ['a fortnight', { kind: 'period', count: 2, unit: 'week', after: today }],
    ['until TDGs are formed', { kind: 'until', condition: 'TDGs are formed' }],
    ['Until TDGs are formed.', { kind: 'until', condition: 'TDGs are formed' }],
    ['Immediate', words],
    ['To be set', words],
    ['within six months of publication', words],
    ['31/2/2020', words],
    ['in 0 weeks', words],
  ])('%s', (text, expected) => {
    expect(parseDueWords(text, today)).toEqual({ ...expected, words: text })
  })

  it('keeps why it isn’t firm', () => {
    expect(parseDueWords('30/6/2021 (subject to review)', today)).toEqual({
      ...day('2021-06-30'),
      words: '30/6/2021 (subject to review)',
      provisional: 'subject to review',
    })
  })

  it('without a year is the next one to come, today included', () => {
    expect(parseDueWords('24 November', today)).toMatchObject(day('2026-11-24'))
    expect(parseDueWords('23 November', today)).toMatchObject(day('2027-11-23'))
    expect(parseDueWords('29 February', today)).toMatchObject(day('2028-02-29'))
    expect(parseDueWords('October', today)).toMatchObject(month('2027-10'))
    expect(parseDueWords('November', today)).toMatchObject(month('2026-11'))
  })

  it('of something that has been is the last one', () => {
    expect(parseDayWords('25 November', today, 'past')).toBe('2025-11-25')
    expect(parseDayWords('24/11', today, 'past')).toBe('2026-11-24')
    expect(parseDayWords('Friday', today, 'past')).toBe('2026-11-20')
    expect(parseDayWords('Tuesday', today, 'past')).toBe('2026-11-17')
    expect(parseDayWords('yesterday', today, 'past')).toBe('2026-11-23')
  })

  it('of a financial year counts its quarters from April', () => {
    expect(parseDueWords('Q1 2021/22', today)).toMatchObject({ kind: 'quarter', year: 2021, quarter: 2 })
    expect(parseDueWords('Q4 2021/22', today)).toMatchObject({ kind: 'quarter', year: 2022, quarter: 1 })
  })

  it('is none where nothing was typed', () => {
    expect(parseDueWords('  ', today)).toBeNull()
  })

  it('is always one that can be kept, with the words as typed, whatever was typed', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const due = parseDueWords(text, today)
        return due === null ? text.trim() === '' : isDue(due) && due.words === text.trim().replaceAll(/\s+/g, ' ')
      }),
      { numRuns: 2000 },
    )
  })

  it('reads back every day it can be asked for', () => {
    fc.assert(
      fc.property(fc.integer({ min: -40_000, max: 40_000 }), (offset) => {
        const wanted = addDays(today, offset)
        const [year, monthNumber, date] = wanted.split('-').map(Number)
        return parseDayWords(`${date}/${monthNumber}/${year}`, today) === wanted
      }),
    )
  })
})
