import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, describe, expect, test } from 'vitest'
import { readDocument } from '../../src/documents/document.ts'
import { cellText, makeParagraphs } from '../../src/documents/export/cell.ts'
import {
  figure,
  lengthOf,
  said,
  type OnRow,
  type Paper,
  type PaperCell,
  type PaperChart,
  type PaperTable,
} from '../../src/documents/export/paper.ts'
import { makePaperCsv } from '../../src/documents/export/papercsv.ts'
import { makePaperExcel } from '../../src/documents/export/paperexcel.ts'
import { makePaperPdf } from '../../src/documents/export/paperpdf.ts'
import { makePaperWord } from '../../src/documents/export/paperword.ts'
import { makeReportPaper } from '../../src/documents/export/report.ts'
import { COLOURS } from '../../src/domain/action.ts'
import { parseDueWords } from '../../src/domain/duewords.ts'
import { reportOf } from '../../src/domain/report.ts'
import { createWords } from '../../src/words/words.ts'
import { carryOut, idAt, NOTHING, TODAY } from './exportworld.ts'
import { convert, hasOffice } from './officeworld.ts'
import { readPdf, type Pdf, type PdfNode } from '../../src/documents/export/pdfreading.ts'
import { FONTS } from '../../src/service/disclosure/fonts.ts'

const WORDS = createWords('cy')
const FORMULAS = ['=HYPERLINK("http://x","y")', '+44 20', '-1+1', '@SUM(A1)', "=cmd|' /C calc'!A0"]
const LONG = 'Mae’r heddluoedd i rannu eu ffurflenni â’r tŷ ac â’r grŵp. '.repeat(160).trim()
const WITHHELD = 'Trefnu cyfarfod ⟦enw plentyn⟧, ŵyr ac ŷd\nAil baragraff <b>&amp;"'
const ADDRESS = `https://example.org/${'a'.repeat(150)}`

const words = (text: string): PaperCell => ({ kind: 'words', words: makeParagraphs(text, WORDS) })
const column = (title: string, weight: number) => ({ title, weight })

/** All that is hard to write, among sixty rows that are not. */
const PAPER: Paper = {
  title: 'Adroddiad Grŵp “Ŷ & Ŵ” <CSAE>',
  lines: ['Cyfnod: Medi i Dachwedd 2026', 'Ers 3 Medi 2026'],
  marking: 'OFFICIAL-SENSITIVE – Aelodau’r grŵp yn unig',
  words: WORDS,
  sections: [
    {
      key: 'counts',
      heading: 'Sut mae pethau’n sefyll',
      words: ['Yma mae’r cyfan.'],
      chart: {
        alt: 'Nifer o bob lliw: “12” & <3>',
        kinds: COLOURS.map((colour) => ({ name: `Lliw ${colour} &`, colour })),
        bars: ['Grŵp <A>', 'B'].map((name, bar) => ({
          name,
          pieces: COLOURS.slice(bar).map((colour, index) => ({ name: `Lliw ${colour} &`, colour, number: index + 41 })),
        })),
      },
      table: {
        caption: 'Nifer o bob lliw',
        columns: [column('Statws', 3), column('Nifer', 1)],
        heading: 0,
        rows: COLOURS.map((colour, index) => [said(colour, colour), figure(index * 1234)]),
      },
    },
    {
      key: 'all',
      heading: 'Pob gweithred: [rhan] 1/2',
      words: [],
      table: {
        caption: 'Pob gweithred',
        columns: [column('Cyf.', 2), column('Manylion', 7), column('Statws', 3), column('Dyddiau', 2)],
        heading: 0,
        rows: [...FORMULAS, LONG, WITHHELD, ADDRESS, '', ...Array.from({ length: 60 }, (_, n) => `Mater ${n}`)].map(
          (text, index) => [said(`${index + 1}/26`), words(text), said('COCH', 'RED'), figure(index)],
        ),
      },
    },
    { key: 'none', heading: 'Dim', words: ['Does dim un.'], table: null },
  ],
}
const CHARTS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/chart'
const [CHART] = PAPER.sections.flatMap(({ chart }) => chart ?? [])
const TABLES = PAPER.sections.flatMap(({ table }) => table ?? [])

