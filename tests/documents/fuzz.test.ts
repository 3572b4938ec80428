/** Files of every format with bytes and parts changed at random: each is read or refused, and none breaks the reader. */

import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { readDocument } from '../../src/documents/document.ts'
import { LIMITS } from '../../src/documents/table.ts'
import { proposeImport } from '../../src/documents/tracker.ts'
import { createWords } from '../../src/words/words.ts'
import { FICTIONAL, makePastedText, makeWordHtml } from './documentsworld.ts'
import {
  bookPart,
  bookParts,
  cell,
  pack,
  paragraph,
  relations,
  row,
  sheetData,
  table,
  wordPart,
  wordParts,
  type Parts,
} from './officeworld.ts'

const RUNS = process.env['MATTERS_PROVE'] ? 50_000 : 200
const LONGEST_MILLISECONDS = 10_000

const BOOK = {
  ...bookParts(
    [
      { name: 'Log', data: sheetData(FICTIONAL), after: '<mergeCells><mergeCell ref="A2:A3"/></mergeCells>' },
      {
        name: 'Old',
        data: '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>43895</v></c></row>',
        state: 'hidden',
      },
    ],
    {
      'xl/sharedStrings.xml': bookPart('sst', '<si><t>No</t></si>'),
      'xl/styles.xml': bookPart('styleSheet', '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>'),
    },
  ),
  'xl/worksheets/_rels/sheet1.xml.rels': relations({ rId1: ['comments', '../comments1.xml'] }),
  'xl/comments1.xml': bookPart(
    'comments',
    '<commentList><comment ref="B2"><text><t>Why?</t></text></comment></commentList>',
  ),
}
const WORD = wordParts(
  paragraph('Log') +
    table(
      ...FICTIONAL.map((cells) =>
        row(cells.map((text) => cell(paragraph(text) + table(row(['a', cell('b', '<w:vMerge/>')]))))),
      ),
    ),
  {
    'word/numbering.xml': wordPart(
      'numbering',
      '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="%1)"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
    ),
    'word/footnotes.xml': wordPart('footnotes', `<w:footnote w:id="2">${paragraph('See.')}</w:footnote>`),
  },
)

/** Nothing but an answer, soon: a proposal in one language, or a reason. */
function judge(bytes: Uint8Array): void {
  const started = performance.now()
  const tables = readDocument({ bytes })
  if (tables.ok) {
    const { actions, problems } = proposeImport(tables.value, { words: createWords('en'), today: '2026-11-24' })
    expect(actions.length + problems.length).toBeLessThan(LIMITS.rows)
  } else
    expect(
      createWords('cy').say(`documents.unreadable.${tables.error.code}`, {
        name: 'x',
        longest: 1,
        format: 'y',
        ...tables.error.values,
      }),
    ).not.toBe('')
  expect(performance.now() - started).toBeLessThan(LONGEST_MILLISECONDS)
}

const change = fc.record({
  at: fc.nat(1_000_000),
  kind: fc.constantFrom('set', 'cut', 'double', 'insert'),
  byte: fc.integer({ min: 0, max: 255 }),
  length: fc.integer({ min: 1, max: 60 }),
})
const changes = fc.array(change, { minLength: 1, maxLength: 8 })

function mutate(
  bytes: Uint8Array,
  list: readonly (typeof change extends fc.Arbitrary<infer Each> ? Each : never)[],
): Uint8Array {
  let mutated = Buffer.from(bytes)
  for (const { at, kind, byte, length } of list) {
    const start = at % Math.max(1, mutated.length)
    const piece = mutated.subarray(start, start + length)
    if (kind === 'set') mutated[start] = byte
    else if (kind === 'cut') mutated = Buffer.concat([mutated.subarray(0, start), mutated.subarray(start + length)])
    else
      mutated = Buffer.concat([
        mutated.subarray(0, start),
        kind === 'double' ? piece : Buffer.alloc(length, byte),
        mutated.subarray(start),
      ])
  }
  return new Uint8Array(mutated)
}

