/**
 * How documents say that words are not there: a cell or paragraph that says so, a note in brackets, black boxes.
 * The list can be extended by whoever knows what their own disclosure office writes.
 */

import { makeWithheld, parsePassages } from '../domain/passage.ts'
import { foldText } from './text.ts'

/** As a whole cell or paragraph, whatever its case and punctuation. Both languages, for documents come in both. */
export const WITHHELD_WORDS: readonly string[] = [
  'Sensitive and irrelevant',
  'Irrelevant and sensitive',
  'Sensitive',
  'Irrelevant',
  'Redacted',
  'Text redacted',
  'Content redacted',
  'Name redacted',
  'Personal information redacted',
  'Withheld',
  'Information withheld',
  'Text withheld',
  'Exempt information',
  'Exempt from disclosure',
  'Not for disclosure',
  'Outside the scope of the request',
  'Out of scope of the request',
  'Sensitif ac amherthnasol',
  "Wedi'i olygu",
  'Golygwyd',
  "Wedi'i ddal yn ôl",
  "Gwybodaeth wedi'i dal yn ôl",
]

const BOXES = /[█▇▆▉▊■▮▓]{2,}(?:[ \t]+[█▇▆▉▊■▮▓]{2,})*/gu
const BRACKETED = /\[[^[\]\n⟦⟧]{1,80}\]|\([^()\n⟦⟧]{1,80}\)/gu
/** `[s.40(2)]`, `[Section 31]`: the exemption of the Freedom of Information Act that a passage is withheld under. */
const EXEMPTION = /^\[\s*(?:exempt[^\]]*|s(?:ection)?\.?\s*(?:2[2-9]|3\d|4[0-4])\s*(?:\(\w+\)\s*)*)\]$/iu

/** As our own export writes a passage whose words alone wouldn't say it: the words inside are what stands in its place. */
const SAID = /\[(?:withheld|daliwyd yn ôl): ([^[\]\n⟦⟧]+)\]/giu

/** Marks what is withheld in a cell's text; the words that stand in its place are kept. */
export function createWithholdingReader(more: readonly string[] = []): (text: string) => string {
  const known = new Set([...WITHHELD_WORDS, ...more].map(foldText).filter(Boolean))
  const isNotice = (words: string): boolean => known.has(foldText(words)) || EXEMPTION.test(words.trim())
  const markInside = (line: string): string =>
    line
      .replace(SAID, (_, words: string) => makeWithheld(words))
      .replace(BRACKETED, (words) => (isNotice(words) ? makeWithheld(words) : words))
      .replace(BOXES, (boxes) => makeWithheld(boxes))
  const markLine = (line: string): string => {
    if (line.includes('⟦')) {
      return parsePassages(line)
        .map((each) => (each.withheld ? makeWithheld(each.text) : markInside(each.text)))
        .join('')
    }
    return isNotice(line) ? makeWithheld(line) : markInside(line)
  }
  return (text) => text.split('\n').map(markLine).join('\n')
}
