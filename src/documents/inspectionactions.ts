/**
 * From a log of recommendations to what a register keeps of it: each report once, and each of its recommendations as an
 * action of its kind, with its bullets as parts, its position as history, and whom it waits for. What the log prints and
 * the rule doesn't say comes in as an override that says so.
 */

import type { Colour, Deadline } from '../domain/action.ts'
import type { Day } from '../domain/day.ts'
import type { BringPublication } from '../domain/publication.ts'
import type { PrintedPublication, PrintedRecommendation, RecommendationsProposal } from './recommendation.ts'
import { historyOf } from './recommendationdues.ts'
import { foldText } from './text.ts'
import type { ImportedAction, Inspection } from './tracker.ts'
import type { ImportedUpdate } from './updates.ts'

const LONGEST_KEY = 80

/** The same for every edition that calls the report the same. */
export function publicationKey(title: string): string {
  return foldText(title).replaceAll(' ', '-').slice(0, LONGEST_KEY) || 'report'
}

/** As actions of a register, in the order of the document. */
export function actionsOfInspections(
  { publications, day }: RecommendationsProposal,
  document: string,
): readonly ImportedAction[] {
  return publications.flatMap((publication) =>
    publication.recommendations.map((each) => makeAction(each, publication, day, document)),
  )
}

function makeAction(
  recommendation: PrintedRecommendation,
  { title }: PrintedPublication,
  day: Day,
  document: string,
): ImportedAction {
  const { sheet, row, number, kind, text, lead, parts, status, addressee } = recommendation
  const isGreen = status === 'GREEN' || status === 'NEW GREEN'
  return {
    sheet,
    row,
    reference: '',
    // Bullets alone say nothing of whom they are for.
    details: parts.length > 0 && lead !== '' ? lead : text,
    parts: (lead === '' ? [] : parts).map(({ mark, text: details, done }) => ({
      letter: mark,
      details,
      ...(done ? { note: { owners: [], due: null, done, marking: null } } : {}),
    })),
    updates: makeUpdates(recommendation, day, isGreen),
    owners: [],
    due: null,
    status: isGreen ? 'discharged' : status === 'CLOSED' ? 'closed' : 'open',
    redacted: false,
    source: [],
    inspection: {
      publication: publicationKey(title),
      title,
      kind,
      number,
      // The log may say whom it is for where the recommendation itself doesn't.
      addressee: addressee.words ?? (addressee.whose === 'other' ? addressee.body : null),
      deadline: deadlineOf(recommendation.dues),
      due: historyOf(recommendation.dues).first,
      imported: makeImported(recommendation, day, document),
    },
  }
}

function makeImported(recommendation: PrintedRecommendation, day: Day, document: string): Inspection['imported'] {
  const { dues, addressee, status, rule, comments } = recommendation
  const milestones = dues.flatMap(({ kind, due, purpose, words, done }) =>
    kind === 'milestone' && due ? [{ purpose: purpose ?? words, due, done: done ? day : null }] : [],
  )
  const { body, awaited } = addressee
  const printed: Colour | null = status === 'NEW GREEN' ? 'GREEN' : status
  return {
    milestones,
    moves: historyOf(dues).moves.map((move) => ({ ...move, day })),
    links: body === null ? [] : [{ kind: 'waitsFor', target: { body, what: awaited ?? recommendation.lead } }],
    ...(rule.differs && printed ? { override: { colour: printed, reason: `${status} in ${document}` } } : {}),
    ...(status === 'CLOSED' ? { closing: comments.at(-1)?.text ?? '' } : {}),
  }
}

/** Whose deadline the due is that holds now. */
function deadlineOf(dues: PrintedRecommendation['dues']): Deadline | null {
  const { current: due } = historyOf(dues)
  const current = due && dues.findLast((each) => each.due === due)
  if (!current) return null
  if (current.setBy !== 'body') return current.setBy
  return current.body === null ? null : { body: current.body }
}

/** Words of dues that are neither the due nor a move of it stand before the position that goes with them. */
function makeUpdates({ dues, comments }: PrintedRecommendation, day: Day, isGreen: boolean): ImportedUpdate[] {
  const told = historyOf(dues)
    .others.map(({ words }) => words)
    .join('\n')
  const entries = [
    ...(told === '' ? [] : [{ day: null, text: told }]),
    ...comments,
    ...(isGreen && comments.length === 0 ? [{ day: null, text: '' }] : []),
  ]
  return entries.map((entry, index) => ({
    day: entry.day ?? day,
    text: entry.text,
    next: null,
    outcome: isGreen && index === entries.length - 1 ? 'discharge' : null,
    ...(entry.day === null ? { isUndated: true as const } : {}),
  }))
}

/** What is kept of a report; a command without the id that its caller makes. */
export function makePublication(
  publication: PrintedPublication,
  { day, source }: { readonly day: Day; readonly source: BringPublication['source'] },
): Omit<BringPublication, 'id'> {
  const { title, subtitle, publishers, published, scope, lead, summary, position, notes, replies } = publication
  const asked = replies.flatMap(({ due }) => (due ? [{ due, to: publishers[0] ?? title }] : []))
  return {
    kind: 'bringPublication',
    key: publicationKey(title),
    content: {
      title,
      subtitle: subtitle ?? '',
      publishers,
      published,
      scope,
      lead: lead === null ? [] : [{ name: lead }],
    },
    summary,
    earlier: publication.reconciliation?.earlier ?? 0,
    notes: notes.join('\n'),
    position: position === null ? null : { day, words: position },
    replies: asked,
    source,
  }
}
