/** What is known of an action at a glance: status with its why, owners, due and how it moved, where it comes from. */

import { makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type { Link } from '../../domain/action.ts'
import { canonical } from '../../domain/canonical.ts'
import type { Day } from '../../domain/day.ts'
import { ownerWords } from '../../domain/owner.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import { dayOfInstant } from '../../words/clock.ts'
import type { Words } from '../../words/words.ts'
import { PassageText } from '../design/PassageText.tsx'
import { StatusMark, whyOf } from '../design/StatusMark.tsx'
import { type } from '../design/scale.ts'
import { useWords } from '../words.tsx'
import type { Row } from './rows.ts'

const useStyles = makeStyles({
  facts: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(170px, 1fr))',
    gap: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    margin: '0',
  },
  wide: { gridColumn: '1 / -1' },
  name: { ...type.label, color: tokens.colorNeutralForeground2, margin: '0' },
  value: { ...type.row, margin: '0', overflowWrap: 'anywhere' },
  beside: { ...type.label, color: tokens.colorNeutralForeground2, margin: '0' },
  late: { color: 'var(--statusTextRED)', fontWeight: tokens.fontWeightSemibold },
  steps: { listStyleType: 'none', margin: '0', marginTop: tokens.spacingVerticalXS, padding: '0' },
  step: {
    ...type.label,
    position: 'relative',
    paddingLeft: '16px',
    color: tokens.colorNeutralForeground2,
    '::before': {
      content: '""',
      position: 'absolute',
      left: '3px',
      top: '6px',
      width: '6px',
      height: '6px',
      borderRadius: '50%',
      backgroundColor: tokens.colorNeutralStrokeAccessible,
    },
    ':not(:last-child)::after': {
      content: '""',
      position: 'absolute',
      left: '5.5px',
      top: '8px',
      bottom: '-8px',
      width: '1px',
      backgroundColor: tokens.colorNeutralStroke1,
    },
  },
})

export function Facts({ row, snapshot, today }: { row: Row; snapshot: Snapshot; today: Day }) {
  const words = useWords()
  const styles = useStyles()
  const { action } = row
  const from = originWords(row, snapshot, words)
  const asked = action.extensionAsked
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
      <Fact name={words.say('panel.status')} wide>
        <StatusMark standing={row.standing} size="large" />
        <p className={styles.beside}>{whyOf(row.standing, words)}</p>
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
      <Fact name={words.say('panel.owners')}>
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
      <Fact name={words.say('panel.due')}>
        {action.due ? (
          <>
            <span className={row.late ? styles.late : undefined}>{row.due}</span>
            {stated !== null && <div className={styles.beside}>{stated}</div>}
          </>
        ) : (
          words.say('register.noDue')
        )}
        {asked && (
          <p className={styles.beside}>
            {words.say('panel.extensionAsked', {
              name: asked.askedBy.name,
              day: words.shortDay(asked.askedOn, today),
              to: words.dueStated(asked.to),
              reason: asked.reason,
            })}
          </p>
        )}
        {action.extensions.length > 0 && action.firstDue && (
          <ol className={styles.steps} aria-label={words.say('panel.dueHistory')}>
            <li className={styles.step}>{words.say('panel.firstDue', { due: words.dueStated(action.firstDue) })}</li>
            {action.extensions.map((extension) => (
              <li key={extension.decision} className={styles.step}>
                {words.dueStated(extension.to)}: <PassageText text={extension.reason} />
              </li>
            ))}
          </ol>
        )}
      </Fact>
      {action.milestones.length > 0 && (
        <Fact name={words.say('panel.milestones')} wide>
          {action.milestones.map((milestone) => (
            <div key={milestone.id}>
              <PassageText text={milestone.purpose} />{' '}
              <span className={styles.beside}>
                {milestone.done
                  ? words.say('panel.milestone.done', { day: words.shortDay(milestone.done, today) })
                  : words.dueStated(milestone.due)}
              </span>
            </div>
          ))}
        </Fact>
      )}
      {action.links.length > 0 && (
        <Fact name={words.say('panel.links')} wide>
          {action.links.map((link) => (
            <div key={link.id}>
              {linkWords(link, snapshot, words)}
              {link.answer && (
                <span className={styles.beside}>
                  {' '}
                  {words.say('panel.link.answered', {
                    answer: link.answer.words,
                    day: words.shortDay(link.answer.day, today),
                  })}
                </span>
              )}
            </div>
          ))}
        </Fact>
      )}
      <Fact name={words.say('panel.meeting')}>{from}</Fact>
    </dl>
  )
}

function Fact({ name, wide = false, children }: { name: string; wide?: boolean; children: ReactNode }) {
  const styles = useStyles()
  return (
    <div className={wide ? styles.wide : undefined}>
      <dt className={styles.name}>{name}</dt>
      <dd className={styles.value}>{children}</dd>
    </div>
  )
}

function originWords({ action }: Row, snapshot: Snapshot, words: Words): string {
  const { origin } = action
  const meeting = origin.meeting === undefined ? undefined : snapshot.meetings.get(origin.meeting)
  if (meeting) return words.say('panel.meetingOf', { day: words.day(meeting.day) })
  if (origin.kind === 'document') {
    return origin.words
      ? words.say('panel.origin.document', { words: origin.words })
      : words.say('panel.origin.documentUnnamed')
  }
  const day = dayOfInstant(action.createdAt)
  return day === null ? action.createdBy : words.say('panel.created', { day: words.day(day), author: action.createdBy })
}

function linkWords({ kind, target }: Link, snapshot: Snapshot, words: Words): string {
  if ('action' in target) {
    return words.say(`panel.link.${kind}`, { to: snapshot.actions.get(target.action)?.reference ?? target.action })
  }
  const to = 'group' in target ? [target.group, target.reference ?? ''] : [target.body, target.what]
  return words.say(`panel.link.${kind}`, { to: to.filter(Boolean).join(': ') })
}
