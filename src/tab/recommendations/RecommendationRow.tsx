/** One recommendation: how it stands and why, what it asks, by when, and what was last said of it. */

import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { BranchForkRegular, CheckmarkCircleRegular, CircleRegular } from '@fluentui/react-icons'
import type { ActionId, Part } from '../../domain/action.ts'
import type { Day } from '../../domain/day.ts'
import { nextMeetingDay } from '../../domain/group.ts'
import { ownerWords } from '../../domain/owner.ts'
import { plainText } from '../../domain/passage.ts'
import { isComplete, partOf } from '../../domain/pieces.ts'
import { rationaleOf } from '../../domain/report.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import { isOpen } from '../../domain/status.ts'
import { PassageText } from '../design/PassageText.tsx'
import { focusRing, hiddenFromEyes, type } from '../design/scale.ts'
import { StatusMark, StatusShape } from '../design/StatusMark.tsx'
import { whyOf } from '../../words/standing.ts'
import { useWords } from '../words.tsx'
import { Earlier } from './Earlier.tsx'
import { deadlineWords } from './deadlinewords.ts'
import { PieceList } from './PieceList.tsx'
import type { ShownRecommendation } from './shown.ts'

const useStyles = makeStyles({
  row: {
    ...type.row,
    display: 'grid',
    gridTemplateColumns: '12rem minmax(0, 1fr) 13rem',
    columnGap: tokens.spacingHorizontalXXL,
    rowGap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalM} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
    '@media (max-width: 900px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  part: { minWidth: '0' },
  beside: { ...type.label, margin: `${tokens.spacingVerticalXXS} 0 0`, color: tokens.colorNeutralForeground2 },
  strong: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground1 },
  // Of the colour of its button, which is another one under the pointer.
  number: { fontWeight: tokens.fontWeightSemibold },
  rule: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  open: {
    ...type.row,
    display: 'block',
    width: '100%',
    minHeight: '24px',
    padding: '0',
    border: 'none',
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    textAlign: 'start',
    whiteSpace: 'pre-line',
    overflowWrap: 'anywhere',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover, color: tokens.colorNeutralForeground1Hover },
    ':focus-visible': focusRing,
  },
  list: { listStyleType: 'none', margin: `${tokens.spacingVerticalS} 0 0`, padding: '0' },
  bullet: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: tokens.spacingHorizontalS,
    marginTop: tokens.spacingVerticalXXS,
  },
  mark: { flexShrink: '0', paddingTop: tokens.spacingVerticalXXS, display: 'flex' },
  position: { margin: `${tokens.spacingVerticalS} 0 0`, whiteSpace: 'pre-line' },
  break: { marginTop: tokens.spacingVerticalXS, marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalS})` },
  late: { color: 'var(--statusTextRED)' },
  hidden: hiddenFromEyes,
})

export interface RecommendationRowProps {
  readonly row: ShownRecommendation
  readonly snapshot: Snapshot
  readonly today: Day
  readonly onOpenAction: (action: ActionId) => void
  readonly onBreak: (action: ActionId) => void
}

export function RecommendationRow({ row, snapshot, today, onOpenAction, onBreak }: RecommendationRowProps) {
  const words = useWords()
  const styles = useStyles()
  const { action, standing, colour, positions, pieces, progress } = row
  const [latest, ...earlier] = positions
  const { number, addressee } = action.origin
  const rationale = rationaleOf(action, standing)
  const owners = action.owners.map((owner) => ownerWords(owner, snapshot))
  return (
    <li className={styles.row} data-action={action.id}>
      <div className={styles.part}>
        <StatusMark standing={standing} />
        {colour === 'NEW GREEN' && (
          <p className={mergeClasses(styles.beside, styles.strong)}>{words.say('recommendations.newGreen')}</p>
        )}
        {standing.override && (
          <p className={mergeClasses(styles.beside, styles.strong, styles.rule)}>
            <StatusShape colour={standing.rule} side={14} />
            {words.say('recommendations.differs', {
              shown: words.say(`status.${standing.colour}`),
              rule: words.say(`status.${standing.rule}`),
            })}
          </p>
        )}
        <p className={styles.beside}>
          <PassageText text={whyOf(standing, words)} />
        </p>
        {/* A person who set it has said why. */}
        {standing.colour === 'RED' && !standing.override && (
          <p className={mergeClasses(styles.beside, rationale === null && styles.strong)}>
            {rationale === null
              ? words.say('report.noRationale')
              : words.say('report.rationale', { reason: plainText(rationale) })}
          </p>
        )}
      </div>
      <div className={styles.part}>
        <button
          type="button"
          className={styles.open}
          title={words.say('recommendations.open', { reference: action.reference })}
          onClick={() => onOpenAction(action.id)}
        >
          <span className={styles.number}>
            {number === undefined ? action.reference : words.say('recommendations.number', { number })}
          </span>
          {` · ${words.say(`kind.${action.kind}`)}\n`}
          <PassageText text={action.details} />
        </button>
        <p className={styles.beside}>
          {[
            ...(number === undefined ? [] : [action.reference]),
            ...(addressee === undefined ? [] : [words.say('recommendations.for', { addressee })]),
            ...owners,
          ].join(' · ')}
        </p>
        <Parts row={row} />
        <PieceList
          recommendation={action}
          pieces={pieces}
          progress={progress}
          snapshot={snapshot}
          today={today}
          onOpen={onOpenAction}
        />
        {latest && (
          <p className={styles.position}>
            <span className={styles.strong}>{words.shortDay(latest.day, today)}</span>{' '}
            <PassageText text={latest.text} />
          </p>
        )}
        <Earlier positions={earlier.map(({ id, day, text }) => ({ id, day, words: text }))} today={today} />
      </div>
      <div className={styles.part}>
        <Dues row={row} snapshot={snapshot} today={today} />
        {isOpen(action) && (
          <Button
            size="small"
            appearance="subtle"
            icon={<BranchForkRegular />}
            className={styles.break}
            aria-label={words.say('recommendations.break.of', { reference: action.reference })}
            onClick={() => onBreak(action.id)}
          >
            {words.say('recommendations.break')}
          </Button>
        )}
      </div>
    </li>
  )
}

/** A part that actions carry out is done when they are. */
function Parts({ row }: { readonly row: ShownRecommendation }) {
  const words = useWords()
  const styles = useStyles()
  const { action, pieces } = row
  const { parts } = action
  if (parts.length === 0) return null
  const asked = pieces.actions.filter(({ status }) => status !== 'closed')
  const statusOf = ({ letter, status }: Part): Part['status'] => {
    const carrying = asked.filter((piece) => partOf(piece, action) === letter)
    return carrying.length === 0 ? status : carrying.every(isComplete) ? 'done' : 'open'
  }
  const done = parts.filter((part) => statusOf(part) === 'done').length
  return (
    <>
      <ul className={styles.list}>
        {parts.map((part) => (
          <li key={part.letter} className={styles.bullet}>
            <span className={styles.mark} aria-hidden>
              {statusOf(part) === 'done' ? <CheckmarkCircleRegular /> : <CircleRegular />}
            </span>
            <span>
              <span className={styles.hidden}>{`${words.say(`recommendations.part.${statusOf(part)}`)}: `}</span>(
              {part.letter}) <PassageText text={part.details} />
            </span>
          </li>
        ))}
      </ul>
      {asked.length === 0 && pieces.elsewhere.length === 0 && (
        <p className={styles.beside}>{words.say('recommendations.parts', { done, of: parts.length })}</p>
      )}
    </>
  )
}

function Dues({ row, snapshot, today }: Pick<RecommendationRowProps, 'row' | 'snapshot' | 'today'>) {
  const words = useWords()
  const styles = useStyles()
  const { action, standing } = row
  const { due, firstDue, extensions, milestones, origin } = action
  const whose = origin.deadline && deadlineWords(origin.deadline, words)
  const nextMeeting = nextMeetingDay([...snapshot.meetings.values()], today)
  const stated = due && words.dueStated(due)
  // How late it would be says nothing of what has ended.
  const said = due && isOpen(action) ? words.due(due, today, nextMeeting) : stated
  return (
    <>
      <span className={mergeClasses(said !== null && styles.strong, standing.rule === 'RED' && styles.late)}>
        {said ?? words.say('recommendations.noDue')}
      </span>
      {stated !== said && <p className={styles.beside}>{stated}</p>}
      {due && whose && <p className={styles.beside}>{whose}</p>}
      {firstDue && extensions.length > 0 && (
        <p className={styles.beside}>{words.say('acting.dueLine.first', { due: words.dueStated(firstDue) })}</p>
      )}
      {extensions.map(({ to, reason }, index) => (
        <p key={index} className={styles.beside}>
          {words.say('recommendations.moved', { due: words.dueStated(to), reason: plainText(reason) || 'none' })}
        </p>
      ))}
      {milestones.map((milestone) => (
        <p key={milestone.id} className={styles.beside}>
          {milestone.done
            ? words.say('recommendations.milestone.done', {
                purpose: milestone.purpose,
                day: words.day(milestone.done),
              })
            : words.say('recommendations.milestone', {
                purpose: milestone.purpose,
                due: words.dueStated(milestone.due),
              })}
        </p>
      ))}
    </>
  )
}
