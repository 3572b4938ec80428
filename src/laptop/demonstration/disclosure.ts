/**
 * A request under the Freedom of Information Act that waits for its copy: received a week ago, with one of those asked
 * whose words it would give out. Told through the rules themselves. Fictional.
 */

import type { Appointment } from '../../domain/appointment.ts'
import type { ConfidentialContext } from '../../domain/confidential.ts'
import { addDays, type Day } from '../../domain/day.ts'
import type { DisclosureCommand } from '../../domain/disclosurecommand.ts'
import type { GraphClient } from '../../sharepoint/client.ts'
import { openConfidential } from '../../sharepoint/control/confidential.ts'
import { disclosureKind } from '../../sharepoint/control/disclosurerows.ts'
import { person } from './groups.ts'

export async function tellDisclosure(
  place: { readonly client: GraphClient; readonly siteId: string },
  group: string,
  appointments: readonly Appointment[],
  today: Day,
): Promise<void> {
  const requests = openConfidential({ ...place, kind: disclosureKind })
  const key = 'demo-disclosure'
  const about = { id: `${key}-written`, key }
  const steps: readonly (readonly [ago: number, command: DisclosureCommand])[] = [
    [
      7,
      {
        kind: 'writeDisclosure',
        ...about,
        group,
        draft: {
          reference: '2026/0412',
          authority: 'North Mercia Police',
          received: addDays(today, -7),
          scope: 'The action tracker of the strategic governance group, as it stands.',
          language: 'en',
        },
      },
    ],
    [
      5,
      {
        kind: 'consultOriginator',
        ...about,
        id: `${key}-asked`,
        entry: `${key}-asked`,
        who: 'Taff Vale Police',
        day: addDays(today, -5),
        words: 'No objection, but for the names of officers.',
      },
    ],
  ]
  for (const [ago, command] of steps) {
    const day = addDays(today, -ago)
    const context: ConfidentialContext = {
      actor: person('coordinator'),
      today: day,
      at: `${day}T10:00:00Z`,
      appointments,
    }
    const changed = await requests.change(group, command, { ...context, before: async () => {} })
    if (changed.state !== 'saved') throw new Error(`The demonstration's ${command.id}: ${JSON.stringify(changed)}`)
  }
}
