/** The strip that says how a document stands, and what can be done with all of it. Stays in sight. */

import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { Fragment, type ReactNode } from 'react'
import { type } from '../design/scale.ts'
import { useWords } from '../words.tsx'
import type { Counts } from './review.ts'

const PHONE = '@media (max-width: 720px)'

const useStyles = makeStyles({
  bar: {
    position: 'sticky',
    top: 0,
    zIndex: 2,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    padding: `${tokens.spacingVerticalMNudge} ${tokens.spacingHorizontalXXL}`,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    [PHONE]: { display: 'contents' },
  },
  strip: {
    ...type.reading,
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalS,
    fontWeight: tokens.fontWeightSemibold,
    [PHONE]: { padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXXL} 0` },
  },
  // Within the thumb's reach.
  doors: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    [PHONE]: {
      position: 'sticky',
      bottom: 0,
      zIndex: 2,
      order: 1,
      padding: `${tokens.spacingVerticalMNudge} ${tokens.spacingHorizontalXXL}`,
      backgroundColor: tokens.colorNeutralBackground1,
      borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    },
  },
  look: { color: 'var(--statusTextAMBER)' },
  lost: { color: 'var(--statusTextRED)' },
  space: { flex: '1 1 0', [PHONE]: { display: 'none' } },
})

export interface ReviewBarProps {
  readonly counts: Counts
  /** The document is a further edition of what the register has. */
  readonly edition: boolean
  readonly onUndo: (() => void) | null
  readonly onOther: () => void
  readonly accept: { readonly label: string; readonly do: (() => void) | null }
}

export function ReviewBar({ counts, edition, onUndo, onOther, accept }: ReviewBarProps) {
  const styles = useStyles()
  const words = useWords()
  const { actions, fresh, news, reworded, vanished, needLook, lost } = counts
  const told: readonly ReactNode[] = edition
    ? [
        words.say('importing.strip.new', { count: fresh }),
        words.say('importing.strip.news', { count: news }),
        ...(reworded > 0 ? [words.say('importing.strip.reworded', { count: reworded })] : []),
        ...(vanished > 0 ? [words.say('importing.strip.vanished', { count: vanished })] : []),
      ]
    : [words.say('importing.strip.actions', { count: actions })]
  const strip: readonly ReactNode[] = [
    ...told,
    <span key="look" className={needLook > 0 ? styles.look : undefined}>
      {words.say('importing.strip.needLook', { count: needLook })}
    </span>,
    <span key="lost" className={lost > 0 ? styles.lost : undefined}>
      {words.say('importing.strip.lost', { count: lost })}
    </span>,
  ]
  return (
    <div className={styles.bar}>
      <output className={styles.strip}>
        {strip.map((piece, index) => (
          // The pieces have no other name than their place.
          <Fragment key={index}>
            {index > 0 && <span aria-hidden>·</span>}
            <span>{piece}</span>
          </Fragment>
        ))}
      </output>
      <span className={styles.space} />
      <div className={styles.doors}>
        {onUndo && (
          <Button appearance="subtle" onClick={onUndo}>
            {words.say('importing.undo')}
          </Button>
        )}
        <Button onClick={onOther}>{words.say('importing.other')}</Button>
        <Button appearance="primary" disabledFocusable={accept.do === null} onClick={() => accept.do?.()}>
          {accept.label}
        </Button>
      </div>
    </div>
  )
}
