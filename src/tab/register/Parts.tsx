/** The lettered parts of an action as a checklist, each with its own owners and due; ticking one is a change like any. */

import { Checkbox, makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { Action, Part } from '../../domain/action.ts'
import type { Day } from '../../domain/day.ts'
import { ownerWords } from '../../domain/owner.ts'
import type { ActionRegister, Snapshot } from '../../domain/snapshot.ts'
import { isOpen } from '../../domain/status.ts'
import { PassageText } from '../design/PassageText.tsx'
import { type } from '../design/scale.ts'
import { useWords } from '../words.tsx'
import { SendNotice } from './SendNotice.tsx'
import { newCommandId, useSender } from './sending.ts'

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: '0', padding: '0', display: 'flex', flexDirection: 'column' },
  part: { display: 'flex', alignItems: 'flex-start' },
  words: { ...type.row, paddingTop: '6px', minWidth: '0', overflowWrap: 'anywhere' },
  done: { color: tokens.colorNeutralForeground3 },
  facts: { ...type.label, color: tokens.colorNeutralForeground2 },
})

export interface PartsProps {
  readonly register: ActionRegister
  readonly snapshot: Snapshot
  readonly action: Action
  readonly today: Day
  readonly nextMeeting: Day | null
  readonly onSaved: (action: Action) => void
}

export function Parts({ register, snapshot, action, today, nextMeeting, onSaved }: PartsProps) {
  const words = useWords()
  const styles = useStyles()
  const [turning, setTurning] = useState<{ readonly part: Part; readonly id: string } | null>(null)
  const { sending, send, reset } = useSender(register, onSaved)

  const turn = async (part: Part, id: string, base: Action): Promise<void> => {
    setTurning({ part, id })
    const saved = await send({ kind: 'setPart', id, action: action.id, part }, base)
    if (saved) setTurning(null)
  }
  const forget = (): void => {
    setTurning(null)
    reset()
  }

  return (
    <>
      <ul className={styles.list}>
        {action.parts.map((part) => {
          // A tick shows at once; should it not be saved, the notice says so and it goes back with "go back".
          const shown = turning?.part.letter === part.letter ? turning.part : part
          const facts = [
            ...part.owners.map((owner) => ownerWords(owner, snapshot)),
            ...(part.due ? [words.due(part.due, today, nextMeeting)] : []),
          ]
          return (
            <li key={part.letter} className={styles.part}>
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
            </li>
          )
        })}
      </ul>
      <SendNotice
        sending={sending}
        snapshot={snapshot}
        fields={[]}
        onRetry={() => turning && void turn(turning.part, turning.id, action)}
        onSendAnyway={(now) => turning && void turn(turning.part, turning.id, now)}
        onKeep={forget}
        onDiscard={forget}
      />
    </>
  )
}
