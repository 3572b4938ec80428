/**
 * What is said in English from the first row on. A new area is one import and one name here, and the same in welsh.ts;
 * what nobody reads before that belongs to englishlater.ts.
 */

import type { BotKey } from './en/bot.ts'
import { dates } from './en/dates.ts'
import { event } from './en/event.ts'
import { exporting } from './en/exporting.ts'
import { outbox } from './en/outbox.ts'
import { refusal } from './en/refusal.ts'
import { register } from './en/register.ts'
import { sharepoint } from './en/sharepoint.ts'
import { shell } from './en/shell.ts'
import { status } from './en/status.ts'
import { view } from './en/view.ts'
import type { LaterKey } from './englishlater.ts'

export const english = {
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

export type FirstKey = keyof typeof english

/** The bot's are at hand in the service only. */
export type WordKey = FirstKey | LaterKey | BotKey
