/** Which action answers a paragraph, and what shows it. */

import { Button, Combobox, Field, makeStyles, Option, Textarea, tokens } from '@fluentui/react-components'
import { useMemo, useState } from 'react'
import type { Action, ActionId } from '../../domain/action.ts'
import { plainText } from '../../domain/passage.ts'
import { compareReferences } from '../../domain/reference.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import { useWords } from '../words.tsx'

/** More than anybody reads through. */
const OFFERED = 40

const useStyles = makeStyles({
  form: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    maxWidth: '36rem',
    padding: `${tokens.spacingVerticalS} 0`,
  },
  buttons: { display: 'flex', gap: tokens.spacingHorizontalS },
})

export interface LinkFormProps {
  readonly number: string
  readonly snapshot: Snapshot
  /** What was said of an action before. */
  readonly evidenceOf: (action: ActionId) => string
  readonly onLink: (action: ActionId, evidence: string) => Promise<void>
  readonly onClose: () => void
}

export function LinkForm({ number, snapshot, evidenceOf, onLink, onClose }: LinkFormProps) {
  const words = useWords()
  const styles = useStyles()
  const [typed, setTyped] = useState('')
  const [picked, setPicked] = useState<ActionId | null>(null)
  const [evidence, setEvidence] = useState('')
  const [isMissing, setIsMissing] = useState(false)
  const all = useMemo(
    () =>
      [...snapshot.actions.values()]
        .filter(({ status }) => status !== 'closed')
        .toSorted((a, b) => compareReferences(b.reference, a.reference)),
    [snapshot],
  )
  const found = picked === null ? all.filter((action) => has(action, typed)).slice(0, OFFERED) : all.slice(0, OFFERED)
  return (
    <form
      className={styles.form}
      noValidate
      aria-label={words.say('assurance.link.to', { number })}
      onSubmit={(event) => {
        event.preventDefault()
        if (picked === null) setIsMissing(true)
        else void onLink(picked, evidence)
      }}
    >
      <Field
        label={words.say('assurance.link.which')}
        required
        {...(isMissing && picked === null
          ? { validationState: 'error', validationMessage: words.say('assurance.link.missing') }
          : {})}
      >
        <Combobox
          freeform
          value={typed}
          placeholder={words.say('assurance.link.type')}
          onChange={({ target }) => {
            setTyped(target.value)
            setPicked(null)
          }}
          onOptionSelect={(_, { optionValue, optionText }) => {
            if (optionValue === undefined) return
            setPicked(optionValue)
            setTyped(optionText ?? '')
            setEvidence(evidenceOf(optionValue))
          }}
        >
          {found.map((action) => (
            <Option key={action.id} value={action.id} text={labelOf(action)}>
              {labelOf(action)}
            </Option>
          ))}
          {found.length === 0 && (
            <Option disabled value="" text="">
              {words.say('assurance.link.none')}
            </Option>
          )}
        </Combobox>
      </Field>
      <Field label={words.say('assurance.link.evidence')} hint={words.say('assurance.link.evidence.hint')}>
        <Textarea value={evidence} resize="vertical" onChange={(_, { value }) => setEvidence(value)} />
      </Field>
      <div className={styles.buttons}>
        <Button type="submit" appearance="primary" size="small">
          {words.say('assurance.link.save')}
        </Button>
        <Button size="small" onClick={onClose}>
          {words.say('report.cancel')}
        </Button>
      </div>
    </form>
  )
}

function labelOf({ reference, details }: Action): string {
  return `${reference} ${plainText(details)}`
}

function has(action: Action, typed: string): boolean {
  return labelOf(action).toLowerCase().includes(typed.trim().toLowerCase())
}
