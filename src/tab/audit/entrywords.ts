/** An entry of the audit in words: who, when, what, about what, to whom. For the screen and for what is exported. */

import type { AuditEntryTold } from '../../contract/audit.ts'
import type { Day } from '../../domain/day.ts'
import { dayOfInstant, timeOfInstant } from '../../words/clock.ts'
import type { WordKey, Words } from '../../words/words.ts'

export type Names = ReadonlyMap<string, string>

export function namesIn(pages: readonly { readonly names: readonly { person: string; name: string }[] }[]): Names {
  return new Map(pages.flatMap(({ names }) => names.map(({ person, name }) => [person, name] as const)))
}

/** Of whom the directory knows no more, a part of the id. */
export function whoWords(person: string | null, names: Names, words: Words): string {
  if (person === null) return words.say('audit.service')
  return names.get(person) ?? words.say('audit.somebody', { id: person.slice(0, 8) })
}

/** To whom: a person's id, or words that whoever disclosed it wrote. */
export function toWords(to: string, names: Names, words: Words): string {
  return names.get(to) ?? (/^[\da-f]{8}-[\da-f-]{27}$/i.test(to) ? whoWords(to, names, words) : to)
}

/** What the policy's name for it means; a name without words is shown as it is. */
export function operationWords(operation: string, words: Words): string {
  const key = `audit.operation.${operation}`
  const said = words.say(key as WordKey)
  return said === key ? operation : said
}

export function momentOf(at: string): { readonly day: Day; readonly time: string } {
  return { day: dayOfInstant(at) ?? '', time: timeOfInstant(at) ?? '' }
}

/** The reference of an action where it is about one, else the key of what it is about. */
export function aboutWords({ reference, subject }: Pick<AuditEntryTold, 'reference' | 'subject'>): string {
  return reference ?? subject ?? ''
}
