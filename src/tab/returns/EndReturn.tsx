/** Ends a return, with the reason that stands with it; or takes one up again. What it gathered stays. */

import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { ReturnCommand, ReturnContent } from '../../domain/return.ts'
import { newCommandId } from '../register/sending.ts'
import { useWords } from '../words.tsx'

const useStyles = makeStyles({
  end: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalS,
    marginTop: tokens.spacingVerticalXXXL,
  },
  doors: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
})

export interface EndReturnProps {
  readonly returnKey: string
  readonly content: Pick<ReturnContent, 'ended'>
  readonly onSend: (command: ReturnCommand) => Promise<void>
}

export function EndReturn({ returnKey, content, onSend }: EndReturnProps) {
  const words = useWords()
  const styles = useStyles()
  const [reason, setReason] = useState<string | null>(null)
  const [isMissing, setMissing] = useState(false)
  const send = (command: Pick<ReturnCommand, 'kind'> & { reason?: string }): void =>
    void onSend({ ...command, id: newCommandId(), key: returnKey } as ReturnCommand)
  if (content.ended) {
    return (
      <div className={styles.end}>
        <Button onClick={() => send({ kind: 'resumeReturn' })}>{words.say('returns.editor.resume')}</Button>
      </div>
    )
  }
  if (reason === null) {
    return (
      <div className={styles.end}>
        <Button onClick={() => setReason('')}>{words.say('returns.editor.end')}</Button>
      </div>
    )
  }
  return (
    <div className={styles.end}>
      <Field
        label={words.say('returns.editor.end.why')}
        validationMessage={isMissing ? words.say('refusal.reasonMissing') : null}
      >
        <Input
          value={reason}
          onChange={(_, data) => {
            setReason(data.value)
            setMissing(false)
          }}
        />
      </Field>
      <div className={styles.doors}>
        <Button onClick={() => (reason.trim() === '' ? setMissing(true) : send({ kind: 'endReturn', reason }))}>
          {words.say('returns.editor.end.do')}
        </Button>
        <Button appearance="subtle" onClick={() => setReason(null)}>
          {words.say('returns.cancel')}
        </Button>
      </div>
    </div>
  )
}
