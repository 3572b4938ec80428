/**
 * Asks the worker for the review of a document. Hides that it runs elsewhere, is told of a document or a register only
 * once, and may have to be ended: then the answer is a refusal like any other, and the next question starts anew.
 */

import type { RegisterEntry } from '../../documents/edition.ts'
import type { DocumentProblem } from '../../documents/table.ts'
import type { Result } from '../../domain/result.ts'
import type { Language } from '../../words/words.ts'
import type { Review, ReviewOptions } from './review.ts'

/** A document as it was given. */
export interface Source {
  /** Tells one document from the next. */
  readonly id: number
  /** Of a file; null for what was pasted. */
  readonly name: string | null
  readonly content: string | Uint8Array
  readonly type: 'text' | 'html' | 'unknown'
}

/** The register as the reviewer sees it. */
export interface Known {
  /** Tells one state from the next. */
  readonly id: number
  readonly entries: readonly RegisterEntry[]
}

export interface ReadOptions extends Omit<ReviewOptions, 'words' | 'register'> {
  readonly language: Language
}

export interface ReadRequest {
  readonly id: number
  /** Null where the worker has been told of it. */
  readonly source: Source | null
  readonly known: Known | null
  readonly options: ReadOptions
}

export interface ReadAnswer {
  readonly id: number
  readonly review: Result<Review, DocumentProblem>
}

export interface Reader {
  read(source: Source, known: Known, options: ReadOptions): Promise<Result<Review, DocumentProblem>>
  close(): void
}

/** What is hostile is refused by itself within ten seconds; this is for what nobody thought of. */
const LONGEST_MILLISECONDS = 15_000

export function openReader(): Reader {
  let worker: Worker | null = null
  let told = { source: 0, known: 0 }
  let asked = 0

  const end = (): void => {
    worker?.terminate()
    worker = null
    told = { source: 0, known: 0 }
  }

  return {
    async read(source, known, options) {
      worker ??= new Worker(new URL('./reading.worker.ts', import.meta.url), { type: 'module' })
      const current = worker
      asked += 1
      const request: ReadRequest = {
        id: asked,
        source: told.source === source.id ? null : source,
        known: told.known === known.id ? null : known,
        options,
      }
      told = { source: source.id, known: known.id }
      const { promise, resolve, reject } = Promise.withResolvers<ReadAnswer['review']>()
      const listening = new AbortController()
      const timer = setTimeout(() => {
        end()
        resolve({ ok: false, error: { code: 'tooSlow' } })
      }, LONGEST_MILLISECONDS)
      current.addEventListener(
        'message',
        ({ data }: MessageEvent<ReadAnswer>) => {
          if (data.id === request.id) resolve(data.review)
        },
        { signal: listening.signal },
      )
      current.addEventListener(
        'error',
        (event) => {
          end()
          reject(new Error(event.message || 'the reader couldn’t be started'))
        },
        { signal: listening.signal },
      )
      // A worker has no origin to name.
      // oxlint-disable-next-line unicorn/require-post-message-target-origin
      current.postMessage(request)
      return promise.finally(() => {
        clearTimeout(timer)
        listening.abort()
      })
    },
    close: end,
  }
}
