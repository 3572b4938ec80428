/**
 * What is sent for many actions, and what became of each. Pure. A command keeps its id until it is saved: sent once more,
 * it is not carried out twice.
 */

import type { Action, ActionId } from '../../domain/action.ts'
import type { ActionCommand } from '../../domain/command.ts'
import type { Submission } from '../../domain/snapshot.ts'

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

/** The actions that it isn't done to. */
export function leftOf(outcomes: readonly BulkOutcome[]): readonly ActionId[] {
  return outcomes.flatMap(({ action, submission }) => (submission.state === 'saved' ? [] : [action.id]))
}
