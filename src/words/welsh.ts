/** What is said in Welsh from the first row on, typed by the English keys: a missing sentence doesn't compile. */

import { dates } from './cy/dates.ts'
import { event } from './cy/event.ts'
import { exporting } from './cy/exporting.ts'
import { outbox } from './cy/outbox.ts'
import { refusal } from './cy/refusal.ts'
import { register } from './cy/register.ts'
import { sharepoint } from './cy/sharepoint.ts'
import { shell } from './cy/shell.ts'
import { status } from './cy/status.ts'
import { view } from './cy/view.ts'
import type { FirstKey } from './english.ts'

export const welsh: Record<FirstKey, string> = {
  ...dates,
  ...event,
  ...exporting,
  ...outbox,
  ...refusal,
  ...register,
  ...sharepoint,
  ...shell,
  ...status,
  ...view,
}
