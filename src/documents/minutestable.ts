/**
 * What minutes ask for, as the tables that an import is reviewed by: the actions, and the standing duties, which come
 * in only where a person takes them. A row keeps the number of its line, or the next that is free.
 */

import { isDay } from '../domain/day.ts'
import type { Words } from '../words/words.ts'
import type { MinutedAction, MinutesProposal } from './minutes.ts'
import type { Row, Table } from './table.ts'

type Line = Pick<MinutedAction, 'row' | 'details' | 'addressees'> & Partial<Pick<MinutedAction, 'dueKept'>>

export function makeMinutesTables({ actions, duties }: MinutesProposal, words: Words): Table[] {
  let last = 0
  const makeRow = ({ row, details, addressees, dueKept }: Line): Row => {
    last = Math.max(last + 1, row)
    const due = dueKept && isDay(dueKept) ? words.day(dueKept) : (dueKept ?? '')
    return { row: last, cells: [details, addressees.join('; '), due].map((text) => ({ text })) }
  }
  const headings = (['details', 'owner', 'due'] as const).map((column) => ({
    text: words.say(`documents.column.${column}`),
  }))
  const makeTable = (lines: readonly Line[], name: 'minutes.actions' | 'minutes.duties'): Table => ({
    sheet: null,
    caption: [words.say(`documents.${name}`)],
    rows: [{ row: last, cells: headings, heading: true }, ...lines.map(makeRow)],
  })
  const tables = actions.length > 0 ? [makeTable(actions, 'minutes.actions')] : []
  if (duties.length > 0) tables.push({ ...makeTable(duties, 'minutes.duties'), offered: true })
  return tables
}
