/** One field of a deed's form, with what is wrong with it beside it. */

import {
  Combobox,
  Field,
  Input,
  makeStyles,
  Option,
  Radio,
  RadioGroup,
  Select,
  Textarea,
  tokens,
} from '@fluentui/react-components'
import { useMemo } from 'react'
import { COLOURS, type Owner } from '../../domain/action.ts'
import type { Day } from '../../domain/day.ts'
import { plainText } from '../../domain/passage.ts'
import { compareReferences } from '../../domain/reference.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import { StatusShape } from '../design/StatusMark.tsx'
import { oneLine } from '../design/scale.ts'
import { useWords } from '../words.tsx'
import { DueField } from './DueField.tsx'
import { OwnerPicker } from './OwnerPicker.tsx'
import type { Field as FieldSpec } from './deedfields.ts'

export interface DeedFieldProps {
  readonly field: FieldSpec
  readonly value: string | readonly Owner[]
  readonly snapshot: Snapshot
  readonly today: Day
  readonly nextMeeting: Day | null
  readonly busy: boolean
  readonly problem: string | undefined
  readonly onChange: (value: string | readonly Owner[]) => void
}

/** More than these are a list to pull down. */
const FEW = 6

const useStyles = makeStyles({
  choices: {
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalS,
    marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})`,
  },
  colour: { display: 'inline-flex', alignItems: 'center', gap: tokens.spacingHorizontalSNudge },
  text: { '& textarea': { minHeight: '76px' } },
  picker: { minWidth: '0', width: '100%' },
  option: { display: 'flex', gap: tokens.spacingHorizontalS, minWidth: '0' },
  details: { ...oneLine, color: tokens.colorNeutralForeground2 },
})

export function DeedField(props: DeedFieldProps) {
  const { field, value, snapshot, today, nextMeeting, busy, problem, onChange } = props
  const words = useWords()
  const styles = useStyles()
  const said = words.say(field.label)
  const label = field.optional ? words.say('acting.optional', { label: said }) : said
  const typed = typeof value === 'string' ? value : ''
  switch (field.kind) {
    case 'owners':
      return (
        <OwnerPicker
          label={label}
          snapshot={snapshot}
          owners={typeof value === 'string' ? [] : value}
          disabled={busy}
          problem={problem}
          onChange={onChange}
        />
      )
    case 'due':
      return (
        <DueField
          label={label}
          value={typed}
          today={today}
          nextMeeting={nextMeeting}
          disabled={busy}
          problem={problem}
          onChange={onChange}
        />
      )
    case 'action':
      return (
        <Field label={label} hint={words.say('acting.field.actionHint')} validationMessage={problem ?? null}>
          <ActionInput value={typed} snapshot={snapshot} disabled={busy} onChange={onChange} />
        </Field>
      )
    case 'text':
      return (
        <Field label={label} validationMessage={problem ?? null}>
          <Textarea
            className={styles.text}
            resize="vertical"
            value={typed}
            readOnly={busy}
            onChange={(_, data) => onChange(data.value)}
          />
        </Field>
      )
    case 'line':
    case 'day':
      return (
        <Field
          label={label}
          hint={field.kind === 'day' ? words.say('composer.dayHint') : null}
          validationMessage={problem ?? null}
        >
          <Input
            value={typed}
            readOnly={busy}
            placeholder={field.kind === 'day' ? words.day(today) : ''}
            onChange={(_, data) => onChange(data.value)}
          />
        </Field>
      )
    case 'choice': {
      const choices = field.choices ?? []
      return (
        <Field label={label} validationMessage={problem ?? null}>
          {choices.length > FEW ? (
            <Select value={typed} disabled={busy} onChange={(_, data) => onChange(data.value)}>
              {choices.map(([each, said]) => (
                <option key={each} value={each}>
                  {said}
                </option>
              ))}
            </Select>
          ) : (
            <RadioGroup
              layout="horizontal"
              className={styles.choices}
              value={typed}
              disabled={busy}
              onChange={(_, data) => onChange(data.value)}
            >
              {choices.map(([each, said]) => {
                const colour = COLOURS.find((known) => known === each)
                return (
                  <Radio
                    key={each}
                    value={each}
                    label={
                      colour ? (
                        <span className={styles.colour}>
                          <StatusShape colour={colour} side={16} /> {said}
                        </span>
                      ) : (
                        said
                      )
                    }
                  />
                )
              })}
            </RadioGroup>
          )}
        </Field>
      )
    }
  }
}

interface ActionInputProps {
  readonly value: string
  readonly snapshot: Snapshot
  readonly disabled: boolean
  readonly onChange: (value: string) => void
}

/** As many as one reads; typing finds the others. */
const OFFERED = 8

/** The number of an action of this group, found by number or words; or whatever else is typed. */
function ActionInput({ value, snapshot, disabled, onChange, ...field }: ActionInputProps) {
  const styles = useStyles()
  const choices = useMemo(
    () =>
      [...snapshot.actions.values()]
        .toSorted((a, b) => compareReferences(b.reference, a.reference))
        .map(({ reference, details }) => ({ reference, details: plainText(details) })),
    [snapshot.actions],
  )
  const wanted = value.trim().toLowerCase()
  const found = choices
    .filter(({ reference, details }) => reference.startsWith(wanted) || details.toLowerCase().includes(wanted))
    .slice(0, OFFERED)
  return (
    <Combobox
      {...field}
      freeform
      className={styles.picker}
      value={value}
      selectedOptions={[]}
      disabled={disabled}
      onChange={(event) => onChange(event.target.value)}
      onOptionSelect={(_, { optionValue }) => {
        if (optionValue !== undefined) onChange(optionValue)
      }}
    >
      {found.map(({ reference, details }) => (
        <Option key={reference} value={reference} text={reference}>
          <span className={styles.option}>
            <strong>{reference}</strong> <span className={styles.details}>{details}</span>
          </span>
        </Option>
      ))}
    </Combobox>
  )
}
