/** Everything that the service answers, by name: it routes by this table. The tab takes from each area what it shows. */

import { accessEndpoints } from './access.ts'
import { approvalEndpoints } from './approvals.ts'
import { auditEndpoints } from './audit.ts'
import { disclosureEndpoints } from './disclosure.ts'
import { endpoints } from './endpoints.ts'
import { guidanceEndpoints } from './guidance.ts'
import { incidentEndpoints } from './incidents.ts'
import { meetingEndpoints } from './meetings.ts'
import { peopleEndpoints } from './people.ts'
import { requestEndpoints } from './requests.ts'
import { returnEndpoints } from './returns.ts'

export const allEndpoints = {
  ...endpoints,
  ...approvalEndpoints,
  ...peopleEndpoints,
  ...meetingEndpoints,
  ...requestEndpoints,
  ...returnEndpoints,
  ...accessEndpoints,
  ...guidanceEndpoints,
  ...incidentEndpoints,
  ...auditEndpoints,
  ...disclosureEndpoints,
} as const
