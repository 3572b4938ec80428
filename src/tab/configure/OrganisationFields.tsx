/** The group's member organisations: a region's forces at once, a pasted list, or one by one. */

import { Button, Dropdown, Field, makeStyles, Option, tokens } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons'
import { useRef, useState } from 'react'
import { useFieldArray, useFormContext } from 'react-hook-form'
import { hiddenFromEyes, type } from '../design/scale.ts'
import { useWords } from '../words.tsx'
import { findKnown, REGIONS, type OrganisationDraft } from './forces.ts'
import { blankOrganisation, parseOrganisations, type GroupForm, type OrganisationForm } from './groupform.ts'
import { OrganisationRow } from './OrganisationRow.tsx'

const useStyles = makeStyles({
  group: { display: 'grid', gap: tokens.spacingVerticalM, border: 'none', margin: 0, padding: 0, minWidth: 0 },
  legend: { padding: 0, fontWeight: tokens.fontWeightSemibold },
  hint: { ...type.label, margin: 0, color: tokens.colorNeutralForeground2 },
  doors: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-end', gap: tokens.spacingHorizontalM },
  rows: { margin: 0, padding: 0, listStyleType: 'none' },
  hidden: hiddenFromEyes,
})

export function OrganisationFields() {
  const styles = useStyles()
  const words = useWords()
  const { control, formState, getValues } = useFormContext<GroupForm>()
  const { fields, append, remove, update } = useFieldArray({ control, name: 'organisations' })
  const [editing, setEditing] = useState<number | null>(null)
  const [said, setSaid] = useState('')
  const doors = useRef<HTMLDivElement>(null)

  const addNew = (candidates: readonly OrganisationForm[]): void => {
    const present = new Set(getValues('organisations').map(({ name }) => name.trim().toLowerCase()))
    const fresh = candidates.filter(({ name }) => !present.has(name.toLowerCase()))
    append(fresh, { shouldFocus: false })
    setEditing(null)
    setSaid(words.say('configure.organisations.added', { count: fresh.length }))
  }

  /** True when it was a list: then it has become rows. */
  const takeList = (text: string, index: number): boolean => {
    const lines = parseOrganisations(text)
    if (lines.length < 2) return false
    if (getValues(`organisations.${index}.name`).trim() === '') remove(index)
    addNew(lines.map(completed))
    return true
  }

  /** What is public knowledge fills what is still empty. */
  const complete = (index: number): void => {
    const row = getValues(`organisations.${index}`)
    if (row.shortName === '' && row.region === '' && findKnown(row.name)) update(index, completed(row))
  }

  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{words.say('configure.organisations')}</legend>
      <p className={styles.hint}>{words.say('configure.organisations.hint')}</p>
      <div className={styles.doors} ref={doors}>
        <Field label={words.say('configure.organisations.region')}>
          <Dropdown
            placeholder={words.say('configure.organisations.pick')}
            selectedOptions={[]}
            value=""
            onOptionSelect={(_, { optionValue }) => {
              const region = REGIONS.find(({ name }) => name === optionValue)
              if (region) addNew(region.organisations.map(asRow))
            }}
          >
            {REGIONS.map(({ name }) => (
              <Option key={name} value={name} lang="en-GB">
                {name}
              </Option>
            ))}
          </Dropdown>
        </Field>
        <Button
          icon={<AddRegular />}
          onClick={() => {
            append(blankOrganisation(), { shouldFocus: false })
            setEditing(fields.length)
          }}
        >
          {words.say('configure.organisations.add')}
        </Button>
      </div>
      <output className={styles.hidden}>{said}</output>
      <p className={styles.hint}>
        {fields.length === 0
          ? words.say('configure.organisations.none')
          : words.say('configure.organisations.count', { count: fields.length })}
      </p>
      {fields.length > 0 && (
        <ol className={styles.rows}>
          {fields.map((field, index) => (
            <OrganisationRow
              key={field.id}
              index={index}
              open={editing === index || formState.errors.organisations?.[index] !== undefined}
              onOpen={(open) => setEditing(open ? index : null)}
              onList={(text) => takeList(text, index)}
              onNamed={() => complete(index)}
              onRemove={() => {
                remove(index)
                setEditing(null)
                doors.current?.querySelector<HTMLElement>('[role=combobox]')?.focus()
              }}
            />
          ))}
        </ol>
      )}
    </fieldset>
  )
}

function completed(row: OrganisationForm): OrganisationForm {
  const known = findKnown(row.name)
  return known ? { ...asRow(known), shortName: row.shortName || known.shortName } : row
}

function asRow(known: OrganisationDraft): OrganisationForm {
  return { ...known, aliases: [...known.aliases] }
}
