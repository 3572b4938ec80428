/** Which work answers a paragraph, and what shows it. */

import { Button, Combobox, Field, makeStyles, Option, OptionGroup, Textarea, tokens } from '@fluentui/react-components'
import { useMemo, useState } from 'react'
import { named } from '../../documents/export/assurance.ts'
import { WORK_KINDS, workKey, type Work } from '../../domain/covering.ts'
import { plainText } from '../../domain/passage.ts'
import type { Words } from '../../words/words.ts'
import { useWords } from '../words.tsx'

/** Of one kind: more than anybody reads through. */
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
  /** By `workKey`. */
  readonly work: ReadonlyMap<string, Work>
  /** What was said of it before. */
  readonly evidenceOf: (work: Work) => string
  readonly onLink: (work: Work, evidence: string) => Promise<void>
  readonly onClose: () => void
}

export function LinkForm({ number, work, evidenceOf, onLink, onClose }: LinkFormProps) {
  const words = useWords()
  const styles = useStyles()
  const [typed, setTyped] = useState('')
  const [picked, setPicked] = useState<Work | null>(null)
  const [evidence, setEvidence] = useState('')
  const [isMissing, setIsMissing] = useState(false)
  // The newest action is the likeliest; the others stand as their rooms order them.
  const all = useMemo(() => [...work.values()].filter(({ counts }) => counts), [work])
  const found = WORK_KINDS.map((kind) => {
    const own = all.filter((each) => each.kind === kind && (picked !== null || has(each, typed, words)))
    return { kind, own: (kind === 'action' ? own.toReversed() : own).slice(0, OFFERED) }
  }).filter(({ own }) => own.length > 0)
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
            const chosen = work.get(optionValue ?? '')
            if (!chosen) return
            setPicked(chosen)
            setTyped(optionText ?? '')
            setEvidence(evidenceOf(chosen))
          }}
        >
          {found.map(({ kind, own }) => (
            <OptionGroup key={kind} label={words.say(`assurance.link.group.${kind}`)}>
              {own.map((each) => (
                <Option key={each.key} value={workKey(each)} text={labelOf(each, words)}>
                  {labelOf(each, words)}
                </Option>
              ))}
            </OptionGroup>
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
          {words.say('exporting.cancel')}
        </Button>
      </div>
    </form>
  )
}

function labelOf({ name }: Work, words: Words): string {
  return plainText(named(name, words))
}

function has(work: Work, typed: string, words: Words): boolean {
  return labelOf(work, words).toLowerCase().includes(typed.trim().toLowerCase())
}
