/**
 * Asks the worker for the review of a document. Hides that it runs elsewhere and may have to be ended: then the answer
 * is a refusal like any other, and the next question starts a new worker.
 */

import type { DocumentProblem } from '../../documents/table.ts'
import type { ImportOptions } from '../../documents/tracker.ts'
import type { Result } from '../../domain/result.ts'
import type { Language } from '../../words/words.ts'
import type { Review } from './review.ts'

/** A document as it was given. */
export interface Source {
  /** Tells one document from the next. */
  readonly id: number
  /** Of a file; null for what was pasted. */
  readonly name: string | null
  readonly content: string | Uint8Array
  readonly type: 'text' | 'html' | 'unknown'
}

export interface ReadOptions extends Omit<ImportOptions, 'words'> {
  readonly language: Language
}

export interface ReadRequest {
  readonly id: number
  readonly source: Source
  readonly options: ReadOptions
}

export interface ReadAnswer {
  readonly id: number
  readonly review: Result<Review, DocumentProblem>
}

export interface Reader {
  read(source: Source, options: ReadOptions): Promise<Result<Review, DocumentProblem>>
  close(): void
}

const LONGEST_MILLISECONDS = 30_000

export function openReader(): Reader {
  let worker: Worker | null = null
  let asked = 0

  const end = (): void => {
    worker?.terminate()
    worker = null
  }

  return {
    async read(source, options) {
      worker ??= new Worker(new URL('./reading.worker.ts', import.meta.url), { type: 'module' })
      const current = worker
      asked += 1
      const request: ReadRequest = { id: asked, source, options }
      const { promise, resolve, reject } = Promise.withResolvers<ReadAnswer['review']>()
      const listening = new AbortController()
      const timer = setTimeout(() => {
        end()
        resolve({ ok: false, error: { code: 'tooLarge' } })
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
