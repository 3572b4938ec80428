import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { equals, fields, path, query } from '../../src/sharepoint/odata.ts'

describe('OData', () => {
  test("an apostrophe in a value is doubled and can't end the literal", () => {
    expect(equals('Key', "o'neill")).toBe("fields/Key eq 'o''neill'")
  })

  test('a filter that was decoded has exactly one literal, whatever the value', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (value) => {
        const written = new URLSearchParams(query({ filter: equals('Key', value) })).get('$filter') ?? ''
        expect(/^fields\/Key eq '(?:[^']|'')*'$/u.test(written)).toBe(true)
        expect(written.slice("fields/Key eq '".length, -1).replaceAll("''", "'")).toBe(value)
      }),
    )
  })

  test('query options keep their dollar and their order', () => {
    expect(query({ select: ['id'], expand: fields(['Key', 'Title']), top: 5, token: 'latest' })).toBe(
      '?$select=id&$expand=fields($select%3DKey,Title)&$top=5&token=latest',
    )
  })

  test('nothing asked is no question mark', () => {
    expect(query({})).toBe('')
  })

  test('a site id keeps its commas; everything else of a segment is encoded', () => {
    expect(path('sites', 'local.sharepoint.com,1,2', 'lists', 'a/b?c')).toBe(
      '/sites/local.sharepoint.com,1,2/lists/a%2Fb%3Fc',
    )
  })

  test("a column's name is never a person's words", () => {
    expect(() => equals("Key eq 'x' or fields/Title", 'y')).toThrow(TypeError)
  })
})
