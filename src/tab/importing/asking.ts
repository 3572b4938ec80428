/** Asks a worker one question and ends it with the answer, when it takes too long, or when nobody waits any more. */

import type { DocumentProblem } from '../../documents/table.ts'
import type { Result } from '../../domain/result.ts'

/** What is hostile is refused by itself within ten seconds; this is for what nobody thought of. */
const LONGEST_MILLISECONDS = 20_000

/** Throws when the worker can't be started or fails, and when it is stopped. */
export async function askOnce<Value>(
  worker: Worker,
  request: unknown,
  signal?: AbortSignal,
): Promise<Result<Value, DocumentProblem>> {
  const { promise, resolve, reject } = Promise.withResolvers<Result<Value, DocumentProblem>>()
  const timer = setTimeout(() => resolve({ ok: false, error: { code: 'tooSlow' } }), LONGEST_MILLISECONDS)
  worker.addEventListener('message', ({ data }: MessageEvent<Result<Value, DocumentProblem>>) => resolve(data))
  worker.addEventListener('error', (event) => reject(new Error(event.message || 'the reader couldn’t be started')))
  signal?.addEventListener('abort', () => reject(new Error('it was stopped')), { once: true })
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
