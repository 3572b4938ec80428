/**
 * Writing a new action, wherever it is written: its draft outlives a reload, each try has its own command once something
 * was changed, and the same fields and keys serve the register and the meeting.
 */

import { Button, Field, makeStyles, Textarea, tokens } from '@fluentui/react-components'
import { useRef, useState, type KeyboardEvent, type ReactNode, type RefObject } from 'react'
import type { Action, Origin, Owner } from '../../domain/action.ts'
import type { CommandId } from '../../domain/command.ts'
import type { Day } from '../../domain/day.ts'
import { parseDueWords } from '../../domain/duewords.ts'
import { nextReference } from '../../domain/reference.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import type { OutboxRegister } from '../outbox/outbox.ts'
import { useWords } from '../words.tsx'
import { DueField } from './DueField.tsx'
import { OwnerPicker } from './OwnerPicker.tsx'
import { SendNotice } from './SendNotice.tsx'
import type { Drafts } from './drafts.ts'
import { isKey } from './keys.ts'
import { newCommandId, useSender, type Sender } from './sending.ts'

interface Draft {
  readonly id: CommandId
  /** It was sent: what is changed now is another action. */
  readonly tried: boolean
  readonly details: string
  readonly owners: readonly Owner[]
  readonly due: string
}

export interface AddingProps {
  readonly register: OutboxRegister
  readonly snapshot: Snapshot
  readonly today: Day
  readonly nextMeeting: Day | null
  readonly drafts: Drafts
  readonly onSaved: (said: string) => void
}

export interface Adding extends Pick<Sender, 'sending' | 'reset'> {
  readonly draft: Draft
  readonly busy: boolean
  /** The number that it will have. */
  readonly reference: string
  readonly details: RefObject<HTMLTextAreaElement | null>
  readonly change: (fields: Partial<Pick<Draft, 'details' | 'owners' | 'due'>>) => void
  readonly submit: (another: boolean) => Promise<void>
  /** Of whatever is around the fields, before they have it: a picker would open its list with it. */
  readonly onKeyDownCapture: (event: KeyboardEvent) => void
}

const FIELDS = ['details', 'owners', 'due'] as const

/**
 * @param key of its draft
 * @param onShown it is in the register, though not saved yet. `another`: the next one is being written
 */
export function useAdding(
  { register, snapshot, today, drafts, onSaved }: AddingProps,
  key: string,
  origin: Origin,
  onShown: (shown: Action, another: boolean) => void,
): Adding {
  const words = useWords()
  const [draft, setDraft] = useState<Draft>(() => (drafts.read(key) as Draft | null) ?? emptyDraft())
  const { sending, post, reset } = useSender(register)
  const details = useRef<HTMLTextAreaElement>(null)
  const busy = sending.state === 'sending'

  const keep = (next: Draft | null): void => {
    const blank = next === null || (next.details === '' && next.owners.length === 0 && next.due === '')
    drafts.keep(key, blank ? null : next, snapshot.group.marking)
    setDraft(next ?? emptyDraft())
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
      form: { key, draft: { ...draft, id: newCommandId(), tried: false }, begun: null },
      onSaved: ({ reference }) => onSaved(words.say('add.saved', { reference })),
    })
    if (!shown) return
    keep(null)
    if (another) details.current?.focus()
    onShown(shown, another)
  }
  return {
    draft,
    busy,
    sending,
    reset,
    details,
    submit,
    reference: nextReference(
      [...snapshot.actions.values()].map((action) => action.reference),
      today,
    ),
    change(fields) {
      keep({ ...draft, ...fields, id: draft.tried ? newCommandId() : draft.id, tried: false })
      if (sending.state !== 'idle') reset()
    },
    onKeyDownCapture(event) {
      // What is to be done is mostly one line: Enter adds it, and Shift begins another line.
      const isLine = isKey('saveLine', event) && event.target === details.current && !event.nativeEvent.isComposing
      if (!isLine && !isKey('save', event) && !isKey('saveAnother', event)) return
      event.preventDefault()
      event.stopPropagation()
      void submit(isKey('saveAnother', event))
    },
  }
}

const useStyles = makeStyles({
  foot: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
})

export interface DetailsFieldProps {
  readonly adding: Adding
  readonly hint: string
  readonly className: string
}

export function DetailsField({ adding, hint, className }: DetailsFieldProps) {
  const words = useWords()
  const problem = useProblem(adding)
  return (
    <Field label={words.say('add.details')} hint={hint} validationMessage={problem('details') ?? null}>
      <Textarea
        textarea={{ ref: adding.details, autoFocus: true }}
        className={className}
        resize="vertical"
        value={adding.draft.details}
        readOnly={adding.busy}
        placeholder={words.say('add.detailsPlaceholder')}
        onChange={(_, data) => adding.change({ details: data.value })}
      />
    </Field>
  )
}

type Around = Pick<AddingProps, 'register' | 'snapshot' | 'today' | 'nextMeeting'>

/** By whom, and by when. */
export function OwnersAndDue({ adding, snapshot, today, nextMeeting }: Around & { readonly adding: Adding }) {
  const words = useWords()
  const problem = useProblem(adding)
  const { draft, busy, change } = adding
  return (
    <>
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
    </>
  )
}

export interface AddingFootProps extends Around {
  readonly adding: Adding
  readonly onDiscard: () => void
  /** Further buttons. */
  readonly children?: ReactNode
}

/** How sending goes, and the buttons. */
export function AddingFoot({ adding, register, snapshot, today, onDiscard, children }: AddingFootProps) {
  const words = useWords()
  const styles = useStyles()
  const { sending, reset, busy, submit } = adding
  return (
    <>
      <SendNotice
        sending={sending}
        register={register}
        snapshot={snapshot}
        today={today}
        fields={FIELDS}
        onRetry={() => void submit(false)}
        onSendAnyway={() => void submit(false)}
        onKeep={reset}
        onDiscard={onDiscard}
      />
      <div className={styles.foot}>
        <Button appearance="primary" disabledFocusable={busy} onClick={() => void submit(false)}>
          {words.say(busy ? 'composer.sending' : 'add.save')}
        </Button>
        <Button disabledFocusable={busy} onClick={() => void submit(true)}>
          {words.say('add.saveAnother')}
        </Button>
        {children}
      </div>
    </>
  )
}

function useProblem({ sending }: Pick<Adding, 'sending'>): (field: string) => string | undefined {
  const words = useWords()
  return (field) =>
    sending.state === 'refused' && sending.refusal.field === field ? words.refusal(sending.refusal) : undefined
}

function emptyDraft(): Draft {
  return { id: newCommandId(), tried: false, details: '', owners: [], due: '' }
}
