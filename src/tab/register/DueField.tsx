/** A due typed in words, with how it was read beside it. */

import { Field, Input } from '@fluentui/react-components'
import type { Day } from '../../domain/day.ts'
import { lastDayOf } from '../../domain/due.ts'
import { parseDueWords } from '../../domain/duewords.ts'
import { useWords } from '../words.tsx'

export interface DueFieldProps {
  readonly label: string
  readonly value: string
  readonly today: Day
  readonly nextMeeting: Day | null
  readonly onChange: (value: string) => void
  readonly problem?: string | undefined
  readonly disabled?: boolean
}

export function DueField({ label, value, today, nextMeeting, onChange, problem, disabled = false }: DueFieldProps) {
  const words = useWords()
  const due = parseDueWords(value, today)
  const last = due && lastDayOf(due, nextMeeting)
  const read = due && (last ? `${words.dueStated(due)} (${words.relativeDay(last, today)})` : words.dueStated(due))
  return (
    <Field
      label={label}
      hint={read ? words.say('composer.dueRead', { due: read }) : words.say('composer.dueHint')}
      validationMessage={problem ?? null}
    >
      <Input value={value} disabled={disabled} style={{ minWidth: 0 }} onChange={(_, data) => onChange(data.value)} />
    </Field>
  )
}
