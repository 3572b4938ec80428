/** Words that no page shows before its first rows, in Welsh. */

import { accessibility } from './cy/accessibility.ts'
import { acting } from './cy/acting.ts'
import { configure } from './cy/configure.ts'
import { documents } from './cy/documents.ts'
import { example } from './cy/example.ts'
import { importing } from './cy/importing.ts'
import { provisioning } from './cy/provisioning.ts'
import { service } from './cy/service.ts'
import { unsent } from './cy/unsent.ts'
import type { LaterKey } from './englishlater.ts'

export const welshLater: Record<LaterKey, string> = {
  ...accessibility,
  ...acting,
  ...configure,
  ...documents,
  ...example,
  ...importing,
  ...provisioning,
  ...service,
  ...unsent,
}
