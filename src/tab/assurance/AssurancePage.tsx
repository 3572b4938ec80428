/** What the group’s work covers of a framework. */

import { Opening } from '../shell/Opening.tsx'

export function AssurancePage() {
  return <Opening />
}
