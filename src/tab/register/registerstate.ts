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
        submitView: (command, seen) => register.submitView(command, seen),
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

/** Ids of actions that changed other than by this page since it first saw them; each for a moment. */
export function useChanged(register: ActionRegister, isOwn: (id: ActionId) => boolean): ReadonlySet<ActionId> {
  const [changed, setChanged] = useState<ReadonlySet<ActionId>>(new Set())
  useEffect(() => {
    let versions = versionsOf(register.snapshot())
    let settle: ReturnType<typeof setTimeout> | undefined
    const end = register.subscribe(() => {
      const before = versions
      versions = versionsOf(register.snapshot())
      const isNews = (id: ActionId, version: string): boolean =>
        before.has(id) && before.get(id) !== version && !isOwn(id)
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
  }, [register, isOwn])
  return changed
}

function versionsOf(snapshot: Snapshot | null): ReadonlyMap<ActionId, string> {
  return new Map([...(snapshot?.actions.values() ?? [])].map((action) => [action.id, action.version]))
}
