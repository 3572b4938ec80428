/** When and where a meeting is: of a new one, or changed. Days and times as people type them. */

import { Button, Field, Input, makeStyles, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components'
import { useState, type KeyboardEvent } from 'react'
import { parseDayWords } from '../../domain/duewords.ts'
import { meetingKeyOf, type MeetingFields } from '../../domain/meeting.ts'
import { type } from '../design/scale.ts'
import { newCommandId } from '../register/sending.ts'
import { isKey } from '../register/keys.ts'
import { useWords } from '../words.tsx'
import type { KeptMeeting, Room } from './room.ts'
import { useRowSender } from './sendingrows.ts'

const useStyles = makeStyles({
  form: {
    ...type.row,
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(11rem, 100%), 1fr))',
    alignItems: 'start',
    gap: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    padding: tokens.spacingHorizontalL,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow4,
  },
  wide: { gridColumn: '1 / -1' },
  foot: { gridColumn: '1 / -1', display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
})

const FIELDS = ['day', 'title', 'starts', 'ends', 'place', 'link'] as const
type Values = Readonly<Record<(typeof FIELDS)[number], string>>

export interface PlanFormProps {
  readonly room: Room
  /** Null: a new one. */
  readonly meeting: KeptMeeting | null
  readonly onLeave: () => void
  readonly onPlanned: (key: string) => void
}

export function PlanForm({ room, meeting, onLeave, onPlanned }: PlanFormProps) {
  const words = useWords()
  const styles = useStyles()
  /** As it was when one began to change it. */
  const [seen] = useState(meeting)
  const [values, setValues] = useState<Values>(() => ({
    day: meeting ? words.day(meeting.day) : '',
    title: meeting?.title ?? words.say('meeting.plan.name.first'),
    starts: meeting?.starts ?? '',
    ends: meeting?.ends ?? '',
    place: meeting?.place ?? '',
    link: meeting?.link ?? '',
  }))
  const [busy, setBusy] = useState(false)
  const { send, trouble, forget } = useRowSender(room.meetings.keeping)

  const submit = async (): Promise<void> => {
    if (busy) return
    setBusy(true)
    const fields: Omit<MeetingFields, 'secretary'> = {
      // What can't be read goes as it is: the rules refuse it and say so beside the field.
      day: parseDayWords(values.day, room.today) ?? values.day,
      title: values.title,
      starts: timeOf(values.starts),
      ends: timeOf(values.ends),
      place: values.place,
      link: values.link.trim(),
    }
    const key = meeting?.key ?? meetingKeyOf(fields.day, newCommandId())
    const changed = Object.fromEntries(
      Object.entries(fields).filter(([name, value]) => seen?.[name as keyof typeof fields] !== value),
    )
    const done = meeting
      ? await send({ kind: 'setMeeting', key, fields: changed }, seen ?? undefined)
      : await send({ kind: 'planMeeting', key, ...fields })
    setBusy(false)
    if (done) onPlanned(key)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented) return
    const isField = event.target instanceof HTMLInputElement
    if (isKey('save', event) || (isField && isKey('saveLine', event))) void submit()
    else if (isKey('leave', event)) onLeave()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const problem = (field: string): string | undefined =>
    trouble?.state === 'refused' && trouble.refusal.field === field ? words.refusal(trouble.refusal) : undefined
  const field = (name: keyof Values, label: string, hint?: string) => (
    <Field label={label} hint={hint ?? null} validationMessage={problem(name) ?? null}>
      <Input
        value={values[name]}
        readOnly={busy}
        onChange={(_, { value }) => {
          forget()
          setValues({ ...values, [name]: value })
        }}
      />
    </Field>
  )
  const isElsewhere =
    trouble !== null && !(trouble.state === 'refused' && FIELDS.some((name) => name === trouble.refusal.field))
  return (
    // Ctrl+Enter saves and Escape leaves from any field in it; there are buttons too.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      className={styles.form}
      aria-label={words.say(meeting ? 'meeting.plan.change' : 'meeting.plan')}
      onKeyDown={onKeyDown}
    >
      {field('day', words.say('meeting.plan.day'), words.say('meeting.plan.dayHint'))}
      {field('title', words.say('meeting.plan.name'))}
      {field('starts', words.say('meeting.plan.starts'), words.say('meeting.plan.timeHint'))}
      {field('ends', words.say('meeting.plan.ends'))}
      {field('place', words.say('meeting.plan.place'))}
      {field('link', words.say('meeting.plan.link'), words.say('meeting.plan.linkHint'))}
      {isElsewhere && (
        <MessageBar intent="error" className={styles.wide}>
          <MessageBarBody>
            {trouble.state === 'stale' ? words.say('meeting.trouble.stale') : words.refusal(trouble.refusal)}
          </MessageBarBody>
        </MessageBar>
      )}
      <div className={styles.foot}>
        <Button appearance="primary" disabledFocusable={busy} onClick={() => void submit()}>
          {words.say(meeting ? 'meeting.plan.save' : 'meeting.plan.do')}
        </Button>
        <Button appearance="subtle" onClick={onLeave}>
          {words.say('meeting.plan.leave')}
        </Button>
      </div>
    </section>
  )
}

/** `9:30` and `9.30` are times of day too. */
function timeOf(typed: string): string | null {
  const text = typed.trim()
  if (text === '') return null
  const [, hours = '', minutes = '00'] = /^(\d{1,2})(?:[:.](\d{2}))?$/.exec(text) ?? []
  return hours === '' ? text : `${hours.padStart(2, '0')}:${minutes}`
}
