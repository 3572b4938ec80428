/** Incidents and profiles. */

import { Opening } from '../shell/Opening.tsx'

export function IncidentsPage() {
  return <Opening />
}
