/** What needs putting right in the register. */

import { Opening } from '../shell/Opening.tsx'

export function HealthPage() {
  return <Opening />
}
