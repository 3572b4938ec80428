/** On every page, small, at its foot: the other language, and the accessibility statement. */

import { makeStyles, tokens } from '@fluentui/react-components'
import type { Language } from '../../words/words.ts'
import { focusRing, type } from '../design/scale.ts'
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
    ...type.label,
    minHeight: '28px',
    padding: `0 ${tokens.spacingHorizontalXS}`,
    border: 'none',
    background: 'none',
    cursor: 'pointer',
    color: tokens.colorNeutralForeground2,
    ':hover': { textDecorationLine: 'underline', color: tokens.colorNeutralForeground2Hover },
    ':focus-visible': focusRing,
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
      <button type="button" className={styles.link} onClick={onAccessibility}>
        {words.say('shell.accessibility')}
      </button>
      <button type="button" className={styles.link} lang={LANGUAGE_TAGS[other]} onClick={() => onLanguage(other)}>
        {words.say('shell.language.switch')}
      </button>
    </footer>
  )
}
