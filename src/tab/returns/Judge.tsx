/** What an analyst does about an answer: accepts it, or returns it and says what has to be put right. */

import { Button, Field, makeStyles, Textarea, tokens } from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'
import { isComplete, type ReturnAnswer } from '../../domain/returntable.ts'
import { useWords } from '../words.tsx'

const useStyles = makeStyles({
  doors: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, minWidth: '16rem' },
})

export interface JudgeProps {
  readonly answer: ReturnAnswer
  readonly name: string
  readonly onAccept: () => void
  readonly onReturn: (reason: string) => void
}

export function Judge({ answer, name, onAccept, onReturn }: JudgeProps) {
  const words = useWords()
  const styles = useStyles()
  const [reason, setReason] = useState<string | null>(null)
  const [isMissing, setMissing] = useState(false)
  const input = useRef<HTMLTextAreaElement>(null)
  const isAsking = reason !== null
  useEffect(() => {
    if (isAsking) input.current?.focus()
  }, [isAsking])
  if (!isComplete(answer)) return null
  if (!isAsking) {
    return (
      <div className={styles.doors}>
        {answer.state !== 'accepted' && (
          <Button size="small" aria-label={words.say('returns.accept.of', { organisation: name })} onClick={onAccept}>
            {words.say('returns.accept')}
          </Button>
        )}
        <Button
          size="small"
          appearance="subtle"
          aria-label={words.say('returns.return.of', { organisation: name })}
          onClick={() => setReason('')}
        >
          {words.say('returns.return')}
        </Button>
      </div>
    )
  }
  const send = (): void => {
    if (reason.trim() === '') {
      setMissing(true)
      input.current?.focus()
      return
    }
    onReturn(reason.trim())
    setReason(null)
  }
  return (
    <div className={styles.form}>
      <Field
        label={words.say('returns.return.why', { organisation: name })}
        validationMessage={isMissing ? words.say('refusal.reasonMissing') : null}
      >
        <Textarea
          textarea={{ ref: input }}
          value={reason}
          onChange={(_, data) => {
            setReason(data.value)
            setMissing(false)
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return
            event.stopPropagation()
            setReason(null)
          }}
        />
      </Field>
      <div className={styles.doors}>
        <Button size="small" appearance="primary" onClick={send}>
          {words.say('returns.return.send')}
        </Button>
        <Button size="small" appearance="subtle" onClick={() => setReason(null)}>
          {words.say('returns.cancel')}
        </Button>
      </div>
    </div>
  )
}
