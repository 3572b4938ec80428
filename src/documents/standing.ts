/**
 * What status an action has by its document: the latest outcome of its history, a status column where there is one, the
 * day it ended on, the heading above it. Where they don't agree, or don't say, that is told.
 */

import type { Status } from '../domain/action.ts'
import type { Day } from '../domain/day.ts'
import { readDay } from './dates.ts'
import type { Report } from './problem.ts'
import type { TrackerRow } from './record.ts'
import { foldText } from './text.ts'
import type { ImportedUpdate } from './updates.ts'

/** Colours are no status: they follow from due and progress, so only those that say that the work is over count. */
const STATUS_WORDS = new Map<string, Status>(
  (
    [
      [
        'open',
        'open|ongoing|on going|in progress|progressing|underway|under way|live|active|current|new|outstanding|not started|not yet started|not begun|started|begun|continuing|rolling|in hand|awaiting response|awaited|partially complete|partially completed|partly complete|part complete|not complete|not completed|incomplete|to be started|not yet due|not due|on track|at risk|off track|overdue|delayed|late|pending|awaiting update|on hold|carried forward|amber|red|yellow|white|r|a|n|no|amber red|red amber|amber green|green amber|agored|parhaus|ar waith|ar y gweill|heb ddechrau|oren|coch|gwyn',
      ],
      [
        'dischargeProposed',
        'discharge proposed|proposed for discharge|propose to discharge|proposed for closure|propose for closure|propose closure|propose to close|proposed to close|recommended for closure|recommend closure|recommended to close|recommend to close|for closure|to close|to be closed|submitted for closure|awaiting closure|awaiting sign off|complete propose to close|complete propose closure|complete proposed for closure|complete recommend closure|complete for closure|complete awaiting sign off|cynigiwyd ei gyflawni',
      ],
      [
        'discharged',
        'discharged|discharge|complete|completed|action complete|action completed|fully complete|done|finished|achieved|delivered|implemented|resolved|blue|b|new green|y|yes|discharged claimed|wedi i gwblhau|wedi ei gwblhau|wedi cwblhau|cwblhawyd|cyflawnwyd|cyflawnwyd honiad|gwyrdd',
      ],
      [
        'closed',
        'closed|action closed|no longer required|no longer needed|not applicable|superseded|withdrawn|cancelled|merged|ar gau|caewyd',
      ],
    ] as const
  ).flatMap(([status, words]) => words.split('|').map((each) => [each, status] as const)),
)
const TICKS = /^[✓✔☑☒✗✘☐]$/u
const GREEN = /^(?:green|g)$/u

export interface Legend {
  /** What the document says that green means; null where it doesn't say. */
  readonly green: Status | null
}

/** A key of colours, from the prose and the rows above the headings. */
export function readLegend(lines: readonly string[]): Legend {
  const text = lines.join('\n').toLowerCase()
  if (/\bgreen\b[^\n]{0,80}\b(?:complete|implemented|achieved|closed|done|discharged|delivered)/u.test(text)) {
    return { green: 'discharged' }
  }
  return { green: /\bgreen\b[^\n]{0,80}\b(?:on track|on target|progress)/u.test(text) ? 'open' : null }
}

export interface Ending {
  readonly status: Status
  /** Where a column says on which day the action ended. */
  readonly ended: ImportedUpdate | null
}

export function readStatus(
  record: TrackerRow,
  updates: readonly ImportedUpdate[],
  report: Report,
  { legend, today }: { readonly legend: Legend; readonly today: Day | null },
): Ending {
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
  const ended = readEnded(record, updates, report, today)
  const silent = (): Status => {
    if (told !== 'open') return told
    if (ended) return 'discharged'
    if (record.heading?.status) return record.heading.status
    return asEnded(record, last, report)
  }
  if (written === '') return { status: silent(), ended }
  const status = isGreen(written) ? readGreen(record, legend, report) : statusOf(written)
  if (status === undefined) {
    report.find({ ...about, code: 'unknownStatus', values: { reference, text: written }, lost: true })
    return { status: silent(), ended }
  }
  const over = status === 'discharged' || status === 'closed'
  if (last?.outcome && over !== (told === 'discharged')) {
    const values = { reference, text: written, status: over ? 'ended' : 'open' }
    report.find({ ...about, code: 'contradiction', values })
  } else if (!over && told === 'open' && (ended || saysEnded(last) || record.heading?.status)) {
    const text = ended?.text ?? (saysEnded(last) ? (last?.text ?? '') : (record.heading?.text ?? ''))
    report.find({ ...about, code: 'contradiction', values: { reference, text, status: 'elsewhere', written } })
  }
  return { status: over || told === 'open' ? status : told, ended: over ? ended : null }
}

