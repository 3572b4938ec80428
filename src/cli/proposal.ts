/** What an import would bring in, for programs and for people. Texts are plain: what stands for withheld words is left. */

import type { MinutedAction, StandingDuty } from '../documents/minutes.ts'
import type { Problem } from '../documents/problem.ts'
import type { ImportedAction } from '../documents/tracker.ts'
import { plainText } from '../domain/passage.ts'
import type { ReadProposal } from './reading.ts'

/** One line of JSON: the shape is a promise to programs that we don't know. */
export function makeJson(proposal: ReadProposal): string {
  const problems = problemsOf(proposal).map(makeProblemJson)
  if (proposal.kind === 'tracker') {
    return `${JSON.stringify({ actions: proposal.tracker.actions.map(makeActionJson), problems })}\n`
  }
  const { actions, duties } = proposal.minutes
  return `${JSON.stringify({ actions: actions.map(makeMinutedJson), duties: duties.map(makeDutyJson), problems })}\n`
}

/** What would be brought in. What was minuted has no number yet, and nothing has happened to it. */
export function actionsOf(proposal: ReadProposal): readonly ImportedAction[] {
  if (proposal.kind === 'tracker') return proposal.tracker.actions
  return proposal.minutes.actions.map(({ row, details, addressees, dueKept }) => ({
    sheet: null,
    row,
    reference: '',
    details,
    parts: [],
    updates: [],
    owners: addressees,
    due: dueKept,
    status: 'open',
    redacted: false,
    source: [],
  }))
}

function problemsOf(proposal: ReadProposal): readonly Problem[] {
  return proposal.kind === 'tracker' ? proposal.tracker.problems : proposal.minutes.problems
}

function makeMinutedJson({ row, details, addressees, due, dueWords }: MinutedAction): object {
  return { row, details, addressees, due, dueWords }
}

function makeDutyJson({ row, details, addressees }: StandingDuty): object {
  return { row, details, addressees }
}

function makeActionJson(action: ImportedAction): object {
  return {
    reference: plainText(action.reference),
    details: plainText(action.details),
    parts: action.parts.map(({ letter, details }) => ({ letter, details: plainText(details) })),
    updates: action.updates.map(({ day, text, next, outcome }) => ({
      day,
      text: plainText(text),
      next: next === null ? null : plainText(next),
      outcome,
    })),
    owners: action.owners.map(plainText),
    status: action.status,
    redacted: action.redacted,
  }
}

function makeProblemJson({ sheet, row, column, code, message }: Problem): object {
  return { sheet, row, column, code, message }
}

/** A table of the actions, then the problems, then one line that counts. */
export function makeReadable(proposal: ReadProposal, name: string): string {
  const [actions, problems] = [actionsOf(proposal), problemsOf(proposal)]
  const rows = actions.map((action) => [
    String(action.row),
    action.reference || '–',
    action.redacted === 'whole' ? 'withheld' : action.status,
    action.owners.join('; ') || '–',
    String(action.parts.length || '–'),
    String(action.updates.length || '–'),
    plainText(action.details).replaceAll('\n', ' '),
  ])
  const headings = ['Row', 'No', 'Status', 'Owner', 'Parts', 'Updates', 'Details']
  const lines = [name, '', ...makeColumns([headings, ...rows]), '']
  for (const problem of problems) {
    const place = [problem.sheet, `row ${problem.row}`, problem.column].filter(Boolean).join(', ')
    lines.push(`${place}: ${problem.message}`)
  }
  if (problems.length > 0) lines.push('')
  const duties = proposal.kind === 'minutes' ? proposal.minutes.duties : []
  for (const { row, details } of duties) lines.push(`row ${row}: a standing duty, not brought in: ${details}`)
  if (duties.length > 0) lines.push('')
  const looked = new Set(problems.map((problem) => `${problem.sheet}:${problem.row}`)).size
  const lost = problems.filter((problem) => problem.lost).length
  lines.push(`${count(actions.length, 'action')} · ${count(looked, 'row')} to look at · ${lost} not brought in`)
  return `${lines.join('\n')}\n`
}

const WIDEST = [6, 10, 18, 28, 5, 7, 72]

function makeColumns(rows: readonly (readonly string[])[]): string[] {
  const cut = rows.map((row) => row.map((cell, index) => shorten(cell, WIDEST[index] ?? 20)))
  const widths = WIDEST.map((_, index) => Math.max(...cut.map((row) => row[index]?.length ?? 0)))
  return cut.map((row) =>
    row
      .map((cell, index) => cell.padEnd(widths[index] ?? 0))
      .join('  ')
      .trimEnd(),
  )
}

function shorten(text: string, width: number): string {
  return text.length > width ? `${text.slice(0, width - 1).trimEnd()}…` : text
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}
