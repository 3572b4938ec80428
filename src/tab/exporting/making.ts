/**
 * From a register to a file among the person's downloads. Hides the worker that makes it and how a page hands a file
 * over. Nothing of it is kept in the page.
 */

import type { ActionId, Update } from '../../domain/action.ts'
import type { Day } from '../../domain/day.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import type { Language } from '../../words/words.ts'

export interface MakeRequest {
  readonly snapshot: Snapshot
  readonly histories: ReadonlyMap<ActionId, readonly Update[]>
  readonly format: 'docx' | 'xlsx'
  readonly language: Language
  readonly today: Day
  readonly actions: readonly ActionId[]
  readonly colours: boolean
}

const TYPES: Readonly<Record<MakeRequest['format'], string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** Throws when the worker can't be started or fails. */
export async function makeFile(request: MakeRequest): Promise<Blob> {
  const worker = new Worker(new URL('./export.worker.ts', import.meta.url), { type: 'module' })
  const { promise, resolve, reject } = Promise.withResolvers<Uint8Array<ArrayBuffer>>()
  worker.addEventListener('message', ({ data }: MessageEvent<Uint8Array<ArrayBuffer>>) => resolve(data))
  worker.addEventListener('error', (event) => reject(new Error(event.message || 'the worker couldn’t be started')))
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
