import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeExcel } from '../../src/documents/export/excel.ts'
import { makeFileName, makeTracker, type Tracker, type TrackerOptions } from '../../src/documents/export/table.ts'
import { makeWord } from '../../src/documents/export/word.ts'
import type { Command } from '../../src/domain/command.ts'
import { parseDueWords } from '../../src/domain/duewords.ts'
import { readDocument } from '../../src/documents/document.ts'
import { createWords } from '../../src/words/words.ts'
import { read, realTracker } from './documentsworld.ts'
import {
  bringIn,
  carryOut,
  COORDINATOR,
  gridOf,
  idAt,
  NOTHING,
  POST,
  substanceOf,
  TODAY,
  type Held,
} from './exportworld.ts'

const id = idAt('act')

function anAction(index: number, fields: Partial<Extract<Command, { kind: 'addAction' }>> = {}): Command {
  return {
    kind: 'addAction',
    id: id(index),
    details: `Matter ${index}`,
    actionKind: 'action',
    owners: [{ organisation: 'north-mercia' }],
    parts: [],
    due: null,
    origin: { kind: 'typed' },
    imported: { reference: `${index}/26`, status: 'open', updates: [] },
    ...fields,
  }
}

function track(commands: readonly Command[], options: Partial<TrackerOptions> = {}): Tracker {
  const held: Held = carryOut(NOTHING, commands)
  return makeTracker(held.snapshot, held.histories, { words: createWords('en'), today: TODAY, ...options })
}

/** The parts of a package, by name. */
function unpack(bytes: Uint8Array): Map<string, string> {
  return new Map(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]))
}

const HARMFUL = ['=HYPERLINK("http://x","y")', '+44 20', '-1+1', '@SUM(A1)', "=cmd|' /C calc'!A0", '<b>&amp;"']
const WITHHELD = 'Organise a meeting ⟦Sensitive and irrelevant⟧ with the ⟦name of a child⟧ group'

const FULL: readonly Command[] = [
  anAction(1, {
    details: WITHHELD,
    owners: [{ post: POST.key }, { name: '=Ada' }],
    due: parseDueWords('5/3/2026', TODAY),
  }),
  ...HARMFUL.map((details, index) => anAction(index + 2, { details })),
  {
    kind: 'addUpdate',
    id: id(90),
    action: id(1),
    update: {
      day: '2026-03-05',
      text: 'All five are in.',
      next: { words: 'Circulate them', owners: [], due: null },
      outcome: 'next',
    },
  },
  { kind: 'proposeDischarge', id: id(91), action: id(2), evidence: 'It was done.' },
]

