/**
 * A document as its reviewer sees it: each row of the source beside what it becomes, with what needs a look. Pure; runs
 * beside the reader, so that only what is shown crosses over.
 */

import { recogniseColumns, type Column } from '../../documents/columns.ts'
import {
  compareEdition,
  hasNews,
  type Comparison,
  type EditionAnswer,
  type Fresh,
  type Matched,
  type RegisterEntry,
} from '../../documents/edition.ts'
import { hasEntry } from '../../documents/news.ts'
import type { MendAnswer, Problem } from '../../documents/problem.ts'
import type { Table } from '../../documents/table.ts'
import { proposeImport, type ImportOptions } from '../../documents/tracker.ts'
import type { Action, Update } from '../../domain/action.ts'
import type { Day } from '../../domain/day.ts'
import type { Organisation, Post } from '../../domain/group.ts'
import { makeReference, parseReference } from '../../domain/reference.ts'

export interface ReviewedTable {
  /** Name of the sheet, or the words that stand before it; empty where it has neither. */
  readonly name: string
  readonly rows: number
  readonly headings: readonly string[]
  readonly columns: readonly Column[]
  readonly taken: boolean
}

/** What a row becomes. */
export type Becoming =
  | { readonly kind: 'new'; readonly fresh: Fresh }
  | { readonly kind: 'known'; readonly match: Matched }
  | { readonly kind: 'doubtful'; readonly candidates: readonly Action[] }
  /** It belongs to no action. */
  | { readonly kind: 'nothing' }

export interface Entry {
  readonly sheet: string | null
  readonly row: number
  /** Cells as they were, each under its heading. */
  readonly source: readonly { readonly heading: string; readonly text: string }[]
  readonly becoming: Becoming
  readonly problems: readonly Problem[]
}

export interface Review {
  readonly tables: readonly ReviewedTable[]
  /** In the order of the source. */
  readonly entries: readonly Entry[]
  readonly comparison: Comparison
}

/** What a person said, of a problem or of an action that is in the register already. */
export type Answer = MendAnswer | EditionAnswer

export interface ReviewOptions extends Omit<ImportOptions, 'mends'> {
  readonly answers: readonly Answer[]
  readonly register: readonly RegisterEntry[]
  readonly organisations: readonly Organisation[]
  readonly posts: readonly Post[]
  readonly today: Day
  /** Tables that a person left out, by their place; null before anybody chose. */
  readonly left: readonly number[] | null
}

/** @param options.columns what a person said that a table's columns are; null leaves them to be recognised */
export function makeReview(tables: readonly Table[], options: ReviewOptions): Review {
  const { answers, register, organisations, posts, columns: chosen = [], ...about } = options
  const left = options.left ?? tables.flatMap(({ offered }, index) => (offered ? [index] : []))
  const reviewed = tables.map((table, index): ReviewedTable => {
    const { headings, columns } = recogniseColumns(table)
    const name = table.sheet ?? table.caption.at(-1) ?? ''
    const rows = table.rows.filter(({ heading }) => !heading).length
    return { name, rows, headings, columns: chosen[index] ?? columns, taken: !left.includes(index) }
  })
  const taken = tables.flatMap((table, index) => (left.includes(index) ? [] : [{ table, index }]))
  const proposal = proposeImport(
    taken.map(({ table }) => table),
    { ...about, mends: answers.filter(isMend), columns: taken.map(({ index }) => chosen[index] ?? null) },
  )
  const comparison = compareEdition(proposal.actions, register, {
    organisations,
    posts,
    today: options.today,
    answers: answers.filter(isOfEdition),
  })
  const becoming = becomingOf(comparison)
  const actions = new Map(proposal.actions.map((action) => [keyOf(action), action]))
  const histories = new Map(register.map(({ action, history }) => [action.id, history]))
  const numbers = new Set(register.map(({ action }) => action.reference))
  const isSettled = (problem: Problem): boolean => {
    if (problem.code === 'skippedNumbers') return isKnownGap(problem, numbers)
    const about = becoming(keyOf(problem))
    // It gets a number here, and its row says which.
    if (isUnnumbered(problem)) return about.kind === 'new' || about.kind === 'known'
    return about.kind === 'known' && isKnownAlready(problem, about.match, histories.get(about.match.action.id) ?? [])
  }
  const problems = Map.groupBy(
    proposal.problems.filter((problem) => !isSettled(problem)),
    keyOf,
  )
  const entries: Entry[] = []
  for (const { table, index } of taken) {
    const headings = reviewed[index]?.headings ?? []
    for (const { row, cells } of table.rows) {
      const key = keyOf({ sheet: table.sheet, row })
      const found = problems.get(key) ?? []
      if (!actions.delete(key) && found.length === 0) continue
      problems.delete(key)
      const source = cells.map(({ text }, column) => ({ heading: headings[column] ?? '', text }))
      entries.push({ sheet: table.sheet, row, source, becoming: becoming(key), problems: found })
    }
  }
  // What stands in no row that is left (a title, the end of a page) is told all the same.
  for (const [key, found] of problems) {
    const [first] = found
    if (first && !actions.has(key)) {
      entries.push({ sheet: first.sheet, row: first.row, source: [], becoming: becoming(key), problems: found })
    }
  }
  for (const [key, { sheet, row, source }] of actions) {
    const cells = source.map((text) => ({ heading: '', text }))
    entries.push({ sheet, row, source: cells, becoming: becoming(key), problems: problems.get(key) ?? [] })
  }
  const place = (sheet: string | null): number => taken.findIndex(({ table }) => table.sheet === sheet)
  return {
    tables: reviewed,
    entries: entries.toSorted((a, b) => place(a.sheet) - place(b.sheet) || a.row - b.row),
    comparison,
  }
}

