/** Sends what a period gathered back to everybody, after saying to whom and how much of it there is. */

import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  MessageBar,
  MessageBarBody,
} from '@fluentui/react-components'
import { useState } from 'react'
import { returnEndpoints } from '../../contract/returns.ts'
import { completenessOf } from '../../domain/returntable.ts'
import { newCommandId } from '../register/sending.ts'
import type { Session } from '../session.ts'
import { useWords } from '../words.tsx'
import type { ShownPeriod } from './shown.ts'

export interface CirculateDialogProps {
  readonly session: Pick<Session, 'api'>
  readonly group: string
  readonly period: ShownPeriod
  readonly onClose: () => void
  readonly onCirculated: (said: string) => void
}

export function CirculateDialog({ session, group, period, onClose, onCirculated }: CirculateDialogProps) {
  const words = useWords()
  /** One id for one intention: asked again after a lost answer, it is the same circulation. */
  const [id] = useState(newCommandId)
  const [isSending, setSending] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const { asked, complete } = completenessOf(period.answers, period.due)

  const send = async (): Promise<void> => {
    if (isSending) return
    setSending(true)
    setProblem(null)
    try {
      const answer = await session.api.ask(
        returnEndpoints.circulate,
        { key: group, period: period.request.key },
        { id },
      )
      if (answer.ok) onCirculated(words.say('returns.circulated', { count: answer.value.people }))
      else setProblem(words.refusal(answer.error))
    } catch {
      setProblem(words.say('returns.circulate.unreachable'))
    } finally {
      setSending(false)
    }
  }

  return (
    <Dialog open onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface lang={words.language}>
        <DialogBody>
          <DialogTitle>{words.say('returns.circulate.title', { period: period.name })}</DialogTitle>
          <DialogContent>
            <p>{words.say('returns.circulate.what', { count: asked, asked, complete })}</p>
            {problem !== null && (
              <MessageBar intent="warning" layout="multiline" politeness="assertive">
                <MessageBarBody>{problem}</MessageBarBody>
              </MessageBar>
            )}
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" disabledFocusable={isSending} onClick={() => void send()}>
              {words.say(isSending ? 'returns.circulate.sending' : 'returns.circulate.now')}
            </Button>
            <Button appearance="subtle" onClick={onClose}>
              {words.say('returns.cancel')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
