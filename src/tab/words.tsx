/** Gives every component the words of the reader's language: `useWords().say('register.title')`. */

import { createContext, use, type ReactNode } from 'react'
import { loadAllWords, loadWords } from '../words/loading.ts'
import type { Language, Words } from '../words/words.ts'

const WordsContext = createContext<Words | null>(null)

/**
 * Suspends until the language is there. Marks its contents with it too, so that a screen reader pronounces them.
 */
export function WordsProvider({ language, children }: { readonly language: Language; readonly children: ReactNode }) {
  const words = use(loadWords(language))
  return (
    <WordsContext value={words}>
      <div lang={language} style={{ display: 'contents' }}>
        {children}
      </div>
    </WordsContext>
  )
}

export function useWords(): Words {
  const words = use(WordsContext)
  if (words === null) throw new Error('There is no WordsProvider around this.')
  return words
}

/** Around what may be shown only after the first rows: suspends until the rest of the language is there. */
export function LaterWords({ children }: { readonly children: ReactNode }) {
  const { language } = useWords()
  use(loadAllWords(language))
  return children
}
