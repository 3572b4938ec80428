/** Deciding on a version or its interim position: why one may not, or a reason and two buttons, and what happens next. */

import { Button, Field, MessageBar, MessageBarBody, Textarea } from '@fluentui/react-components'
import { useState } from 'react'
import type { VersionTold } from '../../contract/guidance.ts'
import { useWords } from '../words.tsx'
import { useSender, type Place } from './asking.ts'
import { Trouble } from './FormFrame.tsx'
import { awaitedOf } from './shown.ts'
import { useGuidanceStyles } from './guidancestyles.ts'

export interface VerdictProps {
  readonly place: Place
  readonly version: VersionTold
  readonly asked: VersionTold['asked'][number]
  readonly onDecided?: (verdict: 'approved' | 'refused') => void
  readonly onLater?: (() => void) | null
}

export function Verdict({ place, version, asked, onDecided, onLater = null }: VerdictProps) {
  const styles = useGuidanceStyles()
  const words = useWords()
  const { sending, decide, touch } = useSender(place)
  const [reason, setReason] = useState('')
  const [isMissing, setMissing] = useState(false)
  const { number } = version
  const { part, hash, whyNot } = asked
  const busy = sending.state === 'saving'
  const send = async (verdict: 'approved' | 'refused'): Promise<void> => {
    if (busy) return
    if (verdict === 'refused' && reason.trim() === '') return setMissing(true)
    if (await decide({ number, part, hash, verdict, reason })) onDecided?.(verdict)
  }
  const why = whyNot !== null && whyNot !== 'notApprover' && (
    <MessageBar intent="info" layout="multiline" politeness="polite">
      <MessageBarBody>
        {words.say(`guidance.decide.why.${whyNot}`, { bodies: words.list(awaitedOf(version)) })}
      </MessageBarBody>
    </MessageBar>
  )
  // Whose it is to agree stands above already.
  if (whyNot === 'notApprover') return null
  // Who waits for a body may send it back all the same.
  if (whyNot === 'askedYourself') return why
  return (
    <div className={styles.block}>
      {whyNot === null && <h3 className={styles.heading}>{words.say(`guidance.decide.title.${part}`, { number })}</h3>}
      {why}
      <Field
        label={words.say('guidance.decide.reason')}
        hint={words.say('guidance.decide.reason.hint')}
        validationMessage={isMissing ? words.say('guidance.decide.reason.missing') : null}
      >
        <Textarea
          value={reason}
          rows={2}
          resize="vertical"
          readOnly={busy}
          onChange={(_, data) => {
            touch()
            setMissing(false)
            setReason(data.value)
          }}
        />
      </Field>
      <Trouble sending={sending} />
      <div className={styles.foot}>
        {whyNot === null && (
          <Button appearance="primary" size="large" disabledFocusable={busy} onClick={() => void send('approved')}>
            {busy ? words.say('guidance.saving') : words.say(`guidance.decide.approve.${part}`)}
          </Button>
        )}
        <Button size="large" disabledFocusable={busy} onClick={() => void send('refused')}>
          {words.say(`guidance.decide.refuse.${part}`)}
        </Button>
        {onLater && (
          <Button appearance="subtle" size="large" onClick={onLater}>
            {words.say('guidance.decide.later')}
          </Button>
        )}
      </div>
      {whyNot === null && <p className={styles.quiet}>{words.say(`guidance.decide.next.${part}`)}</p>}
    </div>
  )
}
