/** What a recommendation was broken into: how far it has come, and each action with its owner, its due and its status. */

import { Link as TextLink, makeStyles, tokens } from '@fluentui/react-components'
import type { Action, ActionId, Link } from '../../domain/action.ts'
import type { Day } from '../../domain/day.ts'
import { nextMeetingDay } from '../../domain/group.ts'
import { ownerWords } from '../../domain/owner.ts'
import { plainText } from '../../domain/passage.ts'
import { partOf, type Pieces, type Progress } from '../../domain/pieces.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import { isOpen, standingOf } from '../../domain/status.ts'
import { oneLine, type } from '../design/scale.ts'
import { StatusMark, StatusShape } from '../design/StatusMark.tsx'
import { useWords } from '../words.tsx'

const useStyles = makeStyles({
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    marginTop: tokens.spacingVerticalS,
  },
  count: { ...type.row, margin: '0', fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground1 },
  track: {
    width: '6rem',
    height: '6px',
    boxSizing: 'border-box',
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusSmall,
  },
  done: { display: 'block', height: '100%', backgroundColor: tokens.colorNeutralForeground2 },
  list: { listStyleType: 'none', margin: `${tokens.spacingVerticalXXS} 0 0`, padding: '0' },
  piece: {
    display: 'grid',
    gridTemplateColumns: '6.5rem minmax(0, 1fr)',
    alignItems: 'start',
    columnGap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalXS} 0`,
    '@media (max-width: 480px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  words: { minWidth: '0' },
  status: { display: 'inline-flex', alignItems: 'center', gap: tokens.spacingHorizontalSNudge, minHeight: '24px' },
  line: { ...oneLine, display: 'block', maxWidth: '100%', minHeight: '24px', lineHeight: '24px', textAlign: 'start' },
  beside: { ...type.label, margin: '0', color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
})

export interface PieceListProps {
  readonly recommendation: Action
  readonly pieces: Pieces
  readonly progress: Progress
  readonly snapshot: Snapshot
  readonly today: Day
  readonly onOpen: (action: ActionId) => void
}

export function PieceList({ recommendation, pieces, progress, snapshot, today, onOpen }: PieceListProps) {
  const words = useWords()
  const styles = useStyles()
  const { actions, elsewhere } = pieces
  if (actions.length === 0 && elsewhere.length === 0) return null
  const { done, of } = progress
  const nextMeeting = nextMeetingDay([...snapshot.meetings.values()], today)
  const besideOf = (piece: Action): string => {
    const owners = piece.owners.map((owner) => ownerWords(owner, snapshot))
    // By when it was due says nothing of what has ended.
    const due = piece.due && isOpen(piece) && words.due(piece.due, today, nextMeeting)
    return [owners.length > 0 ? words.list(owners) : words.say('register.noOwner'), due].filter(Boolean).join(' · ')
  }
  return (
    <>
      <div className={styles.head}>
        <p className={styles.count}>{words.say('recommendations.progress', { done, of })}</p>
        <span className={styles.track} aria-hidden>
          <span className={styles.done} style={{ width: `${of === 0 ? 0 : (done / of) * 100}%` }} />
        </span>
      </div>
      <ul className={styles.list}>
        {actions.map((piece) => {
          const letter = partOf(piece, recommendation)
          return (
            <li key={piece.id} className={styles.piece}>
              <span className={styles.status}>
                <StatusMark standing={standingOf(piece, { today, nextMeeting, lateBy: snapshot.group.lateBy })} />
              </span>
              <div className={styles.words}>
                <TextLink as="button" className={styles.line} onClick={() => onOpen(piece.id)}>
                  {letter === null ? piece.reference : `${piece.reference} (${letter})`} {plainText(piece.details)}
                </TextLink>
                <p className={styles.beside}>{besideOf(piece)}</p>
              </div>
            </li>
          )
        })}
        {elsewhere.map((link) => (
          <li key={link.id} className={styles.piece}>
            <span className={styles.status}>
              <StatusShape colour={link.answer ? 'GREEN' : 'WHITE'} side={16} />
              {words.say(link.answer ? 'recommendations.elsewhere.done' : 'recommendations.elsewhere.asked')}
            </span>
            <div className={styles.words}>
              <span>{plainText(nameOf(link))}</span>
              <p className={styles.beside}>
                {link.answer ? link.answer.words : words.say('recommendations.elsewhere.open')}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </>
  )
}

/** The group, and its own reference or what it was asked. */
function nameOf({ target }: Link): string {
  if ('group' in target) return [target.group, target.reference ?? ''].join(' ').trim()
  return 'body' in target ? `${target.body}: ${target.what}` : ''
}
