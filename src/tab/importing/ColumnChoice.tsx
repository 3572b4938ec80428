/** What each column of the tables was recognised as, to be put right. Folded away unless something is missing. */

import { Field, makeStyles, Select, tokens } from '@fluentui/react-components'
import { COLUMNS, type Column } from '../../documents/columns.ts'
import { focusRing, type } from '../design/scale.ts'
import { useWords } from '../words.tsx'
import type { ReviewedTable } from './review.ts'

/** For each table what a person said its columns are; null where it was left to be recognised. */
export type ColumnChoices = readonly (readonly Column[] | null)[]

const useStyles = makeStyles({
  summary: {
    ...type.row,
    cursor: 'pointer',
    minHeight: '32px',
    lineHeight: '32px',
    borderRadius: tokens.borderRadiusMedium,
    ':focus-visible': focusRing,
  },
  hint: { ...type.label, color: tokens.colorNeutralForeground2, margin: '4px 0 8px' },
  table: { display: 'flex', flexWrap: 'wrap', gap: '8px 12px', marginBottom: '12px' },
})

export interface ColumnChoiceProps {
  readonly tables: readonly ReviewedTable[]
  readonly choices: ColumnChoices
  readonly onChange: (choices: ColumnChoices) => void
}

export function ColumnChoice({ tables, choices, onChange }: ColumnChoiceProps) {
  const styles = useStyles()
  const words = useWords()
  const missing = tables.some((table) => !table.columns.includes('details'))
  const change = (tableIndex: number, columnIndex: number, column: Column): void => {
    onChange(
      tables.map((table, index) =>
        index === tableIndex ? table.columns.with(columnIndex, column) : (choices[index] ?? null),
      ),
    )
  }
  return (
    <details open={missing || undefined}>
      <summary className={styles.summary}>{words.say('importing.columns')}</summary>
      <p className={styles.hint}>{words.say('importing.columns.hint')}</p>
      {tables.map((table, tableIndex) => (
        // Tables have no other name than their place.
        <div key={tableIndex} className={styles.table}>
          {table.columns.map((column, index) => (
            <Field
              key={index}
              size="small"
              label={table.headings[index] || words.say('importing.columns.unnamed', { number: index + 1 })}
            >
              <Select
                value={column}
                onChange={(_, data) => change(tableIndex, index, COLUMNS.find((each) => each === data.value) ?? column)}
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
      ))}
    </details>
  )
}
