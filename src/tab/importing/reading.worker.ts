/**
 * Reads documents beside the page, so that no document can stop it: what takes too long is ended from outside
 * (reading.ts). Keeps the tables of the last document and the register they are compared with, for both are asked of
 * again after each answer.
 */

import { readDocument, readTables } from '../../documents/document.ts'
import type { RegisterEntry } from '../../documents/edition.ts'
import type { DocumentProblem, Table } from '../../documents/table.ts'
import { accept, type Result } from '../../domain/result.ts'
import { loadAllWords } from '../../words/loading.ts'
import type { ReadAnswer, ReadRequest, Source } from './reading.ts'
import { makeReview } from './review.ts'

let tables: Result<Table[], DocumentProblem> = { ok: false, error: { code: 'empty' } }
let register: readonly RegisterEntry[] = []

addEventListener('message', ({ data }: MessageEvent<ReadRequest>) => void answer(data))

async function answer({ id, source, known, options: { language, ...options } }: ReadRequest): Promise<void> {
  if (source) tables = readSource(source)
  if (known) register = known.entries
  const read = tables
  const words = await loadAllWords(language)
  const review = read.ok ? accept(makeReview(read.value, { ...options, register, words })) : read
  postMessage({ id, review } satisfies ReadAnswer)
}

function readSource({ name, content, type }: Source): Result<Table[], DocumentProblem> {
  const about = { type, ...(name === null ? {} : { name }) }
  return typeof content === 'string'
    ? readTables({ ...about, text: content })
    : readDocument({ ...about, bytes: content })
}
