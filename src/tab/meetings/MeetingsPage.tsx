/** The group's meetings. */

import { Opening } from '../shell/Opening.tsx'
import type { RoomProps } from '../shell/room.ts'

export function MeetingsPage(_: RoomProps) {
  return <Opening />
}
