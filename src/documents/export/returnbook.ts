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
import { columnLetter, makeCell, makePageEnds, SHEETS, STYLE_SHEET, STYLES } from './excel.ts'
import { cellText, makeParagraphs } from './cell.ts'
import { escape, makePackage, RELATION } from './openxml.ts'
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

type Value = string | number | null

interface Sheet {
  readonly name: string
  readonly title: string
  readonly columns: readonly { readonly heading: string; readonly width: number }[]
  readonly rows: readonly (readonly Value[])[]
  /** The last so many rows are sums. */
  readonly totals: number
}

const WIDTHS = { name: 26, standing: 16, number: 14, text: 48 } as const

export function makeReturnBook(options: ReturnBookOptions): Uint8Array {
  const { title, snapshot, today, words } = options
  const sheets = [makePeriodSheet(options), makeTimeSheet(options)]
  const marked = { marking: makeMarkingWords(snapshot, []), words }
  const part = (name: string, type: string, xml: string) => ({
    name: `xl/${name}.xml`,
    type: `spreadsheetml.${type}`,
    xml,
  })
  return makePackage(
    part('workbook', 'sheet.main', makeWorkbook(sheets)),
    [
      ...sheets.map((sheet, index) => ({
        kind: 'worksheet',
        ...part(`worksheets/sheet${index + 1}`, 'worksheet', makeSheet(sheet, marked)),
      })),
      { kind: 'styles', ...part('styles', 'styles', STYLE_SHEET) },
    ],
    `${title}, ${words.day(today)}`,
  )
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

const [TITLE_ROW, HEADING_ROW] = [1, 2]

function makeSheet({ title, columns, rows, totals }: Sheet, marked: Parameters<typeof makePageEnds>[0]): string {
  const last = columnLetter(columns.length - 1)
  const lastRow = HEADING_ROW + rows.length
  const line = (cells: readonly Value[], row: number, words: number, numbers: number): string =>
    `<row r="${row}">${cells.map((value, column) => makeValue(`${columnLetter(column)}${row}`, value, words, numbers)).join('')}</row>`
  const lines = rows.map((cells, index) => {
    const isTotal = index >= rows.length - totals
    const row = HEADING_ROW + 1 + index
    return isTotal ? line(cells, row, STYLES.heading, STYLES.total) : line(cells, row, STYLES.text, STYLES.number)
  })
  const headings = columns.map(({ heading }) => heading)
  return (
    `<worksheet xmlns="${SHEETS}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>` +
    `<dimension ref="A1:${last}${lastRow}"/><sheetViews><sheetView workbookViewId="0">` +
    `<pane xSplit="1" ySplit="${HEADING_ROW}" topLeftCell="B${HEADING_ROW + 1}" activePane="bottomRight" state="frozen"/>` +
    '<selection pane="bottomRight"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>' +
    `<cols>${columns.map(({ width }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`).join('')}</cols>` +
    `<sheetData><row r="${TITLE_ROW}" ht="24" customHeight="1">${makeCell(`A${TITLE_ROW}`, STYLES.title, `${title} · ${marked.marking}`)}</row>` +
    `${line(headings, HEADING_ROW, STYLES.heading, STYLES.heading)}${lines.join('')}</sheetData>` +
    `<mergeCells count="1"><mergeCell ref="A${TITLE_ROW}:${last}${TITLE_ROW}"/></mergeCells>` +
    '<pageMargins left="0.5" right="0.5" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>' +
    '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>' +
    makePageEnds(marked) +
    '</worksheet>'
  )
}

function makeValue(place: string, value: Value, words: number, numbers: number): string {
  if (typeof value === 'number') return `<c r="${place}" s="${numbers}"><v>${value}</v></c>`
  return makeCell(place, words, value ?? '')
}

function makeWorkbook(sheets: readonly Sheet[]): string {
  const named = sheets.map(
    ({ name }, index) => `<sheet name="${escape(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  )
  return `<workbook xmlns="${SHEETS}" xmlns:r="${RELATION}"><sheets>${named.join('')}</sheets></workbook>`
}
