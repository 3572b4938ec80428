/**
 * Files that were made to harm: each is refused with a sentence, within ten seconds and 256 MB of a process of its own,
 * which is what the reading's worker would be given.
 */

import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { constants, crc32, deflateRawSync } from 'node:zlib'
import { strToU8, Zip, ZipPassThrough, type ZipInputFile } from 'fflate'
import { afterAll, describe, expect, test } from 'vitest'
import { proposeImport } from '../../src/documents/tracker.ts'
import { createWords } from '../../src/words/words.ts'
import { HEADINGS } from './documentsworld.ts'
import {
  bookPart,
  bookParts,
  inline,
  open,
  pack,
  paragraph,
  relations,
  row,
  sheetData,
  table,
  whyNot,
  wordParts,
  type Parts,
} from './officeworld.ts'

const ROWS = [HEADINGS, ['1/24', 'A workshop', '', 'NM']] as const
const BOOK = bookParts([{ name: 'Log', data: sheetData(ROWS) }])
const TRACKER = wordParts(table(row(HEADINGS), row(['1/24', 'A workshop', '', 'NM'])))

const folder = mkdtempSync(join(tmpdir(), 'matters-hostile-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/**
 * A package of which one part repeats a piece many times. Nobody could hold it, nor pack it in a reasonable time: one
 * packed block, which refers to nothing before it, stands there as often as it takes.
 */
function bomb(parts: Parts, name: string, head: string, piece: string, times: number, tail: string): Uint8Array {
  const block = strToU8(piece.repeat(Math.ceil(1_000_000 / piece.length)))
  const blocks = Math.ceil((times * piece.length) / block.length)
  const packed = deflateRawSync(block, { finishFlush: constants.Z_FULL_FLUSH, level: 9 })
  let crc = crc32(head)
  for (let done = 0; done < blocks; done += 1) crc = crc32(block, crc)
  return packageWith(parts, {
    name,
    size: head.length + blocks * block.length + tail.length,
    crc: crc32(tail, crc),
    packed: [
      deflateRawSync(head, { finishFlush: constants.Z_FULL_FLUSH }),
      ...Array.from({ length: blocks }, () => packed),
      deflateRawSync(tail),
    ],
  })
}

interface PackedPart {
  readonly name: string
  readonly size: number
  readonly crc: number
  readonly packed: readonly Uint8Array<ArrayBuffer>[]
}

/** The other parts as they are, and one that is packed already. */
function packageWith(parts: Parts, { name, size, crc, packed }: PackedPart): Uint8Array {
  const chunks: Uint8Array[] = []
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    chunks.push(chunk)
  })
  for (const [each, part] of Object.entries(parts)) {
    const entry = new ZipPassThrough(each)
    zip.add(entry)
    entry.push(typeof part === 'string' ? strToU8(part) : part, true)
  }
  const entry: ZipInputFile = { filename: name, size, crc, compression: 8 }
  zip.add(entry)
  for (const [index, each] of packed.entries()) entry.ondata?.(null, each, index === packed.length - 1)
  zip.end()
  return new Uint8Array(Buffer.concat(chunks))
}

const without = (parts: Parts, name: string): Parts =>
  Object.fromEntries(Object.entries(parts).filter(([each]) => each !== name))
const SHEET = 'xl/worksheets/sheet1.xml'
const SHEET_HEAD = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
const BODY = 'word/document.xml'
const BODY_HEAD = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'

/** Changes what a package's headers claim of sizes, before each entry and in its directory. */
function forgeSizes(bytes: Uint8Array, size: number): Uint8Array {
  const forged = Buffer.from(bytes)
  for (let at = 0; at < forged.length - 30; at += 1) {
    const signature = forged.readUInt32LE(at)
    if (signature === 0x04034b50) forged.writeUInt32LE(size, at + 22)
    if (signature === 0x02014b50) forged.writeUInt32LE(size, at + 24)
  }
  return forged
}

