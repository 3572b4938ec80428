/**
 * How a send went, when it didn't: refused without a field of its own, not known to be saved, or overtaken by somebody
 * else, with both versions and a choice. The words themselves stay in their fields.
 */

import { Button, makeStyles, MessageBar, MessageBarActions, MessageBarBody, tokens } from '@fluentui/react-components'
import type { Action } from '../../domain/action.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import { PassageText } from '../design/PassageText.tsx'
import { type } from '../design/scale.ts'
import { useWords } from '../words.tsx'
import { differencesOf } from './differences.ts'
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
  both: { width: '100%', tableLayout: 'fixed', borderCollapse: 'collapse' },
  version: {
    ...type.row,
    verticalAlign: 'top',
    padding: `${tokens.spacingVerticalXS} 0 0 ${tokens.spacingHorizontalS}`,
    overflowWrap: 'anywhere',
    whiteSpace: 'pre-wrap',
  },
  label: {
    ...type.label,
    color: tokens.colorNeutralForeground2,
    textAlign: 'left',
    verticalAlign: 'top',
    paddingTop: tokens.spacingVerticalXS,
    ':not(:first-child)': { paddingLeft: tokens.spacingHorizontalS },
  },
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
          <table className={styles.both}>
            <thead>
              <tr>
                <th scope="col" className={styles.label}>
                  {words.say('acting.differs.field')}
                </th>
                <th scope="col" className={styles.label}>
                  {words.say('composer.stale.seen')}
                </th>
                <th scope="col" className={styles.label}>
                  {words.say('composer.stale.now')}
                </th>
              </tr>
            </thead>
            <tbody>
              {differencesOf(sending.command, sending.seen, sending.now, snapshot, words).map(
                ({ field, seen, now }) => (
                  <tr key={field}>
                    <th scope="row" className={styles.label}>
                      {field}
                    </th>
                    <td className={styles.version}>
                      <PassageText text={seen} />
                    </td>
                    <td className={styles.version}>
                      <PassageText text={now} />
                    </td>
                  </tr>
                ),
              )}
            </tbody>
          </table>
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
