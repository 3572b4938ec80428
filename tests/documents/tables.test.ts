import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseDelimited } from '../../src/documents/delimited.ts'
import { readDocument, readTables } from '../../src/documents/document.ts'
import { LIMITS } from '../../src/documents/table.ts'
import {
  contentOf,
  FICTIONAL,
  makeExcelHtml,
  makeLibreOfficeHtml,
  makePastedText,
  makeWordHtml,
  propose,
  read,
  type Cells,
} from './documentsworld.ts'

const textsOf = (text: string, type: 'text' | 'html' | 'unknown' = 'unknown'): string[][] =>
  read({ text, type }).flatMap((table) => table.rows.map((row) => row.cells.map((cell) => cell.text)))

describe('one table, whoever hands it over', () => {
  test.each([
    ['Word', makeWordHtml],
    ['Excel', makeExcelHtml],
    ['LibreOffice', makeLibreOfficeHtml],
    ['Excel, as text', makePastedText],
  ])('%s', (_, make) => {
    expect(textsOf(make(FICTIONAL))).toEqual(FICTIONAL)
    expect(contentOf(propose(make(FICTIONAL)))).toEqual(contentOf(propose(FICTIONAL)))
  })

  test('plain words survive every form, whatever they are', () => {
    const word = fc.stringMatching(/^[\p{L}\p{N}<>&"'=+@/;:,.()[\]-]{1,12}$/u)
    const cell = fc.array(fc.array(word, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 3 })
    const text = cell.map((lines) => lines.map((words) => words.join(' ')).join('\n'))
    const table = fc.array(fc.array(text, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(table, (rows: readonly Cells[]) => {
        expect(textsOf(makeWordHtml(rows), 'html')).toEqual(rows)
        expect(textsOf(makeExcelHtml(rows), 'html')).toEqual(rows)
        expect(textsOf(makeLibreOfficeHtml(rows), 'html')).toEqual(rows)
      }),
      { numRuns: process.env['MATTERS_PROVE'] ? 2000 : 100 },
    )
  })
})

describe('pages', () => {
  test('scripts and styles are dropped, and what they would do is not done', () => {
    const page =
      '<table><tr><td>1/24<script>alert(1)</script></td><td><style>p{}</style>Details<img src=x onerror=alert(1)></td></tr></table>'
    expect(textsOf(page)).toEqual([['1/24', 'Details']])
  })

  test('a cell over several columns or rows keeps the others in their places', () => {
    const page =
      '<table><tr><td rowspan=2>a</td><td colspan=2>b</td></tr><tr><td>c</td><td>d</td></tr><tr><td>e<td>f<td>g</table>'
    expect(textsOf(page)).toEqual([
      ['a', 'b', ''],
      ['', 'c', 'd'],
      ['e', 'f', 'g'],
    ])
  })

  test('a forged span makes no millions of cells', () => {
    expect(textsOf('<table><tr><td colspan=99999999>a</td><td>b</td></tr></table>')[0]?.length).toBeLessThan(100)
  })

  test('a table inside a cell is part of its text', () => {
    const page = '<table><tr><td>1/24</td><td>a<table><tr><td>b</td><td>c</td></tr></table>d</td></tr></table>'
    expect(textsOf(page)).toEqual([['1/24', 'a\nb\nc\nd']])
  })

  test('numbers of a list are words of the text', () => {
    const page =
      '<table><tr><td>1/24</td><td>Lead<ol><li>One<li>Two</ol><ol type=a><li>First<li>Second</ol></td></tr></table>'
    expect(textsOf(page)[0]?.[1]).toBe('Lead\n1. One\n2. Two\n(a) First\n(b) Second')
  })

  test('prose before a table is its caption; rows are counted through all tables', () => {
    const page =
      '<h1>Log</h1><table><tr><td>No<td>Details</tr></table><p>Part two</p><table><tr><td>No<td>Details</table>'
    expect(read({ text: page, type: 'html' }).map(({ caption, rows }) => [caption, rows[0]?.row])).toEqual([
      [['Log'], 1],
      [['Part two'], 2],
    ])
  })
})

describe('text', () => {
  test('a fragment of HTML in a cell is plain text, a line a paragraph', () => {
    expect(textsOf('1/24\t<p>One &amp; two</p> <p>ACTION:&nbsp;Three</p>')).toEqual([
      ['1/24', 'One & two\nACTION: Three'],
    ])
    expect(textsOf('1/24\tR&amp;D\tHolland &ndash; Barrett')).toEqual([['1/24', 'R&D', 'Holland – Barrett']])
  })

  test('what only looks like a tag is kept', () => {
    expect(textsOf('1/24\t<p>Lead: <TBC>, 3 < 5 <p and</p>')).toEqual([['1/24', 'Lead: <TBC>, 3 < 5 <p and']])
    expect(textsOf('1/24\tif a<b and c>d')).toEqual([['1/24', 'if a<b and c>d']])
  })

  test('a quote that nobody closed swallows no rows', () => {
    expect(parseDelimited('1\t"Safe" campaign\n2\t"open\n3\t"two\nlines"\n', '\t')).toEqual([
      ['1', '"Safe" campaign'],
      ['2', '"open'],
      ['3', 'two\nlines'],
    ])
  })

  test('quoted as Excel does, any cells come back', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', '\t', '\n', ' ', '\r\n') })
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 3 }), { minLength: 1, maxLength: 4 }), (rows) => {
        const text = rows.map((cells) => cells.map((each) => `"${each.replaceAll('"', '""')}"`).join('\t')).join('\n')
        expect(parseDelimited(text, '\t')).toEqual(rows)
      }),
    )
  })

  test('a file of comma-separated values is read as one when it says so', () => {
    const tables = read({ name: 'log.csv', text: 'No,Details\n1/24,"a, b"\n', type: 'unknown' })
    expect(tables[0]?.rows[1]?.cells.map((cell) => cell.text)).toEqual(['1/24', 'a, b'])
  })

  test('a formula is text like any other', () => {
    expect(textsOf('1/24\t=cmd|"/c calc"!A1\t@SUM(1)')).toEqual([['1/24', '=cmd|"/c calc"!A1', '@SUM(1)']])
  })

  test('line breaks of Word and characters that no list can hold', () => {
    expect(textsOf('1/24\ta\vb\u0007\u00ADc\u00A0d')).toEqual([['1/24', 'a\nbc d']])
  })
})

