/** The answers to one action: an update, nothing to report, done, more time, passed on, not ours; then, that it is kept. */

import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { Action } from '../../domain/action.ts'
import type { Day } from '../../domain/day.ts'
import { dayToSay, type Due } from '../../domain/due.ts'
import { groupName, nextMeetingDay, type Role } from '../../domain/group.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import { isOpen } from '../../domain/status.ts'
import { askedGroup, askedPage, askedTop } from '../design/askedpage.ts'
import { MarkingMark } from '../design/MarkingMark.tsx'
import { PassageText } from '../design/PassageText.tsx'
import { type } from '../design/scale.ts'
import type { OutboxRegister } from '../outbox/outbox.ts'
import { ActingProvider } from '../register/acting.tsx'
import { useBeginning } from '../register/beginning.tsx'
import { Composer } from '../register/Composer.tsx'
import type { Deed } from '../register/deeds.ts'
import { createDrafts } from '../register/drafts.ts'
import { History } from '../register/History.tsx'
import { SendNotice } from '../register/SendNotice.tsx'
import { useSender } from '../register/sending.ts'
import { commandOf, emptyDraft } from '../register/updatedraft.ts'
import type { Words } from '../../words/speech.ts'
import type { Session } from '../session.ts'
import { Notice } from '../shell/Notice.tsx'
import type { DialogResult } from '../shell/teams.ts'
import { useWords } from '../words.tsx'
import { PassForm } from './PassForm.tsx'

