/**
 * Keeps what one looks at under a name, for the group or for oneself; and where a kept view is shown, changes it, takes
 * it away or hands its link on. What isn't one's to change is said, and can be kept as one's own.
 */

import {
  Button,
  Field,
  Input,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Radio,
  RadioGroup,
  tokens,
} from '@fluentui/react-components'
import { useEffect, useRef, useState, type FormEvent } from 'react'
import type { SaveView, ViewCommand } from '../../domain/command.ts'
import type { Role } from '../../domain/group.ts'
import type { SavedView, ViewId, ViewScope } from '../../domain/savedview.ts'
import type { ActionRegister, ViewSubmission } from '../../domain/snapshot.ts'
import type { GridView } from '../../domain/view.ts'
import { CopyButton } from '../design/CopyButton.tsx'
import { type } from '../design/scale.ts'
import { useActionLink } from '../shell/link.ts'
import { makeViewSubPage } from '../shell/page.ts'
import { useWords } from '../words.tsx'
import { newCommandId } from './sending.ts'

export interface SavedViewFormProps {
  readonly register: ActionRegister
  readonly roles: readonly Role[]
  /** What is to be kept. */
  readonly view: GridView
  /** The kept view that it came from. */
  readonly saved: SavedView | null
  /** @param id the kept view that is now shown; null: none */
  readonly onDone: (id: ViewId | null, said: string) => void
}

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, width: '300px', maxWidth: '100%' },
  title: { ...type.row, fontWeight: tokens.fontWeightSemibold, margin: '0', overflowWrap: 'anywhere' },
  note: { ...type.label, margin: '0', color: tokens.colorNeutralForeground2 },
  doors: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
})

type State = { readonly state: 'idle' | 'sending' } | Exclude<ViewSubmission, { state: 'saved' }>

export function SavedViewForm({ register, roles, view, saved, onDone }: SavedViewFormProps) {
  const words = useWords()
  const styles = useStyles()
  const linkTo = useActionLink()
  const coordinator = roles.includes('coordinator')
  const mayChange = saved !== null && (saved.scope === 'mine' || coordinator)
  const [name, setName] = useState(mayChange ? saved.name : '')
  const [scope, setScope] = useState<ViewScope>(mayChange ? saved.scope : 'mine')
  const [sent, setSent] = useState<State>({ state: 'idle' })
  /** The same asked again is the same command. */
  const tried = useRef<ViewCommand | null>(null)
  const form = useRef<HTMLFormElement>(null)
  const input = useRef<HTMLInputElement>(null)
  const busy = sent.state === 'sending'

  useEffect(() => input.current?.focus(), [])

  const submit = async (command: ViewCommand, seen: SavedView | null, said: string): Promise<void> => {
    if (busy) return
    tried.current = command
    setSent({ state: 'sending' })
    const submission = await register
      .submitView(command, seen ?? undefined)
      .catch((): ViewSubmission => ({ state: 'unsaved', because: 'fault', requestId: null }))
    if (submission.state !== 'saved') return setSent(submission)
    form.current?.closest<HTMLElement>('[popover]')?.hidePopover()
    onDone(command.kind === 'removeView' ? null : (command.view ?? command.id), said)
  }
  const save = (as: SavedView | null): void => {
    const before = tried.current?.kind === 'saveView' && tried.current.view === (as?.id ?? null) ? tried.current : null
    const command: SaveView = {
      kind: 'saveView',
      id: before && sent.state === 'unsaved' ? before.id : newCommandId(),
      view: as?.id ?? null,
      name,
      scope,
      content: view,
    }
    void submit(command, as, words.say('savedview.saved', { name: name.trim() }))
  }
  const remove = (): void => {
    if (!saved) return
    const command = { kind: 'removeView', id: newCommandId(), view: saved.id } as const
    void submit(command, saved, words.say('savedview.removed', { name: saved.name }))
  }
  const problem = sent.state === 'refused' ? sent.refusal : null
  const said = sent.state === 'stale' ? (sent.now ? 'savedview.stale' : 'savedview.gone') : null

  return (
    <form
      ref={form}
      className={styles.form}
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        save(mayChange ? saved : null)
      }}
    >
      <p className={styles.title}>{saved ? saved.name : words.say('savedview.title')}</p>
      {saved && !mayChange && <p className={styles.note}>{words.say('savedview.notYours')}</p>}
      <Field
        label={words.say('savedview.name')}
        validationMessage={problem?.field === 'name' ? words.refusal(problem) : null}
      >
        <Input
          input={{ ref: input }}
          value={name}
          readOnly={busy}
          onChange={(_, data) => {
            setName(data.value)
            if (sent.state !== 'idle') setSent({ state: 'idle' })
          }}
        />
      </Field>
      {coordinator && (
        <Field label={words.say('savedview.scope')}>
          <RadioGroup
            value={scope}
            disabled={busy}
            onChange={(_, data) => setScope(data.value === 'group' ? 'group' : 'mine')}
          >
            <Radio value="mine" label={words.say('savedview.scope.mine')} />
            <Radio value="group" label={words.say('savedview.scope.group')} />
          </RadioGroup>
        </Field>
      )}
      {problem && problem.field !== 'name' && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{words.refusal(problem)}</MessageBarBody>
        </MessageBar>
      )}
      {sent.state === 'unsaved' && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            {words.say(`composer.unsaved.${sent.because}`, {
              requestId: sent.requestId ?? words.say('register.state.noRequestId'),
            })}
          </MessageBarBody>
        </MessageBar>
      )}
      {said && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{words.say(said)}</MessageBarBody>
        </MessageBar>
      )}
      <div className={styles.doors}>
        <Button type="submit" appearance="primary" disabledFocusable={busy}>
          {words.say(busy ? 'composer.sending' : 'savedview.save')}
        </Button>
        {mayChange && (
          <>
            <Button disabledFocusable={busy} onClick={() => save(null)}>
              {words.say('savedview.saveNew')}
            </Button>
            <Button disabledFocusable={busy} onClick={remove}>
              {words.say('savedview.remove')}
            </Button>
          </>
        )}
        {saved && linkTo && (
          <CopyButton kind="text" text={linkTo(makeViewSubPage(saved.id))} label={words.say('savedview.share')} />
        )}
      </div>
    </form>
  )
}
