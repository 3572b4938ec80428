/** A return as an Excel file among the person's downloads. Loaded when one is asked for; small enough to be made here. */

import type { Day } from '../../domain/day.ts'
import type { ReturnContent } from '../../domain/return.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import { makeBookName, makeReturnBook } from '../../documents/export/returnbook.ts'
import type { Words } from '../../words/words.ts'
import { download } from '../exporting/making.ts'
import { titleOf, type ShownPeriod } from './shown.ts'

export interface SaveReturnOptions {
  readonly definition: ReturnContent
  /** Newest first. */
  readonly periods: readonly ShownPeriod[]
  readonly period: ShownPeriod
  readonly snapshot: Snapshot
  readonly today: Day
  readonly words: Words
}

/** The name of the file. */
export function saveReturn({ definition, periods, period, snapshot, today, words }: SaveReturnOptions): string {
  const title = titleOf(definition, words.language)
  const bytes = makeReturnBook({
    title,
    periods: periods.map(({ name, due, request, answers }) => ({ name, due, fields: request.fields, answers })),
    place: periods.indexOf(period),
    snapshot,
    today,
    words,
  })
  const name = makeBookName(snapshot.group.key, title, period.request.period ?? '')
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  download(new Blob([new Uint8Array(bytes)], { type }), name)
  return name
}
