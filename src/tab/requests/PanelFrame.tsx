/** A panel beside the matrix, in its place where there is no room: a title, a way out, and what it is about. */

import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { DismissRegular } from '@fluentui/react-icons'
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react'
import { type } from '../design/scale.ts'
import { useWords } from '../words.tsx'

const useStyles = makeStyles({
  panel: {
    display: 'flex',
    flexDirection: 'column',
    height: '100%',
    minWidth: '0',
    overflowY: 'auto',
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
  },
  head: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalS} ${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
  },
  titles: { flexGrow: '1', minWidth: '0' },
  over: { ...type.label, margin: '0', color: tokens.colorNeutralForeground2 },
  title: { ...type.title, margin: '0', outlineStyle: 'none', overflowWrap: 'anywhere' },
  body: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    padding: `0 ${tokens.spacingHorizontalL} ${tokens.spacingVerticalXXL}`,
  },
})

export interface PanelFrameProps {
  readonly title: string
  /** A line above the title: what it belongs to. */
  readonly over?: ReactNode
  /** Null where there is nothing to close: it is a page of its own. */
  readonly onClose: (() => void) | null
  readonly isPage?: boolean
  readonly children: ReactNode
}

export function PanelFrame({ title, over, onClose, isPage = false, children }: PanelFrameProps) {
  const styles = useStyles()
  const words = useWords()
  const Heading = isPage ? 'h1' : 'h2'
  const Box = isPage ? 'article' : 'aside'
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented || onClose === null) return
    event.preventDefault()
    onClose()
  }
  return (
    // Escape leaves it; there is a button too.
    <Box className={styles.panel} aria-label={title} onKeyDown={onKeyDown}>
      <header className={styles.head}>
        <div className={styles.titles}>
          {over !== undefined && <p className={styles.over}>{over}</p>}
          <Heading className={styles.title} ref={heading} tabIndex={-1}>
            {title}
          </Heading>
        </div>
        {onClose && (
          <Button
            appearance="subtle"
            icon={<DismissRegular />}
            aria-label={words.say('panel.close')}
            onClick={onClose}
          />
        )}
      </header>
      <div className={styles.body}>{children}</div>
    </Box>
  )
}
