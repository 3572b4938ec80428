/** A section of a paper on the screen: its words, its table, and where figures are compared a chart that stands for it. */

import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { DataBarVerticalRegular, TableRegular } from '@fluentui/react-icons'
import { lazy, Suspense, useRef, useState } from 'react'
import { cellText } from '../../documents/export/cell.ts'
import type { PaperCell, PaperSection, PaperTable } from '../../documents/export/paper.ts'
import type { ActionId } from '../../domain/action.ts'
import type { Report } from '../../domain/report.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import { Bone, Bones } from '../design/Bones.tsx'
import { focusRing, hiddenFromEyes, type } from '../design/scale.ts'
import { useWidth } from '../design/size.ts'
import { StatusShape } from '../design/StatusMark.tsx'
import { useWords } from '../words.tsx'

const ReportChart = lazy(async () => ({ default: (await import('./ReportChart.tsx')).ReportChart }))

const useStyles = makeStyles({
  section: { marginTop: tokens.spacingVerticalXXL, '@media print': { breakInside: 'auto' } },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  heading: { ...type.reading, fontWeight: tokens.fontWeightSemibold, margin: '0', flexGrow: '1' },
  words: { ...type.row, margin: `${tokens.spacingVerticalXXS} 0 0`, color: tokens.colorNeutralForeground2 },
  onScreen: { '@media print': { display: 'none' } },
  scroll: { overflowX: 'auto', marginTop: tokens.spacingVerticalS, ':focus-visible': focusRing },
  table: { borderCollapse: 'collapse', width: '100%', ...type.row },
  narrow: { width: 'auto' },
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
  cell: {
    textAlign: 'start',
    verticalAlign: 'top',
    fontWeight: tokens.fontWeightRegular,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    overflowWrap: 'anywhere',
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
  chart: { minHeight: '260px', overflowX: 'auto', marginTop: tokens.spacingVerticalS },
})

/** Where figures are compared. */
const CHARTED = new Set(['counts', 'organisations'])

export interface PaperSectionViewProps {
  readonly section: PaperSection
  readonly report: Report
  readonly snapshot: Snapshot
  /** Of actions, by their references. */
  readonly ids: ReadonlyMap<string, ActionId>
  readonly onOpenAction: (action: ActionId) => void
}

export function PaperSectionView({ section, report, snapshot, ids, onOpenAction }: PaperSectionViewProps) {
  const words = useWords()
  const styles = useStyles()
  const root = useRef<HTMLElement>(null)
  const width = useWidth(root)
  const [asChart, setAsChart] = useState(CHARTED.has(section.key))
  const { key, heading, table } = section
  return (
    // Its table is the landmark, by the same name.
    <section ref={root} className={styles.section}>
      <div className={styles.line}>
        <h2 className={styles.heading}>{heading}</h2>
        {CHARTED.has(key) && (
          <Button
            className={styles.onScreen}
            size="small"
            appearance="subtle"
            icon={asChart ? <TableRegular /> : <DataBarVerticalRegular />}
            onClick={() => setAsChart(!asChart)}
          >
            {words.say(asChart ? 'report.table' : 'report.chart')}
          </Button>
        )}
      </div>
      {section.words.map((line) => (
        <p key={line} className={styles.words}>
          {line}
        </p>
      ))}
      {asChart && (
        <div className={styles.chart}>
          <Suspense
            fallback={
              <Bones label={words.say('report.chart.loading')}>
                <Bone width="100%" />
              </Bones>
            }
          >
            <ReportChart
              kind={key === 'counts' ? 'counts' : 'organisations'}
              report={report}
              snapshot={snapshot}
              width={Math.max(280, width)}
            />
          </Suspense>
        </div>
      )}
      {table && !asChart && <TableView table={table} ids={ids} onOpenAction={onOpenAction} />}
    </section>
  )
}

function TableView({
  table,
  ids,
  onOpenAction,
}: {
  readonly table: PaperTable
  readonly ids: PaperSectionViewProps['ids']
  readonly onOpenAction: (action: ActionId) => void
}) {
  const styles = useStyles()
  const { caption, columns, rows, heading } = table
  const isNumber = (index: number): boolean => rows.every((row) => row[index]?.kind === 'number')
  return (
    // A region that scrolls can be reached and moved with the keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={styles.scroll} role="region" aria-label={caption} tabIndex={0}>
      <table className={mergeClasses(styles.table, columns.length < 3 && styles.narrow)}>
        <caption className={styles.caption}>{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ title }, index) => (
              <th key={title} scope="col" className={mergeClasses(styles.head, isNumber(index) && styles.number)}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, place) => (
            // Rows of a paper have no identity but their place.
            <tr key={place}>
              {row.map((cell, index) => {
                const title = columns[index]?.title ?? ''
                const look = mergeClasses(styles.cell, cell.kind === 'number' && styles.number)
                if (index !== heading) {
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
          ))}
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
