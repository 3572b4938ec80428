/**
 * A document as its reviewer sees it: each row of the source beside the action it becomes, with what needs a look.
 * Pure; runs beside the reader, so that only what is shown crosses over.
 */

import { recogniseColumns, type Column } from '../../documents/columns.ts'
import type { MendAnswer, Problem } from '../../documents/problem.ts'
import type { Table } from '../../documents/table.ts'
import { proposeImport, type ImportedAction, type ImportOptions } from '../../documents/tracker.ts'

export interface ReviewedTable {
  /** Row of the headings, where there are any. */
  readonly headerRow: number | null
  readonly headings: readonly string[]
  readonly columns: readonly Column[]
}

export interface Entry {
  readonly sheet: string | null
  readonly row: number
  /** Cells as they were, each under its heading. */
  readonly source: readonly { readonly heading: string; readonly text: string }[]
  /** Null for a row that belongs to no action. */
  readonly action: ImportedAction | null
  readonly problems: readonly Problem[]
}

export interface Review {
  readonly tables: readonly ReviewedTable[]
  /** In the order of the source. */
  readonly entries: readonly Entry[]
}

/** @param options.columns what a person said that a table's columns are; null leaves them to be recognised */
export function makeReview(tables: readonly Table[], options: ImportOptions): Review {
  const recognised = tables.map((table, index): ReviewedTable => {
    const { headerRow, headings, columns } = recogniseColumns(table)
    return { headerRow, headings, columns: options.columns?.[index] ?? columns }
  })
  const proposal = proposeImport(tables, options)
  const actions = new Map(proposal.actions.map((action) => [keyOf(action), action]))
  const problems = Map.groupBy(proposal.problems, keyOf)
  const entries: Entry[] = []
  for (const [index, table] of tables.entries()) {
    for (const { row, cells } of table.rows) {
      const key = keyOf({ sheet: table.sheet, row })
      const action = actions.get(key) ?? null
      const found = problems.get(key) ?? []
      if (action === null && found.length === 0) continue
      const headings = recognised[index]?.headings ?? []
      const source = cells.map(({ text }, column) => ({ heading: headings[column] ?? '', text }))
      entries.push({ sheet: table.sheet, row, source, action, problems: found })
      problems.delete(key)
      actions.delete(key)
    }
  }
  // What stands in no row that is left (a title, the end of a page) is told all the same.
  for (const found of problems.values()) {
    const [first] = found
    if (first) entries.push({ sheet: first.sheet, row: first.row, source: [], action: null, problems: found })
  }
  for (const action of actions.values()) {
    const source = action.source.map((text) => ({ heading: '', text }))
    entries.push({ sheet: action.sheet, row: action.row, source, action, problems: [] })
  }
  return { tables: recognised, entries: entries.toSorted((a, b) => a.row - b.row) }
}

export interface Counts {
  readonly actions: number
  /** Rows with a problem that nobody has answered yet. */
  readonly needLook: number
  readonly lost: number
}

export function countReview(entries: readonly Entry[], answers: readonly MendAnswer[]): Counts {
  return {
    actions: entries.filter((entry) => entry.action !== null).length,
    needLook: entries.filter((entry) => openProblems(entry, answers).length > 0).length,
    lost: entries.reduce((count, entry) => count + entry.problems.filter((problem) => problem.lost).length, 0),
  }
}

/** The problems of a row that wait for an answer. */
export function openProblems(entry: Entry, answers: readonly MendAnswer[]): Problem[] {
  return entry.problems.filter((problem) => !answers.some((answer) => isAnswerTo(answer, problem)))
}

export function isAnswerTo(answer: MendAnswer, problem: Pick<Problem, 'row' | 'code' | 'sheet'>): boolean {
  return answer.row === problem.row && answer.code === problem.code && (answer.sheet ?? null) === problem.sheet
}

/** Rows that need, or needed, a look come first and stay where they are once answered. */
export function sortEntries(entries: readonly Entry[], answers: readonly MendAnswer[]): readonly Entry[] {
  const asked = (entry: Entry): boolean =>
    entry.problems.length > 0 ||
    answers.some((answer) => answer.row === entry.row && (answer.sheet ?? null) === entry.sheet)
  return [...entries.filter(asked), ...entries.filter((entry) => !asked(entry))]
}

function keyOf({ sheet, row }: { readonly sheet: string | null; readonly row: number }): string {
  return JSON.stringify([sheet, row])
}
