/**
 * Parts inside an action's details: `(a) … (b) …`, `1. … 2. …`, `(i) … (ii) …`. A reference to a part, as in "see
 * 1/19(a)", is none; one letter alone is none either.
 */

import { readNote, type Note } from './note.ts'

export interface WrittenPart {
  /** `a`, `1`, `ii`. */
  readonly letter: string
  readonly details: string
  /** What it says of itself in brackets at its end, taken off the details. */
  readonly note?: Note
}

export interface WrittenDetails {
  readonly details: string
  readonly note?: Note
  readonly parts: readonly WrittenPart[]
}

const LETTERS = Array.from('abcdefghijklmnopqrstuvwxyz')
const NUMBERS = LETTERS.map((_, index) => String(index + 1))
const ROMAN = 'i ii iii iv v vi vii viii ix x'.split(' ')

/** Ways of lettering: how a mark is written, and the order that its labels must follow. */
const SCHEMES: readonly { readonly mark: RegExp; readonly order: readonly string[] }[] = [
  { mark: /(?<=^|\s)\(([a-z])\)\s*/gu, order: LETTERS },
  { mark: /(?<=^|\s)\((\d{1,2})\)\s*/gu, order: NUMBERS },
  { mark: /(?<=^|\s)\(([ivx]{1,4})\)\s*/gu, order: ROMAN },
  { mark: /(?<=^|\n)([a-z])[.)]\s+/gu, order: LETTERS },
  { mark: /(?<=^|\s)(\d{1,2})[.)]\s+/gu, order: NUMBERS },
]
/** Each on a line of its own, which nobody does by chance: one alone, or with gaps where a part was taken out. */
const OWN_LINES = /(?<=\n)\(([a-z]|\d{1,2}|[ivx]{1,4})\)\s+/gu

/** The words before the first part, and the parts. Words without a lead are left whole: an action says what it is. */
export function splitParts(text: string): WrittenDetails {
  for (const { mark, order } of SCHEMES) {
    const found: { start: number; end: number; letter: string }[] = []
    for (const match of text.matchAll(mark)) {
      const letter = match[1] ?? ''
      const end = match.index + match[0].length
      if (letter !== order[found.length] || !beginsPart(text, match.index, end, letter)) continue
      found.push({ start: match.index, end, letter })
    }
    const split = splitAt(text, found)
    if (found.length >= 2 && split) return split
  }
  const lines = [...text.matchAll(OWN_LINES)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    letter: match[1] ?? '',
  }))
  const isOnce = new Set(lines.map((line) => line.letter)).size === lines.length
  const split = isOnce && lines.length > 0 ? splitAt(text, lines) : null
  return split ?? { ...noted(text), parts: [] }
}

interface Mark {
  readonly start: number
  readonly end: number
  readonly letter: string
}

/** Null where the lead or a part would have no words. */
function splitAt(text: string, marks: readonly Mark[]): WrittenDetails | null {
  const lead = noted(trimmed(text.slice(0, marks[0]?.start)))
  const parts = marks.map(({ end, letter }, index) => ({
    letter,
    ...noted(trimmed(text.slice(end, marks[index + 1]?.start))),
  }))
  return lead.details !== '' && parts.every((part) => part.details !== '') ? { ...lead, parts } : null
}

function noted(words: string): Pick<WrittenPart, 'details' | 'note'> {
  const { text, note } = readNote(words)
  return note ? { details: text, note } : { details: words }
}

/** At the start of a paragraph or after a stop; letters also before a capital: "levels of accuracy (b) To include". */
function beginsPart(text: string, start: number, end: number, letter: string): boolean {
  const before = text.slice(0, start)
  if (before === '' || before.endsWith('\n') || /[;:.,)?!–—-]\s*$/u.test(before.slice(-3))) return true
  return /\D/u.test(letter) && /^[\p{Lu}⟦]/u.test(text.slice(end, end + 2))
}

function trimmed(words: string): string {
  return words.trim().replace(/\s*[;,]+$/u, '')
}
