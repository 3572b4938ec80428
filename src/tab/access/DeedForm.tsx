/**
 * One step that ends or asks for something: revoke, withdraw, suspend, ask back. Says plainly what it does, then does it
 * with one press; what was written stays until it counts.
 */

import { Button, Field, makeStyles, MessageBar, MessageBarBody, Textarea, tokens } from '@fluentui/react-components'
import { useEffect, useId, useRef, useState } from 'react'
import type { NominationTold } from '../../contract/access.ts'
import { type } from '../design/scale.ts'
import { Escapes } from '../people/Escapes.tsx'
import type { Session } from '../session.ts'
import { useWords } from '../words.tsx'
import { useChanging } from './reading.ts'

export type Deed = 'revoke' | 'withdraw' | 'suspend' | 'askBack'

const useStyles = makeStyles({
  form: {
    ...type.row,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  title: { ...type.row, fontWeight: tokens.fontWeightSemibold, margin: '0', outlineStyle: 'none' },
  why: { ...type.row, margin: '0' },
  foot: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
})

export interface DeedFormProps {
  readonly session: Session
  readonly group: string
  readonly nomination: NominationTold
  readonly deed: Deed
  readonly onLeave: () => void
  readonly onDone: () => void
}

export function DeedForm({ session, group, nomination, deed, onLeave, onDone }: DeedFormProps) {
  const styles = useStyles()
  const words = useWords()
  const titleId = useId()
  const title = useRef<HTMLHeadingElement>(null)
  const field = useRef<HTMLTextAreaElement>(null)
  const [reason, setReason] = useState('')
  const [isMissing, setMissing] = useState(false)
  const { deciding, decide, again } = useChanging(session, group, nomination.key)
  useEffect(() => title.current?.focus(), [])
  const isDone = deciding.state === 'decided'
  useEffect(() => {
    if (isDone) onDone()
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once
  }, [isDone])
  const name = nomination.person.name
  const isSending = deciding.state === 'sending'
  const send = (): void => {
    if (isSending) return
    if (reason.trim() === '') {
      setMissing(true)
      field.current?.focus()
      return
    }
    void decide({ kind: deed === 'withdraw' ? 'revoke' : deed, words: reason.trim() })
  }
  return (
    <Escapes onEscape={onLeave}>
      <form
        className={styles.form}
        aria-labelledby={titleId}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          send()
        }}
      >
        <h3 id={titleId} ref={title} tabIndex={-1} className={styles.title}>
          {words.say(`access.${deed}.title`, { name })}
        </h3>
        {deed === 'revoke' ? (
          <MessageBar intent="warning" layout="multiline" politeness="polite">
            <MessageBarBody>{words.say('access.revoke.why', { name })}</MessageBarBody>
          </MessageBar>
        ) : (
          <p className={styles.why}>{words.say(`access.${deed}.why`, { name })}</p>
        )}
        <Field
          label={words.say('access.reason')}
          required
          hint={isMissing ? null : words.say('access.reason.hint')}
          validationMessage={isMissing ? words.say('access.reason.missing') : null}
        >
          <Textarea
            ref={(element: HTMLTextAreaElement | null) => {
              field.current = element
            }}
            rows={2}
            value={reason}
            maxLength={2000}
            readOnly={isSending}
            onChange={(_, data) => {
              setMissing(false)
              setReason(data.value)
            }}
          />
        </Field>
        {(deciding.state === 'refused' || deciding.state === 'unclear') && (
          <MessageBar intent="warning" layout="multiline" politeness="assertive">
            <MessageBarBody>
              {deciding.state === 'refused' ? words.refusal(deciding.refusal) : words.say('access.unreachable')}
            </MessageBarBody>
          </MessageBar>
        )}
        <div className={styles.foot}>
          {deciding.state === 'unclear' ? (
            <Button appearance="primary" onClick={again}>
              {words.say('decide.again')}
            </Button>
          ) : (
            <Button type="submit" appearance="primary" disabledFocusable={isSending}>
              {words.say(isSending ? 'access.saving' : `access.${deed}.do`)}
            </Button>
          )}
          <Button appearance="subtle" onClick={onLeave}>
            {words.say('access.leave')}
          </Button>
        </div>
      </form>
    </Escapes>
  )
}
