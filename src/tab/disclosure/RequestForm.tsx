/** A request for disclosure as it was received: which authority was asked, when, for what. */

import { Button, Field, Input, Select, Textarea } from '@fluentui/react-components'
import { useState } from 'react'
import type { DisclosureTold } from '../../contract/disclosure.ts'
import { isDay } from '../../domain/day.ts'
import type { DisclosureDraft } from '../../domain/disclosure.ts'
import type { Session } from '../session.ts'
import { useWords } from '../words.tsx'
import { useSender } from './asking.ts'
import { useDisclosureStyles } from './disclosurestyles.ts'
import { Trouble } from './Trouble.tsx'

export interface RequestFormProps {
  readonly session: Session
  readonly group: string
  readonly disclosure: string
  /** Null: it is new. */
  readonly request: DisclosureTold | null
  readonly onLeave: () => void
  readonly onDone: () => void
}

export function RequestForm({ session, group, disclosure, request, onLeave, onDone }: RequestFormProps) {
  const words = useWords()
  const styles = useDisclosureStyles()
  const { sending, change } = useSender(session, group, disclosure)
  const today = session.clock.today()
  const [isTried, setTried] = useState(false)
  const [draft, setDraft] = useState<DisclosureDraft>({
    reference: request?.reference ?? '',
    authority: request?.authority ?? '',
    received: request?.received ?? today,
    scope: request?.scope ?? '',
    language: request?.language ?? words.language,
  })
  const fill = (fields: Partial<DisclosureDraft>): void => setDraft({ ...draft, ...fields })
  const missing = (field: 'reference' | 'authority' | 'scope'): string | null =>
    isTried && draft[field].trim() === '' ? words.say('disclosure.form.missing') : null
  const isWhole =
    [draft.reference, draft.authority, draft.scope].every((each) => each.trim() !== '') &&
    isDay(draft.received) &&
    draft.received <= today
  const send = async (): Promise<void> => {
    setTried(true)
    if (isWhole && (await change({ kind: 'write', draft }))) onDone()
  }
  return (
    <form
      className={styles.form}
      aria-label={words.say('disclosure.form')}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (sending.state !== 'saving') void send()
      }}
    >
      <Field label={words.say('disclosure.form.reference')} required validationMessage={missing('reference')}>
        <Input value={draft.reference} maxLength={80} onChange={(_, { value }) => fill({ reference: value })} />
      </Field>
      <Field
        label={words.say('disclosure.form.authority')}
        hint={words.say('disclosure.form.authority.hint')}
        required
        validationMessage={missing('authority')}
      >
        <Input value={draft.authority} maxLength={120} onChange={(_, { value }) => fill({ authority: value })} />
      </Field>
      <Field label={words.say('disclosure.form.received')} required>
        <Input type="date" value={draft.received} max={today} onChange={(_, { value }) => fill({ received: value })} />
      </Field>
      <Field label={words.say('disclosure.form.scope')} required validationMessage={missing('scope')}>
        <Textarea value={draft.scope} maxLength={4000} onChange={(_, { value }) => fill({ scope: value })} />
      </Field>
      <Field label={words.say('disclosure.form.language')}>
        <Select value={draft.language} onChange={(_, { value }) => fill({ language: value === 'cy' ? 'cy' : 'en' })}>
          <option value="en">{words.say('disclosure.form.english')}</option>
          <option value="cy">{words.say('disclosure.form.welsh')}</option>
        </Select>
      </Field>
      <Trouble sending={sending} />
      <div className={styles.line}>
        <Button type="submit" appearance="primary" disabledFocusable={sending.state === 'saving'}>
          {words.say('disclosure.save')}
        </Button>
        <Button appearance="subtle" onClick={onLeave}>
          {words.say('disclosure.leave')}
        </Button>
      </div>
    </form>
  )
}
