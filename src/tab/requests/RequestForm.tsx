/** Asks several organisations the same: what, of whom, by when, and what each is to say in figures. */

import { Button, Checkbox, Field, Input, makeStyles, Select, Textarea, tokens } from '@fluentui/react-components'
import { AddRegular, DismissRegular } from '@fluentui/react-icons'
import { useId, useState } from 'react'
import type { ActionId } from '../../domain/action.ts'
import type { Day } from '../../domain/day.ts'
import { lastDayOf } from '../../domain/due.ts'
import { nextMeetingDay } from '../../domain/group.ts'
import { plainText } from '../../domain/passage.ts'
import { FIELD_TYPES, type FieldType, type RequestContent, type RequestField } from '../../domain/request.ts'
import type { RequestCommand } from '../../domain/requestcommand.ts'
import { LONGEST_TITLE } from '../../domain/requesting.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import { type } from '../design/scale.ts'
import type { Keeping } from '../outbox/keeping.ts'
import type { Drafts } from '../register/drafts.ts'
import { newCommandId } from '../register/sending.ts'
import { useWords } from '../words.tsx'
import { PanelFrame } from './PanelFrame.tsx'
import { usePosting } from './posting.ts'
import { PostedNotice, problemOf } from './PostedNotice.tsx'
import { DayField, dayFrom } from './RequestPanel.tsx'

