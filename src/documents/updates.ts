/**
 * The cell in which a tracker keeps its history: entries that begin with a day, each perhaps ending in what was agreed.
 *
 *   '5/3/2020: No nominations were received. ACTION: To retain for next SGG'
 *   → 2020-03-05, 'No nominations were received.', next 'To retain for next SGG', outcome retain
 */

import type { Outcome } from '../domain/action.ts'
import type { Day } from '../domain/day.ts'
import { NUMERIC_DAY, PARTIAL_DAY, SHORT_DAY, WORDED_DAY, readDay, startsWithDay, type DayReading } from './dates.ts'
import { readNote, type Note } from './note.ts'
import { foldText } from './text.ts'

export interface ImportedUpdate {
  readonly day: Day
  /** What stands before `ACTION:`. */
  readonly text: string
  readonly next: string | null
  /** What the next step says of itself in brackets at its end. */
  readonly note?: Note
  readonly outcome: Outcome | null
  /** The document gives it no day: it is of the edition's, and not new where it stood in an earlier one. */
  readonly isUndated?: true
}

export interface Entry {
  /** The day as written; empty where the entry has none. */
  readonly written: string
  /** Null where nothing is written. */
  readonly reading: DayReading | null
  /** What stands before `ACTION:`. */
  readonly text: string
  readonly next: string | null
  readonly note?: Note
  readonly outcome: Outcome | null
}

const HEAD = new RegExp(
  String.raw`(^|\n|[.!?;)]\s+|\s+(?=\[))` +
    String.raw`((?:[•*-]\s*)?(?:(?:updated?|diweddariad|as (?:at|of)|meeting(?: of)?|w\/[ce])\b[:\s]*)?[[(]?` +
    String.raw`(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?(?:\p{L}{2,4}[:,]?[ ]+(?=\d))?)` +
    `(${NUMERIC_DAY}|${WORDED_DAY}|${PARTIAL_DAY}|${SHORT_DAY})` +
    String.raw`[\])]?(\s*[:–—]\s*|\s+-\s*|\s*$|[ ]*\n|\s+(?=[\p{L}"“'‘⟦(]|\d{1,2}[:.]\d{2}(?!\d)))`,
  'giu',
)

/** Uppercase anywhere; otherwise only where a sentence begins, for "action" is a common word. */
const AGREED =
  /(?:^|\s)(?:ACTIONS?|NEXT STEPS?|CAMAU GWEITHREDU|CAM GWEITHREDU)\s*[:–—]\s*|(?:^|\n|[.!?]\s)\s*(?:Actions?|Next steps?|Camau gweithredu|Cam gweithredu)\s*:\s*/gu

/** Splits a cell into its entries, in their order; words before the first day are an entry without one. */
export function splitEntries(text: string): Entry[] {
  const heads = findHeads(text)
  const entries: Entry[] = []
  const beginning = text.slice(0, heads[0]?.start ?? text.length).trim()
  if (beginning !== '') entries.push(makeEntry('', null, beginning))
  for (const [index, head] of heads.entries()) {
    const words = text.slice(head.end, heads[index + 1]?.start ?? text.length).trim()
    // "KK 12/3/21 - booked": who said it stays with what was said.
    const said = head.initials === '' ? words : `${head.initials}: ${words}`
    entries.push(makeEntry(head.written, readDay(head.written), said))
  }
  return entries
}

interface Head {
  readonly start: number
  readonly end: number
  /** The day as written. */
  readonly written: string
  /** Whose entry it is: "KK 12/3/21 - booked". */
  readonly initials: string
}

function findHeads(text: string): Head[] {
  const heads: Head[] = []
  HEAD.lastIndex = 0
  for (let match = HEAD.exec(text); match; match = HEAD.exec(text)) {
    const [whole, before = '', lead = '', written = '', separator = ''] = match
    const after = text.slice(match.index + whole.length)
    const bracketed = lead.endsWith('[') && text.startsWith('[')
    const initials = INITIALS_LAST.exec(lead)?.[1] ?? ''
    const led = initials !== '' && (before === '' || before.endsWith('\n'))
    if ((bracketed || isHead(text, before, written, separator, after)) && (led || !endsInWord(lead))) {
      heads.push({ start: match.index + before.length, end: match.index + whole.length, written, initials })
    } else HEAD.lastIndex = match.index + 1 // What it took may hold the beginning of the next.
  }
  return heads
}

