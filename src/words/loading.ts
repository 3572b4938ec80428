/** One language at a time, for pages: the other one is a script that isn't loaded until somebody asks for it. */

import type { Language } from './dates.ts'
import { makeWords, type Words } from './speech.ts'

const loading = new Map<Language, Promise<Words>>()

/** The same promise each time; one that failed is tried again. */
export function loadWords(language: Language): Promise<Words> {
  const known = loading.get(language)
  if (known) return known
  const words = load(language)
  loading.set(language, words)
  words.catch(() => loading.delete(language))
  return words
}

async function load(language: Language): Promise<Words> {
  if (language === 'cy') return makeWords(language, (await import('./welsh.ts')).welsh)
  return makeWords(language, (await import('./english.ts')).english)
}
