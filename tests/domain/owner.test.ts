import { describe, expect, test } from 'vitest'
import { makeOwner } from '../../src/domain/owner.ts'
import { canonical } from '../../src/domain/canonical.ts'
import { ORGANISATIONS } from './domainworld.ts'

describe('owners', () => {
  test('words that name an organisation become it; others stay words', () => {
    expect(makeOwner('rocu-SH', ORGANISATIONS)).toEqual({ organisation: 'shires-rocu' })
    expect(makeOwner(' north  shire ', ORGANISATIONS)).toEqual({ organisation: 'north' })
    expect(makeOwner(' Insp Example ', ORGANISATIONS)).toEqual({ name: 'Insp Example' })
    expect(makeOwner('', ORGANISATIONS)).toEqual({ name: '' })
  })
})

describe('canonical text', () => {
  test('is the same whatever the order of fields, and differs when a value does', () => {
    expect(canonical({ b: [1, { d: 2, c: 3 }], a: null, e: undefined })).toBe(
      canonical({ a: null, b: [1, { c: 3, d: 2 }] }),
    )
    expect(canonical({ a: '1' })).not.toBe(canonical({ a: 1 }))
    expect(canonical([1, 2])).not.toBe(canonical([2, 1]))
  })
})
