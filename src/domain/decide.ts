/**
 * The only way to change anything: a command and what is known become changes, or a refusal. Pure: the same command on
 * the same snapshot gives the same changes; who acts and which day it is are arguments.
 */

import type { UpdateContent } from './action.ts'
import { addAction } from './adding.ts'
import type { Change } from './change.ts'
import type { ActionCommand, Command, ViewCommand } from './command.ts'
import { askExtension, completeMilestone, recordExtension, setDue, setMilestone } from './deadline.ts'
import { close, proposeDischarge, recordDischarge, reopen, withdrawDischarge } from './ending.ts'
import { decideView } from './keeping.ts'
import { addLink, answerLink, removeLink } from './linking.ts'
import { noteHandOver } from './handover.ts'
import { putRight } from './outcome.ts'
import { addUpdate, mergeEdition, retain } from './progress.ts'
import { accept, refuse, type Result } from './result.ts'
import { liftOverride, mark, overrideStatus, reassign, reword, setAddressee, setPart } from './shaping.ts'
import type { Snapshot } from './snapshot.ts'
import { latestOf, makeUpdate, type DecisionContext, type Rule } from './step.ts'

const RULES: { readonly [Kind in ActionCommand['kind']]: Rule<Extract<ActionCommand, { kind: Kind }>> } = {
  addUpdate,
  mergeEdition,
  retain,
  proposeDischarge,
  withdrawDischarge,
  recordDischarge,
  close,
  reopen,
  setDue,
  askExtension,
  recordExtension,
  setMilestone,
  completeMilestone,
  reassign,
  reword,
  setAddressee,
  mark,
  setPart,
  overrideStatus,
  liftOverride,
  addLink,
  answerLink,
  removeLink,
  putRight,
  noteHandOver,
}

/** Decides one command. The snapshot must hold the action or view that the command is about as it is *now*. */
export function decide(
  command: Command | ViewCommand,
  snapshot: Snapshot,
  context: DecisionContext,
): Result<readonly Change[]> {
  if (!/^[\w-]{8,64}$/.test(command.id)) return refuse('commandInvalid', 'id')
  if (command.kind === 'saveView' || command.kind === 'removeView') return decideView(command, snapshot, context)
  if (command.kind === 'addAction') {
    const added = addAction(command, snapshot, context)
    if (!added.ok) return added
    const { action, updates } = added.value
    return accept([...updates.map(append), { kind: 'createAction', action }])
  }
  const action = snapshot.actions.get(command.action)
  if (!action) return refuse('actionUnknown')
  const decided = (RULES[command.kind] as Rule<ActionCommand>)(command, action, context, snapshot)
  if (!decided.ok) return decided
  const { fields, entries } = decided.value
  const updates = entries.map((entry, ordinal) => makeUpdate(command.id, ordinal, action.id, entry))
  const latest = latestOf(action.latest, updates)
  const updateCount = action.updateCount + updates.length
  return accept([
    ...updates.map(append),
    { kind: 'setAction', action: action.id, fields: { ...fields, latest, updateCount } },
  ])
}

function append(update: UpdateContent, ordinal: number): Change {
  return { kind: 'appendUpdate', ordinal, update }
}
