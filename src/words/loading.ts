/**
 * One language at a time, for pages: the other one is a script that isn't loaded until somebody asks for it. In two
 * helpings: what the first rows say, and, once they are there, the rest.
 */

import type { Language } from './dates.ts'
import { makeFirstWords, type Words } from './speech.ts'

type First = ReturnType<typeof makeFirstWords>

const first = new Map<Language, Promise<First>>()
const words = new Map<Language, Promise<Words>>()
const all = new Map<Language, Promise<Words>>()

/** The same promise each time; one that failed is tried again. */
export function loadWords(language: Language): Promise<Words> {
  return keep(words, language, async () => (await loadFirst(language)).words)
}

/** The same words, and in them the rest of the language too: for whatever comes after the first rows. */
export function loadAllWords(language: Language): Promise<Words> {
  return keep(all, language, async () => {
    const { words, learn } = await loadFirst(language)
    if (language === 'cy') learn((await import('./welshlater.ts')).welshLater)
    else learn((await import('./englishlater.ts')).englishLater)
    return words
  })
}

function loadFirst(language: Language): Promise<First> {
  return keep(first, language, async () => {
    if (language === 'cy') return makeFirstWords(language, (await import('./welsh.ts')).welsh)
    return makeFirstWords(language, (await import('./english.ts')).english)
  })
}

function keep<Value>(
  kept: Map<Language, Promise<Value>>,
  language: Language,
  load: () => Promise<Value>,
): Promise<Value> {
  const known = kept.get(language)
  if (known) return known
  const loading = load()
  kept.set(language, loading)
  loading.then(
    // As React marks a promise that it has waited for: what is here already is read without waiting once more.
    (value) => Object.assign(loading, { status: 'fulfilled', value }),
    () => kept.delete(language),
  )
  return loading
}
