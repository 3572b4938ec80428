/** What is looked for in the audit: days as people type them, who, which kind of access, what, about what. */

import { Button, Field, Input, makeStyles, Select, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { AuditFilter, AuditPage } from '../../contract/audit.ts'
import { isDay, type Day } from '../../domain/day.ts'
import { parseDayWords } from '../../domain/duewords.ts'
import { AUDIT_EVENTS } from '../../domain/record.ts'
import { useWords } from '../words.tsx'
import { ANY } from './asking.ts'
import { operationWords, whoWords } from './entrywords.ts'

const useStyles = makeStyles({
  form: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(11rem, 1fr))',
    alignItems: 'start',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
  },
  field: { minWidth: '0', '& select': { minWidth: '0', width: '100%' } },
  input: { minWidth: '0' },
  buttons: {
    gridColumn: '1 / -1',
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
  },
})

/** The service itself, among people. */
const SERVICE = 'service'

export interface FiltersProps {
  readonly filter: AuditFilter
  /** Who and what there is to choose from; null: not known yet. */
  readonly choices: AuditPage['choices']
  readonly today: Day
  readonly onFilter: (filter: AuditFilter) => void
}

export function Filters({ filter, choices, today, onFilter }: FiltersProps) {
  const styles = useStyles()
  const words = useWords()
  const shown = (day: Day | null): string => (day === null ? '' : words.day(day))
  const [days, setDays] = useState({ from: shown(filter.from), to: shown(filter.to) })
  const [rest, setRest] = useState(filter)
  const [subject, setSubject] = useState(filter.subject ?? '')
  const [unreal, setUnreal] = useState<ReadonlySet<'from' | 'to'>>(new Set())
  const names = new Map(choices?.people.map(({ person, name }) => [person, name]))

  const read = (text: string): Day | null | undefined => {
    if (text.trim() === '') return null
    const day = parseDayWords(text, today, 'past')
    return day !== null && isDay(day) ? day : undefined
  }
  const search = (): void => {
    const [from, to] = [read(days.from), read(days.to)]
    const wrong = new Set<'from' | 'to'>()
    if (from === undefined) wrong.add('from')
    if (to === undefined) wrong.add('to')
    setUnreal(wrong)
    if (from === undefined || to === undefined) return
    setDays({ from: shown(from), to: shown(to) })
    onFilter({ ...rest, from, to, subject: subject.trim() || null })
  }
  const clear = (): void => {
    setDays({ from: '', to: '' })
    setRest(ANY)
    setSubject('')
    setUnreal(new Set())
    onFilter(ANY)
  }
  const dayField = (name: 'from' | 'to') => (
    <Field
      className={styles.field}
      label={words.say(`audit.${name}`)}
      validationMessage={unreal.has(name) ? words.say('audit.dayUnreal') : null}
    >
      <Input
        className={styles.input}
        input={{ style: { minWidth: 0 } }}
        value={days[name]}
        autoComplete="off"
        onChange={(_, { value }) => setDays({ ...days, [name]: value })}
      />
    </Field>
  )
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        search()
      }}
    >
      {dayField('from')}
      {dayField('to')}
      <Field className={styles.field} label={words.say('audit.person')}>
        <Select value={rest.person ?? ''} onChange={(_, { value }) => setRest({ ...rest, person: value || null })}>
          <option value="">{words.say('audit.anybody')}</option>
          <option value={SERVICE}>{words.say('audit.service')}</option>
          {[...(choices?.people ?? [])]
            .toSorted((a, b) => a.name.localeCompare(b.name))
            .map(({ person }) => (
              <option key={person} value={person}>
                {whoWords(person, names, words)}
              </option>
            ))}
        </Select>
      </Field>
      <Field className={styles.field} label={words.say('audit.event')}>
        <Select
          value={rest.event ?? ''}
          onChange={(_, { value }) => setRest({ ...rest, event: AUDIT_EVENTS.find((each) => each === value) ?? null })}
        >
          <option value="">{words.say('audit.anyEvent')}</option>
          {AUDIT_EVENTS.map((event) => (
            <option key={event} value={event}>
              {words.say(`audit.event.${event}`)}
            </option>
          ))}
        </Select>
      </Field>
      <Field className={styles.field} label={words.say('audit.operation')}>
        <Select
          value={rest.operation ?? ''}
          onChange={(_, { value }) => setRest({ ...rest, operation: value || null })}
        >
          <option value="">{words.say('audit.anyOperation')}</option>
          {(choices?.operations ?? []).map((operation) => (
            <option key={operation} value={operation}>
              {operationWords(operation, words)}
            </option>
          ))}
        </Select>
      </Field>
      <Field className={styles.field} label={words.say('audit.subject')} hint={words.say('audit.subject.hint')}>
        <Input
          className={styles.input}
          input={{ style: { minWidth: 0 } }}
          value={subject}
          maxLength={200}
          autoComplete="off"
          onChange={(_, { value }) => setSubject(value)}
        />
      </Field>
      <div className={styles.buttons}>
        <Button type="submit" appearance="primary">
          {words.say('audit.search')}
        </Button>
        <Button appearance="subtle" onClick={clear}>
          {words.say('audit.clear')}
        </Button>
      </div>
    </form>
  )
}