const useStyles = makeStyles({
  organisations: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(11rem, 1fr))',
    marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})`,
  },
  problem: { ...type.label, margin: '0', color: tokens.colorPaletteRedForeground1 },
  fields: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    border: 'none',
    margin: '0',
    padding: '0',
    minWidth: '0',
  },
  legend: { ...type.row, fontWeight: tokens.fontWeightSemibold, padding: '0', marginBottom: tokens.spacingVerticalXS },
  field: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 9rem auto',
    alignItems: 'end',
    gap: tokens.spacingHorizontalS,
    '@media (max-width: 640px)': { gridTemplateColumns: 'minmax(0, 1fr) auto' },
  },
  wide: { '@media (max-width: 640px)': { gridColumn: '1 / -1' } },
  choices: { gridColumn: '1 / -1' },
  foot: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  select: { minWidth: '0', width: '100%' },
})

interface DraftField {
  readonly key: string
  readonly title: string
  readonly type: FieldType
  /** Unit of a number, or the choices with commas between. */
  readonly more: string
}

interface Draft {
  readonly key: string
  readonly title: string
  readonly words: string
  readonly organisations: readonly string[]
  readonly due: string
  readonly signOff: boolean
  readonly fields: readonly DraftField[]
}

const FIELDS = ['title', 'words', 'organisations', 'due', 'fields'] as const

export interface RequestFormProps {
  readonly snapshot: Snapshot
  readonly today: Day
  /** The action that it is asked for; its words and due are a beginning. */
  readonly action: ActionId | null
  readonly keeping: Pick<Keeping<RequestContent, RequestCommand>, 'post'> | null
  readonly drafts: Drafts
  readonly onMade: (request: string) => void
  readonly onClose: () => void
}

export function RequestForm({ snapshot, today, action, keeping, drafts, onMade, onClose }: RequestFormProps) {
  const styles = useStyles()
  const words = useWords()
  const problemId = useId()
  const name = `request.${action ?? ''}`
  const [draft, setDraft] = useState<Draft>(
    () => (drafts.read(name) as Draft | null) ?? beginning(snapshot, action, today, words.day),
  )
  const { posted, post, refuse } = usePosting(keeping)
  const busy = posted.state === 'sending'
  const problem = (field: string): string | undefined => problemOf(posted, field, words.refusal)
  const change = (more: Partial<Draft>): void => {
    const next = { ...draft, ...more }
    drafts.keep(name, next, snapshot.group.marking)
    setDraft(next)
    if (posted.state === 'refused') refuse(null)
  }
  const about = action === null ? undefined : snapshot.actions.get(action)
  const organisations = [...snapshot.organisations.values()]
  const areAll = draft.organisations.length === organisations.length

  const send = async (): Promise<void> => {
    const due = dayFrom(draft.due, today)
    if (draft.due.trim() !== '' && due === null) return refuse({ code: 'dayInvalid', field: 'due' })
    const isKept = await post({
      kind: 'makeRequest',
      key: draft.key,
      title: draft.title,
      words: draft.words,
      action,
      organisations: draft.organisations,
      opens: null,
      due,
      fields: draft.fields.map(fieldOf),
      signOff: draft.signOff,
      marking: about?.marking ?? null,
      return: null,
      period: null,
    })
    if (!isKept) return
    drafts.keep(name, null, snapshot.group.marking)
    onMade(draft.key)
  }

  return (
    <PanelFrame
      title={words.say('requests.make')}
      over={about && words.say('requests.ofAction', { reference: about.reference })}
      onClose={onClose}
    >
      <Field label={words.say('requests.make.title')} validationMessage={problem('title') ?? null} required>
        <Input
          value={draft.title}
          maxLength={LONGEST_TITLE}
          readOnly={busy}
          onChange={(_, data) => change({ title: data.value })}
        />
      </Field>
      <Field label={words.say('requests.make.words')} validationMessage={problem('words') ?? null}>
        <Textarea
          resize="vertical"
          value={draft.words}
          readOnly={busy}
          onChange={(_, data) => change({ words: data.value })}
        />
      </Field>
      <fieldset className={styles.fields} aria-describedby={problem('organisations') ? problemId : undefined}>
        <legend className={styles.legend}>{words.say('requests.make.organisations')}</legend>
        <div>
          <Checkbox
            label={words.say('requests.make.all', { count: organisations.length })}
            checked={areAll || (draft.organisations.length > 0 && 'mixed')}
            disabled={busy}
            onChange={() => change({ organisations: areAll ? [] : organisations.map(({ key }) => key) })}
          />
          <div className={styles.organisations}>
            {organisations.map(({ key, name: title }) => (
              <Checkbox
                key={key}
                label={title}
                checked={draft.organisations.includes(key)}
                disabled={busy}
                onChange={(_, data) =>
                  change({
                    // In the group's order, however they were picked.
                    organisations: organisations
                      .map((each) => each.key)
                      .filter((each) => (each === key ? data.checked === true : draft.organisations.includes(each))),
                  })
                }
              />
            ))}
          </div>
        </div>
        {problem('organisations') && (
          <p id={problemId} role="alert" className={styles.problem}>
            {problem('organisations')}
          </p>
        )}
      </fieldset>
      <DayField
        label={words.say('requests.make.due')}
        value={draft.due}
        today={today}
        problem={problem('due')}
        onChange={(due) => change({ due })}
      />
      <fieldset className={styles.fields}>
        <legend className={styles.legend}>{words.say('requests.make.fields')}</legend>
        {draft.fields.map((field, index) => (
          <FieldRow
            key={field.key}
            field={field}
            number={index + 1}
            problem={problem(`fields.${index}.title`) ?? problem(`fields.${index}`)}
            onChange={(next) => change({ fields: draft.fields.map((each) => (each.key === field.key ? next : each)) })}
            onRemove={() => change({ fields: draft.fields.filter((each) => each.key !== field.key) })}
          />
        ))}
        <div>
          <Button
            icon={<AddRegular />}
            onClick={() =>
              change({ fields: [...draft.fields, { key: newCommandId(), title: '', type: 'number', more: '' }] })
            }
          >
            {words.say('requests.make.addField')}
          </Button>
        </div>
      </fieldset>
      <Checkbox
        label={words.say('requests.make.signOff')}
        checked={draft.signOff}
        disabled={busy}
        onChange={(_, data) => change({ signOff: data.checked === true })}
      />
      <PostedNotice posted={posted} fields={FIELDS} />
      <div className={styles.foot}>
        <Button appearance="primary" disabledFocusable={busy} onClick={() => void send()}>
          {busy
            ? words.say('composer.sending')
            : words.say('requests.make.send', { count: draft.organisations.length })}
        </Button>
      </div>
    </PanelFrame>
  )
}

interface FieldRowProps {
  readonly field: DraftField
  readonly number: number
  readonly problem: string | undefined
  readonly onChange: (field: DraftField) => void
  readonly onRemove: () => void
}

function FieldRow({ field, number, problem, onChange, onRemove }: FieldRowProps) {
  const styles = useStyles()
  const words = useWords()
  return (
    <div className={styles.field} role="group" aria-label={words.say('requests.make.field', { number })}>
      <Field label={words.say('requests.make.fieldTitle')} className={styles.wide} validationMessage={problem ?? null}>
        <Input value={field.title} onChange={(_, data) => onChange({ ...field, title: data.value })} />
      </Field>
      <Field label={words.say('requests.make.fieldType')}>
        <Select
          className={styles.select}
          value={field.type}
          onChange={(_, data) =>
            onChange({ ...field, type: FIELD_TYPES.find((each) => each === data.value) ?? 'text' })
          }
        >
          {FIELD_TYPES.map((each) => (
            <option key={each} value={each}>
              {words.say(`requests.make.type.${each}`)}
            </option>
          ))}
        </Select>
      </Field>
      <Button
        appearance="subtle"
        icon={<DismissRegular />}
        aria-label={words.say('requests.make.removeField', { number })}
        onClick={onRemove}
      />
      {(field.type === 'number' || field.type === 'choice') && (
        <Field
          className={styles.choices}
          label={words.say(field.type === 'number' ? 'requests.make.unit' : 'requests.make.choices')}
        >
          <Input value={field.more} onChange={(_, data) => onChange({ ...field, more: data.value })} />
        </Field>
      )}
    </div>
  )
}

function fieldOf({ key, title, type: kind, more }: DraftField): RequestField {
  const said = more.trim()
  const choices = kind === 'choice' ? said.split(/[,;]/).map((choice) => choice.trim()) : []
  return {
    key,
    title: title.trim(),
    type: kind,
    unit: kind === 'number' && said !== '' ? said : null,
    required: true,
    // Nobody has fewer than none; who counts down may say so in words.
    min: kind === 'number' ? 0 : null,
    max: null,
    choices: [...new Set(choices.filter((choice) => choice !== ''))],
  }
}

/** Asked for an action, it begins with what the action says, and by its due, where that is still to come. */
function beginning(snapshot: Snapshot, action: ActionId | null, today: Day, sayDay: (day: Day) => string): Draft {
  const about = action === null ? undefined : snapshot.actions.get(action)
  const last = about?.due ? lastDayOf(about.due, nextMeetingDay([...snapshot.meetings.values()], today)) : null
  const details = about ? plainText(about.details) : ''
  const isShort = details.length <= 80 && !details.includes('\n')
  const forces = [...snapshot.organisations.values()].filter(({ kind }) => kind === 'force')
  return {
    key: newCommandId(),
    title: isShort ? details : '',
    words: isShort ? '' : details,
    organisations: forces.map(({ key }) => key),
    due: last !== null && last > today ? sayDay(last) : '',
    signOff: false,
    fields: [],
  }
}
