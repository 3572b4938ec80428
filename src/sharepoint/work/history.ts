/**
 * The history of one action, read when its panel opens. Shows only what the action's row acknowledges: an update whose
 * command was cut off before that is not there yet.
 */

import type { ActionId, Update } from '../../domain/action.ts'
import { GraphFault } from '../fault.ts'
import type { StoredRow } from '../table.ts'
import { readAction, type Ground } from './commit.ts'
import { parseCommits, parseUpdate, UPDATE_COLUMNS } from './rows.ts'

/** Newest first: by the day they speak of, then by the order in which the action's row took them in. */
export async function readHistory(
  ground: Pick<Ground, 'actions' | 'updates' | 'itemOf'>,
  action: ActionId,
  serviceAppId: string | undefined,
): Promise<readonly Update[]> {
  const [row, rows] = await Promise.all([
    readAction(ground, action),
    ground.updates.find('ActionKey', action, UPDATE_COLUMNS),
  ])
  if (!row) throw new GraphFault({ status: 404, code: 'itemNotFound', message: 'the action is gone' })
  return historyOf(rows, parseCommits(row), serviceAppId)
}

/** The updates that count, of all rows that name the action. */
export function historyOf(
  rows: readonly StoredRow[],
  commits: readonly string[],
  serviceAppId: string | undefined,
): readonly Update[] {
  const turns = new Map(commits.map((command, turn) => [command, turn]))
  return rows
    .flatMap((row) => {
      const { value } = parseUpdate(row, serviceAppId)
      const turn = value ? turns.get(value.command) : undefined
      return value && turn !== undefined ? [{ update: value.update, turn }] : []
    })
    .toSorted((a, b) => compare(b.update.day, a.update.day) || b.turn - a.turn || ordinal(b.update) - ordinal(a.update))
    .map(({ update }) => update)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function ordinal(update: Update): number {
  return Number(update.id.slice(update.id.lastIndexOf('.') + 1))
}
