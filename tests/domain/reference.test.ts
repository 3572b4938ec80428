import { describe, expect, test } from 'vitest'
import {
  compareReferences,
  makeReference,
  makeRuns,
  nextReference,
  parseReference,
} from '../../src/domain/reference.ts'

describe('references', () => {
  test('are a number and a year, however they are spaced', () => {
    expect(parseReference('10/19')).toEqual({ number: 10, year: 2019 })
    expect(parseReference(' 3 / 2020 ')).toEqual({ number: 3, year: 2020 })
    expect(makeReference({ number: 3, year: 2020 })).toBe('3/20')
    for (const text of ['', '0/19', 'x/19', '1/19(a)', '1-19', '1/9']) expect(parseReference(text), text).toBeNull()
  })

  test('restart each year, and a gap is never filled', () => {
    expect(nextReference(['1/19', '10/19', '2/20'], '2020-06-01')).toBe('3/20')
    expect(nextReference(['1/19', '10/19'], '2021-01-01')).toBe('1/21')
    expect(nextReference(['2/20', '9/20', 'unreadable'], '2020-06-01')).toBe('10/20')
  })

  test('sort by year, then by number', () => {
    expect(['2/20', '10/19', '9/19', 'x', '1/20'].toSorted(compareReferences)).toEqual([
      '9/19',
      '10/19',
      '1/20',
      '2/20',
      'x',
    ])
  })

  test('that follow one another are told as the first and the last of them', () => {
    expect(makeRuns(['1/19', '3/19', '4/19', '5/19', '7/19', '8/19', '1/20', 'x'])).toEqual([
      ['1/19'],
      ['3/19', '5/19'],
      ['7/19'],
      ['8/19'],
      ['1/20'],
      ['x'],
    ])
    expect(makeRuns([])).toEqual([])
  })
})
