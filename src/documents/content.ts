/**
 * What a document is made of, before anybody looks for tables or sentences in it: a package of Office, or text that was
 * decoded; and the one way in which what can't be read is told.
 */

import { accept, type Result } from '../domain/result.ts'
import { decodeText, isPackage } from './decode.ts'
import { Unreadable, type DocumentProblem, type Limits } from './table.ts'

export type Content =
  | { readonly kind: 'package'; readonly bytes: Uint8Array }
  | { readonly kind: 'text'; readonly text: string }

/** Throws `Unreadable` for what is empty, too large, or no text although it is no package. */
export function openContent(bytes: Uint8Array, limits: Limits): Content {
  if (bytes.length === 0) throw new Unreadable('empty')
  if (bytes.length > limits.file) throw new Unreadable('tooLarge', { longest: limits.text })
  if (isPackage(bytes)) return { kind: 'package', bytes }
  // UTF-16 has two bytes a character.
  if (bytes.length > 2 * limits.text) throw new Unreadable('tooLarge', { longest: limits.text })
  return { kind: 'text', text: checkText(decodeText(bytes), limits) }
}

/** The text without the mark of its encoding. Throws `Unreadable` as above. */
export function checkText(given: string, limits: Limits): string {
  const text = given.replace(/^\uFEFF/u, '')
  if (text.length > limits.text) throw new Unreadable('tooLarge', { longest: limits.text })
  if (text.trim() === '') throw new Unreadable('empty')
  if (text.startsWith('PK\u0003\u0004') || text.includes('\u0000')) throw new Unreadable('binary')
  return text
}

/** What is thrown as unreadable, as a value. */
export function orProblem<Value>(read: () => Value): Result<Value, DocumentProblem> {
  try {
    return accept(read())
  } catch (error) {
    if (error instanceof Unreadable) return { ok: false, error: error.problem }
    throw error
  }
}
