/** The group's meetings. */

import { Opening } from '../shell/Opening.tsx'

export function MeetingsPage() {
  return <Opening />
}
