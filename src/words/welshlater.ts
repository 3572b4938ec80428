/** Words that no page shows before its first rows, in Welsh. */

import { acting } from './cy/acting.ts'
import { documents } from './cy/documents.ts'
import { importing } from './cy/importing.ts'
import { provisioning } from './cy/provisioning.ts'
import { unsent } from './cy/unsent.ts'
import type { LaterKey } from './englishlater.ts'

export const welshLater: Record<LaterKey, string> = {
  ...acting,
  ...documents,
  ...importing,
  ...provisioning,
  ...unsent,
}
