/**
 * References `n/yy`: numbered within a group, restarting each year (product: "Group"). A redacted row keeps its number.
 *
 *   parseReference('10/19')  // { number: 10, year: 2019 }
 *   nextReference(['1/19', '2/19'], '2019-11-03')  // '3/19'
 */

import { partsOf, type Day } from './day.ts'

export interface Reference {
  readonly number: number
  /** Four digits; two-digit years are of this century. */
  readonly year: number
}

const REFERENCE = /^\s*(\d{1,4})\s*\/\s*(\d{2}|\d{4})\s*$/

/** Reads a reference, or gives null. */
export function parseReference(text: string): Reference | null {
  const match = REFERENCE.exec(text)
  if (!match) return null
  const number = Number(match[1])
  const year = Number(match[2])
  if (number === 0) return null
  return { number, year: year < 100 ? 2000 + year : year }
}

export function makeReference(reference: Reference): string {
  return `${reference.number}/${String(reference.year % 100).padStart(2, '0')}`
}

/** The first free reference of today's year after the highest one in use. Gaps are never filled: a number once given stays given. */
export function nextReference(used: Iterable<string>, today: Day): string {
  const [year] = partsOf(today)
  let highest = 0
  for (const text of used) {
    const reference = parseReference(text)
    if (reference?.year === year && reference.number > highest) highest = reference.number
  }
  return makeReference({ number: highest + 1, year })
}

/**
 * Those that follow one another without a gap, as the first and the last of them; alone, or two, each is itself.
 *
 *   makeRuns(['1/19', '3/19', '4/19', '5/19'])  // [['1/19'], ['3/19', '5/19']]
 */
export function makeRuns(references: readonly string[]): readonly (readonly [string] | readonly [string, string])[] {
  const runs: string[][] = []
  for (const reference of references) {
    const run = runs.at(-1)
    if (run && isNext(run.at(-1) ?? '', reference)) run.push(reference)
    else runs.push([reference])
  }
  return runs.flatMap((run): (readonly [string] | readonly [string, string])[] => {
    const [first = '', last = ''] = [run.at(0), run.at(-1)]
    return run.length > 2 ? [[first, last]] : run.map((reference) => [reference])
  })
}

function isNext(before: string, after: string): boolean {
  const [one, next] = [parseReference(before), parseReference(after)]
  return one !== null && next !== null && one.year === next.year && one.number + 1 === next.number
}

/** Orders references by year, then number; what is no reference comes last, by its text. */
export function compareReferences(a: string, b: string): number {
  const left = parseReference(a)
  const right = parseReference(b)
  if (left && right) return left.year - right.year || left.number - right.number
  if (left) return -1
  if (right) return 1
  return a < b ? -1 : a > b ? 1 : 0
}
