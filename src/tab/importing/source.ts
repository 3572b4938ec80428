/** What was handed over, as tables: a tracker's own, or those that the sentences of minutes make. Pure. */

import { recogniseColumns } from '../../documents/columns.ts'
import { readDocument, readTables } from '../../documents/document.ts'
import { proposeMinutes } from '../../documents/minutes.ts'
import { makeMinutesTables } from '../../documents/minutestable.ts'
import { readProse } from '../../documents/prose.ts'
import type { DocumentProblem, Table } from '../../documents/table.ts'
import type { Day } from '../../domain/day.ts'
import { accept, type Result } from '../../domain/result.ts'
import type { Words } from '../../words/words.ts'
import type { Source } from './reading.ts'

/** A tracker is a table; where there is none of a tracker, it may be minutes, whose sentences ask for actions. */
export function readSource(
  { name, content, type }: Omit<Source, 'id'>,
  words: Words,
  today: Day,
): Result<Table[], DocumentProblem> {
  const about = { type, ...(name === null ? {} : { name }) }
  const read =
    typeof content === 'string' ? readTables({ ...about, text: content }) : readDocument({ ...about, bytes: content })
  if (read.ok ? read.value.some(isTracker) : read.error.code !== 'noTable') return read
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  const lines = readProse({ ...about, bytes })
  const minuted = lines.ok ? makeMinutesTables(proposeMinutes(lines.value, { words, today }), words) : []
  return minuted.length > 0 ? accept(minuted) : read
}

function isTracker(table: Table): boolean {
  return recogniseColumns(table).columns.includes('details')
}
