import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  COLUMNS,
  FACETS,
  FIXED_COLUMNS,
  GROUPINGS,
  isSameView,
  makeView,
  parseView,
  PLAIN_VIEW,
  SCOPES,
  toggleFacet,
  type GridView,
} from '../../src/domain/view.ts'

const values = { colour: ['RED', 'WHITE'], organisation: ['', 'north'], meeting: ['2026-12', '@typed'], age: ['older'] }

const views: fc.Arbitrary<GridView> = fc.record({
  scope: fc.constantFrom(...SCOPES),
  words: fc.string(),
  facets: fc.record(Object.fromEntries(Object.entries(values).map(([facet, each]) => [facet, fc.subarray(each)])), {
    requiredKeys: [],
  }),
  group: fc.option(fc.constantFrom(...GROUPINGS)),
  sort: fc.option(fc.record({ column: fc.constantFrom(...COLUMNS), descending: fc.boolean() })),
  columns: fc.subarray([...COLUMNS]),
})

describe('a view', () => {
  test('is the same after a text and back, and has one text', () => {
    fc.assert(
      fc.property(views, (view) => {
        const text = makeView(view)
        const read = parseView(text)
        expect(read.ok && makeView(read.value)).toBe(text)
        expect(read.ok && isSameView(read.value, view)).toBe(true)
      }),
    )
  })

  test('says only what differs from the plain one', () => {
    expect(makeView(PLAIN_VIEW)).toBe('{"scope":"open","version":1}')
    expect(makeView({ ...PLAIN_VIEW, group: 'organisation', words: ' late ' })).toBe(
      '{"group":"organisation","scope":"open","version":1,"words":"late"}',
    )
  })

  test('keeps status, number and details whatever columns are chosen, in everybody’s order', () => {
    const read = parseView('{"version":1,"columns":["updated","due"]}')
    expect(read).toMatchObject({ ok: true, value: { columns: ['status', 'reference', 'details', 'due', 'updated'] } })
    expect(FIXED_COLUMNS.every((column) => COLUMNS.includes(column))).toBe(true)
  })

  test('of a later version keeps what is known here', () => {
    const text =
      '{"version":1,"scope":"forgotten","group":"mood","sort":{"column":"mood"},"facets":{"colour":["RED","PUCE",7],"mood":["low"],"kind":"action"},"columns":["mood"]}'
    expect(parseView(text)).toEqual({
      ok: true,
      value: { ...PLAIN_VIEW, facets: { colour: ['RED'] }, columns: ['status', 'reference', 'details'] },
    })
  })

  test.each(['', 'null', '[]', '{}', '{"version":2}', '{"version":1'])('isn’t read from %j', (text) => {
    expect(parseView(text)).toEqual({ ok: false, error: { code: 'viewInvalid' } })
  })

  test('lets a value through and no more, and a facet without values is none', () => {
    const red = toggleFacet(PLAIN_VIEW, 'colour', 'RED')
    expect(red.facets).toEqual({ colour: ['RED'] })
    expect(toggleFacet(red, 'colour', 'AMBER').facets).toEqual({ colour: ['AMBER', 'RED'] })
    expect(toggleFacet(red, 'colour', 'RED').facets).toEqual({})
    expect(FACETS).toContain('sign')
  })
})
