/**
 * The words of either language, both at hand: for servers, scripts and tests. What the words can say is in speech.ts; a
 * page loads one language only (loading.ts).
 *
 *   createWords('cy').say('register.count', { count: 2 })  // '2 gam gweithredu'
 */

import { CATALOGUE } from './catalogue.ts'
import type { Language } from './dates.ts'
import { makeWords, type Words } from './speech.ts'

export type { WordKey } from './english.ts'
export type { Language } from './dates.ts'
export type { Values, Words } from './speech.ts'

const made = new Map<Language, Words>()

/** The words of one language; made once. */
export function createWords(language: Language): Words {
  const known = made.get(language)
  if (known) return known
  const words = makeWords(language, CATALOGUE[language])
  made.set(language, words)
  return words
}
