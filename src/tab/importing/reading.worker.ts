/**
 * Reads documents beside the page, so that no document can stop it: what takes too long is ended from outside
 * (reading.ts). Keeps the tables of the last document, for it is read again after each answer.
 */

import { readDocument, readTables } from '../../documents/document.ts'
import type { DocumentProblem, Table } from '../../documents/table.ts'
import { accept, type Result } from '../../domain/result.ts'
import { loadWords } from '../../words/loading.ts'
import type { ReadAnswer, ReadRequest } from './reading.ts'
import { makeReview } from './review.ts'

let known: { readonly source: number; readonly tables: Result<Table[], DocumentProblem> } | null = null

addEventListener('message', ({ data }: MessageEvent<ReadRequest>) => void answer(data))

async function answer(data: ReadRequest): Promise<void> {
  if (known?.source !== data.source.id) known = { source: data.source.id, tables: read(data.source) }
  const { tables } = known
  const { language, ...options } = data.options
  const words = await loadWords(language)
  const review = tables.ok ? accept(makeReview(tables.value, { ...options, words })) : tables
  postMessage({ id: data.id, review } satisfies ReadAnswer)
}

function read({ name, content, type }: ReadRequest['source']): Result<Table[], DocumentProblem> {
  const about = { type, ...(name === null ? {} : { name }) }
  return typeof content === 'string'
    ? readTables({ ...about, text: content })
    : readDocument({ ...about, bytes: content })
}
