/** What is asked of a person. */

import type { AskProps } from '../ask/AskPage.tsx'
import { Opening } from '../shell/Opening.tsx'

export function AskGuidance(_: AskProps) {
  return <Opening />
}
