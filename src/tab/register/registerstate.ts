/** What components read of a register: its snapshot, how fresh it is, and which lines somebody else just changed. */

import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import type { ActionId } from '../../domain/action.ts'
import { canonical } from '../../domain/canonical.ts'
import type { ActionRegister, Freshness, Snapshot } from '../../domain/snapshot.ts'
import type { OutboxRegister } from '../outbox/outbox.ts'
import type { Unsent } from '../outbox/unsent.ts'

export function useSnapshot(register: ActionRegister): Snapshot | null {
  return useSyncExternalStore(
    (listener) => register.subscribe(listener),
    () => register.snapshot(),
  )
}

export function useFreshness(register: ActionRegister): Freshness {
  const last = useRef<Freshness | null>(null)
  return useSyncExternalStore(
    (listener) => register.subscribe(listener),
    () => {
      const now = register.freshness()
      // A register may answer with a new object each time; only a new answer is a change.
      if (last.current === null || canonical(last.current) !== canonical(now)) last.current = now
      return last.current
    },
  )
}

export function useUnsent(register: OutboxRegister): readonly Unsent[] {
  return useSyncExternalStore(
    (listener) => register.subscribe(listener),
    () => register.unsent(),
  )
}

const GLOW_MS = 2400

/** Ids of actions that changed other than by this page since it first saw them; each for a moment. */
export function useChanged(register: OutboxRegister): ReadonlySet<ActionId> {
  const [changed, setChanged] = useState<ReadonlySet<ActionId>>(new Set())
  useEffect(() => {
    let versions = versionsOf(register.snapshot())
    let settle: ReturnType<typeof setTimeout> | undefined
    const end = register.subscribe(() => {
      const before = versions
      versions = versionsOf(register.snapshot())
      const isNews = (id: ActionId, version: string): boolean =>
        before.has(id) && before.get(id) !== version && !register.isOwn(id)
      const fresh = [...versions].filter(([id, version]) => isNews(id, version)).map(([id]) => id)
      if (fresh.length === 0) return
      setChanged(new Set(fresh))
      clearTimeout(settle)
      settle = setTimeout(() => setChanged(new Set()), GLOW_MS)
    })
    return () => {
      end()
      clearTimeout(settle)
    }
  }, [register])
  return changed
}

function versionsOf(snapshot: Snapshot | null): ReadonlyMap<ActionId, string> {
  return new Map([...(snapshot?.actions.values() ?? [])].map((action) => [action.id, action.version]))
}
