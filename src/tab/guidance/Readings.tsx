/** Organisations down, what holds and what held across: who has read and understood it, in words, shape and colour. */

import { makeStyles, mergeClasses, ToggleButton, tokens } from '@fluentui/react-components'
import { useId, useState } from 'react'
import type { Guidance, GuidanceTold } from '../../contract/guidance.ts'
import type { Day } from '../../domain/day.ts'
import { focusRing, type } from '../design/scale.ts'
import { useWords } from '../words.tsx'
import { useGuidanceStyles } from './guidancestyles.ts'
import { readingsOf, type ReadingRow } from './shown.ts'
import { StandingMark } from './StandingMark.tsx'

const useStyles = makeStyles({
  scroll: { overflow: 'auto', maxHeight: '70vh', ':focus-visible': focusRing },
  table: { ...type.row, borderCollapse: 'separate', borderSpacing: '0' },
  head: {
    ...type.label,
    position: 'sticky',
    top: '0',
    zIndex: '1',
    minWidth: '136px',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    verticalAlign: 'bottom',
    textAlign: 'start',
    fontWeight: tokens.fontWeightSemibold,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  corner: { left: '0', zIndex: '2', minWidth: '72px' },
  when: { display: 'block', fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground2 },
  side: {
    position: 'sticky',
    left: '0',
    zIndex: '1',
    maxWidth: '40vw',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    textAlign: 'start',
    verticalAlign: 'top',
    fontWeight: tokens.fontWeightRegular,
    overflowWrap: 'anywhere',
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  cell: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    verticalAlign: 'top',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  missing: { fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground2 },
})

export interface ReadingsProps {
  readonly guidance: GuidanceTold
  readonly organisations: Guidance['organisations']
  readonly today: Day
}

export function Readings({ guidance, organisations, today }: ReadingsProps) {
  const styles = useStyles()
  const shared = useGuidanceStyles()
  const words = useWords()
  const titleId = useId()
  const [onlyMissing, setOnlyMissing] = useState(false)
  const { columns, rows, missing } = readingsOf(guidance, organisations)
  if (columns.length === 0) return null
  const cellOf = ({ reading, on }: ReadingRow['cells'][number]): string => {
    const day = on === null ? '' : words.shortDay(on, today)
    switch (reading) {
      case 'read':
        return words.say('guidance.matrix.read', { day })
      case 'readOther':
        return words.say('guidance.matrix.readOther', { day })
      case 'notYet':
        return words.say('guidance.matrix.notYet')
      case 'never':
        return words.say('guidance.matrix.never')
    }
  }
  const shown = onlyMissing ? rows.filter(({ isMissing }) => isMissing) : rows
  return (
    <div className={shared.block}>
      <div className={shared.line}>
        <h2 id={titleId} className={shared.heading}>
          {words.say('guidance.matrix')}
        </h2>
        <span className={shared.grow} />
        {missing.length > 0 && missing.length < rows.length && (
          <ToggleButton size="small" checked={onlyMissing} onClick={() => setOnlyMissing(!onlyMissing)}>
            {words.say('guidance.matrix.onlyMissing')}
          </ToggleButton>
        )}
      </div>
      <p className={shared.quiet}>
        {missing.length > 0
          ? words.say('guidance.matrix.missing', { count: missing.length, names: words.list(missing) })
          : words.say(rows.length === 0 ? 'guidance.matrix.none' : 'guidance.matrix.why')}
      </p>
      {rows.length > 0 && (
        // It scrolls by itself, so the keyboard has to reach it.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <div className={styles.scroll} role="region" aria-labelledby={titleId} tabIndex={0}>
          <table className={styles.table} aria-labelledby={titleId}>
            <thead>
              <tr>
                <th scope="col" className={mergeClasses(styles.head, styles.corner)}>
                  {words.say('guidance.matrix.organisation')}
                </th>
                {columns.map(({ number, part, holds }) => (
                  <th key={`${number} ${part}`} scope="col" className={styles.head}>
                    {words.say(`guidance.matrix.column.${part}`, { number })}
                    <span className={styles.when}>
                      {words.say(holds ? 'guidance.matrix.holds' : 'guidance.matrix.held')}
                    </span>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {shown.map(({ organisation, cells }) => (
                <tr key={organisation.key}>
                  <th scope="row" className={styles.side} title={organisation.name}>
                    {organisation.shortName}
                  </th>
                  {cells.map((cell, index) => (
                    <td
                      key={`${columns[index]?.number} ${columns[index]?.part}`}
                      className={mergeClasses(
                        styles.cell,
                        cell.reading === 'notYet' && styles.missing,
                        cell.reading === 'never' && styles.quiet,
                      )}
                      title={cell.by || undefined}
                    >
                      <StandingMark look={cell.reading} word={cellOf(cell)} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  )
}
