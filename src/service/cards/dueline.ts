/** When something is due, as cards say it: the day, and how far away that is. */

import type { Day } from '../../domain/day.ts'
import type { Words } from '../../words/speech.ts'

/** `Due 5 March 2026, 3 weeks late` */
export function dueOn(day: Day, words: Words, today: Day): string {
  return words.say('bot.dueOn', {
    day: words.day(day),
    told: words.due({ kind: 'day', day, words: '' }, today, null),
  })
}
