/** Which past day the register is shown on: typed as people type days, or one of those that are asked for most. */

import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { addDays, addMonths, isDay, type Day } from '../../domain/day.ts'
import { parseDayWords } from '../../domain/duewords.ts'
import { periodOf } from '../../domain/period.ts'
import { useWords } from '../words.tsx'

const useStyles = makeStyles({
  form: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-start',
    gap: tokens.spacingHorizontalS,
    padding: `0 ${tokens.spacingHorizontalM} ${tokens.spacingVerticalS}`,
  },
  field: { flex: '0 1 16rem', minWidth: '0' },
  // Beside the box and not beside its label.
  buttons: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    paddingTop: tokens.spacingVerticalXXL,
    '@media (max-width: 640px)': { paddingTop: '0' },
  },
})

export interface DayFieldProps {
  readonly today: Day
  readonly day: Day | null
  readonly onDay: (day: Day) => void
}

export function DayField({ today, day, onDay }: DayFieldProps) {
  const styles = useStyles()
  const words = useWords()
  const [text, setText] = useState(day === null ? '' : words.day(day))
  const [problem, setProblem] = useState<'access.day.unreal' | 'access.day.future' | null>(null)
  const show = (chosen: Day): void => {
    setProblem(null)
    setText(words.day(chosen))
    onDay(chosen)
  }
  const quarterEnd = addDays(periodOf(today, 'quarterly', 1).from, -1)
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        const typed = parseDayWords(text, today, 'past')
        if (typed === null || !isDay(typed)) setProblem('access.day.unreal')
        else if (typed > today) setProblem('access.day.future')
        else show(typed)
      }}
    >
      <Field
        className={styles.field}
        label={words.say('access.day.label')}
        hint={problem === null ? words.say('access.day.hint') : null}
        validationMessage={problem && words.say(problem)}
      >
        <Input
          value={text}
          autoComplete="off"
          style={{ minWidth: 0 }}
          onChange={(_, data) => {
            setProblem(null)
            setText(data.value)
          }}
        />
      </Field>
      <div className={styles.buttons}>
        <Button type="submit" appearance="primary">
          {words.say('access.day.show')}
        </Button>
        <Button onClick={() => show(addMonths(today, -1))}>{words.say('access.day.month')}</Button>
        <Button onClick={() => show(quarterEnd)}>{words.say('access.day.quarter')}</Button>
      </div>
    </form>
  )
}