const useStyles = makeStyles({
  page: askedPage,
  body: {
    display: 'flex',
    flexDirection: 'column',
    flexGrow: '1',
    gap: tokens.spacingVerticalL,
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalL}`,
  },
  top: askedTop,
  group: askedGroup,
  title: { ...type.title, margin: '0', outlineStyle: 'none' },
  due: { ...type.row, margin: '0', color: tokens.colorNeutralForeground2 },
  details: { ...type.reading, margin: '0', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  parts: { ...type.row, margin: '0', padding: '0', listStyleType: 'none' },
  ways: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  fold: { ...type.row, fontWeight: tokens.fontWeightSemibold, minHeight: '24px', cursor: 'pointer' },
  past: { marginTop: tokens.spacingVerticalM },
  sending: { ...type.row, margin: '0', color: tokens.colorNeutralForeground2 },
})

export interface AnsweringProps {
  readonly session: Session
  readonly register: OutboxRegister
  readonly snapshot: Snapshot
  readonly action: Action
  readonly roles: readonly Role[]
  readonly onClose: ((said: DialogResult | null) => void) | null
}

const DEEDS = ['proposeDischarge', 'askExtension'] as const satisfies readonly Deed[]

export function Answering({ session, register, snapshot, action, roles, onClose }: AnsweringProps) {
  const styles = useStyles()
  const words = useWords()
  const title = useRef<HTMLHeadingElement>(null)
  const today = session.clock.today()
  const nextMeeting = useMemo(() => nextMeetingDay([...snapshot.meetings.values()], today), [snapshot.meetings, today])
  const drafts = useMemo(
    () => createDrafts(window.sessionStorage, register.me(), snapshot.group.key, () => session.clock.now()),
    [register, snapshot.group.key, session],
  )
  const [passing, setPassing] = useState<'pass' | 'notOurs' | null>(null)
  /** What was kept, in words, and what follows from it. */
  const [kept, setKept] = useState<{ readonly said: string; readonly note: string } | null>(null)
  const keep = (said: string): void => setKept({ said, note: words.say('answer.kept') })
  const { sending, post, reset } = useSender(register)
  const { acting } = useBeginning(
    {
      register,
      snapshot,
      roles,
      row: { action },
      today,
      nextMeeting,
      drafts,
      resumed: null,
      onSaved: ({ said }) => keep(said),
    },
    () => title.current?.focus(),
  )
  const isSending = sending.state === 'sending' || register.unsent().some(({ command }) => aboutAction(command, action))
  useEffect(() => title.current?.focus(), [])

  if (kept !== null) {
    return (
      <Notice
        title={kept.said}
        urgent
        {...(onClose ? { step: { label: words.say('decide.close'), do: () => onClose({ settled: action.id }) } } : {})}
      >
        {kept.note}
      </Notice>
    )
  }
  const sayNothing = (): void => {
    const draft = { ...emptyDraft(), text: words.say('answer.nil.text') }
    void post({
      command: commandOf(draft, action, snapshot, register.me(), today),
      seen: action,
      onSaved: ({ reference }) => keep(words.say('composer.sent', { reference })),
    })
  }
  const marking = action.marking ?? snapshot.group.marking
  const open = isOpen(action)
  return (
    <ActingProvider acting={acting}>
      <article className={styles.page}>
        <div className={styles.body}>
          <div className={styles.top}>
            <p className={styles.group}>{groupName(snapshot.group, words.language)}</p>
            <MarkingMark marking={marking} />
          </div>
          <div>
            <h1 className={styles.title} ref={title} tabIndex={-1}>
              {action.reference}
            </h1>
            {action.due && <p className={styles.due}>{tellDue(action.due, words, today, nextMeeting)}</p>}
          </div>
          <p className={styles.details}>
            <PassageText text={action.details} />
          </p>
          {action.parts.length > 0 && (
            <ul className={styles.parts} aria-label={words.say('decide.parts')}>
              {action.parts.map(({ letter, details }) => (
                <li key={letter}>
                  ({letter}) <PassageText text={details} />
                </li>
              ))}
            </ul>
          )}
          <details>
            <summary className={styles.fold}>{words.say('panel.history')}</summary>
            <div className={styles.past}>
              <History register={register} snapshot={snapshot} action={action} today={today} />
            </div>
          </details>
          {acting.form}
          {passing !== null && (
            <PassForm
              key={passing}
              api={session.api}
              mode={passing}
              action={action}
              snapshot={snapshot}
              today={today}
              me={session.person}
              onLeave={() => setPassing(null)}
              onDone={(said) => setKept({ said, note: words.say(`answer.${passing}.kept`) })}
            />
          )}
          <SendNotice
            sending={sending}
            register={register}
            snapshot={snapshot}
            today={today}
            fields={[]}
            onRetry={sayNothing}
            onSendAnyway={sayNothing}
            onKeep={reset}
            onDiscard={reset}
          />
          {isSending && (
            <p className={styles.sending} role="status">
              {words.say('composer.sending')}
            </p>
          )}
          {open && acting.place === null && passing === null && !isSending && (
            <div className={styles.ways}>
              <Button onClick={sayNothing}>{words.say('answer.nil')}</Button>
              {DEEDS.filter(acting.offers).map((deed) => (
                <Button key={deed} onClick={(event) => acting.begin({ deed, about: null }, event.currentTarget)}>
                  {words.say(`acting.${deed}`)}
                </Button>
              ))}
              <Button onClick={() => setPassing('pass')}>{words.say('answer.pass')}</Button>
              <Button onClick={() => setPassing('notOurs')}>{words.say('answer.notOurs')}</Button>
            </div>
          )}
        </div>
        {acting.place === null && passing === null && (
          <Composer
            register={register}
            snapshot={snapshot}
            action={action}
            today={today}
            nextMeeting={nextMeeting}
            drafts={drafts}
            onSaved={({ said }) => keep(said)}
          />
        )}
      </article>
    </ActingProvider>
  )
}

/** `12 November 2026, 2 weeks late`, as the card has it. */
function tellDue(due: Due, words: Words, today: Day, nextMeeting: Day | null): string {
  const day = dayToSay(due, nextMeeting, today)
  if (day === null) return words.due(due, today, nextMeeting)
  return `${words.day(day)}, ${words.due({ kind: 'day', day, words: '' }, today, nextMeeting)}`
}

function aboutAction(command: object, { id }: Action): boolean {
  return 'action' in command && command.action === id
}
