/** Reports as they were made, as rows of their list, both ways. Pure. */

import * as v from 'valibot'
import { isDay } from '../../domain/day.ts'
import { REPORT_COLOURS, type ReportCounts } from '../../domain/report.ts'
import {
  decideReported,
  touchedByReport,
  type ReportCommand,
  type ReportedContent,
  type Told,
} from '../../domain/reported.ts'
import { REPORTS } from '../worklists.ts'
import { makeData, type Cells } from './cells.ts'
import type { CollectionKind } from './collection.ts'
import type { KeyedValues } from './rows.ts'
import { person } from './shapes.ts'

export const reportKind: CollectionKind<ReportedContent, ReportCommand> = {
  list: REPORTS,
  parse: parseReported,
  make: makeReported,
  decide: decideReported,
  touches: touchedByReport,
}

const count = v.pipe(v.number(), v.integer(), v.minValue(0))
const counts = v.object(
  Object.fromEntries(REPORT_COLOURS.map((colour) => [colour, count])),
) as unknown as v.GenericSchema<unknown, ReportCounts>

const boards: v.GenericSchema<unknown, readonly Told[]> = v.array(
  v.object({ id: v.string(), board: v.string(), day: v.pipe(v.string(), v.check(isDay)), by: person }),
)

/** Without its days nobody knows what was new in it. */
function parseReported(cells: Cells): ReportedContent | null {
  const [from, to] = [cells.day('FromDay'), cells.day('ToDay')]
  const [told, by] = [cells.data('CountsData', counts), cells.data('ByData', person)]
  if (from === null || to === null || !told || !by) return null
  return { from, to, counts: told, by, boards: cells.data('BoardsData', boards) ?? [] }
}

function makeReported(key: string, { from, to, counts: told, by, boards: toWhom }: ReportedContent): KeyedValues {
  return {
    Key: key,
    Title: `${from} – ${to}`,
    FromDay: from,
    ToDay: to,
    CountsData: makeData(told),
    ByData: makeData(by),
    Boards: toWhom.map(({ board, day }) => `${board}, ${day}`).join('\n') || null,
    BoardsData: makeData(toWhom),
  }
}
