/** Reads a quarterly document beside the page, so that no document can stop it; ended from outside (document.ts). */

import { readBlocks } from '../../documents/blocks.ts'
import { proposeWorkstreams } from '../../documents/workstreams.ts'
import { accept } from '../../domain/result.ts'
import { loadAllWords } from '../../words/loading.ts'
import type { DocumentAnswer, DocumentRequest } from './document.ts'

addEventListener('message', ({ data }: MessageEvent<DocumentRequest>) => {
  void answer(data).then((read) => postMessage(read))
})

async function answer({ source: { name, type, content }, language }: DocumentRequest): Promise<DocumentAnswer> {
  const words = await loadAllWords(language)
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  const read = readBlocks({ bytes, type, ...(name === null ? {} : { name }) })
  return read.ok ? accept(proposeWorkstreams(read.value, { words })) : read
}
