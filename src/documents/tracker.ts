/**
 * From the tables of a tracker to actions with their parts and history, and everything about the document that a
 * person should look at. Only proposes: nothing is written, and nothing that the document doesn't say is added unless
 * a person took the mend. Withheld passages are marked in every text (`⟦…⟧`, see domain/passage.ts).
 */

import type { Deadline, Kind, Status } from '../domain/action.ts'
import type { ImportedContent } from '../domain/command.ts'
import type { Day } from '../domain/day.ts'
import type { Due } from '../domain/due.ts'
import { withholdingOf } from '../domain/passage.ts'
import type { Words } from '../words/words.ts'
import type { Column } from './columns.ts'
import { lastDayIn, readDay } from './dates.ts'
import { commonDay, readUpdates } from './history.ts'
import { createReport, type MendAnswer, type Problem, type Report } from './problem.ts'
import { splitParts, type WrittenPart } from './parts.ts'
import type { Note } from './note.ts'
import { checkReferences, findSkippedNumbers } from './numbering.ts'
import { mendMisread, mendNumbersInDetails } from './misread.ts'
import { mendOwnerDues } from './ownerdue.ts'
import { createOwnerReader } from './owners.ts'
import type { TrackerRow } from './record.ts'
import { readRecords } from './rows.ts'
import { mendSlippedCells } from './slipped.ts'
import { readLegend, readStatus, type Legend } from './standing.ts'
import type { Table } from './table.ts'
import type { ImportedUpdate } from './updates.ts'
import { createWithholdingReader } from './withheld.ts'

export type { ImportedUpdate } from './updates.ts'

export interface ImportedAction {
  readonly sheet: string | null
  /** Row of the source, from 1. */
  readonly row: number
  readonly reference: string
  readonly details: string
  /** What the action says of itself in brackets at the end of its details. */
  readonly note?: Note
  readonly parts: readonly WrittenPart[]
  readonly updates: readonly ImportedUpdate[]
  /** As written: an organisation, a person, or both. */
  readonly owners: readonly string[]
  readonly due: string | null
  readonly status: Status
  readonly redacted: false | 'partly' | 'whole'
  /** The cells of its row as they were. */
  readonly source: readonly string[]
  /** What only a recommendation has. */
  readonly inspection?: Inspection
}

export interface Inspection {
  /** Key of its report, and its title. */
  readonly publication: string
  readonly title: string
  readonly kind: Kind
  /** As printed there. */
  readonly number: string | null
  /** Whom it asks, as written, and whose deadline its due is; null: not said. */
  readonly addressee: string | null
  readonly deadline: Deadline | null
  /** The first. */
  readonly due: Due | null
  readonly imported: Pick<ImportedContent, 'moves' | 'milestones' | 'links' | 'override' | 'closing'>
}

export interface ImportOptions {
  /** The language of the problems' messages. */
  readonly words: Words
  /** What each table's columns are, where a person said so; null leaves a table to be recognised. */
  readonly columns?: readonly (readonly Column[] | null)[]
  readonly mends?: readonly MendAnswer[]
  /** What else is written where words are withheld. */
  readonly withheldWords?: readonly string[]
  /** Proposed for entries without a day; otherwise the day that most of the entries have. */
  readonly day?: Day
  /** Later days are reported: nobody has given an update yet on a day to come. */
  readonly today?: Day
}

export interface ImportProposal {
  readonly actions: readonly ImportedAction[]
  /** In the order of the source. */
  readonly problems: readonly Problem[]
}

/** SharePoint: a multi-line text column holds 63,999 characters. */
const LONGEST_TEXT = 60_000

