/** One member organisation: a line to read, or its fields while it is being changed. */

import { Button, Field, makeStyles, Select, tokens } from '@fluentui/react-components'
import { CheckmarkRegular, DismissRegular, EditRegular } from '@fluentui/react-icons'
import { useEffect, useRef } from 'react'
import { useController, useFormContext, useWatch } from 'react-hook-form'
import { ORGANISATION_KINDS } from '../../domain/group.ts'
import { type } from '../design/scale.ts'
import { useWords } from '../words.tsx'
import type { GroupForm } from './groupform.ts'
import { TextInput } from './TextInput.tsx'

const useStyles = makeStyles({
  row: { borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  line: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS, minHeight: '40px' },
  words: { ...type.row, flex: '1 1 0', minWidth: 0, overflowWrap: 'anywhere' },
  aside: { color: tokens.colorNeutralForeground2 },
  fields: {
    display: 'grid',
    gridTemplateColumns: 'repeat(6, minmax(0, 1fr))',
    gap: tokens.spacingHorizontalS,
    margin: 0,
    padding: `${tokens.spacingVerticalS} 0 ${tokens.spacingVerticalM}`,
    border: 'none',
    minWidth: 0,
    '@media (max-width: 420px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  wide: { gridColumn: 'span 4', '@media (max-width: 420px)': { gridColumn: 'auto' } },
  narrow: { gridColumn: 'span 2', '@media (max-width: 420px)': { gridColumn: 'auto' } },
  select: { minWidth: 0 },
  doors: { gridColumn: '1 / -1', display: 'flex', gap: tokens.spacingHorizontalS },
})

export interface OrganisationRowProps {
  readonly index: number
  readonly open: boolean
  readonly onOpen: (open: boolean) => void
  /** Text was pasted into the name; answers whether it was a list and has been taken. */
  readonly onList: (text: string) => boolean
  readonly onNamed: () => void
  readonly onRemove: () => void
}

export function OrganisationRow({ index, open, onOpen, onList, onNamed, onRemove }: OrganisationRowProps) {
  const styles = useStyles()
  const words = useWords()
  const { control } = useFormContext<GroupForm>()
  const row = useWatch({ control, name: `organisations.${index}` })
  const { field: kind } = useController({ control, name: `organisations.${index}.kind` })
  const fields = useRef<HTMLFieldSetElement>(null)
  useEffect(() => {
    if (open) fields.current?.querySelector('input')?.focus()
  }, [open])

  const removing =
    row.name === ''
      ? words.say('configure.organisation.removeUnnamed')
      : words.say('configure.organisation.remove', { name: row.name })
  if (!open) {
    const aside = [words.say(`configure.organisation.kind.${row.kind}`), row.region, row.nation].filter(Boolean)
    const short = row.shortName === '' || row.shortName === row.name ? '' : ` (${row.shortName})`
    return (
      <li className={styles.row}>
        <div className={styles.line}>
          <span className={styles.words}>
            {row.name}
            {short} <span className={styles.aside}>· {aside.join(' · ')}</span>
          </span>
          <Button
            appearance="subtle"
            icon={<EditRegular />}
            aria-label={words.say('configure.organisation.change', { name: row.name })}
            onClick={() => onOpen(true)}
          />
          <Button appearance="subtle" icon={<DismissRegular />} aria-label={removing} onClick={onRemove} />
        </div>
      </li>
    )
  }
  return (
    <li className={styles.row}>
      <fieldset
        className={styles.fields}
        ref={fields}
        aria-label={words.say('configure.organisation.numbered', { number: index + 1 })}
      >
        <TextInput
          name={`organisations.${index}.name`}
          label={words.say(row.name === '' ? 'configure.organisation.paste' : 'configure.organisation.name')}
          longest={120}
          className={styles.wide}
          onLeave={onNamed}
          onPaste={(event) => {
            if (onList(event.clipboardData.getData('text/plain'))) event.preventDefault()
          }}
        />
        <TextInput
          name={`organisations.${index}.shortName`}
          label={words.say('configure.organisation.shortName')}
          longest={40}
          className={styles.narrow}
        />
        <Field label={words.say('configure.organisation.kind')} className={styles.narrow}>
          <Select value={kind.value} className={styles.select} onChange={(_, data) => kind.onChange(data.value)}>
            {ORGANISATION_KINDS.map((each) => (
              <option key={each} value={each}>
                {words.say(`configure.organisation.kind.${each}`)}
              </option>
            ))}
          </Select>
        </Field>
        <TextInput
          name={`organisations.${index}.region`}
          label={words.say('configure.organisation.region')}
          longest={60}
          className={styles.narrow}
        />
        <TextInput
          name={`organisations.${index}.nation`}
          label={words.say('configure.organisation.nation')}
          longest={60}
          className={styles.narrow}
        />
        <div className={styles.doors}>
          <Button size="small" icon={<CheckmarkRegular />} onClick={() => onOpen(false)}>
            {words.say('configure.organisation.done')}
          </Button>
          <Button size="small" appearance="subtle" icon={<DismissRegular />} onClick={onRemove}>
            {removing}
          </Button>
        </div>
      </fieldset>
    </li>
  )
}
