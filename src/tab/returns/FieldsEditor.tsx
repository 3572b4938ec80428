/** The typed fields of a return, in their order: added, taken out, moved up. A field's key never changes: it joins its periods. */

import { Button, Checkbox, Field, Input, makeStyles, Select, Textarea, tokens } from '@fluentui/react-components'
import { AddRegular, ArrowUpRegular, DeleteRegular } from '@fluentui/react-icons'
import { Controller, useFieldArray, useFormContext, useWatch } from 'react-hook-form'
import { INCIDENT_MEASURES } from '../../domain/incidentcount.ts'
import { FIELD_TYPES } from '../../domain/request.ts'
import type { WordKey } from '../../words/words.ts'
import { type } from '../design/scale.ts'
import { newCommandId } from '../register/sending.ts'
import { useWords } from '../words.tsx'
import { blankField, type ReturnForm } from './returnform.ts'

const useStyles = makeStyles({
  fields: { border: 'none', margin: '0', padding: '0', minWidth: '0' },
  legend: { ...type.row, fontWeight: tokens.fontWeightSemibold, padding: '0' },
  hint: { ...type.label, margin: `0 0 ${tokens.spacingVerticalS}`, color: tokens.colorNeutralForeground2 },
  list: { listStyleType: 'none', margin: '0', padding: '0' },
  field: {
    display: 'grid',
    alignItems: 'end',
    gap: tokens.spacingVerticalS,
    columnGap: tokens.spacingHorizontalM,
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 9rem), 1fr))',
    padding: `${tokens.spacingVerticalM} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  wide: { gridColumn: 'span 2', '@media (max-width: 640px)': { gridColumn: 'auto' } },
  doors: { display: 'flex' },
})

export interface FieldsEditorProps {
  /** The group is told of incidents: a figure can be counted from them. */
  readonly countsIncidents: boolean
}

export function FieldsEditor({ countsIncidents }: FieldsEditorProps) {
  const words = useWords()
  const styles = useStyles()
  const { control } = useFormContext<ReturnForm>()
  const { fields, append, remove, move } = useFieldArray({ control, name: 'fields' })
  return (
    <fieldset className={styles.fields}>
      <legend className={styles.legend}>{words.say('returns.editor.fields')}</legend>
      <p className={styles.hint}>{words.say('returns.editor.fields.hint')}</p>
      <ol className={styles.list}>
        {fields.map((field, index) => (
          <li key={field.id}>
            <OneField
              index={index}
              countsIncidents={countsIncidents}
              onRemove={() => remove(index)}
              onUp={index === 0 ? null : () => move(index, index - 1)}
            />
          </li>
        ))}
      </ol>
      <Button icon={<AddRegular />} onClick={() => append(blankField(newCommandId()))}>
        {words.say('returns.editor.field.add')}
      </Button>
    </fieldset>
  )
}

interface OneFieldProps extends FieldsEditorProps {
  readonly index: number
  readonly onRemove: () => void
  readonly onUp: (() => void) | null
}

function OneField({ index, countsIncidents, onRemove, onUp }: OneFieldProps) {
  const words = useWords()
  const styles = useStyles()
  const { control } = useFormContext<ReturnForm>()
  const kind = useWatch({ control, name: `fields.${index}.type` })
  const number = index + 1
  const text = (name: 'title' | 'unit' | 'min' | 'max', label: WordKey, className?: string) => (
    <Controller
      control={control}
      name={`fields.${index}.${name}`}
      render={({ field, fieldState }) => (
        <Field
          className={className}
          label={words.say(label)}
          validationMessage={fieldState.error?.message ? words.say(fieldState.error.message as WordKey) : null}
        >
          <Input
            ref={field.ref}
            value={field.value}
            autoComplete="off"
            // A field of a narrow grid must not be wider than its column.
            style={{ minWidth: 0 }}
            inputMode={name === 'min' || name === 'max' ? 'decimal' : undefined}
            onBlur={field.onBlur}
            onChange={(_, data) => field.onChange(data.value)}
          />
        </Field>
      )}
    />
  )
  return (
    <div className={styles.field} role="group" aria-label={words.say('returns.editor.field', { number })}>
      {text('title', 'returns.editor.field.title', styles.wide)}
      <Controller
        control={control}
        name={`fields.${index}.type`}
        render={({ field }) => (
          <Field label={words.say('returns.editor.field.type')}>
            <Select ref={field.ref} value={field.value} onChange={(_, data) => field.onChange(data.value)}>
              {FIELD_TYPES.map((each) => (
                <option key={each} value={each}>
                  {words.say(`returns.editor.field.type.${each}`)}
                </option>
              ))}
            </Select>
          </Field>
        )}
      />
      {kind === 'number' && (
        <>
          {text('unit', 'returns.editor.field.unit')}
          {text('min', 'returns.editor.field.min')}
          {text('max', 'returns.editor.field.max')}
        </>
      )}
      {kind === 'number' && countsIncidents && (
        <Controller
          control={control}
          name={`fields.${index}.filledBy`}
          render={({ field }) => (
            <Field label={words.say('returns.editor.field.filledBy')}>
              <Select ref={field.ref} value={field.value} onChange={(_, data) => field.onChange(data.value)}>
                <option value="">{words.say('returns.editor.field.filledBy.nothing')}</option>
                {INCIDENT_MEASURES.map((each) => (
                  <option key={each} value={each}>
                    {words.say(`returns.editor.field.filledBy.${each}`)}
                  </option>
                ))}
              </Select>
            </Field>
          )}
        />
      )}
      {kind === 'choice' && (
        <Controller
          control={control}
          name={`fields.${index}.choices`}
          render={({ field }) => (
            <Field className={styles.wide} label={words.say('returns.editor.field.choices')}>
              <Textarea ref={field.ref} value={field.value} onChange={(_, data) => field.onChange(data.value)} />
            </Field>
          )}
        />
      )}
      <Controller
        control={control}
        name={`fields.${index}.required`}
        render={({ field }) => (
          <Checkbox
            label={words.say('returns.editor.field.required')}
            checked={field.value}
            onChange={(_, { checked }) => field.onChange(checked === true)}
          />
        )}
      />
      <div className={styles.doors}>
        {onUp && (
          <Button
            appearance="subtle"
            icon={<ArrowUpRegular />}
            aria-label={words.say('returns.editor.field.up', { number })}
            onClick={onUp}
          />
        )}
        <Button
          appearance="subtle"
          icon={<DeleteRegular />}
          aria-label={words.say('returns.editor.field.remove', { number })}
          onClick={onRemove}
        />
      </div>
    </div>
  )
}
