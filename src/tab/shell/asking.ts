/** How an action's panel puts it to several organisations: in the room of requests. Null for who may not, or nowhere. */

import { createContext, use } from 'react'
import type { ActionId } from '../../domain/action.ts'

export type AskEach = (action: ActionId) => void

export const AskingContext = createContext<AskEach | null>(null)

export function useAskEach(): AskEach | null {
  return use(AskingContext)
}
