/**
 * `$filter`: the operators that SharePoint lists take (`eq ne lt gt le ge startswith`, joined by `and`, `or`), parsed
 * into a condition. The condition can be tried on a plain object here; on list items the store turns it into SQL.
 *
 *   startswith(fields/Key,'a-') and fields/Open eq true
 */

import { filterNotSupported, invalidRequest } from './refusal.ts'

export const COMPARISONS = ['eq', 'ne', 'lt', 'gt', 'le', 'ge'] as const
export type Comparison = (typeof COMPARISONS)[number]
export type Literal = string | number | boolean | null

export type Condition =
  | { readonly op: Comparison | 'startswith'; readonly path: string; readonly value: Literal }
  | { readonly op: 'and' | 'or'; readonly left: Condition; readonly right: Condition }

const TOKEN =
  /\s*(?:('(?:[^']|'')*')|(-?\d{4}-\d\d-\d\d(?:T[\d:.]+(?:Z|[+-]\d\d:\d\d)?)?)|(-?\d+(?:\.\d+)?)|([A-Za-z_][\w/.@]*)|([(),]))/y

type Token = { readonly kind: 'literal'; readonly value: Literal } | { readonly kind: 'word'; readonly text: string }

export function parseFilter(text: string): Condition {
  const tokens = tokenize(text)
  let at = 0
  const word = (): string | undefined => {
    const token = tokens[at]
    return token?.kind === 'word' ? token.text : undefined
  }
  const expect = (text: string): void => {
    if (word() !== text) throw invalidClause()
    at += 1
  }
  const literal = (): Literal => {
    const token = tokens[at]
    at += 1
    if (token?.kind !== 'literal') throw invalidClause()
    return token.value
  }
  const path = (): string => {
    const name = word()
    if (name === undefined || !/^[A-Za-z_]/.test(name)) throw invalidClause()
    at += 1
    return name
  }
  const term = (): Condition => {
    if (word() === '(') {
      at += 1
      const inner = disjunction()
      expect(')')
      return inner
    }
    const name = path()
    if (word() === '(') {
      if (name !== 'startswith') throw filterNotSupported()
      at += 1
      const on = path()
      expect(',')
      const value = literal()
      expect(')')
      // `startswith(…) eq true` is the same, and some clients write it.
      if (word() === 'eq') {
        at += 1
        if (literal() !== true) throw filterNotSupported()
      }
      return { op: 'startswith', path: on, value }
    }
    const comparison = COMPARISONS.find((one) => one === word())
    if (!comparison) throw invalidClause()
    at += 1
    return { op: comparison, path: name, value: literal() }
  }
  const joined = (op: 'and' | 'or', next: () => Condition): Condition => {
    let left = next()
    while (word() === op) {
      at += 1
      left = { op, left, right: next() }
    }
    return left
  }
  const conjunction = (): Condition => joined('and', term)
  const disjunction = (): Condition => joined('or', conjunction)
  const condition = disjunction()
  if (at !== tokens.length) throw invalidClause()
  return condition
}

/** The names that a condition refers to, each once. */
export function pathsOf(condition: Condition): string[] {
  if ('left' in condition) return [...new Set([...pathsOf(condition.left), ...pathsOf(condition.right)])]
  return [condition.path]
}

/** Tries the condition on an object; text compares without regard to case. */
export function holds(condition: Condition, on: Readonly<Record<string, unknown>>): boolean {
  if ('left' in condition) {
    const left = holds(condition.left, on)
    return condition.op === 'and' ? left && holds(condition.right, on) : left || holds(condition.right, on)
  }
  const actual = folded(on[condition.path] ?? null)
  const value = folded(condition.value)
  if (condition.op === 'startswith') return String(actual ?? '').startsWith(String(value))
  if (condition.op === 'eq') return actual === value
  if (condition.op === 'ne') return actual !== value
  if (actual === null || value === null) return false
  const order = actual < value ? -1 : Number(actual > value)
  return { lt: order < 0, gt: order > 0, le: order <= 0, ge: order >= 0 }[condition.op]
}

function folded(value: unknown): Literal {
  return typeof value === 'string' ? value.toLowerCase() : (value as Literal)
}

function tokenize(text: string): Token[] {
  const tokens: Token[] = []
  TOKEN.lastIndex = 0
  while (TOKEN.lastIndex < text.trimEnd().length) {
    const match = TOKEN.exec(text)
    if (!match) throw invalidClause()
    const [, quoted, moment, number, name, mark] = match
    if (quoted !== undefined) tokens.push({ kind: 'literal', value: quoted.slice(1, -1).replaceAll("''", "'") })
    else if (moment !== undefined) tokens.push({ kind: 'literal', value: moment })
    else if (number !== undefined) tokens.push({ kind: 'literal', value: Number(number) })
    else if (name === 'true' || name === 'false') tokens.push({ kind: 'literal', value: name === 'true' })
    else if (name === 'null') tokens.push({ kind: 'literal', value: null })
    else tokens.push({ kind: 'word', text: name ?? mark ?? '' })
  }
  return tokens
}

const invalidClause = (): Error => invalidRequest('Invalid filter clause')
