/** Asks once more before anything is destroyed: how much, of before when, and what is left of it. */

import { useState } from 'react'
import { auditEndpoints, type RetentionTold } from '../../contract/audit.ts'
import type { RetainedList } from '../../domain/retention.ts'
import type { Session } from '../session.ts'
import { ConfirmDialog } from '../shell/ConfirmDialog.tsx'
import { makeId } from '../shell/id.ts'
import { useWords } from '../words.tsx'

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
  const { list, before, due: count } = due
  return (
    <ConfirmDialog
      title={words.say('audit.dispose.title', { count })}
      labels={{
        do: words.say('audit.dispose.do'),
        doing: words.say('audit.dispose.doing'),
        leave: words.say('audit.dispose.leave'),
      }}
      unreachable={words.say('audit.unreachable')}
      ask={() => session.api.ask(auditEndpoints.dispose, { key: group }, { commandId, list, before, count })}
      onDone={onDisposed}
      onClose={onClose}
    >
      <p>{words.say('audit.dispose.what', { list: words.say(`audit.list.${list}`), day: words.day(before) })}</p>
      <p>{words.say(LEFT[list] ?? 'audit.dispose.rows')}</p>
      <p>{words.say('audit.dispose.never')}</p>
    </ConfirmDialog>
  )
}
