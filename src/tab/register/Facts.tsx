/** What is known of an action at a glance, each changed where it stands: status with its why, owners, due, origin. */

import { Link as TextLink, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type { ActionId } from '../../domain/action.ts'
import { canonical } from '../../domain/canonical.ts'
import type { Day } from '../../domain/day.ts'
import { ownerWords } from '../../domain/owner.ts'
import { plainText } from '../../domain/passage.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import { isRecommendation, type Standing } from '../../domain/status.ts'
import { dayOfInstant } from '../../words/clock.ts'
import type { Words } from '../../words/words.ts'
import { PassageText } from '../design/PassageText.tsx'
import { StatusMark } from '../design/StatusMark.tsx'
import { whyOf } from '../../words/standing.ts'
import { type } from '../design/scale.ts'
import { deadlineWords } from '../recommendations/deadlinewords.ts'
import { useWords } from '../words.tsx'
import { DeedButton, FormAt, useActing, useReveals } from './acting.tsx'
import type { Row } from './rows.ts'

const useStyles = makeStyles({
  facts: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(170px, 1fr))',
    gap: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    margin: '0',
  },
  wide: { gridColumn: '1 / -1' },
  name: {
    ...type.label,
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    minHeight: '20px',
    color: tokens.colorNeutralForeground2,
    margin: '0',
  },
  value: { ...type.row, margin: '0', overflowWrap: 'anywhere' },
  beside: { ...type.label, color: tokens.colorNeutralForeground2, margin: '0' },
  late: { color: 'var(--statusTextRED)', fontWeight: tokens.fontWeightSemibold },
})

export interface FactsProps {
  readonly row: Row
  /** Its own, or what follows from what it was broken into. */
  readonly standing: Standing
  readonly snapshot: Snapshot
  readonly today: Day
  readonly onOpen: (id: ActionId) => void
}

export function Facts({ row, standing, snapshot, today, onOpen }: FactsProps) {
  const words = useWords()
  const styles = useStyles()
  const { action } = row
  const from = originWords(row, snapshot, words)
  const acting = useActing()
  const whole = snapshot.actions.get(action.origin.recommendation ?? '')
  const marking = action.marking ?? snapshot.group.marking
  const asked = action.extensionAsked
  const kept = action.retainedFor === null ? undefined : snapshot.meetings.get(action.retainedFor)
  const stated =
    action.due?.kind === 'nextMeeting'
      ? row.open && row.dueDay
        ? words.day(row.dueDay)
        : words.dueStated(action.due)
      : action.due && words.dueStated(action.due) !== row.due
        ? words.dueStated(action.due)
        : null
  return (
    <dl className={styles.facts}>
      <Fact name={words.say('panel.status')} wide place="status" edit={<DeedButton deed="overrideStatus" />}>
        <StatusMark standing={standing} size="large" />
        <p className={styles.beside}>{whyOf(standing, words)}</p>
        {action.status === 'discharged' && action.discharge && (
          <p className={styles.beside}>
            {action.discharge.proposedBy === null && `${words.say('panel.discharge.imported')} `}
            {action.discharge.evidence !== '' && (
              <PassageText text={words.say('panel.discharge.evidence', { evidence: action.discharge.evidence })} />
            )}
          </p>
        )}
        {action.status === 'dischargeProposed' && action.discharge?.proposedBy && (
          <p className={styles.beside}>
            {words.say('panel.discharge.proposed', {
              name: action.discharge.proposedBy.name,
              day: words.day(action.discharge.proposedOn),
            })}
          </p>
        )}
      </Fact>
      <Fact name={words.say('panel.owners')} place="owners" edit={<DeedButton deed="reassign" />}>
        {action.owners.length === 0
          ? words.say('register.noOwner')
          : action.owners.map((owner) => {
              const post = 'post' in owner ? snapshot.posts.get(owner.post) : undefined
              const title = ownerWords(owner, snapshot)
              return (
                <div key={canonical(owner)}>
                  {post && !post.holder ? words.say('register.vacant', { post: title }) : title}
                  {post?.holder && <span className={styles.beside}> {post.holder.name}</span>}
                </div>
              )
            })}
      </Fact>
      <Fact
        name={words.say('panel.due')}
        place="due"
        edit={action.firstDue === null ? <DeedButton deed="setDue" /> : <DeedButton deed="askExtension" />}
      >
        {action.due ? (
          <>
            <span className={row.late ? styles.late : undefined}>{row.due}</span>
            {stated !== null && <div className={styles.beside}>{stated}</div>}
            {action.origin.deadline && (
              <div className={styles.beside}>{deadlineWords(action.origin.deadline, words)}</div>
            )}
          </>
        ) : (
          words.say('register.noDue')
        )}
        {kept && row.open && kept.day >= today && (
          <p className={styles.beside}>{words.say('acting.keptFor', { day: words.day(kept.day) })}</p>
        )}
        {asked && (
          <p className={styles.beside}>{words.say('acting.dueLine.asked', { due: words.dueStated(asked.to) })}</p>
        )}
      </Fact>
      {(isRecommendation(action) || acting.place === 'addressee') && (
        <Fact name={words.say('acting.addressee')} place="addressee" edit={<DeedButton deed="setAddressee" />}>
          {action.origin.addressee ?? words.say('acting.addressee.none')}
        </Fact>
      )}
      {(action.marking || acting.place === 'marking') && (
        <Fact name={words.say('acting.marking')} place="marking" edit={<DeedButton deed="mark" />}>
          {marking.level} {marking.handling}
        </Fact>
      )}
      <Fact name={words.say('panel.meeting')}>
        {whole ? (
          <TextLink as="button" title={plainText(whole.details)} onClick={() => onOpen(whole.id)}>
            {words.say('acting.pieceOf', { of: whole.reference })}
          </TextLink>
        ) : (
          from
        )}
      </Fact>
    </dl>
  )
}

interface FactProps {
  readonly name: string
  readonly wide?: boolean
  /** Where the form that changes it opens; it takes the whole width then. */
  readonly place?: string
  readonly edit?: ReactNode
  readonly children: ReactNode
}

function Fact({ name, wide = false, place = '', edit, children }: FactProps) {
  const styles = useStyles()
  const reveals = useReveals()
  const acting = useActing()
  return (
    <div className={mergeClasses(reveals, (wide || acting.place === place) && styles.wide)}>
      <dt className={styles.name}>
        {name} {edit}
      </dt>
      <dd className={styles.value}>
        {children}
        <FormAt place={place} />
      </dd>
    </div>
  )
}

function originWords({ action }: Row, snapshot: Snapshot, words: Words): string {
  const { origin } = action
  if (origin.publication !== undefined && origin.words !== undefined) {
    const number = origin.number === undefined ? [] : [words.say('recommendations.number', { number: origin.number })]
    return [origin.words, ...number].join(' · ')
  }
  const meeting = origin.meeting === undefined ? undefined : snapshot.meetings.get(origin.meeting)
  if (meeting) return words.say('panel.meetingOf', { day: words.day(meeting.day) })
  if (origin.recommendation !== undefined && origin.words !== undefined) {
    return words.say('acting.pieceOf', { of: origin.words })
  }
  if (origin.kind === 'document') {
    return origin.words
      ? words.say('panel.origin.document', { words: origin.words })
      : words.say('panel.origin.documentUnnamed')
  }
  const day = dayOfInstant(action.createdAt)
  return day === null ? action.createdBy : words.say('panel.created', { day: words.day(day), author: action.createdBy })
}
