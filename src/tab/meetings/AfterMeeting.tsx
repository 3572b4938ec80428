/** What follows a closed meeting: the chair confirms what was decided aloud, its papers are made, the next one is there. */

import { Button, makeStyles, mergeClasses, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components'
import { ArrowRightRegular, CheckmarkCircleFilled, ClockRegular, DismissCircleRegular } from '@fluentui/react-icons'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { meetingEndpoints, type ListItem, type MeetingList } from '../../contract/meetings.ts'
import type { ServiceRefusal } from '../../contract/refusal.ts'
import { meetingAfter } from '../../domain/meeting.ts'
import type { Result } from '../../domain/result.ts'
import { dayOfInstant } from '../../words/clock.ts'
import { Bone, Bones } from '../design/Bones.tsx'
import { type } from '../design/scale.ts'
import { newCommandId } from '../register/sending.ts'
import { useOpenDecision } from '../shell/deciding.ts'
import { Queries } from '../shell/queries.tsx'
import { useWords } from '../words.tsx'
import { titleWords } from './meetingwords.ts'
import { PaperButtons } from './PaperButtons.tsx'
import { PlanForm } from './PlanForm.tsx'
import type { Held, Room } from './room.ts'

const useStyles = makeStyles({
  cards: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(20rem, 100%), 1fr))',
    gap: tokens.spacingHorizontalL,
    marginTop: tokens.spacingVerticalL,
  },
  card: {
    ...type.row,
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalL,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  title: { ...type.reading, fontWeight: tokens.fontWeightSemibold, margin: '0' },
  text: { ...type.row, margin: '0' },
  quiet: { color: tokens.colorNeutralForeground2 },
  list: { listStyleType: 'none', margin: '0', padding: '0', width: '100%' },
  line: {
    ...type.row,
    display: 'flex',
    alignItems: 'flex-start',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalXS} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  icon: { flexShrink: '0', fontSize: tokens.fontSizeBase500 },
  reference: { fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: 'tabular-nums' },
  what: { minWidth: '0', overflowWrap: 'anywhere' },
})

/** The chair confirms on a phone meanwhile. */
const LOOKED_AT_EVERY_MS = 15_000

export interface AfterMeetingProps {
  readonly room: Room
  readonly held: Held
  readonly onOpenMeeting: (key: string) => void
}

export function AfterMeeting(props: AfterMeetingProps) {
  const styles = useStyles()
  const words = useWords()
  const { room, held } = props
  return (
    <div className={styles.cards}>
      <Queries>
        <Card title={words.say('meeting.after.decided')}>
          <Decided {...props} />
        </Card>
      </Queries>
      <Card title={words.say('meeting.after.papers')}>
        <PaperButtons room={room} meeting={held.meeting} />
      </Card>
      <Card title={words.say('meeting.after.next')}>
        <Next {...props} />
      </Card>
    </div>
  )
}