describe('what can’t be read says why', () => {
  const why = (text: string): string => {
    const result = readTables({ text, type: 'unknown' })
    return result.ok ? 'read' : result.error.code
  }

  test.each([
    ['empty', ' \n\t\n'],
    ['noTable', 'Dear all,\nplease see below.\n'],
    ['noTable', '<html><body><table></table><p>None here</p></body></html>'],
    ['binary', '1/24\tDe\u0000tails'],
    ['binary', 'PK\u0003\u0004\u0014\u0000'],
    ['tooManyRows', 'a\tb\n'.repeat(LIMITS.rows + 1)],
    ['tooLarge', 'a'.repeat(LIMITS.text + 1)],
  ])('%s', (code, text) => {
    expect(why(text)).toBe(code)
  })

  test('text is read in the encodings that programs save', () => {
    const decoded = (bytes: Uint8Array): unknown => {
      const result = readDocument({ bytes })
      return result.ok ? result.value[0]?.rows[0]?.cells[0]?.text : result.error.code
    }
    const text = 'Siân – a\tb'
    const utf16 = Buffer.from(text, 'utf16le')
    expect(decoded(Buffer.concat([Buffer.from([0xff, 0xfe]), utf16]))).toBe('Siân – a')
    expect(decoded(Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(utf16).swap16()]))).toBe('Siân – a')
    expect(decoded(Buffer.from('No\tDetails\n1/24\tA workshop', 'utf16le'))).toBe('No')
    expect(decoded(Buffer.from('No\tDetails\n1/24\tA workshop', 'utf16le').swap16())).toBe('No')
    expect(decoded(Buffer.from(`\uFEFF${text}`, 'utf8'))).toBe('Siân – a')
    expect(decoded(Buffer.from([0x53, 0x69, 0xe2, 0x6e, 0x20, 0x96, 0x09, 0x62]))).toBe('Siân –')
  })

  test('any text is answered, never thrown at', () => {
    const piece = fc.constantFrom(
      '<table>',
      '<tr>',
      '<td colspan=3>',
      '</td>',
      '</table>',
      '\t',
      '"',
      '\n',
      '&amp;',
      '<script>',
      '1/24',
      '5/3/2020: ',
      'ACTION:',
      '(a) ',
      '__proto__',
      'Details',
      '█████',
      '⟦',
    )
    const text = fc.array(fc.oneof(piece, fc.string({ unit: 'binary' })), { maxLength: 40 }).map((all) => all.join(''))
    fc.assert(
      fc.property(text, fc.constantFrom('text', 'html', 'unknown'), (source, type) => {
        const result = readTables({ text: source, type })
        expect(result.ok ? result.value.length : result.error.code).toBeTruthy()
      }),
      { numRuns: process.env['MATTERS_PROVE'] ? 20_000 : 500 },
    )
  })
})
