/**
 * Papers that a page takes out, as files: which there are, in which formats, and the worker that writes one beside the
 * page and is ended when somebody no longer wants it.
 */

import type { CoverageContent } from '../../domain/coverage.ts'
import type { CoveringGround } from '../../domain/covering.ts'
import type { Day } from '../../domain/day.ts'
import type { Framework } from '../../domain/framework.ts'
import type { ListedBook } from '../../domain/incidenttable.ts'
import type { Report } from '../../domain/report.ts'
import type { Snapshot } from '../../domain/snapshot.ts'

export const PAPER_FORMATS = ['docx', 'pdf', 'xlsx', 'csv'] as const
export type PaperFormat = (typeof PAPER_FORMATS)[number]

/** What a paper is made of. */
export type PaperSource =
  | { readonly kind: 'report'; readonly report: Report; readonly snapshot: Snapshot }
  | {
      readonly kind: 'evidence'
      readonly framework: Framework
      readonly coverages: readonly CoverageContent[]
      readonly ground: CoveringGround
      readonly today: Day
    }
  | {
      readonly kind: 'incidents'
      readonly book: ListedBook
      readonly snapshot: Snapshot
      readonly since: Day
      readonly today: Day
    }

export interface PaperRequest {
  readonly source: PaperSource
  readonly format: PaperFormat
  readonly language: 'en' | 'cy'
}

const TYPES: Readonly<Record<PaperFormat, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv;charset=utf-8',
}

/** What the worker says: the file, or how much of it is written, 0 to 1. */
export type PaperMessage = Uint8Array<ArrayBuffer> | number

/**
 * Throws when the worker can't be started, fails, or is stopped.
 *
 * @param onProgress told how much is written, where it takes long enough to tell
 */
export async function makePaperFile(
  request: PaperRequest,
  signal: AbortSignal,
  onProgress: (share: number) => void,
): Promise<Blob> {
  const worker = new Worker(new URL('./paper.worker.ts', import.meta.url), { type: 'module' })
  const { promise, resolve, reject } = Promise.withResolvers<Uint8Array<ArrayBuffer>>()
  worker.addEventListener('message', ({ data }: MessageEvent<PaperMessage>) =>
    typeof data === 'number' ? onProgress(data) : resolve(data),
  )
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
