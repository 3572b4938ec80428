/**
 * Every visible word in both languages. One file an area and language; Welsh is typed by the English keys, so that a
 * missing sentence doesn't compile. A new area is one import and one name in each list.
 */

import { dates as datesCy } from './cy/dates.ts'
import { documents as documentsCy } from './cy/documents.ts'
import { event as eventCy } from './cy/event.ts'
import { refusal as refusalCy } from './cy/refusal.ts'
import { register as registerCy } from './cy/register.ts'
import { status as statusCy } from './cy/status.ts'
import { dates } from './en/dates.ts'
import { documents } from './en/documents.ts'
import { event } from './en/event.ts'
import { refusal } from './en/refusal.ts'
import { register } from './en/register.ts'
import { status } from './en/status.ts'

const en = {
  ...dates,
  ...documents,
  ...event,
  ...refusal,
  ...register,
  ...status,
}

export type WordKey = keyof typeof en

const cy: Record<WordKey, string> = {
  ...datesCy,
  ...documentsCy,
  ...eventCy,
  ...refusalCy,
  ...registerCy,
  ...statusCy,
}

export const CATALOGUE = { en, cy } as const
