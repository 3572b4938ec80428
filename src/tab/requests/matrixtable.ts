/** What the matrix shows, as data: its rows and columns in order, each cell's standing, and what is missing where. Pure. */

import type { Day } from '../../domain/day.ts'
import type { Organisation } from '../../domain/group.ts'
import { responseKey, untouched, type RequestContent, type ResponseContent } from '../../domain/request.ts'
import { standingOf, type ResponseStanding } from './standing.ts'

export interface MatrixColumn {
  readonly request: RequestContent
  /** Organisations whose answer is there, of those asked. */
  readonly answered: number
}

export interface MatrixRow {
  readonly organisation: Pick<Organisation, 'key' | 'name' | 'shortName'>
  /** In the columns' order; null where it isn't asked. */
  readonly cells: readonly (ResponseStanding | null)[]
  readonly missing: number
}

export interface MatrixContent {
  readonly columns: readonly MatrixColumn[]
  readonly rows: readonly MatrixRow[]
  readonly missing: number
}

/** What is due first comes first; what has no due last; then the title. */
export function compareRequests(a: RequestContent, b: RequestContent): number {
  const [dueA, dueB] = [a.due ?? '9999', b.due ?? '9999']
  return dueA === dueB ? a.title.localeCompare(b.title) : dueA < dueB ? -1 : 1
}

export function matrixOf(
  requests: readonly RequestContent[],
  responses: ReadonlyMap<string, ResponseContent>,
  organisations: ReadonlyMap<string, Organisation>,
  today: Day,
): MatrixContent {
  const asked = new Set(requests.flatMap((request) => request.organisations))
  const known = [...organisations.values()].filter(({ key }) => asked.has(key))
  // One that left the group still stands with what it said.
  const gone = [...asked].filter((key) => !organisations.has(key)).map((key) => ({ key, name: key, shortName: key }))
  const answered = requests.map(() => 0)
  const rows = [...known, ...gone].map((organisation): MatrixRow => {
    const cells = requests.map((request, column) => {
      if (!request.organisations.includes(organisation.key)) return null
      const key = responseKey(request.key, organisation.key)
      const response = responses.get(key) ?? untouched(request.key, organisation.key)
      const standing = standingOf(request, response, today)
      if (!standing.missing) answered[column] = (answered[column] ?? 0) + 1
      return standing
    })
    return { organisation, cells, missing: cells.filter((cell) => cell?.missing).length }
  })
  return {
    columns: requests.map((request, index) => ({ request, answered: answered[index] ?? 0 })),
    rows,
    missing: rows.reduce((sum, { missing }) => sum + missing, 0),
  }
}
