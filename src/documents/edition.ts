/**
 * A document beside the register it belongs to: what is new in it, what has news, what it no longer has. Only compares:
 * nothing is written, nobody's wording is replaced, and what can't be told apart is asked.
 *
 *   compareEdition(imported, register, { answers, organisations })
 *   → 2 fresh, 5 matched with new updates, 1 of them reworded, 1 vanished, 1 doubtful
 */

import type { Action, ActionId, Owner, Status, Update } from '../domain/action.ts'
import { canonical } from '../domain/canonical.ts'
import type { ToldMove } from '../domain/command.ts'
import { partsOf, type Day } from '../domain/day.ts'
import { lastDayOf, type Due } from '../domain/due.ts'
import { withholdingOf } from '../domain/passage.ts'
import { compareReferences, makeReference, parseReference } from '../domain/reference.ts'
import { makeCommands, type CommandOptions } from './commands.ts'
import { containmentOf, createWordingIndex, likenessOf, makeWording, type Wording } from './likeness.ts'
import { findNews, sharesEntry, type News } from './news.ts'
import { foldText } from './text.ts'
import type { ImportedAction } from './tracker.ts'

export interface RegisterEntry {
  readonly action: Action
  readonly history: readonly Update[]
}

export const EDITION_QUESTIONS = ['same', 'reopen', 'reword', 'reassign'] as const
/**
 * same: is it the action that it looks like? reopen: it had ended here. reword: take the document's wording.
 * reassign: take its owners.
 */
export type EditionQuestion = (typeof EDITION_QUESTIONS)[number]

export interface EditionAnswer {
  readonly sheet: string | null
  readonly row: number
  readonly question: EditionQuestion
  readonly answer: 'take' | 'leave'
  /** `same`, taken: which action it is. */
  readonly action?: ActionId
}

export interface Change<Value> {
  readonly from: Value
  readonly to: Value
}

/** The document says what is to be done in other words. A part's `from` is null where the register has none. */
export interface Rewording {
  readonly details: Change<string> | null
  readonly parts: readonly { readonly letter: string; readonly from: string | null; readonly to: string }[]
}

export interface Fresh {
  readonly imported: ImportedAction
  /** The number it gets; another than the document's where that is taken, or none of ours. */
  readonly reference: string
}

export interface Matched extends News {
  readonly action: Action
  readonly imported: ImportedAction
  readonly by: 'number' | 'wording' | 'person'
  readonly rewording: Rewording | null
  readonly owners: Change<readonly Owner[]> | null
  /** How its due moved since, where the document tells of the moves. */
  readonly moves: readonly ToldMove[]
  /** It is due at another time there, and nothing tells how it came to be. */
  readonly due: Change<Due> | null
  /** The document's status is further on, or behind: what had ended here is open there. */
  readonly statusTurn: 'forwards' | 'backwards' | null
  /** Questions whose `take` was answered. */
  readonly taken: ReadonlySet<EditionQuestion>
}

export interface Doubtful {
  readonly imported: ImportedAction
  /** Most likely first. */
  readonly candidates: readonly Action[]
}

export interface Comparison {
  readonly fresh: readonly Fresh[]
  readonly matched: readonly Matched[]
  /** Actions that came from a document and aren't in this one, by their numbers. Nothing becomes of them. */
  readonly vanished: readonly Action[]
  readonly doubtful: readonly Doubtful[]
}

/** Whom a document may name. */
export type Names = Omit<CommandOptions, 'batch' | 'document' | 'makeId'>

export interface EditionOptions extends Names {
  /** Its year numbers what the document numbers in another way. */
  readonly today: Day
  readonly answers?: readonly EditionAnswer[]
}

/** Likeness from which a row of the same number is the same item, without further evidence. */
const SAME_NUMBER = 0.5
/** Likeness from which a row without a number of its own is an item. */
const SAME_WORDING = 0.85
/** Likeness from which it is worth asking. */
const PERHAPS = 0.6
const CANDIDATES = 3

interface Known extends RegisterEntry {
  readonly wording: Wording
}

