/** Incidents and profiles. */

import { Opening } from '../shell/Opening.tsx'
import type { RoomProps } from '../shell/room.ts'

export function IncidentsPage(_: RoomProps) {
  return <Opening />
}
