/** Where a coordinator writes down one recommendation of a report, as it is printed there. */

import { Field, Input, makeStyles, Select, Textarea, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { KINDS, type Deadline, type Kind, type Owner } from '../../domain/action.ts'
import type { Day } from '../../domain/day.ts'
import { parseDueWords } from '../../domain/duewords.ts'
import { nextMeetingDay } from '../../domain/group.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import type { OutboxRegister } from '../outbox/outbox.ts'
import { DueField } from '../register/DueField.tsx'
import { OwnerPicker } from '../register/OwnerPicker.tsx'
import { newCommandId } from '../register/sending.ts'
import { useWords } from '../words.tsx'
import { RoomForm } from './RoomForm.tsx'

const useStyles = makeStyles({
  pair: {
    display: 'grid',
    alignItems: 'start',
    gap: tokens.spacingVerticalM,
    columnGap: tokens.spacingHorizontalXXL,
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 16rem), 1fr))',
  },
})

const DEADLINES = ['none', 'report', 'own', 'body'] as const

export interface RecommendationFormProps {
  readonly register: OutboxRegister
  readonly snapshot: Snapshot
  readonly today: Day
  /** Key of its report, and the title. */
  readonly publication: string
  readonly title: string
  readonly onClose: () => void
}

export function RecommendationForm(props: RecommendationFormProps) {
  const { register, snapshot, today, publication, title, onClose } = props
  const words = useWords()
  const styles = useStyles()
  const [id] = useState(newCommandId)
  const [number, setNumber] = useState('')
  const [kind, setKind] = useState<Kind>('recommendation')
  const [text, setText] = useState('')
  const [bullets, setBullets] = useState('')
  const [addressee, setAddressee] = useState('')
  const [owners, setOwners] = useState<readonly Owner[]>([])
  const [due, setDue] = useState('')
  const [whose, setWhose] = useState<(typeof DEADLINES)[number]>('report')
  const [body, setBody] = useState('')
  const [refused, setRefused] = useState<string | null>(null)

  const save = async (): Promise<void> => {
    const deadline: Deadline | null = whose === 'none' ? null : whose === 'body' ? { body: body.trim() } : whose
    const parsed = parseDueWords(due, today)
    const lines = bullets.split('\n').map((line) => line.replace(/^\s*[•*–-]?\s*/u, '').trim())
    const posting = await register.post({
      kind: 'addAction',
      id,
      details: text,
      actionKind: kind,
      owners,
      parts: lines.filter(Boolean).map((details, index) => ({
        letter: letterOf(index),
        details,
        owners: [],
        due: null,
        status: 'open',
      })),
      due: parsed,
      origin: {
        kind: 'typed',
        words: title,
        publication,
        ...(number.trim() === '' ? {} : { number: number.trim() }),
        ...(addressee.trim() === '' ? {} : { addressee: addressee.trim() }),
        ...(deadline === null || parsed === null ? {} : { deadline }),
      },
    })
    if (posting.state === 'refused') return setRefused(words.refusal(posting.refusal))
    onClose()
  }

  return (
    <RoomForm
      framed
      label={words.say('recommendations.write.of', { title })}
      refused={refused}
      onSave={save}
      onClose={onClose}
    >
      <div className={styles.pair}>
        <Field label={words.say('recommendations.write.number')} hint={words.say('recommendations.write.number.hint')}>
          <Input value={number} maxLength={40} style={{ minWidth: 0 }} onChange={(_, { value }) => setNumber(value)} />
        </Field>
        <Field label={words.say('recommendations.write.kind')}>
          <Select value={kind} onChange={(_, { value }) => setKind(KINDS.find((each) => each === value) ?? kind)}>
            {KINDS.filter((each) => each !== 'action').map((each) => (
              <option key={each} value={each}>
                {words.say(`kind.${each}`)}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <Field label={words.say('recommendations.write.text')} required>
        <Textarea value={text} rows={3} resize="vertical" onChange={(_, { value }) => setText(value)} />
      </Field>
      <Field label={words.say('recommendations.write.bullets')} hint={words.say('recommendations.write.bullets.hint')}>
        <Textarea value={bullets} rows={2} resize="vertical" onChange={(_, { value }) => setBullets(value)} />
      </Field>
      <div className={styles.pair}>
        <Field label={words.say('acting.field.addressee')}>
          <Input value={addressee} style={{ minWidth: 0 }} onChange={(_, { value }) => setAddressee(value)} />
        </Field>
        <OwnerPicker label={words.say('add.owners')} snapshot={snapshot} owners={owners} onChange={setOwners} />
        <DueField
          label={words.say('add.due')}
          value={due}
          today={today}
          nextMeeting={nextMeetingDay([...snapshot.meetings.values()], today)}
          onChange={setDue}
        />
        <Field label={words.say('acting.field.deadline')}>
          <Select
            value={whose}
            onChange={(_, { value }) => setWhose(DEADLINES.find((each) => each === value) ?? 'none')}
          >
            {DEADLINES.map((each) => (
              <option key={each} value={each}>
                {words.say(`acting.deadline.${each}`)}
              </option>
            ))}
          </Select>
        </Field>
        {whose === 'body' && (
          <Field label={words.say('acting.field.deadlineBody')} required>
            <Input value={body} style={{ minWidth: 0 }} onChange={(_, { value }) => setBody(value)} />
          </Field>
        )}
      </div>
    </RoomForm>
  )
}

/** a, b, … z, then 27, 28, …: each its own. */
function letterOf(index: number): string {
  return index < 26 ? String.fromCodePoint(97 + index) : String(index + 1)
}
