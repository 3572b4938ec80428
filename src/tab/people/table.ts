/**
 * Posts × organisations: who holds what, and where the gaps are. An organisation's row has a cell for each role that the
 * group has; a cell holds its posts of that role. Pure.
 */

import type { AppointmentTold, People, PostTold } from '../../contract/people.ts'
import type { Day } from '../../domain/day.ts'
import { ROLES, type Organisation, type Person, type Role } from '../../domain/group.ts'
import { standingOn, type PostStanding } from '../../domain/people.ts'

/** One post as a cell shows it. `left`: its holder is in the directory no more. */
export interface Entry {
  readonly post: PostTold
  readonly state: 'held' | 'vacant' | 'left'
  readonly standing: PostStanding<AppointmentTold>
  /** Of its holder and deputy, who isn't in the team. */
  readonly outside: readonly Person[]
}

export interface Cell {
  readonly role: Role
  readonly entries: readonly Entry[]
  /** A force without anybody to ask: no post at all. */
  readonly isMissing: boolean
}

export interface TableRow {
  readonly organisation: Pick<Organisation, 'key' | 'name' | 'shortName'>
  readonly cells: readonly Cell[]
  readonly gaps: number
}

export interface PeopleTable {
  readonly roles: readonly Role[]
  readonly rows: readonly TableRow[]
  readonly gaps: number
}

/** What most is asked of comes first. */
const ORDER: readonly Role[] = ['spoc', ...ROLES.filter((role) => role !== 'spoc')]

export function tableOf(people: People, organisations: ReadonlyMap<string, Organisation>, today: Day): PeopleTable {
  const entries = people.posts.map((post) => entryOf(post, people, today))
  const used = new Set(entries.map(({ post }) => post.role))
  const roles = ORDER.filter((role) => used.has(role))
  const known = [...organisations.values()]
  const unknown = new Set(entries.map(({ post }) => post.organisation).filter((key) => !organisations.has(key)))
  const rows = [...known, ...[...unknown].map((key) => ({ key, name: key, shortName: key, kind: 'partner' as const }))]
    .map((organisation): TableRow => {
      const own = entries.filter(({ post }) => post.organisation === organisation.key)
      const cells = roles.map((role): Cell => {
        const there = own.filter(({ post }) => post.role === role)
        return {
          role,
          entries: there,
          isMissing: role === 'spoc' && there.length === 0 && organisation.kind === 'force',
        }
      })
      return { organisation, cells, gaps: cells.reduce((sum, cell) => sum + gapsIn(cell), 0) }
    })
    .toSorted((a, b) => a.organisation.shortName.localeCompare(b.organisation.shortName))
  return { roles, rows, gaps: rows.reduce((sum, row) => sum + row.gaps, 0) }
}

export function entryOf(post: PostTold, { leavers, outsiders }: People, today: Day): Entry {
  const standing = standingOn(today, post.appointments)
  const hasLeft = (person: Person | null): boolean =>
    person !== null && (leavers ?? []).some((leaver) => leaver.person.objectId === person.objectId)
  const { holder, deputy } = standing
  const state = holder === null ? 'vacant' : hasLeft(holder) ? 'left' : 'held'
  const outside = [holder, deputy]
    .filter((person) => person !== null)
    .filter((person) => !hasLeft(person) && (outsiders ?? []).includes(person.objectId))
  // Who has left stands in for nobody.
  return { post, state, standing: hasLeft(deputy) ? { ...standing, deputy: null } : standing, outside }
}

function gapsIn({ entries, isMissing }: Cell): number {
  return entries.filter(({ state }) => state !== 'held').length + (isMissing ? 1 : 0)
}

/** Where one stands in the table: one post of a cell, or the place of one that is missing. */
export interface Place {
  readonly row: number
  readonly column: number
  readonly entry: number
}

/** As many places as one can stand on; an empty cell is one too. */
function placesIn(cell: Cell | undefined): number {
  return Math.max(1, cell?.entries.length ?? 1)
}

/** Where an arrow key leads; the same place at an edge. */
export function step(rows: readonly TableRow[], from: Place, key: string): Place {
  const cellAt = (row: number, column: number): Cell | undefined => rows[row]?.cells[column]
  const columns = rows[0]?.cells.length ?? 0
  switch (key) {
    case 'ArrowLeft':
      return from.column > 0 ? { ...from, column: from.column - 1, entry: 0 } : from
    case 'ArrowRight':
      return from.column < columns - 1 ? { ...from, column: from.column + 1, entry: 0 } : from
    case 'ArrowUp':
      if (from.entry > 0) return { ...from, entry: from.entry - 1 }
      if (from.row === 0) return from
      return { ...from, row: from.row - 1, entry: placesIn(cellAt(from.row - 1, from.column)) - 1 }
    case 'ArrowDown':
      if (from.entry < placesIn(cellAt(from.row, from.column)) - 1) return { ...from, entry: from.entry + 1 }
      return from.row < rows.length - 1 ? { ...from, row: from.row + 1, entry: 0 } : from
    case 'Home':
      return { ...from, column: 0, entry: 0 }
    case 'End':
      return { ...from, column: Math.max(0, columns - 1), entry: 0 }
    default:
      return from
  }
}

/** The gap after this place, in reading order, and from the last one on the first again; null where there is none. */
export function nextGap(rows: readonly TableRow[], from: Place): Place | null {
  const gaps = rows.flatMap((row, rowAt) =>
    row.cells.flatMap((cell, columnAt): Place[] =>
      cell.isMissing
        ? [{ row: rowAt, column: columnAt, entry: 0 }]
        : cell.entries.flatMap((entry, entryAt) =>
            entry.state === 'held' ? [] : [{ row: rowAt, column: columnAt, entry: entryAt }],
          ),
    ),
  )
  const isAfter = (place: Place): boolean =>
    place.row !== from.row
      ? place.row > from.row
      : place.column !== from.column
        ? place.column > from.column
        : place.entry > from.entry
  return gaps.find(isAfter) ?? gaps[0] ?? null
}
