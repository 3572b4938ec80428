/** Writes the evidence beside the page, which stays quick meanwhile. Loads the words of the language that is asked for. */

import { makeEvidencePaper } from '../../documents/export/assurance.ts'
import type { Paper } from '../../documents/export/paper.ts'
import { matrixOf } from '../../domain/coverage.ts'
import { frameworkOf } from '../../domain/framework.ts'
import { loadAllWords } from '../../words/loading.ts'
import type { EvidenceFormat, EvidenceRequest } from './making.ts'

addEventListener('message', ({ data }: MessageEvent<EvidenceRequest>) => void make(data))

async function make({ framework: key, coverages, snapshot, today, format, language }: EvidenceRequest): Promise<void> {
  const framework = frameworkOf(key)
  if (!framework) throw new TypeError(`there is no framework ${key}`)
  const words = await loadAllWords(language)
  const paper = makeEvidencePaper(matrixOf(framework, coverages, snapshot, today), { words, snapshot, today })
  postMessage(await write(paper, format))
}

async function write(paper: Paper, format: EvidenceFormat): Promise<Uint8Array> {
  switch (format) {
    case 'docx':
      return (await import('../../documents/export/paperword.ts')).makePaperWord(paper)
    case 'xlsx':
      return (await import('../../documents/export/paperexcel.ts')).makePaperExcel(paper)
    case 'csv':
      return (await import('../../documents/export/papercsv.ts')).makePaperCsv(paper)
  }
}
