/** Writes a new action beside the grid: what, by whom, by when. Its number is given when it is saved. */

import { Button, Field, makeStyles, Textarea, tokens } from '@fluentui/react-components'
import { DismissRegular } from '@fluentui/react-icons'
import { useRef, useState, type KeyboardEvent } from 'react'
import type { Action, Owner } from '../../domain/action.ts'
import type { CommandId } from '../../domain/command.ts'
import type { Day } from '../../domain/day.ts'
import { parseDueWords } from '../../domain/duewords.ts'
import { nextReference } from '../../domain/reference.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import { type } from '../design/scale.ts'
import type { OutboxRegister } from '../outbox/outbox.ts'
import { useWords } from '../words.tsx'
import { DueField } from './DueField.tsx'
import { OwnerPicker } from './OwnerPicker.tsx'
import { SendNotice } from './SendNotice.tsx'
import type { Drafts } from './drafts.ts'
import { isKey } from './keys.ts'
import { newCommandId, useSender } from './sending.ts'

export interface AddPanelProps {
  readonly register: OutboxRegister
  readonly snapshot: Snapshot
  readonly today: Day
  readonly nextMeeting: Day | null
  readonly drafts: Drafts
  readonly onClose: () => void
  /** It is in the register, though not saved yet, and no other is being written. */
  readonly onAdded: (action: Action) => void
  readonly onSaved: (said: string) => void
}

interface Draft {
  readonly id: CommandId
  readonly details: string
  readonly owners: readonly Owner[]
  readonly due: string
}

const KEY = 'add'
const FIELDS = ['details', 'owners', 'due'] as const

const useStyles = makeStyles({
  panel: {
    display: 'flex',
    flexDirection: 'column',
    height: '100%',
    overflowY: 'auto',
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
  },
  head: {
    display: 'flex',
    alignItems: 'center',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS} ${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  title: { ...type.title, margin: '0', flexGrow: '1' },
  form: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    padding: tokens.spacingHorizontalL,
  },
  text: { '& textarea': { minHeight: '96px' } },
  foot: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  reference: { ...type.label, margin: '0', color: tokens.colorNeutralForeground2 },
})

export function AddPanel({ register, snapshot, today, nextMeeting, drafts, onClose, onAdded, onSaved }: AddPanelProps) {
  const words = useWords()
  const styles = useStyles()
  const [draft, setDraft] = useState<Draft>(() => (drafts.read(KEY) as Draft | null) ?? emptyDraft())
  const details = useRef<HTMLTextAreaElement>(null)
  const tried = useRef(false)
  const { sending, post, reset } = useSender(register)
  const busy = sending.state === 'sending'

  const keep = (next: Draft | null): void => {
    const blank = next === null || (next.details === '' && next.owners.length === 0 && next.due === '')
    drafts.keep(KEY, blank ? null : next, snapshot.group.marking)
    setDraft(next ?? emptyDraft())
  }
  const change = (fields: Partial<Omit<Draft, 'id'>>): void => {
    keep({ ...draft, ...fields, ...(tried.current ? { id: newCommandId() } : {}) })
    tried.current = false
    if (sending.state !== 'idle') reset()
  }
  const submit = async (another: boolean): Promise<void> => {
    if (busy) return
    tried.current = true
    const shown = await post({
      command: {
        kind: 'addAction',
        id: draft.id,
        details: draft.details,
        actionKind: 'action',
        owners: draft.owners,
        parts: [],
        due: parseDueWords(draft.due, today),
        origin: { kind: 'typed' },
      },
      form: { key: KEY, draft: { ...draft, id: newCommandId() }, begun: null },
      onSaved: ({ reference }) => onSaved(words.say('add.saved', { reference })),
    })
    if (!shown) return
    tried.current = false
    keep(null)
    if (another) details.current?.focus()
    else onAdded(shown)
  }
  // A picker would open its list with it.
  const onKeyDown = (event: KeyboardEvent): void => {
    // What is to be done is mostly one line: Enter adds it, and Shift begins another line.
    const isLine = isKey('saveLine', event) && event.target === details.current && !event.nativeEvent.isComposing
    if (!isLine && !isKey('save', event) && !isKey('saveAnother', event)) return
    event.preventDefault()
    event.stopPropagation()
    void submit(isKey('saveAnother', event))
  }
  const problem = (field: string): string | undefined =>
    sending.state === 'refused' && sending.refusal.field === field ? words.refusal(sending.refusal) : undefined
  const reference = nextReference(
    [...snapshot.actions.values()].map((action) => action.reference),
    today,
  )

  return (
    // Ctrl+Enter saves from any field in it; there is a button too.
    <aside className={styles.panel} aria-label={words.say('add.title')} onKeyDownCapture={onKeyDown}>
      <header className={styles.head}>
        <h2 className={styles.title}>{words.say('add.title')}</h2>
        <Button appearance="subtle" icon={<DismissRegular />} aria-label={words.say('panel.close')} onClick={onClose} />
      </header>
      <div className={styles.form}>
        <Field
          label={words.say('add.details')}
          hint={`${words.say('add.reference', { reference })} ${words.say('add.enter')}`}
          validationMessage={problem('details') ?? null}
        >
          <Textarea
            textarea={{ ref: details, autoFocus: true }}
            className={styles.text}
            resize="vertical"
            value={draft.details}
            readOnly={busy}
            placeholder={words.say('add.detailsPlaceholder')}
            onChange={(_, data) => change({ details: data.value })}
          />
        </Field>
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
        <SendNotice
          sending={sending}
          register={register}
          snapshot={snapshot}
          today={today}
          fields={FIELDS}
          onRetry={() => void submit(false)}
          onSendAnyway={() => void submit(false)}
          onKeep={reset}
          onDiscard={onClose}
        />
        <div className={styles.foot}>
          <Button appearance="primary" disabledFocusable={busy} onClick={() => void submit(false)}>
            {busy ? words.say('composer.sending') : words.say('add.save')}
          </Button>
          <Button disabledFocusable={busy} onClick={() => void submit(true)}>
            {words.say('add.saveAnother')}
          </Button>
        </div>
      </div>
    </aside>
  )
}

function emptyDraft(): Draft {
  return { id: newCommandId(), details: '', owners: [], due: '' }
}
