/**
 * Several groups' registers as one thing to draw: what each knows now, and how it stands. Hides that each arrives, and
 * fails, by itself. The same object until one of them changes.
 */

import type { GroupEntry } from '../../contract/endpoints.ts'
import type { ActionRegister, Freshness, Snapshot } from '../../domain/snapshot.ts'

export interface GroupReading {
  readonly group: GroupEntry
  readonly snapshot: Snapshot | null
  readonly freshness: Freshness
}

export interface Registers {
  readonly readings: () => readonly GroupReading[]
  readonly subscribe: (listener: () => void) => () => void
}

export function joinRegisters(
  groups: readonly GroupEntry[],
  open: (siteId: string) => Pick<ActionRegister, 'snapshot' | 'freshness' | 'subscribe'>,
): Registers {
  const joined = groups.map((group) => ({ group, register: open(group.siteId) }))
  let taken: readonly GroupReading[] = []
  return {
    readings() {
      const now = joined.map(({ group, register }) => ({
        group,
        snapshot: register.snapshot(),
        freshness: register.freshness(),
      }))
      const same =
        taken.length === now.length &&
        now.every(
          (each, index) => each.snapshot === taken[index]?.snapshot && each.freshness === taken[index].freshness,
        )
      if (!same) taken = now
      return taken
    },
    subscribe(listener) {
      const ends = joined.map(({ register }) => register.subscribe(listener))
      return () => {
        for (const end of ends) end()
      }
    },
  }
}
