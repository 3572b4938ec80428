/**
 * The form of one deed, where it belongs in the panel: what it asks, what is wrong with it beside each field, and how
 * the sending went. Escape leaves it; what was written is kept until it is saved or started over.
 */

import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import type { Action, Owner } from '../../domain/action.ts'
import { canonical } from '../../domain/canonical.ts'
import type { ActionCommand, CommandId } from '../../domain/command.ts'
import type { Day } from '../../domain/day.ts'
import { PassageText } from '../design/PassageText.tsx'
import { type } from '../design/scale.ts'
import type { OutboxRegister } from '../outbox/outbox.ts'
import { useWords } from '../words.tsx'
import { DeedField } from './DeedField.tsx'
import { SendNotice } from './SendNotice.tsx'
import { formOf, type DeedGround, type Field, type Values } from './deedfields.ts'
import { noteOf, savedWords, titleOf } from './deedwords.ts'
import type { Drafts } from './drafts.ts'
import { isKey } from './keys.ts'
import { newCommandId, useSender } from './sending.ts'
import { oppositeOf, type Done } from './undo.ts'

const useStyles = makeStyles({
  form: {
    ...type.row,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    marginTop: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    boxShadow: tokens.shadow8,
    scrollMarginBlock: '8px',
  },
  title: { ...type.row, fontWeight: tokens.fontWeightSemibold, margin: '0' },
  note: { ...type.label, color: tokens.colorNeutralForeground2, margin: '0' },
  foot: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  gap: { flexGrow: '1' },
})

interface Draft {
  readonly id: CommandId
  /** It was sent, and is perhaps saved: other words need another id. */
  readonly tried: boolean
  /** The action as it was when its author began to write. */
  readonly seen: Action
  readonly values: Values
}

export interface DeedFormProps {
  readonly register: OutboxRegister
  readonly ground: DeedGround
  readonly nextMeeting: Day | null
  readonly drafts: Drafts
  readonly onLeave: () => void
  readonly onSaved: (done: Done) => void
}

