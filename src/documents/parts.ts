/**
 * Parts inside an action's details: `(a) … (b) …`, `1. … 2. …`, `(i) … (ii) …`. A reference to a part, as in "see
 * 1/19(a)", is none; one letter alone is none either.
 */

export interface WrittenPart {
  /** `a`, `1`, `ii`. */
  readonly letter: string
  readonly details: string
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

/** The words before the first part, and the parts. Words without a lead are left whole: an action says what it is. */
export function splitParts(text: string): { readonly details: string; readonly parts: readonly WrittenPart[] } {
  for (const { mark, order } of SCHEMES) {
    const found: { start: number; end: number; letter: string }[] = []
    for (const match of text.matchAll(mark)) {
      const letter = match[1] ?? ''
      const end = match.index + match[0].length
      if (letter !== order[found.length] || !beginsPart(text, match.index, end, letter)) continue
      found.push({ start: match.index, end, letter })
    }
    const details = trimmed(text.slice(0, found[0]?.start))
    const parts = found.map(({ end, letter }, index) => ({
      letter,
      details: trimmed(text.slice(end, found[index + 1]?.start)),
    }))
    if (parts.length >= 2 && details !== '' && parts.every((part) => part.details !== '')) return { details, parts }
  }
  return { details: text, parts: [] }
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
