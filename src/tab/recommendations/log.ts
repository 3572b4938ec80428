/**
 * Asks a worker what a log of recommendations holds, and ends it when it takes too long. What comes back has been
 * compared with the register already: only what is new in it is brought in.
 */

import type { Comparison, RegisterEntry } from '../../documents/edition.ts'
import type { RecommendationsProposal } from '../../documents/recommendation.ts'
import type { DocumentProblem } from '../../documents/table.ts'
import type { Day } from '../../domain/day.ts'
import type { Organisation, Post } from '../../domain/group.ts'
import type { Result } from '../../domain/result.ts'
import type { Language } from '../../words/words.ts'
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

/** What is hostile is refused by itself within ten seconds; this is for what nobody thought of. */
const LONGEST_MILLISECONDS = 20_000

/** Throws when the worker can't be started or fails. */
export async function readLog(request: LogRequest, signal: AbortSignal): Promise<LogAnswer> {
  const worker = new Worker(new URL('./log.worker.ts', import.meta.url), { type: 'module' })
  const { promise, resolve, reject } = Promise.withResolvers<LogAnswer>()
  const timer = setTimeout(() => resolve({ ok: false, error: { code: 'tooSlow' } }), LONGEST_MILLISECONDS)
  worker.addEventListener('message', ({ data }: MessageEvent<LogAnswer>) => resolve(data))
  worker.addEventListener('error', (event) => reject(new Error(event.message || 'the reader couldn’t be started')))
  signal.addEventListener('abort', () => reject(new Error('it was stopped')), { once: true })
  // A worker has no origin to name.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  worker.postMessage(request)
  try {
    return await promise
  } finally {
    clearTimeout(timer)
    worker.terminate()
  }
}
