/**
 * What an outside body decided, as the coordinator records it: who, when, what shows it, and which way. What was written
 * stays until it counts.
 */

import {
  Button,
  Field,
  Input,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Textarea,
  tokens,
} from '@fluentui/react-components'
import { useEffect, useId, useRef, useState } from 'react'
import type { ApprovalDetail } from '../../contract/approvals.ts'
import type { Day } from '../../domain/day.ts'
import { parseDayWords } from '../../domain/duewords.ts'
import { type } from '../design/scale.ts'
import type { DialogResult } from '../shell/teams.ts'
import { useWords } from '../words.tsx'
import type { Recorder, Verdict } from './deciding.ts'

const useStyles = makeStyles({
  form: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    paddingTop: tokens.spacingVerticalL,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  title: { ...type.reading, fontWeight: tokens.fontWeightSemibold, margin: '0' },
  quiet: { ...type.label, margin: '0', color: tokens.colorNeutralForeground2 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
  verdict: { flex: '1 1 200px' },
})

const LONGEST_NAME = 200
const LONGEST_EVIDENCE = 4000

export interface Written {
  readonly body: string
  readonly day: string
  readonly evidence: string
}
const NAMES = ['body', 'day', 'evidence'] as const

export interface OutsideFormProps {
  readonly detail: ApprovalDetail
  readonly asked: NonNullable<ApprovalDetail['asked']>
  readonly today: Day
  readonly written: Written
  readonly onWritten: (written: Written) => void
  readonly recorder: Recorder
  readonly notice: 'changed' | 'busy' | 'offline' | 'signIn' | 'fault' | null
  /** To deciding it oneself; null: that isn't the reader's to do. */
  readonly onBack: (() => void) | null
  readonly onClose: ((said: DialogResult | null) => void) | null
}

export function OutsideForm(props: OutsideFormProps) {
  const { detail, asked, today, written, onWritten, recorder, notice, onBack, onClose } = props
  const styles = useStyles()
  const words = useWords()
  const titleId = useId()
  const form = useRef<HTMLElement>(null)
  /** What lacks is said once they press, and no sooner. */
  const [pressed, setPressed] = useState(false)
  const [last, setLast] = useState<Verdict>('approved')
  const { deciding, decide } = recorder
  const sending = deciding.state === 'sending' ? deciding.wanted.verdict : null
  const day = parseDayWords(written.day, today, 'past')
  const problems = {
    body: written.body.trim() === '' ? words.say('decide.outside.body.missing') : null,
    day:
      day === null
        ? words.say('decide.outside.day.missing')
        : day > today
          ? words.say('decide.outside.day.future')
          : null,
    evidence: written.evidence.trim() === '' ? words.say('decide.outside.evidence.missing') : null,
  }
  const focusOn = (name: (typeof NAMES)[number]): void =>
    form.current?.querySelector<HTMLElement>(`[name=${name}]`)?.focus()
  useEffect(() => {
    // Who pressed for it goes on in it; who only came to look is left at the top.
    if (onBack !== null) focusOn('body')
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once, when it opens
  }, [])

  const record = (verdict: Verdict): void => {
    if (sending !== null) return
    const wrong = NAMES.find((name) => problems[name] !== null)
    setPressed(true)
    if (wrong !== undefined || day === null) return focusOn(wrong ?? 'day')
    setLast(verdict)
    const { body, evidence } = written
    void decide({ hash: asked.hash, verdict, body: body.trim(), day, evidence: evidence.trim() })
  }
  /** What a field is given, whichever it is. */
  const shared = (name: (typeof NAMES)[number]) => ({
    name,
    value: written[name],
    readOnly: sending !== null,
    onChange: (_: unknown, data: { readonly value: string }) => onWritten({ ...written, [name]: data.value }),
  })
  const said = (name: (typeof NAMES)[number]) => ({
    label: words.say(`decide.outside.${name}`),
    validationMessage: pressed ? problems[name] : null,
  })
  const refused = deciding.state === 'refused' && notice === null ? words.refusal(deciding.refusal) : null
  const told =
    notice === null ? refused : words.say(notice === 'changed' ? 'decide.changed' : `decide.unclear.${notice}`)
  const isUnclear = deciding.state === 'unclear'
  return (
    <section ref={form} className={styles.form} aria-labelledby={titleId}>
      <h2 id={titleId} className={styles.title}>
        {words.say('decide.outside.title')}
      </h2>
      <p className={styles.quiet}>{words.say('decide.outside.lead')}</p>
      <Field {...said('body')} hint={words.say('decide.outside.body.hint')}>
        <Input {...shared('body')} maxLength={LONGEST_NAME} />
      </Field>
      <Field
        {...said('day')}
        hint={
          day === null ? words.say('decide.outside.day.hint') : `${words.day(day)} (${words.relativeDay(day, today)})`
        }
      >
        <Input {...shared('day')} autoComplete="off" />
      </Field>
      <Field {...said('evidence')} hint={words.say('decide.outside.evidence.hint')}>
        <Textarea {...shared('evidence')} rows={3} maxLength={LONGEST_EVIDENCE} />
      </Field>
      {told !== null && (
        <MessageBar intent="warning" layout="multiline" politeness="assertive">
          <MessageBarBody>{told}</MessageBarBody>
        </MessageBar>
      )}
      <div className={styles.buttons}>
        {isUnclear ? (
          <Button appearance="primary" size="large" className={styles.verdict} onClick={() => record(last)}>
            {words.say('decide.again')}
          </Button>
        ) : (
          (['approved', 'refused'] as const).map((verdict) => (
            <Button
              key={verdict}
              appearance={verdict === 'approved' ? 'primary' : 'secondary'}
              size="large"
              className={styles.verdict}
              disabledFocusable={sending !== null}
              onClick={() => record(verdict)}
            >
              {words.say(sending === verdict ? 'decide.outside.sending' : `decide.outside.${verdict}`)}
            </Button>
          ))
        )}
        {onBack && (
          <Button appearance="subtle" size="large" disabledFocusable={sending !== null} onClick={onBack}>
            {words.say('decide.outside.back')}
          </Button>
        )}
        {onClose && (
          <Button appearance="subtle" size="large" disabledFocusable={sending !== null} onClick={() => onClose(null)}>
            {words.say('decide.later')}
          </Button>
        )}
      </div>
      <p className={styles.quiet}>
        {words.say(`decide.nextStep.${detail.kind}`, {
          name: asked.askedBy ?? words.say('decide.them'),
          from: asked.from || words.say('decide.noDue'),
          to: asked.to ?? '',
        })}
      </p>
    </section>
  )
}
