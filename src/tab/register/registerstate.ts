/** What components read of a register: its snapshot, how fresh it is, and which lines somebody else just changed. */

import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import type { ActionId } from '../../domain/action.ts'
import { canonical } from '../../domain/canonical.ts'
import type { ActionRegister, Freshness, Snapshot } from '../../domain/snapshot.ts'

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

/** The register as this page uses it: it remembers what it sends, so that one's own changes are no news. */
export function useOwnRegister(register: ActionRegister): {
  readonly register: ActionRegister
  readonly isOwn: (id: ActionId) => boolean
} {
  return useMemo(() => {
    const own = new Map<ActionId, number>()
    const turn = (id: ActionId, by: 1 | -1): unknown => own.set(id, (own.get(id) ?? 0) + by)
    return {
      isOwn: (id) => (own.get(id) ?? 0) > 0,
      register: {
        snapshot: () => register.snapshot(),
        freshness: () => register.freshness(),
        subscribe: (listener) => register.subscribe(listener),
        history: (action) => register.history(action),
        me: () => register.me(),
        setVisible: (visible) => register.setVisible(visible),
        close: () => register.close(),
        async submit(command, seen) {
          const id = command.kind === 'addAction' ? command.id : command.action
          turn(id, 1)
          try {
            return await register.submit(command, seen)
          } finally {
            setTimeout(() => turn(id, -1), GLOW_MS)
          }
        },
      },
    }
  }, [register])
}

const GLOW_MS = 2400

/** Ids of actions that came or changed since the register was first whole, other than by this page; each for a moment. */
export function useChanged(snapshot: Snapshot | null, isOwn: (id: ActionId) => boolean) {
  const versions = useRef<ReadonlyMap<ActionId, string> | null>(null)
  const [changed, setChanged] = useState<ReadonlySet<ActionId>>(new Set())
  useEffect(() => {
    if (!snapshot) return undefined
    const before = versions.current
    versions.current = new Map([...snapshot.actions.values()].map((action) => [action.id, action.version]))
    // The first rows are no news, and neither are pages of rows that are still arriving.
    if (before === null || before.size === 0) return undefined
    const fresh = new Set<ActionId>()
    for (const action of snapshot.actions.values()) {
      const known = before.get(action.id)
      if (known !== undefined && known !== action.version && !isOwn(action.id)) fresh.add(action.id)
    }
    if (fresh.size === 0) return undefined
    setChanged(fresh)
    const settle = setTimeout(() => setChanged(new Set()), GLOW_MS)
    return () => clearTimeout(settle)
  }, [snapshot, isOwn])
  return changed
}
