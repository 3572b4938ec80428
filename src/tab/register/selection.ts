/**
 * Which actions are selected, to be dealt with together. Pure. A range grows and shrinks from where it began, beside
 * what was selected before; toggling a line begins the next one.
 */

import type { ActionId } from '../../domain/action.ts'
import type { Lines } from './lines.ts'

export interface Selection {
  readonly ids: ReadonlySet<ActionId>
  /** Where a range begins; null: at the line from which it is drawn. */
  readonly anchor: ActionId | null
  /** What is selected besides the range. */
  readonly beside: ReadonlySet<ActionId>
}

export const NOTHING_SELECTED: Selection = { ids: new Set(), anchor: null, beside: new Set() }

export function toggleSelected({ ids }: Selection, id: ActionId): Selection {
  const then = new Set(ids)
  if (!then.delete(id)) then.add(id)
  return { ids: then, anchor: id, beside: then }
}

/** @param range the actions from where it begins (first) to where it now ends */
export function selectRange({ beside }: Selection, range: readonly ActionId[]): Selection {
  return { ids: new Set([...beside, ...range]), anchor: range[0] ?? null, beside }
}

/** All of them; all of them again lets go of everything. */
export function selectAll({ ids }: Selection, all: readonly ActionId[]): Selection {
  if (all.every((id) => ids.has(id))) return NOTHING_SELECTED
  const then = new Set(all)
  return { ids: then, anchor: null, beside: then }
}

/** What a list asks for when lines are selected in it. */
export interface Selecting {
  readonly ids: ReadonlySet<ActionId>
  readonly anchor: ActionId | null
  readonly toggle: (id: ActionId) => void
  /** @param range from where it begins (first) to where it now ends */
  readonly range: (range: readonly ActionId[]) => void
  /** Everything that is shown, or nothing. */
  readonly all: () => void
}

/** The actions from one line to another, in that direction; headings between them are none. */
export function idsBetween(lines: Lines, from: number, to: number): readonly ActionId[] {
  const ids: ActionId[] = []
  const step = from <= to ? 1 : -1
  for (let index = from; index !== to + step; index += step) {
    const line = lines.at(index)
    if (line?.kind === 'row') ids.push(line.row.action.id)
  }
  return ids
}

/** Only these of them. */
export function selectOnly(ids: Iterable<ActionId>): Selection {
  const then = new Set(ids)
  return then.size === 0 ? NOTHING_SELECTED : { ids: then, anchor: null, beside: then }
}
