/** Which rows a view lets through, and how many there are of each value. Pure. */

import { FACETS, SCOPES, type Facet, type Facets, type GridView, type Scope } from '../../domain/view.ts'
import { fold, lettersOf, type Row } from './rows.ts'

type Test = (row: Row) => boolean

/** What a view lets through, in the order it comes in. */
export function filterRows(rows: readonly Row[], view: Pick<GridView, 'scope' | 'words' | 'facets'>): readonly Row[] {
  return searchRows(narrowRows(rows, view), view.words)
}

/** By scope and facets. One test after the other: each is a loop of its own, which engines do best. */
export function narrowRows(
  rows: readonly Row[],
  { scope, facets }: Pick<GridView, 'scope' | 'facets'>,
): readonly Row[] {
  let found = scope === 'all' ? rows : rows.filter((row) => row.isIn(scope))
  for (const facet of FACETS) {
    const test = testOf(facet, facets)
    if (test) found = found.filter(test)
  }
  return found
}

/**
 * Rows that hold every word, whatever its case and accents. By their letters first: that settles a first letter, the key
 * that has the most rows to go through, and spares most of the reading after it.
 */
function searchRows(rows: readonly Row[], words: string): readonly Row[] {
  let found = rows
  for (const word of fold(words).split(/\s+/)) if (word !== '') found = rowsWith(word, found)
  return found
}

function rowsWith(word: string, rows: readonly Row[]): readonly Row[] {
  const letters = lettersOf(word)
  const settled = word.length === 1 && letters !== 0
  const found: Row[] = []
  for (const row of rows)
    if ((row.letters & letters) === letters && (settled || row.searched.includes(word))) found.push(row)
  return found
}

/**
 * Searches the same rows again and again while somebody types: what "vett" finds is looked for among what "vet" found,
 * and after Backspace that is still known.
 */
export function createSearch(): (rows: readonly Row[], words: string) => readonly Row[] {
  let base: readonly Row[] = []
  let known: { readonly words: string; readonly found: readonly Row[] }[] = []
  return (rows, words) => {
    if (rows !== base) known = []
    base = rows
    known = known.filter((each) => words.startsWith(each.words))
    const last = known.at(-1)
    if (last?.words === words) return last.found
    const found = searchRows(last?.found ?? rows, words)
    known.push({ words, found })
    return found
  }
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

function testOf(facet: Facet, facets: Facets): Test | null {
  const wanted = new Set(facets[facet])
  if (wanted.size === 0) return null
  return (row) => {
    const values = valuesOf(row, facet)
    return typeof values === 'string' ? wanted.has(values) : values.some((value) => wanted.has(value))
  }
}
