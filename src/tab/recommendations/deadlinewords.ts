/** Whose deadline a due is, in words. Pure. */

import type { Deadline } from '../../domain/action.ts'
import type { Words } from '../../words/words.ts'

export function deadlineWords(deadline: Deadline, words: Words): string {
  if (typeof deadline === 'object') return words.say('recommendations.deadline.body', { body: deadline.body })
  return words.say(`recommendations.deadline.${deadline}`)
}
