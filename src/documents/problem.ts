/**
 * What an import has to say about a document, row by row, and the mend that it proposes for each. Nothing is guessed
 * silently: what was moved, left out or not understood is a problem here, with the words it is about.
 */

import type { Status } from '../domain/action.ts'
import { isDay, type Day } from '../domain/day.ts'
import type { Values, Words } from '../words/words.ts'
import type { Column } from './columns.ts'
import { NOTICES } from './table.ts'

export const PROBLEMS = [
  'missingColumn',
  'unknownColumn',
  'strayText',
  'extraCell',
  'headingProposed',
  'tornRow',
  'slippedCell',
  'missingReference',
  'referenceForm',
  'duplicateReference',
  'skippedNumbers',
  'restartedNumbers',
  'ownNumbering',
  'noNumbers',
  'referenceDate',
  'numberInDetails',
  'missingDetails',
  'emptyOwner',
  'dueWithOwner',
  'serialDay',
  'revisedDue',
  'undatedUpdate',
  'withheldUndated',
  'impossibleDate',
  'impossibleDue',
  'incompleteDate',
  'futureDate',
  'yearInferred',
  'dayUnused',
  'contradiction',
  'unknownStatus',
  'statusFromHeading',
  'greenStatus',
  'perhapsEnded',
  'textTooLong',
  'editionDay',
  'reportUnnamed',
  'publishedMissing',
  'publishedContradicts',
  'claimDiffers',
  'claimsContradict',
  'numberMissing',
  'kindMissing',
  'headingUnknown',
  'statusUnknown',
  'statusSlipped',
  'statusOfNoPart',
  'positionMissing',
  'dueMissing',
  'tornWord',
  'wordsMissing',
  'noSuchDay',
  'severalDues',
  'extensionNotLater',
  'dueUnplaced',
  'stageMoved',
  'deadlineDiffers',
  'ruleDiffers',
  'workstreamField',
  'workstreamUnnumbered',
  'periodContradicts',
  'objectiveDiffers',
  ...NOTICES,
] as const
export type ProblemCode = (typeof PROBLEMS)[number]

/** What would put a problem right. */
export type Mend =
  /** The cell's text goes to another column. Done at once, for nothing is invented; may be refused. */
  | { readonly kind: 'moveCell'; readonly from: Column; readonly to: Column }
  /** The row's text is the end of a cell of the row before. */
  | { readonly kind: 'joinRow'; readonly to: Column }
  /** The update gets a day that the document doesn't give, or not as a day. */
  | { readonly kind: 'setDay'; readonly day: Day }
  | { readonly kind: 'setReference'; readonly reference: string }
  | { readonly kind: 'setStatus'; readonly status: Status }

/** A person's answer to a proposed mend. A row's problems of one code are answered together. */
export interface MendAnswer {
  readonly row: number
  readonly code: ProblemCode
  readonly sheet?: string | null
  /** `take`: as proposed (the default). `leave`: as the document has it; the problem stays. */
  readonly answer?: 'take' | 'leave'
}

export interface Problem {
  readonly sheet: string | null
  /** Row of the source, from 1. */
  readonly row: number
  /** The column's heading as written, or what the column is. */
  readonly column: string
  readonly code: ProblemCode
  readonly values?: Values
  /** In the language of the words that were given. */
  readonly message: string
  readonly mend?: Mend
  /** True while the words it is about are in none of the actions. */
  readonly lost: boolean
}

export interface Finding {
  readonly sheet: string | null
  readonly row: number
  readonly column: string
  readonly code: ProblemCode
  readonly values?: Values
  readonly mend?: Mend | null
  readonly lost?: boolean
  /** Its mend is done at once; without it the words would be in none of the actions. */
  readonly lostIfLeft?: boolean
}

/** Collects problems and knows how their mends were answered. */
export interface Report {
  /** Adds a problem unless its mend was taken. Answers how it was answered; null while it wasn't. */
  find(finding: Finding): 'take' | 'leave' | null
  /** In the order of the source. */
  problems(): Problem[]
}

export function createReport(words: Words, answers: readonly MendAnswer[]): Report {
  const key = (sheet: string | null | undefined, row: number, code: ProblemCode): string =>
    JSON.stringify([sheet ?? null, row, code])
  const answered = new Map(
    answers.map((each) => [key(each.sheet, each.row, each.code), each.answer ?? 'take'] as const),
  )
  const problems: Problem[] = []
  return {
    find({ mend = null, lost = false, lostIfLeft = false, ...finding }) {
      const answer = mend === null ? null : (answered.get(key(finding.sheet, finding.row, finding.code)) ?? null)
      if (answer === 'take') return 'take'
      const message = words.say(`documents.problem.${finding.code}`, sayable(finding.values ?? {}, words))
      problems.push({
        ...finding,
        message,
        lost: lost || (lostIfLeft && answer === 'leave'),
        ...(mend === null ? {} : { mend }),
      })
      return answer
    },
    problems: () => problems.toSorted((a, b) => a.row - b.row),
  }
}

const LONGEST_QUOTE = 80

/** Values for a sentence: long texts are quoted by their beginning, on one line. */
function sayable(values: Values, words: Words): Values {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      if (typeof value === 'number') return [name, value]
      if (value === '') return [name, '–']
      const line = value.replaceAll(/[\s⟦⟧]+/gu, ' ').trim()
      if (isDay(value)) return [name, words.day(value)]
      return [name, line.length > LONGEST_QUOTE ? `${line.slice(0, LONGEST_QUOTE).trimEnd()}…` : line]
    }),
  )
}
