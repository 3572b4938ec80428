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

export function readCells(row: StoredRow, list: List, problems: RowProblem[]): Cells {
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
    data(column, shape) {
      const value = text(column)
      if (value === '') return null
      const result = v.safeParse(shape, parseJson(value), { abortEarly: true })
      if (result.success) return result.output
      problem(column, 'dataBroken')
      return null
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
