/**
 * The query part of an address, parsed: `$select`, `$expand`, `$filter`, `$orderby`, `$top`, `$search` and the paging
 * tokens. Names of options are taken with and without `$`, as SharePoint does. What a condition may refer to is not
 * decided here.
 *
 *   $expand=fields($select=Title,Due)&$filter=fields/Key eq 'a'&$orderby=fields/Due desc&$top=50
 */

import { parseFilter, type Condition } from './filter.ts'
import { invalidRequest } from './refusal.ts'

export interface Expansion {
  readonly select: readonly string[] | undefined
  readonly expand: ReadonlyMap<string, Expansion>
}

export interface Order {
  readonly path: string
  readonly descending: boolean
}

export interface Query {
  readonly select: readonly string[] | undefined
  readonly expand: ReadonlyMap<string, Expansion>
  readonly filter: Condition | undefined
  readonly orderby: readonly Order[]
  readonly top: number | undefined
  readonly skip: string | undefined
  readonly search: string | undefined
  /** Where a page begins. */
  readonly skiptoken: string | undefined
  /** Where a delta begins. */
  readonly token: string | undefined
  /** The options that shape a page, to be repeated in the address of the next one. */
  readonly shape: readonly [string, string][]
}

const SHAPING = ['$expand', '$select', '$filter', '$orderby', '$top']
const KNOWN = new Set([...SHAPING, '$skip', '$search', '$skiptoken', '$count'])

export function parseQuery(parameters: URLSearchParams): Query {
  const options = new Map<string, string>()
  for (const [name, value] of parameters) {
    const option = name.startsWith('$') ? name : `$${name}`
    if (KNOWN.has(option.toLowerCase())) options.set(option.toLowerCase(), value)
    else if (name.startsWith('$') && option !== '$token' && option !== '$deltatoken') {
      throw invalidRequest(`The query specified in the URI is not valid. The query option '${name}' is not supported.`)
    }
  }
  const filter = options.get('$filter')
  return {
    select: list(options.get('$select')),
    expand: parseExpand(options.get('$expand') ?? ''),
    filter: filter === undefined ? undefined : parseFilter(filter),
    orderby: parseOrderby(options.get('$orderby') ?? ''),
    top: parseTop(options.get('$top')),
    skip: options.get('$skip'),
    search: options.get('$search'),
    skiptoken: options.get('$skiptoken'),
    token: parameters.get('token') ?? parameters.get('$deltatoken') ?? undefined,
    shape: SHAPING.flatMap((name) => {
      const value = options.get(name)
      return value === undefined ? [] : [[name, value] as [string, string]]
    }),
  }
}

function parseTop(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  if (!/^\d{1,9}$/.test(text) || Number(text) === 0) {
    throw invalidRequest(`The query specified in the URI is not valid. Invalid value '${text}' for $top.`)
  }
  return Number(text)
}

function parseOrderby(text: string): Order[] {
  return splitOutside(text, ',').map((part) => {
    const [, path, direction] = /^\s*([\w/.]+)(?:\s+(asc|desc))?\s*$/i.exec(part) ?? []
    if (path === undefined) throw invalidRequest('Invalid orderby clause')
    return { path, descending: direction?.toLowerCase() === 'desc' }
  })
}

/** `fields($select=A,B),columns` and, inside the parentheses, options parted by semicolons. */
function parseExpand(text: string): Map<string, Expansion> {
  const expansions = new Map<string, Expansion>()
  for (const part of splitOutside(text, ',')) {
    const [, name, inner = ''] = /^\s*(\w+)\s*(?:\((.*)\))?\s*$/s.exec(part) ?? []
    if (name === undefined) throw invalidRequest(`The expression "${part}" is not valid.`)
    let select: string[] | undefined
    let expand = new Map<string, Expansion>()
    for (const option of splitOutside(inner, ';')) {
      const at = option.indexOf('=')
      const key = option.slice(0, at).trim().replace(/^\$/, '').toLowerCase()
      if (key === 'select') select = list(option.slice(at + 1))
      else if (key === 'expand') expand = parseExpand(option.slice(at + 1))
      else throw invalidRequest(`The expression "${part}" is not valid.`)
    }
    expansions.set(name, { select, expand })
  }
  return expansions
}

function list(text: string | undefined): string[] | undefined {
  if (text === undefined) return undefined
  const names = text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
  return names.length > 0 ? names : undefined
}

/** Parts of a text at a separator that isn't within parentheses or quotes; no part is empty. */
function splitOutside(text: string, separator: string): string[] {
  const parts: string[] = []
  let depth = 0
  let quoted = false
  let part = ''
  for (const character of text) {
    if (character === "'") quoted = !quoted
    if (!quoted && character === '(') depth += 1
    if (!quoted && character === ')') depth -= 1
    if (character === separator && depth === 0 && !quoted) {
      parts.push(part)
      part = ''
    } else part += character
  }
  parts.push(part)
  return parts.filter((one) => one.trim() !== '')
}

/** The properties of a body that `$select` names, in any case; what the protocol adds (`@odata.…`) always stays. */
export function selected(
  body: Readonly<Record<string, unknown>>,
  select: readonly string[] | undefined,
  always: Iterable<string> = [],
): Record<string, unknown> {
  if (!select) return { ...body }
  const wanted = new Set([...select, ...always].map((name) => name.toLowerCase()))
  return Object.fromEntries(
    Object.entries(body).filter(([name]) => name.startsWith('@') || wanted.has(name.toLowerCase())),
  )
}
