/**
 * The words of a cell as people will read them: paragraphs of runs, each saying what it is, so that Word can set it off
 * and Excel write it plainly. A withheld passage is the words in its place and nothing else; where those words alone
 * would not be known for what they are, they stand in brackets that say so, and come back as they went.
 */

import { parsePassages, plainText } from '../../domain/passage.ts'
import type { Words } from '../../words/words.ts'
import { cleanText } from '../text.ts'
import { createWithholdingReader } from '../withheld.ts'

export interface Run {
  readonly text: string
  readonly as: 'words' | 'day' | 'agreed' | 'withheld' | 'note'
}

export type Paragraph = readonly Run[]
export type Cell = readonly Paragraph[]

const withhold = createWithholdingReader()

/** A text of the register, a paragraph a line; none for a text without words. */
export function makeParagraphs(text: string, words: Words): Paragraph[] {
  const clean = cleanText(text)
  return clean === '' ? [] : clean.split('\n').map((line) => makeRuns(line, words))
}

function makeRuns(line: string, words: Words): Run[] {
  const passages = parsePassages(line)
  const known = withhold(plainText(line)) === line
  return passages.map(({ text, withheld }) => {
    if (!withheld) return { text, as: 'words' }
    if (known) return { text, as: 'withheld' }
    const inside = text.replaceAll('[', '(').replaceAll(']', ')')
    return { text: words.say('exporting.withheld', { words: inside }), as: 'withheld' }
  })
}

/** Adds runs to the end of the last paragraph, after a space; to an empty cell as its first. */
export function extend(cell: Cell, runs: readonly Run[]): Cell {
  const last = cell.at(-1)
  if (runs.length === 0) return cell
  if (last === undefined) return [runs]
  return [...cell.slice(0, -1), [...last, { text: ' ', as: 'words' }, ...runs]]
}

/** The same without a hold on what each word is: a line a paragraph. */
export function cellText(cell: Cell): string {
  return cell.map((runs) => runs.map((run) => run.text).join('')).join('\n')
}
