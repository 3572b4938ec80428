/** Since which day is counted: one click for the days that people ask for, any other one typed. */

import { Field, Input, makeStyles, ToggleButton, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { isDay, type Day } from '../../domain/day.ts'
import { useWords } from '../words.tsx'
import type { Preset } from './since.ts'

const useStyles = makeStyles({
  bar: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
})

export interface SinceBarProps {
  readonly presets: readonly Preset[]
  readonly since: Day
  readonly today: Day
  readonly onSince: (day: Day) => void
}

export function SinceBar({ presets, since, today, onSince }: SinceBarProps) {
  const words = useWords()
  const styles = useStyles()
  const isPreset = presets.some(({ day }) => day === since)
  const [other, setOther] = useState(!isPreset)
  const [typed, setTyped] = useState<string>(since)
  return (
    <div className={styles.bar} role="group" aria-label={words.say('incidents.since')}>
      {presets.map(({ preset, day }) => (
        <ToggleButton
          key={preset}
          size="small"
          checked={!other && day === since}
          onClick={() => {
            setOther(false)
            onSince(day)
          }}
        >
          {preset === 'first'
            ? words.say('incidents.since.first', {
                day: day.endsWith('-01') ? words.month(day.slice(0, 7)) : words.day(day),
              })
            : words.say(`incidents.since.${preset}`)}
        </ToggleButton>
      ))}
      <ToggleButton
        size="small"
        checked={other}
        onClick={() => {
          setOther(true)
          setTyped(since)
        }}
      >
        {words.say('incidents.since.other')}
      </ToggleButton>
      {other && (
        <Field>
          <Input
            type="date"
            size="small"
            aria-label={words.say('incidents.since.other')}
            max={today}
            value={typed}
            onChange={(_, data) => {
              setTyped(data.value)
              if (isDay(data.value) && data.value <= today) onSince(data.value)
            }}
          />
        </Field>
      )}
    </div>
  )
}
