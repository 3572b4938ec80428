/** When and in which language one person is written to. Kept by the service under that person, for all their groups. */

import { Checkbox, Field, Input, makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type * as v from 'valibot'
import { approvalEndpoints } from '../../contract/approvals.ts'
import { addDays, type Day } from '../../domain/day.ts'
import { parseDayWords } from '../../domain/duewords.ts'
import { type } from '../design/scale.ts'
import type { Session } from '../session.ts'
import { FaultNotice } from '../shell/FaultNotice.tsx'
import { Opening } from '../shell/Opening.tsx'
import { useWords } from '../words.tsx'
import { HourSelect } from './HourSelect.tsx'
import { SettingsPage } from './SettingsPage.tsx'
import { useChoice, type Choice } from './choice.ts'

type Preferences = v.InferOutput<NonNullable<(typeof approvalEndpoints)['setPreferences']['request']>>['value']

const useStyles = makeStyles({
  days: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM },
  pair: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(150px, 1fr))',
    gap: tokens.spacingHorizontalM,
  },
  group: { margin: '0', padding: '0', border: 'none', minWidth: '0' },
  legend: { ...type.row, padding: '0' },
  hint: { ...type.label, margin: '0', color: tokens.colorNeutralForeground2 },
})

/** Monday to Sunday, as the service counts them. */
const WEEK = [1, 2, 3, 4, 5, 6, 7] as const
/** Some Sunday: the days of the week follow it. */
const A_SUNDAY: Day = '2026-11-22'

export interface MySettingsProps {
  readonly session: Session
  readonly onBack: () => void
}

export function MySettings({ session, onBack }: MySettingsProps) {
  const { api } = session
  const choice = useChoice<Preferences>(['preferences'], {
    read: () => api.ask(approvalEndpoints.preferences, {}),
    write: (chosen) => api.ask(approvalEndpoints.setPreferences, {}, chosen),
  })
  const { read } = choice
  if (read.isPending) return <Opening />
  if (read.isError)
    return <FaultNotice fault={read.error} onAgain={() => void read.refetch()} tokens={session.tokens} />
  return <Form choice={choice} value={read.data.value} today={session.clock.today()} onBack={onBack} />
}

interface FormProps {
  readonly choice: Choice<Preferences>
  readonly value: Preferences
  readonly today: Day
  readonly onBack: () => void
}

function Form({ choice, value, today, onBack }: FormProps) {
  const styles = useStyles()
  const words = useWords()
  const [filled, setFilled] = useState(value)
  const [from, setFrom] = useState(value.away ? words.day(value.away.from) : '')
  const [until, setUntil] = useState(value.away ? words.day(value.away.until) : '')
  const [wrong, setWrong] = useState<WrongAway>({})
  const change = (fields: Partial<Preferences>): void => {
    choice.touch()
    setFilled({ ...filled, ...fields })
  }
  const save = (): void => {
    const read = readAway(from, until, today)
    setWrong(read.wrong)
    if (read.away !== undefined) void choice.save({ ...filled, away: read.away })
  }
  const awayDay = (end: 'from' | 'until', typed: string, type: (text: string) => void, example: Day) => {
    const problem = wrong[end]
    return (
      <Field
        label={words.say(`settings.away.${end}`)}
        validationMessage={problem ? words.say(`settings.away.${problem}`) : null}
      >
        <Input
          value={typed}
          placeholder={words.day(example)}
          autoComplete="off"
          style={{ minWidth: 0 }}
          onChange={(_, data) => {
            choice.touch()
            type(data.value)
          }}
        />
      </Field>
    )
  }
  return (
    <SettingsPage
      title={words.say('settings.mine.title')}
      why={words.say('settings.mine.why')}
      onBack={onBack}
      onSave={save}
      saving={choice.saving}
    >
      <HourSelect
        label={words.say('settings.at')}
        value={filled.at}
        none={words.say('settings.at.group')}
        onChange={(at) => change({ at })}
      />
      <fieldset className={styles.group}>
        <legend className={styles.legend}>{words.say('settings.daysOff')}</legend>
        <div className={styles.days}>
          {WEEK.map((day) => (
            <Checkbox
              key={day}
              label={words.weekday(addDays(A_SUNDAY, day))}
              checked={filled.daysOff.includes(day)}
              onChange={(_, { checked }) =>
                change({
                  daysOff: WEEK.filter((each) => (each === day ? checked === true : filled.daysOff.includes(each))),
                })
              }
            />
          ))}
        </div>
        <p className={styles.hint}>{words.say('settings.daysOff.hint')}</p>
      </fieldset>
      <fieldset className={styles.group}>
        <legend className={styles.legend}>{words.say('settings.away')}</legend>
        <div className={styles.pair}>
          {awayDay('from', from, setFrom, today)}
          {awayDay('until', until, setUntil, addDays(today, 14))}
        </div>
        <p className={styles.hint}>{words.say('settings.away.hint')}</p>
      </fieldset>
      <Field label={words.say('settings.language')}>
        <RadioGroup
          value={filled.language ?? ''}
          onChange={(_, data) => change({ language: data.value === 'en' || data.value === 'cy' ? data.value : null })}
        >
          <Radio value="" label={words.say('settings.language.teams')} />
          <Radio value="en" label="English" />
          <Radio value="cy" label="Cymraeg" />
        </RadioGroup>
      </Field>
    </SettingsPage>
  )
}

type WrongAway = { readonly [End in 'from' | 'until']?: 'noDay' | 'order' }

/** Both days or neither (null); undefined where one can't be read, is missing beside the other, or comes before it. */
function readAway(
  from: string,
  until: string,
  today: Day,
): { readonly away: Preferences['away'] | undefined; readonly wrong: WrongAway } {
  if (from.trim() === '' && until.trim() === '') return { away: null, wrong: {} }
  const [first, last] = [parseDayWords(from, today), parseDayWords(until, today)]
  if (first === null || last === null) {
    return {
      away: undefined,
      wrong: { ...(first === null ? { from: 'noDay' } : {}), ...(last === null ? { until: 'noDay' } : {}) },
    }
  }
  if (last < first) return { away: undefined, wrong: { until: 'order' } }
  return { away: { from: first, until: last }, wrong: {} }
}
