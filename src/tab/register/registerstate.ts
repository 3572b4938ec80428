/** What components read of a register: its snapshot, how fresh it is, and which lines somebody else just changed. */

import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import type { Action, ActionId } from '../../domain/action.ts'
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
    let seen = register.snapshot()?.actions
    let settle: ReturnType<typeof setTimeout> | undefined
    const end = register.subscribe(() => {
      const before = seen
      seen = register.snapshot()?.actions
      if (!before || !seen || seen === before) return
      const isNews = (action: Action): boolean => {
        const was = before.get(action.id)
        return was !== undefined && was !== action && was.version !== action.version && !register.isOwn(action.id)
      }
      const fresh = [...seen.values()].filter(isNews).map(({ id }) => id)
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
