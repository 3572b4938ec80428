/** Every visible word in Welsh, typed by the English keys: a missing sentence doesn't compile. */

import { configure } from './cy/configure.ts'
import { dates } from './cy/dates.ts'
import { documents } from './cy/documents.ts'
import { event } from './cy/event.ts'
import { exporting } from './cy/exporting.ts'
import { importing } from './cy/importing.ts'
import { mine } from './cy/mine.ts'
import { provisioning } from './cy/provisioning.ts'
import { refusal } from './cy/refusal.ts'
import { register } from './cy/register.ts'
import { service } from './cy/service.ts'
import { sharepoint } from './cy/sharepoint.ts'
import { shell } from './cy/shell.ts'
import { status } from './cy/status.ts'
import type { WordKey } from './english.ts'

export const welsh: Record<WordKey, string> = {
  ...configure,
  ...dates,
  ...documents,
  ...event,
  ...exporting,
  ...importing,
  ...mine,
  ...provisioning,
  ...refusal,
  ...register,
  ...service,
  ...sharepoint,
  ...shell,
  ...status,
}
