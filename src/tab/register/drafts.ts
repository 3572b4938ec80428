/**
 * Words that are not saved yet. In memory always; in the browser's session too where the marking is OFFICIAL, so that
 * they survive a reload. Per person and group, for a day; forgotten on denial and when somebody else signs in.
 */

import type { Marking, Person } from '../../domain/group.ts'

export interface Drafts {
  /** As it was kept under this key: who keeps it knows its shape. */
  read(key: string): object | null
  /** Null forgets it. */
  keep(key: string, draft: object | null, marking: Marking): void
  /** The keys that begin so. */
  keys(beginning: string): readonly string[]
  clear(): void
}

interface Kept {
  readonly draft: object
  /** Milliseconds since 1970. */
  readonly until: number
}

const PREFIX = 'matters-arising.draft'
const KEPT_MS = 24 * 60 * 60 * 1000

/** @param storage the browser's session storage, or null where there is none */
export function createDrafts(storage: Storage | null, person: Person, group: string, now: () => number): Drafts {
  const memory = new Map<string, object>()
  const mine = `${PREFIX}.${person.tenantId}.${person.objectId}.`
  const nameOf = (key: string): string => `${mine}${group}.${key}`

  if (storage) {
    for (const name of namesIn(storage)) {
      if (!name.startsWith(mine) || (parse(storage.getItem(name))?.until ?? 0) < now()) storage.removeItem(name)
    }
  }

  return {
    read(key) {
      const known = memory.get(key) ?? parse(storage?.getItem(nameOf(key)) ?? null)?.draft
      return known ?? null
    },
    keep(key, draft, marking) {
      if (draft) memory.set(key, draft)
      else memory.delete(key)
      if (!storage) return
      storage.removeItem(nameOf(key))
      if (draft && marking.level === 'OFFICIAL') store(storage, nameOf(key), { draft, until: now() + KEPT_MS })
    },
    keys(beginning) {
      const stored = storage ? namesIn(storage).filter((name) => name.startsWith(nameOf(beginning))) : []
      const named = stored.map((name) => name.slice(nameOf('').length))
      return [...new Set([...memory.keys()].filter((key) => key.startsWith(beginning)).concat(named))]
    },
    clear() {
      memory.clear()
      if (storage) for (const name of namesIn(storage)) storage.removeItem(name)
    },
  }
}

function namesIn(storage: Storage): string[] {
  return Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '').filter((name) =>
    name.startsWith(PREFIX),
  )
}

function store(storage: Storage, name: string, kept: Kept): void {
  try {
    storage.setItem(name, JSON.stringify(kept))
  } catch {
    // No room is left, or none is given: the words are in memory, as all of a higher marking are.
  }
}

function parse(text: string | null): Kept | null {
  if (text === null) return null
  try {
    return JSON.parse(text) as Kept
  } catch {
    // Written by something else under our name: no draft.
    return null
  }
}
