/** Workstreams, quarter by quarter. */

import { Opening } from '../shell/Opening.tsx'

export function WorkstreamsPage() {
  return <Opening />
}
