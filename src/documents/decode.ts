/**
 * What a file is, by its first bytes and never by its name; and from a text's bytes to its characters: UTF-8, UTF-16
 * with or without its mark, else the Western code page that Windows programs save in. Says what a file is that can't be
 * read, so that a person knows what to do instead.
 */

import { Unreadable, type DocumentProblemCode } from './table.ts'

/** Of the Encoding Standard, which browsers and Node both have; this room's types know neither. */
declare class TextDecoder {
  constructor(label: string, options?: { fatal?: boolean })
  decode(bytes: Uint8Array): string
}

const ZIP = [0x50, 0x4b, 0x03, 0x04]
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0]

/** Formats that people do send, and what they are called where they can't be read. */
const MAGIC: readonly (readonly [bytes: readonly number[], code: DocumentProblemCode, format: string])[] = [
  [[0x25, 0x50, 0x44, 0x46], 'otherFormat', 'PDF'],
  [[0x7b, 0x5c, 0x72, 0x74, 0x66], 'otherFormat', 'RTF'],
  [[0x89, 0x50, 0x4e, 0x47], 'otherFormat', 'PNG'],
  [[0xff, 0xd8, 0xff], 'otherFormat', 'JPEG'],
  [[0x50, 0x4b, 0x05, 0x06], 'empty', ''],
  [[0x1f, 0x8b], 'archive', ''],
  [[0x37, 0x7a, 0xbc, 0xaf], 'archive', ''],
  [[0x52, 0x61, 0x72, 0x21], 'archive', ''],
]

/** Whether a file is a package of Office. Refuses what is neither that nor perhaps text. */
export function isPackage(bytes: Uint8Array): boolean {
  const starts = (magic: readonly number[]): boolean => magic.every((byte, index) => bytes[index] === byte)
  if (starts(ZIP)) return true
  if (starts(COMPOUND)) throw new Unreadable(holdsEncrypted(bytes) ? 'encrypted' : 'oldOffice')
  const other = MAGIC.find(([magic]) => starts(magic))
  if (other) throw new Unreadable(other[1], { format: other[2] })
  return false
}

/** A document with a password is a compound file with a stream of this name (MS-OFFCRYPTO 2.3.4.4). */
function holdsEncrypted(bytes: Uint8Array): boolean {
  const name = Array.from('EncryptedPackage', (letter) => letter.charCodeAt(0))
  const limit = Math.min(bytes.length, 4_000_000) - 2 * name.length
  for (let at = 0; at <= limit; at += 2) {
    if (bytes[at] === 0x45 && name.every((code, index) => bytes[at + 2 * index] === code)) return true
  }
  return false
}

// oxlint-disable-next-line no-control-regex -- characters that no program saves in a text
const NO_TEXT = /[\u0000-\u0008\u000E-\u001A\u001C-\u001F]/u

export function decodeText(bytes: Uint8Array): string {
  const text = decode(bytes)
  if (NO_TEXT.test(text)) throw new Unreadable('binary')
  return text
}

function decode(bytes: Uint8Array): string {
  const label = utf16Of(bytes)
  if (label) return new TextDecoder(label).decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** By its mark; without one by its zeros, for most characters of a table are Latin. */
function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const sample = bytes.subarray(0, 400)
  const zeros = [0, 0]
  for (const [index, byte] of sample.entries()) if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  const enough = sample.length * 0.3
  if (bytes.length % 2 !== 0 || even + odd < enough) return null
  return odd > even * 4 ? 'utf-16le' : even > odd * 4 ? 'utf-16be' : null
}
