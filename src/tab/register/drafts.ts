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
      if (draft && marking.level === 'OFFICIAL') {
        storage.setItem(nameOf(key), JSON.stringify({ draft, until: now() + KEPT_MS } satisfies Kept))
      } else storage.removeItem(nameOf(key))
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

function parse(text: string | null): Kept | null {
  if (text === null) return null
  try {
    return JSON.parse(text) as Kept
  } catch {
    // Written by something else under our name: no draft.
    return null
  }
}
