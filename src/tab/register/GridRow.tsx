/** One line tells an action. Drawn again only when something in it changed. */

import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { memo, type ReactNode } from 'react'
import type { Column } from '../../domain/view.ts'
import type { Words } from '../../words/words.ts'
import { PassageText } from '../design/PassageText.tsx'
import { StatusMark } from '../design/StatusMark.tsx'
import { focusRing, glow, oneLine, ROW_HEIGHT } from '../design/scale.ts'
import { UnsavedMark } from '../outbox/UnsavedMark.tsx'
import { isNarrow } from './columns.ts'
import { SelectBox } from './SelectBox.tsx'
import type { Row } from './rows.ts'

export interface GridRowProps {
  readonly row: Row
  /** The group it stands in here; null where there are none. */
  readonly group: string | null
  readonly rowIndex: number
  readonly top: number
  readonly columns: readonly Column[]
  readonly active: boolean
  readonly activeCell: number | null
  readonly open: boolean
  readonly selected: boolean
  /** Something is: the boxes show. */
  readonly selecting: boolean
  readonly changed: boolean
  readonly words: Words
  /** Id of the sentence that says why, for the status that is the tab stop. */
  readonly whyId: string
}

const useStyles = makeStyles({
  row: {
    position: 'absolute',
    left: '0',
    right: '0',
    top: '0',
    height: `${ROW_HEIGHT}px`,
    boxSizing: 'border-box',
    display: 'grid',
    gridTemplateColumns: 'var(--columns)',
    contain: 'strict',
    alignItems: 'center',
    paddingInline: tokens.spacingHorizontalS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover, color: tokens.colorNeutralForeground1Hover },
    ':focus-visible': focusRing,
    ':hover [data-select]': { opacity: '1' },
    '@media (hover: none)': { '& [data-select]': { opacity: '1' } },
  },
  open: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    color: tokens.colorNeutralForeground1Selected,
    boxShadow: `inset 3px 0 0 ${tokens.colorCompoundBrandStroke}`,
  },
  selected: { backgroundColor: tokens.colorNeutralBackground1Selected, color: tokens.colorNeutralForeground1Selected },
  ended: { color: tokens.colorNeutralForeground2 },
  glow,
  cell: {
    ...oneLine,
    boxSizing: 'border-box',
    height: '28px',
    lineHeight: '28px',
    paddingInline: tokens.spacingHorizontalXS,
    borderRadius: tokens.borderRadiusSmall,
    ':focus-visible': focusRing,
  },
  status: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXXS, paddingLeft: '0' },
  details: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
  text: { ...oneLine, flexShrink: '1' },
  figures: { fontVariantNumeric: 'tabular-nums' },
  reference: { fontWeight: tokens.fontWeightSemibold },
  count: {
    flexShrink: '0',
    lineHeight: '20px',
    paddingInline: tokens.spacingHorizontalSNudge,
    borderRadius: tokens.borderRadiusCircular,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    fontSize: tokens.fontSizeBase200,
  },
  claimed: { border: `1px dashed ${tokens.colorNeutralStrokeAccessible}` },
  quiet: { color: 'var(--statusTextAMBER)' },
  late: { color: 'var(--statusTextRED)', fontWeight: tokens.fontWeightSemibold },
  side: { fontSize: tokens.fontSizeBase200 },
})

export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { row, group, rowIndex, top, columns, active, activeCell, open, changed, words, whyId } = props
  const { selected, selecting } = props
  const styles = useStyles()
  const rowStop = active && activeCell === null
  return (
    <div
      role="row"
      data-row={row.action.id}
      data-group={group ?? undefined}
      data-stop={rowStop ? '' : undefined}
      tabIndex={rowStop ? 0 : -1}
      aria-rowindex={rowIndex}
      aria-level={group === null ? undefined : 2}
      aria-selected={selected}
      aria-current={open ? 'true' : undefined}
      className={mergeClasses(
        styles.row,
        !row.open && styles.ended,
        selected && styles.selected,
        open && styles.open,
        changed && styles.glow,
      )}
      style={{ top }}
    >
      {columns.map((column, index) => {
        const stop = active && activeCell === index
        return (
          <div
            key={column}
            role="gridcell"
            // Attributes are what drawing many rows costs: a cell has those that it needs now.
            tabIndex={stop ? 0 : column === 'status' ? -1 : undefined}
            data-stop={stop ? '' : undefined}
            data-why={column === 'status' ? row.action.id : undefined}
            aria-describedby={column === 'status' && stop ? whyId : undefined}
            className={mergeClasses(
              styles.cell,
              column === 'status' && styles.status,
              column === 'details' && styles.details,
              column === 'reference' && styles.reference,
              (column === 'reference' || column === 'due') && styles.figures,
              column === 'due' && row.late && styles.late,
            )}
          >
            {column === 'status' && (
              <SelectBox
                label={words.say('register.select', { reference: row.action.reference })}
                checked={selected}
                quiet={!selecting}
              />
            )}
            {contentOf(column, row, isNarrow(columns), words, styles)}
          </div>
        )
      })}
    </div>
  )
})

function contentOf(
  column: Column,
  row: Row,
  narrow: boolean,
  words: Words,
  styles: ReturnType<typeof useStyles>,
): ReactNode {
  const { action } = row
  switch (column) {
    case 'status':
      return <StatusMark standing={row.standing} />
    case 'reference':
      return action.reference
    case 'details': {
      const done = action.parts.filter((part) => part.status === 'done').length
      return (
        <>
          <span className={styles.text}>{textOf(action.details)}</span>
          {action.parts.length > 0 && (
            <span
              className={styles.count}
              title={words.say('register.parts.done', { done, count: action.parts.length })}
            >
              {done > 0
                ? words.say('register.countOf', { count: done, total: action.parts.length })
                : words.say('register.parts', { count: action.parts.length })}
            </span>
          )}
          <UnsavedMark action={action.id} />
          {row.claimed && (
            <span className={mergeClasses(styles.count, styles.claimed)} title={words.say('register.claimed')}>
              {words.say('status.claimed')}
            </span>
          )}
          {!narrow && action.status === 'dischargeProposed' && (
            <span className={styles.count}>{words.say('register.proposed')}</span>
          )}
        </>
      )
    }
    case 'next':
      if (row.next !== '') return textOf(row.next)
      return row.kept ? words.say('register.retained') : null
    case 'owners':
      return row.owners
    case 'due':
      return (
        <>
          {row.due}
          {action.extensions.length > 0 && (
            <span
              className={styles.side}
              title={words.say('register.extensions', { count: action.extensions.length })}
              aria-label={words.say('register.extensions', { count: action.extensions.length })}
            >
              {' '}
              +{action.extensions.length}
            </span>
          )}
        </>
      )
    case 'updated':
      return (
        <span
          className={mergeClasses(styles.side, row.quiet && styles.quiet)}
          title={row.quiet ? row.noNews : undefined}
        >
          {row.updated || words.say('view.noUpdate')}
        </span>
      )
    case 'kind':
      return words.say(`kind.${action.kind}`)
    case 'nextOwners':
      return row.nextOwners
    case 'extensions':
      return action.extensions.length > 0 ? words.say('register.extensions', { count: action.extensions.length }) : null
    case 'meeting':
      return row.cameFrom
    case 'created':
      return row.added
  }
}

/** Most texts have nothing withheld in them, and need nothing but themselves. */
function textOf(text: string): ReactNode {
  return text.includes('⟦') ? <PassageText text={text} /> : text
}
