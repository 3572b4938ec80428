/**
 * The rows of a log of recommendations: headings that come again on every page in one layout or another, rows that were
 * torn by the end of a page, and statuses that stand beside the bullets of one row. Puts the pieces of one
 * recommendation together; what they mean is for recommendations.ts.
 */

import type { Block } from './blocks.ts'
import { readHeader, type Column } from './columns.ts'
import { makeColumnLetters } from './notices.ts'
import type { Report } from './problem.ts'
import { PRINTED_STATUSES, type PrintedStatus } from './recommendation.ts'
import { beginsRecommendation, isNumber } from './recommendationtext.ts'
import { foldText } from './text.ts'

export interface RecommendationRow {
  readonly sheet: string | null
  readonly row: number
  number: string
  text: string
  status: string
  due: string
  comment: string
  /** Statuses that stand beside bullets, with the words that stand beside them. */
  readonly partStatuses: { readonly status: PrintedStatus; readonly beside: string }[]
}

/** What stands in each column of a table, as its headings say. */
export interface Layout {
  readonly headings: readonly string[]
  readonly columns: readonly Column[]
}

/** The layout that a row of headings names; null where it is none. */
export function readLayout({ row, cells }: Block): Layout | null {
  const header = readHeader({ row, cells: cells.map((text) => ({ text })) })
  if (!header?.columns.includes('details') || !header.columns.includes('status')) return null
  // A heading over nothing stands beside the words or beside the comments.
  const columns = header.columns.map((column, index): Column => {
    if (header.headings[index] !== '' || column !== 'ignore') return column
    return index < header.columns.indexOf('status') ? 'details' : 'update'
  })
  return { headings: header.headings, columns }
}

/** "New Green" is NEW GREEN; null for any other words. */
export function readStatus(text: string): PrintedStatus | null {
  const folded = foldText(text).toUpperCase()
  return PRINTED_STATUSES.find((status) => status === folded) ?? null
}

type Texts = Pick<RecommendationRow, 'number' | 'text' | 'status' | 'due' | 'comment'>

/** Collects rows; answers what they came to. */
export function createRowReader(report: Report): {
  add(block: Block, layout: Layout): void
  take(): RecommendationRow[]
} {
  let rows: RecommendationRow[] = []
  return {
    take() {
      const taken = rows
      rows = []
      return taken
    },
    add(block, layout) {
      const { texts, partStatuses } = readTexts(block, layout, report)
      const last = rows.at(-1)
      const isNew = texts.number !== '' || beginsRecommendation(texts.text)
      const goesOn = !isNew && (texts.status === '' || texts.text === '' || last?.status === '')
      if (!last || !goesOn) {
        const { sheet, row } = block
        if (last || isNew || texts.text !== '') rows.push({ sheet, row, ...texts, partStatuses })
        else tellStray(block, report)
        return
      }
      last.partStatuses.push(...partStatuses)
      const status = readStatus(texts.status)
      if (last.status === '') last.status = texts.status
      else if (status !== null) last.partStatuses.push({ status, beside: texts.comment })
      else if (texts.status !== '') last.status += `\n${texts.status}`
      joinTexts(last, texts, block, report)
    },
  }
}

const JOINED = ['text', 'due', 'comment'] as const

function joinTexts(last: RecommendationRow, texts: Texts, { sheet, row }: Block, report: Report): void {
  const first = JOINED.find((name) => texts[name] !== '')
  if (first === undefined) return
  const values = { text: texts[first], earlier: last.row }
  report.find({ sheet, row, column: '', code: 'tornRow', values })
  for (const name of JOINED) {
    const [before, after] = [last[name], texts[name]]
    if (after === '') continue
    if (isWordTorn(before, after)) {
      const word = `${/\S*$/u.exec(before)?.[0]}${/^\S*/u.exec(after)?.[0]}`
      report.find({ sheet, row, column: '', code: 'tornWord', values: { text: word } })
      last[name] = before + after
      continue
    }
    if (name === 'comment' && before !== '' && !isUnfinished(before) && /^\p{Ll}/u.test(after)) {
      report.find({ sheet, row, column: '', code: 'wordsMissing', values: { text: after } })
    }
    // Dues are told apart line by line (recommendationdues.ts).
    const seam = name !== 'due' && isSentenceTorn(before, after) ? ' ' : '\n'
    last[name] = before === '' ? after : `${before}${seam}${after}`
  }
}

/** "improve" and "nts are embedded": what has no vowel is no word. */
function isWordTorn(before: string, after: string): boolean {
  return /\p{Ll}$/u.test(before) && /^(?!mr|mrs|dr|st|th|nd|rd|hm|pc|v\b)[bcdfghjklmnpqrstvwxz]{2,}\b/u.test(after)
}

function isUnfinished(text: string): boolean {
  return !/[.!?:;)\]”"]\s*$/u.test(text)
}

function isSentenceTorn(before: string, after: string): boolean {
  return isUnfinished(before) ? !/^[•[]/u.test(after) : /^\p{Ll}/u.test(after)
}

function readTexts(
  block: Block,
  { headings, columns }: Layout,
  report: Report,
): { readonly texts: Texts; readonly partStatuses: RecommendationRow['partStatuses'] } {
  const texts: Texts = { number: '', text: '', status: '', due: '', comment: '' }
  const partStatuses: RecommendationRow['partStatuses'] = []
  const slipped: { readonly status: PrintedStatus; readonly index: number }[] = []
  const find = (code: 'statusSlipped' | 'extraCell', index: number, values: Record<string, string>): void => {
    const column = headings[index] || makeColumnLetters(index)
    report.find({ sheet: block.sheet, row: block.row, column, code, values, lost: code === 'extraCell' })
  }
  for (const [index, cell] of block.cells.entries()) {
    if (cell === '') continue
    const column = columns[index]
    const status = readStatus(cell)
    if (status !== null && column !== 'status') slipped.push({ status, index })
    else if (column === 'status') put(texts, 'status', cell)
    else if (column === 'due') put(texts, 'due', cell)
    else if (column === 'update') put(texts, 'comment', cell)
    else if (column === 'reference' || (column === 'details' && texts.text === '' && isNumber(cell)))
      put(texts, 'number', cell)
    else if (column === 'details') put(texts, 'text', cell)
    // What a heading names that no recommendation has is told with its words.
    else find('extraCell', index, { text: cell })
  }
  // A status where a due or a comment should be: of the row where it has none yet, else of a bullet.
  const hasPlace = texts.text !== '' || texts.number !== ''
  for (const { status, index } of slipped) {
    const takesPlace = texts.status === '' && hasPlace
    find('statusSlipped', index, {
      text: status,
      from: headings[index] || makeColumnLetters(index),
      to: takesPlace ? 'row' : 'bullet',
    })
    if (takesPlace) texts.status = status
    else partStatuses.push({ status, beside: texts.comment })
  }
  return { texts, partStatuses }
}

function put(texts: Texts, name: keyof Texts, cell: string): void {
  texts[name] = texts[name] === '' ? cell : `${texts[name]}\n${cell}`
}

function tellStray({ sheet, row, cells }: Block, report: Report): void {
  const text = cells.filter(Boolean).join(' ')
  report.find({ sheet, row, column: '', code: 'strayText', values: { text }, lost: true })
}
