/**
 * From what a page shows to a file among the person's downloads. Hides the worker that writes it beside the page and is
 * ended when somebody no longer wants it, and how a page hands a file over. Nothing of it is kept in the page.
 */

import type { FileMessage, FileRequest, PaperFormat } from './papers.ts'

const TYPES: Readonly<Record<PaperFormat, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv;charset=utf-8',
}

/**
 * Throws when the worker can't be started, fails, or is stopped.
 *
 * @param onProgress told how much is written: 0 to 1
 */
export async function makeFile(
  request: FileRequest,
  signal: AbortSignal,
  onProgress: (share: number) => void,
): Promise<Blob> {
  signal.throwIfAborted()
  const worker = new Worker(new URL('./file.worker.ts', import.meta.url), { type: 'module' })
  const { promise, resolve, reject } = Promise.withResolvers<Uint8Array<ArrayBuffer>>()
  worker.addEventListener('message', ({ data }: MessageEvent<FileMessage>) =>
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

/** Browsers read the address after the click has been answered. */
const ADDRESS_MS = 60_000

export function download(file: Blob, name: string): void {
  const address = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), ADDRESS_MS)
}
