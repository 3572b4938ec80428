/**
 * The register as it stood when a document was given: what the document is compared with, and what is not overwritten
 * if it changes meanwhile. Waits until every row is there: half a register would make old actions look new.
 */

import { useEffect, useState } from 'react'
import type { ActionRegister, Snapshot } from '../../domain/snapshot.ts'
import type { Session } from '../session.ts'
import type { Known } from './reading.ts'

export type KnownState =
  | { readonly state: 'waiting' }
  | { readonly state: 'known'; readonly known: Known; readonly snapshot: Snapshot }
  | { readonly state: 'failed'; readonly fault: unknown }

export interface KnownOptions {
  readonly histories: Session['histories']
  readonly register: ActionRegister
  readonly siteId: string
  /** Asked anew for each. */
  readonly turn: string
}

/** States of one page are told apart by their number. */
let known = 0

export function useKnown({ histories, register, siteId, turn }: KnownOptions): KnownState {
  const [found, setFound] = useState<{ readonly turn: string; readonly state: KnownState } | null>(null)
  useEffect(() => {
    let current = true
    const settle = (state: KnownState): void => {
      if (current) setFound({ turn, state })
    }
    void whole(register)
      .then(async (snapshot) => {
        const all = snapshot.actions.size === 0 ? null : await histories(siteId)
        const entries = [...snapshot.actions.values()].map((action) => ({
          action,
          history: all?.get(action.id) ?? [],
        }))
        known += 1
        settle({ state: 'known', known: { id: known, entries }, snapshot })
      })
      .catch((fault: unknown) => settle({ state: 'failed', fault }))
    return () => {
      current = false
    }
  }, [histories, register, siteId, turn])
  return found?.turn === turn ? found.state : { state: 'waiting' }
}

/** As it is now, not as it was at the last look: what was brought in a moment ago would be told as new once more. */
function whole(register: ActionRegister): Promise<Snapshot> {
  const before = register.freshness()
  return new Promise((resolve) => {
    const look = (): boolean => {
      const [snapshot, now] = [register.snapshot(), register.freshness()]
      if (!snapshot || now === before) return false
      // What was whole before can be compared with although it can't be asked for now.
      if (now.state !== 'fresh' && before.state !== 'fresh') return false
      resolve(snapshot)
      return true
    }
    const end = register.subscribe(() => {
      if (look()) end()
    })
    register.setVisible(true)
  })
}
