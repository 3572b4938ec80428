/**
 * Writes the end of the chain to a place outside, again and again: what stands there can't be cut off here unseen. The
 * place is a folder, where each head is a file of its own that is never written over, or an https address that each is
 * posted to. Ids and hashes only; of several instances one writes.
 */

import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ChainHead } from '../../chain/head.ts'
import type { Configuration } from '../configuration.ts'
import type { Database } from '../database/database.ts'
import { traceOf, type Log } from '../log.ts'
import type { Audit } from './audit.ts'

export interface HeadsOptions {
  readonly audit: Pick<Audit, 'head'>
  readonly database: Pick<Database, 'query'>
  readonly place: NonNullable<Configuration['auditHead']>
  /** Reaches the address, where the place is one. */
  readonly fetch: typeof fetch
  readonly log: Log
}

/** Between two looks whether it is time. */
const LOOK_EVERY_MS = 60_000
const PATIENCE_MS = 10_000

/** Returns what ends it, once it has finished writing. */
export function startSendingHeads(options: HeadsOptions): () => Promise<void> {
  let isOver = false
  let sending: Promise<unknown> = Promise.resolve()
  const look = (): void => {
    sending = sendHead(options)
      .catch((fault: unknown) => options.log({ level: 'error', event: 'auditHeadFault', ...traceOf(fault) }))
      .finally(() => {
        if (!isOver) timer = setTimeout(look, LOOK_EVERY_MS)
      })
  }
  let timer = setTimeout(look, 0)
  return async () => {
    isOver = true
    clearTimeout(timer)
    await sending
  }
}

/** Where it is time and there is something new. Throws where it couldn't be written: then it is tried again. */
export async function sendHead({ audit, database, place, fetch }: HeadsOptions): Promise<ChainHead | null> {
  const head = await audit.head()
  if (!head) return null
  const [before] = await database.query<{ sequence: string; at: string }>(
    'select sequence, at::text as at from matters.audit_head where place = $1',
    [place.name],
  )
  const taken = await database.query(
    `insert into matters.audit_head as known (place, sequence, at) values ($1, $2, now())
     on conflict (place) do update set sequence = $2, at = now()
     where known.sequence < $2 and known.at <= now() - make_interval(mins => $3) returning 1`,
    [place.name, head.sequence, place.everyMinutes],
  )
  if (taken.length === 0) return null
  try {
    await write(place.name, head, fetch)
  } catch (fault) {
    // It isn't there: whoever looks next tries again.
    await (before
      ? database.query('update matters.audit_head set sequence = $2, at = $3::text::timestamptz where place = $1', [
          place.name,
          Number(before.sequence),
          before.at,
        ])
      : database.query('delete from matters.audit_head where place = $1', [place.name]))
    throw fault
  }
  return head
}

/** The last one that was written to any place. */
export async function headOutside(
  database: Pick<Database, 'query'>,
): Promise<{ readonly sequence: number; readonly at: string } | null> {
  const [last] = await database.query<{ sequence: string; at: string }>(
    `select sequence, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
     from matters.audit_head order by at desc limit 1`,
  )
  return last ? { sequence: Number(last.sequence), at: last.at } : null
}

async function write(place: string, head: ChainHead, send: typeof fetch): Promise<void> {
  const text = `${JSON.stringify(head)}\n`
  if (!place.startsWith('https:') && !place.startsWith('http:')) {
    await mkdir(place, { recursive: true })
    // Sorted by name they stand in the order of the chain.
    const name = `audit-head-${String(head.sequence).padStart(12, '0')}.json`
    await writeFile(join(place, name), text, { flag: 'wx' })
    return
  }
  const answer = await send(place, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: text,
    signal: AbortSignal.timeout(PATIENCE_MS),
  })
  await answer.body?.cancel()
  if (!answer.ok) throw new Error(`the place of the audit's head answered ${answer.status}`)
}
