/**
 * How a send went, when it didn't: refused without a field of its own, not known to be saved, or overtaken by somebody
 * else, with both versions and a choice. The words themselves stay in their fields.
 */

import { Button, makeStyles, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components'
import type { Action } from '../../domain/action.ts'
import type { Day } from '../../domain/day.ts'
import type { ActionRegister, Snapshot } from '../../domain/snapshot.ts'
import { useWords } from '../words.tsx'
import { Conflict } from './Conflict.tsx'
import type { Sending } from './sending.ts'

export interface SendNoticeProps {
  readonly sending: Sending
  readonly register: ActionRegister
  readonly snapshot: Snapshot
  readonly today: Day
  /** Names of the fields that show their own refusals. */
  readonly fields: readonly string[]
  readonly onRetry: () => void
  /** Sends once more, based on what is there now. */
  readonly onSendAnyway: (now: Action) => void
  readonly onKeep: () => void
  readonly onDiscard: () => void
}

const useStyles = makeStyles({ bar: { flexShrink: '0' } })

export function SendNotice(props: SendNoticeProps) {
  const { sending, register, snapshot, today, fields, onRetry, onSendAnyway, onKeep, onDiscard } = props
  const words = useWords()
  const styles = useStyles()
  switch (sending.state) {
    case 'idle':
    case 'sending':
      return null
    case 'refused':
      if (fields.includes(sending.refusal.field ?? '')) return null
      return (
        <MessageBar intent="error" layout="multiline" className={styles.bar}>
          <MessageBarBody>{words.refusal(sending.refusal)}</MessageBarBody>
        </MessageBar>
      )
    case 'unsaved':
      return (
        <MessageBar intent="warning" layout="multiline" className={styles.bar}>
          <MessageBarBody>
            {words.say(`composer.unsaved.${sending.because}`, {
              requestId: sending.requestId ?? words.say('register.state.noRequestId'),
            })}
          </MessageBarBody>
          <MessageBarActions>
            <Button size="small" onClick={onRetry}>
              {words.say('composer.retry')}
            </Button>
          </MessageBarActions>
        </MessageBar>
      )
    case 'stale':
      return (
        <Conflict
          register={register}
          snapshot={snapshot}
          today={today}
          command={sending.command}
          seen={sending.seen}
          now={sending.now}
          onSendAnyway={() => onSendAnyway(sending.now)}
          onKeep={onKeep}
          onDiscard={onDiscard}
        />
      )
  }
}
