/** Gives every component the words of the reader's language: `useWords().say('register.title')`. */

import { createContext, useContext, useMemo, type ReactNode } from 'react'
import { createWords, type Language, type Words } from '../words/words.ts'

const WordsContext = createContext<Words>(createWords('en'))

/** Marks its contents with their language too, so that a screen reader pronounces them. */
export function WordsProvider({ language, children }: { readonly language: Language; readonly children: ReactNode }) {
  const words = useMemo(() => createWords(language), [language])
  return (
    <WordsContext value={words}>
      <div lang={language} style={{ display: 'contents' }}>
        {children}
      </div>
    </WordsContext>
  )
}

export function useWords(): Words {
  return useContext(WordsContext)
}
