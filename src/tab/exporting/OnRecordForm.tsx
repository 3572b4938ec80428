/** Asks for whom something is taken out: that stands on record, as a disclosure, before there is any file. */

import { Button, Field, Input, makeStyles, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components'
import { useState, type ReactNode } from 'react'
import type { ServiceRefusal } from '../../contract/refusal.ts'
import type { Result } from '../../domain/result.ts'
import { useSender } from '../decide/deciding.ts'
import { type } from '../design/scale.ts'
import { useWords } from '../words.tsx'

const useStyles = makeStyles({
  why: { ...type.row, margin: '0', color: tokens.colorNeutralForeground2 },
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  foot: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
})

export interface OnRecordFormProps<Told> {
  readonly why: string
  /** An example of whom it may be for. */
  readonly hint: string
  /** What the button says, and says meanwhile. */
  readonly label: string
  readonly busy: string
  readonly send: (request: { readonly to: string; readonly commandId: string }) => Promise<Result<Told, ServiceRefusal>>
  /** What there is once it is on record. */
  readonly renderDone: (told: Told) => ReactNode
  readonly onClose: () => void
}

export function OnRecordForm<Told>({ why, hint, label, busy, send, renderDone, onClose }: OnRecordFormProps<Told>) {
  const styles = useStyles()
  const words = useWords()
  const [to, setTo] = useState('')
  const [isMissing, setMissing] = useState(false)
  const { deciding, decide, again } = useSender<{ readonly to: string }, Told>(send)
  const isSending = deciding.state === 'sending'
  const isDone = deciding.state === 'decided'
  return (
    <>
      <p className={styles.why}>{why}</p>
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (isSending || isDone) return
          if (to.trim() === '') setMissing(true)
          else void decide({ to: to.trim() })
        }}
      >
        <Field
          label={words.say('report.onRecord.to')}
          required
          hint={isMissing ? null : hint}
          validationMessage={isMissing ? words.say('report.onRecord.missing') : null}
        >
          <Input
            value={to}
            maxLength={200}
            autoComplete="off"
            readOnly={isSending || isDone}
            onChange={(_, data) => {
              setMissing(false)
              setTo(data.value)
            }}
          />
        </Field>
        {(deciding.state === 'refused' || deciding.state === 'unclear') && (
          <MessageBar intent="warning" layout="multiline" politeness="assertive">
            <MessageBarBody>
              {deciding.state === 'refused' ? words.refusal(deciding.refusal) : words.say('report.onRecord.fault')}
            </MessageBarBody>
          </MessageBar>
        )}
        {isDone && renderDone(deciding.decided)}
        <div className={styles.foot}>
          {deciding.state === 'unclear' && (
            <Button appearance="primary" onClick={again}>
              {words.say('decide.again')}
            </Button>
          )}
          {!isDone && deciding.state !== 'unclear' && (
            <Button type="submit" appearance="primary" disabledFocusable={isSending}>
              {isSending ? busy : label}
            </Button>
          )}
          <Button appearance={isDone ? 'secondary' : 'subtle'} onClick={onClose}>
            {words.say(isDone ? 'decide.close' : 'access.leave')}
          </Button>
        </div>
      </form>
    </>
  )
}
