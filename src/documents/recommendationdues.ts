/**
 * The cell in which a log keeps its dues, one after the other: dates, milestones that are reached on the way, moves to a
 * later date with their reasons, and words where no date is. All of the words are kept, in their order.
 *
 *   'February 2020 Extended to July 2020 but need to be reviewed [Reported to PAB]'
 *   → due February 2020; extension July 2020, reason 'but need to be reviewed', told to PAB
 */

import { lastDayOf, type Due } from '../domain/due.ts'
import { parseDueWords } from '../domain/duewords.ts'
import { NUMERIC_DAY, WORDED_DAY } from './dates.ts'
import type { PrintedDue } from './recommendation.ts'
import { monthOfDue, type Deadline } from './recommendationtext.ts'

const MONTH = 'January|February|March|April|May|June|July|August|September|October|November|December'
const DATE = String.raw`${WORDED_DAY}|${NUMERIC_DAY}|(?:(?:early|mid|late|end of) )?(?:${MONTH})\s+\d{4}`
const NO_DATE = String.raw`immediate(?:ly)?\b|ongoing\b|to be (?:set|confirmed|agreed|determined)\b|TBC\b|no (?:date|deadline|due date)(?: (?:was|is))?(?: set)?\b`
/** What says that a due takes the place of the one before. */
const MOVE = String.raw`(?:now|then)(?:\s+(?:extended|reset|moved|revised))?(?:\s+to)?|(?:extended|reset|moved|revised|rescheduled)(?:\s+to)?|(?:new|revised)\s+(?:deadline|due date)(?:\s+(?:is|now|of))?|(?:deadline|due date)\s+(?:is\s+)?(?:now|extended to|reset to)`

const BEGINS = new RegExp(String.raw`^(?:(?:${MOVE})\b|(?:and\s+)?(?:${DATE}|${NO_DATE}))`, 'iu')
/** What can't be the end of a due: the next line goes on with it. */
const UNFINISHED = new RegExp(
  String.raw`(?:^|\s)(?:(?:${MOVE})(?:\s+(?:${MONTH}))?|${MONTH}|subject to|until|pending|and|to|for|of|the|with)\s*$`,
  'iu',
)
/** Moves begin a due also in the middle of a line, in capitals; further dates after a comma or "and". */
const INSIDE = new RegExp(
  String.raw`\s+(?=(?:Now|Then|Extended to|Reset to|Moved to|New deadline|Deadline now)\b)|(?<=,)\s+(?=(?:${DATE}))|\s+(?=[Aa]nd\s+(?:${DATE}))`,
  'u',
)
const INTO = new RegExp(String.raw`^(?<move>(?:${MOVE})\b[:\s]*)?(?:and\s+)?(?<date>${DATE}|${NO_DATE})?`, 'iu')
/** Other bodies whose deadline one may be. */
const BODY =
  /^for (?:the )?((?:College of Policing|Home Office|Cabinet Office|NPCC|National Police|National Crime|NCA|CPS|Crown Prosecution|Ministry|Department)[^.;[]*)/u

/** Every due of a cell, in its order. @param deadlines those that the recommendation itself names */
export function readDues(cell: string, deadlines: readonly Deadline[]): PrintedDue[] {
  const entries = joinLines(cell.split('\n')).flatMap(splitInside).map(readEntry)
  return entries.map((entry, index) => {
    const isMilestone = entry.kind === 'due' && (entry.done || (entry.purpose !== null && isOvertaken(entries, index)))
    const setBy = entry.body !== null ? 'body' : isOfReport(entry, deadlines) ? 'report' : 'own'
    return { ...entry, kind: isMilestone ? 'milestone' : entry.kind, setBy }
  })
}

/** Another due follows that isn't a move of this one. */
function isOvertaken(entries: readonly PrintedDue[], index: number): boolean {
  return entries[index + 1]?.kind === 'due'
}

function isOfReport({ kind, due, words }: PrintedDue, deadlines: readonly Deadline[]): boolean {
  if (kind === 'none') return true
  const month = monthOfDue(due)
  if (month === null) return /^immediate/iu.test(words) && deadlines.some((each) => /\bimmediate/iu.test(each.words))
  return deadlines.some((each) => monthOfDue(each.due) === month)
}

function joinLines(lines: readonly string[]): string[] {
  const joined: string[] = []
  for (const line of lines.map((each) => each.trim()).filter(Boolean)) {
    const before = joined.at(-1)
    const begins = BEGINS.test(line) && !UNFINISHED.test(before ?? '')
    if (before === undefined || begins) joined.push(line)
    else joined[joined.length - 1] = `${before} ${line}`
  }
  return joined
}

/** "Now extended to" is one move. */
function splitInside(line: string): string[] {
  const pieces: string[] = []
  for (const piece of line.split(INSIDE)) {
    const before = pieces.at(-1)
    if (before !== undefined && UNFINISHED.test(before)) pieces[pieces.length - 1] = `${before} ${piece}`
    else pieces.push(piece)
  }
  return pieces
}

function readEntry(words: string): PrintedDue {
  const { move, date } = INTO.exec(words)?.groups ?? {}
  const rest = words.slice(INTO.exec(words)?.[0].length ?? 0)
  const notes = [...rest.matchAll(/\[([^\]]*)\]/gu)].map((match) => match[1]?.trim() ?? '')
  const tail = trimmed(rest.replaceAll(/\[[^\]]*\]/gu, ' '))
  const pending = date === undefined && /^(?:pending|until|awaiting)\b/iu.test(tail)
  const said = [...notes, tail]
  const provisional = said.map((each) => /subject (?:to|for) [^,[\]]+/iu.exec(each)?.[0]).find(Boolean) ?? null
  const reportedTo = said.map((each) => /\breported to (?:the )?([^,.;[\]]+)/iu.exec(each)?.[1]).find(Boolean) ?? null
  const done = notes.some((note) => /^(?:now )?(?:complete|completed|done|met)$/iu.test(note))
  const others = notes.filter(
    (note) => !/^(?:now )?(?:complete|completed|done|met)$|reported to |^subject /iu.test(note),
  )
  const about = [pending ? '' : withoutProvisional(tail), ...others].filter(Boolean).join('; ') || null
  const body = BODY.exec(tail)?.[1]?.trim() ?? null
  const isMove = move !== undefined
  const none = date !== undefined && /^no /iu.test(date)
  return {
    words: words.replace(/,$/u, ''),
    due: none ? null : makeDue(words, { date, pending, tail, provisional }),
    kind: none ? 'none' : isMove ? 'extension' : 'due',
    purpose: isMove || none || body !== null ? null : about,
    reason: isMove ? (pending ? tail : about) : null,
    done,
    reportedTo: reportedTo?.trim() ?? null,
    setBy: 'own',
    body,
  }
}

