/**
 * The actions that a register holds in memory. Rows arrive in any order, from pages, from delta and from our own writes,
 * and some arrive late: the newer version of a row wins, and an action that didn't change stays the same object, so that
 * a screen draws again only what is new.
 */

import type { Action, ActionId } from '../../domain/action.ts'
import { revisionOf, type StoredRow } from '../table.ts'
import type { RowProblem } from './cells.ts'
import { parseAction, type Parsed } from './rows.ts'

interface Held {
  readonly row: Pick<StoredRow, 'version' | 'createdBy' | 'createdAt'>
  readonly parsed: Parsed<Action>
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
  let noted: Set<string> | null = null
  let actions: ReadonlyMap<ActionId, Action> | null = null
  let items = new Map<ActionId, string>()
  let problems: readonly RowProblem[] = []

  function build(): ReadonlyMap<ActionId, Action> {
    if (actions) return actions
    const map = new Map<ActionId, Action>()
    const found: RowProblem[] = []
    items = new Map()
    for (const [item, { parsed }] of held) {
      found.push(...parsed.problems)
      if (!parsed.value) continue
      map.set(parsed.value.id, parsed.value)
      items.set(parsed.value.id, item)
    }
    problems = found
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
      build()
      return items.get(action) ?? null
    },
    has: (item) => held.has(item),
    size: () => held.size,
    put(rows) {
      let last: Action | null = null
      for (const row of rows) {
        noted?.add(row.id)
        const known = held.get(row.id)
        if (known && !isNewer(row.version, known.row.version)) {
          last = known.parsed.value
          continue
        }
        // Delta leaves out who made a row; it never changes.
        const whole = {
          ...row,
          createdBy: row.createdBy || (known?.row.createdBy ?? ''),
          createdAt: row.createdAt || (known?.row.createdAt ?? ''),
        }
        const parsed = parseAction(whole)
        const { version, createdBy, createdAt } = whole
        held.set(row.id, { row: { version, createdBy, createdAt }, parsed })
        last = parsed.value
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
      noted = null
      actions = null
    },
  }
}

function isNewer(version: string, known: string): boolean {
  const [ours, theirs] = [revisionOf(version), revisionOf(known)]
  return Number.isNaN(ours) || Number.isNaN(theirs) ? version !== known : ours > theirs
}
