// pdfkit's types are declared, there is nothing of them to import.
// oxlint-disable-next-line typescript/triple-slash-reference
/// <reference path="../../src/documents/export/pdfkit.d.ts" />
/**
 * What the board's report costs at 5,000 actions: to work it out, to make a paper of it, and to write that in each format,
 * each in a process of its own, so that its peak of memory is nothing else's. Beside each format the same tables written
 * plainly with the same library: no headings, no marking, no structure, nothing kept together. pdfkit's own tables take
 * minutes for so many, and are compared at a tenth.
 */

import { execFileSync } from 'node:child_process'
import process from 'node:process'
import { strToU8 } from 'fflate'
import type { Paper } from '../../src/documents/export/paper.ts'

interface Row {
  readonly name: string
  readonly figure: number
  readonly unit: string
  readonly beside?: string
  readonly ratio?: number
}

interface Measured {
  /** Of a processor: what else the machine does is no part of it. */
  readonly milliseconds: number
  /** The most that the process ever had, in MB: of it, what has the register and the paper is in each. */
  readonly peak: number
  /** In kB. */
  readonly size: number
}

const ACTIONS = 5000
const FEWER = ACTIONS / 10
const FORMATS = { docx: 'Word', pdf: 'PDF', xlsx: 'Excel', csv: 'CSV' } as const
type Format = keyof typeof FORMATS
type What = Format | 'report' | 'paper'

export async function bench(): Promise<readonly Row[]> {
  const rows: Row[] = []
  for (const [what, name] of [
    ['report', 'worked out'],
    ['paper', 'as a paper'],
  ] as const) {
    const measured = measureApart(what, 'whole', ACTIONS)
    rows.push(...rowsOf(ACTIONS, name, measured).slice(0, 2))
  }
  for (const [format, name] of Object.entries(FORMATS) as [Format, string][]) {
    const count = format === 'pdf' ? FEWER : ACTIONS
    rows.push(...rowsOf(count, name, measureApart(format, 'whole', count), measureApart(format, 'plain', count)))
  }
  return [...rows, ...rowsOf(ACTIONS, FORMATS.pdf, measureApart('pdf', 'whole', ACTIONS)), ...(await onScreen())]
}

/** From the report in memory to its sections painted in a browser; beside it with every row in the page, as it is printed. */
async function onScreen(): Promise<Row[]> {
  const { openRegisterBrowser } = await import('../tab/registerbrowser.ts')
  const browser = await openRegisterBrowser(new URL('reportpage.tsx', import.meta.url))
  const show = async (isPrinting: boolean): Promise<{ milliseconds: number; rows: number }> => {
    const page = await browser.open(`?count=${ACTIONS}&printing=${isPrinting}`, undefined, 120_000)
    const milliseconds = await page.evaluate<number>('window.begin()')
    const rows = await page.locator('tbody tr').count()
    await page.context().close()
    return { milliseconds, rows }
  }
  try {
    const [shown, printed] = [await show(false), await show(true)]
    const name = `${ACTIONS.toLocaleString('en-GB')} actions, on screen`
    const beside = (key: keyof typeof shown, unit: string) => ({
      beside: `${Math.round(printed[key])}${unit}, as it is printed`,
      ratio: shown[key] / printed[key],
    })
    return [
      { name, figure: shown.milliseconds, unit: 'ms', ...beside('milliseconds', ' ms') },
      { name: `${name}: rows in the page`, figure: shown.rows, unit: 'rows', ...beside('rows', '') },
    ]
  } finally {
    await browser.close()
  }
}

function rowsOf(count: number, name: string, measured: Measured, plain?: Measured): Row[] {
  const row = (key: keyof Measured, what: string, unit: string, short: string): Row => ({
    name: `${count.toLocaleString('en-GB')} actions, ${name}${what}`,
    figure: measured[key],
    unit,
    ...(plain
      ? { beside: `${Math.round(plain[key])} ${short}, written plainly`, ratio: measured[key] / plain[key] }
      : {}),
  })
  return [
    row('milliseconds', '', 'ms of a processor', 'ms'),
    row('peak', ': memory at most', 'MB', 'MB'),
    row('size', ': size', 'kB', 'kB'),
  ]
}

function measureApart(what: What, how: 'whole' | 'plain', count: number): Measured {
  const said = execFileSync(process.execPath, [import.meta.filename, what, how, String(count)], { encoding: 'utf8' })
  return JSON.parse(said) as Measured
}

