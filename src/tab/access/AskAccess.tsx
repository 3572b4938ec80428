/** What is asked of a person. */

import { Opening } from '../shell/Opening.tsx'

export function AskAccess() {
  return <Opening />
}