/** What is written in a chart, in its order. */
function figureText({ bars, kinds }: PaperChart): string {
  const told = bars.flatMap(({ name, pieces }) => [name, ...pieces.map(({ number }) => String(number))])
  return [...told, ...kinds.map(({ name }) => name)].join('')
}

/** The words of a cell, whichever way a line was broken. */
function plain(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim()
}

function toldOf(table: PaperTable, figureWords: (number: number) => string): string[][] {
  return [
    table.columns.map(({ title }) => title),
    ...table.rows.map((row) =>
      row.map((cell) => plain(cell.kind === 'number' ? figureWords(cell.number) : cellText(cell.words))),
    ),
  ]
}

function partsOf(bytes: Uint8Array): Map<string, string> {
  return new Map(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]))
}

const wordsIn = (xml: string): string =>
  xml
    .replaceAll(/<[^>]*>/gu, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')

describe('a paper as Word', () => {
  const bytes = makePaperWord(PAPER)
  const parts = partsOf(bytes)
  const body = parts.get('word/document.xml') ?? ''

  test('says every cell of every table, a figure as people write it', () => {
    const tables = readDocument({ bytes })
    const rows = tables.ok
      ? tables.value.map((each) => each.rows.map(({ cells }) => cells.map(({ text }) => text)))
      : []
    const marked = (told: string[][]) => told.map((row) => row.map((text) => plain(text.replace(/^[■◐✓○⊗] /u, ''))))
    expect(rows.map(marked)).toEqual(TABLES.map((table) => toldOf(table, WORDS.number)))
  })

  test('has real headings, tables whose headings come again, its marking at the head and foot of each page', () => {
    const styled = (style: string): string[] =>
      [...body.matchAll(/<w:p>(?:(?!<\/w:p>).)*<w:pStyle w:val="(\w+)"\/>.*?<\/w:p>/gu)]
        .filter(([, each]) => each === style)
        .map(([paragraph]) => wordsIn(paragraph))
    expect(styled('Title')).toEqual([PAPER.title])
    expect(styled('Heading1')).toEqual(PAPER.sections.map(({ heading }) => heading))
    const tables = body.split('<w:tbl>').slice(1)
    for (const table of tables) expect(table.slice(0, table.indexOf('</w:tr>'))).toContain('<w:tblHeader/>')
    expect(body.match(/<w:tblHeader\/>/gu)).toHaveLength(TABLES.length)
    for (const part of ['header', 'footer']) expect(parts.get(`word/${part}1.xml`)).toContain(PAPER.marking)
    expect(parts.get('word/styles.xml')).toContain('cy-GB')
  })

  test('has its chart, with words for who doesn’t see it and the figure of every piece', () => {
    expect(wordsIn(/<wp:docPr [^>]*descr="([^"]*)"/u.exec(body)?.[1] ?? '')).toBe(CHART?.alt)
    const [, relation] = /<c:chart [^>]*r:id="(\w+)"/u.exec(body) ?? []
    expect(parts.get('word/_rels/document.xml.rels')).toMatch(
      `Id="${relation}" Type="${CHARTS}" Target="charts/chart1.xml"`,
    )
    const chart = parts.get('word/charts/chart1.xml') ?? ''
    const series = [...chart.matchAll(/<c:ser>.*?<c:tx><c:v>(.*?)<\/c:v>.*?<c:numLit>(.*?)<\/c:numLit>/gu)]
    expect(
      series.map(([, name = '', figures = '']) => [
        wordsIn(name),
        [...figures.matchAll(/<c:pt idx="(\d)"><c:v>(\d+)/gu)].map(([, bar, number]) => [Number(bar), Number(number)]),
      ]),
    ).toEqual(
      CHART?.kinds.map(({ name }) => [
        name,
        CHART.bars.flatMap(({ pieces }, bar) =>
          pieces.filter((each) => each.name === name).map((each) => [bar, each.number]),
        ),
      ]),
    )
  })

  test('hides nothing, refers to nothing outside and calculates nothing', () => {
    expect([...parts.values()].join('\n')).not.toMatch(
      /w:vanish|w:comment|TargetMode|w:ins |w:del |HYPERLINK "|customXml/u,
    )
  })
})

describe('a paper as Excel', () => {
  const parts = partsOf(makePaperExcel(PAPER))
  const sheets = [...parts].filter(([name]) => name.startsWith('xl/worksheets/')).map(([, xml]) => xml)

  test('has a sheet a table: figures are numbers, every word is text as it stands', () => {
    expect(sheets).toHaveLength(TABLES.length)
    for (const [index, table] of TABLES.entries()) {
      const rows = [...(sheets[index] ?? '').matchAll(/<row [^>]*>(.*?)<\/row>/gsu)].map(([, row = '']) =>
        [...row.matchAll(/<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gsu)].map(([, about = '', content = '']) => ({
          isNumber: content.startsWith('<v>') && !about.includes(' t='),
          text: plain(wordsIn(content).replace(/^[■◐✓○⊗] /u, '')),
        })),
      )
      const from = rows.length - table.rows.length
      expect(rows.slice(from - 1).map((row) => row.map(({ text }) => text))).toEqual(toldOf(table, String))
      const figures = table.rows.map((row) => row.map((cell) => cell.kind === 'number'))
      expect(rows.slice(from).map((row) => row.map(({ isNumber }) => isNumber))).toEqual(figures)
      expect(wordsIn(/<oddHeader>(.*?)<\/oddHeader>/u.exec(sheets[index] ?? '')?.[1] ?? '')).toContain(PAPER.marking)
    }
  })

  test('has no formula, nothing hidden and nothing outside', () => {
    expect([...parts.values()].join('\n')).not.toMatch(
      /<f[ >]|hidden|externalLink|TargetMode|definedName name="(?!_xlnm\.Print_Titles)|comments/iu,
    )
  })

  test('names its sheets as Excel lets it', () => {
    const names = [...(parts.get('xl/workbook.xml') ?? '').matchAll(/<sheet name="([^"]*)"/gu)].map(([, name]) => name)
    expect(names).toEqual(['Sut mae pethau’n sefyll', 'Pob gweithred   rhan  1 2'])
  })
})

test.each([
  ['Word', makePaperWord],
  ['Excel', makePaperExcel],
  ['PDF', (paper: Paper, onRow: OnRow) => makePaperPdf(paper, FONTS, onRow)],
] as const)('%s tells how much of it is written, row by row', async (_, write) => {
  const shares: number[] = []
  await write(PAPER, (share) => shares.push(share))
  const rows = TABLES.reduce((sum, table) => sum + table.rows.length, 0)
  expect(shares).toHaveLength(rows)
  expect(shares).toEqual(shares.toSorted((a, b) => a - b))
  expect(shares.at(-1)).toBe(1)
})

/** RFC 4180. */
function cellsOf(csv: string): string[][] {
  const rows: string[][] = [[]]
  for (const [, quoted, bare, end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/gu)) {
    rows.at(-1)?.push(quoted === undefined ? (bare ?? '') : quoted.replaceAll('""', '"'))
    if (end === '\r\n') rows.push([])
    if (end === '') break
  }
  return rows.slice(0, -1)
}

describe('a paper as CSV', () => {
  const csv = new TextDecoder('utf-8', { ignoreBOM: true }).decode(makePaperCsv(PAPER))
  const rows = cellsOf(csv.slice(1))

  test('begins with the mark by which Excel knows its letters', () => {
    expect(csv.codePointAt(0)).toBe(0xfeff)
    expect(rows[0]).toEqual([PAPER.title])
  })

  test('has every table under its heading, and no cell that starts a formula', () => {
    for (const [index, { heading, words, table }] of PAPER.sections.entries()) {
      const at = rows.findIndex((row) => row.length === 1 && row[0] === heading)
      expect(at, heading).toBeGreaterThan(index)
      if (!table) continue
      const from = at + 1 + words.length
      const said = rows.slice(from, from + 1 + table.rows.length)
      const told = toldOf(table, String)
      expect(said.map((row) => row.map((cell) => plain(cell.replace(/^'/u, ''))))).toEqual(told)
    }
    expect(rows.flat().filter((cell) => /^[=+\-@\t\r]/u.test(cell))).toEqual([])
    expect(rows.flat()).toEqual(expect.arrayContaining(FORMULAS.map((formula) => `'${formula}`)))
  })

  test('tells a formula from a figure below nought', () => {
    const table = {
      caption: '',
      columns: [column('A', 1), column('B', 1)],
      rows: [[words('＝1+1'), figure(-5)]],
      heading: 0,
    }
    const [section] = PAPER.sections
    const file = makePaperCsv({ ...PAPER, sections: section ? [{ ...section, table }] : [] })
    expect(strFromU8(file)).toMatch(/\r\n'＝1\+1,-5\r\n$/u)
  })
})

describe('a paper as PDF', () => {
  let bytes: Uint8Array
  let pdf: Pdf
  beforeAll(async () => {
    bytes = await makePaperPdf(PAPER, FONTS)
    pdf = readPdf(bytes)
  })
  const tablesOf = (): PdfNode[] => pdf.root.children.filter(({ type }) => type === 'Table')
  const rowsOf = (table: PdfNode): PdfNode[] => table.children.flatMap(({ children }) => children)

  test('says in its structure what the paper says, in its order', () => {
    expect(pdf.root.children.map(({ type, text }) => [type, text])).toEqual([
      ['H1', PAPER.title],
      ...PAPER.lines.map((line) => ['P', line]),
      ...PAPER.sections.flatMap(({ heading, words, chart, table }) => [
        ['H2', heading],
        ...words.map((line) => ['P', line]),
        ...(chart ? [['Figure', figureText(chart)]] : []),
        ...(table ? [['Table', '']] : []),
      ]),
    ])
    const told = tablesOf().map((table) => rowsOf(table).map(({ children }) => children.map(({ text }) => plain(text))))
    expect(told).toEqual(TABLES.map((table) => toldOf(table, WORDS.number)))
    expect(pdf.unmarked).toBe('')
  })

  test('tells of every cell what it stands under', () => {
    for (const table of tablesOf()) {
      const [head, ...rows] = rowsOf(table).map(({ children }) => children.map(({ type, scope }) => [type, scope]))
      expect(head).toEqual(head?.map(() => ['TH', 'Column']))
      for (const row of rows) expect(row).toEqual(row.map((_, index) => (index === 0 ? ['TH', 'Row'] : ['TD', null])))
    }
  })

  test('knows its language and its title, and embeds what it uses of its fonts', () => {
    expect(pdf.objects).toContain('/Lang (cy-GB)')
    expect(pdf.objects).toContain('/Marked true')
    expect(pdf.metadata).toContain('<pdfuaid:part>1</pdfuaid:part>')
    expect(pdf.objects.match(/\/Alt \(/gu)).toHaveLength(1)
    expect(pdf.objects).toContain('/DisplayDocTitle true')
    expect(pdf.metadata).toContain('Adroddiad Grŵp “Ŷ &amp; Ŵ” &lt;CSAE&gt;')
    expect(pdf.metadata.trim()).toMatch(/<\?xpacket end="w"\?>$/u)
    expect(pdf.objects.match(/\/FontFile2 /gu)).toHaveLength(2)
    expect(pdf.objects).not.toMatch(/\/JavaScript|\/URI|\/EmbeddedFile|\/OCG|\/Annots/u)
    expect(bytes.length).toBeLessThan(150_000)
  })

  test('has its marking twice on each page, the page’s number, and a table’s headings again where it goes on', () => {
    const pages = pdf.artefacts
    expect(pages.length).toBeGreaterThan(4)
    for (const [index, page] of pages.entries()) {
      expect(page.split(PAPER.marking)).toHaveLength(3)
      expect(page).toContain(`${WORDS.say('exporting.page', { page: index + 1, pages: pages.length })}\n`)
    }
    for (const page of pages.slice(1)) expect(page).toMatch(/^Cyf\.\nManylion\nStatws\nDyddiau\n/u)
  })

  test('draws what its fonts lack as a box, and has it read out as it is', async () => {
    const [section] = PAPER.sections.slice(1, 2)
    const rows = [[said('1/26'), words('漢 ☒'), said(''), figure(0)]]
    const table = section?.table && { ...section.table, rows }
    const read = readPdf(
      await makePaperPdf({ ...PAPER, sections: section ? [{ ...section, table: table ?? null }] : [] }, FONTS),
    )
    const cell = read.root.children.at(-1)?.children[1]?.children[0]?.children[1]
    expect(cell?.text).toBe('□ [x]')
    expect(cell?.hasActual).toBe(true)
  })

  test.skipIf(spawnSync('pdftotext', ['-v'], { stdio: 'ignore' }).status !== 0)('poppler reads it in order', () => {
    const folder = mkdtempSync(join(tmpdir(), 'matters-pdf-'))
    try {
      writeFileSync(join(folder, 'paper.pdf'), bytes)
      const text = plain(execFileSync('pdftotext', [join(folder, 'paper.pdf'), '-'], { encoding: 'utf8' }))
      let at = 0
      for (const each of [PAPER.title, ...PAPER.sections.map(({ heading }) => heading)]) {
        expect(text.indexOf(each, at), each).toBeGreaterThanOrEqual(at)
        at = text.indexOf(each, at)
      }
      for (const each of ['Trefnu cyfarfod', 'ŵyr ac ŷd', 'Mater 59']) expect(text).toContain(each)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})

describe.each(['en', 'cy'] as const)('the board’s report in %s', (language) => {
  test('is the same in every format', async () => {
    const id = idAt('act')
    const { snapshot, histories } = carryOut(
      NOTHING,
      ['=1+1', 'Circulate ⟦name of a child⟧', 'Cwrdd â’r tŷ'].map((details, index) => ({
        kind: 'addAction' as const,
        id: id(index),
        details,
        actionKind: 'action' as const,
        owners: [{ organisation: 'north-mercia' }],
        parts: [],
        due: parseDueWords('5/3/2026', TODAY),
        origin: { kind: 'typed' as const },
        imported: { reference: `${index + 1}/26`, status: 'open' as const, updates: [] },
      })),
    )
    const ground = {
      snapshot,
      histories,
      requests: [],
      responses: new Map(),
      from: '2026-08-27',
      to: TODAY,
      since: null,
    }
    const paper = makeReportPaper(reportOf(ground), { words: createWords(language), snapshot })
    const tables = paper.sections.flatMap(({ table }) => table ?? [])
    const told = tables.flatMap((table) => toldOf(table, paper.words.number)).flat()
    expect(told).toContain('=1+1')
    // What a chart draws is what its table counts.
    const drawn = paper.sections.flatMap(({ chart, table }) => (chart && table ? [{ chart, table }] : []))
    expect(drawn).toHaveLength(2)
    for (const { chart, table } of drawn) {
      const counted = new Map(toldOf(table, String).map((row) => [row[0], Number(row.at(-1))]))
      expect(chart.bars.map(({ name }) => counted.get(name))).toEqual(chart.bars.map(lengthOf))
    }
    const pdf = readPdf(await makePaperPdf(paper, FONTS))
    const read = (node: PdfNode): string[] =>
      /^T[HD]$/u.test(node.type) ? [plain(node.text)] : node.children.flatMap(read)
    expect(read(pdf.root)).toEqual(told)
    const word = readDocument({ bytes: makePaperWord(paper) })
    const cells = word.ok ? word.value.flatMap((each) => each.rows.flatMap((row) => row.cells)) : []
    expect(cells.map(({ text }) => plain(text.replace(/^[■◐✓○⊗] /u, '')))).toEqual(told)
    const csv = cellsOf(strFromU8(makePaperCsv(paper)).replace('\uFEFF', '')).flat()
    const numbers = tables.flatMap((table) => toldOf(table, String)).flat()
    expect(csv.map((cell) => plain(cell.replace(/^'/u, '')))).toEqual(expect.arrayContaining(numbers))
    expect(partsOf(makePaperExcel(paper)).size).toBe(
      partsOf(makePaperExcel(PAPER)).size - TABLES.length + tables.length,
    )
  })
})

describe.skipIf(!hasOffice)('LibreOffice', () => {
  test('opens the Word file, and finds its headings and the headings of its tables', { timeout: 90_000 }, () => {
    const page = strFromU8(convert('paper.docx', makePaperWord(PAPER), 'html'))
    const headings = [...page.matchAll(/<h1[^>]*>(.*?)<\/h1>/gsu)].map(([, each = '']) => plain(wordsIn(each)))
    expect(headings).toEqual(PAPER.sections.map(({ heading }) => heading))
    expect(page.match(/<thead/gu)).toHaveLength(TABLES.length)
  })

  test('opens the Excel file, and finds figures where there are figures', { timeout: 90_000 }, () => {
    const flat = strFromU8(convert('paper.xlsx', makePaperExcel(PAPER), 'fods'))
    const figures = TABLES.flatMap(({ rows }) => rows)
      .flat()
      .filter(({ kind }) => kind === 'number')
    expect(flat.match(/office:value-type="float"/gu)).toHaveLength(figures.length)
    expect(flat).not.toContain('table:formula')
  })
})
