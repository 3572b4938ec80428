/** How a page's parts open the dialog of a decision; null where nothing is decided: in the example. */

import { createContext, use } from 'react'

/** @param title of the dialog, as Teams shows it */
export type OpenDecision = (subject: string, title: string) => void

export const DecidingContext = createContext<OpenDecision | null>(null)

export function useOpenDecision(): OpenDecision | null {
  return use(DecidingContext)
}
