/** A one-line field of the group's form, with its label, hint and problem. */

import { Field, Input, type FieldProps } from '@fluentui/react-components'
import type { ClipboardEventHandler } from 'react'
import { useController, useFormContext, type FieldPathByValue } from 'react-hook-form'
import type { WordKey } from '../../words/words.ts'
import { useWords } from '../words.tsx'
import type { GroupForm } from './groupform.ts'

export interface TextInputProps {
  readonly name: FieldPathByValue<GroupForm, string>
  readonly label: string
  readonly hint?: string
  readonly required?: boolean
  readonly longest: number
  readonly lang?: string
  readonly size?: NonNullable<FieldProps['size']>
  readonly className?: string
  readonly onLeave?: () => void
  readonly onPaste?: ClipboardEventHandler<HTMLInputElement>
}

export function TextInput({ name, longest, lang, onLeave, onPaste, ...field }: TextInputProps) {
  const words = useWords()
  const { control } = useFormContext<GroupForm>()
  const {
    field: { value, onChange, onBlur, ref },
    fieldState,
  } = useController({ control, name })
  const problem = fieldState.error?.message
  return (
    <Field {...field} validationMessage={problem ? words.say(problem as WordKey) : null}>
      <Input
        name={name}
        value={value}
        ref={ref}
        onChange={(_, data) => onChange(data.value)}
        onBlur={() => {
          onBlur()
          onLeave?.()
        }}
        onPaste={onPaste}
        autoComplete="off"
        maxLength={longest}
        lang={lang}
        // A field of a narrow grid must not be wider than its column.
        style={{ minWidth: 0 }}
      />
    </Field>
  )
}
