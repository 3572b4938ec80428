/** From a framework's coverage to a file: hides the worker that writes it, which is ended when nobody wants it any more. */

import type { CoverageContent } from '../../domain/coverage.ts'
import type { Day } from '../../domain/day.ts'
import type { Snapshot } from '../../domain/snapshot.ts'

export const FORMATS = ['docx', 'xlsx', 'csv'] as const
export type EvidenceFormat = (typeof FORMATS)[number]

export interface EvidenceRequest {
  /** Key of the framework. */
  readonly framework: string
  readonly coverages: readonly CoverageContent[]
  readonly snapshot: Snapshot
  readonly today: Day
  readonly format: EvidenceFormat
  readonly language: 'en' | 'cy'
}

const TYPES: Readonly<Record<EvidenceFormat, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv;charset=utf-8',
}

/** Throws when the worker can't be started, fails, or is stopped. */
export async function makeEvidenceFile(request: EvidenceRequest, signal: AbortSignal): Promise<Blob> {
  const worker = new Worker(new URL('./evidence.worker.ts', import.meta.url), { type: 'module' })
  const { promise, resolve, reject } = Promise.withResolvers<Uint8Array<ArrayBuffer>>()
  worker.addEventListener('message', ({ data }: MessageEvent<Uint8Array<ArrayBuffer>>) => resolve(data))
  worker.addEventListener('error', (event) => reject(new Error(event.message || 'the worker couldn’t be started')))
  signal.addEventListener('abort', () => reject(new Error('it was stopped')), { once: true })
  // A worker has no origin to name.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  worker.postMessage(request)
  try {
    return new Blob([await promise], { type: TYPES[request.format] })
  } finally {
    worker.terminate()
  }
}
