/**
 * Reads documents beside the page, so that no document can stop it: what takes too long is ended from outside
 * (reading.ts). Keeps the tables of the last document and the register they are compared with, for both are asked of
 * again after each answer.
 */

import type { RegisterEntry } from '../../documents/edition.ts'
import type { DocumentProblem, Table } from '../../documents/table.ts'
import { accept, type Result } from '../../domain/result.ts'
import { loadAllWords } from '../../words/loading.ts'
import type { ReadAnswer, ReadRequest } from './reading.ts'
import { makeReview } from './review.ts'
import { readSource } from './source.ts'

let tables: Result<Table[], DocumentProblem> = { ok: false, error: { code: 'empty' } }
let register: readonly RegisterEntry[] = []

addEventListener('message', ({ data }: MessageEvent<ReadRequest>) => void answer(data))

async function answer({ id, source, known, options: { language, ...options } }: ReadRequest): Promise<void> {
  const words = await loadAllWords(language)
  if (source) tables = readSource(source, words, options.today)
  if (known) register = known.entries
  const read = tables
  const review = read.ok ? accept(makeReview(read.value, { ...options, register, words })) : read
  postMessage({ id, review } satisfies ReadAnswer)
}
