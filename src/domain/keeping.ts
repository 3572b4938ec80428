/** Views are kept, changed and let go: the group's by its coordinators, one's own by oneself alone. Pure. */

import type { Change } from './change.ts'
import { LONGEST_TEXT } from './check.ts'
import type { RemoveView, SaveView, ViewCommand } from './command.ts'
import { accept, refuse, type Refusal, type Result } from './result.ts'
import { isOwner, LONGEST_NAME, VIEW_SCOPES, type SavedView, type ViewId } from './savedview.ts'
import type { Snapshot } from './snapshot.ts'
import type { DecisionContext } from './step.ts'
import { makeView } from './view.ts'

type Views = ReadonlyMap<ViewId, SavedView>

/** What is there already as it should be, needs no change: the same command twice is once. */
export function decideView(
  command: ViewCommand,
  snapshot: Snapshot,
  context: DecisionContext,
): Result<readonly Change[]> {
  if (snapshot.views === null) return refuse('viewsMissing')
  return command.kind === 'saveView'
    ? saveView(command, snapshot.views, context)
    : removeView(command, snapshot.views, context)
}

function saveView(command: SaveView, views: Views, context: DecisionContext): Result<readonly Change[]> {
  const id = command.view ?? command.id
  const was = views.get(id)
  if (command.view !== null && !was) return refuse('viewUnknown')
  const name = command.name.trim()
  const refusal = (was && mayChange(was, context)) ?? check(command, name, views, context)
  if (refusal) return { ok: false, error: refusal }
  const { scope, content } = command
  return accept([{ kind: 'putView', view: { id, name, scope, owner: was?.owner ?? context.actor, content } }])
}

function removeView(command: RemoveView, views: Views, context: DecisionContext): Result<readonly Change[]> {
  const was = views.get(command.view)
  if (!was) return accept([])
  const refusal = mayChange(was, context)
  return refusal ? { ok: false, error: refusal } : accept([{ kind: 'dropView', view: was.id }])
}

function check(command: SaveView, name: string, views: Views, context: DecisionContext): Refusal | null {
  if (!VIEW_SCOPES.includes(command.scope)) return { code: 'commandInvalid', field: 'scope' }
  if (makeView(command.content).length > LONGEST_TEXT) return { code: 'commandInvalid', field: 'content' }
  if (name === '') return { code: 'textMissing', field: 'name' }
  if (name.length > LONGEST_NAME) return { code: 'textTooLong', field: 'name', values: { longest: LONGEST_NAME } }
  if (command.scope === 'group' && context.as === 'member') return { code: 'coordinatorOnly', field: 'scope' }
  const id = command.view ?? command.id
  const taken = [...views.values()].some(
    (each) => each.id !== id && each.scope === command.scope && each.name.toLowerCase() === name.toLowerCase(),
  )
  return taken ? { code: 'viewNameTaken', field: 'name', values: { name } } : null
}

/** The group's by its coordinators, one's own by oneself alone: a refusal, or null where the actor may. */
function mayChange(view: SavedView, context: DecisionContext): Refusal | null {
  if (view.scope === 'group') return context.as === 'member' ? { code: 'coordinatorOnly' } : null
  return isOwner(view, context.actor) ? null : { code: 'viewNotYours' }
}
