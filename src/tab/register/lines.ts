/**
 * The lines of the grid: rows alone, or under headings that fold. Pure. A list of 50,000 rows costs nothing beside
 * itself: a line is made where it is asked for. An action of two organisations stands under both, so a line is told by
 * its group and its action.
 */

import type { ActionId } from '../../domain/action.ts'
import type { Facet, Grouping } from '../../domain/view.ts'
import { valuesOf } from './facets.ts'
import type { Row } from './rows.ts'

/** Rows under one heading. */
export interface Section {
  /** The value of the grouping that its rows have in common. */
  readonly value: string
  readonly rows: readonly Row[]
  readonly late: number
}

export type Line =
  | { readonly kind: 'heading'; readonly section: Section; readonly folded: boolean }
  | { readonly kind: 'row'; readonly row: Row; readonly group: string | null }

/** Which line: a heading has no action, a row that stands alone no group. */
export interface Place {
  readonly group: string | null
  readonly id: ActionId | null
}

export interface Lines {
  readonly count: number
  readonly grouped: boolean
  at(index: number): Line | undefined
  /** Index of a line; where the action stands under other headings only, of the first of those; -1 where nowhere. */
  indexOf(place: Place): number
  /** Index of a row's heading, -1 where it has none. */
  headingOf(index: number): number
}

/** A group's rows in the order they come in; `order` gives the headings theirs. */
export function groupRows(
  rows: readonly Row[],
  grouping: Grouping,
  order: (a: string, b: string) => number,
): readonly Section[] {
  const groups = new Map<string, Row[]>()
  const put = (value: string, row: Row): void => {
    const group = groups.get(value)
    if (group) group.push(row)
    else groups.set(value, [row])
  }
  const facet: Facet = grouping
  for (const row of rows) {
    const values = valuesOf(row, facet)
    if (typeof values === 'string') put(values, row)
    else for (const value of values) put(value, row)
  }
  return [...groups]
    .toSorted(([a], [b]) => order(a, b))
    .map(([value, rows]) => ({ value, rows, late: rows.reduce((count, row) => count + Number(row.late), 0) }))
}

export function plainLines(rows: readonly Row[]): Lines {
  return {
    count: rows.length,
    grouped: false,
    at: (index) => {
      const row = rows[index]
      return row && { kind: 'row', row, group: null }
    },
    indexOf: ({ id }) => (id === null ? -1 : rows.findIndex((row) => row.action.id === id)),
    headingOf: () => -1,
  }
}

export function groupedLines(sections: readonly Section[], foldedGroups: ReadonlySet<string>): Lines {
  /** Index of each section's heading. */
  const starts: number[] = []
  let count = 0
  for (const section of sections) {
    starts.push(count)
    count += 1 + (foldedGroups.has(section.value) ? 0 : section.rows.length)
  }
  const sectionAt = (index: number): number => {
    let [low, high] = [0, starts.length]
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((starts[middle] as number) <= index) low = middle + 1
      else high = middle
    }
    return low - 1
  }
  const within = (each: number, id: ActionId | null): number => {
    const section = sections[each]
    const start = starts[each] ?? 0
    if (!section) return -1
    if (id === null) return start
    if (foldedGroups.has(section.value)) return -1
    const index = section.rows.findIndex((row) => row.action.id === id)
    return index < 0 ? -1 : start + 1 + index
  }
  return {
    count,
    grouped: true,
    at(index) {
      if (index < 0 || index >= count) return undefined
      const each = sectionAt(index)
      const section = sections[each]
      if (!section) return undefined
      const inside = index - (starts[each] as number) - 1
      if (inside < 0) return { kind: 'heading', section, folded: foldedGroups.has(section.value) }
      const row = section.rows[inside]
      return row && { kind: 'row', row, group: section.value }
    },
    indexOf({ group, id }) {
      const own = within(
        sections.findIndex((section) => section.value === group),
        id,
      )
      if (own >= 0 || id === null) return own
      for (let each = 0; each < sections.length; each += 1) {
        const index = within(each, id)
        if (index >= 0) return index
      }
      return -1
    },
    headingOf: (index) => starts[sectionAt(index)] ?? -1,
  }
}

export function placeOf(line: Line): Place {
  return line.kind === 'heading'
    ? { group: line.section.value, id: null }
    : { group: line.group, id: line.row.action.id }
}

/** Each action once, where it first stands: what "next" and "all that is shown" mean. */
export function rowsOf(sections: readonly Section[]): readonly Row[] {
  return [...new Set(sections.flatMap((section) => section.rows))]
}

/**
 * Where the focus goes when its line is gone: to the nearest line that is left, first of those that came after it, then
 * of those before. Null where none of them is left.
 */
export function nearest(before: Lines, index: number, now: Lines): number | null {
  const reach = Math.max(index, before.count - index)
  if (now.count === 0) return null
  const stillAt = (each: number): number => {
    const line = before.at(each)
    return line ? now.indexOf(placeOf(line)) : -1
  }
  for (let step = 1; step <= Math.min(reach, REACH); step += 1) {
    const after = stillAt(index + step)
    if (after >= 0) return after
  }
  for (let step = 1; step <= Math.min(reach, REACH); step += 1) {
    const prior = stillAt(index - step)
    if (prior >= 0) return prior
  }
  return Math.min(index, now.count - 1)
}

/** Lines further off aren't near; looking for each costs a walk through all. */
const REACH = 50
