/** One of my matters as a card: how it stands, when it is due, what is to be done next. All of it is one button. */

import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { GroupEntry } from '../../contract/endpoints.ts'
import type { Day } from '../../domain/day.ts'
import { groupName } from '../../domain/group.ts'
import { PassageText } from '../design/PassageText.tsx'
import { cardButton, oneLine, twoLines, type } from '../design/scale.ts'
import { StatusMark } from '../design/StatusMark.tsx'
import { useWords } from '../words.tsx'
import type { Matter } from './matters.ts'

const useStyles = makeStyles({
  card: cardButton,
  top: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalM, flexWrap: 'wrap' },
  reference: { fontWeight: tokens.fontWeightSemibold },
  group: { ...oneLine, color: tokens.colorNeutralForeground2, flex: '1 1 8rem' },
  due: { whiteSpace: 'nowrap' },
  late: { color: 'var(--statusTextRED)', fontWeight: tokens.fontWeightSemibold },
  details: twoLines,
  next: { ...oneLine, color: tokens.colorNeutralForeground2 },
  aside: { color: tokens.colorNeutralForeground2, ...type.label },
})

export interface MatterCardProps {
  readonly matter: Matter
  readonly group: GroupEntry
  readonly today: Day
  readonly onOpen: () => void
}

export function MatterCard({ matter, group, today, onOpen }: MatterCardProps) {
  const styles = useStyles()
  const words = useWords()
  const { action, standing, nextMeeting } = matter
  const next = action.latest?.next?.words
  const asides = [
    ...(matter.parts > 0 ? [words.say('mine.parts', { count: matter.parts })] : []),
    ...(matter.deputy ? [words.say('mine.deputy')] : []),
  ]
  return (
    <button type="button" className={styles.card} onClick={onOpen}>
      <span className={styles.top}>
        <StatusMark standing={standing} />
        <span className={styles.reference}>{action.reference}</span>
        <span className={styles.group}>{groupName(group, words.language)}</span>
        {action.due && (
          <span className={mergeClasses(styles.due, matter.section === 'late' && styles.late)}>
            {words.due(action.due, today, nextMeeting)}
          </span>
        )}
      </span>
      <span className={styles.details}>
        <PassageText text={action.details} />
      </span>
      {next && (
        <span className={styles.next}>
          {words.say('mine.next')}: <PassageText text={next} />
        </span>
      )}
      {asides.length > 0 && <span className={styles.aside}>{asides.join(' · ')}</span>}
    </button>
  )
}