export function compareEdition(
  imported: readonly ImportedAction[],
  register: Iterable<RegisterEntry>,
  options: EditionOptions,
): Comparison {
  const answers = new Map(
    (options.answers ?? []).map((each) => [answerKey(each.sheet, each.row, each.question), each] as const),
  )
  const answerTo = (row: ImportedAction, question: EditionQuestion): EditionAnswer | null =>
    answers.get(answerKey(row.sheet, row.row, question)) ?? null
  const known = [...register].map((entry): Known => ({ ...entry, wording: wordingOf(entry.action) }))
  const byId = new Map(known.map((each) => [each.action.id, each]))
  const byNumber = new Map([
    ...known.map((each) => [writtenNumberOf(each.action), each] as const),
    ...known.map((each) => [each.action.reference, each] as const),
  ])
  const free = new Set(known)
  const pairs = new Map<ImportedAction, { readonly known: Known; readonly by: Matched['by'] }>()

  const isNew = (row: ImportedAction): boolean => answerTo(row, 'same')?.answer === 'leave'
  const open = imported.filter((row) => {
    const said = answerTo(row, 'same')
    const entry = said?.answer === 'take' ? byId.get(said.action ?? '') : undefined
    if (entry) pairs.set(row, { known: entry, by: 'person' })
    return !entry && !isNew(row)
  })
  const wordings = new Map(open.map((row) => [row, wordingOf(row)]))
  for (const row of open) {
    const entry = byNumber.get(numberOf(row))
    if (entry && free.has(entry) && isSameItem(row, wordings.get(row), entry)) {
      free.delete(entry)
      pairs.set(row, { known: entry, by: 'number' })
    }
  }
  // A person may say of several rows that they are one action; nobody else may.
  for (const { known: entry } of pairs.values()) free.delete(entry)

  const doubtful: Doubtful[] = []
  const nearest = createWordingIndex([...free].map((entry) => [entry.wording, entry] as const))
  for (const row of open) {
    const wording = wordings.get(row)
    if (pairs.has(row) || !wording) continue
    const found = nearest.nearest(wording, PERHAPS, CANDIDATES + 1).filter(({ value }) => free.has(value))
    const [first, second] = found
    const tells = first !== undefined && sharesEntry(row.updates, first.value.history)
    const alone = first !== undefined && first.likeness >= SAME_WORDING && (second?.likeness ?? 0) < SAME_WORDING
    if (first && (tells || (alone && !hasOwnNumber(row)))) {
      free.delete(first.value)
      pairs.set(row, { known: first.value, by: 'wording' })
      continue
    }
    const ofNumber = byNumber.get(numberOf(row))
    const alike = found.map(({ value }) => value)
    const candidates = [...new Set([...(ofNumber ? [ofNumber] : []), ...alike])].slice(0, CANDIDATES)
    if (candidates.length > 0) doubtful.push({ imported: row, candidates: candidates.map(({ action }) => action) })
  }

  const matched = imported.flatMap((row) => {
    const found = pairs.get(row)
    if (!found) return []
    const taken = new Set(
      (['reopen', 'reword', 'reassign'] as const).filter((q) => answerTo(row, q)?.answer === 'take'),
    )
    return [{ ...compareItem(row, found.known, options), by: found.by, taken }]
  })
  const undecided = new Set(doubtful.map((each) => each.imported))
  const asked = new Set(doubtful.flatMap((each) => each.candidates.map(({ id }) => id)))
  const rest = imported.filter((row) => !pairs.has(row) && !undecided.has(row))
  return {
    fresh: giveNumbers(rest, known, imported, isNew, options.today),
    matched,
    doubtful,
    // A document with nothing of the register in it is another document, not one from which everything vanished.
    vanished:
      matched.length === 0
        ? []
        : [...free]
            .map(({ action }) => action)
            .filter((action) => action.origin.kind === 'document' && !asked.has(action.id))
            .toSorted((a, b) => compareReferences(a.reference, b.reference)),
  }
}

/** Whether a matched row says anything that the register doesn't have. */
export function hasNews(match: Matched): boolean {
  return match.newUpdates.length > 0 || match.moves.length > 0 || match.statusTurn !== null
}

function answerKey(sheet: string | null, row: number, question: EditionQuestion): string {
  return JSON.stringify([sheet, row, question])
}

function wordingOf({ details, parts }: Pick<ImportedAction | Action, 'details' | 'parts'>): Wording {
  return makeWording([details, ...parts.map((part) => part.details)].join('\n'))
}

/** The number that it has in its document; reports number what they recommend each for itself. */
function writtenNumberOf({ origin: { publication, number }, reference }: Action): string {
  if (publication === undefined) return number ?? reference
  return number === undefined ? reference : makeReportNumber(publication, number)
}

function makeReportNumber(publication: string, number: string): string {
  return `${publication}\n${number}`
}

function numberOf(row: ImportedAction): string {
  const { inspection } = row
  if (inspection) return inspection.number === null ? '' : makeReportNumber(inspection.publication, inspection.number)
  const read = parseReference(row.reference)
  return read ? makeReference(read) : row.reference
}

/** Its number stands in the document; one that a mend gave tells nothing. */
function hasOwnNumber(row: ImportedAction): boolean {
  const number = numberOf(row)
  if (!parseReference(number)) return false
  return row.source.some((cell) => {
    const read = parseReference(cell)
    return read !== null && makeReference(read) === number
  })
}

/** Of the same number: alike, one grown out of the other, with a common entry, or withheld on one side. */
function isSameItem(row: ImportedAction, wording: Wording | undefined, known: Known): boolean {
  if (!wording || wording.count === 0 || known.wording.count === 0) return true
  if (likenessOf(wording, known.wording) >= SAME_NUMBER) return true
  const [few, many] =
    wording.weight <= known.wording.weight ? [wording, known.wording] : ([known.wording, wording] as const)
  if (few.count >= 3 && containmentOf(few, many) >= SAME_WORDING) return true
  return sharesEntry(row.updates, known.history)
}

