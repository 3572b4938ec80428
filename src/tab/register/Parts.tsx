/**
 * The lettered parts of an action as a checklist, each with its own owners and due. Ticking one is a change like any: it
 * shows at once, is an entry of the history, and can be taken back.
 */

import { Checkbox, makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { Action, Part } from '../../domain/action.ts'
import type { Day } from '../../domain/day.ts'
import { ownerWords } from '../../domain/owner.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import { isOpen } from '../../domain/status.ts'
import { PassageText } from '../design/PassageText.tsx'
import { type } from '../design/scale.ts'
import type { OutboxRegister } from '../outbox/outbox.ts'
import { useWords } from '../words.tsx'
import { DeedButton, FormAt, useReveals } from './acting.tsx'
import { savedWords } from './deedwords.ts'
import { SendNotice } from './SendNotice.tsx'
import { newCommandId, useSender } from './sending.ts'
import { oppositeOf, type Done } from './undo.ts'

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: '0', padding: '0', display: 'flex', flexDirection: 'column' },
  part: { display: 'flex', alignItems: 'flex-start' },
  words: {
    ...type.row,
    flexGrow: '1',
    paddingTop: tokens.spacingVerticalSNudge,
    minWidth: '0',
    overflowWrap: 'anywhere',
  },
  edit: { marginTop: tokens.spacingVerticalXS },
  done: { color: tokens.colorNeutralForeground3 },
  facts: { ...type.label, color: tokens.colorNeutralForeground2 },
})

export interface PartsProps {
  readonly register: OutboxRegister
  readonly snapshot: Snapshot
  readonly action: Action
  readonly today: Day
  readonly nextMeeting: Day | null
  readonly onSaved: (done: Done) => void
}

export function Parts({ register, snapshot, action, today, nextMeeting, onSaved }: PartsProps) {
  const words = useWords()
  const styles = useStyles()
  const reveals = useReveals()
  const [turning, setTurning] = useState<{ readonly part: Part; readonly id: string } | null>(null)
  const { sending, post, reset } = useSender(register)

  const turn = async (part: Part, id: string, base: Action): Promise<void> => {
    setTurning({ part, id })
    const command = { kind: 'setPart', part } as const
    const opposite = oppositeOf(command, id, base, register.me(), words.say('acting.undo.reason'))
    const shown = await post({
      command: { ...command, id, action: action.id },
      seen: base,
      onSaved: (saved) =>
        onSaved({
          action: saved,
          said: savedWords(command, base, saved, { snapshot, words }),
          undo: opposite && { ...opposite, id: newCommandId(), action: action.id },
        }),
    })
    if (shown) setTurning(null)
  }
  const forget = (): void => {
    setTurning(null)
    reset()
  }

  return (
    <>
      <ul className={styles.list}>
        {action.parts.map((part) => {
          // A tick shows at once; where it can't go on its way, the notice says so and "go back" takes it back.
          const shown = turning?.part.letter === part.letter ? turning.part : part
          const facts = [
            ...part.owners.map((owner) => ownerWords(owner, snapshot)),
            ...(part.due ? [words.due(part.due, today, nextMeeting)] : []),
          ]
          return (
            <li key={part.letter} className={reveals}>
              <div className={styles.part}>
                <Checkbox
                  checked={shown.status === 'done'}
                  disabled={!isOpen(action) || sending.state === 'sending'}
                  aria-label={words.say('panel.part', { letter: part.letter })}
                  aria-describedby={`part-${action.id}-${part.letter}`}
                  onChange={(_, data) =>
                    void turn({ ...part, status: data.checked === true ? 'done' : 'open' }, newCommandId(), action)
                  }
                />
                <div id={`part-${action.id}-${part.letter}`} className={styles.words}>
                  <span className={shown.status === 'done' ? styles.done : undefined}>
                    ({part.letter}) <PassageText text={part.details} />
                  </span>
                  {facts.length > 0 && <div className={styles.facts}>{facts.join(' · ')}</div>}
                </div>
                <DeedButton deed="setPart" about={part.letter} className={styles.edit} />
              </div>
              <FormAt place={`part ${part.letter}`} />
            </li>
          )
        })}
      </ul>
      <SendNotice
        sending={sending}
        register={register}
        snapshot={snapshot}
        today={today}
        fields={[]}
        onRetry={() => turning && void turn(turning.part, turning.id, action)}
        onSendAnyway={(now) => turning && void turn(turning.part, turning.id, now)}
        onKeep={forget}
        onDiscard={forget}
      />
    </>
  )
}
