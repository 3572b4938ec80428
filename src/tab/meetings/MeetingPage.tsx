/** One meeting before it is held, and after: when and where, its agenda, who comes, what arises, and what came of it. */

import { Button, Link, makeStyles, tokens } from '@fluentui/react-components'
import { ArrowLeftRegular, EditRegular, PresenterRegular } from '@fluentui/react-icons'
import { useState, type ReactNode } from 'react'
import type { ActionId } from '../../domain/action.ts'
import { keepsMinutes } from '../../domain/meeting.ts'
import { MarkingMark } from '../design/MarkingMark.tsx'
import { type } from '../design/scale.ts'
import { useWords } from '../words.tsx'
import { Agenda } from './Agenda.tsx'
import { AfterMeeting } from './AfterMeeting.tsx'
import { CalendarButton } from './PaperButtons.tsx'
import { Attendance } from './Attendance.tsx'
import { asOf } from './asof.ts'
import { Coming } from './Coming.tsx'
import { timeWords, titleWords } from './meetingwords.ts'
import { PlanForm } from './PlanForm.tsx'
import type { Held, Room } from './room.ts'
import { useRowSender } from './sendingrows.ts'

const useStyles = makeStyles({
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  title: { ...type.title, margin: '0', flex: '1 1 16rem' },
  back: { marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})` },
  section: { marginTop: tokens.spacingVerticalXXL },
  heading: {
    ...type.reading,
    display: 'flex',
    alignItems: 'center',
    minHeight: '32px',
    gap: tokens.spacingHorizontalS,
    fontWeight: tokens.fontWeightSemibold,
    margin: `0 0 ${tokens.spacingVerticalS}`,
  },
  where: { ...type.row, margin: '0', display: 'flex', flexWrap: 'wrap', gap: `0 ${tokens.spacingHorizontalL}` },
  steps: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    marginTop: tokens.spacingVerticalM,
  },
  note: { ...type.label, margin: '0', color: tokens.colorNeutralForeground2 },
})

export interface MeetingPageProps {
  readonly room: Room
  readonly held: Held
  readonly onBack: () => void
  readonly onHold: () => void
  readonly onClosing: () => void
  readonly onOpenAction: (action: ActionId) => void
  readonly onOpenMeeting: (key: string) => void
}

export function MeetingPage(props: MeetingPageProps) {
  const { room, held, onBack, onHold, onClosing, onOpenAction, onOpenMeeting } = props
  const { meeting, agenda, arising } = held
  const words = useWords()
  const styles = useStyles()
  const [changing, setChanging] = useState(false)
  const { send } = useRowSender(room.meetings.keeping)
  const mayKeep = keepsMinutes(meeting, asOf(room))
  const closed = meeting.status === 'closed'
  const begin = async (): Promise<void> => {
    if (meeting.status === 'open' || (await send({ kind: 'openMeeting', key: meeting.key }, meeting))) onHold()
  }
  const times = timeWords(meeting, words)
  return (
    <>
      <Button appearance="subtle" size="small" icon={<ArrowLeftRegular />} className={styles.back} onClick={onBack}>
        {words.say('meeting.back')}
      </Button>
      <header className={styles.head}>
        <h1 className={styles.title}>{titleWords(meeting, words)}</h1>
        <MarkingMark marking={room.snapshot.group.marking} />
      </header>
      {changing ? (
        <PlanForm
          room={room}
          meeting={meeting}
          onLeave={() => setChanging(false)}
          onPlanned={() => setChanging(false)}
        />
      ) : (
        <>
          <p className={styles.where}>
            <span>{words.weekday(meeting.day)}</span>
            {times && <span>{times}</span>}
            <span>{meeting.place || words.say('meeting.noPlace')}</span>
            {meeting.link && (
              <Link href={meeting.link} target="_blank" rel="noreferrer">
                {words.say('meeting.join')}
              </Link>
            )}
          </p>
          {!closed && (
            <div className={styles.steps}>
              {mayKeep && (
                <Button appearance="primary" size="large" icon={<PresenterRegular />} onClick={() => void begin()}>
                  {words.say(meeting.status === 'open' ? 'meeting.goOn' : 'meeting.begin')}
                </Button>
              )}
              {mayKeep && meeting.status === 'open' && (
                <Button onClick={onClosing}>{words.say('meeting.toClosing')}</Button>
              )}
              {mayKeep && (
                <Button icon={<EditRegular />} onClick={() => setChanging(true)}>
                  {words.say('meeting.plan.change')}
                </Button>
              )}
              <CalendarButton room={room} meeting={meeting} />
              {mayKeep && meeting.status === 'open' && (
                <Button
                  appearance="subtle"
                  onClick={() => void send({ kind: 'putOffMeeting', key: meeting.key }, meeting)}
                >
                  {words.say('meeting.putOff')}
                </Button>
              )}
            </div>
          )}
          <p className={styles.note} role="status">
            {meeting.status === 'planned' &&
              mayKeep &&
              meeting.day > room.today &&
              words.say('meeting.begin.early', { day: words.day(meeting.day) })}
          </p>
        </>
      )}
      {closed && <AfterMeeting room={room} held={held} onOpenMeeting={onOpenMeeting} />}
      <Section id="agenda" title={words.say('meeting.agenda')}>
        <Agenda room={room} meeting={meeting} agenda={agenda} mayWrite={!closed || mayKeep} />
      </Section>
      <Section id="coming" title={words.say('meeting.coming')}>
        <Coming arising={arising} meeting={meeting} snapshot={room.snapshot} onOpenAction={onOpenAction} />
      </Section>
      <Section id="attendance" title={words.say('meeting.attendance')}>
        <Attendance room={room} meeting={meeting} mayWrite={mayKeep && !closed} />
      </Section>
    </>
  )
}

interface SectionProps {
  readonly id: string
  readonly title: string
  readonly children: ReactNode
}

function Section({ id, title, children }: SectionProps) {
  const styles = useStyles()
  return (
    <section className={styles.section} aria-labelledby={`meeting-${id}`}>
      <h2 id={`meeting-${id}`} className={styles.heading}>
        {title}
      </h2>
      {children}
    </section>
  )
}
