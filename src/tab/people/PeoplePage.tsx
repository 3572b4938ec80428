/** The group's people. */

import { Opening } from '../shell/Opening.tsx'

export function PeoplePage() {
  return <Opening />
}
