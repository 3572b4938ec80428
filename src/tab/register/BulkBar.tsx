/** At the grid's foot while something is selected: how many, what can be done to them together, and the way out. */

import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { CalendarClockRegular, DismissRegular, PeopleSwapRegular, PinRegular } from '@fluentui/react-icons'
import type { ReactElement } from 'react'
import { type } from '../design/scale.ts'
import { useWords } from '../words.tsx'
import { BULK_DEEDS, type BulkDeed } from './bulk.ts'
import type { BulkRun } from './bulking.tsx'
import { useFinish } from './BulkResult.tsx'

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    flexShrink: '0',
    minHeight: '44px',
    boxSizing: 'border-box',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground2,
    color: tokens.colorNeutralForeground1,
  },
  count: { ...type.row, fontWeight: tokens.fontWeightSemibold, marginRight: tokens.spacingHorizontalS },
  clear: { marginLeft: 'auto' },
})

export interface BulkBarProps {
  readonly count: number
  /** What is begun already. */
  readonly begun: BulkDeed | null
  /** What is being written, or was and isn't all done. */
  readonly run: BulkRun | null
  readonly onFinished: (said: string) => void
  readonly onBegin: (deed: BulkDeed) => void
  readonly onClear: () => void
}

const ICONS: Readonly<Record<BulkDeed, ReactElement>> = {
  retain: <PinRegular />,
  reassign: <PeopleSwapRegular />,
  askExtension: <CalendarClockRegular />,
}

export function BulkBar({ count, begun, run, onFinished, onBegin, onClear }: BulkBarProps) {
  const words = useWords()
  const styles = useStyles()
  useFinish(run, onFinished)
  /** Beside a panel there is room for the words of what is begun. */
  const nameOf = (deed: BulkDeed): string => words.say(`acting.${deed}`)
  if (run) {
    const progress = run.kind === 'sending' ? run.progress : null
    return (
      <section className={styles.bar} aria-label={words.say('bulk.bar')}>
        <span role="status" className={styles.count}>
          {progress
            ? words.say('bulk.sending', { done: progress.done, total: progress.total })
            : words.say('bulk.notAll')}
        </span>
        {begun === null && (
          <Button size="small" onClick={() => onBegin(run.deed)}>
            {words.say('bulk.show')}
          </Button>
        )}
      </section>
    )
  }
  return (
    <section className={styles.bar} aria-label={words.say('bulk.bar')}>
      <span role="status" className={styles.count}>
        {words.say('bulk.selected', { count })}
      </span>
      {BULK_DEEDS.map((deed) => (
        <Button
          key={deed}
          size="small"
          appearance={deed === begun ? 'secondary' : 'subtle'}
          icon={ICONS[deed]}
          aria-pressed={deed === begun}
          {...(begun === null || deed === begun ? {} : { 'aria-label': nameOf(deed), title: nameOf(deed) })}
          onClick={() => onBegin(deed)}
        >
          {begun === null || deed === begun ? nameOf(deed) : null}
        </Button>
      ))}
      <Button
        size="small"
        appearance="subtle"
        icon={<DismissRegular />}
        className={styles.clear}
        aria-label={words.say('bulk.clear')}
        title={words.say('bulk.clearKey')}
        onClick={onClear}
      />
    </section>
  )
}
