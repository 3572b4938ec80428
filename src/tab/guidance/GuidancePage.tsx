/** Guidance and who has acknowledged it. */

import { Opening } from '../shell/Opening.tsx'
import type { RoomProps } from '../shell/room.ts'

export function GuidancePage(_: RoomProps) {
  return <Opening />
}
