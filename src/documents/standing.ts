/** What status an action has by its document: the latest outcome of its history, and a status column where there is one. */

import type { Status } from '../domain/action.ts'
import type { Report } from './problem.ts'
import type { TrackerRow } from './rows.ts'
import { foldText } from './text.ts'
import type { ImportedUpdate } from './updates.ts'

/** Colours are no status: they follow from due and progress, so only those that say that the work is over count. */
const STATUS_WORDS = new Map<string, Status>(
  (
    [
      [
        'open',
        'open|ongoing|on going|in progress|live|active|new|outstanding|not started|amber|red|white|agored|parhaus|ar waith|oren|coch|gwyn',
      ],
      ['dischargeProposed', 'discharge proposed|proposed for discharge|cynigiwyd ei gyflawni'],
      [
        'discharged',
        'discharged|discharge|complete|completed|done|implemented|green|new green|discharged claimed|wedi i gwblhau|cwblhawyd|cyflawnwyd|cyflawnwyd honiad|gwyrdd',
      ],
      ['closed', 'closed|no longer required|not applicable|superseded|ar gau|caewyd'],
    ] as const
  ).flatMap(([status, words]) => words.split('|').map((each) => [each, status] as const)),
)

export function readStatus(record: TrackerRow, updates: readonly ImportedUpdate[], report: Report): Status {
  const written = record.texts.get('status') ?? ''
  const last = updates.reduce<ImportedUpdate | null>(
    (latest, update) => (latest && latest.day > update.day ? latest : update),
    null,
  )
  const told: Status = last?.outcome === 'discharge' ? 'discharged' : 'open'
  const reference = record.texts.get('reference') ?? ''
  const about = { sheet: record.sheet, row: record.row, column: record.headingOf('status') }
  const endedBefore = updates.some((update) => update.outcome === 'discharge' && update !== last)
  if (endedBefore && told === 'open') {
    const column = record.headingOf('update')
    report.find({
      ...about,
      column,
      code: 'contradiction',
      values: { reference, text: last?.text ?? '', status: 'continued' },
    })
  }
  if (written === '') return told
  const status = statusOf(written)
  if (status === undefined) {
    report.find({ ...about, code: 'unknownStatus', values: { reference, text: written }, lost: true })
    return told
  }
  const ended = status === 'discharged' || status === 'closed'
  if (last?.outcome && ended !== (told === 'discharged')) {
    const values = { reference, text: written, status: ended ? 'ended' : 'open' }
    report.find({ ...about, code: 'contradiction', values })
  }
  return ended || told === 'open' ? status : told
}

/** Of several lines the last that is one: "Amber" over "Discharge proposed" is a colour and the status. */
function statusOf(written: string): Status | undefined {
  const lines = written.split('\n').map((line) => STATUS_WORDS.get(foldText(line)))
  return STATUS_WORDS.get(foldText(written)) ?? lines.findLast((status) => status !== undefined)
}
