/** How far the meeting has come: "7 of 19 · 3 carried", a mark for each matter while there is room, and the ways on. */

import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { ChevronLeftRegular, ChevronRightRegular } from '@fluentui/react-icons'
import type { Meeting } from '../../domain/group.ts'
import { isSettled, type Arising } from '../../domain/mattersarising.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import { type } from '../design/scale.ts'
import { useWords } from '../words.tsx'
import type { Progress } from './stops.ts'

/** More marks than these are too narrow to tell apart. */
const MARKS = 80

const useStyles = makeStyles({
  strip: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXXL}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
    flexShrink: '0',
    '@media (max-width: 900px)': { padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}` },
  },
  said: {
    ...type.beside,
    margin: '0',
    fontVariantNumeric: 'tabular-nums',
    fontWeight: tokens.fontWeightSemibold,
    whiteSpace: 'nowrap',
  },
  marks: {
    display: 'flex',
    flex: '1 1 8rem',
    gap: tokens.spacingHorizontalXXS,
    minWidth: '0',
    alignItems: 'center',
    height: '16px',
  },
  mark: {
    flex: '1 1 0',
    height: '6px',
    minWidth: '2px',
    borderRadius: tokens.borderRadiusSmall,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    boxSizing: 'border-box',
  },
  settled: {
    backgroundColor: tokens.colorCompoundBrandBackground,
    borderTopColor: tokens.colorCompoundBrandBackground,
    borderRightColor: tokens.colorCompoundBrandBackground,
    borderBottomColor: tokens.colorCompoundBrandBackground,
    borderLeftColor: tokens.colorCompoundBrandBackground,
    '@media (forced-colors: active)': { backgroundColor: 'Highlight' },
  },
  here: { height: '16px' },
  bar: {
    flex: '1 1 8rem',
    height: '6px',
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorNeutralBackground5,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    overflow: 'hidden',
  },
  filled: { height: '100%', backgroundColor: tokens.colorCompoundBrandBackground },
  ways: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  position: { ...type.row, color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
})

export interface ProgressStripProps {
  readonly progress: Progress
  readonly arising: readonly Arising[]
  readonly meeting: Meeting
  readonly snapshot: Pick<Snapshot, 'meetings'>
  /** The matter that is shown, from 1. */
  readonly here: number | null
  /** Of all that there is to go through, items too. */
  readonly position: number
  readonly count: number
  readonly onBack: (() => void) | null
  readonly onForward: (() => void) | null
}

export function ProgressStrip(props: ProgressStripProps) {
  const { progress, arising, meeting, snapshot, here, position, count, onBack, onForward } = props
  const words = useWords()
  const styles = useStyles()
  const said = words.say('meeting.progress', { ...progress })
  return (
    <div className={styles.strip}>
      <p className={styles.said} role="status">
        {said}
      </p>
      {arising.length <= MARKS ? (
        <div className={styles.marks} aria-hidden="true">
          {arising.map((each, index) => (
            <span
              key={each.action.id}
              className={mergeClasses(
                styles.mark,
                isSettled(each, meeting, snapshot) && styles.settled,
                index + 1 === here && styles.here,
              )}
            />
          ))}
        </div>
      ) : (
        <div className={styles.bar} aria-hidden="true">
          <div className={styles.filled} style={{ width: `${(100 * progress.settled) / progress.count}%` }} />
        </div>
      )}
      <div className={styles.ways}>
        <Button
          appearance="subtle"
          icon={<ChevronLeftRegular />}
          aria-label={words.say('meeting.backward')}
          title={words.say('meeting.backwardKey')}
          disabledFocusable={onBack === null}
          onClick={() => onBack?.()}
        />
        <span className={styles.position}>{words.say('panel.position', { position, count })}</span>
        <Button
          appearance="subtle"
          icon={<ChevronRightRegular />}
          aria-label={words.say('meeting.forward')}
          title={words.say('meeting.forwardKey')}
          disabledFocusable={onForward === null}
          onClick={() => onForward?.()}
        />
      </div>
    </div>
  )
}
