/**
 * How somebody looks at a register: which actions, found by what, grouped and ordered how, with which columns. A plain
 * value, and one text for it that any store can keep.
 *
 *   makeView({ ...PLAIN_VIEW, scope: 'late', group: 'organisation' })
 *   // '{"group":"organisation","scope":"late","version":1}': only what differs from the plain view is said
 */

import { COLOURS, KINDS } from './action.ts'
import { canonical } from './canonical.ts'
import { MARKINGS } from './group.ts'
import { accept, type Result } from './result.ts'

/** What a view starts from, before words and facets narrow it. */
export const SCOPES = ['late', 'dueNext', 'waiting', 'mine', 'open', 'all'] as const
export type Scope = (typeof SCOPES)[number]

/** In the order they stand in a row; that order is everybody's. */
export const COLUMNS = [
  'status',
  'reference',
  'kind',
  'details',
  'next',
  'nextOwners',
  'owners',
  'due',
  'extensions',
  'meeting',
  'created',
  'updated',
] as const
export type Column = (typeof COLUMNS)[number]

/** What one can't do without: an action is told by them. */
export const FIXED_COLUMNS: readonly Column[] = ['status', 'reference', 'details']

export const PLAIN_COLUMNS: readonly Column[] = ['status', 'reference', 'details', 'next', 'owners', 'due', 'updated']

export const FACETS = ['colour', 'organisation', 'due', 'meeting', 'kind', 'age', 'sign', 'marking'] as const
export type Facet = (typeof FACETS)[number]

export const GROUPINGS = ['organisation', 'colour', 'due', 'meeting', 'kind'] as const satisfies readonly Facet[]
export type Grouping = (typeof GROUPINGS)[number]

/** Where a due lies, seen from today. */
export const DUE_BUCKETS = ['past', 'week', 'month', 'later', 'undated', 'none', 'ended'] as const
/** How long ago something was last said. */
export const AGES = ['week', 'month', 'quarter', 'older', 'never'] as const
/** What stands out on a row. */
export const SIGNS = ['claimed', 'proposed', 'extensionAsked', 'extended', 'withheld'] as const

/**
 * What each facet lets through; one without values lets everything through. Organisations and meetings by their keys;
 * `''` is no organisation, `@document` and `@typed` are where an action comes from when that is no meeting.
 */
export type Facets = Readonly<Partial<Record<Facet, readonly string[]>>>

/** Null: the order of the scope itself, the most urgent first where that is what it is about. */
export type Sort = { readonly column: Column; readonly descending: boolean } | null

export interface GridView {
  readonly scope: Scope
  /** Every one of these words is in the action. */
  readonly words: string
  readonly facets: Facets
  readonly group: Grouping | null
  readonly sort: Sort
  readonly columns: readonly Column[]
}

export const PLAIN_VIEW: GridView = {
  scope: 'open',
  words: '',
  facets: {},
  group: null,
  sort: null,
  columns: PLAIN_COLUMNS,
}

/** The values that a facet knows by itself; null where they are the group's own. */
const KNOWN: Readonly<Record<Facet, readonly string[] | null>> = {
  colour: COLOURS,
  organisation: null,
  due: DUE_BUCKETS,
  meeting: null,
  kind: KINDS,
  age: AGES,
  sign: SIGNS,
  marking: MARKINGS,
}

/** The same text for the same view, however it was made. */
export function makeView(view: GridView): string {
  const { scope, words, facets, group, sort, columns } = tidied(view)
  return canonical({
    version: 1,
    scope,
    words: words === '' ? undefined : words,
    facets: Object.keys(facets).length === 0 ? undefined : facets,
    group: group ?? undefined,
    sort: sort ?? undefined,
    columns: canonical(columns) === canonical(PLAIN_COLUMNS) ? undefined : columns,
  })
}

/** What it says and isn't known here (a later version's facet, a column that is gone) is left out; the rest holds. */
export function parseView(text: string): Result<GridView, { readonly code: 'viewInvalid' }> {
  const read = fieldsOf(text)
  if (read === null || read['version'] !== 1) return { ok: false, error: { code: 'viewInvalid' } }
  const { scope, words, facets, group, sort, columns } = read
  return accept(
    tidied({
      scope: oneOf(SCOPES, scope) ?? PLAIN_VIEW.scope,
      words: typeof words === 'string' ? words : '',
      facets: readFacets(facets),
      group: oneOf(GROUPINGS, group),
      sort: readSort(sort),
      columns: Array.isArray(columns) ? COLUMNS.filter((column) => columns.includes(column)) : PLAIN_COLUMNS,
    }),
  )
}

export function isSameView(a: GridView, b: GridView): boolean {
  return makeView(a) === makeView(b)
}

/** The view with one value of a facet let through, or no more. */
export function toggleFacet(view: GridView, facet: Facet, value: string): GridView {
  const now = view.facets[facet] ?? []
  const then = now.includes(value) ? now.filter((each) => each !== value) : [...now, value]
  return tidied({ ...view, facets: { ...view.facets, [facet]: then } })
}

/** Columns in their order with those that are fixed; facets in theirs, none of them empty; words without their edges. */
function tidied(view: GridView): GridView {
  const facets = FACETS.flatMap((facet) => {
    const values = view.facets[facet]
    return values && values.length > 0 ? [[facet, [...new Set(values)].toSorted()] as const] : []
  })
  return {
    ...view,
    words: view.words.trim(),
    facets: Object.fromEntries(facets),
    columns: COLUMNS.filter((column) => FIXED_COLUMNS.includes(column) || view.columns.includes(column)),
  }
}

function readFacets(read: unknown): Facets {
  const given = isFields(read) ? read : {}
  return Object.fromEntries(
    FACETS.flatMap((facet) => {
      const values = given[facet]
      if (!Array.isArray(values)) return []
      const known = KNOWN[facet]
      return [[facet, values.filter((value) => typeof value === 'string' && (known?.includes(value) ?? true))] as const]
    }),
  )
}

function readSort(read: unknown): Sort {
  if (!isFields(read)) return null
  const column = oneOf(COLUMNS, read['column'])
  return column === null ? null : { column, descending: read['descending'] === true }
}

function fieldsOf(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const read: unknown = JSON.parse(text)
    return isFields(read) ? read : null
  } catch {
    return null
  }
}

function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function oneOf<Value extends string>(values: readonly Value[], value: unknown): Value | null {
  return values.find((each) => each === value) ?? null
}
