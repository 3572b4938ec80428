/**
 * The zip archive that a Word or Excel file is, opened as a stranger's: it is fed to the unpacker in small pieces, and
 * what really comes out is counted, whatever its sizes claim. Nothing is unpacked that nobody asked for, nothing is
 * kept, and an archive inside is never opened.
 */

import { Unzip, UnzipInflate, type UnzipFile } from 'fflate'
import { Unreadable, type Limits } from '../table.ts'

export interface Package {
  /** Names of its parts, as people see them; never with `..`. */
  readonly names: readonly string[]
  has(name: string): boolean
  /** Unpacks one part, piece by piece. */
  read(name: string, take: (piece: Uint8Array) => void): void
}

/** At a ratio of 1,000, which is the most there is, a piece becomes 4 MB before anybody can count it. */
const PIECE = 4096
/** Below this, a high ratio is a few repeated words. */
const HARMLESS = 2_000_000

export function openPackage(bytes: Uint8Array, limits: Limits): Package {
  const parts = new Map<string, string>()
  let inflated = 0

  const walk = (onFile: (file: UnzipFile, fed: () => number) => void, until: () => boolean): void => {
    let fed = 0
    const unzip = new Unzip((file) => onFile(file, () => fed))
    unzip.register(UnzipInflate)
    try {
      for (let at = 0; at < bytes.length && !until(); at += PIECE) {
        const end = Math.min(at + PIECE, bytes.length)
        fed = end
        unzip.push(bytes.subarray(at, end), end === bytes.length)
      }
    } catch (error) {
      throw error instanceof Unreadable ? error : new Unreadable('damaged')
    }
  }

  let seen = 0
  walk(
    ({ name }) => {
      seen += 1
      if (seen > limits.entries) throw new Unreadable('unpacksTooFar')
      const clean = name.replaceAll('\\', '/')
      if (!isSafe(clean)) throw new Unreadable('unsafe')
      if (isArchive(clean)) throw new Unreadable('archive')
      if (clean.endsWith('/')) return
      // Of two parts with one name, programs read one or the other.
      if (parts.has(keyOf(clean))) throw new Unreadable('unsafe')
      parts.set(keyOf(clean), name)
    },
    () => false,
  )
  if (parts.size === 0) throw new Unreadable('damaged')

  return {
    names: [...parts.values()],
    has: (name) => parts.has(keyOf(name)),
    read(name, take) {
      const wanted = parts.get(keyOf(name))
      if (wanted === undefined) throw new Unreadable('damaged')
      let done = false
      walk(
        (file, fed) => {
          if (file.name !== wanted) return
          const before = Math.max(0, fed() - PIECE)
          let here = 0
          file.ondata = (error, piece, final) => {
            // What is thrown below, while a piece is taken, comes back here too.
            if (error) throw error
            here += piece.length
            inflated += piece.length
            const packed = fed() - before
            if (inflated > limits.inflated || (here > HARMLESS && here > packed * limits.ratio)) {
              throw new Unreadable('unpacksTooFar')
            }
            take(piece)
            done ||= final
          }
          file.start()
        },
        () => done,
      )
      if (!done) throw new Unreadable('damaged')
    },
  }
}

/** Names of parts are the same whatever their case (ECMA-376-2, 6.2.2.3). */
function keyOf(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\/+/u, '').toLowerCase()
}

function isSafe(name: string): boolean {
  return !/^\/|^[a-z]:|(?:^|\/)\.\.(?:\/|$)|\0/iu.test(name)
}

/** Charts and pasted sheets keep their own workbook under `embeddings`: those are reported, and stay closed. */
function isArchive(name: string): boolean {
  if (/(?:^|\/)embeddings\//iu.test(name)) return false
  return /\.(?:zip|7z|rar|gz|tgz|bz2|xz|tar|cab|jar|docx|docm|xlsx|xlsm|xlsb|pptx)$/iu.test(name)
}
