/**
 * Whether what a row says of decisions is so. Members of a group can edit its lists in SharePoint itself; the outcome
 * of a decision is the service's alone to write (product: "Who writes what"). What disagrees is found by comparing the
 * row with the decisions on Control, and put right, with an entry in the history that says so.
 */

import type { ActionContent, ActionId, Extension } from './action.ts'
import { subjectOf } from './approval.ts'
import { canonical } from './canonical.ts'
import type { PutRight } from './command.ts'
import { isImported } from './deadline.ts'
import { refuse } from './result.ts'
import { eventEntry, step, type Rule } from './step.ts'
import type { Verdict } from './record.ts'

/** What Control knows of a decision. */
export interface KnownDecision {
  readonly kind: string
  readonly subject: string
  readonly verdict: Verdict
  /** Of a confirmed import: the actions of which it confirms something. */
  readonly actions?: { has(action: ActionId): boolean }
}

export const CORRECTIONS = ['discharge', 'extension', 'due'] as const
export type CorrectionKind = (typeof CORRECTIONS)[number]

export interface Correction {
  readonly what: CorrectionKind
  readonly fields: PutRight['fields']
}

/**
 * What no decision bears out, one thing at a time; null: nothing. Before the due is asked about (`wrongDue`), what was
 * taken away has to stand again.
 *
 * @param held the imported extensions that are borne out, of which decisions alone don't tell
 */
export function wrongOutcome(
  action: ActionContent,
  decisions: ReadonlyMap<string, KnownDecision>,
  held: ReadonlySet<Extension> = new Set(),
): Correction | null {
  return wrongDischarge(action, decisions) ?? wrongExtension(action, decisions, held)
}

/** Says that it is discharged, and no decision bears it out. What an import claims waits for its confirmation. */
function wrongDischarge(action: ActionContent, decisions: ReadonlyMap<string, KnownDecision>): Correction | null {
  if (action.status !== 'discharged') return null
  const { discharge, origin } = action
  const decision = discharge?.decision ?? null
  if (decision === null && origin.kind === 'document') return null
  const known = decision === null ? undefined : decisions.get(decision)
  const isBorneOut =
    known?.verdict === 'approved' &&
    (known.subject === subjectOf('discharge', action.id) ||
      (known.kind === 'import' && known.subject === origin.batch && known.actions?.has(action.id) === true))
  if (isBorneOut) return null
  const asked = discharge?.ask !== undefined && discharge.evidence !== ''
  return {
    what: 'discharge',
    fields: asked
      ? { status: 'dischargeProposed', discharge: { ...discharge, decision: null } }
      : { status: 'open', discharge: null },
  }
}

/** Extensions that nobody granted or brought in; the due goes back to where the last of the others left it. */
function wrongExtension(
  action: ActionContent,
  decisions: ReadonlyMap<string, KnownDecision>,
  held: ReadonlySet<Extension>,
): Correction | null {
  const isGranted = (extension: Extension): boolean => {
    if (isImported(extension)) return held.has(extension)
    const known = decisions.get(extension.decision)
    return known?.verdict === 'approved' && known.subject === subjectOf('extension', action.id)
  }
  const granted = action.extensions.filter(isGranted)
  if (granted.length === action.extensions.length) return null
  return { what: 'extension', fields: { extensions: granted, due: granted.at(-1)?.to ?? action.firstDue } }
}

/** Extensions that were taken out of the row stand in it again, each where the one before it left the due. */
export function restoreExtensions(action: ActionContent, lost: readonly Extension[]): Correction {
  const left = [...action.extensions, ...lost]
  const extensions: Extension[] = []
  for (let due = action.firstDue; left.length > 0; due = extensions.at(-1)?.to ?? due) {
    const next = left.findIndex(({ from }) => canonical(from) === canonical(due))
    extensions.push(...left.splice(Math.max(next, 0), 1))
  }
  return { what: 'extension', fields: { extensions, due: extensions.at(-1)?.to ?? action.due } }
}

/** A due moves by an extension alone (product, rule 3). */
export function wrongDue(action: ActionContent): Correction | null {
  const [first] = action.extensions
  const firstDue = first?.from ?? action.firstDue
  const due = action.extensions.at(-1)?.to ?? firstDue
  if (canonical(due) === canonical(action.due) && canonical(firstDue) === canonical(action.firstDue)) return null
  return { what: 'due', fields: { due, firstDue } }
}

/** Puts back what follows from the decisions; the service alone. */
export const putRight: Rule<PutRight> = (command, action, context) => {
  if (context.as !== 'service') return refuse('serviceOnly')
  const before = Object.fromEntries(Object.keys(command.fields).map((field) => [field, action[field as 'status']]))
  if (canonical(before) === canonical(command.fields)) return refuse('nothingChanged')
  return step(command.fields, eventEntry(context, 'putRight', { what: command.what }))
}