export function DeedForm({ register, ground, nextMeeting, drafts, onLeave, onSaved }: DeedFormProps) {
  const { action, snapshot, today, begun } = ground
  const { deed, about } = begun
  const words = useWords()
  const styles = useStyles()
  const titleId = useId()
  const form = useRef<HTMLElement>(null)
  const key = `${deed}.${about ?? ''}.${action.id}`
  const empty = (): Draft => ({
    id: newCommandId(),
    tried: false,
    seen: action,
    values: formOf(deed).start(ground),
  })
  const [kept] = useState(() => drafts.read(key) as Draft | null)
  const [draft, setDraft] = useState<Draft>(() => kept ?? empty())
  const { sending, post, refuse, reset } = useSender(register)
  const busy = sending.state === 'sending'
  const fields = formOf(deed).fields(ground, draft.values)
  const isBegun = (values: Values): boolean => canonical(values) !== canonical(formOf(deed).start(ground))

  useEffect(() => {
    // Where there is only one thing to choose, it is chosen.
    const isChoice = (form.current?.querySelectorAll('input[type=radio]').length ?? 0) > 1
    const fields = 'input:not([type=radio]), textarea, input'
    const first = form.current?.querySelector<HTMLElement>(isChoice ? `input:checked, ${fields}` : fields)
    ;(first ?? form.current?.querySelector('button'))?.focus({ preventScroll: true })
    if (first instanceof HTMLTextAreaElement) first.setSelectionRange(first.value.length, first.value.length)
    form.current?.scrollIntoView({ block: 'nearest' })
  }, [])

  const keep = (next: Draft): void => {
    drafts.keep(key, isBegun(next.values) ? next : null, action.marking ?? snapshot.group.marking)
    setDraft(next)
  }
  const change = (name: string, value: string | readonly Owner[]): void => {
    const id = draft.tried ? newCommandId() : draft.id
    const seen = isBegun(draft.values) ? draft.seen : action
    keep({ id, tried: false, seen, values: { ...draft.values, [name]: value } })
    if (sending.state !== 'idle') reset()
  }
  const forget = (): void => {
    drafts.keep(key, null, snapshot.group.marking)
    onLeave()
  }
  const submit = async (base = draft.seen): Promise<void> => {
    if (busy) return
    const made = formOf(deed).command(draft.values, ground)
    if (!made.ok) return refuse(made.error)
    keep({ ...draft, tried: true })
    const command = { ...made.value, id: draft.id, action: action.id } as ActionCommand
    const opposite = oppositeOf(command, command.id, base, register.me(), words.say('acting.undo.reason'))
    const shown = await post({
      command,
      seen: base,
      form: { key, draft: { ...draft, id: newCommandId(), tried: false }, begun },
      onSaved: (saved) =>
        onSaved({
          action: saved,
          said: savedWords(command, base, saved, { snapshot, words }),
          undo: opposite && { ...opposite, id: newCommandId(), action: action.id },
        }),
    })
    if (!shown) return
    drafts.keep(key, null, snapshot.group.marking)
    onLeave()
  }

  // A picker would open its list with it.
  const onKeyDownCapture = (event: KeyboardEvent): void => {
    if (!isKey('save', event)) return
    event.preventDefault()
    event.stopPropagation()
    void submit()
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented) return
    const target = event.target as HTMLElement
    const isField = target instanceof HTMLInputElement && (target.type === 'text' || target.type === 'radio')
    const inLine = isField && target.role !== 'combobox'
    if (isKey('leave', event)) {
      event.preventDefault()
      onLeave()
    } else if (isKey('saveLine', event) && inLine) {
      event.preventDefault()
      void submit()
    }
  }
  const namesOf = (field: Field): readonly string[] => field.refused ?? [field.name]
  const problemOf = (field: Field): string | undefined =>
    sending.state === 'refused' && namesOf(field).includes(sending.refusal.field ?? '')
      ? words.refusal(sending.refusal)
      : undefined
  const note = noteOf(ground)

  return (
    // Ctrl+Enter saves and Escape leaves from any field in it; there are buttons too.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      ref={form}
      className={styles.form}
      aria-labelledby={titleId}
      onKeyDownCapture={onKeyDownCapture}
      onKeyDown={onKeyDown}
    >
      <h3 id={titleId} className={styles.title}>
        {titleOf(begun, words)}
      </h3>
      {note !== null && (
        <p className={styles.note}>
          <PassageText text={note} />
        </p>
      )}
      {kept === draft && (
        <p className={styles.note}>
          {words.say('acting.kept')}{' '}
          <Button size="small" appearance="subtle" onClick={() => keep(empty())}>
            {words.say('acting.startOver')}
          </Button>
        </p>
      )}
      {fields.map((field) => (
        <DeedField
          key={field.name}
          field={field}
          value={draft.values[field.name] ?? ''}
          snapshot={snapshot}
          today={today}
          nextMeeting={nextMeeting}
          busy={busy}
          problem={problemOf(field)}
          onChange={(value) => change(field.name, value)}
        />
      ))}
      <SendNotice
        sending={sending}
        register={register}
        snapshot={snapshot}
        today={today}
        fields={fields.flatMap(namesOf)}
        onRetry={() => void submit()}
        onSendAnyway={(now) => {
          keep({ ...draft, seen: now })
          void submit(now)
        }}
        onKeep={() => {
          keep({ ...draft, seen: action })
          reset()
        }}
        onDiscard={forget}
      />
      {sending.state !== 'stale' && (
        <div className={styles.foot}>
          <Button
            appearance="primary"
            disabledFocusable={busy}
            title={words.say('acting.saveKey')}
            onClick={() => void submit()}
          >
            {busy ? words.say('composer.sending') : words.say(`acting.save.${deed}`)}
          </Button>
          <Button appearance="subtle" title={words.say('acting.leaveKey')} onClick={onLeave}>
            {words.say('acting.leave')}
          </Button>
        </div>
      )}
    </section>
  )
}
