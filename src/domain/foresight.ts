/**
 * What a register will be once the commands that are on their way have arrived. Decided by the same rules that the
 * store is written by, so that what is shown ahead is what comes, unless somebody else is quicker. Pure.
 */

import type { Action, UpdateContent } from './action.ts'
import { aboutOf, type Command, type CommandId } from './command.ts'
import { decide } from './decide.ts'
import type { Result } from './result.ts'
import type { Snapshot } from './snapshot.ts'
import type { DecisionContext } from './step.ts'

export interface Foreseen {
  readonly action: Action
  /** What the history gains. */
  readonly updates: readonly UpdateContent[]
}

export interface Foresight {
  /** The same object where nothing is foreseen. */
  readonly snapshot: Snapshot
  /** By command; a refusal where the rules won't have it, and nothing of it is in the snapshot. */
  readonly outcomes: ReadonlyMap<CommandId, Result<Foreseen>>
}

/** @param at ISO instant, for what the store would stamp. A changed action keeps the version that it is stored at. */
export function foresee(
  commands: readonly Command[],
  snapshot: Snapshot,
  context: DecisionContext & { readonly at: string },
): Foresight {
  const outcomes = new Map<CommandId, Result<Foreseen>>()
  if (commands.length === 0) return { snapshot, outcomes }
  const actions = new Map(snapshot.actions)
  const ahead: Snapshot = { ...snapshot, actions }
  for (const command of commands) {
    const decided = decide(command, ahead, context)
    if (!decided.ok) {
      outcomes.set(command.id, decided)
      continue
    }
    let action = actions.get(aboutOf(command))
    const updates: UpdateContent[] = []
    for (const change of decided.value) {
      switch (change.kind) {
        case 'createAction':
          action = {
            ...change.action,
            version: '',
            createdBy: context.actor.name,
            createdAt: context.at,
            modifiedAt: context.at,
          }
          break
        case 'setAction':
          if (action) action = { ...action, ...change.fields }
          break
        case 'appendUpdate':
          updates.push(change.update)
          break
        // No command about an action changes a view.
        case 'putView':
        case 'dropView':
      }
    }
    if (!action) continue
    actions.set(action.id, action)
    outcomes.set(command.id, { ok: true, value: { action, updates } })
  }
  return { snapshot: ahead, outcomes }
}
