/** Guidance and who has acknowledged it. */

import { Opening } from '../shell/Opening.tsx'

export function GuidancePage() {
  return <Opening />
}
