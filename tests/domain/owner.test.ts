import { describe, expect, test } from 'vitest'
import { makeOwner, organisationsOf } from '../../src/domain/owner.ts'
import type { Owner, Part } from '../../src/domain/action.ts'
import { canonical } from '../../src/domain/canonical.ts'
import { EMPTY, ORGANISATIONS } from './domainworld.ts'

describe('owners', () => {
  test('words that name an organisation become it; others stay words', () => {
    expect(makeOwner('rocu-SH', ORGANISATIONS)).toEqual({ organisation: 'shires-rocu' })
    expect(makeOwner(' north  shire ', ORGANISATIONS)).toEqual({ organisation: 'north' })
    expect(makeOwner(' Insp Example ', ORGANISATIONS)).toEqual({ name: 'Insp Example' })
    expect(makeOwner('', ORGANISATIONS)).toEqual({ name: '' })
  })
})

describe('the organisations of an action', () => {
  const part = (organisation: string, status: 'open' | 'done') => ({
    letter: 'a',
    details: 'A bit',
    owners: [{ organisation }],
    due: null,
    status,
  })
  const of = (owners: Owner[], ...parts: Part[]) => organisationsOf({ owners, parts }, EMPTY.posts)

  test('are those that own it themselves or through a post, each once', () => {
    expect(of([{ organisation: 'north' }, { post: 'north-spoc' }, { name: 'KK' }])).toEqual(['north'])
  })

  test('are those that have a part of it to do, and once nobody has, those that had one', () => {
    const owner = { organisation: 'north' }
    expect(of([owner], part('shires-rocu', 'open'), part('elsewhere', 'done'))).toEqual(['north', 'shires-rocu'])
    expect(of([owner], part('shires-rocu', 'done'))).toEqual(['north', 'shires-rocu'])
  })

  test('are nobody’s where only a name or a post that isn’t there owns it', () => {
    expect(of([{ name: 'KK' }, { post: 'gone' }])).toEqual([''])
    expect(of([])).toEqual([''])
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
