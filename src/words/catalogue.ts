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
import { shell as shellCy } from './cy/shell.ts'
import { configure as configureCy } from './cy/configure.ts'
import { importing as importingCy } from './cy/importing.ts'
import { mine as mineCy } from './cy/mine.ts'
import { provisioning as provisioningCy } from './cy/provisioning.ts'
import { service as serviceCy } from './cy/service.ts'
import { sharepoint as sharepointCy } from './cy/sharepoint.ts'
import { dates } from './en/dates.ts'
import { documents } from './en/documents.ts'
import { event } from './en/event.ts'
import { refusal } from './en/refusal.ts'
import { register } from './en/register.ts'
import { status } from './en/status.ts'
import { shell } from './en/shell.ts'
import { configure } from './en/configure.ts'
import { importing } from './en/importing.ts'
import { mine } from './en/mine.ts'
import { provisioning } from './en/provisioning.ts'
import { service } from './en/service.ts'
import { sharepoint } from './en/sharepoint.ts'

const en = {
  ...dates,
  ...documents,
  ...event,
  ...refusal,
  ...register,
  ...status,
  ...shell,
  ...configure,
  ...importing,
  ...mine,
  ...provisioning,
  ...service,
  ...sharepoint,
}

export type WordKey = keyof typeof en

const cy: Record<WordKey, string> = {
  ...datesCy,
  ...documentsCy,
  ...eventCy,
  ...refusalCy,
  ...registerCy,
  ...statusCy,
  ...shellCy,
  ...configureCy,
  ...importingCy,
  ...mineCy,
  ...provisioningCy,
  ...serviceCy,
  ...sharepointCy,
}

export const CATALOGUE = { en, cy } as const