function compareItem(
  imported: ImportedAction,
  { action, history }: Known,
  names: Names,
): Omit<Matched, 'by' | 'taken'> {
  const owners = makeCommands([imported], { ...names, batch: '', document: '', makeId: () => '' })[0]?.owners ?? []
  const turned = owners.length > 0 && canonical(owners) !== canonical(action.owners)
  return {
    action,
    imported,
    ...findNews(imported.updates, history),
    rewording: compareWording(imported, action),
    owners: turned ? { from: action.owners, to: owners } : null,
    ...compareDues(imported, action),
    statusTurn: turnOf(action.status, imported.status),
  }
}

/** The moves after the one that led to the due that holds here; where none did, nothing is guessed. */
function compareDues({ inspection }: ImportedAction, { due }: Action): Pick<Matched, 'moves' | 'due'> {
  const moves = inspection?.imported.moves ?? []
  const chain = [inspection?.due ?? null, ...moves.map(({ to }) => to)]
  const last = chain.at(-1)
  if (!due || !last) return { moves: [], due: null }
  const at = chain.findLastIndex((each) => each !== null && isSameDue(each, due))
  return at === -1 ? { moves: [], due: { from: due, to: last } } : { moves: moves.slice(at), due: null }
}

/** However each is written. */
function isSameDue(one: Due, other: Due): boolean {
  const [day, another] = [lastDayOf(one, null), lastDayOf(other, null)]
  if (day !== null || another !== null) return day === another
  const wordsOf = (due: Due): string => foldText(due.kind === 'until' ? due.condition : due.words)
  return one.kind === other.kind && (one.kind === 'nextMeeting' || wordsOf(one) === wordsOf(other))
}

function compareWording(imported: ImportedAction, action: Action): Rewording | null {
  const details = differs(action.details, imported.details) ? { from: action.details, to: imported.details } : null
  const parts = imported.parts.flatMap(({ letter, details: to }) => {
    const from = action.parts.find((part) => part.letter === letter)?.details ?? null
    return from !== null && !differs(from, to) ? [] : [{ letter, from, to }]
  })
  return details === null && parts.length === 0 ? null : { details, parts }
}

/** Case and punctuation are no rewording, nor is a copy in which words are withheld or missing. */
function differs(from: string, to: string): boolean {
  const [before, after] = [makeWording(from), makeWording(to)]
  if (before.fold === after.fold || to.trim() === '') return false
  return withholdingOf(to) === 'none' || containmentOf(after, before) < 0.9
}

/** A proposal is known here alone; that a document says "open" takes nothing from it. */
function turnOf(here: Status, there: Status): Matched['statusTurn'] {
  const ended = (status: Status): boolean => status === 'discharged' || status === 'closed'
  if (ended(there)) return ended(here) ? null : 'forwards'
  if (ended(here)) return 'backwards'
  return there === 'dischargeProposed' && here === 'open' ? 'forwards' : null
}

/**
 * Nobody's number is given again. Who is new and has a number that is taken gets the next one of its year; who has none
 * of ours, the next one of today's year, as if it were written here: a bare `7` becomes `7/26` where that is free.
 */
function giveNumbers(
  rows: readonly ImportedAction[],
  known: readonly Known[],
  imported: readonly ImportedAction[],
  isNew: (row: ImportedAction) => boolean,
  today: Day,
): Fresh[] {
  const taken = new Set(known.map(({ action }) => action.reference))
  const used = new Set([...taken, ...imported.map(numberOf)])
  const highest = new Map<number, number>()
  const note = (text: string): string => {
    const read = parseReference(text)
    if (read) highest.set(read.year, Math.max(highest.get(read.year) ?? 0, read.number))
    used.add(text)
    return text
  }
  for (const text of used) note(text)
  const [thisYear] = partsOf(today)
  const nextOf = (year: number): string => note(makeReference({ number: (highest.get(year) ?? 0) + 1, year }))
  // Bare numbers first: what they leave free, the others get.
  const bare = new Map<ImportedAction, string>()
  for (const row of rows) {
    const number = Number(/^\s*(\d{1,4})\s*[.)]?\s*$/u.exec(row.reference)?.[1] ?? 0)
    const reference = makeReference({ number, year: thisYear })
    if (number > 0 && !used.has(reference)) bare.set(row, note(reference))
  }
  return rows.map((row) => {
    const read = parseReference(row.reference)
    if (!read) return { imported: row, reference: bare.get(row) ?? nextOf(thisYear) }
    const isTaken = isNew(row) && taken.has(makeReference(read))
    return { imported: row, reference: isTaken ? nextOf(read.year) : row.reference }
  })
}
