/** What the counts of a book look like since a day: rows for tables, in the order in which people read them. Pure. */

import type { Day } from './day.ts'
import type { Organisation } from './group.ts'
import {
  countSince,
  NOTHING,
  totalOf,
  type Count,
  type Counted,
  type CountGround,
  type IncidentCounts,
  type Opened,
} from './incidentcount.ts'
import type { IncidentFacts } from './incident.ts'

export interface CountRow {
  /** Of a force or a profile; '': of no force, or no group known. */
  readonly key: string
  readonly name: string
  readonly nation: string
  readonly count: Count
}

export interface Shown {
  readonly counts: IncidentCounts
  /** Nations by how many, the most first. */
  readonly nations: readonly { readonly nation: string; readonly count: Count }[]
  /** Each force, those without any too; what was counted for a nation alone comes after its forces. */
  readonly forces: readonly CountRow[]
  /** Groups that had any, the most first; what isn't known last. */
  readonly groups: readonly CountRow[]
}

/** What is counted, with the groups' names. */
export interface CountedBook extends Pick<CountGround, 'incidents' | 'openings'> {
  readonly openings: readonly Opened[]
  readonly profiles: readonly { readonly key: string; readonly name: string }[]
}

/** And each notification. */
export interface ListedBook extends CountedBook {
  readonly incidents: readonly (IncidentFacts & Pick<Counted, 'state'>)[]
}

export type Organisations = ReadonlyMap<string, Organisation>

export function nationIn(organisations: Organisations): (organisation: string) => string {
  return (organisation) => organisations.get(organisation)?.nation ?? ''
}

export function showCounts(book: CountedBook, organisations: Organisations, since: Day): Shown {
  const { incidents, openings, profiles } = book
  const counts = countSince(since, { incidents, openings, nationOf: nationIn(organisations) })
  const forces = [...organisations.values()].filter(({ kind }) => kind === 'force')
  const byNation = [...counts.byNation].map(([nation, count]) => ({ nation, count }))
  const names = new Map(profiles.map(({ key, name }) => [key, name]))
  const groups = [...counts.byProfile].map(([key, count]) => ({ key, name: names.get(key) ?? '', nation: '', count }))
  return {
    counts,
    nations: byNation.toSorted((a, b) => totalOf(b.count) - totalOf(a.count)),
    forces: [
      ...forces.map(({ key, name, nation }) => ({
        key,
        name,
        nation,
        count: counts.byOrganisation.get(key) ?? NOTHING,
      })),
      ...nationOnly(openings, counts.unsplit, since),
    ],
    groups: groups.toSorted(
      (a, b) => Number(a.name === '') - Number(b.name === '') || totalOf(b.count) - totalOf(a.count),
    ),
  }
}

/** Opening counts that were kept by nation and by no force. */
function nationOnly(openings: readonly Opened[], unsplit: readonly Opened[], since: Day): readonly CountRow[] {
  const before = new Map<string, number>()
  for (const opening of openings) {
    const isCounted = opening.state === 'stands' && opening.from >= since && !unsplit.includes(opening)
    if (opening.organisation !== null || !isCounted) continue
    before.set(opening.nation, (before.get(opening.nation) ?? 0) + opening.count)
  }
  return [...before].map(([nation, count]) => ({ key: '', name: '', nation, count: { ...NOTHING, before: count } }))
}
