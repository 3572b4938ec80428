/**
 * The two groups of the demonstration: who is in them, which posts there are and who holds them, and when they met.
 * All days follow from today, so that the demonstration never grows old.
 */

import { addDays, type Day } from '../../domain/day.ts'
import {
  type Group,
  type Meeting,
  type Organisation,
  type Person,
  type Post,
  type Role,
  type SwitchedRoom,
} from '../../domain/group.ts'
import { GROUP_SETTINGS, type GroupSettings } from '../../domain/record.ts'
import type { SavedViewContent } from '../../domain/savedview.ts'
import { PLAIN_VIEW, type GridView } from '../../domain/view.ts'
import type { PersonKey, Team } from '../../local/tenant.ts'
import { inWords, thursdayOf } from './story.ts'
import { PEOPLE, TEAMS, TENANT_ID } from './tenant.ts'

export interface DemonstrationGroup {
  readonly group: Group
  readonly team: Team
  /** What is switched on in its channel. */
  readonly rooms: readonly SwitchedRoom[]
  readonly organisations: readonly Organisation[]
  readonly posts: readonly Post[]
  readonly meetings: readonly Meeting[]
  readonly views: readonly SavedViewContent[]
  /** What its coordinator chose; null: nothing yet. */
  readonly settings: GroupSettings | null
}

const REGION = 'West Midland Shires'

export const ORGANISATIONS: readonly Organisation[] = [
  force('north-mercia', 'North Mercia Police', 'North Mercia', ['NMP', 'N Mercia']),
  force('severn-vale', 'Severn Vale Constabulary', 'Severn Vale', ['SVC', 'Severn Vale Police']),
  force('marches', 'Marches Police', 'Marches', ['MP', 'The Marches']),
  force('severnside', 'Severnside Police', 'Severnside', ['SSP']),
  {
    ...force('taff-vale', 'Heddlu Dyffryn Taf / Taff Vale Police', 'Taff Vale', ['Dyffryn Taf', 'HDT', 'TVP']),
    nation: 'Wales',
  },
  {
    ...force('wms-rocu', 'West Midland Shires Regional Organised Crime Unit', 'WMS ROCU', ['ROCU', 'Shires ROCU']),
    kind: 'rocu',
  },
]

/** Quarterly: eight meetings held, two planned. `day(0)` is the oldest, `day(8)` the next one. */
export function meetingDays(today: Day): readonly Day[] {
  const first = addDays(today, 18)
  return Array.from({ length: 10 }, (_, index) => thursdayOf(addDays(first, (index - 8) * 91)))
}

export function csaeGroup(today: Day): DemonstrationGroup {
  const days = meetingDays(today)
  const since = addDays(days[0] ?? today, -200)
  const posts: Post[] = [
    post('coordinator', 'Secretary of the group', 'wms-rocu', 'coordinator', 'coordinator', since),
    post('chair', 'Chair', 'north-mercia', 'chair', 'chair', since),
    post('spoc-north', 'CSE SPOC, North Mercia', 'north-mercia', 'spoc', 'spoc-north', since),
    post('spoc-vale', 'CSE SPOC, Severn Vale', 'severn-vale', 'spoc', 'spoc-vale', since),
    {
      ...post('spoc-marches', 'CSE SPOC, Marches', 'marches', 'spoc', 'spoc-marches', addDays(today, -140)),
      // Held it before, and has left since: the People page says so.
      deputy: person('leaver'),
    },
    post('spoc-coast', 'CSE SPOC, Severnside', 'severnside', 'spoc', 'spoc-coast', since),
    post('spoc-welsh', 'SPOC CRhP, Dyffryn Taf', 'taff-vale', 'spoc', 'spoc-welsh', since),
    { ...post('spoc-rocu', 'CSE SPOC, ROCU', 'wms-rocu', 'spoc', null, since), deputy: person('coordinator') },
    post('auditor', 'Information auditor', 'wms-rocu', 'auditor', 'auditor', since),
  ]
  return {
    group: {
      key: 'csae-sgg',
      name: TEAMS.csae.description,
      nameWelsh: 'Grŵp Llywodraethu Strategol Cam-drin a Chamfanteisio’n Rhywiol ar Blant',
      marking: { level: 'OFFICIAL-SENSITIVE', handling: 'Group members only' },
      lateBy: 'current',
    },
    team: TEAMS.csae,
    rooms: ['report', 'health', 'recommendations', 'workstreams', 'assurance', 'incidents', 'guidance'],
    organisations: ORGANISATIONS,
    posts,
    meetings: days.map((day, index) => meeting(day, index < 8)),
    views: [
      view('csae-by-force', 'Each force, what is open', 'coordinator', { group: 'organisation' }),
      view('csae-to-decide', 'For the chair to decide', 'coordinator', {
        scope: 'all',
        facets: { sign: ['claimed', 'proposed', 'extensionAsked'] },
      }),
      {
        ...view('csae-chase', 'To chase this week', 'coordinator', {
          facets: { due: ['past', 'week'] },
          group: 'organisation',
          sort: { column: 'updated', descending: false },
        }),
        scope: 'mine',
      },
    ],
    // The group's own choice: what is asked may stand in its members' chats, and is answered there.
    settings: { ...GROUP_SETTINGS, wordsUpTo: 'OFFICIAL-SENSITIVE' },
  }
}

