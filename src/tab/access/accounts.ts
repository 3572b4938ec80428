/** Asks a worker for what is in a list of accounts. */

import type { readAccountList } from '../../documents/accountlist.ts'
import { askOnce } from '../importing/asking.ts'

export type ReadList = ReturnType<typeof readAccountList>

/** Throws when the worker can't be started. */
export async function readAccounts(file: File): Promise<ReadList> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const worker = new Worker(new URL('./accounts.worker.ts', import.meta.url), { type: 'module' })
  return askOnce(worker, { name: file.name, bytes })
}
