/** From a report to a file: hides the worker that writes it, which is ended when somebody no longer wants it. */

import type { Report } from '../../domain/report.ts'
import type { Snapshot } from '../../domain/snapshot.ts'

export const FORMATS = ['docx', 'pdf', 'xlsx', 'csv'] as const
export type ReportFormat = (typeof FORMATS)[number]

export interface ReportRequest {
  readonly report: Report
  readonly snapshot: Snapshot
  readonly format: ReportFormat
  readonly language: 'en' | 'cy'
}

const TYPES: Readonly<Record<ReportFormat, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv;charset=utf-8',
}

/** Throws when the worker can't be started, fails, or is stopped. */
export async function makeReportFile(request: ReportRequest, signal: AbortSignal): Promise<Blob> {
  const worker = new Worker(new URL('./report.worker.ts', import.meta.url), { type: 'module' })
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
