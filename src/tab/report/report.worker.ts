/** Writes the report beside the page, which stays quick meanwhile. Loads the words of the language that is asked for. */

import { makeReportPaper } from '../../documents/export/report.ts'
import type { Paper } from '../../documents/export/paper.ts'
import { loadAllWords } from '../../words/loading.ts'
import type { ReportFormat, ReportRequest } from './making.ts'

addEventListener('message', ({ data }: MessageEvent<ReportRequest>) => void make(data))

async function make({ report, snapshot, format, language }: ReportRequest): Promise<void> {
  const words = await loadAllWords(language)
  postMessage(await writersOf(format)(makeReportPaper(report, { words, snapshot })))
}

function writersOf(format: ReportFormat): (paper: Paper) => Promise<Uint8Array> {
  switch (format) {
    case 'docx':
      return async (paper) => (await import('../../documents/export/paperword.ts')).makePaperWord(paper)
    case 'xlsx':
      return async (paper) => (await import('../../documents/export/paperexcel.ts')).makePaperExcel(paper)
    case 'csv':
      return async (paper) => (await import('../../documents/export/papercsv.ts')).makePaperCsv(paper)
  }
}
