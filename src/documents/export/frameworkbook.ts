/** A framework as an Excel table that somebody changes into another one and brings back (frameworktable.ts reads it). */

import type { Framework } from '../../domain/framework.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import type { Words } from '../../words/words.ts'
import { FRAMEWORK_COLUMNS, makeFrameworkRows, type FrameworkColumn } from '../frameworktable.ts'
import { named } from './assurance.ts'
import { makeBook } from './sheets.ts'
import { makeMarkingWords } from './table.ts'

export interface FrameworkBookOptions {
  readonly words: Words
  readonly snapshot: Pick<Snapshot, 'group'>
}

/** Characters. */
const WIDTHS: Readonly<Record<FrameworkColumn, number>> = {
  number: 12,
  threat: 26,
  threatWelsh: 26,
  pillar: 22,
  pillarWelsh: 22,
  dutyHolder: 24,
  dutyHolderWelsh: 24,
  tier: 14,
  what: 48,
  whatWelsh: 48,
}

export function makeFrameworkBook(framework: Framework, { words, snapshot }: FrameworkBookOptions): Uint8Array {
  const title = named(framework.title, words)
  return makeBook({
    title,
    marking: makeMarkingWords(snapshot, []),
    words,
    sheets: [
      {
        name: words.say('assurance.framework.sheet'),
        title,
        columns: FRAMEWORK_COLUMNS.map((column) => ({
          heading: words.say(`assurance.framework.column.${column}`),
          width: WIDTHS[column],
        })),
        rows: makeFrameworkRows(framework, (tier) => words.say(`assurance.tier.${tier}`)),
        totals: 0,
      },
    ],
  })
}
