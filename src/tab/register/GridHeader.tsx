/** The names of the columns; each sorts. Stays on top while the rows go by. */

import { makeStyles, tokens } from '@fluentui/react-components'
import { ArrowDownRegular, ArrowUpRegular } from '@fluentui/react-icons'
import { focusRing, oneLine, ROW_HEIGHT, type } from '../design/scale.ts'
import type { Column, Sort } from '../../domain/view.ts'
import { useWords } from '../words.tsx'
import { SelectBox } from './SelectBox.tsx'

const useStyles = makeStyles({
  header: {
    position: 'sticky',
    top: '0',
    zIndex: '2',
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  row: {
    ':hover [data-select]': { opacity: '1' },
    '@media (hover: none)': { '& [data-select]': { opacity: '1' } },
    display: 'grid',
    height: `${ROW_HEIGHT - 1}px`,
    paddingInline: tokens.spacingHorizontalS,
  },
  cell: { display: 'flex', alignItems: 'center', minWidth: '0' },
  button: {
    ...type.label,
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    minWidth: '0',
    maxWidth: '100%',
    height: '28px',
    paddingInline: tokens.spacingHorizontalXS,
    border: 'none',
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground2,
    cursor: 'pointer',
    ':hover': { color: tokens.colorNeutralForeground2Hover, backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': focusRing,
  },
  name: oneLine,
})

export interface GridHeaderProps {
  readonly columns: readonly Column[]
  readonly template: string
  readonly sort: Sort
  /** The column whose name is the grid's tab stop, if one is. */
  readonly activeCell: number | null
  /** Some lines are selected, and all of them. */
  readonly selecting: boolean
  readonly allSelected: boolean
  readonly onSort: (column: Column) => void
}

export function GridHeader({ columns, template, sort, activeCell, selecting, allSelected, onSort }: GridHeaderProps) {
  const words = useWords()
  const styles = useStyles()
  return (
    <div className={styles.header} role="rowgroup">
      <div className={styles.row} role="row" aria-rowindex={1} style={{ gridTemplateColumns: template }}>
        {columns.map((column, index) => {
          const sorted = sort?.column === column ? sort : null
          const name = words.say(`register.column.${column}`)
          return (
            <div
              key={column}
              className={styles.cell}
              role="columnheader"
              aria-sort={sorted ? (sorted.descending ? 'descending' : 'ascending') : 'none'}
            >
              {column === 'status' && (
                <SelectBox label={words.say('register.selectAll')} checked={allSelected} quiet={!selecting} />
              )}
              <button
                type="button"
                className={styles.button}
                tabIndex={activeCell === index ? 0 : -1}
                data-stop={activeCell === index ? '' : undefined}
                title={words.say('register.sort', { column: name })}
                onClick={() => onSort(column)}
              >
                <span className={styles.name}>{name}</span>
                {sorted && (sorted.descending ? <ArrowDownRegular /> : <ArrowUpRegular />)}
              </button>
            </div>
          )
        })}
      </div>
    </div>
  )
}
