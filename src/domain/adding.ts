/** How an action comes to be: typed, spoken in a meeting, or read from a document with its number and history. */

import { COLOURS, type ActionContent } from './action.ts'
import type { AddAction } from './command.ts'
import { checkDue, checkOwners, checkParts, checkText, checkUpdate } from './check.ts'
import { checkMoves, extendAsTold } from './deadline.ts'
import { MARKINGS } from './group.ts'
import { nextReference, parseReference } from './reference.ts'
import { accept, refuse, type Refusal, type Result } from './result.ts'
import type { Snapshot } from './snapshot.ts'
import { latestOf, makeUpdate, type DecisionContext } from './step.ts'

/**
 * The new action and its history (product: "Action"; imports by coordinators only: architecture, decision 5). Two people who add at once may be given one reference: the store lets one have it.
 */
export function addAction(
  command: AddAction,
  snapshot: Snapshot,
  context: DecisionContext,
): Result<{ action: ActionContent; updates: ReturnType<typeof makeUpdate>[] }> {
  const refusal = check(command, snapshot, context)
  if (refusal) return { ok: false, error: refusal }
  const used = [...snapshot.actions.values()].map((action) => action.reference)
  const reference = command.imported?.reference ?? nextReference(used, context.today)
  if (!parseReference(reference)) return refuse('referenceInvalid', 'reference', { reference })
  if (used.includes(reference)) return refuse('referenceTaken', 'reference', { reference })

  const about = { command: command.id, batch: command.origin.batch ?? '' }
  const { extensions, entries } = extendAsTold(command.imported?.moves ?? [], command.due, about, context)
  const drafts = [...entries, ...(command.imported?.updates ?? [])]
  const updates = drafts.map((draft, ordinal) => makeUpdate(command.id, ordinal, command.id, draft))
  const latest = latestOf(null, updates)
  const status = command.imported?.status ?? 'open'
  const overridden = command.imported?.override
  const endedOn = latest?.day ?? context.today
  const evidence = updates.findLast((update) => update.outcome === 'discharge')?.text ?? ''
  return accept({
    updates,
    action: {
      id: command.id,
      reference,
      kind: command.actionKind,
      details: command.details.trim(),
      parts: command.parts,
      owners: command.owners,
      due: extensions.at(-1)?.to ?? command.due,
      firstDue: command.due,
      extensions,
      extensionAsked: null,
      milestones: (command.imported?.milestones ?? []).map((each, at) => ({ ...each, id: `${command.id}.m${at}` })),
      links: (command.imported?.links ?? []).map((each, at) => ({ ...each, id: `${command.id}.l${at}`, answer: null })),
      retainedFor: null,
      status,
      discharge: status === 'discharged' ? { evidence, proposedOn: endedOn, proposedBy: null, decision: null } : null,
      closing:
        status === 'closed' ? { reason: 'notApplicable', words: command.imported?.closing ?? '', day: endedOn } : null,
      override: overridden ? { ...overridden, by: context.actor, on: context.today } : null,
      origin: command.origin,
      marking: command.marking ?? null,
      latest,
      updateCount: updates.length,
    },
  })
}

function check(command: AddAction, snapshot: Snapshot, context: DecisionContext): Refusal | null {
  if (command.imported && context.as === 'member') return { code: 'coordinatorOnly' }
  if (command.marking && !MARKINGS.includes(command.marking.level)) return { code: 'markingTooHigh', field: 'marking' }
  for (const [index, draft] of (command.imported?.updates ?? []).entries()) {
    const refusal = checkUpdate(draft, `updates.${index}`, snapshot, context.today)
    if (refusal) return refusal
  }
  for (const [index, { purpose, due }] of (command.imported?.milestones ?? []).entries()) {
    const refusal = checkText(purpose, `milestones.${index}`) ?? checkDue(due, `milestones.${index}`)
    if (refusal) return refusal
  }
  if (command.imported?.override && !COLOURS.includes(command.imported.override.colour)) {
    return { code: 'commandInvalid', field: 'override' }
  }
  return (
    checkText(command.details, 'details') ??
    checkOwners(command.owners, 'owners', snapshot) ??
    checkDue(command.due, 'due') ??
    checkMoves(command.imported?.moves ?? [], command.due, context.today) ??
    checkParts(command.parts, snapshot)
  )
}
