/** Organisations down, teams across: how many have access today, and which organisation has nobody. */

import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { hiddenFromEyes, PAGE_FOOT, type } from '../design/scale.ts'
import { statusColour } from '../design/theme.ts'
import { GapMark } from '../people/GapMark.tsx'
import { useWords } from '../words.tsx'
import type { CoverageTable, Named } from './shown.ts'

const useStyles = makeStyles({
  scroll: { flex: '1 1 0', minHeight: '0', overflow: 'auto', position: 'relative', paddingBottom: PAGE_FOOT },
  table: { ...type.row, borderCollapse: 'separate', borderSpacing: '0' },
  head: {
    ...type.label,
    position: 'sticky',
    top: '0',
    zIndex: '1',
    minWidth: '64px',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    textAlign: 'end',
    verticalAlign: 'bottom',
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  corner: { left: '0', zIndex: '2', textAlign: 'start' },
  name: {
    position: 'sticky',
    left: '0',
    zIndex: '1',
    minWidth: '96px',
    maxWidth: '260px',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    textAlign: 'start',
    fontWeight: tokens.fontWeightSemibold,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  gap: { boxShadow: `inset 3px 0 0 ${statusColour('RED')}` },
  cell: {
    height: '36px',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    textAlign: 'end',
    whiteSpace: 'nowrap',
    fontVariantNumeric: 'tabular-nums',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  active: { fontWeight: tokens.fontWeightSemibold },
  quiet: { ...type.label, color: tokens.colorNeutralForeground2 },
  nobody: { display: 'inline-flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  hidden: hiddenFromEyes,
  lead: { ...type.row, margin: '0', padding: `0 ${tokens.spacingHorizontalM} ${tokens.spacingVerticalS}` },
})

export function CoverageView({ table, named }: { readonly table: CoverageTable; readonly named: Named }) {
  const styles = useStyles()
  const words = useWords()
  return (
    <>
      <p className={styles.lead}>
        {words.say('access.coverage.gaps', { count: table.gaps })} {words.say('access.coverage.why')}
      </p>
      {/* A table wider than the screen is gone through by keyboard too. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={styles.scroll} tabIndex={0} role="region" aria-label={words.say('access.coverage.table')}>
        <table className={styles.table} aria-label={words.say('access.coverage.table')}>
          <thead>
            <tr>
              <th scope="col" className={mergeClasses(styles.head, styles.corner)}>
                {words.say('access.column.organisation')}
              </th>
              <th scope="col" className={styles.head}>
                {words.say('access.coverage.total')}
              </th>
              {table.teams.map((team) => (
                <th key={team} scope="col" className={styles.head}>
                  {team}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map(({ organisation, cells, isGap }) => (
              <tr key={organisation}>
                <th scope="row" className={mergeClasses(styles.name, isGap && styles.gap)}>
                  {named(organisation)}
                </th>
                <td className={styles.cell}>
                  {isGap ? (
                    <span className={styles.nobody}>
                      <GapMark isStoodIn={false} />
                      <span className={styles.active}>{words.say('access.coverage.nobody')}</span>
                    </span>
                  ) : (
                    <span className={styles.active}>
                      {words.number(cells.reduce((sum, { active }) => sum + active, 0))}
                    </span>
                  )}
                </td>
                {cells.map(({ active, others }, index) => (
                  <td key={table.teams[index]} className={styles.cell}>
                    {active > 0 && <span className={styles.active}>{words.number(active)}</span>}
                    {others > 0 && (
                      <>
                        <span className={styles.quiet} aria-hidden>
                          {' '}
                          {words.say('access.coverage.others', { count: others })}
                        </span>
                        <span className={styles.hidden}>
                          {' '}
                          {words.say('access.coverage.others.label', { count: others })}
                        </span>
                      </>
                    )}
                    {active === 0 && others === 0 && <span className={styles.quiet}>–</span>}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
