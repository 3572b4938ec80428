/** Asks once more before anything is destroyed: how much, of before when, and what is left of it. */

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
import { auditEndpoints, type RetentionTold } from '../../contract/audit.ts'
import type { RetainedList } from '../../domain/retention.ts'
import type { Session } from '../session.ts'
import { makeId } from '../shell/id.ts'
import { useWords } from '../words.tsx'
import { useAsking } from './asking.ts'

export type Due = Pick<RetentionTold['lists'][number], 'list' | 'before' | 'due'>

/** What is left of it, where that is more than its trace in the audit. */
const LEFT: Partial<Record<RetainedList, 'audit.dispose.audit' | 'audit.dispose.disclosures'>> = {
  audit: 'audit.dispose.audit',
  disclosures: 'audit.dispose.disclosures',
}

export interface DisposeDialogProps {
  readonly session: Session
  readonly group: string
  readonly due: Due
  readonly onClose: () => void
  readonly onDisposed: (told: RetentionTold) => void
}

export function DisposeDialog({ session, group, due, onClose, onDisposed }: DisposeDialogProps) {
  const words = useWords()
  /** One id for one intention: asked again after a lost answer, it is the same disposal. */
  const [commandId] = useState(makeId)
  const { asking, ask } = useAsking<RetentionTold>()
  const isAsking = asking.state === 'asking'
  const send = async (): Promise<void> => {
    const request = { commandId, list: due.list, before: due.before, count: due.due }
    const told = await ask(() => session.api.ask(auditEndpoints.dispose, { key: group }, request))
    if (told) onDisposed(told)
  }
  const problem =
    asking.state === 'refused'
      ? words.refusal(asking.refusal)
      : asking.state === 'unreachable'
        ? words.say('audit.unreachable')
        : null
  return (
    <Dialog open onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface lang={words.language}>
        <DialogBody>
          <DialogTitle>{words.say('audit.dispose.title', { count: due.due })}</DialogTitle>
          <DialogContent>
            <p>
              {words.say('audit.dispose.what', {
                list: words.say(`audit.list.${due.list}`),
                day: words.day(due.before),
              })}
            </p>
            <p>{words.say(LEFT[due.list] ?? 'audit.dispose.rows')}</p>
            <p>{words.say('audit.dispose.never')}</p>
            {problem !== null && (
              <MessageBar intent="warning" layout="multiline" politeness="assertive">
                <MessageBarBody>{problem}</MessageBarBody>
              </MessageBar>
            )}
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" disabledFocusable={isAsking} onClick={() => void send()}>
              {words.say(isAsking ? 'audit.dispose.doing' : 'audit.dispose.do')}
            </Button>
            <Button appearance="subtle" onClick={onClose}>
              {words.say('audit.dispose.leave')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