export function ocagGroup(today: Day): DemonstrationGroup {
  const days = meetingDays(today)
    .slice(4, 9)
    .map((day) => addDays(day, -7))
  const since = addDays(days[0] ?? today, -30)
  return {
    group: {
      key: 'ocag-access',
      name: 'OCAG database access group',
      nameWelsh: 'Grŵp mynediad cronfa ddata OCAG',
      marking: { level: 'OFFICIAL-SENSITIVE', handling: 'Named members only' },
      lateBy: 'first',
    },
    team: TEAMS.ocag,
    rooms: ['access', 'incidents', 'guidance', 'audit'],
    organisations: ORGANISATIONS.filter(({ key }) => ['wms-rocu', 'severn-vale', 'taff-vale'].includes(key)),
    posts: [
      post('coordinator', 'Secretary of the access group', 'wms-rocu', 'coordinator', 'iao', since),
      post('chair', 'Chair of the access group', 'wms-rocu', 'chair', 'iao', since),
      post('asset-owner', 'Information asset owner', 'wms-rocu', 'assetOwner', 'iao', since),
      post('spoc-vale', 'Nominations, Severn Vale', 'severn-vale', 'spoc', 'spoc-vale', since),
      post('spoc-welsh', 'Enwebiadau, Dyffryn Taf', 'taff-vale', 'spoc', 'spoc-welsh', since),
      post('approver-vale', 'Approver, Severn Vale', 'severn-vale', 'approver', 'approver-vale', since),
      post('approver-welsh', 'Cymeradwywr, Dyffryn Taf', 'taff-vale', 'approver', 'approver-welsh', since),
      post('database', 'Administrator of the database', 'wms-rocu', 'databaseAdministrator', 'database', since),
      post('auditor', 'Information auditor', 'wms-rocu', 'auditor', 'auditor', since),
    ],
    meetings: days.map((day, index) => meeting(day, index < 4)),
    views: [view('ocag-slipping', 'Extended before', 'iao', { facets: { sign: ['extended'] } })],
    settings: null,
  }
}

function view(id: string, name: string, owner: PersonKey, shows: Partial<GridView>): SavedViewContent {
  return { id: `view-${id}`, name, scope: 'group', owner: person(owner), content: { ...PLAIN_VIEW, ...shows } }
}

/** A person of the tenant as posts and decisions name them. */
export function person(key: PersonKey): Person {
  const found = PEOPLE.find((each) => each.key === key)
  if (!found) throw new Error(`Nobody in the demonstration has the key ${key}.`)
  return { tenantId: TENANT_ID, objectId: found.objectId, name: found.displayName }
}

function force(key: string, name: string, shortName: string, aliases: readonly string[]): Organisation {
  return { key, name, shortName, aliases, kind: 'force', nation: 'England', region: REGION }
}

function post(key: string, title: string, organisation: string, role: Role, holder: PersonKey | null, from: Day): Post {
  return {
    key,
    title,
    organisation,
    role,
    holder: holder === null ? null : person(holder),
    deputy: null,
    from,
    to: null,
  }
}

function meeting(day: Day, held: boolean): Meeting {
  return { key: `meeting-${day}`, day, title: `Meeting of ${inWords(day)}`, status: held ? 'closed' : 'planned' }
}
