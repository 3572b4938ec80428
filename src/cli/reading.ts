/**
 * Has a file read where it can be ended: a thread of its own, with a time and a size that no tracker needs. What
 * breaks either is refused with a sentence, like any other file that can't be read.
 */

import { createReadStream } from 'node:fs'
import { Worker } from 'node:worker_threads'
import { LIMITS, type DocumentProblem } from '../documents/table.ts'
import type { MinutesProposal } from '../documents/minutes.ts'
import type { RecommendationsProposal } from '../documents/recommendation.ts'
import type { ImportProposal } from '../documents/tracker.ts'
import type { WorkstreamsProposal } from '../documents/workstreams.ts'
import type { Day } from '../domain/day.ts'
import type { Result } from '../domain/result.ts'

export const KINDS = ['tracker', 'minutes', 'recommendations', 'workstreams'] as const
export type DocumentKind = (typeof KINDS)[number]

export interface ReadRequest {
  readonly kind: DocumentKind
  readonly name: string
  readonly bytes: Uint8Array
  readonly today: Day
  /** Of updates that have none. */
  readonly day: Day | null
  /** Every mend that is proposed is taken. */
  readonly mend: boolean
}

export type ReadProposal =
  | { readonly kind: 'tracker'; readonly tracker: ImportProposal }
  | { readonly kind: 'minutes'; readonly minutes: MinutesProposal }
  | { readonly kind: 'recommendations'; readonly recommendations: RecommendationsProposal }
  | { readonly kind: 'workstreams'; readonly workstreams: WorkstreamsProposal }

/** What was read; null where the document holds tables, but no actions. */
export type ReadAnswer = Result<ReadProposal | null, DocumentProblem>

const LONGEST_MILLISECONDS = 30_000
/** Of what JavaScript keeps; the bytes themselves are capped by the readers. */
const MOST_MEGABYTES = 512

export async function readFile(request: ReadRequest): Promise<ReadAnswer> {
  const resourceLimits = { maxOldGenerationSizeMb: MOST_MEGABYTES }
  const worker = new Worker(new URL('reading.worker.ts', import.meta.url), { workerData: request, resourceLimits })
  const { promise, resolve, reject } = Promise.withResolvers<ReadAnswer>()
  const timer = setTimeout(() => resolve({ ok: false, error: { code: 'tooSlow' } }), LONGEST_MILLISECONDS)
  worker.once('message', resolve)
  worker.once('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') resolve({ ok: false, error: { code: 'unpacksTooFar' } })
    else reject(error)
  })
  try {
    return await promise
  } finally {
    clearTimeout(timer)
    await worker.terminate()
  }
}

/** The bytes of a file, no more than could be read: what has no end has none here either. Null where there are none. */
export async function readBytes(file: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const chunks: Buffer[] = []
  try {
    for await (const chunk of createReadStream(file, { end: LIMITS.file })) chunks.push(chunk as Buffer)
  } catch {
    return null
  }
  return new Uint8Array(Buffer.concat(chunks))
}
