/** Writes a file beside the page, which stays quick meanwhile. Loads the words of the language that is asked for. */

import bold from '@expo-google-fonts/source-sans-3/700Bold/SourceSans3_700Bold.ttf?url'
import regular from '@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf?url'
import { makeEvidencePaper } from '../../documents/export/assurance.ts'
import { makeIncidentPaper } from '../../documents/export/incidentpaper.ts'
import { makeReportPaper } from '../../documents/export/report.ts'
import type { OnRow, Paper } from '../../documents/export/paper.ts'
import { makeTracker } from '../../documents/export/table.ts'
import { matrixOf } from '../../domain/coverage.ts'
import { loadAllWords } from '../../words/loading.ts'
import type { Words } from '../../words/words.ts'
import type { FileRequest, PaperFormat, PaperSource, TrackerSource } from './papers.ts'

addEventListener('message', ({ data }: MessageEvent<FileRequest>) => void make(data))

async function make(request: FileRequest): Promise<void> {
  const words = await loadAllWords(request.language)
  postMessage(await write(request, words))
}

async function write({ source, format }: FileRequest, words: Words): Promise<Uint8Array> {
  if (source.kind === 'tracker') return await writeTracker(source, format === 'docx' ? 'docx' : 'xlsx', words)
  return await writerOf(format)(paperOf(source, words), tell)
}

/** The page isn't told of every row. */
const STEP = 0.02
let told = 0

function tell(share: number): void {
  if (share - told < STEP) return
  told = share
  postMessage(share)
}

async function writeTracker(
  { snapshot, histories, ...options }: TrackerSource,
  format: 'docx' | 'xlsx',
  words: Words,
): Promise<Uint8Array> {
  const tracker = makeTracker(snapshot, histories, { ...options, words })
  return format === 'docx'
    ? (await import('../../documents/export/word.ts')).makeWord(tracker, tell)
    : (await import('../../documents/export/excel.ts')).makeExcel(tracker, tell)
}

function paperOf(source: PaperSource, words: Words): Paper {
  if (source.kind === 'report') return makeReportPaper(source.report, { words, snapshot: source.snapshot })
  if (source.kind === 'incidents') return makeIncidentPaper(source.book, { ...source, words })
  const { framework, coverages, ground, today } = source
  return makeEvidencePaper(matrixOf(framework, coverages, ground, today), { words, snapshot: ground.snapshot, today })
}

type Writer = (paper: Paper, onRow: OnRow) => Promise<Uint8Array>

function writerOf(format: PaperFormat): Writer {
  switch (format) {
    case 'docx':
      return async (paper, onRow) => (await import('../../documents/export/paperword.ts')).makePaperWord(paper, onRow)
    case 'pdf':
      return makePdf
    case 'xlsx':
      return async (paper, onRow) => (await import('../../documents/export/paperexcel.ts')).makePaperExcel(paper, onRow)
    case 'csv':
      return async (paper) => (await import('../../documents/export/papercsv.ts')).makePaperCsv(paper)
  }
}

async function makePdf(paper: Paper, onRow: OnRow): Promise<Uint8Array> {
  const [{ makePaperPdf }, ...fonts] = await Promise.all([
    import('../../documents/export/paperpdf.ts'),
    fontAt(regular),
    fontAt(bold),
  ])
  return await makePaperPdf(paper, { regular: fonts[0], bold: fonts[1] }, onRow)
}

async function fontAt(address: string): Promise<Uint8Array> {
  const answer = await fetch(address)
  if (!answer.ok) throw new Error(`the font couldn’t be had (${answer.status})`)
  return new Uint8Array(await answer.arrayBuffer())
}
