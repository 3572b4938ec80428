/**
 * The actions that a register holds in memory. Rows arrive in any order, from pages, from delta and from our own writes,
 * and some arrive late: the newer version of a row wins, and an action that didn't change stays the same object, so that
 * a screen draws again only what is new.
 */

import type { Action, ActionId } from '../../domain/action.ts'
import { revisionOf, type StoredRow } from '../table.ts'
import { createMemory, type RowProblem } from './cells.ts'
import { parseAction } from './rows.ts'

/** An action, or what is known of a row that is none. Nothing is kept beside an action: there are fifty thousand. */
type Held = Action | ({ readonly id: null } & Pick<StoredRow, 'version' | 'createdBy' | 'createdAt'>)

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
  const broken = new Map<string, readonly RowProblem[]>()
  const memory = createMemory()
  let noted: Set<string> | null = null
  let actions: ReadonlyMap<ActionId, Action> | null = null

  function build(): ReadonlyMap<ActionId, Action> {
    if (actions) return actions
    const map = new Map<ActionId, Action>()
    for (const each of held.values()) if (each.id !== null) map.set(each.id, each)
    actions = map
    return map
  }

  function drop(item: string): void {
    broken.delete(item)
    if (held.delete(item)) actions = null
  }

  return {
    actions: build,
    problems: () => [...broken.values()].flat(),
    itemOf(action) {
      // Once for each thing that somebody writes: not worth a map of all.
      for (const [item, each] of held) if (each.id === action) return item
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
          last = actionOf(known)
          continue
        }
        const { version } = row
        // Delta leaves out who made a row; it never changes.
        const createdBy = memory.text(row.createdBy || (known?.createdBy ?? ''))
        const createdAt = memory.text(row.createdAt || (known?.createdAt ?? ''))
        const { value, problems } = parseAction({ ...row, createdBy, createdAt }, memory)
        held.set(row.id, value ?? { id: null, version, createdBy, createdAt })
        if (problems.length > 0) broken.set(row.id, problems)
        else broken.delete(row.id)
        last = value
        actions = null
      }
      return last
    },
    remove(gone) {
      for (const item of gone) drop(item)
    },
    startOver() {
      const seen = new Set<string>()
      noted = seen
      return {
        keep() {
          if (noted === seen) noted = null
          for (const item of held.keys()) if (!seen.has(item)) drop(item)
        },
      }
    },
    clear() {
      held.clear()
      broken.clear()
      memory.forget()
      noted = null
      actions = null
    },
  }
}

function actionOf(held: Held): Action | null {
  return held.id === null ? null : held
}

function isNewer(version: string, known: string): boolean {
  const [ours, theirs] = [revisionOf(version), revisionOf(known)]
  return Number.isNaN(ours) || Number.isNaN(theirs) ? version !== known : ours > theirs
}
