/**
 * Every occurrence that holds today is written down once, under an id of its own that goes on cards. What was told, or
 * taken as told when a group began, is never planned again: not after a restart, not when a register is read anew.
 */

import type { GroupGround } from './ground.ts'
import type { Rows } from './rows.ts'

export interface Planner {
  /** @returns how many are new */
  plan(ground: GroupGround): Promise<number>
}

export function createPlanner(rows: Rows): Planner {
  // What this instance has handed in already: asking again would cost and change nothing.
  const planned = new Map<string, GroupGround['due']>()
  return {
    async plan({ group, due }) {
      const before = planned.get(group.key)
      if (before === due) return 0
      const fresh = [...due.values()].filter(({ key }) => !before?.has(key))
      const count = before !== undefined && fresh.length === 0 ? 0 : await rows.addPrompts(group.key, fresh)
      planned.set(group.key, due)
      return count
    },
  }
}
