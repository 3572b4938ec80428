/** Writes a paper beside the page, which stays quick meanwhile. Loads the words of the language that is asked for. */

import bold from '@expo-google-fonts/source-sans-3/700Bold/SourceSans3_700Bold.ttf?url'
import regular from '@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf?url'
import { makeEvidencePaper } from '../../documents/export/assurance.ts'
import { makeIncidentPaper } from '../../documents/export/incidentpaper.ts'
import { makeReportPaper } from '../../documents/export/report.ts'
import type { Paper } from '../../documents/export/paper.ts'
import { matrixOf } from '../../domain/coverage.ts'
import { loadAllWords } from '../../words/loading.ts'
import type { Words } from '../../words/words.ts'
import type { PaperFormat, PaperRequest, PaperSource } from './papers.ts'

addEventListener('message', ({ data }: MessageEvent<PaperRequest>) => void make(data))

async function make({ source, format, language }: PaperRequest): Promise<void> {
  const words = await loadAllWords(language)
  postMessage(await writersOf(format)(paperOf(source, words)))
}

function paperOf(source: PaperSource, words: Words): Paper {
  if (source.kind === 'report') return makeReportPaper(source.report, { words, snapshot: source.snapshot })
  if (source.kind === 'incidents') return makeIncidentPaper(source.book, { ...source, words })
  const { framework, coverages, ground, today } = source
  return makeEvidencePaper(matrixOf(framework, coverages, ground, today), { words, snapshot: ground.snapshot, today })
}

function writersOf(format: PaperFormat): (paper: Paper) => Promise<Uint8Array> {
  switch (format) {
    case 'docx':
      return async (paper) => (await import('../../documents/export/paperword.ts')).makePaperWord(paper)
    case 'pdf':
      return makePdf
    case 'xlsx':
      return async (paper) => (await import('../../documents/export/paperexcel.ts')).makePaperExcel(paper)
    case 'csv':
      return async (paper) => (await import('../../documents/export/papercsv.ts')).makePaperCsv(paper)
  }
}

/** The page isn't told of every row. */
const STEP = 0.02

async function makePdf(paper: Paper): Promise<Uint8Array> {
  const [{ makePaperPdf }, ...fonts] = await Promise.all([
    import('../../documents/export/paperpdf.ts'),
    fontAt(regular),
    fontAt(bold),
  ])
  let told = 0
  return await makePaperPdf(paper, { regular: fonts[0], bold: fonts[1] }, (share) => {
    if (share - told < STEP) return
    told = share
    postMessage(share)
  })
}

async function fontAt(address: string): Promise<Uint8Array> {
  const answer = await fetch(address)
  if (!answer.ok) throw new Error(`the font couldn’t be had (${answer.status})`)
  return new Uint8Array(await answer.arrayBuffer())
}
