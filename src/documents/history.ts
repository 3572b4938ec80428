/** The entries of an action's update cell, with a day each; what has none is reported and waits for one. */

import { partsOf, type Day } from '../domain/day.ts'
import { withholdingOf } from '../domain/passage.ts'
import type { Finding, ProblemCode, Report } from './problem.ts'
import type { TrackerRow } from './rows.ts'
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
export function readUpdates(
  record: TrackerRow,
  text: string,
  { report, withhold, day, today }: HistoryOptions,
): ImportedUpdate[] {
  const year = day === null ? null : partsOf(day)[0]
  return splitEntries(text, year).flatMap((written) => {
    const next = written.next === null ? null : withhold(written.next)
    const entry = { ...written, text: withhold(written.text), next }
    const known = entry.reading?.day ?? null
    if (known !== null && (today === null || known <= today)) return [withDay(entry, known)]
    const code = problemOf(entry)
    const meant = entry.reading === null ? day : entry.reading.day === null ? entry.reading.meant : null
    const proposed = meant !== null && (today === null || meant <= today) ? meant : null
    const finding: Finding = {
      sheet: record.sheet,
      row: record.row,
      column: record.headingOf('update'),
      code,
      values: { text: wordsOf(entry), date: entry.written, proposed: proposed ?? 'none' },
      mend: proposed === null ? null : { kind: 'setDay', day: proposed },
      lost: code !== 'withheldUndated',
    }
    return report.find(finding) === 'take' && proposed !== null ? [withDay(entry, proposed)] : []
  })
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
