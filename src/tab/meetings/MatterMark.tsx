/** What became of a matter in its meeting, by shape and word: a tick once nothing of it is in limbo. */

import { makeStyles, tokens } from '@fluentui/react-components'
import { CheckmarkCircleFilled, ChatRegular } from '@fluentui/react-icons'
import type { Meeting } from '../../domain/group.ts'
import type { Arising } from '../../domain/mattersarising.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import { type } from '../design/scale.ts'
import { useWords } from '../words.tsx'
import { outcomeOf } from './meetingwords.ts'

const useStyles = makeStyles({
  mark: {
    ...type.beside,
    display: 'inline-flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalSNudge,
    padding: `0 ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusCircular,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    fontWeight: tokens.fontWeightSemibold,
  },
  small: { ...type.label, padding: `0 ${tokens.spacingHorizontalS}`, whiteSpace: 'nowrap' },
})

export interface MatterMarkProps {
  readonly arising: Arising
  readonly meeting: Meeting
  readonly snapshot: Snapshot
}

export function MatterMark({ arising, meeting, snapshot }: MatterMarkProps) {
  const words = useWords()
  const styles = useStyles()
  const outcome = outcomeOf(arising, { meeting, snapshot, words })
  if (outcome === null) return null
  return (
    <span className={styles.mark}>
      {outcome.settled ? <CheckmarkCircleFilled aria-hidden /> : <ChatRegular aria-hidden />}
      {outcome.said}
    </span>
  )
}
