/**
 * Rows that go on where the row before stops: torn by the end of a page, spread over several by a merged cell, or one
 * row an update under an action that is numbered once. They are joined at once, for the action is whole only so, and
 * each join is reported, for it might be wrong.
 */

import { COLUMNS, type Column } from './columns.ts'
import { startsWithDay } from './dates.ts'
import type { Report } from './problem.ts'
import type { TrackerRow } from './record.ts'

export interface Following {
  /** The first row below headings that came again. */
  readonly tops: boolean
  /** The document itself makes its cells one with those above. */
  readonly merged: boolean
}

/** Joins a row to the one before where it goes on there. Answers whether it did. */
export function joinTorn(
  record: TrackerRow,
  last: TrackerRow | undefined,
  following: Following,
  report: Report,
): boolean {
  if (!last || record.sheet !== last.sheet) return false
  if (!following.merged && !goesOn(record, last, following)) return false
  const to = COLUMNS.find((column) => column !== 'ignore' && record.texts.get(column))
  if (to === undefined) return true
  if (!following.merged) {
    const answer = report.find({
      sheet: record.sheet,
      row: record.row,
      column: record.headingOf(to),
      code: 'tornRow',
      values: { text: record.texts.get(to) ?? '', earlier: last.row },
      mend: { kind: 'joinRow', to },
    })
    if (answer === 'leave') return false
  }
  for (const [column, text] of record.texts) {
    if (column === 'ignore' || text === '') continue
    const before = last.texts.get(column) ?? ''
    last.texts.set(column, before === '' ? text : `${before}${seam(before, text)}${text}`)
  }
  return true
}

function goesOn(record: TrackerRow, last: TrackerRow, { tops }: Following): boolean {
  const text = (column: Column): string => record.texts.get(column) ?? ''
  if (text('reference') !== '') return false
  const details = text('details')
  // Nothing says what is to be done: its updates are those of the action above.
  if (details === '') return tops || text('update') !== '' || text('due') !== ''
  if (!tops || /^\(?\d{1,3}[a-z]?[.)]?\s/u.test(details)) return false
  const before = last.texts.get('details') ?? ''
  const unfinished = before !== '' && !/[.!?:;)\]”"⟧]\s*$/u.test(before)
  const small = /^(?:[\p{Ll}•–-]|\()/u.test(details)
  const silent = record.texts.has('status') && text('status') === '' && (last.texts.get('status') ?? '') !== ''
  return small || silent || (unfinished && !/^\p{Lu}/u.test(details))
}

/** A sentence that was torn is mended with a space; what is whole goes on in a line of its own. */
function seam(before: string, after: string): ' ' | '\n' {
  if (startsWithDay(after)) return '\n'
  return /[\p{L}\p{N},–-]$/u.test(before) && /^[\p{Ll}\p{N}([]/u.test(after) ? ' ' : '\n'
}