function Card({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const styles = useStyles()
  return (
    <section className={styles.card} aria-label={title}>
      <h2 className={styles.title}>{title}</h2>
      {children}
    </section>
  )
}

function Decided({ room, held }: AfterMeetingProps) {
  const words = useWords()
  const styles = useStyles()
  const openDecision = useOpenDecision()
  const { session, page, roles } = room
  const about = { key: page.group, meeting: held.meeting.key }
  const [again, setAgain] = useState<ServiceRefusal | 'asking' | null>(null)
  const read = useQuery({
    queryKey: ['meetingList', about.key, about.meeting],
    queryFn: (): Promise<Result<MeetingList, ServiceRefusal>> => session.api.ask(meetingEndpoints.meetingList, about),
    refetchInterval: ({ state }) => (state.data?.ok && state.data.value.decided ? false : LOOKED_AT_EVERY_MS),
  })
  if (read.isPending) {
    return (
      <Bones label={words.say('meeting.after.decided.reading')}>
        <Bone width="12rem" />
      </Bones>
    )
  }
  if (read.isError) {
    return (
      <>
        <p className={styles.text}>{words.say('meeting.after.decided.fault')}</p>
        <Button onClick={() => void read.refetch()}>{words.say('shell.again')}</Button>
      </>
    )
  }
  if (!read.data.ok) {
    const isNone = read.data.error.code === 'nothingAsked'
    return (
      <p className={mergeClasses(styles.text, styles.quiet)}>
        {isNone ? words.say('meeting.after.decided.none') : words.refusal(read.data.error)}
      </p>
    )
  }
  const list = read.data.value
  const { decided, items } = list
  const putAgain = async (): Promise<void> => {
    setAgain('asking')
    const answer = await session.api.ask(meetingEndpoints.putMeetingList, about, { commandId: newCommandId() })
    setAgain(answer.ok ? null : answer.error)
    await read.refetch()
  }
  const refused = items.filter(({ state }) => state === 'refused').length
  const day = decided && dayOfInstant(decided.at)
  return (
    <>
      <p className={styles.text}>
        {decided
          ? words.say(refused > 0 ? 'meeting.after.decided.partly' : 'meeting.after.decided.done', {
              name: decided.by,
              day: day ? words.day(day) : '',
              refused,
            })
          : words.say('meeting.after.decided.waits', { count: items.length, day: words.day(list.putOn) })}
      </p>
      {decided && decided.words !== '' && <p className={styles.text}>{decided.words}</p>}
      <ul className={styles.list}>
        {items.map((item) => (
          <li key={item.subject} className={styles.line}>
            <ItemMark state={item.state} />
            <span className={styles.what}>
              <span className={styles.reference}>{item.reference}</span>{' '}
              {words.say(`meeting.after.item.${item.kind}`, { to: item.to ?? '' })}
              <br />
              <span className={styles.quiet}>{words.say(`meeting.after.state.${item.state}`)}</span>
            </span>
          </li>
        ))}
      </ul>
      {list.whyNot === null && openDecision && (
        <Button
          appearance="primary"
          onClick={() => openDecision(`meeting-${about.meeting}`, words.say('meeting.after.decided'))}
        >
          {words.say('meeting.after.confirm')}
        </Button>
      )}
      {list.whyNot === 'changed' && roles.includes('coordinator') && (
        <>
          <p className={styles.text}>{words.say('meeting.after.changed')}</p>
          <Button disabledFocusable={again === 'asking'} onClick={() => void putAgain()}>
            {words.say('meeting.after.putAgain')}
          </Button>
        </>
      )}
      {again !== null && again !== 'asking' && (
        <MessageBar intent="error">
          <MessageBarBody>{words.refusal(again)}</MessageBarBody>
        </MessageBar>
      )}
    </>
  )
}

function ItemMark({ state }: Pick<ListItem, 'state'>) {
  const styles = useStyles()
  if (state === 'approved') return <CheckmarkCircleFilled aria-hidden className={styles.icon} />
  if (state === 'refused') return <DismissCircleRegular aria-hidden className={styles.icon} />
  return <ClockRegular aria-hidden className={styles.icon} />
}

function Next({ room, held, onOpenMeeting }: AfterMeetingProps) {
  const words = useWords()
  const styles = useStyles()
  const [planning, setPlanning] = useState(false)
  const next = meetingAfter(held.meeting, room.snapshot.meetings.values())
  if (next) {
    return (
      <>
        <p className={styles.text}>{words.say('meeting.after.next.there')}</p>
        <Button icon={<ArrowRightRegular />} iconPosition="after" onClick={() => onOpenMeeting(next.key)}>
          {titleWords(next, words)}
        </Button>
      </>
    )
  }
  if (planning) {
    return <PlanForm room={room} meeting={null} onLeave={() => setPlanning(false)} onPlanned={onOpenMeeting} />
  }
  return (
    <>
      <p className={styles.text}>{words.say('meeting.after.next.none')}</p>
      <Button onClick={() => setPlanning(true)}>{words.say('meeting.plan')}</Button>
    </>
  )
}
