/**
 * The numbered agenda of a meeting: items are added, put in order (by buttons, or Alt with the arrow keys), changed, put
 * off to the forward plan or taken off; and what waits in the forward plan is put on.
 */

import { Button, Field, Input, makeStyles, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { agendaOf, placeAfter, type Numbered } from '../../domain/meetingagenda.ts'
import { type } from '../design/scale.ts'
import { newCommandId } from '../register/sending.ts'
import { useWords } from '../words.tsx'
import { AgendaRow } from './AgendaRow.tsx'
import type { KeptItem, KeptMeeting, Room } from './room.ts'
import { useRowSender } from './sendingrows.ts'

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: '0', padding: '0' },
  none: { ...type.row, margin: `0 0 ${tokens.spacingVerticalM}`, color: tokens.colorNeutralForeground2 },
  add: { maxWidth: '32rem', marginTop: tokens.spacingVerticalM },
  forward: { marginTop: tokens.spacingVerticalL },
  title: { ...type.row, fontWeight: tokens.fontWeightSemibold, margin: `0 0 ${tokens.spacingVerticalXS}` },
  waiting: {
    ...type.row,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
    minHeight: '36px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  said: { ...type.label, margin: '0', minHeight: '16px', color: tokens.colorNeutralForeground2 },
})

const USUAL = ['apologies', 'minutes', 'matters', 'other', 'next'] as const

export interface AgendaProps {
  readonly room: Room
  readonly meeting: KeptMeeting
  readonly agenda: readonly Numbered<KeptItem>[]
  readonly mayWrite: boolean
}

export function Agenda({ room, meeting, agenda, mayWrite }: AgendaProps) {
  const words = useWords()
  const styles = useStyles()
  const [title, setTitle] = useState('')
  const [said, setSaid] = useState('')
  const { send, trouble } = useRowSender(room.agenda.keeping)
  const forward = agendaOf(room.agenda.values.values(), null)

  /** Before what comes last at every meeting; it is dragged on from there. */
  const add = async (): Promise<void> => {
    if (title.trim() === '') return
    const key = newCommandId()
    const place = placeAfter(agenda, agenda.length)
    setTitle('')
    if (!(await send({ kind: 'addItem', key, meeting: meeting.key, place, title }))) setTitle(title)
  }
  const beginUsual = (): void => {
    for (const [index, usual] of USUAL.entries()) {
      void send({
        kind: 'addItem',
        key: newCommandId(),
        meeting: meeting.key,
        place: index + 1,
        title: words.say(`meeting.agenda.usual.${usual}`),
        ...(usual === 'matters' ? { item: 'matters' as const } : {}),
      })
    }
  }
  const move = ({ number, item }: Numbered<KeptItem>, by: -1 | 1): void => {
    const to = number + by
    if (to < 1 || to > agenda.length) return
    const others = agenda.filter((each) => each.item !== item)
    const place = placeAfter(others, to - 1)
    setSaid(words.say('meeting.agenda.moved', { title: item.title, number: to }))
    void send({ kind: 'setItem', key: item.key, fields: { place } }, item)
  }
  return (
    <>
      {trouble && (
        <MessageBar intent="warning">
          <MessageBarBody>
            {trouble.state === 'stale' ? words.say('meeting.trouble.stale') : words.refusal(trouble.refusal)}
          </MessageBarBody>
        </MessageBar>
      )}
      {agenda.length === 0 && (
        <p className={styles.none}>
          {words.say('meeting.agenda.none')}{' '}
          {mayWrite && <Button onClick={beginUsual}>{words.say('meeting.agenda.usual')}</Button>}
        </p>
      )}
      <ol className={styles.list}>
        {agenda.map((each) => (
          <AgendaRow
            key={each.item.key}
            room={room}
            numbered={each}
            last={agenda.length}
            mayWrite={mayWrite}
            onMove={(by) => move(each, by)}
          />
        ))}
      </ol>
      <p className={styles.said} role="status">
        {said}
      </p>
      {mayWrite && (
        <Field
          label={words.say('meeting.agenda.add')}
          hint={words.say('meeting.agenda.addHint')}
          className={styles.add}
        >
          <Input
            value={title}
            onChange={(_, { value }) => setTitle(value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && !event.nativeEvent.isComposing) void add()
            }}
          />
        </Field>
      )}
      {(forward.length > 0 || mayWrite) && meeting.status !== 'closed' && (
        <section className={styles.forward} aria-label={words.say('meeting.plan.forward')}>
          <h3 className={styles.title}>{words.say('meeting.plan.forward')}</h3>
          {forward.length === 0 && <p className={styles.none}>{words.say('meeting.plan.forward.none')}</p>}
          <ul className={styles.list}>
            {forward.map(({ item }) => (
              <li key={item.key} className={styles.waiting}>
                <span>{item.title}</span>
                {mayWrite && (
                  <Button
                    size="small"
                    aria-label={`${words.say('meeting.plan.forward.take')}: ${item.title}`}
                    onClick={() =>
                      void send(
                        {
                          kind: 'setItem',
                          key: item.key,
                          fields: { meeting: meeting.key, place: placeAfter(agenda, agenda.length) },
                        },
                        item,
                      )
                    }
                  >
                    {words.say('meeting.plan.forward.take')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
