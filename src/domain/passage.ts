/**
 * Text with withheld passages in it. What was withheld is never there: a passage keeps only the words that stand in
 * its place, between `⟦` and `⟧`, so that it survives every list, cell and export as it is.
 *
 *   'Organise a meeting ⟦Sensitive and irrelevant⟧'
 */

const OPEN = '⟦'
const CLOSE = '⟧'
const WITHHELD = /⟦([^⟦⟧]*)⟧/gu

export interface Passage {
  readonly text: string
  readonly withheld: boolean
}

export const WITHHOLDINGS = ['none', 'partly', 'whole'] as const
export type Withholding = (typeof WITHHOLDINGS)[number]

/** Splits a text into what may be read and what stands in a withheld passage's place, in order. */
export function parsePassages(text: string): Passage[] {
  const passages: Passage[] = []
  let from = 0
  for (const match of text.matchAll(WITHHELD)) {
    if (match.index > from) passages.push({ text: text.slice(from, match.index), withheld: false })
    passages.push({ text: match[1] ?? '', withheld: true })
    from = match.index + match[0].length
  }
  if (from < text.length) passages.push({ text: text.slice(from), withheld: false })
  return passages
}

/** Marks words as standing in the place of a withheld passage. */
export function makeWithheld(words: string): string {
  return OPEN + words.replaceAll(OPEN, '').replaceAll(CLOSE, '') + CLOSE
}

/** How much of a text is withheld. White space alone doesn't make a text readable. */
export function withholdingOf(text: string): Withholding {
  const passages = parsePassages(text).filter((passage) => passage.withheld || passage.text.trim() !== '')
  if (!passages.some((passage) => passage.withheld)) return 'none'
  return passages.every((passage) => passage.withheld) ? 'whole' : 'partly'
}

/**
 * The beginning of a long text, to the end of a word, with `…`; a withheld passage stays whole. Shorter ones stay as
 * they are.
 *
 * @param longest in characters
 */
export function shorten(text: string, longest: number): string {
  let [short, room] = ['', longest]
  for (const { text: piece, withheld } of parsePassages(text)) {
    if (!withheld && piece.length > room) {
      const end = Math.max(piece.lastIndexOf(' ', room), piece.lastIndexOf('\n', room))
      return `${short}${piece.slice(0, end > 0 ? end : room).replace(/[\s,;:–-]+$/u, '')}…`
    }
    if (withheld && piece.length > room && short !== '') return `${short.trimEnd()}…`
    short += withheld ? makeWithheld(piece) : piece
    room -= piece.length
  }
  return text
}

/** The text with its marks taken away: the words that stand in a passage's place are left, unmarked. */
export function plainText(text: string): string {
  return text.replace(WITHHELD, '$1')
}
