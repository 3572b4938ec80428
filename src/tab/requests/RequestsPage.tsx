/** The group's requests. */

import { Opening } from '../shell/Opening.tsx'
import type { RoomProps } from '../shell/room.ts'

export function RequestsPage(_: RoomProps) {
  return <Opening />
}
