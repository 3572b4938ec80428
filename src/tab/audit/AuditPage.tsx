/** The audit. */

import { Opening } from '../shell/Opening.tsx'
import type { RoomProps } from '../shell/room.ts'

export function AuditPage(_: RoomProps) {
  return <Opening />
}
