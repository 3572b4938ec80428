/**
 * Incidents with activist groups as the two groups of the demonstration know them: profiles, notifications of the last
 * quarters that come to what the forces' returns say, and opening counts for the years before. Fictional throughout. Made
 * by the rules themselves; all of it follows from today.
 */

import type { Appointment } from '../../domain/appointment.ts'
import type { ConfidentialContext } from '../../domain/confidential.ts'
import { addDays, addMonths, daysBetween, partsOf, type Day } from '../../domain/day.ts'
import type { Person } from '../../domain/group.ts'
import {
  decideIncident,
  INCIDENT_CATEGORIES,
  INCIDENT_OUTCOMES,
  type IncidentContent,
  type IncidentFacts,
} from '../../domain/incident.ts'
import { decideOpening, type OpeningCount } from '../../domain/openingcount.ts'
import { FINANCIAL_YEAR, periodAfter, periodOf } from '../../domain/period.ts'
import { decideProfile, type ProfileContent, type ProfileDraft } from '../../domain/profile.ts'
import type { Result } from '../../domain/result.ts'
import type { GraphClient } from '../../sharepoint/client.ts'
import { incidentKind, openingKind, profileKind } from '../../sharepoint/control/incidentrows.ts'
import { INCIDENTS, OPENINGS, PROFILES } from '../../sharepoint/controllists.ts'
import type { List } from '../../sharepoint/lists.ts'
import { findLists, openTable } from '../../sharepoint/table.ts'
import type { KeyedValues } from '../../sharepoint/work/rows.ts'
import { ORGANISATIONS, person } from './groups.ts'
import { FORCES, ocagOf, SPOCS, type Force } from './returns.ts'
import type { Telling } from './telling.ts'

interface ToldIncidents {
  /** Each by its key. */
  readonly profiles: ReadonlyMap<string, ProfileContent>
  readonly incidents: ReadonlyMap<string, IncidentContent>
  readonly openings: ReadonlyMap<string, OpeningCount>
}

const PROFILE_DRAFTS: readonly (ProfileDraft & { readonly key: string })[] = [
  {
    key: 'guardians',
    name: 'Shires Child Guardians',
    aliases: ['SCG', 'Guardians of the Shires'],
    area: 'North Mercia and Marches; travels.',
    links: ['https://social.example/shires-child-guardians'],
    risk: 'high',
    redLines: 'Streams confrontations as they happen, families and all. Has held people until police came.',
  },
  {
    key: 'night-watch',
    name: 'Night Watch Severnside',
    aliases: [],
    area: 'Severnside, from the port to the bridges.',
    links: ['https://social.example/night-watch', 'https://video.example/nightwatch'],
    risk: 'high',
    redLines: 'Goes to homes. Two confrontations have ended in disorder.',
  },
  {
    key: 'gwylwyr',
    name: 'Gwylwyr y Cwm',
    aliases: ['Valley Watchers'],
    area: 'Dyffryn Taf.',
    links: ['https://social.example/gwylwyr-y-cwm'],
    risk: 'medium',
    redLines: 'Hands over what it has without a confrontation when it is asked to.',
  },
  {
    key: 'open-eyes',
    name: 'Open Eyes',
    aliases: ['Open Eyes Online'],
    area: 'Online; no fixed area.',
    links: ['https://video.example/open-eyes'],
    risk: 'medium',
    redLines: 'Names people online before any force has been told.',
  },
  {
    key: 'stop-now',
    name: 'Stop Now Vale',
    aliases: [],
    area: 'Severn Vale.',
    links: [],
    risk: 'low',
    redLines: 'Two people. Stop when they are told to.',
  },
]

/** How many quarters before this one the register goes back; older ones stand in the opening counts. */
const QUARTERS: Readonly<Record<string, number>> = { 'csae-sgg': 3, 'ocag-access': 1 }
/** This quarter so far, by force in the order of `FORCES`. */
const SO_FAR = [2, 1, 0, 3, 2]
/** In Wales since the first count: what the minutes would say. */
const IN_WALES = 69
const BEFORE: Readonly<Partial<Record<Force, number>>> = { 'north-mercia': 52, 'severn-vale': 18, severnside: 61 }

