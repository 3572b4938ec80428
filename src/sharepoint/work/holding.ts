/**
 * The actions that a register holds in memory. Rows arrive in any order, from pages, from delta and from our own writes,
 * and some arrive late: the newer version of a row wins, and an action that didn't change stays the same object, so that
 * a screen draws again only what is new.
 */

import type { Action, ActionId } from '../../domain/action.ts'
import { revisionOf, type StoredRow } from '../table.ts'
import { createMemory, type RowProblem } from './cells.ts'
import { parseAction } from './rows.ts'

/** As little as can be beside the action itself: there are fifty thousand. */
interface Held extends Pick<StoredRow, 'version' | 'createdBy' | 'createdAt'> {
  readonly action: Action | null
  /** Null where there are none. */
  readonly problems: readonly RowProblem[] | null
}

export interface Holding {
  /** The same map until something changes. */
  actions(): ReadonlyMap<ActionId, Action>
  problems(): readonly RowProblem[]
  /** The id of the list item that an action stands in, where it is known. */
  itemOf(action: ActionId): string | null
  has(item: string): boolean
  /** How many rows are held, with those that are no action. */
  size(): number
  /** Takes rows in; the action of the last one, as it is now held. */
  put(rows: readonly StoredRow[]): Action | null
  remove(items: readonly string[]): void
  /** Rows put from now on are noted; `keep` then drops all that were not. */
  startOver(): { keep(): void }
  clear(): void
}

export function createHolding(): Holding {
  const held = new Map<string, Held>()
  const memory = createMemory()
  let noted: Set<string> | null = null
  let actions: ReadonlyMap<ActionId, Action> | null = null
  let problems: readonly RowProblem[] = []

  function build(): ReadonlyMap<ActionId, Action> {
    if (actions) return actions
    const map = new Map<ActionId, Action>()
    problems = []
    for (const each of held.values()) {
      if (each.problems) problems = [...problems, ...each.problems]
      if (each.action) map.set(each.action.id, each.action)
    }
    actions = map
    return map
  }

  return {
    actions: build,
    problems() {
      build()
      return problems
    },
    itemOf(action) {
      // Once for each thing that somebody writes: not worth a map of all.
      for (const [item, each] of held) if (each.action?.id === action) return item
      return null
    },
    has: (item) => held.has(item),
    size: () => held.size,
    put(rows) {
      let last: Action | null = null
      for (const row of rows) {
        noted?.add(row.id)
        const known = held.get(row.id)
        if (known && !isNewer(row.version, known.version)) {
          last = known.action
          continue
        }
        const { version } = row
        // Delta leaves out who made a row; it never changes.
        const createdBy = memory.text(row.createdBy || (known?.createdBy ?? ''))
        const createdAt = row.createdAt || (known?.createdAt ?? '')
        const { value: action, problems: found } = parseAction({ ...row, createdBy, createdAt }, memory)
        held.set(row.id, { version, createdBy, createdAt, action, problems: found.length > 0 ? found : null })
        last = action
        actions = null
      }
      return last
    },
    remove(gone) {
      for (const item of gone) if (held.delete(item)) actions = null
    },
    startOver() {
      const seen = new Set<string>()
      noted = seen
      return {
        keep() {
          if (noted === seen) noted = null
          for (const item of held.keys()) if (!seen.has(item) && held.delete(item)) actions = null
        },
      }
    },
    clear() {
      held.clear()
      memory.forget()
      noted = null
      actions = null
    },
  }
}

function isNewer(version: string, known: string): boolean {
  const [ours, theirs] = [revisionOf(version), revisionOf(known)]
  return Number.isNaN(ours) || Number.isNaN(theirs) ? version !== known : ours > theirs
}
