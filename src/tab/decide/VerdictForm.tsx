/** Approve or Refuse, with what happens then: at the foot, within the thumb's reach. What was written stays until it counts. */

import { Field, makeStyles, MessageBar, MessageBarBody, Textarea, tokens } from '@fluentui/react-components'
import { useRef, useState } from 'react'
import type { ApprovalDetail } from '../../contract/approvals.ts'
import { askedFoot } from '../design/askedpage.ts'
import { type } from '../design/scale.ts'
import type { DialogResult } from '../shell/teams.ts'
import { useWords } from '../words.tsx'
import type { Deciding, Verdict } from './deciding.ts'
import { VerdictButtons } from './VerdictButtons.tsx'

const useStyles = makeStyles({
  form: askedFoot,
  next: { ...type.label, margin: '0', color: tokens.colorNeutralForeground2 },
})

export interface VerdictFormProps {
  readonly detail: ApprovalDetail
  readonly asked: NonNullable<ApprovalDetail['asked']>
  readonly reason: string
  readonly onReason: (reason: string) => void
  readonly deciding: Deciding
  readonly notice: 'changed' | 'busy' | 'offline' | 'signIn' | 'fault' | null
  readonly onDecide: (verdict: Verdict) => void
  readonly onAgain: () => void
  readonly onClose: ((said: DialogResult | null) => void) | null
}

export function VerdictForm(props: VerdictFormProps) {
  const { detail, asked, reason, onReason, deciding, notice, onDecide, onAgain, onClose } = props
  const styles = useStyles()
  const words = useWords()
  const field = useRef<HTMLTextAreaElement>(null)
  const [missing, setMissing] = useState<Verdict | null>(null)
  const sending = deciding.state === 'sending' ? deciding.wanted.verdict : null
  const decide = (verdict: Verdict): void => {
    if (sending !== null) return
    if ((verdict === 'refused' || detail.lacking.length > 0) && reason.trim() === '') {
      setMissing(verdict)
      field.current?.focus()
      return
    }
    onDecide(verdict)
  }
  const name = asked.askedBy ?? words.say('decide.them')
  const dues = { from: asked.from || words.say('decide.noDue'), to: asked.to ?? '' }
  return (
    <section className={styles.form} aria-label={words.say('decide.words')}>
      {notice !== null && (
        <MessageBar intent="warning" layout="multiline" politeness="assertive">
          <MessageBarBody>
            {words.say(notice === 'changed' ? 'decide.changed' : `decide.unclear.${notice}`)}
          </MessageBarBody>
        </MessageBar>
      )}
      <Field
        label={words.say('decide.words')}
        hint={missing ? null : words.say(detail.lacking.length > 0 ? 'decide.words.hint.lacking' : 'decide.words.hint')}
        validationMessage={
          missing && words.say(missing === 'refused' ? 'decide.words.missing' : 'decide.words.missing.lacking')
        }
      >
        <Textarea
          ref={(element: HTMLTextAreaElement | null) => {
            field.current = element
          }}
          rows={2}
          value={reason}
          readOnly={sending !== null}
          maxLength={4000}
          onChange={(_, data) => {
            setMissing(null)
            onReason(data.value)
          }}
        />
      </Field>
      <VerdictButtons
        sending={sending}
        isUnclear={notice !== null && notice !== 'changed'}
        onPress={decide}
        onAgain={onAgain}
        onClose={onClose}
      />
      <p className={styles.next}>{words.say(`decide.nextStep.${detail.kind}`, { name, ...dues })}</p>
    </section>
  )
}
