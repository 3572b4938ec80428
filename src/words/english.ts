/** Every visible word in English. A new area is one import and one name here, and the same in welsh.ts. */

import { configure } from './en/configure.ts'
import { dates } from './en/dates.ts'
import { documents } from './en/documents.ts'
import { event } from './en/event.ts'
import { exporting } from './en/exporting.ts'
import { importing } from './en/importing.ts'
import { mine } from './en/mine.ts'
import { provisioning } from './en/provisioning.ts'
import { refusal } from './en/refusal.ts'
import { register } from './en/register.ts'
import { service } from './en/service.ts'
import { sharepoint } from './en/sharepoint.ts'
import { shell } from './en/shell.ts'
import { status } from './en/status.ts'

export const english = {
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

export type WordKey = keyof typeof english
