/** Sends what a period gathered back to everybody, after saying to whom and how much of it there is. */

import { useState } from 'react'
import { returnEndpoints } from '../../contract/returns.ts'
import { completenessOf } from '../../domain/returntable.ts'
import { newCommandId } from '../register/sending.ts'
import type { Session } from '../session.ts'
import { ConfirmDialog } from '../shell/ConfirmDialog.tsx'
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
  const { asked, complete } = completenessOf(period.answers, period.due)
  return (
    <ConfirmDialog
      title={words.say('returns.circulate.title', { period: period.name })}
      labels={{
        do: words.say('returns.circulate.now'),
        doing: words.say('returns.circulate.sending'),
        leave: words.say('returns.cancel'),
      }}
      unreachable={words.say('returns.circulate.unreachable')}
      ask={() => session.api.ask(returnEndpoints.circulate, { key: group, period: period.request.key }, { id })}
      onDone={({ people }) => onCirculated(words.say('returns.circulated', { count: people }))}
      onClose={onClose}
    >
      <p>{words.say('returns.circulate.what', { count: asked, asked, complete })}</p>
    </ConfirmDialog>
  )
}
