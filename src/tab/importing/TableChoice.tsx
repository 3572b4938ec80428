/**
 * Which of the document's tables come in, and what each of their columns was recognised as, to be put right. Folded
 * away unless something is missing.
 */

import { Checkbox, Field, makeStyles, Select, tokens } from '@fluentui/react-components'
import { COLUMNS, type Column } from '../../documents/columns.ts'
import { focusRing, type } from '../design/scale.ts'
import { useWords } from '../words.tsx'
import type { ReviewedTable } from './review.ts'

export interface TableChoices {
  /** For each table what a person said its columns are; null where it was left to be recognised. */
  readonly columns: readonly (readonly Column[] | null)[]
  /** Tables that were left out, by their place; null before anybody chose. */
  readonly left: readonly number[] | null
}

const useStyles = makeStyles({
  choice: { flex: '1 1 20rem' },
  summary: {
    ...type.row,
    cursor: 'pointer',
    minHeight: '32px',
    lineHeight: '32px',
    borderRadius: tokens.borderRadiusMedium,
    ':focus-visible': focusRing,
  },
  hint: {
    ...type.label,
    color: tokens.colorNeutralForeground2,
    margin: `${tokens.spacingVerticalXS} 0 ${tokens.spacingVerticalS}`,
  },
  table: { margin: `0 0 ${tokens.spacingVerticalM}`, padding: 0, border: 'none', minInlineSize: 0 },
  name: { ...type.row, fontWeight: tokens.fontWeightSemibold, padding: 0, overflowWrap: 'anywhere' },
  columns: { display: 'flex', flexWrap: 'wrap', gap: `${tokens.spacingHorizontalS} ${tokens.spacingHorizontalM}` },
})

export interface TableChoiceProps {
  readonly tables: readonly ReviewedTable[]
  readonly choices: TableChoices
  readonly onChange: (choices: TableChoices) => void
}

export function TableChoice({ tables, choices, onChange }: TableChoiceProps) {
  const styles = useStyles()
  const words = useWords()
  const left = tables.flatMap(({ taken }, index) => (taken ? [] : [index]))
  const several = tables.length > 1
  const missing = tables.some((table, index) => !left.includes(index) && !table.columns.includes('details'))
  const setColumn = (tableIndex: number, columnIndex: number, column: Column): void => {
    const columns = tables.map((table, index) =>
      index === tableIndex ? table.columns.with(columnIndex, column) : (choices.columns[index] ?? null),
    )
    onChange({ ...choices, columns })
  }
  const setTaken = (index: number, taken: boolean): void => {
    onChange({ ...choices, left: taken ? left.filter((each) => each !== index) : [...left, index] })
  }
  const nameOf = (table: ReviewedTable, index: number): string =>
    table.name || words.say('importing.table.unnamed', { number: index + 1 })
  return (
    <details className={styles.choice} open={missing || undefined}>
      <summary className={styles.summary}>
        {several
          ? words.say('importing.tables', { taken: tables.length - left.length, count: tables.length })
          : words.say('importing.columns')}
      </summary>
      <p className={styles.hint}>{words.say('importing.columns.hint')}</p>
      {tables.map((table, tableIndex) => (
        // A table has no other identity than its place.
        <fieldset key={tableIndex} className={styles.table}>
          <legend className={styles.name}>
            {several ? (
              <Checkbox
                checked={!left.includes(tableIndex)}
                onChange={(_, data) => setTaken(tableIndex, data.checked === true)}
                label={words.say('importing.table.rows', { name: nameOf(table, tableIndex), count: table.rows })}
              />
            ) : (
              nameOf(table, tableIndex)
            )}
          </legend>
          {!left.includes(tableIndex) && (
            <div className={styles.columns}>
              {table.columns.map((column, index) => (
                <Field
                  key={index}
                  size="small"
                  label={table.headings[index] || words.say('importing.columns.unnamed', { number: index + 1 })}
                >
                  <Select
                    value={column}
                    onChange={(_, data) =>
                      setColumn(tableIndex, index, COLUMNS.find((each) => each === data.value) ?? column)
                    }
                  >
                    {COLUMNS.map((each) => (
                      <option key={each} value={each}>
                        {words.say(`documents.column.${each}`)}
                      </option>
                    ))}
                  </Select>
                </Field>
              ))}
            </div>
          )}
        </fieldset>
      ))}
    </details>
  )
}
