/** The strategic group's work streams with two quarters of what was said of them. Fictional throughout. */

import { addDays, type Day } from '../../domain/day.ts'
import { FINANCIAL_YEAR, periodAfter } from '../../domain/period.ts'
import { GROUP_SETTINGS } from '../../domain/record.ts'
import type { Barrier, WorkstreamContent } from '../../domain/workstream.ts'
import { quarterAsked } from '../../domain/workstreamprompting.ts'
import { quarterKey, type QuarterContent } from '../../domain/workstreamquarter.ts'
import type { PersonKey } from '../../local/tenant.ts'
import type { GraphClient } from '../../sharepoint/client.ts'
import { findLists, openTable } from '../../sharepoint/table.ts'
import { quarterKind, workstreamKind } from '../../sharepoint/work/workstreamrows.ts'
import { person } from './groups.ts'

interface Told {
  readonly key: string
  readonly stream: Omit<WorkstreamContent, 'barriers' | 'ended' | 'chased' | 'source'>
  readonly barriers: readonly Barrier[]
  readonly by: PersonKey
  /** What was said of the quarter before the one that is asked about, and of that; null: nothing yet. */
  readonly before: { readonly status: string; readonly planned: string }
  readonly now: { readonly status: string; readonly planned: string } | null
}

/** @param today the day that the demonstration is told from */
export async function seedWorkstreams(client: GraphClient, siteId: string, today: Day): Promise<void> {
  const ids = await findLists(client, siteId, [workstreamKind.list, quarterKind.list])
  const now = quarterAsked(today, GROUP_SETTINGS).period
  const before = periodAfter(now, FINANCIAL_YEAR, -1)
  const [streams, quarters] = [workstreamKind, quarterKind].map(({ list }) =>
    openTable(client, siteId, ids.get(list) ?? ''),
  )
  for (const { key, stream, barriers, by, ...said } of tellWorkstreams(today)) {
    await streams?.append(workstreamKind.make(key, { ...stream, barriers, ended: null, chased: null, source: null }))
    for (const [period, words] of [[before, said.before] as const, [now, said.now] as const]) {
      if (words === null) continue
      const id = `demo-${key}-${period.key}`
      const version = { id, ...words, day: period === now ? addDays(today, -6) : period.to, by: person(by) }
      const content: QuarterContent = { workstream: key, quarter: period.key, ...words, versions: [version] }
      await quarters?.append(quarterKind.make(quarterKey(key, period.key), content))
    }
  }
}

function tellWorkstreams(today: Day): readonly Told[] {
  const barrier = (id: string, ago: number, words: string, by: PersonKey): Barrier => ({
    id,
    raised: { day: addDays(today, -ago), words, by: person(by) },
    mitigations: [],
    resolved: null,
  })
  const plan = 'Children who go missing are found sooner'
  return [
    {
      key: 'demo-return-interviews',
      stream: {
        number: '1.1',
        objective: plan,
        title: 'Return interviews within 72 hours',
        chiefOfficerLead: [{ name: 'ACC, North Mercia' }],
        smtLead: [{ post: 'spoc-north' }],
      },
      barriers: [
        {
          ...barrier('demo-barrier-interviewers', 75, 'Two interviewers for a county at weekends.', 'spoc-north'),
          mitigations: [
            {
              id: 'demo-mitigation-1',
              day: addDays(today, -20),
              words: 'A third is being trained and starts after Christmas.',
              by: person('spoc-north'),
            },
          ],
        },
      ],
      by: 'spoc-north',
      before: {
        status: 'Six of ten interviews are held in time.',
        planned: 'Eight of ten in time, and a rota for weekends.',
      },
      now: {
        status: 'Seven of ten are held in time. The rota runs in three counties.',
        planned: 'The rota in all five, and a look at those that come late.',
      },
    },
    {
      key: 'demo-homes',
      stream: {
        number: '1.2',
        objective: plan,
        title: 'One list of homes and whom to call at night',
        chiefOfficerLead: [{ name: 'ACC, Severn Vale' }],
        smtLead: [{ organisation: 'severn-vale' }],
      },
      barriers: [],
      by: 'spoc-vale',
      before: { status: 'Four of five councils send theirs.', planned: 'All five, checked each month.' },
      now: null,
    },
    {
      key: 'demo-welsh-interviews',
      stream: {
        number: '2.1',
        objective: 'Every child is heard in their own language',
        title: 'Cyfweliadau yn Gymraeg o’r alwad gyntaf',
        chiefOfficerLead: [],
        smtLead: [{ post: 'spoc-welsh' }],
      },
      barriers: [
        {
          ...barrier('demo-barrier-intermediaries', 160, 'No registered intermediary speaks Welsh.', 'spoc-welsh'),
          resolved: {
            day: addDays(today, -30),
            words: 'Two have been registered.',
            by: person('spoc-welsh'),
          },
        },
      ],
      by: 'spoc-welsh',
      before: { status: 'Mae tri swyddog wedi’u hyfforddi.', planned: 'Chwe swyddog, a thaflen ddwyieithog.' },
      now: {
        status: 'Mae pum swyddog wedi’u hyfforddi; mae’r daflen wedi’i hargraffu.',
        planned: 'Y chweched swyddog.',
      },
    },
  ]
}
