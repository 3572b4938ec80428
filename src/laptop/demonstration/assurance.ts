/** What the strategic group's work answers of the Strategic Policing Requirement. Fictional throughout. */

import { coverageKey, type CoverageContent } from '../../domain/coverage.ts'
import type { WorkKind } from '../../domain/covering.ts'
import { addDays, type Day } from '../../domain/day.ts'
import { SPR_2023 } from '../../domain/frameworks/spr2023.ts'
import type { GraphClient } from '../../sharepoint/client.ts'
import { findLists, openTable } from '../../sharepoint/table.ts'
import { coverageKind } from '../../sharepoint/work/coveragerows.ts'
import { person } from './groups.ts'
import { commandId } from './story.ts'

/** Of an action its tale, of anything else its key. */
type Told = readonly [what: string, paragraphs: readonly string[], evidence: string, kind?: WorkKind]

const TOLD: readonly Told[] = [
  ['flagging', ['109', '110'], 'The rule for the flag, and the registrars’ monthly check of ten records.'],
  ['profile', ['106.1', '111'], 'The regional problem profile, and who owns each of its recommendations.'],
  ['online-desk', ['107'], 'What each force’s desk does, in one table.'],
  ['phone-evidence', ['106.8', '160'], 'How long a child’s telephone was kept, force by force.'],
  ['data-agreement', ['106.2', '114'], 'The information sharing agreement, signed by four partnerships of seven.'],
  ['night-response', ['106.5'], ''],
  ['cross-border', ['112', '111'], 'The agreement on first response, in both languages.'],
  ['quarterly-returns', ['113'], 'Returns of five forces, each quarter.'],
  ['interviews', ['106.5'], 'The training records.'],
  ['peer-review', ['106.4'], 'Ten cases, read by another force.'],
  ['schools', ['104'], ''],
  ['licensing-visits', ['34', '74.4'], 'A list of joint visits.'],
  ['demo-return-interviews', ['106.2'], 'What each force says of its interviews, each quarter.', 'workstream'],
  ['demo-homes', ['106.2', '114'], '', 'workstream'],
  ['demo-welsh-interviews', ['106.5'], 'The leaflet, and who is trained.', 'workstream'],
  ['demo-ocag-returns', ['109', '113'], 'Returns of five forces, each quarter, side by side.', 'return'],
  ['demo-nrm-children', ['73', '74.6'], 'How many children were referred, force by force.', 'return'],
]

/** @param today the day that the demonstration is told from */
export async function seedAssurance(client: GraphClient, siteId: string, today: Day): Promise<void> {
  const ids = await findLists(client, siteId, [coverageKind.list])
  const table = openTable(client, siteId, ids.get(coverageKind.list) ?? '')
  for (const [key, content] of tellAssurance(today)) await table.append(coverageKind.make(key, content))
}

function tellAssurance(today: Day): ReadonlyMap<string, CoverageContent> {
  return new Map(
    TOLD.map(([what, paragraphs, evidence, kind = 'action']) => {
      const item = { kind, key: kind === 'action' ? commandId('csae-sgg', what) : what }
      const content = { framework: SPR_2023.key, item, paragraphs, evidence, by: person('coordinator') }
      return [coverageKey(SPR_2023.key, item), { ...content, day: addDays(today, -12) }]
    }),
  )
}
