/**
 * Where one writes to an action, at the foot of its panel like a chat box: what happened, perhaps a next step, send.
 * Words are kept until they are known to be saved. What else one often does here has its form in the same place.
 */

import {
  Button,
  Field,
  Input,
  makeStyles,
  mergeClasses,
  Textarea,
  ToggleButton,
  tokens,
} from '@fluentui/react-components'
import { AddRegular, CheckmarkCircleRegular, PinRegular, SendRegular } from '@fluentui/react-icons'
import { useRef, useState, type KeyboardEvent } from 'react'
import type { Action } from '../../domain/action.ts'
import type { Day } from '../../domain/day.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import { type } from '../design/scale.ts'
import type { OutboxRegister } from '../outbox/outbox.ts'
import { useWords } from '../words.tsx'
import { DeedButton } from './acting.tsx'
import { DueField } from './DueField.tsx'
import { OwnerPicker } from './OwnerPicker.tsx'
import { SendNotice } from './SendNotice.tsx'
import type { Drafts } from './drafts.ts'
import { isKey } from './keys.ts'
import { newCommandId, useSender } from './sending.ts'
import type { Done } from './undo.ts'
import { commandOf, emptyDraft, isBlank, isWordless, type UpdateDraft } from './updatedraft.ts'

export interface ComposerProps {
  readonly register: OutboxRegister
  readonly snapshot: Snapshot
  readonly action: Action
  readonly today: Day
  readonly nextMeeting: Day | null
  readonly drafts: Drafts
  readonly onSaved: (done: Done) => void
  /** The focus goes elsewhere; the words stay. Without it there is nowhere to go. */
  readonly onLeave?: () => void
}

const useStyles = makeStyles({
  composer: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalL,
    paddingTop: tokens.spacingVerticalM,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  ended: { ...type.row, margin: '0', color: tokens.colorNeutralForeground2 },
  text: { width: '100%' },
  writing: { '& textarea': { minHeight: '72px' } },
  idle: { '& textarea': { minHeight: '32px', height: '32px', resize: 'none' } },
  next: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    paddingLeft: tokens.spacingHorizontalM,
    borderLeft: `2px solid ${tokens.colorCompoundBrandStroke}`,
  },
  pair: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(170px, 1fr))',
    gap: tokens.spacingHorizontalM,
  },
  foot: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  gap: { flexGrow: '1' },
  day: { width: '92px', minWidth: '0', '& input': { width: '100%', minWidth: '0' } },
})

