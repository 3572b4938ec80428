/** Where an action's panel leads on to: it is put to several organisations, or broken into actions, in a room of its own. */

import { createContext, use } from 'react'
import type { ActionId } from '../../domain/action.ts'

export interface Asking {
  /** Null for who may not. */
  readonly askEach: ((action: ActionId) => void) | null
  readonly breakUp: (action: ActionId) => void
}

/** Null: nowhere. */
export const AskingContext = createContext<Asking | null>(null)

export function useAsking(): Asking | null {
  return use(AskingContext)
}