function becomingOf({ fresh, matched, doubtful }: Comparison): (key: string) => Becoming {
  const found = new Map<string, Becoming>([
    ...fresh.map((each) => [keyOf(each.imported), { kind: 'new', fresh: each }] as const),
    ...matched.map((match) => [keyOf(match.imported), { kind: 'known', match }] as const),
    ...doubtful.map(({ imported, candidates }) => [keyOf(imported), { kind: 'doubtful', candidates }] as const),
  ])
  return (key) => found.get(key) ?? { kind: 'nothing' }
}

/** What was asked of an earlier edition isn't asked again: an entry without a day that has one here, a row without news. */
function isKnownAlready(problem: Problem, match: Matched, history: readonly Update[]): boolean {
  const text = problem.values?.['text']
  // That it ended and goes on is asked once, of the register.
  if (problem.code === 'contradiction' && match.statusTurn === 'backwards') return true
  if (problem.lost) return typeof text === 'string' && hasEntry(history, text)
  return !hasNews(match)
}

/** Nobody can number it by the document alone. */
function isUnnumbered({ code, mend }: Problem): boolean {
  return !mend && (code === 'missingReference' || code === 'referenceForm')
}

/** Numbers that the document skips and the register has: they are told as vanished. */
function isKnownGap({ values }: Problem, numbers: ReadonlySet<string>): boolean {
  const [first, last] = [values?.['first'], values?.['last']].map((each) => parseReference(String(each)))
  if (!first || !last) return false
  const gap = Array.from({ length: last.number - first.number + 1 }, (_, index) => first.number + index)
  return gap.every((number) => numbers.has(makeReference({ number, year: first.year })))
}

export interface Counts {
  /** Actions that the document has. */
  readonly actions: number
  readonly fresh: number
  readonly news: number
  readonly reworded: number
  readonly vanished: number
  /** Rows with a question that nobody has answered yet. */
  readonly needLook: number
  readonly lost: number
}

export function countReview({ entries, comparison }: Review, answers: readonly Answer[]): Counts {
  const { fresh, matched, vanished } = comparison
  return {
    actions: entries.filter((entry) => entry.becoming.kind !== 'nothing').length,
    fresh: fresh.length,
    news: matched.filter(hasNews).length,
    reworded: matched.filter((match) => match.rewording !== null).length,
    vanished: vanished.length,
    needLook: entries.filter((entry) => isAsked(entry, answers)).length,
    lost: entries.reduce((count, entry) => count + entry.problems.filter((problem) => problem.lost).length, 0),
  }
}

/** Whether something of the register is in the document: then it is a further edition, and told as one. */
export function isEdition({ comparison }: Review): boolean {
  return comparison.matched.length > 0 || comparison.doubtful.length > 0
}

/** Whether a row waits for an answer. */
export function isAsked(entry: Entry, answers: readonly Answer[]): boolean {
  return openProblems(entry, answers).length > 0 || entry.becoming.kind === 'doubtful' || asksReopen(entry, answers)
}

/** An action that ended here is open there, and nobody has said what is to become of it. */
export function asksReopen({ sheet, row, becoming }: Entry, answers: readonly Answer[]): boolean {
  if (becoming.kind !== 'known' || becoming.match.statusTurn !== 'backwards') return false
  return !answers.some((each) => !isMend(each) && each.question === 'reopen' && isAbout(each, { sheet, row }))
}

/** The problems of a row that wait for an answer. */
export function openProblems(entry: Entry, answers: readonly Answer[]): Problem[] {
  return entry.problems.filter((problem) => !answers.some((answer) => isAnswerTo(answer, problem)))
}

export function isAnswerTo(answer: Answer, problem: Pick<Problem, 'row' | 'code' | 'sheet'>): boolean {
  return isMend(answer) && answer.code === problem.code && isAbout(answer, problem)
}

export function isMend(answer: Answer): answer is MendAnswer {
  return 'code' in answer
}

function isOfEdition(answer: Answer): answer is EditionAnswer {
  return 'question' in answer
}

function isAbout(answer: Answer, place: { readonly sheet: string | null; readonly row: number }): boolean {
  return answer.row === place.row && (answer.sheet ?? null) === place.sheet
}

/** In the order in which they are looked at; rows that needed a look stay where they are once they are answered. */
export function sortEntries(
  entries: readonly Entry[],
  answers: readonly Answer[],
): { readonly shown: readonly Entry[]; readonly nothingNew: readonly Entry[] } {
  const ranks = Map.groupBy(entries, (entry) => rankOf(entry, answers))
  return { shown: [0, 1, 2, 3].flatMap((rank) => ranks.get(rank) ?? []), nothingNew: ranks.get(4) ?? [] }
}

function rankOf(entry: Entry, answers: readonly Answer[]): number {
  const { becoming, problems } = entry
  if (isAsked(entry, answers) || problems.length > 0 || answers.some((answer) => isAbout(answer, entry))) return 0
  if (becoming.kind !== 'known') return 1
  if (hasNews(becoming.match)) return 2
  return becoming.match.rewording ? 3 : 4
}

function keyOf({ sheet, row }: { readonly sheet: string | null; readonly row: number }): string {
  return JSON.stringify([sheet, row])
}
