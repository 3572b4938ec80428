/** Asks the worker for what is in a list of accounts. Hides that it runs elsewhere and may have to be ended. */

import type { readAccountList } from '../../documents/accountlist.ts'

export type ReadList = ReturnType<typeof readAccountList>

/** What is hostile is refused by itself within ten seconds; this is for what nobody thought of. */
const LONGEST_MILLISECONDS = 15_000

/** Throws when the worker can't be started. */
export async function readAccounts(file: File): Promise<ReadList> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const worker = new Worker(new URL('./accounts.worker.ts', import.meta.url), { type: 'module' })
  const { promise, resolve, reject } = Promise.withResolvers<ReadList>()
  const timer = setTimeout(() => resolve({ ok: false, error: { code: 'tooSlow' } }), LONGEST_MILLISECONDS)
  worker.addEventListener('message', ({ data }: MessageEvent<ReadList>) => resolve(data))
  worker.addEventListener('error', (event) => reject(new Error(event.message || 'the worker couldn’t be started')))
  // A worker has no origin to name.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  worker.postMessage({ name: file.name, bytes })
  try {
    return await promise
  } finally {
    clearTimeout(timer)
    worker.terminate()
  }
}
