/**
 * The words of one recommendation: its number and what it is called before them, its bullets, and the deadline that it
 * names itself.
 *
 *   readWords('7 Recommendation By 31 December 2021, chief constables should …')   // number 7, kind recommendation, …
 */

import type { Kind } from '../domain/action.ts'
import { addMonths, type Day } from '../domain/day.ts'
import { lastDayOf, type Due } from '../domain/due.ts'
import { parseDueWords } from '../domain/duewords.ts'

const NUMBER = String.raw`\d{1,3}(?:\.\d{1,2})?[a-z]?`
const IS_NUMBER = new RegExp(`^${NUMBER}[.):]?$`, 'iu')
const LABELS: readonly (readonly [Kind, string])[] = [
  ['causeOfConcern', 'causes? of concern|achos(?:ion)? pryder'],
  ['areaForImprovement', 'areas? for improvement|AFI|meysydd i.w gwella|maes i.w wella'],
  ['recommendation', 'recommendations?|argymhellion|argymhelliad'],
]
const LABEL = LABELS.map(([, words]) => words).join('|')
const BEGINNING = new RegExp(String.raw`^(?:(${NUMBER})[.):]?\s+)?(${LABEL})(?=\s|$|:)[:\s]*`, 'iu')

export function isNumber(text: string): boolean {
  return IS_NUMBER.test(text)
}

/** It says what it is: no row goes on so. */
export function beginsRecommendation(text: string): boolean {
  const match = BEGINNING.exec(text)
  // "recommendation 3 by the Home Office" goes on with a sentence.
  return match !== null && (match[1] !== undefined || /^\p{Lu}/u.test(match[2] ?? ''))
}

export interface ReadWords {
  readonly number: string | null
  /** Null where nothing says which. */
  readonly kind: Kind | null
  readonly label: string
  readonly text: string
}

/** @param numbered what stands in a column of numbers */
export function readWords(numbered: string, written: string): ReadWords {
  const match = beginsRecommendation(written) ? BEGINNING.exec(written) : null
  const label = match?.[2] ?? ''
  const bare = match ? null : new RegExp(String.raw`^(${NUMBER})(?:[.):]\s|[.):]?\n)\s*`, 'iu').exec(written)
  const number = [numbered.trim(), match?.[1] ?? bare?.[1] ?? ''].find((each) => each !== '') ?? null
  return {
    number: number?.replace(/[.):]$/u, '') ?? null,
    kind: LABELS.find(([, words]) => new RegExp(`^(?:${words})$`, 'iu').test(label))?.[0] ?? null,
    label,
    text: written.slice((match ?? bare)?.[0].length ?? 0).trim(),
  }
}

/** What is asked for, below what it is about: "Cause of concern … Recommendation By February 2022, …". */
export function askedIn(text: string): string {
  const at = new RegExp(String.raw`(?:^|\n)(?:Recommendations?|Argymhelliad)(?=\s)[:\s]*`, 'u').exec(text)
  return at ? text.slice(at.index + at[0].length) : text
}

export interface Bullets {
  readonly lead: string
  readonly bullets: readonly { readonly mark: string; readonly text: string }[]
}

/** Marked by a dot or by a number in brackets; below a line that ends in a colon also divided by semicolons. */
export function readBullets(text: string): Bullets {
  const [lead, bullets]: [string[], { mark: string; text: string }[]] = [[], []]
  for (const line of text.split('\n')) {
    const pieces = line.split(MARK)
    const [before = '', ...marked] = pieces
    if (marked.length === 0) {
      const isListed = lead.at(-1)?.endsWith(':') === true && bullets.length === 0 && line.includes(';')
      // "provides …; and" and "enables …" stand below "that:".
      if (isListed) for (const each of splitListed(line)) bullets.push({ mark: '', text: each })
      else lead.push(line)
      continue
    }
    if (before.trim() !== '') lead.push(before.trim())
    const marks = [...line.matchAll(MARK)]
    for (const [index, piece] of marked.entries()) {
      const mark = /\[(\d{1,2})\]/u.exec(marks[index]?.[0] ?? '')?.[1] ?? ''
      if (piece.trim() !== '') bullets.push({ mark, text: piece.trim() })
    }
  }
  return {
    lead: lead.join('\n'),
    bullets: bullets.map(({ mark, text }, index) => ({ mark: mark || String(index + 1), text })),
  }
}

const MARK = /(?:[•▪●]\s*)+(?:\[\d{1,2}\]\s*)?|(?<=^|\s)\[\d{1,2}\]\s*/gu

/** "… stability; and" stays with what it ends. */
function splitListed(line: string): string[] {
  const joined: string[] = []
  for (const piece of line.split(/(?<=;(?:\s+(?:and|or))?)\s+/u)) {
    if (/^(?:and|or)$/u.test(piece)) joined.push(`${joined.pop() ?? ''} ${piece}`.trim())
    else joined.push(piece)
  }
  return joined
}

export interface Deadline {
  readonly words: string
  /** Null where no rule can call anything late by it: "with immediate effect". */
  readonly due: Due | null
}

const MONTH = 'January|February|March|April|May|June|July|August|September|October|November|December'
const DEADLINE = new RegExp(
  String.raw`\b(?:by|in place by) (?:the end of )?((?:\d{1,2}(?:st|nd|rd|th)? )?(?:${MONTH}) \d{4})` +
    String.raw`|\bwithin (?:the )?(?:next )?(\w+) (weeks?|months?|years?)\b(?: of [^,.]*publication[^,.]*)?` +
    String.raw`|\bwith immediate effect\b|\bimmediately\b`,
  'giu',
)
const COUNTS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']

/**
 * The deadlines that the words name, in their order. "Within six months" is so long after the report was published.
 *
 * @param published a day, or a month
 */
export function readDeadlines(text: string, published: string | null): Deadline[] {
  return [...askedIn(text).matchAll(DEADLINE)].map(([words, date, count = '', unit = '']) => {
    // Whatever day it is read on: it has its year.
    if (date !== undefined) return { words, due: parseDueWords(date, '2001-01-01') }
    const number = /^\d+$/u.test(count) ? Number(count) : COUNTS.indexOf(count.toLowerCase()) + 1
    if (number < 1 || published === null) return { words, due: null }
    return { words, due: dueAfter(words, number, unit.toLowerCase().replace(/s$/u, ''), published) }
  })
}

function dueAfter(words: string, count: number, unit: string, published: string): Due | null {
  if (published.length === 10) {
    return { kind: 'period', count, unit: unit === 'week' || unit === 'month' ? unit : 'year', after: published, words }
  }
  if (unit === 'week') return null
  const month = addMonths(`${published}-01`, unit === 'year' ? 12 * count : count).slice(0, 7)
  return { kind: 'month', month, words }
}

/** The month in which a due ends; null where no day follows from it. */
export function monthOfDue(due: Due | null): string | null {
  const day: Day | null = due && lastDayOf(due, null)
  return day?.slice(0, 7) ?? null
}
