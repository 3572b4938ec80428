/** A form in its place on the page: what it does, its fields, sending it and leaving it, and what went wrong. */

import { Button, MessageBar, MessageBarBody } from '@fluentui/react-components'
import { useEffect, useId, useRef, type ReactNode } from 'react'
import { useWords } from '../words.tsx'
import type { Sending } from './asking.ts'
import { useGuidanceStyles } from './guidancestyles.ts'

export interface FormFrameProps {
  readonly title: string
  readonly why?: string
  readonly does: string
  readonly sending: Sending
  readonly onSend: () => void
  readonly onLeave: () => void
  readonly children?: ReactNode
}

export function FormFrame({ title, why, does, sending, onSend, onLeave, children }: FormFrameProps) {
  const styles = useGuidanceStyles()
  const words = useWords()
  const titleId = useId()
  const heading = useRef<HTMLHeadingElement>(null)
  const busy = sending.state === 'saving'
  useEffect(() => heading.current?.focus(), [])
  return (
    <form
      className={styles.form}
      aria-labelledby={titleId}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy) onSend()
      }}
    >
      <h2 id={titleId} ref={heading} tabIndex={-1} className={styles.heading}>
        {title}
      </h2>
      {why !== undefined && <p className={styles.quiet}>{why}</p>}
      {children}
      <Trouble sending={sending} />
      <div className={styles.foot}>
        <Button type="submit" appearance="primary" disabledFocusable={busy}>
          {busy ? words.say('guidance.saving') : does}
        </Button>
        <Button appearance="subtle" onClick={onLeave}>
          {words.say('guidance.do.leave')}
        </Button>
      </div>
    </form>
  )
}

/** What became of the last press, where it didn't do what was asked. */
export function Trouble({ sending }: { readonly sending: Sending }) {
  const words = useWords()
  if (sending.state !== 'refused' && sending.state !== 'unreachable') return null
  return (
    <MessageBar intent="warning" layout="multiline" politeness="assertive">
      <MessageBarBody>
        {sending.state === 'refused' ? words.refusal(sending.refusal) : words.say('guidance.unreachable')}
      </MessageBarBody>
    </MessageBar>
  )
}
