/** One tracker in every form that a program of an office saves it in is one import. */

import { describe, expect, test } from 'vitest'
import { readDocument } from '../../src/documents/document.ts'
import { proposeImport, type ImportProposal } from '../../src/documents/tracker.ts'
import { createWords } from '../../src/words/words.ts'
import { contentOf, FICTIONAL, makeWordHtml, propose, read, realTracker, type Cells } from './documentsworld.ts'
import { bookParts, convert, hasOffice, pack, sheetData } from './officeworld.ts'

function imported(bytes: Uint8Array, name = 'log'): ImportProposal {
  const tables = readDocument({ bytes, name })
  if (!tables.ok) throw new Error(tables.error.code)
  return proposeImport(tables.value, { words: createWords('en') })
}

function makeCsv(rows: readonly Cells[], delimiter: string): string {
  return rows.map((cells) => cells.map((text) => `"${text.replaceAll('"', '""')}"`).join(delimiter)).join('\r\n')
}

const ENCODINGS: readonly (readonly [string, (text: string) => Uint8Array])[] = [
  ['UTF-8', (text) => Buffer.from(text, 'utf8')],
  ['UTF-8 with its mark', (text) => Buffer.from(`\uFEFF${text}`, 'utf8')],
  ['UTF-16 LE', (text) => Buffer.from(`\uFEFF${text}`, 'utf16le')],
  ['UTF-16 BE', (text) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()],
  // Its dashes stand where ISO 8859-1 has none.
  ['Windows-1252', (text) => Buffer.from(text.replaceAll('–', '\u0096'), 'latin1')],
]
const DELIMITERS = [',', ';', '\t', '|']

describe.each([
  ['a fictional tracker', true, () => FICTIONAL],
  [
    'the real tracker',
    realTracker.isThere,
    () => {
      const width = 4
      const cells =
        read({ text: realTracker.read(), type: 'text' })[0]?.rows.map((row) => row.cells.map((cell) => cell.text)) ?? []
      return cells.map((row) => Array.from({ length: width }, (_, index) => row[index] ?? ''))
    },
  ],
] as const)('%s', (_, isThere, rowsOf) => {
  const expected = () => contentOf(propose(rowsOf()))

  test
    .skipIf(!isThere)
    .each(
      DELIMITERS.flatMap((delimiter) =>
        ENCODINGS.map(([name, encode]) => [JSON.stringify(delimiter), name, encode] as const),
      ),
    )('as text between %s in %s', (delimiter, _, encode) => {
    const bytes = encode(makeCsv(rowsOf(), JSON.parse(delimiter) as string))
    expect(contentOf(imported(bytes, 'log.csv'))).toEqual(expected())
    expect(contentOf(imported(bytes))).toEqual(expected())
  })

  test.skipIf(!isThere || !hasOffice).each(['docx:MS Word 2007 XML', 'odt', 'html'])(
    'as LibreOffice saves it: %s',
    { timeout: 120_000 },
    (to) => {
      const page = makeWordHtml(rowsOf())
      const saved = convert('log.html', page, to, ['--infilter=HTML (StarWriter)'])
      const bytes = to === 'odt' ? convert('log.odt', saved, 'docx:MS Word 2007 XML') : saved
      expect(contentOf(imported(bytes))).toEqual(expected())
    },
  )

  test.skipIf(!isThere || !hasOffice)('as Excel sheets that went through LibreOffice', { timeout: 120_000 }, () => {
    const book = pack(bookParts([{ name: 'Actions', data: sheetData(rowsOf()) }]))
    expect(contentOf(imported(book))).toEqual(expected())
    expect(contentOf(imported(convert('log.ods', convert('log.xlsx', book, 'ods'), 'xlsx')))).toEqual(expected())
  })

  test.skipIf(!isThere || !hasOffice)('as CSV that a sheet took its numbers from', { timeout: 120_000 }, () => {
    const book = convert('log.csv', makeCsv(rowsOf(), ','), 'xlsx', ['--infilter=CSV:44,34,76,1'])
    const proposal = imported(book)
    expect(contentOf(proposal)).toEqual(expected())
    expect(proposal.problems.map((problem) => problem.code)).toContain('referenceDate')
  })
})

test('any name will do: content tells what a file is', () => {
  const book = pack(bookParts([{ name: 'Actions', data: sheetData(FICTIONAL) }]))
  expect(contentOf(imported(book, 'log.docx'))).toEqual(contentOf(propose(FICTIONAL)))
  expect(contentOf(imported(Buffer.from(makeWordHtml(FICTIONAL)), 'log.xls'))).toEqual(contentOf(propose(FICTIONAL)))
})

test('prose with commas and semicolons is no table', () => {
  const letter = 'Dear all,\n\nplease see below, and answer by Friday; thank you.\nAgreed: to meet, to talk.\n'
  expect(readDocument({ bytes: Buffer.from(letter) })).toMatchObject({ ok: false, error: { code: 'noTable' } })
})

test('a line that says what separates the cells is believed; bars may frame a table', () => {
  const said = 'sep=;\r\nNo;Details;Owner\r\n1/24;A, b, c;NM\r\n'
  expect(imported(Buffer.from(said)).actions).toMatchObject([
    { row: 3, reference: '1/24', details: 'A, b, c', owners: ['NM'] },
  ])
  const framed = '| No | Details | Owner |\n|---|:--|---|\n| 1/24 | A workshop | NM |\n'
  expect(imported(Buffer.from(framed)).actions).toMatchObject([
    { reference: '1/24', details: 'A workshop', owners: ['NM'] },
  ])
})