export function proposeImport(tables: readonly Table[], options: ImportOptions): ImportProposal {
  const { words, mends = [], today = null } = options
  const report = createReport(words, mends)
  const withhold = createWithholdingReader(options.withheldWords)
  const read = tables.map((table, index) => readRecords(table, options.columns?.[index] ?? null, report, words))
  const records = read.flatMap((each) => each.records)
  mendMisread(records, report)
  mendNumbersInDetails(records, report)
  mendSlippedCells(records, report)
  mendOwnerDues(records, report)
  checkReferences(records, report)
  findSkippedNumbers(records, report)
  tellHeadings(records, report)
  const above = [...tables.flatMap((table) => table.caption), ...read.flatMap((each) => each.before)]
  const making: Making = {
    report,
    withhold,
    today,
    day:
      options.day ??
      commonDay(records.map((record) => record.texts.get('update') ?? '')) ??
      lastDayIn(above.join('\n'), today) ??
      today,
    legend: readLegend(above),
    splitOwners: createOwnerReader(records.map((record) => record.texts.get('owner') ?? '')),
  }
  return { actions: records.map((record) => makeAction(record, making)), problems: report.problems() }
}

interface Making {
  readonly report: Report
  readonly withhold: (text: string) => string
  /** For entries that have no day. */
  readonly day: Day | null
  readonly today: Day | null
  readonly legend: Legend
  readonly splitOwners: (text: string) => string[]
}

/** What a heading says of the rows below it is told once. */
function tellHeadings(records: readonly TrackerRow[], report: Report): void {
  for (const [heading, under] of Map.groupBy(records, (record) => record.heading)) {
    const [first] = under
    const silent = under.filter((record) => !record.texts.get('status')).length
    if (!heading?.status || !first || silent === 0) continue
    report.find({
      sheet: first.sheet,
      row: heading.row || first.row,
      column: '',
      code: 'statusFromHeading',
      values: { text: heading.text, count: silent, status: heading.status },
    })
  }
}

function makeAction(record: TrackerRow, making: Making): ImportedAction {
  const { report, withhold, today, legend, splitOwners } = making
  const { sheet, row, texts, source } = record
  const find = (
    column: Column,
    code: 'missingDetails' | 'emptyOwner' | 'textTooLong' | 'impossibleDue',
    values = {},
    lost = false,
  ): void => {
    report.find({ sheet, row, column: record.headingOf(column), code, values, lost })
  }
  const [details, update, owner, due] = (['details', 'update', 'owner', 'due'] as const).map((column) => {
    const text = texts.get(column) ?? ''
    if (text.length > LONGEST_TEXT) find(column, 'textTooLong', { length: text.length, longest: LONGEST_TEXT })
    return withhold(text)
  }) as [string, string, string, string]

  const { parts, ...written } = splitParts(details)
  const lead = { ...written, details: withhold(written.details) }
  const withheldParts = parts.map((part) => ({ ...part, details: withhold(part.details) }))
  const entries = readUpdates(record, update, making)
  const { status, ended } = readStatus(record, entries, report, { legend, today })
  const updates = ended ? [...entries, ended] : entries
  const subject = [lead.details, ...withheldParts.map((part) => part.details)].join('\n')
  const history = updates.flatMap(({ text, next }) => [text, next ?? ''])
  const unread = updates.length > 0 ? history.every(isUnreadable) : isUnreadable(update)
  const whole = withholdingOf(subject) === 'whole' && unread
  const partly = [subject, update, ...history, owner, due].some((text) => withholdingOf(text) !== 'none')
  const reference = texts.get('reference') ?? ''
  if (isNoDay(due)) find('due', 'impossibleDue', { date: due })
  if (details === '') find('details', 'missingDetails', { reference })
  if (owner === '' && texts.has('owner') && !whole) find('owner', 'emptyOwner', { reference })
  return {
    sheet,
    row,
    reference,
    ...lead,
    parts: withheldParts,
    updates,
    owners: splitOwners(owner),
    due: due === '' ? null : due,
    status,
    redacted: whole ? 'whole' : partly ? 'partly' : false,
    source,
  }
}

/** A due is any words; a date that no calendar has is none of them. */
function isNoDay(due: string): boolean {
  const reading = readDay(due)
  return reading.day === null && reading.problem === 'impossibleDate'
}

function isUnreadable(text: string): boolean {
  return text === '' || withholdingOf(text) === 'whole'
}