const FORMS: readonly (readonly [string, Uint8Array])[] = [
  ['xlsx', pack(BOOK)],
  ['docx', pack(WORD)],
  ['text', Buffer.from(makePastedText(FICTIONAL))],
  ['UTF-16', Buffer.from(`\uFEFF${makePastedText(FICTIONAL)}`, 'utf16le')],
  ['page', Buffer.from(makeWordHtml(FICTIONAL))],
]

test.each(FORMS)('%s: bytes changed anywhere', { timeout: 3_600_000 }, (_, bytes) => {
  fc.assert(
    fc.property(changes, (list) => judge(mutate(bytes, list))),
    { numRuns: RUNS },
  )
})

/** The package is whole, and what is in its parts is not: that is what reaches the readers of XML. */
test.each([
  ['xlsx', BOOK],
  ['docx', WORD],
] as const)('%s: parts changed anywhere', { timeout: 3_600_000 }, (_, parts: Parts) => {
  const names = Object.keys(parts)
  const unpacked = unzipSync(pack(parts))
  fc.assert(
    fc.property(fc.constantFrom(...names), changes, (name, list) => {
      judge(pack({ ...parts, [name]: mutate(unpacked[name] ?? new Uint8Array(), list) }, 0))
    }),
    { numRuns: RUNS },
  )
})

/** Tags that belong somewhere, standing anywhere. */
test.each([
  [
    'xlsx',
    BOOK,
    'xl/worksheets/sheet1.xml',
    [
      '<row r="7">',
      '</row>',
      '<c r="ZZ9" t="s">',
      '</c>',
      '<v>',
      '</v>',
      '<mergeCell ref="B1:A1"/>',
      '<f>',
      '</f>',
      '<t>',
      '</t>',
      '<row r="-1">',
      '<c r="A0">',
      '<c t="e">',
      '<v>1e999</v>',
      '<v>-5</v>',
    ],
  ],
  [
    'docx',
    WORD,
    'word/document.xml',
    [
      '<w:tbl>',
      '</w:tbl>',
      '<w:tr>',
      '</w:tr>',
      '<w:tc>',
      '</w:tc>',
      '<w:p>',
      '</w:p>',
      '<w:del>',
      '</w:del>',
      '<w:r>',
      '</w:r>',
      '<w:vMerge/>',
      '<w:gridSpan w:val="9999"/>',
      '<w:gridSpan w:val="-1"/>',
      '<w:numId w:val="1"/>',
      '<mc:Fallback>',
      '</mc:Fallback>',
      '<w:sdt><w:showingPlcHdr/>',
      '</w:sdt>',
      '<w:trPr><w:del/></w:trPr>',
    ],
  ],
] as const)('%s: tags where none belongs', { timeout: 3_600_000 }, (_, parts: Parts, name, tags) => {
  const whole = strFromU8(unzipSync(pack(parts))[name] ?? new Uint8Array())
  const start = whole.indexOf('>', whole.indexOf('<', 60)) + 1
  // Balanced by chance is rare: pairs of tags are put around pieces, too.
  const piece = fc.oneof(
    fc.constantFrom(...tags),
    fc
      .constantFrom(...tags)
      .map((tag) => (/^<\/|\/>$/u.test(tag) ? tag : `${tag}x${tag.replace(/^<([\w:]+).*$/su, '</$1>')}`)),
  )
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(whole.length), piece), { minLength: 1, maxLength: 6 }), (list) => {
      let text = whole
      for (const [at, tag] of list) {
        const place = text.indexOf('<', start + (at % (text.length - start)))
        if (place > 0) text = text.slice(0, place) + tag + text.slice(place)
      }
      judge(pack({ ...parts, [name]: text }, 0))
    }),
    { numRuns: RUNS },
  )
})
