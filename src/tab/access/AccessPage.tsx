/** Who has access to a restricted resource. */

import { Opening } from '../shell/Opening.tsx'
import type { RoomProps } from '../shell/room.ts'

export function AccessPage(_: RoomProps) {
  return <Opening />
}
