/**
 * The identity of an import: the same document for the same group is the same import, and what it says is written under
 * the same ids, so that one that was cut off, or brought in again by mistake, adds nothing twice.
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
  return digest(bytes)
}

/** The id of a command that says this. */
export async function makeCommandId(text: string): Promise<CommandId> {
  return digest(new TextEncoder().encode(text))
}

async function digest(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return btoa(String.fromCodePoint(...hash))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .slice(0, 22)
}
