/**
 * Reads the cells of one row and notes what is wrong with them, so that a row that somebody broke in SharePoint is a
 * problem with a place, never a crash. SharePoint gives an empty cell as nothing at all.
 */

import * as v from 'valibot'
import { isDay, type Day } from '../../domain/day.ts'
import type { List } from '../lists.ts'
import type { StoredRow } from '../table.ts'

export const ROW_PROBLEMS = [
  'keyMissing',
  'keyRepeated',
  'referenceInvalid',
  'textMissing',
  'choiceUnknown',
  'dayInvalid',
  'dataBroken',
] as const
export type RowProblemCode = (typeof ROW_PROBLEMS)[number]

/** What is wrong with a row; what could be read of it is still shown. */
export interface RowProblem {
  readonly list: string
  /** The item's id in SharePoint. */
  readonly item: string
  readonly column: string
  readonly code: RowProblemCode
}

export interface Cells {
  text(column: string): string
  textOrNull(column: string): string | null
  /** Text that must be there. */
  words(column: string): string
  lines(column: string): string[]
  number(column: string): number
  choice<Choice extends string>(column: string, choices: readonly Choice[], otherwise: Choice): Choice
  choiceOrNull<Choice extends string>(column: string, choices: readonly Choice[]): Choice | null
  day(column: string): Day | null
  data<Value>(column: string, shape: v.GenericSchema<unknown, Value>): Value | null
  problem(column: string, code: RowProblemCode): void
}

/**
 * What was read of cells before. Owners, dues and origins repeat from row to row: they are read once, and the actions
 * that have the same share one object. Belongs to who holds the rows, and is gone with them.
 */
export interface Memory {
  recall<Value>(shape: object, text: string, read: () => Value | null): Value | null
  /** The same text as one string. */
  text(text: string): string
  /** The same value as one object. */
  value<Value extends object>(value: Value): Value
  forget(): void
}

/** Longer texts hardly repeat; and where so many differ, remembering no longer pays. */
const LONGEST_REMEMBERED = 200
const MOST_REMEMBERED = 5000

export function createMemory(): Memory {
  const texts = new Map<string, string>()
  const alike = new Map<string, object>()
  const values = new Map<object, Map<string, unknown>>()
  return {
    recall<Value>(shape: object, text: string, read: () => Value | null): Value | null {
      if (text.length > LONGEST_REMEMBERED) return read()
      let known = values.get(shape)
      if (!known) values.set(shape, (known = new Map()))
      const before = known.get(text) as Value | undefined
      if (before !== undefined) return before
      const value = read()
      if (value !== null && known.size < MOST_REMEMBERED) known.set(text, value)
      return value
    },
    text(text) {
      const known = texts.get(text)
      if (known !== undefined) return known
      if (texts.size < MOST_REMEMBERED) texts.set(text, text)
      return text
    },
    value<Value extends object>(value: Value): Value {
      const text = JSON.stringify(value)
      const known = alike.get(text) as Value | undefined
      if (known !== undefined) return known
      if (alike.size < MOST_REMEMBERED) alike.set(text, value)
      return value
    },
    forget() {
      texts.clear()
      alike.clear()
      values.clear()
    },
  }
}

/** @param memory of rows read before, for who reads very many */
export function readCells(row: StoredRow, list: List, problems: RowProblem[], memory?: Memory): Cells {
  const problem: Cells['problem'] = (column, code) => {
    problems.push({ list: list.name, item: row.id, column, code })
  }
  const text: Cells['text'] = (column) => {
    const value = row.fields[column]
    return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''
  }
  const choiceOrNull: Cells['choiceOrNull'] = (column, choices) => {
    const value = text(column)
    const found = choices.find((choice) => choice === value) ?? null
    if (found === null && value !== '') problem(column, 'choiceUnknown')
    return found
  }
  return {
    text,
    textOrNull: (column) => text(column) || null,
    words(column) {
      const value = text(column)
      if (value.trim() === '') problem(column, 'textMissing')
      return value
    },
    lines: (column) =>
      text(column)
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== ''),
    number(column) {
      const value = Number(row.fields[column] ?? 0)
      return Number.isFinite(value) ? value : 0
    },
    choiceOrNull,
    choice(column, choices, otherwise) {
      if (text(column) === '') problem(column, 'choiceUnknown')
      return choiceOrNull(column, choices) ?? otherwise
    },
    day(column) {
      const value = text(column)
      if (value === '' || isDay(value)) return value || null
      problem(column, 'dayInvalid')
      return null
    },
    data<Value>(column: string, shape: v.GenericSchema<unknown, Value>): Value | null {
      const value = text(column)
      if (value === '') return null
      const read = (): Value | null => {
        const result = v.safeParse(shape, parseJson(value), { abortEarly: true })
        if (result.success) return result.output
        problem(column, 'dataBroken')
        return null
      }
      return memory ? memory.recall(shape, value, read) : read()
    },
    problem,
  }
}

/** A value as the JSON of a `…Data` column; null, and a list of nothing, leave the cell empty. */
export function makeData(value: unknown): string | null {
  if (value === null || (Array.isArray(value) && value.length === 0)) return null
  return JSON.stringify(value)
}

/** Undefined, which is no JSON, for what can't be read. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
