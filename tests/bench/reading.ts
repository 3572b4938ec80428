/**
 * What reading a tracker costs: 10,000 rows in each form that trackers come in, from the bytes of a file to proposed
 * actions and problems, in a process of its own, so that its peak of memory is nothing else's. Beside it the bare
 * reader of the same bytes: unpacked, decoded, and gone through once, which tells nothing but how long that takes.
 */

import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'

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
  /** The most that the process ever had, in MB. */
  readonly peak: number
  /** Actions; of the bare reader, pieces. */
  readonly found: number
}

const ROWS = 10_000

export async function bench(): Promise<readonly Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'matters-reading-'))
  try {
    const rows: Row[] = []
    for (const [name, bytes] of await makeFiles()) {
      const file = join(folder, name)
      writeFileSync(file, bytes)
      const [whole, bare] = [measureApart(file, 'whole'), measureApart(file, 'bare')]
      if (whole.found !== ROWS) throw new Error(`${name}: ${whole.found} actions were read`)
      const what = `${ROWS.toLocaleString('en-GB')} rows of ${name} (${Math.round(bytes.length / 1000)} kB)`
      rows.push(
        {
          name: what,
          figure: whole.milliseconds,
          unit: 'ms of a processor',
          beside: `${Math.round(bare.milliseconds)} ms, the bare reader`,
          ratio: whole.milliseconds / bare.milliseconds,
        },
        {
          name: `${what}: memory at most`,
          figure: whole.peak,
          unit: 'MB',
          beside: `${Math.round(bare.peak)} MB, the bare reader`,
          ratio: whole.peak / bare.peak,
        },
      )
    }
    return rows
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function makeFiles(): Promise<Map<string, Uint8Array>> {
  const { bookParts, pack, row, sheetData, table, wordParts } = await import('../documents/officeworld.ts')
  const { makePastedText, makeExcelHtml } = await import('../documents/documentsworld.ts')
  const cells = [['No', 'Details', 'Update', 'Owner'], ...Array.from({ length: ROWS }, (_, index) => aRow(index))]
  const csv = cells.map((each) => each.map((text) => `"${text}"`).join(',')).join('\r\n')
  const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text))
  return new Map([
    ['Word.docx', pack(wordParts(table(...cells.map((each) => row(each)))))],
    ['Excel.xlsx', pack(bookParts([{ name: 'Actions', data: sheetData(cells) }]))],
    ['saved.csv', bytes(csv)],
    ['pasted.txt', bytes(makePastedText(cells))],
    ['pasted.html', bytes(makeExcelHtml(cells))],
  ])
}

function aRow(index: number): string[] {
  const said = `matter ${index} of the forces, ${(index * 7919).toString(36)}`
  const history = `5/3/2020: ${said} was raised. ACTION: To circulate ${said}`
  return [
    `${(index % 5000) + 1}/${20 + Math.floor(index / 5000)}`,
    `Forces to share ${said}; (a) Ask (b) Share`,
    history,
    'ROCU',
  ]
}

function measureApart(file: string, how: 'whole' | 'bare'): Measured {
  const said = execFileSync(process.execPath, [import.meta.filename, how, file], { encoding: 'utf8' })
  return JSON.parse(said) as Measured
}

async function read(how: 'whole' | 'bare', file: string): Promise<Measured> {
  const bytes = new Uint8Array(readFileSync(file))
  const reader = how === 'bare' ? readBare : await loadWhole()
  const start = process.cpuUsage()
  const found = reader(bytes, file)
  const { user, system } = process.cpuUsage(start)
  const milliseconds = (user + system) / 1000
  return { milliseconds, peak: process.resourceUsage().maxRSS / 1000, found }
}

async function loadWhole(): Promise<(bytes: Uint8Array, name: string) => number> {
  const { readDocument } = await import('../../src/documents/document.ts')
  const { proposeImport } = await import('../../src/documents/tracker.ts')
  const { createWords } = await import('../../src/words/words.ts')
  const words = createWords('en')
  return (bytes, name) => {
    const tables = readDocument({ bytes, name })
    if (!tables.ok) throw new Error(`${name} can't be read: ${tables.error.code}`)
    return proposeImport(tables.value, { words, today: '2026-11-24' }).actions.length
  }
}

function readBare(bytes: Uint8Array, name: string): number {
  const isPackage = /\.(?:docx|xlsx)$/u.test(name)
  const texts = isPackage ? Object.values(unzipSync(bytes)).map((part) => strFromU8(part)) : [strFromU8(bytes)]
  const piece = isPackage || name.endsWith('.html') ? /<[^>]*>|[^<]+/gu : /[^\t,\r\n]+/gu
  let found = 0
  for (const text of texts) for (const _ of text.matchAll(piece)) found += 1
  return found
}

const [, script, how, file] = process.argv
if (script === import.meta.filename && file && (how === 'whole' || how === 'bare')) {
  console.log(JSON.stringify(await read(how, file)))
}
