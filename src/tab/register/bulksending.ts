/**
 * What is sent for many actions, and what became of each. Pure. A command keeps its id until it is saved: sent once more,
 * it is not carried out twice.
 */

import type { Action, ActionId } from '../../domain/action.ts'
import type { ActionCommand, CommandId } from '../../domain/command.ts'
import type { Person } from '../../domain/group.ts'
import type { Submission } from '../../domain/snapshot.ts'
import { oppositeOf } from './undo.ts'

export interface BulkSending {
  readonly commands: readonly ActionCommand[]
  /** Each as its author saw it. */
  readonly seen: ReadonlyMap<ActionId, Action>
}

export interface BulkOutcome {
  readonly command: ActionCommand
  /** As it was seen. */
  readonly action: Action
  readonly submission: Submission
}

export function outcomesOf({ commands, seen }: BulkSending, submissions: readonly Submission[]): BulkOutcome[] {
  return commands.flatMap((command, index) => {
    const [action, submission] = [seen.get(command.action), submissions[index]]
    return action && submission ? [{ command, action, submission }] : []
  })
}

/** What is to be sent once more: as it is now, for what somebody else changed; the same again for what wasn't saved. */
export function sendingAgain(outcomes: readonly BulkOutcome[], state: 'unsaved' | 'stale'): BulkSending {
  const again = outcomes.filter(({ submission }) => submission.state === state)
  return {
    commands: again.map(({ command }) => command),
    seen: new Map(
      again.map(({ action, submission }) => [action.id, submission.state === 'stale' ? submission.now : action]),
    ),
  }
}

/** What takes all of it back, by further entries; null where that goes for some of them only, or for none. */
export function takingBack(
  outcomes: readonly BulkOutcome[],
  { me, reason, newId }: { readonly me: Person; readonly reason: string; readonly newId: () => CommandId },
): BulkSending | null {
  const commands: ActionCommand[] = []
  const seen = new Map<ActionId, Action>()
  for (const { command, action, submission } of outcomes) {
    const opposite = oppositeOf(command, command.id, action, me, reason)
    if (submission.state !== 'saved' || opposite === null) return null
    commands.push({ ...opposite, id: newId(), action: action.id })
    seen.set(action.id, submission.action)
  }
  return commands.length === 0 ? null : { commands, seen }
}

/** The actions that it isn't done to. */
export function leftOf(outcomes: readonly BulkOutcome[]): readonly ActionId[] {
  return outcomes.flatMap(({ action, submission }) => (submission.state === 'saved' ? [] : [action.id]))
}
