/**
 * The cell in which a tracker keeps its history: entries that begin with a day, each perhaps ending in what was agreed.
 *
 *   '5/3/2020: No nominations were received. ACTION: To retain for next SGG'
 *   → 2020-03-05, 'No nominations were received.', next 'To retain for next SGG', outcome retain
 */

import type { Outcome } from '../domain/action.ts'
import type { Day } from '../domain/day.ts'
import { NUMERIC_DAY, PARTIAL_DAY, SHORT_DAY, WORDED_DAY, readDay, type DayReading } from './dates.ts'
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
  String.raw`(^|\n|[.!?;)]\s+)` +
    String.raw`((?:[•*-]\s*)?(?:(?:updated?|diweddariad|as (?:at|of)|meeting(?: of)?|w\/[ce])\b[:\s]*)?[[(]?` +
    String.raw`(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?)` +
    `(${NUMERIC_DAY}|${WORDED_DAY}|${PARTIAL_DAY}|${SHORT_DAY})` +
    String.raw`[\])]?(\s*[:–—]\s*|\s+-\s*|\s*$|[ ]*\n|\s+(?=[\p{L}"“'‘⟦(]))`,
  'giu',
)

/** Uppercase anywhere; otherwise only where a sentence begins, for "action" is a common word. */
const AGREED =
  /(?:^|\s)(?:ACTIONS?|NEXT STEPS?|CAMAU GWEITHREDU|CAM GWEITHREDU)\s*[:–—]\s*|(?:^|\n|[.!?]\s)\s*(?:Actions?|Next steps?|Camau gweithredu|Cam gweithredu)\s*:\s*/gu

/** Splits a cell into its entries, in their order; words before the first day are an entry without one. */
export function splitEntries(text: string): Entry[] {
  const heads = [...text.matchAll(HEAD)].flatMap((match) => {
    const [whole, before = '', , written = '', separator = ''] = match
    if (!isHead(before, written, separator, text.slice(match.index + whole.length))) return []
    return [{ start: match.index + before.length, end: match.index + whole.length, written }]
  })
  const entries: Entry[] = []
  const beginning = text.slice(0, heads[0]?.start ?? text.length).trim()
  if (beginning !== '') entries.push(makeEntry('', null, beginning))
  for (const [index, head] of heads.entries()) {
    const words = text.slice(head.end, heads[index + 1]?.start ?? text.length).trim()
    entries.push(makeEntry(head.written, readDay(head.written), words))
  }
  return entries
}

const IS_NUMERIC = new RegExp(`^(?:${NUMERIC_DAY})$`, 'iu')
const IS_SHORT = /^\d{1,2}\/\d{1,2}$/u
const IS_WORDED = new RegExp(`^(?:${WORDED_DAY})$`, 'iu')

/** "By 5/3/2020 all forces" and "5 March 2020 is the deadline" are sentences, not entries. */
function isHead(before: string, written: string, separator: string, after: string): boolean {
  const begins = before === '' || before === '\n'
  const colon = /[:–—-]/u.test(separator)
  const alone = separator.trim() === '' && (separator.includes('\n') || after === '')
  if (!begins) return separator.trim() === ':' && (IS_NUMERIC.test(written) || IS_WORDED.test(written))
  if (IS_SHORT.test(written)) return colon && isDayOfMonth(written)
  if (IS_NUMERIC.test(written)) return colon || alone || /^[\p{Lu}"“'‘⟦(]/u.test(after)
  return colon || alone
}

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
