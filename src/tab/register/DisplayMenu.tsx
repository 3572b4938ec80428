/** How rows are grouped and ordered, and which columns they have; loaded when it is first opened. */

import { Button, Checkbox, Field, makeStyles, Select, tokens } from '@fluentui/react-components'
import {
  COLUMNS,
  FIXED_COLUMNS,
  GROUPINGS,
  PLAIN_COLUMNS,
  type Column,
  type Grouping,
  type GridView,
} from '../../domain/view.ts'
import { type } from '../design/scale.ts'
import { useWords } from '../words.tsx'
import { columnsFor } from './columns.ts'

const useStyles = makeStyles({
  menu: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, width: '280px', maxWidth: '100%' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  columns: { border: 'none', margin: '0', padding: '0', display: 'grid', gridTemplateColumns: '1fr 1fr' },
  name: { ...type.label, padding: '0', fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground2 },
  note: { ...type.label, margin: '0', color: tokens.colorNeutralForeground2 },
})

export interface DisplayMenuProps {
  readonly view: GridView
  readonly onView: (view: GridView) => void
  readonly width: number | null
  readonly onFoldAll: (fold: boolean) => void
}

export function DisplayMenu({ view, onView, width, onFoldAll }: DisplayMenuProps) {
  const words = useWords()
  const styles = useStyles()
  const { group, sort, columns } = view
  const name = (column: Column): string => words.say(`register.column.${column}`)
  const shown = width === null ? columns : columnsFor(width, columns)
  const hidden = columns.filter((column) => !shown.includes(column))
  const turn = (column: Column): void =>
    onView({
      ...view,
      columns: columns.includes(column) ? columns.filter((each) => each !== column) : [...columns, column],
    })
  return (
    <div className={styles.menu}>
      <Field label={words.say('view.group')}>
        <Select
          value={group ?? ''}
          onChange={(_, { value }) => onView({ ...view, group: value === '' ? null : (value as Grouping) })}
        >
          <option value="">{words.say('view.group.none')}</option>
          {GROUPINGS.map((each) => (
            <option key={each} value={each}>
              {words.say(`view.group.${each}`)}
            </option>
          ))}
        </Select>
      </Field>
      {group && (
        <div className={styles.buttons}>
          <Button size="small" onClick={() => onFoldAll(true)}>
            {words.say('view.foldAll')}
          </Button>
          <Button size="small" onClick={() => onFoldAll(false)}>
            {words.say('view.unfoldAll')}
          </Button>
        </div>
      )}
      <Field label={words.say('view.sort')}>
        <Select
          value={sort?.column ?? ''}
          onChange={(_, { value }) =>
            onView({ ...view, sort: value === '' ? null : { column: value as Column, descending: false } })
          }
        >
          <option value="">{words.say('view.sort.own')}</option>
          {COLUMNS.map((each) => (
            <option key={each} value={each}>
              {name(each)}
            </option>
          ))}
        </Select>
      </Field>
      {sort && (
        <Checkbox
          label={words.say('view.sort.descending')}
          checked={sort.descending}
          onChange={(_, { checked }) => onView({ ...view, sort: { ...sort, descending: checked === true } })}
        />
      )}
      {width !== null && (
        <>
          <fieldset className={styles.columns}>
            <legend className={styles.name}>{words.say('view.columns')}</legend>
            {COLUMNS.filter((each) => !FIXED_COLUMNS.includes(each)).map((each) => (
              <Checkbox key={each} label={name(each)} checked={columns.includes(each)} onChange={() => turn(each)} />
            ))}
          </fieldset>
          {hidden.length > 0 && (
            <p className={styles.note}>{words.say('view.columns.noRoom', { columns: words.list(hidden.map(name)) })}</p>
          )}
          <div className={styles.buttons}>
            <Button size="small" onClick={() => onView({ ...view, columns: PLAIN_COLUMNS })}>
              {words.say('view.columns.plain')}
            </Button>
          </div>
        </>
      )}
    </div>
  )
}
