/** What is asked of a person. */

import type { AskProps } from '../ask/AskPage.tsx'
import { Opening } from '../shell/Opening.tsx'

export function AskIncident(_: AskProps) {
  return <Opening />
}
