/** A due as a document says it, so that it is read as the same one on any day. */

import type { Due } from '../../domain/due.ts'
import type { Words } from '../../words/words.ts'
import { readDue } from '../commands.ts'
import { canonical } from '../../domain/canonical.ts'

/** As written, where those words still mean that; else as it stands: "5/3" of one year isn't that of the next. */
export function writeDue(due: Due, words: Words): string {
  if (meaning(readDue(due.words)) === meaning(due)) return due.words
  return stateDue(due, words)
}

/** As it stands, in the words of a language; a condition stays in its own. */
export function stateDue(due: Due, words: Words): string {
  const { provisional, ...firm } = due
  const stated =
    due.kind === 'quarter'
      ? words.say('exporting.quarter', { quarter: due.quarter, year: String(due.year) })
      : words.dueStated(firm)
  return provisional === undefined ? stated : `${stated} (${provisional})`
}

function meaning(due: Due | null): string {
  return due === null ? '' : canonical({ ...due, words: '' })
}
