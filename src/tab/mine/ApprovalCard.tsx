/** Something that waits for a decision, as a card: what is asked, of which action, by whom, and until when. */

import { Button, makeStyles, tokens } from '@fluentui/react-components'
import {
  CalendarClock20Regular,
  CheckmarkCircle20Regular,
  OpenRegular,
  TaskListLtr20Regular,
} from '@fluentui/react-icons'
import type { ApprovalEntry } from '../../contract/approvals.ts'
import type { Day } from '../../domain/day.ts'
import { PassageText } from '../design/PassageText.tsx'
import { focusRing, oneLine, twoLines, type } from '../design/scale.ts'
import { useWords } from '../words.tsx'

const useStyles = makeStyles({
  card: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    overflow: 'hidden',
  },
  main: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingHorizontalXS,
    padding: `${tokens.spacingVerticalMNudge} ${tokens.spacingHorizontalM}`,
    textAlign: 'start',
    cursor: 'pointer',
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: 'none',
    ...type.row,
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover, color: tokens.colorNeutralForeground1Hover },
    ':focus-visible': focusRing,
  },
  top: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalS, flexWrap: 'wrap' },
  kind: { display: 'inline-flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  reference: { fontWeight: tokens.fontWeightSemibold },
  group: { ...oneLine, color: tokens.colorNeutralForeground2, flex: '1 1 8rem' },
  details: twoLines,
  aside: { color: tokens.colorNeutralForeground2, ...type.label },
  foot: { padding: `0 ${tokens.spacingHorizontalXS} ${tokens.spacingVerticalXS}` },
})

const KIND_ICONS = {
  discharge: <CheckmarkCircle20Regular aria-hidden />,
  extension: <CalendarClock20Regular aria-hidden />,
  list: <TaskListLtr20Regular aria-hidden />,
} as const

export interface ApprovalCardProps {
  readonly entry: ApprovalEntry
  readonly groupName: string
  readonly today: Day
  /** Null where it isn't the reader's to decide: the card leads to the register then. */
  readonly onDecide: (() => void) | null
  readonly onOpen: () => void
}

export function ApprovalCard({ entry, groupName, today, onDecide, onOpen }: ApprovalCardProps) {
  const styles = useStyles()
  const words = useWords()
  const { kind, reference, details, askedBy, askedOn, lapsesOn } = entry
  const ago = words.relativeDay(askedOn, today)
  const name = askedBy ?? words.say('decide.somebody')
  return (
    <div className={styles.card}>
      <button type="button" className={styles.main} onClick={onDecide ?? onOpen}>
        <span className={styles.top}>
          <span className={styles.kind}>
            {KIND_ICONS[kind]}
            {words.say(`mine.approval.${kind}`)}
          </span>
          <span className={styles.reference}>{reference}</span>
          <span className={styles.group}>{groupName}</span>
          <span>
            {words.say(lapsesOn < today ? 'mine.approval.lapsed' : 'mine.approval.lapses', {
              day: words.shortDay(lapsesOn, today),
            })}
          </span>
        </span>
        <span className={styles.details}>
          <PassageText text={details} />
        </span>
        <span className={styles.aside}>
          {onDecide === null
            ? words.say('mine.approval.youAsked', { ago })
            : words.say('decide.waits.askedBy', { name, ago })}
          {entry.count !== null &&
            (kind === 'list'
              ? ` ${words.say('mine.approval.listCount', { count: entry.count })}`
              : ` ${words.say('decide.count', { count: entry.count })}.`)}
        </span>
      </button>
      {onDecide !== null && (
        <div className={styles.foot}>
          <Button appearance="subtle" size="small" icon={<OpenRegular />} onClick={onOpen}>
            {kind === 'list' ? words.say('mine.approval.openMeeting') : words.say('mine.approval.open', { reference })}
          </Button>
        </div>
      )}
    </div>
  )
}
