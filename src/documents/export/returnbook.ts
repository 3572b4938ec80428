/**
 * A return as an Excel workbook: a sheet of the period that was asked for, organisation by field, with totals and how
 * they changed on the period before; and one of how each organisation answered, period by period. Figures are numbers,
 * so that an analyst can go on from there; every word is text, and nothing is hidden. Missing is an empty cell.
 */

import type { Day } from '../../domain/day.ts'
import { groupName } from '../../domain/group.ts'
import type { RequestField } from '../../domain/request.ts'
import {
  changeOf,
  completenessOf,
  figureOf,
  isComplete,
  standingOf,
  totalOf,
  type ReturnAnswer,
} from '../../domain/returntable.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import type { Words } from '../../words/words.ts'
import { cellText, makeParagraphs } from './cell.ts'
import { makeBook, type Sheet, type Value } from './sheets.ts'
import { makeMarkingWords } from './table.ts'

export interface BookPeriod {
  readonly name: string
  readonly due: Day
  readonly fields: readonly RequestField[]
  readonly answers: readonly ReturnAnswer[]
}

export interface ReturnBookOptions {
  readonly title: string
  /** Newest first. */
  readonly periods: readonly BookPeriod[]
  /** Which of them is the first sheet's. */
  readonly place: number
  readonly snapshot: Snapshot
  readonly today: Day
  readonly words: Words
}

const WIDTHS = { name: 26, standing: 16, number: 14, text: 48 } as const

export function makeReturnBook(options: ReturnBookOptions): Uint8Array {
  const { title, snapshot, today, words } = options
  const sheets = [makePeriodSheet(options), makeTimeSheet(options)]
  const marked = { marking: makeMarkingWords(snapshot, []), words }
  return makeBook({ title: `${title}, ${words.day(today)}`, sheets, ...marked })
}

/** `csae-sgg-ocag-returns-2026-Q3.xlsx` */
export function makeBookName(group: string, title: string, period: string): string {
  const plain = title
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
  return `${[group, plain.slice(0, 40), period].filter((each) => each !== '').join('-')}.xlsx`
}

function makePeriodSheet({ periods, place, title, snapshot, today, words }: ReturnBookOptions): Sheet {
  const period = periods[place] ?? { name: '', due: today, fields: [], answers: [] }
  const before = periods[place + 1]
  const { fields, answers, due } = period
  const rows = answers.map((answer): Value[] => [
    snapshot.organisations.get(answer.organisation)?.name ?? answer.organisation,
    words.say(`returns.standing.${standingOf(answer, due, today)}`),
    ...fields.map((field) => valueOf(answer, field, words)),
    cellText(makeParagraphs(answer.words, words)),
  ])
  const sums = fields.map((field) => (field.type === 'number' ? (totalOf(answers, field.key)?.sum ?? null) : null))
  const changes = fields.map((field) =>
    before && field.type === 'number' ? (changeOf(answers, before.answers, field.key)?.difference ?? null) : null,
  )
  const totals: Value[][] = [[words.say('returns.total'), '', ...sums, '']]
  if (before) totals.push([words.say('returns.excel.change', { period: before.name }), '', ...changes, ''])
  return {
    name: words.say('returns.excel.sheet'),
    title: [`${title}, ${period.name}`, groupName(snapshot.group, words.language), words.day(today)].join(' · '),
    columns: [
      { heading: words.say('returns.organisation'), width: WIDTHS.name },
      { heading: words.say('returns.standing'), width: WIDTHS.standing },
      ...fields.map(({ title: heading, unit, type }) => ({
        heading: unit === null ? heading : `${heading} (${unit})`,
        width: type === 'text' ? WIDTHS.text : WIDTHS.number,
      })),
      { heading: words.say('returns.side.words'), width: WIDTHS.text },
    ],
    rows: [...rows, ...totals],
    totals: totals.length,
  }
}

function makeTimeSheet({ periods, title, snapshot, today, words }: ReturnBookOptions): Sheet {
  const ordered = periods.toReversed()
  const organisations = [...new Set(periods.flatMap(({ answers }) => answers.map(({ organisation }) => organisation)))]
  const rows = organisations.map((key): Value[] => [
    snapshot.organisations.get(key)?.name ?? key,
    ...ordered.map(({ answers, due }) => {
      const answer = answers.find(({ organisation }) => organisation === key)
      return words.say(`returns.standing.${standingOf(answer, due, today)}`)
    }),
  ])
  const shares = ordered.map(({ answers, due }) => {
    const { asked, complete } = completenessOf(answers, due)
    return words.say('returns.time.share', { asked, complete })
  })
  return {
    name: words.say('returns.excel.time'),
    title: [title, groupName(snapshot.group, words.language), words.day(today)].join(' · '),
    columns: [
      { heading: words.say('returns.organisation'), width: WIDTHS.name },
      ...ordered.map(({ name }) => ({ heading: name, width: WIDTHS.standing })),
    ],
    rows: [...rows, [words.say('returns.time.row'), ...shares]],
    totals: 1,
  }
}

/** Nil is said, and counts as nothing in the total; what doesn't stand is left empty. */
function valueOf(answer: ReturnAnswer, field: RequestField, words: Words): Value {
  if (!isComplete(answer)) return null
  const figure = figureOf(answer, field.key)
  if (figure === 'nil') return words.say('returns.nil')
  if (figure !== null) return figure
  const value = answer.values[field.key]
  if (typeof value === 'boolean') return words.say(value ? 'returns.yes' : 'returns.no')
  return value === undefined ? null : cellText(makeParagraphs(String(value), words))
}
