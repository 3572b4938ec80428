/** What was done to the meeting itself, its agenda or its matters and isn't saved yet: how much, and each with its words. */

import { Button, makeStyles, MessageBar, MessageBarActions, MessageBarBody, tokens } from '@fluentui/react-components'
import { useId, useState } from 'react'
import type { MatterCommand } from '../../domain/matters.ts'
import type { MeetingCommand } from '../../domain/meeting.ts'
import type { AgendaCommand } from '../../domain/meetingagenda.ts'
import { type } from '../design/scale.ts'
import { isHeld, isUnderWay } from '../outbox/pump.ts'
import type { Words } from '../../words/words.ts'
import { useWords } from '../words.tsx'
import type { Room } from './room.ts'

const useStyles = makeStyles({
  bar: { flexShrink: '0', minHeight: '44px' },
  list: {
    listStyleType: 'none',
    margin: '0',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    maxHeight: '40vh',
    overflowY: 'auto',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  item: {
    ...type.row,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
    minHeight: '32px',
  },
  standing: { ...type.label, color: tokens.colorNeutralForeground2 },
  choices: { display: 'flex', gap: tokens.spacingHorizontalXS },
})

interface Line {
  readonly id: string
  readonly said: string
  readonly isHeld: boolean
  readonly isStale: boolean
  readonly keeping: { sendNow(): void; sendAnyway(id: string): void; takeBack(id: string): boolean }
}

export function RowsBar({ room }: { readonly room: Pick<Room, 'meetings' | 'agenda' | 'matters'> }) {
  const words = useWords()
  const styles = useStyles()
  const listId = useId()
  const [open, setOpen] = useState(false)
  const lines: readonly Line[] = [room.meetings, room.agenda, room.matters]
    .flatMap(({ unsent, keeping }) =>
      unsent.map((item) => ({
        id: item.command.id,
        said: saidOf(item.command, words),
        isHeld: isHeld(item),
        isStale: item.standing.state === 'stale',
        keeping,
        shown: isHeld(item) || !isUnderWay(item),
      })),
    )
    .filter(({ shown }) => shown)
  if (lines.length === 0) return null
  const held = lines.filter((line) => line.isHeld)
  const waiting = lines.length - held.length
  return (
    <>
      <MessageBar intent={held.length > 0 ? 'warning' : 'info'} layout="auto" className={styles.bar}>
        <MessageBarBody>
          {[
            ...(held.length > 0 ? [words.say('outbox.held', { count: held.length })] : []),
            ...(waiting > 0 ? [words.say('outbox.waits', { count: waiting })] : []),
          ].join(' ')}
        </MessageBarBody>
        <MessageBarActions>
          <Button size="small" aria-expanded={open} aria-controls={listId} onClick={() => setOpen(!open)}>
            {words.say(open ? 'outbox.hide' : 'outbox.show')}
          </Button>
          {waiting > 0 && (
            <Button size="small" onClick={() => lines.forEach(({ keeping }) => keeping.sendNow())}>
              {words.say('outbox.sendNow')}
            </Button>
          )}
        </MessageBarActions>
      </MessageBar>
      <ul id={listId} hidden={!open} className={styles.list} aria-label={words.say('unsent.list')}>
        {open &&
          lines.map(({ id, said, isStale, keeping }) => (
            <li key={id} className={styles.item}>
              <span>{said}</span>
              <span className={styles.choices}>
                {isStale && (
                  <Button size="small" onClick={() => keeping.sendAnyway(id)}>
                    {words.say('composer.stale.send')}
                  </Button>
                )}
                <Button
                  size="small"
                  aria-label={words.say('unsent.takeBack.label', { what: said })}
                  onClick={() => keeping.takeBack(id)}
                >
                  {words.say('unsent.takeBack')}
                </Button>
              </span>
            </li>
          ))}
      </ul>
    </>
  )
}

function saidOf(command: MeetingCommand | AgendaCommand | MatterCommand, words: Words): string {
  const what = words.say(`meeting.unsent.${command.kind}`)
  const text =
    command.kind === 'setItem'
      ? (command.fields.discussion ?? command.fields.title ?? '')
      : command.kind === 'addItem'
        ? command.title
        : command.kind === 'setMinuted'
          ? command.entry.words
          : command.kind === 'dealWith'
            ? command.deed.words
            : command.kind === 'setAttendance'
              ? command.entry.name
              : ''
  return text === '' ? what : `${what}: ${text}`
}
