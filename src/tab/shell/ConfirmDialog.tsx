/**
 * Asks once more before something is done that can't be undone, or that others hear of; stays, and says why, where it
 * wasn't done.
 */

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
import { useState, type ReactNode } from 'react'
import type { ServiceRefusal } from '../../contract/refusal.ts'
import type { Result } from '../../domain/result.ts'
import { useWords } from '../words.tsx'

export interface ConfirmDialogProps<Told> {
  readonly title: string
  /** What comes of it. */
  readonly children: ReactNode
  /** Of its two buttons, and of the first one while it is being done. */
  readonly labels: Readonly<Record<'do' | 'doing' | 'leave', string>>
  /** Said where no answer came. */
  readonly unreachable: string
  readonly ask: () => Promise<Result<Told, ServiceRefusal>>
  readonly onDone: (told: Told) => void
  readonly onClose: () => void
}

export function ConfirmDialog<Told>(props: ConfirmDialogProps<Told>) {
  const { title, children, labels, unreachable, ask, onDone, onClose } = props
  const words = useWords()
  const [isDoing, setDoing] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const send = async (): Promise<void> => {
    if (isDoing) return
    setDoing(true)
    setProblem(null)
    try {
      const answer = await ask()
      if (answer.ok) onDone(answer.value)
      else setProblem(words.refusal(answer.error))
    } catch {
      setProblem(unreachable)
    } finally {
      setDoing(false)
    }
  }
  return (
    <Dialog open onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface lang={words.language}>
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent>
            {children}
            {problem !== null && (
              <MessageBar intent="warning" layout="multiline" politeness="assertive">
                <MessageBarBody>{problem}</MessageBarBody>
              </MessageBar>
            )}
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" disabledFocusable={isDoing} onClick={() => void send()}>
              {isDoing ? labels.doing : labels.do}
            </Button>
            <Button appearance="subtle" onClick={onClose}>
              {labels.leave}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
