/** Words that no page shows before its first rows, in Welsh. */

import { access } from './cy/access.ts'
import { accessibility } from './cy/accessibility.ts'
import { accessRefusal } from './cy/accessrefusal.ts'
import { acting } from './cy/acting.ts'
import { bulk } from './cy/bulk.ts'
import { answer } from './cy/answer.ts'
import { assurance } from './cy/assurance.ts'
import { audit } from './cy/audit.ts'
import { configure } from './cy/configure.ts'
import { confirm } from './cy/confirm.ts'
import { decide } from './cy/decide.ts'
import { documents } from './cy/documents.ts'
import { example } from './cy/example.ts'
import { guidance } from './cy/guidance.ts'
import { health } from './cy/health.ts'
import { importing } from './cy/importing.ts'
import { inspections } from './cy/inspections.ts'
import { incidents } from './cy/incidents.ts'
import { keys } from './cy/keys.ts'
import { meetings } from './cy/meetings.ts'
import { mine } from './cy/mine.ts'
import { minutes } from './cy/minutes.ts'
import { people } from './cy/people.ts'
import { provisioning } from './cy/provisioning.ts'
import { recommendations } from './cy/recommendations.ts'
import { disclosure } from './cy/disclosure.ts'
import { report } from './cy/report.ts'
import { requests } from './cy/requests.ts'
import { returns } from './cy/returns.ts'
import { roomRefusal } from './cy/roomrefusal.ts'
import { savedview } from './cy/savedview.ts'
import { service } from './cy/service.ts'
import { settings } from './cy/settings.ts'
import { unsent } from './cy/unsent.ts'
import { workstreams } from './cy/workstreams.ts'
import type { LaterKey } from './englishlater.ts'

export const welshLater: Record<LaterKey, string> = {
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
