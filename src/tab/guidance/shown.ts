/** What the screens of guidance show of it, worked out from what the service told. Pure. */

import type { Guidance, GuidanceTold, VersionTold } from '../../contract/guidance.ts'
import type { Day } from '../../domain/day.ts'
import { bodiesAwaited, type PositionPart } from '../../domain/guidance.ts'

/** The version in the making; there is one at most. */
export function inTheMaking({ versions }: GuidanceTold): VersionTold | null {
  return versions.find(({ standing }) => standing === 'draft' || standing === 'submitted') ?? null
}

export function awaitedOf(version: VersionTold): readonly string[] {
  return bodiesAwaited(version)
}

/** What waits for the reader's own decision, first what they can agree to at once. */
export function decisionsOf({ versions }: GuidanceTold): readonly {
  readonly version: VersionTold
  readonly asked: VersionTold['asked'][number]
}[] {
  return versions
    .flatMap((version) => version.asked.map((asked) => ({ version, asked })))
    .filter(({ asked }) => asked.whyNot === null || asked.whyNot === 'bodiesAwaited')
    .toSorted((a, b) => Number(a.asked.whyNot !== null) - Number(b.asked.whyNot !== null))
}

export type Reading = 'read' | 'readOther' | 'notYet' | 'never'

/** A column of the matrix: something that holds, or held. */
export interface ReadingColumn {
  readonly number: number
  readonly part: PositionPart
  readonly holds: boolean
}

export interface ReadingRow {
  readonly organisation: Guidance['organisations'][number]
  readonly cells: readonly {
    readonly reading: Reading
    readonly on: Day | null
    readonly by: string
  }[]
  readonly isMissing: boolean
}

export interface ReadingTable {
  /** What holds now first, then backwards in time. */
  readonly columns: readonly ReadingColumn[]
  readonly rows: readonly ReadingRow[]
  /** Names of those who haven't acknowledged what holds now. */
  readonly missing: readonly string[]
}

export function readingsOf(guidance: GuidanceTold, organisations: Guidance['organisations']): ReadingTable {
  const { position, versions, acknowledged } = guidance
  const columns = versions
    .flatMap(({ number, agreed, interim, standing }): Omit<ReadingColumn, 'holds'>[] => [
      ...(agreed && standing !== 'toCome' ? [{ number, part: 'agreed' as const }] : []),
      ...(interim ? [{ number, part: 'interim' as const }] : []),
    ])
    .map((each) => ({ ...each, holds: position?.number === each.number && position.part === each.part }))
    .toSorted((a, b) => Number(b.holds) - Number(a.holds))
  const rows = organisations.map((organisation): ReadingRow => {
    const cells = columns.map(({ number, part, holds }) => {
      const found = acknowledged.find(
        (each) => each.organisation === organisation.key && each.number === number && each.part === part,
      )
      const reading: Reading = found?.isOfThese
        ? 'read'
        : holds
          ? found
            ? 'readOther'
            : 'notYet'
          : found
            ? 'readOther'
            : 'never'
      return { reading, on: found?.on ?? null, by: found?.by.name ?? '' }
    })
    return { organisation, cells, isMissing: columns[0]?.holds === true && cells[0]?.reading !== 'read' }
  })
  return { columns, rows, missing: rows.filter(({ isMissing }) => isMissing).map((row) => row.organisation.shortName) }
}
