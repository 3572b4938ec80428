/** Who has access to a restricted resource. */

import { Opening } from '../shell/Opening.tsx'

export function AccessPage() {
  return <Opening />
}
