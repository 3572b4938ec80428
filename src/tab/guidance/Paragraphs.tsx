/** Guidance as it is read: plain paragraphs, in the reader's language where it has them, else said to be English. */

import { makeStyles, tokens } from '@fluentui/react-components'
import type { GuidanceWords } from '../../domain/guidance.ts'
import { PassageText } from '../design/PassageText.tsx'
import { type } from '../design/scale.ts'
import { useWords } from '../words.tsx'

const useStyles = makeStyles({
  words: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, maxWidth: '44rem' },
  paragraph: { ...type.reading, margin: '0', whiteSpace: 'pre-line', overflowWrap: 'anywhere' },
  language: { ...type.label, margin: '0', color: tokens.colorNeutralForeground2 },
})

export function Paragraphs({ text, textWelsh }: GuidanceWords) {
  const styles = useStyles()
  const words = useWords()
  const isWelsh = words.language === 'cy' && textWelsh !== ''
  const shown = wordsOf({ text, textWelsh }, words.language)
  return (
    <div className={styles.words}>
      {words.language === 'cy' && !isWelsh && <p className={styles.language}>{words.say('guidance.inEnglish')}</p>}
      {paragraphsOf(shown).map(({ at, words: paragraph }) => (
        <p key={at} className={styles.paragraph} lang={isWelsh ? 'cy' : 'en'}>
          <PassageText text={paragraph} />
        </p>
      ))}
    </div>
  )
}

/** By where each begins. */
function paragraphsOf(text: string): readonly { readonly at: number; readonly words: string }[] {
  return [...text.matchAll(/(?:.|\n(?!\s*\n))+/g)]
    .map(({ index, 0: words }) => ({ at: index, words: words.trim() }))
    .filter(({ words }) => words !== '')
}

export function wordsOf({ text, textWelsh }: GuidanceWords, language: string): string {
  return (language === 'cy' && textWelsh) || text
}

/** What it is called in the reader's language. */
export function titleOf(
  { title, titleWelsh }: { readonly title: string; readonly titleWelsh: string },
  language: string,
): string {
  return (language === 'cy' && titleWelsh) || title
}
