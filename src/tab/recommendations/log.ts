/**
 * Asks a worker what a log of recommendations holds. What comes back has been
 * compared with the register already: only what is new in it is brought in.
 */

import type { Comparison, RegisterEntry } from '../../documents/edition.ts'
import type { RecommendationsProposal } from '../../documents/recommendation.ts'
import type { DocumentProblem } from '../../documents/table.ts'
import type { Day } from '../../domain/day.ts'
import type { Organisation, Post } from '../../domain/group.ts'
import type { Result } from '../../domain/result.ts'
import type { Language } from '../../words/words.ts'
import { askOnce } from '../importing/asking.ts'
import type { Source } from '../importing/reading.ts'

export interface LogRequest {
  readonly source: Source
  /** What the log is called, as people will read it. */
  readonly document: string
  readonly register: readonly RegisterEntry[]
  readonly organisations: readonly Organisation[]
  readonly posts: readonly Post[]
  readonly today: Day
  /** The day of the edition, where somebody told it. */
  readonly day: Day | null
  readonly language: Language
}

export interface Log {
  readonly proposal: RecommendationsProposal
  readonly comparison: Comparison
}

export type LogAnswer = Result<Log, DocumentProblem>

/** Throws when the worker can't be started or fails. */
export async function readLog(request: LogRequest, signal: AbortSignal): Promise<LogAnswer> {
  return askOnce(new Worker(new URL('./log.worker.ts', import.meta.url), { type: 'module' }), request, signal)
}
