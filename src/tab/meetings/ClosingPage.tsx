/**
 * Closing a meeting: what is still in limbo, each with its keys right there, and, once nothing is, the close. The service
 * closes: it looks at every matter afresh, and puts what was decided aloud before the chair.
 */

import { Button, makeStyles, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components'
import { ArrowLeftRegular, CheckmarkCircleRegular, PinRegular, WarningRegular } from '@fluentui/react-icons'
import { useMemo, useState } from 'react'
import { isLater } from '../../domain/meeting.ts'
import { limboOf } from '../../domain/mattersarising.ts'
import { OutboxBar } from '../outbox/OutboxBar.tsx'
import { useTakenBack } from '../outbox/takenback.ts'
import { newCommandId } from '../register/sending.ts'
import { useUnsent } from '../register/registerstate.ts'
import { useUndo } from '../register/undoing.tsx'
import { type } from '../design/scale.ts'
import { useWords } from '../words.tsx'
import { LimboRow } from './LimboRow.tsx'
import { PlanForm } from './PlanForm.tsx'
import { hindranceOf } from './matterkeys.ts'
import { createNotingRegister } from './noting.ts'
import type { Held, Room } from './room.ts'
import { useClosing } from './closing.ts'

const useStyles = makeStyles({
  page: { position: 'relative', minHeight: '24rem' },
  back: { marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})` },
  title: { ...type.title, margin: '0' },
  left: {
    ...type.title,
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    margin: `${tokens.spacingVerticalXXL} 0 ${tokens.spacingVerticalXS}`,
    ':focus': { outlineStyle: 'none' },
  },
  limbo: { color: 'var(--statusTextRED)' },
  text: { ...type.reading, margin: `0 0 ${tokens.spacingVerticalM}`, color: tokens.colorNeutralForeground2 },
  list: { listStyleType: 'none', margin: `${tokens.spacingVerticalM} 0 0`, padding: '0' },
  steps: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, marginTop: tokens.spacingVerticalL },
})

export interface ClosingPageProps {
  readonly room: Room
  readonly held: Held
  readonly onBack: (at: string | null) => void
  readonly onClosed: () => void
}

export function ClosingPage({ room, held, onBack, onClosed }: ClosingPageProps) {
  const { register, snapshot, today, drafts } = room
  const { meeting, arising } = held
  const words = useWords()
  const styles = useStyles()
  const matters = room.matters.keeping
  const noting = useMemo(
    () => createNotingRegister(register, { meeting: meeting.key, today, matters }),
    [register, meeting.key, today, matters],
  )
  const later = [...snapshot.meetings.values()]
    .filter((each) => isLater(each, meeting))
    .toSorted((a, b) => (a.day < b.day ? -1 : 1))
  const limbo = limboOf(arising, meeting, snapshot)
  const retainable = limbo.filter(({ action }) => hindranceOf('retain', action, later.length > 0) === null)
  /** Each as if it had been retained alone. */
  const retainAll = (meetingKey: string): void => {
    for (const { action } of retainable) {
      void noting.post(
        { kind: 'retain', id: newCommandId(), action: action.id, meeting: meetingKey, words: '' },
        action,
      )
    }
  }
  const unsent = useUnsent(register)
  const { tell, note } = useUndo(noting)
  const { closing, close } = useClosing(room, meeting, onClosed)
  const [planning, setPlanning] = useState(false)
  const { resumed, takeBack } = useTakenBack({
    drafts,
    snapshot,
    openAction: null,
    say: (said) => tell({ said, undo: null, action: null }),
    open: (id) => onBack(id),
    add: () => onBack(null),
  })
  const waits = unsent.length + room.meetings.unsent.length + room.agenda.unsent.length + room.matters.unsent.length > 0
  return (
    <div className={styles.page}>
      <Button
        appearance="subtle"
        size="small"
        icon={<ArrowLeftRegular />}
        className={styles.back}
        onClick={() => onBack(null)}
      >
        {words.say('meeting.closing.back')}
      </Button>
      <h1 className={styles.title}>{words.say('meeting.closing')}</h1>
      {unsent.length > 0 && (
        <OutboxBar
          register={noting}
          snapshot={snapshot}
          unsent={unsent}
          onOpen={(id) => onBack(id)}
          onTakeBack={takeBack}
        />
      )}
      {limbo.length > 0 && later.length === 0 && !planning && (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>
            {words.say('meeting.closing.next')}{' '}
            <Button size="small" onClick={() => setPlanning(true)}>
              {words.say('meeting.plan')}
            </Button>
          </MessageBarBody>
        </MessageBar>
      )}
      {planning && (
        <PlanForm room={room} meeting={null} onLeave={() => setPlanning(false)} onPlanned={() => setPlanning(false)} />
      )}
      {limbo.length > 0 ? (
        <section aria-labelledby="meeting-limbo">
          <h2 id="meeting-limbo" className={styles.left}>
            <WarningRegular aria-hidden className={styles.limbo} />
            {words.say('meeting.closing.limbo', { count: limbo.length })}
          </h2>
          <p className={styles.text}>{words.say('meeting.closing.limboText')}</p>
          {later[0] && retainable.length > 1 && (
            <Button icon={<PinRegular />} onClick={() => retainAll(later[0]?.key ?? '')}>
              {words.say('meeting.closing.retainAll', { count: retainable.length, day: words.day(later[0].day) })}
            </Button>
          )}
          <ul className={styles.list}>
            {limbo.map((each) => (
              <LimboRow
                key={each.action.id}
                room={room}
                register={noting}
                meeting={meeting}
                arising={each}
                later={later}
                resumed={resumed?.about === each.action.id ? resumed : null}
                onDone={tell}
              />
            ))}
          </ul>
        </section>
      ) : (
        <section aria-labelledby="meeting-clear">
          <h2 id="meeting-clear" className={styles.left}>
            <CheckmarkCircleRegular aria-hidden />
            {words.say('meeting.closing.clear')}
          </h2>
          <p className={styles.text}>{words.say('meeting.closing.clearText', { count: arising.length })}</p>
        </section>
      )}
      {closing.state === 'refused' && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{closing.said}</MessageBarBody>
        </MessageBar>
      )}
      {limbo.length === 0 && waits && <p className={styles.text}>{words.say('meeting.closing.waits')}</p>}
      <div className={styles.steps}>
        <Button
          appearance="primary"
          size="large"
          disabledFocusable={limbo.length > 0 || waits || closing.state === 'closing'}
          onClick={() => void close()}
        >
          {words.say(closing.state === 'closing' ? 'meeting.closing.doing' : 'meeting.closing.do')}
        </Button>
      </div>
      {note}
    </div>
  )
}