function tellIncidents({ group, organisations }: Telling, today: Day): ToldIncidents {
  const quarters = QUARTERS[group.key] ?? 0
  const forces = FORCES.filter((force) => organisations.some(({ key }) => key === force))
  const keeper = person(group.key === 'csae-sgg' ? 'coordinator' : 'iao')
  const context = (actor: Person, day: Day): ConfidentialContext => ({
    actor,
    today: day,
    at: `${day}T09:20:00.000Z`,
    appointments: appointmentsOf(group.key, keeper, forces),
  })
  const profileKey = (key: string): string => `demo-${group.key}-${key}`
  const profiles = new Map<string, ProfileContent>()
  for (const { key, ...content } of PROFILE_DRAFTS) {
    const about = { id: `demo-save-${key}`, key: profileKey(key), group: group.key }
    const saved = decideProfile({ kind: 'saveProfile', ...about, content }, null, context(keeper, addDays(today, -40)))
    profiles.set(about.key, valueOf(saved))
  }

  const incidents = new Map<string, IncidentContent>()
  const now = periodOf(today, 'quarterly', FINANCIAL_YEAR)
  for (let age = -1; age < quarters; age++) {
    const { key: quarter, from, to } = periodAfter(now, FINANCIAL_YEAR, -1 - age)
    const last = to < today ? to : today
    for (const force of forces) {
      const place = FORCES.indexOf(force)
      const figures = age < 0 ? { incidents: SO_FAR[place] ?? 0, found: 0, groups: 2 } : ocagOf(force, age)
      for (let index = 0; index < figures.incidents; index++) {
        const day = addDays(from, Math.floor((daysBetween(from, last) * (index + 1)) / (figures.incidents + 1)))
        const isFound = index < figures.found
        const facts: IncidentFacts = {
          organisation: force,
          day,
          profile: profileKey(PROFILE_DRAFTS[(place + (index % figures.groups)) % PROFILE_DRAFTS.length]?.key ?? ''),
          category: INCIDENT_CATEGORIES[(place + index * 2) % (INCIDENT_CATEGORIES.length - 1)] ?? 'other',
          source: isFound ? 'found' : 'told',
          outcome: daysBetween(day, today) < 21 ? 'notYetKnown' : outcomeOf(place + index + age),
          reference: isFound ? '' : `${LETTERS[force]}/${1200 + place * 37 + index * 11}/${day.slice(2, 4)}`,
          note: index === 1 && age === 0 ? 'Streamed live; taken down within the hour.' : '',
        }
        const key = `demo-${group.key}-${quarter}-${force}-${index}`
        const heard = addDays(day, isFound ? 6 : 1)
        const by = context(isFound ? keeper : SPOCS[force], heard > today ? today : heard)
        const report = { kind: 'reportIncident', id: `${key}-told`, key, group: group.key, facts } as const
        incidents.set(key, valueOf(decideIncident(report, null, by)))
      }
    }
  }

  const openings = new Map<string, OpeningCount>()
  if (group.key === 'csae-sgg') {
    const first = periodAfter(now, FINANCIAL_YEAR, -quarters).from
    const inWales = [...incidents.values()].filter(({ organisation }) => organisation === 'taff-vale').length
    for (const force of FORCES) {
      const count = force === 'taff-vale' ? IN_WALES - inWales : (BEFORE[force] ?? 9)
      const [year] = partsOf(addMonths(first, -36))
      const nation = ORGANISATIONS.find(({ key }) => key === force)?.nation ?? ''
      const basis = 'The ROCU’s own list of searches and calls, counted when the register began.'
      const content = { organisation: force, nation, from: `${year}-04-01`, to: addDays(first, -1), count, basis }
      const about = { id: `demo-open-${force}`, key: `demo-opening-${force}`, group: group.key }
      const set = decideOpening({ kind: 'setOpening', ...about, content }, null, context(keeper, first))
      openings.set(about.key, valueOf(set))
    }
  }
  return { profiles, incidents, openings }
}

const LETTERS: Readonly<Record<Force, string>> = {
  'north-mercia': 'NM',
  'severn-vale': 'SV',
  marches: 'MA',
  severnside: 'SS',
  'taff-vale': 'DT',
}

function outcomeOf(number: number): IncidentFacts['outcome'] {
  const known = INCIDENT_OUTCOMES.filter((each) => each !== 'notYetKnown')
  return known[((number % known.length) + known.length) % known.length] ?? 'enquiries'
}

/** Whoever told of it then held a post then. */
function appointmentsOf(group: string, keeper: Person, forces: readonly Force[]): readonly Appointment[] {
  const held = { group, deputy: null, from: null, to: null }
  const keeping = {
    key: 'keeper',
    post: 'keeper',
    organisation: 'wms-rocu',
    role: 'coordinator',
    holder: keeper,
  } as const
  return [
    { ...held, ...keeping },
    ...forces.map((force): Appointment => {
      const post = `spoc-${force}`
      return { ...held, key: post, post, organisation: force, role: 'spoc', holder: SPOCS[force] }
    }),
  ]
}

function valueOf<Value>(decided: Result<Value, { readonly code: string }>): Value {
  if (decided.ok) return decided.value
  throw new Error(`The demonstration's incidents break a rule: ${JSON.stringify(decided.error)}`)
}

/** Writes them as rows of Control, in the service's name: each row once, as it stands. */
export async function seedIncidents(
  client: GraphClient,
  controlSite: string,
  telling: Telling,
  today: Day,
): Promise<void> {
  if (!telling.rooms.includes('incidents')) return
  const { profiles, incidents, openings } = tellIncidents(telling, today)
  const ids = await findLists(client, controlSite, [INCIDENTS, PROFILES, OPENINGS])
  const write = async (list: List, rows: readonly KeyedValues[]): Promise<void> => {
    const table = openTable(client, controlSite, ids.get(list) ?? '')
    for (let at = 0; at < rows.length; at += AT_ONCE) {
      await Promise.all(rows.slice(at, at + AT_ONCE).map((each) => table.append(each)))
    }
  }
  await write(
    PROFILES,
    [...profiles].map(([key, content]) => profileKind.make(key, content)),
  )
  await write(
    INCIDENTS,
    [...incidents].map(([key, content]) => incidentKind.make(key, content)),
  )
  await write(
    OPENINGS,
    [...openings].map(([key, content]) => openingKind.make(key, content)),
  )
}

const AT_ONCE = 10
