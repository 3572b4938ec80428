/** Withholding something of a row: where, which words, on what ground, and what stands in their place. */

import { Button, Field, Input, Select, Textarea } from '@fluentui/react-components'
import { use, useEffect, useRef, useState } from 'react'
import { DISCLOSURE_COLUMNS, occurrenceOf, type DisclosureColumn, type Withheld } from '../../domain/disclosure.ts'
import type { Ground } from '../../domain/grounds.ts'
import { loadAllWords } from '../../words/loading.ts'
import { makeId } from '../shell/id.ts'
import { useWords } from '../words.tsx'
import { useDisclosureStyles } from './disclosurestyles.ts'

/** What somebody marked in the table, or a row as a whole. */
export interface Marked {
  readonly action: string
  readonly reference: string
  readonly column: DisclosureColumn | null
  readonly text: string
  readonly occurrence: number
}

export interface WithholdFormProps {
  readonly marked: Marked
  /** What each column of the row reads. */
  readonly texts: Readonly<Record<DisclosureColumn, string>>
  /** Those that are offered. */
  readonly grounds: readonly Ground[]
  /** Of the copy: what stands in its place is read there. */
  readonly language: 'en' | 'cy'
  readonly onWithhold: (withheld: Withheld) => Promise<void>
  readonly onLeave: () => void
}

export function WithholdForm({ marked, texts, grounds, language, onWithhold, onLeave }: WithholdFormProps) {
  const words = useWords()
  const styles = useDisclosureStyles()
  const [column, setColumn] = useState(marked.column)
  const [text, setText] = useState(marked.text)
  const [ground, setGround] = useState(grounds[0]?.id ?? '')
  const usual = use(loadAllWords(language)).say('disclosure.instead.usual')
  const [instead, setInstead] = useState(usual)
  // It stands above the table, perhaps out of sight of the row that it is about.
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const whole = column === null ? null : texts[column]
  const isThere = whole === null || text === '' || whole.includes(text)
  const send = (): void => {
    if (!isThere || ground === '' || instead.trim() === '') return
    const isMarked = text === marked.text && column === marked.column
    const at = whole === null ? -1 : whole.indexOf(text)
    const first = whole === null || text === '' || at < 0 ? 1 : occurrenceOf(whole, [at, at + text.length])
    void onWithhold({
      id: makeId(),
      action: marked.action,
      column,
      text: column === null ? '' : text,
      occurrence: isMarked ? marked.occurrence : first,
      ground,
      words: instead.trim(),
    })
  }
  return (
    <form
      className={styles.form}
      aria-label={words.say('disclosure.withhold.title', { reference: marked.reference })}
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <h3 className={styles.heading} ref={heading} tabIndex={-1}>
        {words.say('disclosure.withhold.title', { reference: marked.reference })}
      </h3>
      <Field label={words.say('disclosure.withhold.where')}>
        <Select
          value={column ?? 'row'}
          onChange={(_, { value }) => setColumn(DISCLOSURE_COLUMNS.find((each) => each === value) ?? null)}
        >
          <option value="row">{words.say('disclosure.withhold.row')}</option>
          {DISCLOSURE_COLUMNS.filter((each) => texts[each] !== '').map((each) => (
            <option key={each} value={each}>
              {words.say(`exporting.column.${each}`)}
            </option>
          ))}
        </Select>
      </Field>
      {column !== null && (
        <Field
          label={words.say('disclosure.withhold.words')}
          hint={words.say('disclosure.withhold.words.hint')}
          validationMessage={isThere ? null : words.say('disclosure.withhold.notThere')}
        >
          <Textarea value={text} onChange={(_, { value }) => setText(value)} />
        </Field>
      )}
      <Field
        label={words.say('disclosure.withhold.ground')}
        hint={words.say('disclosure.withhold.ground.hint')}
        required
      >
        <Select value={ground} onChange={(_, { value }) => setGround(value)}>
          {grounds.map(({ id, ...each }) => (
            <option key={id} value={id}>
              {each[words.language]}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={words.say('disclosure.withhold.instead')} required>
        <Input
          input={{ lang: language }}
          value={instead}
          maxLength={120}
          onChange={(_, { value }) => setInstead(value)}
        />
      </Field>
      <div className={styles.line}>
        <Button type="submit" appearance="primary">
          {words.say('disclosure.withhold.do')}
        </Button>
        <Button appearance="subtle" onClick={onLeave}>
          {words.say('disclosure.leave')}
        </Button>
      </div>
    </form>
  )
}
