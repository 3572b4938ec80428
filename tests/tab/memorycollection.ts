/** A collection without a store, for tests of what people see: the rules are the real ones, and it saves at once. */

import { isRowOvertaken, type Collection, type CollectionCommand, type Stored } from '../../src/domain/collection.ts'
import type { Person } from '../../src/domain/group.ts'
import type { Snapshot } from '../../src/domain/snapshot.ts'
import type { DecisionContext } from '../../src/domain/step.ts'
import type { CollectionKind } from '../../src/sharepoint/work/collection.ts'

export interface MemoryGround {
  readonly me: Person
  readonly today: () => string
  readonly as: DecisionContext['as']
  readonly snapshot: Snapshot
}

export function createMemoryCollection<Content extends object, Command extends CollectionCommand>(
  { decide, touches }: Pick<CollectionKind<Content, Command>, 'decide' | 'touches'>,
  rows: ReadonlyMap<string, Content>,
  { me, today, as, snapshot }: MemoryGround,
): Collection<Content, Command> {
  const listeners = new Set<() => void>()
  const fresh = { state: 'fresh', asOf: `${today()}T09:00:00Z` } as const
  let version = 1
  const stamp = (): Stored => ({
    version: `"${version}"`,
    createdBy: me.name,
    createdAt: `${today()}T09:00:00Z`,
    modifiedAt: `${today()}T09:00:00Z`,
  })
  let values: ReadonlyMap<string, Content & Stored> = new Map(
    [...rows].map(([key, content]) => [key, { ...content, ...stamp() }]),
  )
  return {
    values: () => values,
    freshness: () => fresh,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async submit(command, seen) {
      const now = values.get(command.key) ?? null
      if (seen && isRowOvertaken(touches(command), seen, now)) return { state: 'stale', seen, now }
      const decided = decide(command, now, { actor: me, today: today(), as, snapshot })
      if (!decided.ok) return { state: 'refused', refusal: decided.error }
      version += 1
      const content = { ...decided.value, ...stamp() }
      values = new Map(values).set(command.key, content)
      for (const listener of listeners) listener()
      return { state: 'saved', content }
    },
    setVisible() {},
    close() {},
  }
}