/** "By 12/3/21", where the word is none of those that lead to a day. */
function endsInWord(lead: string): boolean {
  return /\p{L}[:,]?\s*$/u.test(lead) && !/(?:day|of|at|updated?|diweddariad|meeting|w\/[ce])[:,\s]*$/iu.test(lead)
}

const INITIALS_LAST = /(?:^|\s)(\p{Lu}{2,4})[:,]?\s+$/u
const IS_NUMERIC = new RegExp(`^(?:${NUMERIC_DAY})$`, 'iu')
const IS_SHORT = /^\d{1,2}\/\d{1,2}$/u
const IS_WORDED = new RegExp(`^(?:${WORDED_DAY})$`, 'iu')

/** "By 5/3/2020 all forces" and "5 March 2020 is the deadline" are sentences, not entries. */
function isHead(text: string, before: string, written: string, separator: string, after: string): boolean {
  const begins = before === '' || before.includes('\n')
  const colon = /[:–—-]/u.test(separator)
  const alone = separator.trim() === '' && (separator.includes('\n') || after === '')
  const whole = IS_NUMERIC.test(written) || IS_WORDED.test(written)
  if (!begins) return separator.trim() === ':' && whole
  if (IS_SHORT.test(written)) return colon && isDayOfMonth(written)
  if (colon || alone || !whole) return colon || alone
  if (/^[\p{Lu}"“'‘⟦(]|^\d{1,2}[:.]\d{2}/u.test(after)) return true
  // "30/1/2024 all received", first or below another entry.
  return IS_NUMERIC.test(written) && !GOES_ON.test(after) && (before === '' || startsWithDay(text))
}

/** Words after a day that make it one of a sentence. */
const GOES_ON =
  /^(?:is|are|was|were|will|would|has|had|to|and|or|for|at|by|in|of|on|as|with|but|until|onwards?|when|which|where|that|who|deadline)\b/u

/** 5/3 is one; 1/19 is the number of an action. */
function isDayOfMonth(written: string): boolean {
  const reading = readDay(written)
  return reading.day === null && reading.problem === 'incompleteDate'
}

function makeEntry(written: string, reading: DayReading | null, words: string): Entry {
  const [text = '', ...agreed] = words.split(AGREED).map((piece) => piece.trim())
  const steps = agreed.filter(Boolean)
  // "ACTION: To circulate it. ACTION: To retain for next meeting" is one step, retained.
  const kept = steps.filter((step) => !isRetained(step))
  const next = (kept.length > 0 ? kept : steps).join('\n')
  if (next === '') return { written, reading, text, next: null, outcome: isDischarge(text) ? 'discharge' : null }
  if (isDischarge(next)) return { written, reading, text, next: null, outcome: 'discharge' }
  const { text: step, note } = readNote(next)
  const outcome = kept.length < steps.length ? 'retain' : 'next'
  return { written, reading, text, next: step, ...(note ? { note } : {}), outcome }
}

const DISCHARGE = /^(?:(?:(?:action|agreed|now) )*discharged?(?: action)?|cyflawnwyd)$/u
const RETAIN =
  /^(?:(?:action|agreed|to|be) )*(?:retain(?:ed)?|keep|kept|carry forward|carried forward)(?: action)?(?: (?:for|to|until) (?:the )?next(?: \w+){0,3})?$|^(?:i w )?(?:gadw|cadw)(?: ar gyfer y cyfarfod nesaf)?$/u

export function isDischarge(words: string): boolean {
  return DISCHARGE.test(foldText(words))
}

export function isRetained(words: string): boolean {
  return RETAIN.test(foldText(words))
}
