/** The audit. */

import { Opening } from '../shell/Opening.tsx'

export function AuditPage() {
  return <Opening />
}
