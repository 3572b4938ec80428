/**
 * Inspection reports of the demonstration, with the actions of its story that they recommend. Fictional throughout: no
 * inspectorate wrote them. Made by the rules themselves; all of it follows from today.
 */

import type { Deadline, Kind, Origin } from '../../domain/action.ts'
import { addDays, addMonths, type Day } from '../../domain/day.ts'
import { decidePublication, type PublicationCommand, type PublicationContent } from '../../domain/publication.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import type { GraphClient } from '../../sharepoint/client.ts'
import { findLists, openTable } from '../../sharepoint/table.ts'
import { publicationKind } from '../../sharepoint/work/publicationrows.ts'
import { PUBLICATIONS } from '../../sharepoint/worklists.ts'
import { csaeGroup, person } from './groups.ts'
import { by } from './story.ts'

const MISSING = 'found-in-time'
const PARENTS = 'what-parents-forward'
const TITLES = { [MISSING]: 'Found in time?', [PARENTS]: 'What parents forward' } as const

interface Recommended {
  readonly kind: Kind
  readonly origin: Pick<Origin, 'publication' | 'words' | 'number' | 'addressee' | 'deadline'>
}

const recommends = (
  publication: keyof typeof TITLES,
  number: string,
  addressee: string,
  deadline: Deadline = 'report',
  kind: Kind = 'recommendation',
): Recommended => ({ kind, origin: { publication, words: TITLES[publication], number, addressee, deadline } })

/** Which tales of the group an inspection report asked for, the number that they have there, and whom it asks. */
export const RECOMMENDED: ReadonlyMap<string, Recommended> = new Map([
  ['missing-marker', recommends(MISSING, '1', 'chief constables')],
  ['night-response', recommends(MISSING, '2', 'chief constables')],
  ['residential', recommends(MISSING, '3a', 'chief constables')],
  ['data-agreement', recommends(MISSING, '3b', 'chief constables and safeguarding partnerships', 'own')],
  ['online-desk', recommends(PARENTS, '2', 'forces', 'report', 'areaForImprovement')],
  [
    'national-position',
    recommends(
      PARENTS,
      '1',
      'the Home Office and chief constables',
      { body: 'National working group' },
      'causeOfConcern',
    ),
  ],
])

/** Which tales carry out a part of a recommendation, and which tale that is. */
export const PIECES: ReadonlyMap<string, string> = new Map([
  ['taxi', 'data-agreement'],
  ['monthly-table', 'data-agreement'],
  ['health-visitors', 'data-agreement'],
])

/** Each by its key. */
export function tellPublications(today: Day): ReadonlyMap<string, PublicationContent> {
  const told = new Map<string, PublicationContent>()
  const { group, organisations, posts } = csaeGroup(today)
  const snapshot: Snapshot = {
    group,
    organisations: new Map(organisations.map((each) => [each.key, each])),
    posts: new Map(posts.map((each) => [each.key, each])),
    meetings: new Map(),
    views: new Map(),
    actions: new Map(),
  }
  for (const command of commandsBy(today)) {
    const context = { actor: person('coordinator'), today, as: 'coordinator', snapshot } as const
    const decided = decidePublication(command, told.get(command.key) ?? null, context)
    if (!decided.ok) throw new Error(`The demonstration's reports break a rule: ${JSON.stringify(decided.error)}`)
    told.set(command.key, decided.value)
  }
  return told
}

function commandsBy(today: Day): readonly PublicationCommand[] {
  const [missing, parents] = [addMonths(today, -15), addMonths(today, -30)]
  const source = { words: 'Log of inspection recommendations.docx', batch: 'demo-csae-sgg-log' }
  const inspectorate = 'Inspectorate for the Shires'
  return [
    {
      kind: 'bringPublication',
      id: 'demo-report-missing',
      key: MISSING,
      content: {
        title: TITLES[MISSING],
        subtitle: 'How forces find children who go missing across their boundaries',
        publishers: [inspectorate, 'Children’s Care Review'],
        published: missing,
        scope: 'joint',
        lead: [{ post: 'chair' }],
      },
      summary: 'There are 5 recommendations for the force, 2 are completed, 1 closed and 2 in progress.',
      earlier: 1,
      notes: '',
      position: {
        day: addDays(missing, 40),
        words: 'The forces accept the report. Each will say by the next meeting who answers for it.',
      },
      replies: [{ due: by(addDays(missing, 56)), to: inspectorate }],
      source,
    },
    {
      kind: 'statePosition',
      id: 'demo-report-missing-2',
      key: MISSING,
      day: addDays(today, -34),
      words:
        'Nights are covered in every force. Homes that aren’t registered yet are still found by chance, and one signature is missing under the agreement.',
    },
    {
      kind: 'sendReply',
      id: 'demo-report-missing-3',
      key: MISSING,
      reply: 'demo-report-missing.0',
      day: addDays(missing, 51),
      words: 'A letter of the chair, with the dates that each force gave.',
    },
    {
      kind: 'tellBoard',
      id: 'demo-report-missing-4',
      key: MISSING,
      board: 'Regional Safeguarding Board',
      day: addDays(today, -30),
      words: '',
    },
    {
      kind: 'bringPublication',
      id: 'demo-report-parents',
      key: PARENTS,
      content: {
        title: TITLES[PARENTS],
        subtitle: '',
        publishers: [inspectorate],
        published: parents.slice(0, 7),
        scope: 'national',
        lead: [],
      },
      summary: '',
      earlier: 0,
      notes: '',
      position: null,
      replies: [{ due: by(addDays(today, 24)), to: inspectorate }],
      source,
    },
  ]
}

export async function seedPublications(client: GraphClient, siteId: string, today: Day): Promise<void> {
  const ids = await findLists(client, siteId, [PUBLICATIONS])
  const table = openTable(client, siteId, ids.get(PUBLICATIONS) ?? '')
  for (const [key, content] of tellPublications(today)) await table.append(publicationKind.make(key, content))
}
