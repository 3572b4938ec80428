/**
 * The histories of all actions at once, for what looks at the whole register: a further edition, an export. Two lists
 * are paged; nothing is asked action by action. Shows only what the actions' rows acknowledge, as history.ts does.
 */

import type { ActionId, Update } from '../../domain/action.ts'
import { GraphFault } from '../fault.ts'
import type { StoredRow } from '../table.ts'
import type { Ground } from './commit.ts'
import { historyOf } from './history.ts'
import { parseCommits, UPDATE_COLUMNS } from './rows.ts'

/** Newest first, by action; an action without a history has no entry. Throws a fault when they can't be read. */
export async function readHistories(
  register: { ground(): Promise<Pick<Ground, 'actions' | 'updates'> | null> },
  serviceAppId?: string,
): Promise<ReadonlyMap<ActionId, readonly Update[]>> {
  const ground = await register.ground()
  if (!ground) throw new GraphFault({ status: 0, code: 'unreachable', message: 'the register is not here yet' })
  // The updates first: what is added meanwhile is then in neither, or in the actions' rows alone.
  const updates = new Map<ActionId, StoredRow[]>()
  for await (const page of ground.updates.pages(UPDATE_COLUMNS)) {
    for (const row of page) {
      const action = row.fields['ActionKey']
      if (typeof action !== 'string') continue
      const rows = updates.get(action)
      if (rows) rows.push(row)
      else updates.set(action, [row])
    }
  }
  const histories = new Map<ActionId, readonly Update[]>()
  for await (const page of ground.actions.pages(['Key', 'Commits'])) {
    for (const row of page) {
      const action = row.fields['Key']
      const rows = typeof action === 'string' ? updates.get(action) : undefined
      if (typeof action === 'string' && rows) histories.set(action, historyOf(rows, parseCommits(row), serviceAppId))
    }
  }
  return histories
}
