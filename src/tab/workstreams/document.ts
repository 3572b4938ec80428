/** Asks a worker what a quarterly document holds. */

import type { DocumentProblem } from '../../documents/table.ts'
import type { WorkstreamsProposal } from '../../documents/workstreams.ts'
import type { Result } from '../../domain/result.ts'
import type { Language } from '../../words/words.ts'
import { askOnce } from '../importing/asking.ts'
import type { Source } from '../importing/reading.ts'

export interface DocumentRequest {
  readonly source: Source
  readonly language: Language
}

export type DocumentAnswer = Result<WorkstreamsProposal, DocumentProblem>

/** Throws when the worker can't be started or fails. */
export async function readDocument(request: DocumentRequest, signal: AbortSignal): Promise<DocumentAnswer> {
  return askOnce(new Worker(new URL('./document.worker.ts', import.meta.url), { type: 'module' }), request, signal)
}
