/** Ids that follow from what they are of: whoever makes one of the same thing makes the same. */

import { createHash } from 'node:crypto'

/** 22 characters of base64url: a command's id, and a row's key. */
export function idOf(...about: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(about)).digest('base64url').slice(0, 22)
}

/** Of a whole content, to tell whether it is still the same. */
export function hashOf(content: string): string {
  return createHash('sha256').update(content).digest('base64url')
}