describe('a Word tracker', () => {
  let parts: Map<string, string>
  let document: string
  beforeAll(async () => {
    parts = unpack(makeWord(track(FULL, { colours: true })))
    document = parts.get('word/document.xml') ?? ''
  })

  test('is A4 on its side, and its headings come again on every page', () => {
    expect(document).toMatch(/<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"\/>/u)
    expect(document.match(/<w:tblHeader\/>/gu)).toHaveLength(1)
  })

  test('is marked at the head and foot of every page', () => {
    const ends = [...parts].filter(([name]) => /^word\/(?:header|footer)\d*\.xml$/u.test(name))
    expect(ends).toHaveLength(2)
    for (const [, xml] of ends) expect(xml).toContain('OFFICIAL – Group members only')
  })

  test('writes an update as the field does', () => {
    const text = document.replaceAll(/<[^>]+>/gu, '')
    expect(text).toContain('5/3/2026: All five are in. ACTION: Circulate them')
  })

  test('names no person in its properties, and nothing in it is fetched, run or hidden', () => {
    const all = [...parts.values()].join('\n')
    expect(all).not.toContain(COORDINATOR.name)
    expect(parts.get('docProps/core.xml')).toContain('<dc:creator>Matters Arising</dc:creator>')
    expect(all).not.toMatch(/TargetMode="External"|w:vanish|<w:comment |macro|<w:del |<w:ins /iu)
  })
})

describe('an Excel tracker', () => {
  const parts = unpack(makeExcel(track(FULL, { colours: true })))
  const sheet = parts.get('xl/worksheets/sheet1.xml') ?? ''

  test('is one sheet with nothing hidden and no formula', () => {
    const all = [...parts.values()].join('\n')
    expect([...parts.keys()].filter((name) => name.startsWith('xl/worksheets/'))).toEqual(['xl/worksheets/sheet1.xml'])
    expect(all).not.toMatch(/hidden|<f[ >]|externalLink|pivot|TargetMode/iu)
    expect(all).not.toContain(COORDINATOR.name)
  })

  test('holds every word as text that stays text when it is edited', () => {
    const cells = [...sheet.matchAll(/<c ([^>]*?)(?:\/>|>)/gu)].map((match) => match[1] ?? '')
    const filled = cells.filter((attributes) => attributes.includes('t='))
    expect(filled.length).toBeGreaterThan(20)
    for (const attributes of filled) expect(attributes).toContain('t="inlineStr"')
    expect(sheet).toContain('<t xml:space="preserve">=HYPERLINK(&quot;http://x&quot;,&quot;y&quot;)</t>')
    expect(parts.get('xl/styles.xml')).toMatch(/numFmtId="49"[^>]*quotePrefix="1"/u)
  })

  test('freezes its headings, prints them on every page, and is marked', () => {
    expect(sheet).toContain('ySplit="2"')
    expect(parts.get('xl/workbook.xml')).toContain("'Actions'!$2:$2")
    expect(sheet).toMatch(/<oddHeader>[^<]*OFFICIAL – Group members only/u)
  })

  test('goes on in the row below where a cell is longer than Excel holds, and loses nothing', () => {
    const long = Array.from({ length: 9000 }, (_, index) => `word${index}`).join(' ')
    const { sheet: xml } = { sheet: unpack(makeExcel(track([anAction(1, { details: long.slice(0, 59_000) })]))) }
    const texts = [...(xml.get('xl/worksheets/sheet1.xml') ?? '').matchAll(/<t [^>]*>([^<]*)</gu)].map(
      (each) => each[1],
    )
    const pieces = texts.filter((text) => text?.startsWith('word'))
    expect(pieces).toHaveLength(2)
    for (const piece of pieces) expect(piece?.length).toBeLessThanOrEqual(32_767)
    expect(pieces.join(' ')).toBe(long.slice(0, 59_000))
  })

  test('goes on in the row below after 253 lines', () => {
    const lines = Array.from({ length: 300 }, (_, index) => `line ${index}`)
    const xml = unpack(makeExcel(track([anAction(1, { details: lines.join('\n') })]))).get('xl/worksheets/sheet1.xml')
    const texts = [...(xml ?? '').matchAll(/<t [^>]*>(line[^<]*)</gu)].map((each) => each[1] ?? '')
    expect(texts.map((text) => text.split('\n').length)).toEqual([253, 47])
    expect(texts.join('\n')).toBe(lines.join('\n'))
  })

  test('has no longer a page end than Excel reads', () => {
    const marking = { level: 'OFFICIAL-SENSITIVE' as const, handling: 'Group & guests only. '.repeat(30) }
    const xml = unpack(makeExcel(track([anAction(1, { marking })]))).get('xl/worksheets/sheet1.xml') ?? ''
    const ends = [...xml.matchAll(/<odd(?:Header|Footer)>([^<]*)</gu)].map((each) => each[1] ?? '')
    expect(ends).toHaveLength(2)
    for (const end of ends) expect(end.replaceAll(/&(?:amp|quot);/gu, '&').length).toBeLessThanOrEqual(255)
    expect(ends[1]).toMatch(/Page &amp;P of &amp;N$/u)
  })

  test('is the same file for the same register', () => {
    expect(makeExcel(track(FULL))).toEqual(makeExcel(track(FULL)))
  })
})

describe('what is taken out', () => {
  test('is four columns while nothing needs more, as the field knows it', () => {
    const columns = (commands: readonly Command[]): string[] => track(commands).columns.map(({ heading }) => heading)
    const plain = [anAction(1)]
    expect(columns(plain)).toEqual(['No', 'Details', 'Update', 'Owner'])
    expect(columns([anAction(1, { due: parseDueWords('next meeting', TODAY) })])).toContain('Due')
    expect(columns([...plain, { kind: 'close', id: id(9), action: id(1), reason: 'overtaken', words: '' }])).toContain(
      'Status',
    )
  })

  test('shows withheld words as the words in their place, and no mark of ours', async () => {
    for (const file of [makeWord(track(FULL)), makeExcel(track(FULL))]) {
      const text = [...unpack(file).values()].join('\n').replaceAll(/<[^>]+>/gu, '')
      expect(text).toContain(
        'Organise a meeting [withheld: Sensitive and irrelevant] with the [withheld: name of a child] group',
      )
      expect(text).not.toMatch(/[⟦⟧]/u)
    }
  })

  test('has the highest marking of what is in it', () => {
    const marked = anAction(2, { marking: { level: 'OFFICIAL-SENSITIVE', handling: 'Chair only' } })
    expect(track([anAction(1)]).marking).toBe('OFFICIAL – Group members only')
    expect(track([anAction(1), marked]).marking).toBe('OFFICIAL-SENSITIVE – Chair only')
    expect(track([anAction(1), marked], { actions: [id(1)] }).marking).toBe('OFFICIAL – Group members only')
  })

  test('is what one sees, in its order, where that is wanted', () => {
    const chosen = track([anAction(1), anAction(2), anAction(3)], { actions: [id(3), id(1), 'gone'] })
    expect(chosen.rows.map((row) => row.cells.reference[0]?.[0]?.text)).toEqual(['3/26', '1/26'])
  })

  test('is named after its group and day', () => {
    expect(makeFileName('csae-sgg', TODAY, 'docx')).toBe('csae-sgg-tracker-2026-11-24.docx')
  })

  test('is in Welsh for who reads Welsh', () => {
    const tracker = track(FULL, { words: createWords('cy') })
    expect(tracker.title).toBe('Traciwr camau gweithredu: Grŵp Llywodraethu CSAE')
    expect(tracker.day).toBe('24 Tachwedd 2026')
    expect(tracker.columns.map(({ heading }) => heading)).toContain('Diweddariad')
  })
})

const soffice = (process.env['PATH'] ?? '')
  .split(delimiter)
  .map((folder) => join(folder, 'soffice'))
  .find((file) => existsSync(file))

describe.skipIf(!soffice)('LibreOffice', () => {
  const folder = mkdtempSync(join(tmpdir(), 'matters-export-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  /** The file as LibreOffice saves it in a format. */
  function convert(bytes: Uint8Array, from: 'docx' | 'xlsx', to: string): Buffer {
    const file = join(folder, `tracker.${from}`)
    const out = join(folder, 'out')
    writeFileSync(file, bytes)
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
    execFileSync(soffice ?? '', [profile, '--headless', '--convert-to', to, '--outdir', out, file], { stdio: 'pipe' })
    return readFileSync(join(out, `tracker.${to}`))
  }

  const held = carryOut(NOTHING, FULL)
  const words = createWords('en')
  const tracker = makeTracker(held.snapshot, held.histories, { words, today: TODAY, colours: true })

  test.each([
    ['docx', makeWord],
    ['xlsx', makeExcel],
  ] as const)(
    'opens and prints a %s, on its side',
    (format, make) => {
      const pdf = convert(make(tracker), format, 'pdf')
      expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
      const sides = /\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/u.exec(pdf.toString('latin1'))
      expect(Number(sides?.[1])).toBeGreaterThan(Number(sides?.[2]))
    },
    60_000,
  )

  test.each([
    ['docx', makeWord],
    ['xlsx', makeExcel],
  ] as const)(
    'saves a %s that is still the same register',
    (format, make) => {
      const read = readDocument({ bytes: new Uint8Array(convert(make(tracker), format, format)) })
      if (!read.ok) throw new Error(read.error.code)
      expect(substanceOf(bringIn(read.value, words))).toEqual(substanceOf(bringIn([gridOf(tracker)], words)))
    },
    60_000,
  )
})

describe('the real tracker', () => {
  test.skipIf(!realTracker.isThere)('goes out in the four columns it came in, and comes back the same', () => {
    const words = createWords('en')
    const came = bringIn(read({ text: realTracker.read(), type: 'text' }), words)
    const tracker = makeTracker(came.snapshot, came.histories, { words, today: TODAY })
    expect(tracker.columns.map(({ heading }) => heading)).toEqual(['No', 'Details', 'Update', 'Owner'])
    for (const bytes of [makeWord(tracker), makeExcel(tracker)]) {
      const back = readDocument({ bytes })
      if (!back.ok) throw new Error(back.error.code)
      expect(substanceOf(bringIn(back.value, words))).toEqual(substanceOf(came))
    }
  })
})