/** "Green", "GREEN – awaiting sign-off"; unless a word beside it says how it stands: "Green – complete". */
function isGreen(written: string): boolean {
  const [first = ''] = written.split(REMARK)
  return GREEN.test(foldText(first)) && statusOf(written) === undefined
}

/** Before a remark: "On hold – see 4.2". */
const REMARK = /\s*[–(:,]\s*|\s+-\s+/u

/** Of several lines the last that is one; a day or a remark after it is no part of it: "Closed 5/3/20". */
function statusOf(written: string): Status | undefined {
  const whole = known(written)
  if (whole) return whole
  const lines = written
    .split('\n')
    .map((line) => known(line) ?? known(line.replace(/[\s:(–-]+(?:\d.*|\(.*\)?|on\b.*)$/iu, '')))
  const said = lines.findLast((status) => status !== undefined)
  if (said) return said
  const [first = '', ...remarks] = written.split(REMARK)
  if (first.length === written.length) return inBothLanguages(written)
  return GREEN.test(foldText(first)) ? known(remarks.join(' ')) : (known(first) ?? inBothLanguages(written))
}

/** "Parhaus / Ongoing": two words for one status. */
function inBothLanguages(written: string): Status | undefined {
  const statuses = new Set(written.split(/\s+\/\s+|\s*\|\s*/u).map(known))
  const [status] = statuses
  return statuses.size === 1 ? status : undefined
}

function known(words: string): Status | undefined {
  const text = words.trim()
  if (TICKS.test(text)) return /[✓✔☑]/u.test(text) ? 'discharged' : 'open'
  return STATUS_WORDS.get(foldText(text.replace(/^status\s*:/iu, '')))
}

/** Green is "implemented" to an inspectorate and "on track" to a project: the key says which, or a person. */
function readGreen(record: TrackerRow, { green }: Legend, report: Report): Status {
  if (green) return green
  const heading = record.headingOf('status')
  const read: Status = /\bb?rag\b/iu.test(heading) ? 'open' : 'discharged'
  const other: Status = read === 'open' ? 'discharged' : 'open'
  const answer = report.find({
    sheet: record.sheet,
    row: record.row,
    column: heading,
    code: 'greenStatus',
    values: { status: read },
    mend: { kind: 'setStatus', status: other },
  })
  return answer === 'take' ? other : read
}

const SAYS_ENDED =
  /^(?:(?:this|the|action|item|matter|now|is|has been|was)\s+)*(?:complete|completed|closed|done|discharged|finished)(?:\s+action)?$/u

/** "Completed." as the last word of a history, where nothing else says so. */
function saysEnded(last: ImportedUpdate | null): boolean {
  if (!last || last.outcome !== null) return false
  const sentence = last.text.split(/[.!\n]\s*/u).findLast((each) => each.trim() !== '')
  return SAYS_ENDED.test(foldText(sentence ?? ''))
}

function asEnded(record: TrackerRow, last: ImportedUpdate | null, report: Report): Status {
  if (!saysEnded(last)) return 'open'
  const answer = report.find({
    sheet: record.sheet,
    row: record.row,
    column: record.headingOf('update'),
    code: 'perhapsEnded',
    values: { reference: record.texts.get('reference') ?? '', text: last?.text ?? '' },
    mend: { kind: 'setStatus', status: 'discharged' },
  })
  return answer === 'take' ? 'discharged' : 'open'
}

/** A column with the day on which it ended is an entry of the history, unless that has it. */
function readEnded(
  record: TrackerRow,
  updates: readonly ImportedUpdate[],
  report: Report,
  today: Day | null,
): ImportedUpdate | null {
  const written = record.texts.get('ended') ?? ''
  if (written === '' || /^(?:n\/?a|tbc|-|–)$/iu.test(written)) return null
  const reading = readDay(written)
  const { day } = reading
  const text = `${record.headingOf('ended')}: ${written}`
  if (day !== null && (today === null || day <= today)) {
    if (updates.some((update) => update.day === day && update.outcome === 'discharge')) return null
    return { day, text, next: null, outcome: 'discharge' }
  }
  report.find({
    sheet: record.sheet,
    row: record.row,
    column: record.headingOf('ended'),
    code: reading.day === null ? reading.problem : 'futureDate',
    values: { text, date: written, proposed: 'none' },
    lost: true,
  })
  return null
}
