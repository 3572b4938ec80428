/** On every page, small, at its foot: the other language, and the accessibility statement. */

import { Link, makeStyles, tokens } from '@fluentui/react-components'
import type { Language } from '../../words/words.ts'
import { useWords } from '../words.tsx'
import { LANGUAGE_TAGS } from './language.ts'

const useStyles = makeStyles({
  footer: {
    display: 'flex',
    justifyContent: 'flex-end',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalL,
    padding: `0 ${tokens.spacingHorizontalM}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  link: {
    display: 'inline-flex',
    alignItems: 'center',
    minHeight: '28px',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
})

export interface FooterProps {
  readonly onLanguage: (language: Language) => void
  readonly onAccessibility: () => void
}

export function Footer({ onLanguage, onAccessibility }: FooterProps) {
  const styles = useStyles()
  const words = useWords()
  const other: Language = words.language === 'en' ? 'cy' : 'en'
  return (
    <footer className={styles.footer} aria-label={words.say('shell.footer')}>
      <Link as="button" className={styles.link} onClick={onAccessibility}>
        {words.say('shell.accessibility')}
      </Link>
      <Link as="button" className={styles.link} lang={LANGUAGE_TAGS[other]} onClick={() => onLanguage(other)}>
        {words.say('shell.language.switch')}
      </Link>
    </footer>
  )
}
