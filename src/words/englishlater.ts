/** Words that no page shows before its first rows: a page loads them after those (loading.ts). English. */

import { access } from './en/access.ts'
import { accessibility } from './en/accessibility.ts'
import { accessRefusal } from './en/accessrefusal.ts'
import { acting } from './en/acting.ts'
import { bulk } from './en/bulk.ts'
import { answer } from './en/answer.ts'
import { assurance } from './en/assurance.ts'
import { audit } from './en/audit.ts'
import { configure } from './en/configure.ts'
import { confirm } from './en/confirm.ts'
import { decide } from './en/decide.ts'
import { documents } from './en/documents.ts'
import { example } from './en/example.ts'
import { guidance } from './en/guidance.ts'
import { health } from './en/health.ts'
import { importing } from './en/importing.ts'
import { inspections } from './en/inspections.ts'
import { incidents } from './en/incidents.ts'
import { keys } from './en/keys.ts'
import { meetings } from './en/meetings.ts'
import { mine } from './en/mine.ts'
import { minutes } from './en/minutes.ts'
import { people } from './en/people.ts'
import { provisioning } from './en/provisioning.ts'
import { recommendations } from './en/recommendations.ts'
import { disclosure } from './en/disclosure.ts'
import { report } from './en/report.ts'
import { requests } from './en/requests.ts'
import { returns } from './en/returns.ts'
import { roomRefusal } from './en/roomrefusal.ts'
import { savedview } from './en/savedview.ts'
import { service } from './en/service.ts'
import { settings } from './en/settings.ts'
import { unsent } from './en/unsent.ts'
import { workstreams } from './en/workstreams.ts'

export const englishLater = {
  ...access,
  ...accessibility,
  ...accessRefusal,
  ...acting,
  ...bulk,
  ...answer,
  ...assurance,
  ...audit,
  ...configure,
  ...confirm,
  ...decide,
  ...documents,
  ...example,
  ...guidance,
  ...health,
  ...importing,
  ...inspections,
  ...incidents,
  ...keys,
  ...meetings,
  ...mine,
  ...minutes,
  ...people,
  ...provisioning,
  ...recommendations,
  ...report,
  ...disclosure,
  ...requests,
  ...returns,
  ...roomRefusal,
  ...savedview,
  ...service,
  ...settings,
  ...unsent,
  ...workstreams,
}

export type LaterKey = keyof typeof englishLater
