/** All meetings of the group: the one being held first, then those to come, then those that were; and a new one. */

import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { AddRegular, CalendarLtrRegular, CheckmarkCircleRegular, PresenterRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { keepsMinutes } from '../../domain/meeting.ts'
import { agendaOf } from '../../domain/meetingagenda.ts'
import { focusRing, type } from '../design/scale.ts'
import { useWords } from '../words.tsx'
import { asOf } from './asof.ts'
import { timeWords } from './meetingwords.ts'
import { PlanForm } from './PlanForm.tsx'
import type { KeptMeeting, Room } from './room.ts'

const useStyles = makeStyles({
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  title: { ...type.title, margin: '0', flexGrow: '1' },
  section: { marginTop: tokens.spacingVerticalXXL },
  heading: {
    ...type.label,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
    margin: `0 0 ${tokens.spacingVerticalS}`,
  },
  list: { listStyleType: 'none', margin: '0', padding: '0' },
  line: {
    display: 'flex',
    alignItems: 'center',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    gap: tokens.spacingHorizontalM,
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover, color: tokens.colorNeutralForeground1Hover },
  },
  meeting: {
    ...type.row,
    display: 'grid',
    gridTemplateColumns: '24px minmax(9rem, 1fr) minmax(0, 2fr) minmax(0, 2fr)',
    alignItems: 'center',
    gap: `0 ${tokens.spacingHorizontalM}`,
    flexGrow: '1',
    minWidth: '0',
    minHeight: '44px',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    border: 'none',
    backgroundColor: 'transparent',
    color: 'inherit',
    textAlign: 'left',
    cursor: 'pointer',
    ':focus-visible': focusRing,
    '@media (max-width: 640px)': { gridTemplateColumns: '24px minmax(0, 1fr)' },
  },
  icon: { fontSize: tokens.fontSizeBase500 },
  held: { color: tokens.colorCompoundBrandForeground1 },
  day: { fontWeight: tokens.fontWeightSemibold },
  beside: { color: tokens.colorNeutralForeground2, '@media (max-width: 640px)': { gridColumn: '2' } },
  none: { ...type.reading, margin: `${tokens.spacingVerticalL} 0`, color: tokens.colorNeutralForeground2 },
  form: { marginTop: tokens.spacingVerticalL },
})

const STATUSES = ['open', 'planned', 'closed'] as const

export interface MeetingListProps {
  readonly room: Room
  readonly onOpen: (key: string) => void
  readonly onHold: (key: string) => void
}

export function MeetingList({ room, onOpen, onHold }: MeetingListProps) {
  const words = useWords()
  const styles = useStyles()
  const [planning, setPlanning] = useState(false)
  const meetings = [...room.meetings.values.values()]
  const coming = meetings.some(({ status }) => status !== 'closed')
  return (
    <>
      <header className={styles.head}>
        <h1 className={styles.title}>{words.say('meeting.title')}</h1>
        {room.roles.includes('coordinator') && !planning && (
          <Button appearance="primary" icon={<AddRegular />} onClick={() => setPlanning(true)}>
            {words.say('meeting.plan')}
          </Button>
        )}
      </header>
      {planning && (
        <div className={styles.form}>
          <PlanForm room={room} meeting={null} onLeave={() => setPlanning(false)} onPlanned={onOpen} />
        </div>
      )}
      {!coming && <p className={styles.none}>{words.say('meeting.none')}</p>}
      {STATUSES.map((status) => {
        const shown = meetings
          .filter((meeting) => meeting.status === status)
          .toSorted((a, b) => (status === 'closed' ? (a.day < b.day ? 1 : -1) : a.day < b.day ? -1 : 1))
        if (shown.length === 0) return null
        return (
          <section key={status} className={styles.section} aria-labelledby={`meetings-${status}`}>
            <h2 id={`meetings-${status}`} className={styles.heading}>
              {words.say(`meeting.status.${status}`)}
            </h2>
            <ul className={styles.list}>
              {shown.map((meeting) => (
                <li key={meeting.key} className={styles.line}>
                  <MeetingLine room={room} meeting={meeting} onOpen={onOpen} />
                  {status === 'open' && keepsMinutes(meeting, asOf(room)) && (
                    <Button appearance="primary" icon={<PresenterRegular />} onClick={() => onHold(meeting.key)}>
                      {words.say('meeting.goOn')}
                    </Button>
                  )}
                </li>
              ))}
            </ul>
          </section>
        )
      })}
    </>
  )
}

const ICONS = { open: PresenterRegular, planned: CalendarLtrRegular, closed: CheckmarkCircleRegular } as const

interface MeetingLineProps {
  readonly room: Room
  readonly meeting: KeptMeeting
  readonly onOpen: (key: string) => void
}

function MeetingLine({ room, meeting, onOpen }: MeetingLineProps) {
  const words = useWords()
  const styles = useStyles()
  const Icon = ICONS[meeting.status]
  const items = agendaOf(room.agenda.values.values(), meeting.key).length
  const beside = [
    ...(meeting.status === 'planned' ? [words.relativeDay(meeting.day, room.today)] : []),
    timeWords(meeting, words),
    meeting.place,
  ].filter(Boolean)
  return (
    <button type="button" className={styles.meeting} onClick={() => onOpen(meeting.key)}>
      <Icon aria-hidden className={mergeClasses(styles.icon, meeting.status === 'open' && styles.held)} />
      <span className={styles.day}>{words.day(meeting.day)}</span>
      <span>{meeting.title.includes(words.day(meeting.day)) ? '' : meeting.title}</span>
      <span className={styles.beside}>
        {[...beside, ...(items > 0 ? [words.say('meeting.items', { count: items })] : [])].join(' · ')}
      </span>
    </button>
  )
}
