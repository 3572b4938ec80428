/** Makes the file beside the page, which stays quick meanwhile. Loads the words of the one language that is asked for. */

import { makeTracker } from '../../documents/export/table.ts'
import { loadWords } from '../../words/loading.ts'
import type { MakeRequest } from './making.ts'

addEventListener('message', ({ data }: MessageEvent<MakeRequest>) => void make(data))

async function make({ snapshot, histories, format, language, ...options }: MakeRequest): Promise<void> {
  const words = await loadWords(language)
  const tracker = makeTracker(snapshot, histories, { ...options, words })
  const write =
    format === 'docx'
      ? (await import('../../documents/export/word.ts')).makeWord
      : (await import('../../documents/export/excel.ts')).makeExcel
  postMessage(write(tracker))
}
