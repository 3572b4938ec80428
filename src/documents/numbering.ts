/** References: missing ones, those of another form, duplicates, and numbers that a year skips. */

import { makeReference, parseReference } from '../domain/reference.ts'
import type { Report } from './problem.ts'
import type { TrackerRow } from './rows.ts'

/** Makes every reference one of `n/yy` where it can be read as that; reports the rest. */
export function checkReferences(records: readonly TrackerRow[], report: Report): void {
  const highest = new Map<number, number>()
  for (const record of records) {
    const read = parseReference(record.texts.get('reference') ?? '')
    if (read) highest.set(read.year, Math.max(highest.get(read.year) ?? 0, read.number))
  }
  const seen = new Map<string, number>()
  let year: number | null = [...highest.keys()].at(0) ?? null
  const nextFree = (): string | null => {
    if (year === null) return null
    const number = (highest.get(year) ?? 0) + 1
    return makeReference({ number, year })
  }
  for (const record of records) {
    const written = record.texts.get('reference') ?? ''
    const read = parseReference(written)
    if (read) year = read.year
    let reference = read ? makeReference(read) : written
    const earlier = seen.get(reference)
    const code =
      written === '' ? 'missingReference' : read === null ? 'referenceForm' : earlier ? 'duplicateReference' : null
    if (code !== null) {
      const proposed = nextFree()
      const answer = report.find({
        sheet: record.sheet,
        row: record.row,
        column: record.headingOf('reference'),
        code,
        values: { reference: written, earlier: earlier ?? 0, proposed: proposed ?? 'none' },
        mend: proposed === null ? null : { kind: 'setReference', reference: proposed },
      })
      if (answer === 'take' && proposed !== null && year !== null) {
        reference = proposed
        highest.set(year, (highest.get(year) ?? 0) + 1)
      }
    }
    record.texts.set('reference', reference)
    if (reference !== '' && !seen.has(reference)) seen.set(reference, record.row)
  }
}

/** Reports each gap at the row that follows it in number. */
export function findSkippedNumbers(records: readonly TrackerRow[], report: Report): void {
  const years = new Map<number, { number: number; record: TrackerRow }[]>()
  for (const record of records) {
    const read = parseReference(record.texts.get('reference') ?? '')
    if (!read) continue
    const numbers = years.get(read.year) ?? []
    numbers.push({ number: read.number, record })
    years.set(read.year, numbers)
  }
  for (const [year, numbers] of years) {
    const sorted = numbers.toSorted((a, b) => a.number - b.number)
    for (const [index, { number, record }] of sorted.entries()) {
      const before = sorted[index - 1]?.number
      if (before === undefined || number - before < 2) continue
      report.find({
        sheet: record.sheet,
        row: record.row,
        column: record.headingOf('reference'),
        code: 'skippedNumbers',
        values: {
          count: number - before - 1,
          first: makeReference({ number: before + 1, year }),
          last: makeReference({ number: number - 1, year }),
        },
      })
    }
  }
}
