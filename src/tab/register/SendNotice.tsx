/**
 * How a send went, when it didn't: refused without a field of its own, not known to be saved, or overtaken by somebody
 * else, with both versions and a choice. The words themselves stay in their fields.
 */

import { Button, makeStyles, MessageBar, MessageBarActions, MessageBarBody, tokens } from '@fluentui/react-components'
import type { Action } from '../../domain/action.ts'
import { ownerWords } from '../../domain/owner.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import { PassageText } from '../design/PassageText.tsx'
import { type } from '../design/scale.ts'
import { useWords } from '../words.tsx'
import type { Sending } from './sending.ts'

export interface SendNoticeProps {
  readonly sending: Sending
  readonly snapshot: Snapshot
  /** Names of the fields that show their own refusals. */
  readonly fields: readonly string[]
  readonly onRetry: () => void
  /** Sends once more, based on what is there now. */
  readonly onSendAnyway: (now: Action) => void
  readonly onKeep: () => void
  readonly onDiscard: () => void
}

const useStyles = makeStyles({
  bar: { flexShrink: '0' },
  stale: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    border: `1px solid ${tokens.colorStatusWarningBorder1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorStatusWarningBackground1,
    color: tokens.colorNeutralForeground1,
  },
  title: { ...type.row, fontWeight: tokens.fontWeightSemibold, margin: '0' },
  text: { ...type.row, margin: '0' },
  both: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(150px, 1fr))',
    gap: tokens.spacingHorizontalM,
  },
  version: { ...type.row, overflowWrap: 'anywhere' },
  label: { ...type.label, color: tokens.colorNeutralForeground2, margin: '0' },
  choices: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
})

export function SendNotice(props: SendNoticeProps) {
  const { sending, snapshot, fields, onRetry, onSendAnyway, onKeep, onDiscard } = props
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
        <section className={styles.stale} role="alert">
          <h3 className={styles.title}>{words.say('composer.stale.title')}</h3>
          <p className={styles.text}>{words.say('composer.stale.text')}</p>
          <div className={styles.both}>
            <Version label={words.say('composer.stale.seen')} action={sending.seen} snapshot={snapshot} />
            <Version label={words.say('composer.stale.now')} action={sending.now} snapshot={snapshot} />
          </div>
          <div className={styles.choices}>
            <Button appearance="primary" size="small" onClick={() => onSendAnyway(sending.now)}>
              {words.say('composer.stale.send')}
            </Button>
            <Button size="small" onClick={onKeep}>
              {words.say('composer.stale.keep')}
            </Button>
            <Button size="small" appearance="subtle" onClick={onDiscard}>
              {words.say('composer.stale.discard')}
            </Button>
          </div>
        </section>
      )
  }
}

function Version({ label, action, snapshot }: { label: string; action: Action; snapshot: Snapshot }) {
  const words = useWords()
  const styles = useStyles()
  return (
    <div className={styles.version}>
      <p className={styles.label}>{label}</p>
      <div>{words.say(`status.${action.status}`)}</div>
      <div>{action.due ? words.dueStated(action.due) : words.say('register.noDue')}</div>
      <div>{action.owners.map((owner) => ownerWords(owner, snapshot)).join(', ')}</div>
      {action.latest?.next && <PassageText text={action.latest.next.words} />}
    </div>
  )
}
