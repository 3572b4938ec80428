/**
 * Threats down, pillars across, and below them the capabilities that serve several threats; beside each, how much of it is
 * covered. One tab stop and arrows; what the framework doesn't ask is hatched and says so, what nothing covers is a place
 * kept free, with its word.
 */

import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { Fragment, useRef, useState, type KeyboardEvent } from 'react'
import { named, partName } from '../../documents/export/assurance.ts'
import type { CoverageCell, CoverageMatrix } from '../../domain/coverage.ts'
import { focusRing, hiddenFromEyes, type } from '../design/scale.ts'
import { useWords } from '../words.tsx'
import { CellFace, cellSentence } from './CellFace.tsx'

export interface CellsProps {
  readonly matrix: CoverageMatrix
  readonly open: Pick<CoverageCell, 'under' | 'pillar'> | null
  readonly onOpen: (cell: CoverageCell) => void
}

const useStyles = makeStyles({
  // Its own scrolling, so that heads and names stay in sight where it is wider or longer than there is room.
  scroll: {
    marginTop: tokens.spacingVerticalL,
    maxHeight: 'max(80dvh, 20rem)',
    overflow: 'auto',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  table: { ...type.row, width: '100%', borderCollapse: 'separate', borderSpacing: '0' },
  head: {
    ...type.label,
    position: 'sticky',
    top: '0',
    zIndex: '1',
    minWidth: '104px',
    padding: tokens.spacingHorizontalS,
    textAlign: 'start',
    verticalAlign: 'bottom',
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  corner: { left: '0', zIndex: '2' },
  side: {
    position: 'sticky',
    left: '0',
    zIndex: '1',
    minWidth: '9rem',
    maxWidth: '14rem',
    padding: tokens.spacingHorizontalS,
    textAlign: 'start',
    fontWeight: tokens.fontWeightSemibold,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  sum: { ...type.label, display: 'block', fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground2 },
  part: {
    ...type.label,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalS} ${tokens.spacingVerticalXS}`,
    textAlign: 'start',
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
    backgroundColor: tokens.colorNeutralBackground2,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  cell: {
    position: 'relative',
    height: '44px',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    verticalAlign: 'middle',
    cursor: 'pointer',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    borderRight: `1px solid ${tokens.colorNeutralStroke3}`,
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover, color: tokens.colorNeutralForeground1Hover },
    ':focus-visible': focusRing,
  },
  // Quieter than what is covered, until one comes to it.
  free: { color: tokens.colorNeutralForeground2, ':hover': { color: tokens.colorNeutralForeground1Hover } },
  absent: {
    cursor: 'default',
    ':hover': { backgroundColor: 'transparent' },
    backgroundImage: `repeating-linear-gradient(135deg, transparent 0 7px, ${tokens.colorNeutralStroke3} 7px 8px)`,
  },
  open: { backgroundColor: tokens.colorNeutralBackground1Selected, color: tokens.colorNeutralForeground1Selected },
  hidden: hiddenFromEyes,
  keys: { ...type.label, margin: `${tokens.spacingVerticalXS} 0 0`, color: tokens.colorNeutralForeground2 },
})

export function CoverageGrid({ matrix, open, onOpen }: CellsProps) {
  const words = useWords()
  const styles = useStyles()
  const table = useRef<HTMLTableElement>(null)
  const [stop, setStop] = useState('0.0')
  const { framework, cells, capabilities } = matrix
  const rows: readonly (readonly CoverageCell[])[] = [
    ...framework.threats.map(({ key }) => cells.filter(({ under }) => under === key)),
    ...capabilities.map((cell) => [cell]),
  ]
  const cellOf = (at: string): CoverageCell | undefined => {
    const [row = 0, column = 0] = at.split('.').map(Number)
    return rows[row]?.[column]
  }
  const press = (cell: CoverageCell | undefined): void => {
    if (cell && cell.state !== 'notInFramework') onOpen(cell)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const at = placeOf(event.target)
    if (at === null || event.altKey || event.metaKey || event.ctrlKey) return
    const to = moved(at, event.key, rows)
    if (to !== null) table.current?.querySelector<HTMLElement>(`[data-at="${to}"]`)?.focus()
    else if (event.key === 'Enter' || event.key === ' ') press(cellOf(at))
    else return
    event.preventDefault()
  }
  return (
    <>
      <div className={styles.scroll}>
        <table
          ref={table}
          // One tab stop and arrows: more than a table does.
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role
          role="grid"
          className={styles.table}
          aria-label={words.say('assurance.matrix')}
          onKeyDown={onKeyDown}
          onClick={({ target }) => press(cellOf(placeOf(target) ?? ''))}
          onFocus={({ target }) => setStop(placeOf(target) ?? stop)}
        >
          <thead>
            <tr>
              <th scope="col" className={mergeClasses(styles.head, styles.corner)}>
                {words.say('assurance.threat')}
              </th>
              {framework.pillars.map(({ key, title }) => (
                <th key={key} scope="col" className={styles.head}>
                  {named(title, words)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, rowIndex) => {
              const [first] = row
              if (!first) return null
              const covered = row.reduce((sum, each) => sum + each.covered, 0)
              const all = row.reduce((sum, each) => sum + each.paragraphs.length, 0)
              return (
                <Fragment key={first.under}>
                  {rowIndex === framework.threats.length && (
                    <tr>
                      <th scope="colgroup" colSpan={framework.pillars.length + 1} className={styles.part}>
                        {words.say('assurance.capabilities')}
                      </th>
                    </tr>
                  )}
                  <tr>
                    <th scope="row" className={styles.side}>
                      {partName(framework, first.under, words)}
                      {first.pillar !== null && (
                        <span className={styles.sum}>{words.say('assurance.covered', { covered, all })}</span>
                      )}
                    </th>
                    {row.map((cell, index) => {
                      const at = `${rowIndex}.${index}`
                      const isOpen = open !== null && open.under === cell.under && open.pillar === cell.pillar
                      return (
                        <td
                          key={cell.pillar ?? ''}
                          data-at={at}
                          tabIndex={at === stop ? 0 : -1}
                          colSpan={cell.pillar === null ? framework.pillars.length : undefined}
                          className={mergeClasses(
                            styles.cell,
                            cell.state === 'uncovered' && styles.free,
                            cell.state === 'notInFramework' && styles.absent,
                            isOpen && styles.open,
                          )}
                          aria-selected={isOpen}
                        >
                          <span aria-hidden>
                            <CellFace cell={cell} />
                          </span>
                          <span className={styles.hidden}>{cellSentence(cell, framework, words)}</span>
                        </td>
                      )
                    })}
                  </tr>
                </Fragment>
              )
            })}
          </tbody>
        </table>
      </div>
      <p className={styles.keys}>{words.say('assurance.keys')}</p>
    </>
  )
}

function placeOf(target: EventTarget): string | null {
  return target instanceof Element ? (target.closest<HTMLElement>('[data-at]')?.dataset['at'] ?? null) : null
}

function moved(at: string, key: string, rows: readonly (readonly unknown[])[]): string | null {
  const [row = 0, column = 0] = at.split('.').map(Number)
  const within = (toRow: number, toColumn: number): string => {
    const down = Math.min(Math.max(toRow, 0), rows.length - 1)
    return `${down}.${Math.min(Math.max(toColumn, 0), (rows[down]?.length ?? 1) - 1)}`
  }
  switch (key) {
    case 'ArrowUp':
      return within(row - 1, column)
    case 'ArrowDown':
      return within(row + 1, column)
    case 'ArrowLeft':
      return within(row, column - 1)
    case 'ArrowRight':
      return within(row, column + 1)
    case 'Home':
      return within(row, 0)
    case 'End':
      return within(row, rows[row]?.length ?? 1)
    default:
      return null
  }
}
