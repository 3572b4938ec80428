/**
 * Paths and queries for Graph. Every value that comes from outside passes through here, so that an apostrophe in a
 * name stays a name; nobody else writes a `$filter`.
 *
 *   path('sites', siteId, 'lists', listId, 'items')
 *   query({ filter: equals('Key', "o'neill"), expand: fields(['Key']) })   // '?$filter=fields%2FKey%20eq%20…'
 */

declare const written: unique symbol
/** A piece of OData that was written by this file. */
export type Expression = string & { readonly [written]: true }

export interface Query {
  readonly select?: readonly string[]
  readonly expand?: Expression
  readonly filter?: Expression
  /** A column of the list. */
  readonly orderBy?: string
  readonly top?: number
  /** `latest`, or nothing for all that there is. */
  readonly token?: 'latest'
}

/** Joins segments to a path; site ids keep their commas, as Graph writes them. */
export function path(...segments: readonly string[]): string {
  return segments.map((segment) => `/${encodeURIComponent(segment).replaceAll('%2C', ',')}`).join('')
}

/** `fields($select=…)`: columns come only by name. */
export function fields(names: readonly string[]): Expression {
  return `fields($select=${names.map(column).join(',')})` as Expression
}

/** Compares one indexed column; the service filters by one at a time. */
export function equals(name: string, value: string): Expression {
  return `fields/${column(name)} eq ${literal(value)}` as Expression
}

/** One indexed column of numbers that is one of these. */
export function isOneOf(name: string, values: readonly number[]): Expression {
  return values.map((value) => `fields/${column(name)} eq ${number(value)}`).join(' or ') as Expression
}

/** One indexed column of numbers, both ends included. */
export function between(name: string, from: number, to: number): Expression {
  return `fields/${column(name)} ge ${number(from)} and fields/${column(name)} le ${number(to)}` as Expression
}

/** One indexed column of text that comes before this one. */
export function below(name: string, value: string): Expression {
  return `fields/${column(name)} lt ${literal(value)}` as Expression
}

/** True of what begins with these words in one of its properties; for the directory, whose names are no columns. */
export function beginsWith(names: readonly string[], words: string): Expression {
  return names.map((name) => `startswith(${column(name)},${literal(words)})`).join(' or ') as Expression
}

export function query(options: Query): string {
  const pairs: [name: string, value: string | undefined][] = [
    ['$select', options.select?.map(column).join(',')],
    ['$expand', options.expand],
    ['$filter', options.filter],
    ['$orderby', options.orderBy === undefined ? undefined : `fields/${column(options.orderBy)}`],
    ['$top', options.top?.toString()],
    ['token', options.token],
  ]
  const written = pairs.flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${encode(value)}`]))
  return written.length === 0 ? '' : `?${written.join('&')}`
}

function literal(value: string): string {
  return `'${value.replaceAll("'", "''")}'`
}

function number(value: number): string {
  if (!Number.isSafeInteger(value)) throw new TypeError('not a number to look for')
  return String(value)
}

/** Column names are ours, never a person's words: anything else is a mistake of the program. */
function column(name: string): string {
  if (!/^[A-Za-z_@][\w.@/]*$/.test(name)) throw new TypeError(`not a column's name: ${name}`)
  return name
}

/** The apostrophe too: an OData literal survives proxies that decode once. */
function encode(value: string): string {
  return encodeURIComponent(value).replaceAll('%24', '$').replaceAll('%2C', ',')
}
