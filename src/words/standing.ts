/** Why a status is what it is, as a sentence, for screens and papers alike. */

import type { Standing } from '../domain/status.ts'
import type { Words } from './words.ts'

/** Where a person set it, who, their reason, and what the rule says. */
export function whyOf({ override, why, rule }: Standing, words: Words): string {
  if (!override) return words.reason(why)
  return words.say('status.overridden', {
    name: override.by.name,
    colour: words.say(`status.${override.colour}`),
    reason: override.reason,
    rule: words.say(`status.${rule}`),
    why: words.reason(why),
  })
}
