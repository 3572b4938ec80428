/** Reads a log of recommendations beside the page, so that no document can stop it; ended from outside (log.ts). */

import { readBlocks } from '../../documents/blocks.ts'
import { compareEdition } from '../../documents/edition.ts'
import { actionsOfInspections } from '../../documents/inspectionactions.ts'
import { proposeRecommendations } from '../../documents/recommendations.ts'
import { loadAllWords } from '../../words/loading.ts'
import type { LogAnswer, LogRequest } from './log.ts'

addEventListener('message', ({ data }: MessageEvent<LogRequest>) => {
  void answer(data).then((read) => postMessage(read))
})

async function answer(request: LogRequest): Promise<LogAnswer> {
  const { source, document, register, organisations, posts, today, day, language } = request
  const words = await loadAllWords(language)
  const { name, type, content } = source
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  const read = readBlocks({ bytes, type, ...(name === null ? {} : { name }) })
  if (!read.ok) return read
  const proposal = proposeRecommendations(read.value, { words, today, ...(day === null ? {} : { day }) })
  const actions = actionsOfInspections(proposal, document)
  return {
    ok: true,
    value: { proposal, comparison: compareEdition(actions, register, { organisations, posts, today }) },
  }
}