const CHILD = `
import { existsSync, readFileSync } from 'node:fs'
const { readDocument } = await import(${JSON.stringify(fileURLToPath(new URL('../../src/documents/document.ts', import.meta.url)))})
const started = performance.now()
const read = readDocument({ bytes: new Uint8Array(readFileSync(process.argv[2])) })
process.stdout.write(JSON.stringify({ code: read.ok ? 'read' : read.error.code, milliseconds: performance.now() - started, megabytes: peak() / 1024 }))
// What getrusage tells begins with the parent's; the kernel's own mark begins anew.
function peak() {
  const told = existsSync('/proc/self/status') && /VmHWM:\\s*(\\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))
  return told ? Number(told[1]) : process.resourceUsage().maxRSS
}
`
writeFileSync(join(folder, 'child.mjs'), CHILD)

function readApart(bytes: Uint8Array): { code: string; milliseconds: number; megabytes: number } {
  const file = join(folder, 'file')
  writeFileSync(file, bytes)
  const child = spawnSync(process.execPath, [join(folder, 'child.mjs'), file], { encoding: 'utf8', timeout: 60_000 })
  return JSON.parse(child.stdout) as ReturnType<typeof readApart>
}

describe('bombs', () => {
  const letters = '<row><c t="inlineStr"><is><t>aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa</t></is></c></row>'
  test.each([
    [
      'a sheet of 150 megabytes',
      ['unpacksTooFar', 'tooManyRows'],
      () => bomb(without(BOOK, SHEET), SHEET, SHEET_HEAD, letters, 1.5e8 / letters.length, '</sheetData></worksheet>'),
    ],
    [
      'a sheet of spaces',
      ['unpacksTooFar'],
      () => bomb(without(BOOK, SHEET), SHEET, SHEET_HEAD, ' ', 5e7, '</sheetData></worksheet>'),
    ],
    [
      'strings that nobody uses',
      ['unpacksTooFar', 'tooLarge', 'tooManyRows'],
      () =>
        bomb(
          without(
            bookParts([{ name: 'Log', data: sheetData(ROWS) }], { 'xl/sharedStrings.xml': '' }),
            'xl/sharedStrings.xml',
          ),
          'xl/sharedStrings.xml',
          '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
          '<si><t>abcdefgh</t></si>',
          2e7,
          '</sst>',
        ),
    ],
    [
      'a paragraph without an end',
      ['unpacksTooFar', 'tooLarge'],
      () =>
        bomb(
          without(TRACKER, BODY),
          BODY,
          `${BODY_HEAD}<w:p><w:r><w:t>`,
          'abcdefghij',
          4e7,
          '</w:t></w:r></w:p></w:body></w:document>',
        ),
    ],
    [
      'rows without an end',
      ['unpacksTooFar', 'tooManyRows'],
      () =>
        bomb(
          without(TRACKER, BODY),
          BODY,
          `${BODY_HEAD}<w:tbl>`,
          row(['a', 'b']),
          1e6,
          '</w:tbl></w:body></w:document>',
        ),
    ],
    [
      'attributes without an end',
      ['unpacksTooFar', 'unsafe'],
      () => bomb(without(TRACKER, BODY), BODY, `${BODY_HEAD}<w:p `, 'a="" ', 2e5, '/></w:body></w:document>'),
    ],
    [
      'tags inside tags',
      ['unpacksTooFar', 'unsafe'],
      () => bomb(without(TRACKER, BODY), BODY, BODY_HEAD, '<w:p>', 2e5, ''),
    ],
    [
      'a name without an end',
      ['unpacksTooFar', 'unsafe', 'damaged'],
      () => bomb(without(TRACKER, BODY), BODY, `${BODY_HEAD}<`, 'a', 5e7, ''),
    ],
    [
      'a comment that hardly packs',
      ['unpacksTooFar'],
      () => pack({ ...TRACKER, [BODY]: `${BODY_HEAD}<!--${randomBytes(8_000_000).toString('base64')}` }),
    ],
    [
      'a comment without an end',
      ['unpacksTooFar', 'damaged'],
      () => bomb(without(TRACKER, BODY), BODY, `${BODY_HEAD}<!--`, 'a', 5e7, ''),
    ],
  ] as const)('%s', { timeout: 120_000 }, (_, codes, make) => {
    const { code, milliseconds, megabytes } = readApart(make())
    expect(codes).toContain(code)
    expect(milliseconds).toBeLessThan(10_000)
    expect(megabytes).toBeLessThan(256)
  })

  test('sizes that lie are not believed', { timeout: 120_000 }, () => {
    const spaces = bomb(without(BOOK, SHEET), SHEET, SHEET_HEAD, ' ', 5e7, '</sheetData></worksheet>')
    expect(readApart(forgeSizes(spaces, 100))).toMatchObject({ code: 'unpacksTooFar' })
    // A size that is too large alone is only a lie.
    expect(whyNot(forgeSizes(pack(BOOK), 0xfffffff0))).toBe('read')
  })

  test('a sheet of a million rows, and a text of as many', { timeout: 120_000 }, () => {
    let data = SHEET_HEAD
    for (let index = 1; index <= 1_048_576; index += 1)
      data += `<row r="${index}"><c r="A${index}"><v>${(index * 7919) % 100_003}</v></c><c r="B${index}"><v>${index}</v></c></row>`
    const bytes = Buffer.from(`${data}</sheetData></worksheet>`)
    const packed = [deflateRawSync(bytes, { level: 1 })]
    const part = { name: SHEET, size: bytes.length, crc: crc32(bytes), packed }
    const sheet = readApart(packageWith(without(BOOK, SHEET), part))
    expect(sheet).toMatchObject({ code: 'tooManyRows' })
    expect(sheet.megabytes).toBeLessThan(256)
    const text = readApart(Buffer.from('1/24\tabc\n'.repeat(1_000_000)))
    expect(['tooManyRows', 'tooLarge']).toContain(text.code)
    expect(text.megabytes).toBeLessThan(256)
    expect(text.milliseconds).toBeLessThan(10_000)
  })
})

