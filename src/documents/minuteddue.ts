/** The due that a sentence of minutes names: "by the end of February 2018", "before the next meeting", "ASAP". */

import type { Day } from '../domain/day.ts'
import type { Due } from '../domain/due.ts'
import { parseDueWords } from '../domain/duewords.ts'

const LEADS =
  /\b(?:by|before|no later than|not later than|on or before|due|ahead of|prior to|in time for|within|in|at|for|to|until|pending|erbyn|cyn|o fewn)\s+/giu
/** These lead much else: only whole dates and meetings follow them as dues. */
const WEAK = /^(?:in|at|for|to|until|pending|due)\s/iu
const LONGEST_DUE = 8

/** The first words that read as a due; null where none do. */
export function findDue(text: string, held: Day): Due | null {
  for (const lead of text.matchAll(LEADS)) {
    const after = text.slice(lead.index + lead[0].length).split(/\s+/u)
    for (let count = Math.min(LONGEST_DUE, after.length); count > 0; count -= 1) {
      const tail = after
        .slice(0, count)
        .join(' ')
        .replace(/[\s,.;:)\]]+$/u, '')
      const words = `${lead[0].trim()} ${tail}`
      const day = tail.replace(HOUR, '')
      const due = parseDueWords(/^(?:within|in)$/iu.test(lead[0].trim()) ? words : day, held)
      if (due === null || due.kind === 'words' || due.kind === 'until') continue
      if (WEAK.test(words) && due.kind !== 'nextMeeting' && due.kind !== 'period') continue
      return { ...due, words }
    }
  }
  const soon = SOON.exec(text)?.[0]
  return soon === undefined ? null : { kind: 'words', words: soon }
}

const HOUR =
  /^(?:(?:the )?(?:close|end) of (?:play|business)|cop|cob|noon|midday|midnight|\d{1,2}(?:[.:]\d{2})?\s*(?:am|pm|hrs))(?:\s+on)?\s+/iu
const SOON = /\b(?:asap|as soon as possible|immediately|as a matter of urgency|cyn gynted â phosibl)\b/iu