export function Composer({ register, snapshot, action, today, nextMeeting, drafts, onSaved, onLeave }: ComposerProps) {
  const words = useWords()
  const styles = useStyles()
  const key = `update.${action.id}`
  const [draft, setDraft] = useState<UpdateDraft>(() => (drafts.read(key) as UpdateDraft | null) ?? emptyDraft())
  /** The action as it was when its author began to write. */
  const seen = useRef(action)
  const { sending, post, refuse, reset } = useSender(register)
  const busy = sending.state === 'sending'
  const [focused, setFocused] = useState(false)
  /** One line until somebody writes: the history has the room. */
  const writing = focused || draft.next !== null || !isBlank(draft)

  const keep = (next: UpdateDraft | null): void => {
    const blank = next === null || isBlank(next)
    drafts.keep(key, blank ? null : next, action.marking ?? snapshot.group.marking)
    setDraft(next ?? emptyDraft())
  }
  const change = (fields: Partial<Omit<UpdateDraft, 'id' | 'tried'>>): void => {
    if (isBlank(draft)) seen.current = action
    keep({ ...draft, ...fields, id: draft.tried ? newCommandId() : draft.id, tried: false })
    if (sending.state !== 'idle') reset()
  }

  const submit = async (base = seen.current): Promise<void> => {
    if (busy) return
    if (draft.next && isWordless(draft.next)) return refuse({ code: 'textMissing', field: 'next' })
    keep({ ...draft, tried: true })
    const shown = await post({
      command: commandOf(draft, action, snapshot, register.me(), today),
      seen: base,
      form: { key, draft: { ...draft, id: newCommandId(), tried: false }, begun: null },
      onSaved: (saved) =>
        onSaved({ action: saved, said: words.say('composer.sent', { reference: saved.reference }), undo: null }),
    })
    if (shown) keep(null)
  }
  // A picker would open its list with it.
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!isKey('save', event)) return
    event.preventDefault()
    event.stopPropagation()
    void submit()
  }
  const problem = (...fields: readonly string[]): string | undefined =>
    sending.state === 'refused' && fields.includes(sending.refusal.field ?? '')
      ? words.refusal(sending.refusal)
      : undefined

  if (action.status === 'closed' || action.status === 'discharged') {
    return (
      <div className={styles.composer}>
        <p className={styles.ended}>{words.say('composer.ended')}</p>
      </div>
    )
  }
  return (
    // Ctrl+Enter sends from any field in it; there is a button too.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      className={styles.composer}
      aria-label={words.say('composer.label')}
      onKeyDownCapture={onKeyDown}
      onFocus={() => setFocused(true)}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setFocused(false)
      }}
    >
      <SendNotice
        sending={sending}
        register={register}
        snapshot={snapshot}
        today={today}
        fields={FIELDS}
        onRetry={() => void submit()}
        onSendAnyway={(now) => {
          seen.current = now
          void submit(now)
        }}
        onKeep={() => {
          seen.current = action
          reset()
        }}
        onDiscard={() => {
          keep(null)
          reset()
        }}
      />
      <Field validationMessage={problem('text') ?? null}>
        <Textarea
          className={mergeClasses(styles.text, writing ? styles.writing : styles.idle)}
          resize="vertical"
          aria-label={words.say('composer.label')}
          value={draft.text}
          readOnly={busy}
          placeholder={words.say('composer.label')}
          onChange={(_, data) => change({ text: data.value })}
          onKeyDown={(event) => {
            if (!onLeave || !isKey('ready', event) || event.nativeEvent.isComposing) return
            event.preventDefault()
            onLeave()
          }}
        />
      </Field>
      {draft.next && (
        <div className={styles.next}>
          <Field label={words.say('composer.next')} validationMessage={problem('next') ?? null}>
            <Input
              value={draft.next.words}
              readOnly={busy}
              placeholder={words.say('composer.nextPlaceholder')}
              onChange={(_, data) => draft.next && change({ next: { ...draft.next, words: data.value } })}
            />
          </Field>
          <div className={styles.pair}>
            <OwnerPicker
              label={words.say('composer.owner')}
              snapshot={snapshot}
              owners={draft.next.owners}
              disabled={busy}
              problem={problem('next.owners')}
              onChange={(owners) => draft.next && change({ next: { ...draft.next, owners } })}
            />
            <DueField
              label={words.say('composer.due')}
              value={draft.next.due}
              today={today}
              nextMeeting={nextMeeting}
              disabled={busy}
              problem={problem('next.due')}
              onChange={(due) => draft.next && change({ next: { ...draft.next, due } })}
            />
          </div>
        </div>
      )}
      {writing && (
        <div className={styles.foot}>
          <Field className={styles.day} validationMessage={problem('day') ?? null}>
            <Input
              size="small"
              aria-label={words.say('composer.day')}
              title={words.say('composer.dayHint')}
              value={draft.day}
              readOnly={busy}
              placeholder={words.shortDay(today, today)}
              onChange={(_, data) => change({ day: data.value })}
            />
          </Field>
          <ToggleButton
            appearance="subtle"
            size="small"
            icon={<AddRegular />}
            checked={draft.next !== null}
            onClick={() => change({ next: draft.next ? null : { words: '', owners: [], due: '' } })}
          >
            {words.say('composer.addNext')}
          </ToggleButton>
          <DeedButton deed="retain" icon={<PinRegular />}>
            {words.say('composer.retain')}
          </DeedButton>
          <DeedButton deed="proposeDischarge" icon={<CheckmarkCircleRegular />}>
            {words.say('composer.propose')}
          </DeedButton>
          <span className={styles.gap} />
          <Button
            appearance="primary"
            icon={<SendRegular />}
            disabledFocusable={busy}
            title={words.say('composer.sendKey')}
            onClick={() => void submit()}
          >
            {words.say(busy ? 'composer.sending' : 'composer.send')}
          </Button>
        </div>
      )}
    </section>
  )
}

const FIELDS = ['text', 'next', 'next.owners', 'next.due', 'day'] as const
