/**
 * An action as it is spoken: its number stands beside it before a word is written, and it is in the register with the
 * key that ends it. Where it comes from is the meeting, and the item that is being taken.
 */

import { Button, Field, makeStyles, Textarea, tokens } from '@fluentui/react-components'
import { useRef, useState, type KeyboardEvent } from 'react'
import type { Action, Origin, Owner } from '../../domain/action.ts'
import type { CommandId } from '../../domain/command.ts'
import type { Day } from '../../domain/day.ts'
import { parseDueWords } from '../../domain/duewords.ts'
import { nextReference } from '../../domain/reference.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import { type } from '../design/scale.ts'
import type { OutboxRegister } from '../outbox/outbox.ts'
import { DueField } from '../register/DueField.tsx'
import { OwnerPicker } from '../register/OwnerPicker.tsx'
import { SendNotice } from '../register/SendNotice.tsx'
import type { Drafts } from '../register/drafts.ts'
import { isKey } from '../register/keys.ts'
import { newCommandId, useSender } from '../register/sending.ts'
import { useWords } from '../words.tsx'

export interface NewActionProps {
  readonly register: OutboxRegister
  readonly snapshot: Snapshot
  readonly today: Day
  readonly nextMeeting: Day | null
  readonly drafts: Drafts
  readonly origin: Origin
  readonly onLeave: () => void
  readonly onAdded: (action: Action) => void
  readonly onSaved: (said: string) => void
}

interface Draft {
  readonly id: CommandId
  readonly tried: boolean
  readonly details: string
  readonly owners: readonly Owner[]
  readonly due: string
}

const KEY = 'meeting.add'
const FIELDS = ['details', 'owners', 'due'] as const

const useStyles = makeStyles({
  form: {
    ...type.row,
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 3fr) minmax(0, 2fr)',
    gap: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    boxShadow: tokens.shadow8,
    '@media (max-width: 900px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  number: { ...type.stage, margin: '0', fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: 'tabular-nums' },
  side: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, minWidth: '0' },
  details: { height: '100%', '& textarea': { minHeight: '72px', fontSize: tokens.fontSizeBase400 } },
  wide: { gridColumn: '1 / -1' },
  foot: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
})

export function NewAction(props: NewActionProps) {
  const { register, snapshot, today, nextMeeting, drafts, origin, onLeave, onAdded, onSaved } = props
  const words = useWords()
  const styles = useStyles()
  const [draft, setDraft] = useState<Draft>(() => (drafts.read(KEY) as Draft | null) ?? emptyDraft())
  const { sending, post, reset } = useSender(register)
  const details = useRef<HTMLTextAreaElement>(null)
  const busy = sending.state === 'sending'

  const keep = (next: Draft | null): void => {
    const blank = next === null || (next.details === '' && next.owners.length === 0 && next.due === '')
    drafts.keep(KEY, blank ? null : next, snapshot.group.marking)
    setDraft(next ?? emptyDraft())
  }
  const change = (fields: Partial<Draft>): void => {
    keep({ ...draft, ...fields, id: draft.tried ? newCommandId() : draft.id, tried: false })
    if (sending.state !== 'idle') reset()
  }
  const submit = async (another: boolean): Promise<void> => {
    if (busy) return
    keep({ ...draft, tried: true })
    const shown = await post({
      command: {
        kind: 'addAction',
        id: draft.id,
        details: draft.details,
        actionKind: 'action',
        owners: draft.owners,
        parts: [],
        due: parseDueWords(draft.due, today),
        origin,
      },
      form: { key: KEY, draft: { ...draft, id: newCommandId(), tried: false }, begun: null },
      onSaved: ({ reference }) => onSaved(words.say('add.saved', { reference })),
    })
    if (!shown) return
    keep(null)
    onAdded(shown)
    if (another) details.current?.focus()
    else onLeave()
  }
  // A picker would open its list with it.
  const onKeyDownCapture = (event: KeyboardEvent): void => {
    const isLine = isKey('saveLine', event) && event.target === details.current && !event.nativeEvent.isComposing
    if (!isLine && !isKey('save', event) && !isKey('saveAnother', event)) return
    event.preventDefault()
    event.stopPropagation()
    void submit(isKey('saveAnother', event))
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || !isKey('leave', event)) return
    event.preventDefault()
    onLeave()
  }
  const problem = (field: string): string | undefined =>
    sending.state === 'refused' && sending.refusal.field === field ? words.refusal(sending.refusal) : undefined
  const references = [...snapshot.actions.values()].map((action) => action.reference)

  return (
    // Ctrl+Enter saves and Escape leaves from any field in it; there are buttons too.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      className={styles.form}
      aria-label={words.say('meeting.turn.raise')}
      onKeyDownCapture={onKeyDownCapture}
      onKeyDown={onKeyDown}
    >
      <p className={styles.number}>{nextReference(references, today)}</p>
      <Field
        label={words.say('add.details')}
        hint={words.say('add.enter')}
        validationMessage={problem('details') ?? null}
      >
        <Textarea
          textarea={{ ref: details, autoFocus: true }}
          className={styles.details}
          resize="vertical"
          value={draft.details}
          readOnly={busy}
          placeholder={words.say('add.detailsPlaceholder')}
          onChange={(_, data) => change({ details: data.value })}
        />
      </Field>
      <div className={styles.side}>
        <OwnerPicker
          label={words.say('add.owners')}
          snapshot={snapshot}
          owners={draft.owners}
          disabled={busy}
          problem={problem('owners')}
          onChange={(owners) => change({ owners })}
        />
        <DueField
          label={words.say('add.due')}
          value={draft.due}
          today={today}
          nextMeeting={nextMeeting}
          disabled={busy}
          problem={problem('due')}
          onChange={(due) => change({ due })}
        />
      </div>
      <div className={styles.wide}>
        <SendNotice
          sending={sending}
          register={register}
          snapshot={snapshot}
          today={today}
          fields={FIELDS}
          onRetry={() => void submit(false)}
          onSendAnyway={() => void submit(false)}
          onKeep={reset}
          onDiscard={onLeave}
        />
        <div className={styles.foot}>
          <Button appearance="primary" disabledFocusable={busy} onClick={() => void submit(false)}>
            {words.say(busy ? 'composer.sending' : 'add.save')}
          </Button>
          <Button disabledFocusable={busy} onClick={() => void submit(true)}>
            {words.say('add.saveAnother')}
          </Button>
          <Button appearance="subtle" title={words.say('acting.leaveKey')} onClick={onLeave}>
            {words.say('acting.leave')}
          </Button>
        </div>
      </div>
    </section>
  )
}

function emptyDraft(): Draft {
  return { id: newCommandId(), tried: false, details: '', owners: [], due: '' }
}
