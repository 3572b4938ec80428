/** The accessibility statement that UK public bodies owe their users; says what isn't right yet too. */

import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { ArrowLeft20Regular } from '@fluentui/react-icons'
import { useEffect, useRef } from 'react'
import type { WordKey } from '../../words/words.ts'
import { type } from '../design/scale.ts'
import { useWords } from '../words.tsx'

const useStyles = makeStyles({
  page: { maxWidth: '42rem', margin: '0 auto', padding: '16px 24px 48px' },
  title: { ...type.title, margin: `${tokens.spacingVerticalL} 0`, outlineStyle: 'none' },
  heading: {
    ...type.reading,
    fontWeight: tokens.fontWeightSemibold,
    margin: `${tokens.spacingVerticalXXL} 0 ${tokens.spacingVerticalXS}`,
  },
  words: { ...type.reading, margin: `0 0 ${tokens.spacingVerticalS}` },
})

const SECTIONS = [
  { title: 'accessibility.status.title', words: ['accessibility.status'] },
  { title: 'accessibility.known.title', words: ['accessibility.known.manual', 'accessibility.known.documents'] },
  {
    title: 'accessibility.keys.title',
    words: ['accessibility.keys.tab', 'accessibility.keys.row', 'accessibility.keys.escape'],
  },
  { title: 'accessibility.report.title', words: ['accessibility.report'] },
  { title: 'accessibility.enforcement.title', words: ['accessibility.enforcement'] },
] as const satisfies readonly { title: WordKey; words: readonly WordKey[] }[]

export function AccessibilityPage({ onBack }: { readonly onBack: () => void }) {
  const styles = useStyles()
  const words = useWords()
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus(), [])
  return (
    <article className={styles.page}>
      <Button appearance="subtle" icon={<ArrowLeft20Regular />} onClick={onBack}>
        {words.say('shell.back')}
      </Button>
      <h1 className={styles.title} ref={title} tabIndex={-1}>
        {words.say('accessibility.title')}
      </h1>
      <p className={styles.words}>{words.say('accessibility.intro')}</p>
      {SECTIONS.map((section) => (
        <section key={section.title}>
          <h2 className={styles.heading}>{words.say(section.title)}</h2>
          {section.words.map((key) => (
            <p key={key} className={styles.words}>
              {words.say(key)}
            </p>
          ))}
        </section>
      ))}
    </article>
  )
}
