/** The group's people. */

import { Opening } from '../shell/Opening.tsx'
import type { RoomProps } from '../shell/room.ts'

export function PeoplePage(_: RoomProps) {
  return <Opening />
}
