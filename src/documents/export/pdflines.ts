/**
 * Words of a cell broken into lines of a width, each piece of a line in its place. Hides how words are measured (once
 * each: a register says the same ones again and again), and what is drawn for a character that the font hasn't got.
 */

import type { Cell } from './cell.ts'

export interface Piece {
  readonly text: string
  readonly isWithheld: boolean
  /** From the line's beginning. */
  readonly x: number
  readonly width: number
}

export type Line = readonly Piece[]

/** A font at a size. */
export interface Face {
  widthOf(text: string): number
  has(codePoint: number): boolean
}

interface Fragment {
  readonly text: string
  readonly isWithheld: boolean
}

/** What stands between two spaces; of more than one fragment where a withheld passage begins or ends within it. */
interface Word {
  readonly fragments: readonly Fragment[]
  /** The rest of one that was too long for a line. */
  readonly goesOn: boolean
}

/** Words that are on a line together. */
interface Filled {
  readonly words: readonly Word[]
  readonly indent: number
}

/** Nothing of it is seen: soft hyphens, joiners, selectors, marks of direction. */
const UNSEEN = /\p{Cf}|\p{Variation_Selector}/gu
const LIKE: Readonly<Record<string, string>> = { '█': '■', '☒': '[x]', '◐': '●', '⊗': '×' }
const UNKNOWN = '□'

export class LineMaker {
  readonly #face: Face
  readonly #widths = new Map<string, number>()
  readonly #drawn = new Map<string, string>()

  constructor(face: Face) {
    this.#face = face
  }

  /** @param indent of the first line, for what is drawn before it */
  lines(cell: Cell, width: number, indent = 0): Line[] {
    const lines = cell.flatMap((paragraph, index) => {
      const fragments = paragraph.map(({ text, as }) => ({ text: this.drawn(text), isWithheld: as === 'withheld' }))
      return this.#fill(wordsOf(fragments), width, index === 0 ? indent : 0)
    })
    return lines.map(({ words, indent }, index) => this.#place(words, indent, lines[index + 1]))
  }

  /** Whether something else is drawn than what is said. */
  isOther(text: string): boolean {
    return this.drawn(text) !== text.replaceAll(UNSEEN, '')
  }

  drawn(text: string): string {
    const seen = text.replaceAll(UNSEEN, '')
    if (/^[\t\n -~]*$/u.test(seen)) return seen
    return Array.from(seen, (character) => this.#draw(character)).join('')
  }

  width(text: string): number {
    let width = this.#widths.get(text)
    if (width === undefined) {
      width = this.#face.widthOf(text)
      this.#widths.set(text, width)
    }
    return width
  }

  #draw(character: string): string {
    let drawn = this.#drawn.get(character)
    if (drawn === undefined) {
      const isThere = /\s/u.test(character) || this.#face.has(character.codePointAt(0) ?? 0)
      drawn = isThere ? character : (LIKE[character] ?? UNKNOWN)
      this.#drawn.set(character, drawn)
    }
    return drawn
  }

  #fill(words: readonly Word[], width: number, indent: number): Filled[] {
    const lines: Filled[] = []
    let line: Word[] = []
    let used = indent
    for (const word of words.flatMap((each) => this.#broken(each, width - indent))) {
      const wide = this.#wide(word)
      const space = line.length > 0 && !word.goesOn ? this.width(' ') : 0
      if (line.length > 0 && used + space + wide > width) {
        lines.push({ words: line, indent: lines.length === 0 ? indent : 0 })
        line = []
        used = 0
      }
      used += (line.length > 0 ? space : 0) + wide
      line.push(word)
    }
    return [...lines, { words: line, indent: lines.length === 0 ? indent : 0 }]
  }

  #wide({ fragments }: Word): number {
    return fragments.reduce((sum, { text }) => sum + this.width(text), 0)
  }

  /** A word that is longer than a line, an address say, goes on in the next. */
  #broken(word: Word, width: number): Word[] {
    if (this.#wide(word) <= width) return [word]
    const pieces: Fragment[] = []
    for (const { text, isWithheld } of word.fragments) {
      let piece = ''
      let used = 0
      for (const character of text) {
        const wide = this.width(character)
        if (piece !== '' && used + wide > width) {
          pieces.push({ text: piece, isWithheld })
          piece = ''
          used = 0
        }
        piece += character
        used += wide
      }
      pieces.push({ text: piece, isWithheld })
    }
    return pieces.map((piece, index) => ({ fragments: [piece], goesOn: index > 0 }))
  }

  /**
   * As few pieces as there are changes of what they are; a space between two belongs to what isn't withheld. A line ends
   * in a space where the words go on, or who copies them or has them read out would find two words in one.
   */
  #place(words: readonly Word[], indent: number, next: Filled | undefined): Line {
    const merged: Fragment[] = []
    for (const [index, { fragments, goesOn }] of words.entries()) {
      for (const [place, { text, isWithheld }] of fragments.entries()) {
        const last = merged.at(-1)
        const gap = index > 0 && place === 0 && !goesOn ? ' ' : ''
        if (last?.isWithheld === isWithheld) merged.push({ text: `${merged.pop()?.text}${gap}${text}`, isWithheld })
        else if (last && isWithheld) {
          merged.push({ ...last, text: `${merged.pop()?.text}${gap}` }, { text, isWithheld })
        } else merged.push({ text: gap + text, isWithheld })
      }
    }
    const end = next && !next.words[0]?.goesOn ? ' ' : ''
    let x = indent
    return merged.map(({ text, isWithheld }, index) => {
      const width = this.#lengthOf(text)
      const piece = { text: index === merged.length - 1 ? text + end : text, isWithheld, x, width }
      x += width
      return piece
    })
  }

  /** Word by word, as they were measured. */
  #lengthOf(text: string): number {
    return text.split(/( )/u).reduce((sum, each) => (each === '' ? sum : sum + this.width(each)), 0)
  }
}

function wordsOf(fragments: readonly Fragment[]): Word[] {
  const words: Fragment[][] = [[]]
  for (const { text, isWithheld } of fragments) {
    // A no-break space holds two words together, as it was meant to.
    for (const [index, piece] of text.split(/[^\S\u00A0\u202F]+/u).entries()) {
      if (index > 0) words.push([])
      if (piece !== '') words.at(-1)?.push({ text: piece, isWithheld })
    }
  }
  return words.filter((word) => word.length > 0).map((word) => ({ fragments: word, goesOn: false }))
}
