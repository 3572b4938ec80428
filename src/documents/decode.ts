/**
 * From a file's bytes to its text: UTF-8, UTF-16 as Excel's "Unicode Text" has it, else the Western code page that
 * Windows programs save in. Says what a file is that is no text, so that a person knows what to do instead.
 */

import { accept, type Result } from '../domain/result.ts'
import { LARGEST_TEXT, type DocumentProblem } from './table.ts'

/** Of the Encoding Standard, which browsers and Node both have; this room's types know neither. */
declare class TextDecoder {
  constructor(label: string, options?: { fatal?: boolean })
  decode(bytes: Uint8Array): string
}

/** UTF-16 has two bytes a character. */
export const LARGEST_FILE = 2 * LARGEST_TEXT

const MAGIC: readonly (readonly [code: 'office' | 'binary', bytes: readonly number[]])[] = [
  ['office', [0x50, 0x4b, 0x03, 0x04]],
  ['office', [0xd0, 0xcf, 0x11, 0xe0]],
  ['binary', [0x25, 0x50, 0x44, 0x46]],
]

// oxlint-disable-next-line no-control-regex -- characters that no program saves in a text
const NO_TEXT = /[\u0000-\u0008\u000E-\u001A\u001C-\u001F]/u

export function decodeDocument(bytes: Uint8Array): Result<string, DocumentProblem> {
  const fail = (code: DocumentProblem['code']) => ({ ok: false, error: { code } }) as const
  if (bytes.length === 0) return fail('empty')
  if (bytes.length > LARGEST_FILE) return fail('tooLarge')
  const magic = MAGIC.find(([, start]) => start.every((byte, index) => bytes[index] === byte))
  if (magic) return fail(magic[0])
  const text = decode(bytes)
  if (NO_TEXT.test(text)) return fail('binary')
  return accept(text)
}

function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
