/** What an item is called, who presents it, its papers, and who got which of them when. */

import { Button, Field, Input, makeStyles, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { Owner } from '../../domain/action.ts'
import { type } from '../design/scale.ts'
import { OwnerPicker } from '../register/OwnerPicker.tsx'
import { newCommandId } from '../register/sending.ts'
import { useWords } from '../words.tsx'
import type { KeptItem, Room } from './room.ts'
import { useRowSender } from './sendingrows.ts'

const useStyles = makeStyles({
  form: {
    ...type.row,
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(16rem, 100%), 1fr))',
    alignItems: 'start',
    gap: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    margin: `0 0 ${tokens.spacingVerticalM}`,
    padding: tokens.spacingHorizontalL,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  wide: { gridColumn: '1 / -1' },
  heading: { ...type.label, gridColumn: '1 / -1', margin: '0', fontWeight: tokens.fontWeightSemibold },
  row: { gridColumn: '1 / -1', display: 'flex', flexWrap: 'wrap', alignItems: 'end', gap: tokens.spacingHorizontalM },
  field: { flex: '1 1 12rem' },
})

export interface ItemFormProps {
  readonly room: Room
  readonly item: KeptItem
  readonly onLeave: () => void
}

export function ItemForm({ room, item, onLeave }: ItemFormProps) {
  const { snapshot, today } = room
  const words = useWords()
  const styles = useStyles()
  const [seen] = useState(item)
  const [title, setTitle] = useState(item.title)
  const [presenter, setPresenter] = useState<readonly Owner[]>(item.presenter ? [item.presenter] : [])
  const [paper, setPaper] = useState({ title: '', link: '' })
  const { send, trouble } = useRowSender(room.agenda.keeping)

  const submit = async (): Promise<void> => {
    const fields = {
      ...(title === seen.title ? {} : { title }),
      ...((presenter[0] ?? null) === seen.presenter ? {} : { presenter: presenter[0] ?? null }),
    }
    if (paper.title.trim() !== '' && !(await addPaper())) return
    if (Object.keys(fields).length === 0 || (await send({ kind: 'setItem', key: item.key, fields }, seen))) onLeave()
  }
  const addPaper = async (): Promise<boolean> => {
    const id = newCommandId()
    const done = await send({ kind: 'setPaper', key: item.key, paper: { id, ...paper }, was: null })
    if (done) setPaper({ title: '', link: '' })
    return done
  }
  return (
    <section className={styles.form} aria-label={words.say('meeting.agenda.edit', { title: item.title })}>
      {trouble && (
        <MessageBar intent="error" className={styles.wide}>
          <MessageBarBody>
            {trouble.state === 'stale' ? words.say('meeting.trouble.stale') : words.refusal(trouble.refusal)}
          </MessageBarBody>
        </MessageBar>
      )}
      <Field label={words.say('meeting.item.title')}>
        <Input value={title} onChange={(_, { value }) => setTitle(value)} />
      </Field>
      <OwnerPicker
        label={words.say('meeting.item.presenter')}
        snapshot={snapshot}
        owners={presenter}
        onChange={(owners) => setPresenter(owners.slice(-1))}
      />
      <h4 className={styles.heading}>{words.say('meeting.papers')}</h4>
      {item.papers.map((each) => (
        <Giving
          key={each.id}
          title={each.title}
          room={room}
          onGive={(to, how) =>
            send({
              kind: 'givePaper',
              key: item.key,
              paper: each.id,
              given: to.map((owner) => ({ to: owner, on: today, how })),
            })
          }
        />
      ))}
      <div className={styles.row}>
        <Field className={styles.field} label={words.say('meeting.paper.title')}>
          <Input value={paper.title} onChange={(_, { value }) => setPaper({ ...paper, title: value })} />
        </Field>
        <Field className={styles.field} label={words.say('meeting.paper.link')}>
          <Input
            value={paper.link}
            placeholder="https://"
            onChange={(_, { value }) => setPaper({ ...paper, link: value })}
          />
        </Field>
        <Button onClick={() => void addPaper()}>{words.say('meeting.paper.add')}</Button>
      </div>
      <div className={styles.row}>
        <Button appearance="primary" onClick={() => void submit()}>
          {words.say('meeting.plan.save')}
        </Button>
        <Button appearance="subtle" onClick={onLeave}>
          {words.say('meeting.plan.leave')}
        </Button>
      </div>
    </section>
  )
}

interface GivingProps {
  readonly title: string
  readonly room: Room
  readonly onGive: (to: readonly Owner[], how: string) => Promise<boolean>
}

/** Who got one paper, and how; the day is today. */
function Giving({ title, room: { snapshot }, onGive }: GivingProps) {
  const words = useWords()
  const styles = useStyles()
  const [to, setTo] = useState<readonly Owner[]>([])
  const [how, setHow] = useState('')
  const everybody = [...snapshot.organisations.keys()].map((organisation) => ({ organisation }))
  return (
    <div className={styles.row} role="group" aria-label={words.say('meeting.paper.give', { title })}>
      <div className={styles.field}>
        <OwnerPicker
          label={`${title}: ${words.say('meeting.paper.to')}`}
          snapshot={snapshot}
          owners={to}
          onChange={setTo}
        />
      </div>
      <Button onClick={() => setTo(everybody)}>{words.say('meeting.paper.everybody')}</Button>
      <Field className={styles.field} label={words.say('meeting.paper.how')}>
        <Input
          value={how}
          placeholder={words.say('meeting.paper.howHint')}
          onChange={(_, { value }) => setHow(value)}
        />
      </Field>
      <Button
        disabledFocusable={to.length === 0}
        onClick={() => void onGive(to, how).then((done) => done && setTo([]))}
      >
        {words.say('meeting.paper.giveDo')}
      </Button>
    </div>
  )
}
