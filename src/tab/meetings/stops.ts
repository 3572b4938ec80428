/**
 * The way through a meeting, one thing after the other: each item of the agenda, and behind it the matters that are
 * taken under it. Pure. The item of the matters arising is no stop of its own while it has any.
 */

import { isSettled, type Arising } from '../../domain/mattersarising.ts'
import type { Meeting } from '../../domain/group.ts'
import type { Numbered } from '../../domain/meetingagenda.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import type { Held, KeptItem } from './room.ts'

export type Stop =
  | { readonly key: string; readonly kind: 'item'; readonly numbered: Numbered<KeptItem> }
  | {
      readonly key: string
      readonly kind: 'matter'
      readonly arising: Arising
      /** From 1. */
      readonly position: number
    }

export function stopsOf({ agenda, arising }: Pick<Held, 'agenda' | 'arising'>): readonly Stop[] {
  const stops: Stop[] = []
  const under = new Map<string, Stop[]>()
  for (const [index, each] of arising.entries()) {
    const stop: Stop = { key: each.action.id, kind: 'matter', arising: each, position: index + 1 }
    const item = each.item?.item.key ?? ''
    const known = under.get(item)
    if (known) known.push(stop)
    else under.set(item, [stop])
  }
  for (const numbered of agenda) {
    const matters = under.get(numbered.item.key) ?? []
    if (numbered.item.kind !== 'matters' || matters.length === 0) {
      stops.push({ key: `item ${numbered.item.key}`, kind: 'item', numbered })
    }
    stops.push(...matters)
  }
  // What the agenda has no item for is taken last.
  stops.push(...(under.get('') ?? []))
  return stops
}

export interface Progress {
  readonly count: number
  readonly settled: number
  /** Kept for a later meeting. */
  readonly carried: number
}

export function progressOf(
  arising: readonly Arising[],
  meeting: Meeting,
  snapshot: Pick<Snapshot, 'meetings'>,
): Progress {
  let settled = 0
  let carried = 0
  for (const each of arising) {
    if (!isSettled(each, meeting, snapshot)) continue
    settled += 1
    if (each.matter?.deeds.findLast(({ how }) => how !== 'updated')?.how === 'retained') carried += 1
  }
  return { count: arising.length, settled, carried }
}