async function measure(what: What, how: 'whole' | 'plain', count: number): Promise<Measured> {
  const make = await prepare(what, how, count)
  const start = process.cpuUsage()
  const bytes = await make()
  const { user, system } = process.cpuUsage(start)
  const peak = process.resourceUsage().maxRSS / 1000
  return { milliseconds: (user + system) / 1000, peak, size: bytes.length / 1000 }
}

async function prepare(
  what: What,
  how: 'whole' | 'plain',
  count: number,
): Promise<() => Uint8Array | Promise<Uint8Array>> {
  const { aReportGround } = await import('./manyreported.ts')
  const { reportOf } = await import('../../src/domain/report.ts')
  const { makeReportPaper } = await import('../../src/documents/export/report.ts')
  const { createWords } = await import('../../src/words/words.ts')
  const NOTHING = new Uint8Array()
  const words = createWords('en')
  const ground = aReportGround(count)
  if (what === 'report') return () => (reportOf(ground).lines.length === count ? NOTHING : wrong(what))
  const { snapshot } = ground
  const report = reportOf(ground)
  if (what === 'paper')
    return () => (makeReportPaper(report, { words, snapshot }).sections.length > 4 ? NOTHING : wrong(what))
  const write = how === 'whole' ? await writerOf(what) : await plainWriterOf(what)
  const paper = makeReportPaper(report, { words, snapshot })
  return () => write(paper)
}

function wrong(what: string): never {
  throw new Error(`${what}: not what was to be measured`)
}

async function writerOf(format: Format): Promise<(paper: Paper) => Uint8Array | Promise<Uint8Array>> {
  switch (format) {
    case 'docx':
      return (await import('../../src/documents/export/paperword.ts')).makePaperWord
    case 'xlsx':
      return (await import('../../src/documents/export/paperexcel.ts')).makePaperExcel
    case 'csv':
      return (await import('../../src/documents/export/papercsv.ts')).makePaperCsv
    case 'pdf': {
      const { makePaperPdf } = await import('../../src/documents/export/paperpdf.ts')
      const { FONTS } = await import('../../src/service/disclosure/fonts.ts')
      return async (paper) => await makePaperPdf(paper, FONTS)
    }
  }
}

async function plainWriterOf(format: Format): Promise<(paper: Paper) => Uint8Array | Promise<Uint8Array>> {
  const { bookParts, pack, row, sheetData, table, wordParts } = await import('../documents/officeworld.ts')
  const { cellText } = await import('../../src/documents/export/cell.ts')
  const tablesOf = ({ sections }: Paper): string[][][] =>
    sections
      .flatMap((section) => section.table ?? [])
      .map(({ columns, rows }) => [
        columns.map(({ title }) => title),
        ...rows.map((cells) =>
          cells.map((cell) => (cell.kind === 'number' ? String(cell.number) : cellText(cell.words))),
        ),
      ])
  switch (format) {
    case 'docx':
      return (paper) =>
        pack(
          wordParts(
            tablesOf(paper)
              .map((rows) => table(...rows.map((cells) => row(cells))))
              .join(''),
          ),
        )
    case 'xlsx':
      return (paper) =>
        pack(bookParts(tablesOf(paper).map((rows, index) => ({ name: `${index}`, data: sheetData(rows) }))))
    case 'csv':
      return (paper) =>
        strToU8(
          tablesOf(paper)
            .flat()
            .map((cells) => cells.map((text) => `"${text.replaceAll('"', '""')}"`).join(','))
            .join('\r\n'),
        )
    case 'pdf':
      return await plainPdf(tablesOf)
  }
}

/** With pdfkit's own tables. */
async function plainPdf(tablesOf: (paper: Paper) => string[][][]): Promise<(paper: Paper) => Promise<Uint8Array>> {
  const { PDFDocument } = await import('pdfkit')
  const { FONTS } = await import('../../src/service/disclosure/fonts.ts')
  return async (paper) => {
    const document = new PDFDocument({ size: 'A4', layout: 'landscape', margin: 42.5, pdfVersion: '1.7' })
    const chunks: Uint8Array[] = []
    const { promise, resolve } = Promise.withResolvers<void>()
    document.on('data', (chunk) => chunks.push(chunk)).on('end', resolve)
    document.registerFont('regular', FONTS.regular).font('regular').fontSize(9)
    for (const data of tablesOf(paper)) document.table({ data })
    document.end()
    await promise
    return new Uint8Array(Buffer.concat(chunks))
  }
}

const [, script, what, how, count] = process.argv
if (script === import.meta.filename && what && (how === 'whole' || how === 'plain')) {
  console.log(JSON.stringify(await measure(what as What, how, Number(count))))
}
