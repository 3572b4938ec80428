/**
 * A due that stands with the owner, as in minutes that have one column for both: "KK by 14/2/18". It is moved where no
 * due is written elsewhere, for that invents nothing, and reported, for a name might end so.
 */

import { canonical } from '../domain/canonical.ts'
import { parseDueWords } from '../domain/duewords.ts'
import type { Report } from './problem.ts'
import type { TrackerRow } from './record.ts'

export function mendOwnerDues(records: readonly TrackerRow[], report: Report): void {
  for (const record of records) {
    const found = record.texts.get('due') ? null : splitDue(record.texts.get('owner') ?? '')
    if (!found) continue
    const { owner, due } = found
    const answer = report.find({
      sheet: record.sheet,
      row: record.row,
      column: record.headingOf('owner'),
      code: 'dueWithOwner',
      values: { owner, due },
      mend: { kind: 'moveCell', from: 'owner', to: 'due' },
    })
    if (answer === 'leave') continue
    record.texts.set('owner', owner)
    record.texts.set('due', due)
  }
}

/** Whether words are a due by themselves, whenever they are read. */
export function isReadableDue(words: string): boolean {
  return readAnyDay(words) === 'same'
}

const LONGEST_CELL = 120

/** `ACC Marlowe, end Feb 2018` → `ACC Marlowe` and `end Feb 2018`; null where no due ends the words. */
export function splitDue(text: string): { readonly owner: string; readonly due: string } | null {
  if (text.length > LONGEST_CELL) return null
  for (const { 0: gap, index } of text.matchAll(/[\s,;:–(-]+/gu)) {
    const due = text.slice(index + gap.length).replace(/\)$/u, '')
    const owner = text.slice(0, index)
    if (owner !== '' && isDue(due)) return { owner, due }
  }
  return null
}

const NOT_YET = /^(?:asap|on-?going|rolling|tbc|tba|immediate(?:ly)?|next meeting|next sgg|parhaus|cyfarfod nesaf)$/iu
const LED = /^(?:by|before|due|no later than|erbyn)\s/iu

/** A month alone may be a name: only with its year, or after "by", is it a due. */
function isDue(words: string): boolean {
  if (NOT_YET.test(words)) return true
  const due = readAnyDay(words)
  return due !== null && (LED.test(words) || (due === 'same' && /\d{2}$/u.test(words)))
}

/** `same`: a due, on whatever day it is read; `other`: one that follows from the day; null: none, or a condition. */
function readAnyDay(words: string): 'same' | 'other' | null {
  const [once, again] = ['2001-01-01', '2017-07-15'].map((day) => parseDueWords(words, day))
  if (!once || !again || once.kind === 'words' || once.kind === 'until') return null
  return canonical(once) === canonical(again) ? 'same' : 'other'
}