describe('packages that no program builds', () => {
  const doctype = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
  test.each<readonly [string, string, () => Uint8Array]>([
    [
      'a document type',
      'unsafe',
      () => pack({ ...TRACKER, [BODY]: doctype + String(TRACKER[BODY]).replace(/<\?xml[^>]*\?>/u, '') }),
    ],
    [
      'a document type in a part that is only looked up',
      'unsafe',
      () =>
        pack({
          ...BOOK,
          'xl/_rels/workbook.xml.rels':
            doctype + String(BOOK['xl/_rels/workbook.xml.rels']).replace(/<\?xml[^>]*\?>/u, ''),
        }),
    ],
    ['an entity that nobody declared', 'damaged', () => pack(wordParts(`<w:p><w:r><w:t>&xxe;</w:t></w:r></w:p>`))],
    [
      'a document that is somewhere else',
      'unsafe',
      () => pack({ ...TRACKER, '_rels/.rels': relations({ rId1: ['officeDocument', 'https://example.org/a.xml'] }) }),
    ],
    [
      'a sheet that is somewhere else',
      'unsafe',
      () =>
        pack({
          ...BOOK,
          'xl/_rels/workbook.xml.rels': relations({ rId1: ['worksheet', 'https://example.org/a.xml'] }),
        }),
    ],
    ['a name that climbs', 'unsafe', () => pack({ ...BOOK, '../../evil.xml': 'x' })],
    ['a name that climbs backwards', 'unsafe', () => pack({ ...BOOK, '..\\..\\evil.xml': 'x' })],
    ['a name from the root', 'unsafe', () => pack({ ...BOOK, '/etc/passwd': 'x' })],
    ['a name on a drive', 'unsafe', () => pack({ ...BOOK, 'C:\\evil.xml': 'x' })],
    ['two parts of one name', 'unsafe', () => pack({ ...BOOK, 'XL/WORKBOOK.XML': 'x' })],
    ['an archive inside', 'archive', () => pack({ ...BOOK, 'xl/more.zip': pack(BOOK) })],
    ['an archive of documents', 'archive', () => pack({ 'tracker.docx': pack(TRACKER) })],
    ['an archive of anything', 'archive', () => pack({ 'notes.txt': 'x' })],
    [
      'too many parts',
      'unpacksTooFar',
      () => pack({ ...BOOK, ...Object.fromEntries(Array.from({ length: 4000 }, (_, index) => [`a${index}.xml`, ''])) }),
    ],
    ['a part that is missing', 'damaged', () => pack(without(TRACKER, BODY))],
    ['words that end too early', 'damaged', () => pack({ ...TRACKER, [BODY]: String(TRACKER[BODY]).slice(0, -40) })],
    ['a file that was cut off', 'damaged', () => pack(TRACKER).subarray(0, 500)],
    [
      'bytes that are no UTF-8',
      'damaged',
      () => pack({ ...TRACKER, [BODY]: Buffer.concat([Buffer.from('<a>'), Buffer.from([0xff, 0xfe, 0xc3])]) }),
    ],
  ])('%s: %s', (_, code, make) => {
    expect(whyNot(make())).toBe(code)
  })
})

