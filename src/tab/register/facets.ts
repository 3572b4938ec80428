/** Which rows a view lets through, and how many there are of each value. Pure. */

import { FACETS, SCOPES, type Facet, type Facets, type GridView, type Scope } from '../../domain/view.ts'
import { fold, type Row } from './rows.ts'

type Test = (row: Row) => boolean

/** The rows of a view, in the order they come in. */
export function filterRows(rows: readonly Row[], view: Pick<GridView, 'scope' | 'words' | 'facets'>): readonly Row[] {
  const tests = testsOf(view)
  if (tests.length === 0) return rows
  const [only] = tests
  return rows.filter(tests.length === 1 && only ? only : (row) => tests.every((test) => test(row)))
}

/** How many rows of a view each value of a facet would let through: all its other conditions hold, not its own. */
export function countFacet(
  rows: readonly Row[],
  view: Pick<GridView, 'scope' | 'words' | 'facets'>,
  facet: Facet,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  const count = (value: string): unknown => counts.set(value, (counts.get(value) ?? 0) + 1)
  for (const row of filterRows(rows, { ...view, facets: { ...view.facets, [facet]: [] } })) {
    const values = valuesOf(row, facet)
    if (typeof values === 'string') count(values)
    else for (const value of values) count(value)
  }
  return counts
}

export type ScopeCounts = Readonly<Record<Scope, number>>

export function countScopes(rows: readonly Row[]): ScopeCounts {
  const counts = { late: 0, dueNext: 0, waiting: 0, mine: 0, open: 0, all: 0 }
  for (const row of rows) for (const scope of SCOPES) if (row.isIn(scope)) counts[scope] += 1
  return counts
}

export function valuesOf(row: Row, facet: Facet): string | readonly string[] {
  switch (facet) {
    case 'colour':
      return row.colour
    case 'organisation':
      return row.organisations
    case 'due':
      return row.dueBucket
    case 'meeting':
      return row.meeting
    case 'kind':
      return row.action.kind
    case 'age':
      return row.age
    case 'sign':
      return row.signs
    case 'marking':
      return row.marking
  }
}

/** The cheapest first. */
function testsOf({ scope, words, facets }: Pick<GridView, 'scope' | 'words' | 'facets'>): readonly Test[] {
  const tests: Test[] = scope === 'all' ? [] : [(row) => row.isIn(scope)]
  for (const facet of FACETS) {
    const test = testOf(facet, facets)
    if (test) tests.push(test)
  }
  for (const word of fold(words).split(/\s+/)) if (word !== '') tests.push((row) => row.searched.includes(word))
  return tests
}

function testOf(facet: Facet, facets: Facets): Test | null {
  const wanted = new Set(facets[facet])
  if (wanted.size === 0) return null
  return (row) => {
    const values = valuesOf(row, facet)
    return typeof values === 'string' ? wanted.has(values) : values.some((value) => wanted.has(value))
  }
}
