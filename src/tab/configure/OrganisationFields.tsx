/** The group's member organisations: a region's forces at once, a pasted list, or one by one. */

import { Button, Dropdown, Field, Input, makeStyles, Option, Select, Text, tokens } from '@fluentui/react-components'
import { AddRegular, DismissRegular } from '@fluentui/react-icons'
import { useRef, useState, type ClipboardEvent } from 'react'
import { useFieldArray, useFormContext } from 'react-hook-form'
import { ORGANISATION_KINDS } from '../../domain/group.ts'
import type { WordKey } from '../../words/words.ts'
import { hiddenFromEyes } from '../design/scale.ts'
import { useWords } from '../words.tsx'
import { findKnown, REGIONS, type OrganisationDraft } from './forces.ts'
import { blankOrganisation, parseOrganisations, type GroupForm, type OrganisationForm } from './groupform.ts'

const useStyles = makeStyles({
  group: { display: 'grid', gap: tokens.spacingVerticalM, border: 'none', margin: 0, padding: 0, minWidth: 0 },
  legend: { padding: 0, fontWeight: tokens.fontWeightSemibold },
  hint: { margin: 0, color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  doors: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-end', gap: tokens.spacingHorizontalM },
  rows: { display: 'grid', gap: tokens.spacingVerticalS, margin: 0, padding: 0, listStyleType: 'none' },
  row: {
    margin: 0,
    padding: 0,
    border: 'none',
    minWidth: 0,
    display: 'grid',
    gridTemplateColumns: 'minmax(10rem, 3fr) minmax(6rem, 1.4fr) 6.5rem minmax(5rem, 1fr) minmax(6rem, 1.2fr) 32px',
    gap: '8px',
    alignItems: 'end',
    '@media (max-width: 720px)': {
      gridTemplateColumns: '1fr 1fr',
      padding: '12px',
      border: `1px solid ${tokens.colorNeutralStroke2}`,
      borderRadius: tokens.borderRadiusMedium,
    },
  },
  name: { '@media (max-width: 720px)': { gridColumn: '1 / -1' } },
  remove: { '@media (max-width: 720px)': { justifySelf: 'end' } },
  input: { minWidth: 0, width: '100%' },
  hidden: hiddenFromEyes,
})

export function OrganisationFields() {
  const styles = useStyles()
  const words = useWords()
  const { control, register, formState, getValues } = useFormContext<GroupForm>()
  const { fields, append, remove, update } = useFieldArray({ control, name: 'organisations' })
  const [said, setSaid] = useState('')
  const doors = useRef<HTMLDivElement>(null)

  const addNew = (candidates: readonly OrganisationForm[]): void => {
    const present = new Set(getValues('organisations').map(({ name }) => name.trim().toLowerCase()))
    const fresh = candidates.filter(({ name }) => !present.has(name.toLowerCase()))
    append(fresh, { shouldFocus: false })
    setSaid(words.say('configure.organisations.added', { count: fresh.length }))
  }

  const pasteList = (event: ClipboardEvent, index: number): void => {
    const lines = parseOrganisations(event.clipboardData.getData('text/plain'))
    if (lines.length < 2) return
    event.preventDefault()
    if (getValues(`organisations.${index}.name`).trim() === '') remove(index)
    addNew(lines.map(completed))
  }

  /** What is public knowledge fills what is still empty. */
  const complete = (index: number): void => {
    const row = getValues(`organisations.${index}`)
    const known = findKnown(row.name)
    if (known && row.shortName === '' && row.region === '') update(index, { ...row, ...completed(row) })
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
        <Button icon={<AddRegular />} onClick={() => append(blankOrganisation())}>
          {words.say('configure.organisations.add')}
        </Button>
      </div>
      <output className={styles.hidden}>{said}</output>
      {fields.length === 0 ? (
        <Text>{words.say('configure.organisations.none')}</Text>
      ) : (
        <Text weight="semibold">{words.say('configure.organisations.count', { count: fields.length })}</Text>
      )}
      <ol className={styles.rows}>
        {fields.map((field, index) => {
          const problem = formState.errors.organisations?.[index]?.name?.message
          const name = getValues(`organisations.${index}.name`)
          return (
            <li key={field.id}>
              <fieldset
                className={styles.row}
                aria-label={words.say('configure.organisation.numbered', { number: index + 1 })}
              >
                <Field
                  label={words.say(name === '' ? 'configure.organisation.paste' : 'configure.organisation.name')}
                  size="small"
                  className={styles.name}
                  validationMessage={problem ? words.say(problem as WordKey) : null}
                >
                  <Input
                    {...register(`organisations.${index}.name`, { onBlur: () => complete(index) })}
                    onPaste={(event) => pasteList(event, index)}
                    autoComplete="off"
                    maxLength={120}
                    className={styles.input}
                  />
                </Field>
                <Field label={words.say('configure.organisation.shortName')} size="small">
                  <Input
                    {...register(`organisations.${index}.shortName`)}
                    autoComplete="off"
                    maxLength={40}
                    className={styles.input}
                  />
                </Field>
                <Field label={words.say('configure.organisation.kind')} size="small">
                  <Select {...register(`organisations.${index}.kind`)} className={styles.input}>
                    {ORGANISATION_KINDS.map((kind) => (
                      <option key={kind} value={kind}>
                        {words.say(`configure.organisation.kind.${kind}`)}
                      </option>
                    ))}
                  </Select>
                </Field>
                <Field label={words.say('configure.organisation.nation')} size="small">
                  <Input {...register(`organisations.${index}.nation`)} maxLength={60} className={styles.input} />
                </Field>
                <Field label={words.say('configure.organisation.region')} size="small">
                  <Input {...register(`organisations.${index}.region`)} maxLength={60} className={styles.input} />
                </Field>
                <Button
                  appearance="subtle"
                  icon={<DismissRegular />}
                  className={styles.remove}
                  aria-label={
                    name === ''
                      ? words.say('configure.organisation.removeUnnamed')
                      : words.say('configure.organisation.remove', { name })
                  }
                  onClick={() => {
                    remove(index)
                    doors.current?.querySelector<HTMLElement>('[role=combobox]')?.focus()
                  }}
                />
              </fieldset>
            </li>
          )
        })}
      </ol>
    </fieldset>
  )
}

function completed(row: OrganisationForm): OrganisationForm {
  const known = findKnown(row.name)
  if (!known) return row
  return { ...asRow(known), shortName: row.shortName || known.shortName }
}

function asRow(known: OrganisationDraft): OrganisationForm {
  return { ...known, aliases: [...known.aliases] }
}
