/**
 * How many incidents there were since a day: by force, nation, group and month, with what was counted before the
 * register (openingcount.ts). Pure. Every incident counts once: one that lies in the days of an opening count which is
 * counted is in that count already.
 *
 *   countSince('2017-04-01', …).total  // 69: 41 counted before the register, 28 in it
 */

import { addMonths, type Day } from './day.ts'
import type { IncidentContent, IncidentFacts } from './incident.ts'
import type { OpeningCount } from './openingcount.ts'

export type Counted = Pick<IncidentContent, 'organisation' | 'day' | 'profile' | 'source' | 'state'>
export type Opened = Pick<OpeningCount, 'organisation' | 'nation' | 'from' | 'to' | 'count' | 'state'>

export interface Count {
  /** Notified, of the register. */
  readonly told: number
  readonly found: number
  /** Counted before the register. */
  readonly before: number
}

export interface IncidentCounts {
  readonly all: Count
  /** By key of the force; what was counted for a nation alone isn't here. */
  readonly byOrganisation: ReadonlyMap<string, Count>
  readonly byNation: ReadonlyMap<string, Count>
  /** By key of the profile; '': no group known. Nothing from before the register. */
  readonly byProfile: ReadonlyMap<string, Count>
  /** `2026-11`, each month from the first that has any to the last, empty ones too, with its counts by nation. */
  readonly byMonth: readonly MonthCount[]
  /** Opening counts that begin before the day and end on or after it: nobody knows how many of them lie since then. */
  readonly unsplit: readonly Opened[]
}

export interface MonthCount {
  readonly month: string
  readonly count: Count
  readonly byNation: ReadonlyMap<string, number>
}

export interface CountGround {
  readonly incidents: Iterable<Counted>
  readonly openings: Iterable<Opened>
  /** Of a force, by its key. */
  readonly nationOf: (organisation: string) => string
}

export const NOTHING: Count = { told: 0, found: 0, before: 0 }

/** @param until the last day; without one, all that there is since the first */
export function countSince(since: Day, ground: CountGround, until: Day | null = null): IncidentCounts {
  const { nationOf } = ground
  const openings = [...ground.openings].filter(({ state }) => state === 'stands')
  const whole = openings.filter(({ from, to }) => from >= since && (until === null || to <= until))
  const unsplit = openings.filter(
    (each) => !whole.includes(each) && each.to >= since && (until === null || each.from <= until),
  )
  const counted = [...ground.incidents].filter(
    ({ day, organisation, state }) =>
      state === 'stands' &&
      day >= since &&
      (until === null || day <= until) &&
      !whole.some((opening) => isWithin(day, organisation, opening, nationOf)),
  )
  const tally = createTally()
  for (const { organisation, profile, source } of counted) {
    const one = { ...NOTHING, [source]: 1 }
    tally.add('organisation', organisation, one)
    tally.add('nation', nationOf(organisation), one)
    tally.add('profile', profile ?? '', one)
  }
  for (const { organisation, nation, count } of whole) {
    const before = { ...NOTHING, before: count }
    if (organisation !== null) tally.add('organisation', organisation, before)
    tally.add('nation', nation, before)
  }
  const byNation = tally.of('nation')
  return {
    all: [...byNation.values()].reduce(plus, NOTHING),
    byOrganisation: tally.of('organisation'),
    byNation,
    byProfile: tally.of('profile'),
    byMonth: monthsOf(counted, nationOf),
    unsplit,
  }
}

export function totalOf({ told, found, before }: Count): number {
  return told + found + before
}

/** The first day that anything is known of; null: nothing is. */
export function firstDay({ incidents, openings }: Pick<CountGround, 'incidents' | 'openings'>): Day | null {
  const days = [
    ...[...incidents].filter(({ state }) => state === 'stands').map(({ day }) => day),
    ...[...openings].filter(({ state }) => state === 'stands').map(({ from }) => from),
  ]
  return days.toSorted()[0] ?? null
}

/** What a quarterly return asks a force for, counted from its notifications of the period. */
export const INCIDENT_MEASURES = ['incidents', 'found', 'groups'] as const
export type IncidentMeasure = (typeof INCIDENT_MEASURES)[number]

export function measureOf(
  organisation: string,
  { from, to }: { readonly from: Day; readonly to: Day },
  incidents: Iterable<Counted>,
): Readonly<Record<IncidentMeasure, number>> {
  const own = [...incidents].filter(
    (each) => each.state === 'stands' && each.organisation === organisation && each.day >= from && each.day <= to,
  )
  const groups = new Set(own.flatMap(({ profile }) => profile ?? []))
  return {
    incidents: own.length,
    found: own.filter(({ source }) => source === 'found').length,
    // A group that nobody knows is one, too, where there is no other.
    groups: groups.size === 0 && own.length > 0 ? 1 : groups.size,
  }
}

function isWithin(day: Day, organisation: string, opening: Opened, nationOf: (key: string) => string): boolean {
  if (day < opening.from || day > opening.to) return false
  return opening.organisation === null
    ? nationOf(organisation) === opening.nation
    : opening.organisation === organisation
}

function monthsOf(
  incidents: readonly Pick<IncidentFacts, 'day' | 'organisation' | 'source'>[],
  nationOf: (organisation: string) => string,
): readonly MonthCount[] {
  const days = incidents.map(({ day }) => day).toSorted()
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined) return []
  const months: MonthCount[] = []
  for (let day = `${first.slice(0, 7)}-01`; day <= last; day = addMonths(day, 1)) {
    const month = day.slice(0, 7)
    const own = incidents.filter((each) => each.day.startsWith(month))
    const byNation = new Map<string, number>()
    for (const { organisation } of own) {
      const nation = nationOf(organisation)
      byNation.set(nation, (byNation.get(nation) ?? 0) + 1)
    }
    const count = own.reduce((sum, { source }) => plus(sum, { ...NOTHING, [source]: 1 }), NOTHING)
    months.push({ month, count, byNation })
  }
  return months
}

function createTally() {
  const tallies = new Map<string, Map<string, Count>>()
  const of = (by: string): Map<string, Count> => {
    const known = tallies.get(by) ?? new Map<string, Count>()
    tallies.set(by, known)
    return known
  }
  return {
    of,
    add(by: string, key: string, count: Count) {
      of(by).set(key, plus(of(by).get(key) ?? NOTHING, count))
    },
  }
}

function plus(a: Count, b: Count): Count {
  return { told: a.told + b.told, found: a.found + b.found, before: a.before + b.before }
}
