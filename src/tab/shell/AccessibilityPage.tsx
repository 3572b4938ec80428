/** The accessibility statement that UK public bodies owe their users; says what isn't right yet too. */

import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { ArrowLeft20Regular } from '@fluentui/react-icons'
import { useEffect, useRef } from 'react'
import type { WordKey } from '../../words/words.ts'
import { PAGE_FOOT, type } from '../design/scale.ts'
import { useWords } from '../words.tsx'

const useStyles = makeStyles({
  page: {
    maxWidth: '42rem',
    margin: '0 auto',
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalXXL} ${PAGE_FOOT}`,
  },
  title: { ...type.title, margin: `${tokens.spacingVerticalL} 0`, outlineStyle: 'none' },
  heading: {
    ...type.reading,
    fontWeight: tokens.fontWeightSemibold,
    margin: `${tokens.spacingVerticalXXL} 0 ${tokens.spacingVerticalXS}`,
  },
  words: { ...type.reading, margin: `0 0 ${tokens.spacingVerticalS}` },
})

/** In the order of the model statement that the Government Digital Service publishes. */
const SECTIONS = [
  { title: 'accessibility.use.title', words: ['accessibility.use'] },
  {
    title: 'accessibility.keys.title',
    words: ['accessibility.keys.tab', 'accessibility.keys.row', 'accessibility.keys.escape'],
  },
  { title: 'accessibility.known.title', words: ['accessibility.known.manual', 'accessibility.known.documents'] },
  { title: 'accessibility.report.title', words: ['accessibility.report', 'accessibility.report.answer'] },
  { title: 'accessibility.enforcement.title', words: ['accessibility.enforcement'] },
  {
    title: 'accessibility.technical.title',
    words: ['accessibility.technical', 'accessibility.status', 'accessibility.burden'],
  },
  { title: 'accessibility.next.title', words: ['accessibility.next'] },
  { title: 'accessibility.preparation.title', words: ['accessibility.preparation', 'accessibility.tested'] },
] as const satisfies readonly { title: WordKey; words: readonly WordKey[] }[]

/** When its words were last held against the app; change it with them. */
const REVIEWED = '2026-11-27'

export interface AccessibilityPageProps {
  /** Whom the deployment names: an address or a telephone number. */
  readonly contact: string | null
  readonly onBack: () => void
}

export function AccessibilityPage({ contact, onBack }: AccessibilityPageProps) {
  const styles = useStyles()
  const words = useWords()
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus(), [])
  const values = { contact: contact ?? words.say('accessibility.report.coordinator'), day: words.day(REVIEWED) }
  return (
    <article className={styles.page}>
      <Button appearance="subtle" icon={<ArrowLeft20Regular />} onClick={onBack}>
        {words.say('shell.back')}
      </Button>
      <h1 className={styles.title} ref={title} tabIndex={-1}>
        {words.say('accessibility.title')}
      </h1>
      <p className={styles.words}>{words.say('accessibility.intro')}</p>
      <p className={styles.words}>{words.say('accessibility.scope')}</p>
      {SECTIONS.map((section) => (
        <section key={section.title}>
          <h2 className={styles.heading}>{words.say(section.title)}</h2>
          {section.words.map((key) => (
            <p key={key} className={styles.words}>
              {words.say(key, values)}
            </p>
          ))}
        </section>
      ))}
    </article>
  )
}
