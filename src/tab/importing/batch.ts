/**
 * The identity of an import: the same document for the same group is the same import, so that one that was cut off, or
 * brought in again by mistake, adds nothing twice.
 */

import type { CommandId } from '../../domain/command.ts'
import type { Source } from './reading.ts'

/** 22 characters of base64url. */
export async function makeBatch(group: string, source: Pick<Source, 'content'>): Promise<string> {
  const content = typeof source.content === 'string' ? new TextEncoder().encode(source.content) : source.content
  const prefix = new TextEncoder().encode(`${group}\n`)
  const bytes = new Uint8Array(prefix.length + content.length)
  bytes.set(prefix)
  bytes.set(content, prefix.length)
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return btoa(String.fromCodePoint(...digest))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .slice(0, 22)
}

/** The id of the command that a document's row becomes. */
export function makeCommandId(batch: string, index: number): CommandId {
  return `${batch}-${index}`
}
