/** A meeting's list, to be confirmed: all of it with one press, or but for what was decided otherwise. */

import { Button, Field, makeStyles, MessageBar, MessageBarBody, Textarea, tokens } from '@fluentui/react-components'
import { useRef, useState } from 'react'
import type { ConfirmList, ListConfirmed, MeetingList } from '../../contract/meetings.ts'
import type { Words } from '../../words/words.ts'
import { askedBody, askedFoot, askedGroup, askedPage, askedTop } from '../design/askedpage.ts'
import { MarkingMark } from '../design/MarkingMark.tsx'
import { type } from '../design/scale.ts'
import type { Session } from '../session.ts'
import { SignInBar } from '../shell/SignInBar.tsx'
import type { DialogResult } from '../shell/teams.ts'
import { useWords } from '../words.tsx'
import type { Sender } from './deciding.ts'
import { ListItems } from './ListItems.tsx'

export type ConfirmWanted = Omit<ConfirmList, 'commandId'>

const useStyles = makeStyles({
  page: askedPage,
  body: askedBody,
  top: askedTop,
  group: askedGroup,
  head: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  title: { ...type.title, margin: '0', textWrap: 'balance' },
  lead: { ...type.reading, margin: '0', overflowWrap: 'anywhere' },
  quiet: { ...type.row, margin: '0', color: tokens.colorNeutralForeground2 },
  form: askedFoot,
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
  press: { flex: '1 1 180px' },
})

export interface ListFormProps {
  readonly session: Session
  readonly list: MeetingList
  readonly sender: Sender<ConfirmWanted, ListConfirmed>
  readonly onClose: ((said: DialogResult | null) => void) | null
}

/** What it is called, and its day where that doesn't say it. */
function nameOf({ title, day }: MeetingList['meeting'], words: Words): string {
  const told = words.day(day)
  return title.includes(told) ? title : `${title}, ${told}`
}

export function ListForm({ session, list, sender, onClose }: ListFormProps) {
  const styles = useStyles()
  const words = useWords()
  const { deciding, decide, again } = sender
  const [unticked, setUnticked] = useState<ReadonlySet<string>>(new Set())
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState(false)
  const field = useRef<HTMLTextAreaElement>(null)
  const { items, whyNot, meeting } = list
  // What was decided alone meanwhile is nothing to choose about.
  const waiting = items.filter(({ state }) => state === 'asked')
  const except = waiting.flatMap(({ subject }) => (unticked.has(subject) ? [subject] : []))
  const extensions = waiting.filter(({ kind }) => kind === 'extension').length
  const discharges = waiting.length - extensions
  const isLacking = waiting.some(({ subject, lacking }) => lacking.length > 0 && !unticked.has(subject))
  const needsReason = except.length > 0 || isLacking
  const isSending = deciding.state === 'sending'
  const isUnclear = deciding.state === 'unclear'
  const isChanged = deciding.state === 'refused'

  const press = (): void => {
    if (isSending) return
    if (needsReason && reason.trim() === '') {
      setMissing(true)
      field.current?.focus()
      return
    }
    void decide({ hash: list.hash, except, reason: needsReason ? reason.trim() : '' })
  }
  const count = waiting.length - except.length
  const button =
    except.length === 0
      ? words.say('confirm.all', { count })
      : count === 0
        ? words.say('confirm.none', { refused: except.length })
        : words.say('confirm.some', { count, refused: except.length })

  return (
    <article className={styles.page}>
      <SignInBar tokens={session.tokens} {...(isUnclear ? { onSignedIn: again } : {})} />
      <div className={styles.body}>
        <div className={styles.top}>
          <p className={styles.group}>{list.groupName}</p>
          <MarkingMark marking={list.marking} />
        </div>
        <div className={styles.head}>
          <h1 className={styles.title}>{words.say('confirm.title')}</h1>
          <p className={styles.lead}>
            {words.say('confirm.lead', {
              meeting: nameOf(meeting, words),
              name: list.putBy ?? words.say('decide.somebody'),
            })}
          </p>
          <p className={styles.quiet}>
            {waiting.length > 0 &&
              `${words.say('confirm.count', { discharges, extensions, both: discharges > 0 && extensions > 0 ? 'yes' : 'no' })} `}
            {whyNot === null && words.say('confirm.hint')}
          </p>
        </div>
        {whyNot !== null && whyNot !== 'decided' && (
          <MessageBar intent="info" layout="multiline" politeness="polite">
            <MessageBarBody>{words.say(`confirm.why.${whyNot}`)}</MessageBarBody>
          </MessageBar>
        )}
        <ListItems
          items={items}
          except={new Set(except)}
          onExcept={
            whyNot === null && !isSending
              ? (subject, isExcept) => {
                  const next = new Set(unticked)
                  if (isExcept) next.add(subject)
                  else next.delete(subject)
                  setUnticked(next)
                }
              : null
          }
        />
        {list.deputy !== null && whyNot === null && (
          <p className={styles.quiet}>{words.say('confirm.deputy', { name: list.deputy })}</p>
        )}
        {whyNot !== null && onClose && (
          <div>
            <Button onClick={() => onClose(null)}>{words.say('decide.close')}</Button>
          </div>
        )}
      </div>
      {whyNot === null && (
        <section className={styles.form} aria-label={words.say('confirm.title')}>
          {(isUnclear || isChanged) && (
            <MessageBar intent="warning" layout="multiline" politeness="assertive">
              <MessageBarBody>
                {words.say(isUnclear ? `decide.unclear.${deciding.because}` : 'decide.changed')}
              </MessageBarBody>
            </MessageBar>
          )}
          {needsReason && (
            <Field
              label={words.say(except.length > 0 ? 'confirm.reason' : 'confirm.reason.lacking')}
              hint={missing ? null : words.say('confirm.reason.hint')}
              validationMessage={
                missing
                  ? words.say(except.length > 0 ? 'confirm.reason.missing' : 'decide.words.missing.lacking')
                  : null
              }
            >
              <Textarea
                ref={(element: HTMLTextAreaElement | null) => {
                  field.current = element
                }}
                rows={2}
                value={reason}
                readOnly={isSending}
                maxLength={4000}
                onChange={(_, data) => {
                  setMissing(false)
                  setReason(data.value)
                }}
              />
            </Field>
          )}
          <div className={styles.buttons}>
            <Button
              appearance="primary"
              size="large"
              className={styles.press}
              disabledFocusable={isSending}
              onClick={isUnclear ? again : press}
            >
              {isUnclear ? words.say('decide.again') : isSending ? words.say('confirm.sending') : button}
            </Button>
            {onClose && (
              <Button appearance="subtle" size="large" disabledFocusable={isSending} onClick={() => onClose(null)}>
                {words.say('decide.later')}
              </Button>
            )}
          </div>
          <p className={styles.quiet}>{words.say('confirm.next')}</p>
        </section>
      )}
    </article>
  )
}
