/**
 * Above the register, while something waits: how much, and the way to it. What is only under way isn't mentioned; its
 * rows say so. Opened, it lists what waits, each thing with its own words.
 */

import { Button, makeStyles, MessageBar, MessageBarActions, MessageBarBody, tokens } from '@fluentui/react-components'
import { useId, useState } from 'react'
import type { ActionId } from '../../domain/action.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import { useWords } from '../words.tsx'
import { OutboxList } from './OutboxList.tsx'
import type { OutboxRegister } from './outbox.ts'
import { isHeld, isUnderWay } from './pump.ts'
import { isOnDevice, type Unsent } from './unsent.ts'

const useStyles = makeStyles({
  bar: { flexShrink: '0', minHeight: '44px' },
  list: {
    maxHeight: '40vh',
    overflowY: 'auto',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    flexShrink: '0',
  },
})

export interface OutboxBarProps {
  readonly register: OutboxRegister
  readonly snapshot: Snapshot
  readonly unsent: readonly Unsent[]
  readonly onOpen: (action: ActionId) => void
  readonly onTakeBack: (item: Unsent) => void
}

export function OutboxBar({ register, snapshot, unsent, onOpen, onTakeBack }: OutboxBarProps) {
  const words = useWords()
  const styles = useStyles()
  const listId = useId()
  const [open, setOpen] = useState(false)
  const held = unsent.filter(isHeld)
  const waiting = unsent.filter((item) => !isHeld(item) && !isUnderWay(item))
  if (held.length + waiting.length === 0) return null
  const denied = waiting.some(({ standing }) => standing.state === 'unsaved' && standing.because === 'denied')
  const said = [
    ...(held.length > 0 ? [words.say('outbox.held', { count: held.length })] : []),
    ...(waiting.length > 0
      ? [words.say(denied ? 'outbox.waits.denied' : 'outbox.waits', { count: waiting.length })]
      : []),
    ...(unsent.every((item) => isOnDevice(item, snapshot)) ? [] : [words.say('outbox.waits.memory')]),
  ]
  return (
    <>
      <MessageBar intent={held.length > 0 || denied ? 'warning' : 'info'} layout="auto" className={styles.bar}>
        <MessageBarBody>{said.join(' ')}</MessageBarBody>
        <MessageBarActions>
          <Button size="small" aria-expanded={open} aria-controls={listId} onClick={() => setOpen(!open)}>
            {words.say(open ? 'outbox.hide' : 'outbox.show')}
          </Button>
          {waiting.length > 0 && (
            <Button size="small" onClick={() => register.sendNow()}>
              {words.say('outbox.sendNow')}
            </Button>
          )}
        </MessageBarActions>
      </MessageBar>
      <div id={listId} hidden={!open} className={styles.list}>
        {open && (
          <OutboxList register={register} snapshot={snapshot} unsent={unsent} onOpen={onOpen} onTakeBack={onTakeBack} />
        )}
      </div>
    </>
  )
}
