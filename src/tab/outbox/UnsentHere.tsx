/**
 * At the head of an action's panel: what was done to it and isn't saved, where somebody has to know or to decide. What
 * was overtaken stands there with both versions; taken back, words return to the form in which they were written.
 */

import { Button, makeStyles, MessageBar, MessageBarActions, MessageBarBody, tokens } from '@fluentui/react-components'
import type { Action } from '../../domain/action.ts'
import type { Day } from '../../domain/day.ts'
import { aboutOf } from '../../domain/command.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import { Conflict } from '../register/Conflict.tsx'
import { useUnsent } from '../register/registerstate.ts'
import { useWords } from '../words.tsx'
import type { OutboxRegister } from './outbox.ts'
import { isUnderWay } from './pump.ts'
import type { Unsent } from './unsent.ts'
import { deedWords, standingWords, textOf } from './unsentwords.ts'

const useStyles = makeStyles({
  here: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  deed: { fontWeight: tokens.fontWeightSemibold },
})

export interface UnsentHereProps {
  readonly register: OutboxRegister
  readonly snapshot: Snapshot
  readonly action: Action
  readonly today: Day
  readonly onTakeBack: (item: Unsent) => void
}

export function UnsentHere({ register, snapshot, action, today, onTakeBack }: UnsentHereProps) {
  const words = useWords()
  const styles = useStyles()
  const shown = useUnsent(register).filter((item) => aboutOf(item.command) === action.id && !isUnderWay(item))
  if (shown.length === 0) return null
  const takeBack = (item: Unsent, keepWords: boolean): void => {
    const back = register.takeBack(item.command.id)
    if (back) onTakeBack(keepWords ? back : { ...back, form: null })
  }
  return (
    <div className={styles.here}>
      {shown.map((item) => {
        const { standing, command } = item
        if (standing.state === 'stale') {
          return (
            <Conflict
              key={command.id}
              register={register}
              snapshot={snapshot}
              today={today}
              command={command}
              seen={standing.seen}
              now={standing.now}
              onSendAnyway={() => register.sendAnyway(command.id)}
              onKeep={item.form ? () => takeBack(item, true) : null}
              onDiscard={() => takeBack(item, false)}
            />
          )
        }
        return (
          <MessageBar key={command.id} intent={standing.state === 'refused' ? 'error' : 'warning'} layout="multiline">
            <MessageBarBody>
              <span className={styles.deed}>{deedWords(command, words)}</span> {textOf(command, snapshot, words)}
              <div>{standingWords(item, action.reference, words)}</div>
            </MessageBarBody>
            <MessageBarActions>
              {standing.state === 'unsaved' && (
                <Button size="small" onClick={() => register.sendNow()}>
                  {words.say('outbox.sendNow')}
                </Button>
              )}
              {item.form && (
                <Button size="small" disabledFocusable={item.inDoubt} onClick={() => takeBack(item, true)}>
                  {words.say('unsent.edit')}
                </Button>
              )}
              <Button
                size="small"
                appearance="subtle"
                disabledFocusable={item.inDoubt}
                onClick={() => takeBack(item, false)}
              >
                {words.say('unsent.discard')}
              </Button>
            </MessageBarActions>
          </MessageBar>
        )
      })}
    </div>
  )
}
