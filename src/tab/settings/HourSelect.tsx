/** The time of day at which a message is sent: each half hour of a day's waking part. */

import { Field, Select } from '@fluentui/react-components'
import { useWords } from '../words.tsx'

/** Minutes after midnight. */
const [FIRST, LAST, STEP] = [6 * 60, 21 * 60, 30]
const TIMES = Array.from({ length: (LAST - FIRST) / STEP + 1 }, (_, index) => FIRST + index * STEP)

export interface HourSelectProps {
  readonly label: string
  readonly value: number | null
  /** What null is called; without it a time has to be chosen. */
  readonly none?: string
  readonly onChange: (value: number | null) => void
}

export function HourSelect({ label, value, none, onChange }: HourSelectProps) {
  const words = useWords()
  const times = value === null || TIMES.includes(value) ? TIMES : [...TIMES, value].toSorted((a, b) => a - b)
  return (
    <Field label={label} hint={words.say('settings.london')}>
      <Select
        value={value === null ? '' : String(value)}
        onChange={(_, data) => onChange(data.value === '' ? null : Number(data.value))}
      >
        {none !== undefined && <option value="">{none}</option>}
        {times.map((time) => (
          <option key={time} value={time}>
            {makeTime(time)}
          </option>
        ))}
      </Select>
    </Field>
  )
}

/** `08:30` */
function makeTime(minutes: number): string {
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}
