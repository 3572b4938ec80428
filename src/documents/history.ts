/** The entries of an action's update cell, with a day each; what has none is reported and waits for one. */

import { makeDay, type Day } from '../domain/day.ts'
import { withholdingOf } from '../domain/passage.ts'
import { parseReference } from '../domain/reference.ts'
import { lastDayIn, nearestDay } from './dates.ts'
import type { Finding, ProblemCode, Report } from './problem.ts'
import type { TrackerRow } from './record.ts'
import type { ImportedUpdate } from './updates.ts'
import { splitEntries, type Entry } from './updates.ts'

/** The day that most entries of the document have: usually the day of the meeting. The latest of several. */
export function commonDay(texts: Iterable<string>): Day | null {
  const counts = new Map<Day, number>()
  for (const text of texts) {
    for (const { reading } of splitEntries(text)) {
      if (reading?.day) counts.set(reading.day, (counts.get(reading.day) ?? 0) + 1)
    }
  }
  const [first] = [...counts].toSorted(([a, m], [b, n]) => n - m || (a < b ? 1 : -1))
  return first?.[0] ?? null
}

interface HistoryOptions {
  readonly report: Report
  /** Marks what is withheld: what stands after a day may be a notice by itself. */
  readonly withhold: (text: string) => string
  readonly day: Day | null
  readonly today: Day | null
}

/** @param text the cell, withheld passages marked */
export function readUpdates(record: TrackerRow, text: string, options: HistoryOptions): ImportedUpdate[] {
  const { report, withhold, today } = options
  const written = splitEntries(text)
  const { day } = options
  tellUnusedDay(record, report)
  return written.flatMap((each, index) => {
    const next = each.next === null ? null : withhold(each.next)
    const entry = { ...each, text: withhold(each.text), next }
    const known = entry.reading?.day ?? null
    if (known !== null && (today === null || known <= today)) return [withDay(entry, known)]
    const inferred = inferYear(written, index, day ?? yearOf(record) ?? today, today)
    const code = inferred === null ? problemOf(entry) : 'yearInferred'
    // What its own words say comes before what the others have.
    const said = entry.reading === null ? lastDayIn(wordsOf(entry), today) : null
    const meant = entry.reading === null ? (said ?? day) : entry.reading.day === null ? entry.reading.meant : null
    const proposed = inferred ?? (meant !== null && (today === null || meant <= today) ? meant : null)
    const finding: Finding = {
      sheet: record.sheet,
      row: record.row,
      column: record.headingOf('update'),
      code,
      values: { text: wordsOf(entry), date: entry.written, proposed: proposed ?? 'none' },
      mend: proposed === null ? null : { kind: 'setDay', day: proposed },
      lost: code !== 'withheldUndated' && code !== 'yearInferred',
      lostIfLeft: code === 'yearInferred',
    }
    const answer = report.find(finding)
    const taken = answer === 'take' || (code === 'yearInferred' && answer !== 'leave')
    return taken && proposed !== null ? [withDay(entry, proposed)] : []
  })
}

/** A day beside the updates that belongs to none of them. */
function tellUnusedDay(record: TrackerRow, report: Report): void {
  const date = record.texts.get('day') ?? ''
  if (date === '') return
  const { sheet, row } = record
  report.find({ sheet, row, column: record.headingOf('day'), code: 'dayUnused', values: { date }, lost: true })
}

/** The middle of the year that the action is numbered in. */
function yearOf(record: TrackerRow): Day | null {
  const reference = parseReference(record.texts.get('reference') ?? '')
  return reference && makeDay(reference.year, 7, 1)
}

/** A day without its year is the nearest one to the entry beside it, or to the day of the document. */
function inferYear(entries: readonly Entry[], index: number, day: Day | null, today: Day | null): Day | null {
  const reading = entries[index]?.reading
  const yearless = reading?.day === null ? reading.yearless : undefined
  const beside = [entries[index - 1], entries[index + 1], ...entries].find((entry) => entry?.reading?.day)
  const near = beside?.reading?.day ?? day
  return yearless && near ? nearestDay(yearless.month, yearless.date, near, today) : null
}

function problemOf(entry: Entry): ProblemCode {
  if (entry.reading === null) return withholdingOf(wordsOf(entry)) === 'whole' ? 'withheldUndated' : 'undatedUpdate'
  return entry.reading.day === null ? entry.reading.problem : 'futureDate'
}

function wordsOf(entry: Entry): string {
  return [entry.text, entry.next ?? ''].filter(Boolean).join('\n')
}

function withDay({ text, next, note, outcome }: Entry, day: Day): ImportedUpdate {
  return { day, text, next, ...(note ? { note } : {}), outcome }
}