describe('what is no tracker', () => {
  const bytes = (...values: readonly number[]) => Uint8Array.from(values)
  const compound = (more = '') =>
    Buffer.concat([
      bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1),
      Buffer.alloc(504),
      Buffer.from(more, 'utf16le'),
    ])
  test.each<readonly [string, string, Uint8Array]>([
    ['nothing', 'empty', bytes()],
    ['an empty archive', 'empty', bytes(0x50, 0x4b, 5, 6, 0, 0)],
    ['a document with a password', 'encrypted', compound('EncryptedPackage')],
    ['a document from before 2007', 'oldOffice', compound('WordDocument')],
    ['an archive with a password', 'encrypted', bytes(0x50, 0x4b, 3, 4, 20, 0, 1, 0, 8, 0)],
    ['a PDF', 'otherFormat', Buffer.from('%PDF-1.7')],
    ['a picture', 'otherFormat', bytes(0x89, 0x50, 0x4e, 0x47, 0xd, 0xa, 0x1a, 0xa, 0)],
    ['rich text', 'otherFormat', Buffer.from('{\\rtf1 x}')],
    [
      'an OpenDocument file',
      'otherFormat',
      pack({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<x/>' }),
    ],
    [
      'slides',
      'otherFormat',
      pack({
        ...TRACKER,
        '[Content_Types].xml': String(TRACKER['[Content_Types].xml']).replace(
          'wordprocessingml.document',
          'presentationml.presentation',
        ),
      }),
    ],
    ['a program', 'binary', bytes(0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0)],
    ['a letter', 'noTable', pack(wordParts(paragraph('Dear all')))],
    ['an empty book', 'noTable', pack(bookParts([{ name: 'Log', data: '' }]))],
  ])('%s: %s', (_, code, file) => {
    expect(whyNot(file)).toBe(code)
  })

  test('each refusal has its sentence in both languages', () => {
    for (const code of ['unsafe', 'unpacksTooFar', 'encrypted', 'tooManyRows', 'archive', 'tooSlow'] as const) {
      for (const language of ['en', 'cy'] as const) {
        const sentence = createWords(language).say(`documents.unreadable.${code}`, {
          name: 'log.xlsx',
          longest: 20_000,
        })
        expect(sentence).toMatch(/log\.xlsx.*\.$/u)
      }
    }
  })
})

test('a cell at the far corner costs nothing, and is told', () => {
  const far = `<row r="1048576">${inline('XFD1048576', 'x')}</row>`
  const tables = open(bookParts([{ name: 'Log', data: sheetData(ROWS) + far }]))
  expect(tables[0]?.rows.every((each) => each.cells.length <= 4)).toBe(true)
  expect(tables[0]?.notices).toMatchObject([{ row: 1_048_576, code: 'farCells', values: { count: 1 } }])
})

test('merged cells without an end cost nothing', () => {
  const after = `<mergeCells>${'<mergeCell ref="A1:XFD1048576"/>'.repeat(5000)}</mergeCells>`
  expect(open(bookParts([{ name: 'Log', data: sheetData(ROWS), after }]))[0]?.rows).toHaveLength(2)
})

test('names that are properties of everything are names', () => {
  const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty']
  const rows = [
    ['No', 'Details', ...names],
    ['1/24', 'A workshop', 'a', 'b', 'c', 'd'],
  ]
  const strings = bookPart('sst', names.map((name) => `<si><t>${name}</t></si>`).join(''))
  const tables = open(
    bookParts([{ name: '__proto__', data: sheetData(rows) }], {
      'xl/sharedStrings.xml': strings,
      __proto__: 'x',
      'xl/__proto__.xml': 'x',
    }),
  )
  expect(proposeImport(tables, { words: createWords('en') }).actions).toMatchObject([
    { reference: '1/24', sheet: '__proto__' },
  ])
  expect(Object.keys(Object.prototype)).toEqual([])
})