function makeDue(
  words: string,
  read: {
    readonly date: string | undefined
    readonly pending: boolean
    readonly tail: string
    readonly provisional: string | null
  },
): Due {
  const provisional = read.provisional === null ? {} : { provisional: read.provisional }
  if (read.pending) {
    const condition = read.tail.replace(/^(?:pending|until|awaiting)\s+(?:the )?/iu, '')
    return { kind: 'until', condition: condition || read.tail, words, ...provisional }
  }
  // It has its year, so that the day it is read on doesn't matter; what has none stays words.
  const due = read.date === undefined ? null : parseDueWords(read.date.replaceAll(/\s+/gu, ' '), '2001-01-01')
  return { ...(due ?? { kind: 'words' }), words, ...provisional }
}

function trimmed(text: string): string {
  return text
    .replaceAll(/\s+/gu, ' ')
    .trim()
    .replace(/^[\s,.;:–-]+|[\s,.;:\]]+$/gu, '')
}

function withoutProvisional(tail: string): string {
  return trimmed(tail.replace(/subject (?:to|for) [^,[\]]+/iu, '').replace(/\breported to (?:the )?[^,.;[\]]+/iu, ''))
}

/** How a due came to be what it is. */
export interface DueHistory {
  /** The earliest that is known; null where none is. */
  readonly first: Due | null
  /** From the first on, oldest first. */
  readonly moves: readonly { readonly to: Due; readonly reason: string }[]
  /** The one that holds: the first, or where the last move led. */
  readonly current: Due | null
  /** What is neither of these nor a milestone. */
  readonly others: readonly PrintedDue[]
  /** What leaves the history open: a move from nobody knows when, a due after a move that isn't called one. */
  readonly unplaced: readonly PrintedDue[]
}

/** What was moved is the due before the first move: of several that nothing tells apart, the last. */
export function historyOf(dues: readonly PrintedDue[]): DueHistory {
  const isMove = ({ kind, due }: PrintedDue): boolean => kind === 'extension' && due !== null
  const isPlain = ({ kind, due }: PrintedDue): boolean => kind === 'due' && due !== null
  const opening = dues.findIndex((each) => isMove(each) || isPlain(each))
  const begins = dues.findIndex((each, index) => index > opening && isMove(each))
  const [before, after] = begins === -1 ? [dues, []] : [dues.slice(0, begins), dues.slice(begins)]
  const first = before.findLast(isPlain) ?? before.findLast(isMove)
  const moved = after.filter(isMove)
  const moves = moved.flatMap(({ due, reason }) => (due ? [{ to: due, reason: reason ?? '' }] : []))
  const placed = new Set<PrintedDue | undefined>([first, ...moved])
  return {
    first: first?.due ?? null,
    moves,
    current: moves.at(-1)?.to ?? first?.due ?? null,
    others: dues.filter((each) => !placed.has(each) && !(each.kind === 'milestone' && each.due)),
    unplaced: [...(first && isMove(first) ? [first] : []), ...after.filter(isPlain)],
  }
}

/** "November 2020 for an initial position", moved on: a milestone that was reached, or the due. */
export function perhapsMilestone(dues: readonly PrintedDue[]): readonly [from: PrintedDue, to: PrintedDue] | null {
  const to = dues.find(({ kind }) => kind === 'extension')
  const from = to && dues[dues.indexOf(to) - 1]
  return to && from?.kind === 'due' && /\b(?:initial|first|interim)\b/iu.test(from.purpose ?? '') ? [from, to] : null
}

/** Moves that lead to an earlier day, with the words of both. */
export function backwardMoves(dues: readonly PrintedDue[]): (readonly [from: PrintedDue, to: PrintedDue])[] {
  const dated = dues.filter(({ kind, due }) => kind !== 'milestone' && due !== null && lastDayOf(due, null) !== null)
  return dated.flatMap((to, index) => {
    const from = dated[index - 1]
    if (!from?.due || !to.due || to.kind !== 'extension') return []
    const [before, after] = [lastDayOf(from.due, null), lastDayOf(to.due, null)]
    return before !== null && after !== null && after <= before ? [[from, to] as const] : []
  })
}
