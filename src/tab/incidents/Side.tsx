/** What opens beside the counts, or in their place where there is no room: a title, a way out, and whatever stands in it. */

import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { DismissRegular } from '@fluentui/react-icons'
import { useEffect, useRef, type ReactNode } from 'react'
import { BESIDE_WIDTH, type } from '../design/scale.ts'
import { Escapes } from '../people/Escapes.tsx'
import { useWords } from '../words.tsx'

const useStyles = makeStyles({
  side: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    flex: '0 0 auto',
    width: '400px',
    maxWidth: '100%',
    boxSizing: 'border-box',
    minHeight: '0',
    overflowY: 'auto',
    padding: tokens.spacingHorizontalL,
    borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    [`@container incidents (max-width: ${BESIDE_WIDTH}px)`]: { width: '100%', borderLeftStyle: 'none' },
  },
  head: { display: 'flex', alignItems: 'flex-start', gap: tokens.spacingHorizontalS },
  title: { ...type.title, flexGrow: '1', minWidth: '0', margin: '0', outlineStyle: 'none', overflowWrap: 'anywhere' },
})

export interface SideProps {
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
}

export function Side({ title, onClose, children }: SideProps) {
  const words = useWords()
  const styles = useStyles()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <Escapes onEscape={onClose}>
      <aside className={styles.side} aria-label={title}>
        <header className={styles.head}>
          <h2 className={styles.title} ref={heading} tabIndex={-1}>
            {title}
          </h2>
          <Button
            appearance="subtle"
            icon={<DismissRegular />}
            aria-label={words.say('incidents.panel.close')}
            onClick={onClose}
          />
        </header>
        {children}
      </aside>
    </Escapes>
  )
}
