/** What an import would bring in, for programs and for people. Texts are plain: what stands for withheld words is left. */

import type { MinutedAction, StandingDuty } from '../documents/minutes.ts'
import type { Problem } from '../documents/problem.ts'
import type { ImportedAction } from '../documents/tracker.ts'
import { plainText } from '../domain/passage.ts'
import { makeColumns } from './columns.ts'
import {
  makeRecommendationLines,
  makeRecommendationsJson,
  makeWorkstreamLines,
  makeWorkstreamsJson,
} from './inspectionproposal.ts'
import type { ReadProposal } from './reading.ts'

/** One line of JSON: the shape is a promise to programs that we don't know. */
export function makeJson(proposal: ReadProposal): string {
  const problems = problemsOf(proposal).map(makeProblemJson)
  return `${JSON.stringify({ ...makeContentJson(proposal), problems })}\n`
}

function makeContentJson(proposal: ReadProposal): object {
  switch (proposal.kind) {
    case 'tracker':
      return { actions: proposal.tracker.actions.map(makeActionJson) }
    case 'minutes': {
      const { actions, duties } = proposal.minutes
      return { actions: actions.map(makeMinutedJson), duties: duties.map(makeDutyJson) }
    }
    case 'recommendations':
      return makeRecommendationsJson(proposal.recommendations)
    case 'workstreams':
      return makeWorkstreamsJson(proposal.workstreams)
  }
}

/** What a tracker or minutes would bring in. What was minuted has no number yet, and nothing has happened to it. */
export function actionsOf(proposal: Extract<ReadProposal, { kind: 'tracker' | 'minutes' }>): readonly ImportedAction[] {
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
  switch (proposal.kind) {
    case 'tracker':
      return proposal.tracker.problems
    case 'minutes':
      return proposal.minutes.problems
    case 'recommendations':
      return proposal.recommendations.problems
    case 'workstreams':
      return proposal.workstreams.problems
  }
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

/** What would come in as a table, then the problems, then one line that counts. */
export function makeReadable(proposal: ReadProposal, name: string): string {
  const problems = problemsOf(proposal)
  const lines = [name, '', ...makeContentLines(proposal), '']
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
  lines.push(`${countOf(proposal)} · ${count(looked, 'row')} to look at · ${lost} not brought in`)
  return `${lines.join('\n')}\n`
}

function makeContentLines(proposal: ReadProposal): readonly string[] {
  if (proposal.kind === 'recommendations') return makeRecommendationLines(proposal.recommendations)
  if (proposal.kind === 'workstreams') return makeWorkstreamLines(proposal.workstreams)
  const rows = actionsOf(proposal).map((action) => [
    String(action.row),
    action.reference || '–',
    action.redacted === 'whole' ? 'withheld' : action.status,
    action.owners.join('; ') || '–',
    String(action.parts.length || '–'),
    String(action.updates.length || '–'),
    plainText(action.details).replaceAll('\n', ' '),
  ])
  return makeColumns([['Row', 'No', 'Status', 'Owner', 'Parts', 'Updates', 'Details'], ...rows], WIDEST)
}

const WIDEST = [6, 10, 18, 28, 5, 7, 72]

export function countOf(proposal: ReadProposal): string {
  if (proposal.kind === 'workstreams') return count(proposal.workstreams.workstreams.length, 'work stream')
  if (proposal.kind !== 'recommendations') return count(actionsOf(proposal).length, 'action')
  const { publications } = proposal.recommendations
  const recommendations = publications.reduce((sum, each) => sum + each.recommendations.length, 0)
  return `${count(publications.length, 'report')}, ${count(recommendations, 'recommendation')}`
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}
