/**
 * A table of a paper. A long one scrolls in a frame of its own under its headings, and of its rows only those in sight are
 * in the page; printed it is whole. Hides how the rest of its height is kept.
 */

import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useVirtualizer, type VirtualItem } from '@tanstack/react-virtual'
import { useMemo, useRef } from 'react'
import { cellText } from '../../documents/export/cell.ts'
import { isFigures, type PaperCell, type PaperTable } from '../../documents/export/paper.ts'
import type { ActionId } from '../../domain/action.ts'
import { focusRing, hiddenFromEyes, type } from '../design/scale.ts'
import { StatusShape } from '../design/StatusMark.tsx'
import { useWords } from '../words.tsx'

/** Rows that a page may have without being slow. */
const MOST = 100
/** Pixels; a row is measured once it is seen. */
const ROW = 52

const useStyles = makeStyles({
  scroll: { overflowX: 'auto', marginTop: tokens.spacingVerticalS, ':focus-visible': focusRing },
  framed: {
    maxHeight: 'max(20rem, 75vh)',
    overflowY: 'auto',
    // Rows that are measured don't move those that are read.
    overflowAnchor: 'none',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  table: { borderCollapse: 'separate', borderSpacing: '0', width: '100%', ...type.row },
  narrow: { width: 'auto' },
  // On paper upright a column is as wide as the longest month.
  wide: {
    tableLayout: 'fixed',
    minWidth: '44rem',
    '@media print': { ...type.label, minWidth: '0' },
  },
  caption: hiddenFromEyes,
  head: {
    ...type.label,
    textAlign: 'start',
    verticalAlign: 'bottom',
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  headStays: { position: 'sticky', top: '0', backgroundColor: tokens.colorNeutralBackground1, zIndex: 1 },
  row: { '@media print': { breakInside: 'avoid' } },
  cell: {
    textAlign: 'start',
    verticalAlign: 'top',
    fontWeight: tokens.fontWeightRegular,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    overflowWrap: 'anywhere',
    '@media print': { paddingInline: tokens.spacingHorizontalXS },
  },
  number: { textAlign: 'end', fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
  named: { fontWeight: tokens.fontWeightSemibold, whiteSpace: 'nowrap' },
  link: {
    ...type.row,
    fontWeight: tokens.fontWeightSemibold,
    minHeight: '24px',
    padding: '0',
    border: 'none',
    backgroundColor: 'transparent',
    color: tokens.colorBrandForegroundLink,
    cursor: 'pointer',
    whiteSpace: 'nowrap',
    ':hover': { textDecorationLine: 'underline' },
    ':focus-visible': focusRing,
  },
  status: { display: 'inline-flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
})

export interface PaperTableViewProps {
  readonly table: PaperTable
  /** Of actions, by their references. */
  readonly ids: ReadonlyMap<string, ActionId>
  readonly isPrinting: boolean
  readonly onOpenAction: (action: ActionId) => void
}

export function PaperTableView(props: PaperTableViewProps) {
  const isFramed = props.table.rows.length > MOST && !props.isPrinting
  return isFramed ? <Framed {...props} /> : <Table {...props} shown={null} />
}

function Framed(props: PaperTableViewProps) {
  const { table } = props
  const styles = useStyles()
  const frame = useRef<HTMLDivElement>(null)
  const virtualizer = useVirtualizer({
    count: table.rows.length,
    getScrollElement: () => frame.current,
    estimateSize: () => ROW,
    overscan: 8,
  })
  const items = virtualizer.getVirtualItems()
  return (
    <Table
      {...props}
      frame={frame}
      className={styles.framed}
      shown={{
        items,
        above: items[0]?.start ?? 0,
        below: virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0),
        measure: virtualizer.measureElement,
      }}
    />
  )
}

interface TableProps extends PaperTableViewProps {
  readonly frame?: React.Ref<HTMLDivElement>
  readonly className?: string
  /** Null: all of them. */
  readonly shown: {
    readonly items: readonly Pick<VirtualItem, 'index'>[]
    /** Heights, in pixels, of the rows that aren't in the page. */
    readonly above: number
    readonly below: number
    readonly measure: React.Ref<HTMLTableRowElement>
  } | null
}

function Table({ table, ids, onOpenAction, frame, className, shown }: TableProps) {
  const styles = useStyles()
  const { caption, columns, rows, heading } = table
  const numbers = useMemo(() => columns.map((_, index) => isFigures(rows, index)), [columns, rows])
  const isWide = columns.length > 2
  const weight = columns.reduce((sum, column) => sum + column.weight, 0)
  const row = (index: number) => (
    // Rows of a paper have no identity but their place.
    <tr
      key={index}
      ref={shown?.measure}
      className={styles.row}
      data-index={index}
      aria-rowindex={shown ? index + 2 : undefined}
    >
      {rows[index]?.map((cell, place) => {
        const title = columns[place]?.title ?? ''
        const look = mergeClasses(styles.cell, cell.kind === 'number' && styles.number)
        if (place !== heading) {
          return (
            <td key={title} className={look}>
              <CellView cell={cell} />
            </td>
          )
        }
        const id = cell.kind === 'words' ? ids.get(cellText(cell.words)) : undefined
        return (
          <th key={title} scope="row" className={mergeClasses(look, id !== undefined && styles.named)}>
            {id === undefined ? (
              <CellView cell={cell} />
            ) : (
              <button type="button" className={styles.link} onClick={() => onOpenAction(id)}>
                <CellView cell={cell} />
              </button>
            )}
          </th>
        )
      })}
    </tr>
  )
  const gap = (height: number) => height > 0 && <tr aria-hidden style={{ height: `${height}px` }} />
  return (
    // A region that scrolls can be reached and moved with the keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div ref={frame} className={mergeClasses(styles.scroll, className)} role="region" aria-label={caption} tabIndex={0}>
      <table
        className={mergeClasses(styles.table, isWide ? styles.wide : styles.narrow)}
        aria-rowcount={shown ? rows.length + 1 : undefined}
      >
        <caption className={styles.caption}>{caption}</caption>
        {isWide && (
          <colgroup>
            {columns.map((column) => (
              <col key={column.title} style={{ width: `${(column.weight / weight) * 100}%` }} />
            ))}
          </colgroup>
        )}
        <thead>
          <tr aria-rowindex={shown ? 1 : undefined}>
            {columns.map(({ title }, index) => (
              <th
                key={title}
                scope="col"
                className={mergeClasses(
                  styles.head,
                  numbers[index] && styles.number,
                  shown !== null && styles.headStays,
                )}
              >
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {gap(shown?.above ?? 0)}
          {shown ? shown.items.map(({ index }) => row(index)) : rows.map((_, index) => row(index))}
          {gap(shown?.below ?? 0)}
        </tbody>
      </table>
    </div>
  )
}

function CellView({ cell }: { readonly cell: PaperCell }) {
  const words = useWords()
  const styles = useStyles()
  if (cell.kind === 'number') return words.number(cell.number)
  const text = cellText(cell.words)
  if (!cell.colour) return text
  return (
    <span className={styles.status}>
      <StatusShape colour={cell.colour} side={14} />
      {text}
    </span>
  )
}
