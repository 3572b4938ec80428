/** At the grid's foot while something is selected: how many, what can be done to them together, and the way out. */

import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { CalendarClockRegular, DismissRegular, PeopleSwapRegular, PinRegular } from '@fluentui/react-icons'
import type { ReactElement } from 'react'
import { type } from '../design/scale.ts'
import { useWords } from '../words.tsx'
import { BULK_DEEDS, type BulkDeed } from './bulk.ts'
import type { BulkRun } from './bulkrun.ts'
import { useFinish, type Finishing } from './BulkResult.tsx'
import type { UndoAll } from './undo.ts'

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
  /** The way out beside the count, and each deed a line that a thumb finds. */
  phone: {
    '& > button': { minHeight: '44px', justifyContent: 'flex-start', fontWeight: tokens.fontWeightRegular },
    '& > :last-child': { order: '-1' },
    '& > [role=status]': { order: '-2', flexGrow: '1' },
  },
})

export interface BulkBarProps extends Finishing {
  readonly count: number
  /** What is begun already. */
  readonly begun: BulkDeed | null
  /** What is being written, or was and isn't all done. */
  readonly run: BulkRun | null
  /** What is touched is large. */
  readonly phone: boolean
  readonly onFinished: (said: string, undoAll: UndoAll | null) => void
  readonly onBegin: (deed: BulkDeed) => void
  readonly onClear: () => void
}

const ICONS: Readonly<Record<BulkDeed, ReactElement>> = {
  retain: <PinRegular />,
  reassign: <PeopleSwapRegular />,
  askExtension: <CalendarClockRegular />,
}

export function BulkBar({ count, begun, run, phone, register, submitAll, onFinished, onBegin, onClear }: BulkBarProps) {
  const words = useWords()
  const styles = useStyles()
  useFinish(run, { register, submitAll }, onFinished)
  const size = phone ? 'medium' : 'small'
  /** Beside a panel there is room for the words of what is begun. */
  const nameOf = (deed: BulkDeed): string => words.say(`acting.${deed}`)
  if (run) {
    const progress = run.kind === 'sending' ? run.progress : null
    return (
      <section className={mergeClasses(styles.bar, phone && styles.phone)} aria-label={words.say('bulk.bar')}>
        <span role="status" className={styles.count}>
          {progress
            ? words.say('bulk.sending', { done: progress.done, total: progress.total })
            : words.say('bulk.notAll')}
        </span>
        {begun === null && (
          <Button size={size} onClick={() => onBegin(run.deed)}>
            {words.say('bulk.show')}
          </Button>
        )}
      </section>
    )
  }
  return (
    <section className={mergeClasses(styles.bar, phone && styles.phone)} aria-label={words.say('bulk.bar')}>
      <span role="status" className={styles.count}>
        {words.say('bulk.selected', { count })}
      </span>
      {BULK_DEEDS.map((deed) => (
        <Button
          key={deed}
          size={size}
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
        size={size}
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
