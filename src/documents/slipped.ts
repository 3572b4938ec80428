/**
 * Cells that slipped a column. The trackers that this was made for have rows whose owner stands under "Update" and
 * nothing under "Owner": the cell is moved, for that invents nothing, and reported, for it might be wrong.
 */

import type { Column } from './columns.ts'
import { startsWithDay } from './dates.ts'
import type { Report } from './problem.ts'
import type { TrackerRow } from './record.ts'
import { foldText } from './text.ts'

export function mendSlippedCells(records: readonly TrackerRow[], report: Report): void {
  const owners = new Set(records.flatMap((record) => foldText(record.texts.get('owner') ?? '') || []))
  for (const record of records) {
    const update = record.texts.get('update') ?? ''
    const owner = record.texts.get('owner') ?? ''
    if (!record.texts.has('owner') || !record.texts.has('update')) continue
    if (owner === '' && (owners.has(foldText(update)) || looksLikeOwner(update)))
      move(record, 'update', 'owner', report)
    else if (update === '' && startsWithDay(owner)) move(record, 'owner', 'update', report)
  }
}

function move(record: TrackerRow, from: Column, to: Column, report: Report): void {
  const text = record.texts.get(from) ?? ''
  const answer = report.find({
    sheet: record.sheet,
    row: record.row,
    column: record.headingOf(from),
    code: 'slippedCell',
    values: { text, from: record.headingOf(from), to: record.headingOf(to) },
    mend: { kind: 'moveCell', from, to },
  })
  if (answer === 'leave') return
  record.texts.set(to, text)
  record.texts.set(from, '')
}

const LONGEST_NAME = 60
const SMALL_WORDS = new Set(['and', 'of', 'the', 'for', 'all', 'a', 'y', 'yr', 'o'])
/** What people write under "Update" in a word or two. */
const ANSWERS =
  /^(?:ongoing|on going|complete|completed|done|closed|open|none|nil|nil return|no update|no change|n a|na|tbc|tba|pending|awaited|awaiting.*|in progress|outstanding|discharged?|noted|agreed|yes|no|see above|as above|dim diweddariad|wedi i gwblhau|parhaus)$/u

/** Names, and nothing but names: "ROCUWM", "West Mercia", "T/Supt A. Person". */
function looksLikeOwner(text: string): boolean {
  if (text === '' || text.length > LONGEST_NAME || text.includes('\n') || /[.:?!]$|[⟦█]|\d/u.test(text)) return false
  const folded = foldText(text)
  if (ANSWERS.test(folded) || /sensitive|redacted|withheld|irrelevant/u.test(folded)) return false
  const names = text.split(/[\s,/&+-]+/u).filter(Boolean)
  return (
    names.length > 0 && names.length <= 6 && names.every((name) => /^[\p{Lu}(]/u.test(name) || SMALL_WORDS.has(name))
  )
}
