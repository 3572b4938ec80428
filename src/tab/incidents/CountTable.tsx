/** Counts as a table: a row for each force or group, told and found apart, and a bar that says at a glance who has how many. */

import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { totalOf, type Count } from '../../domain/incidentcount.ts'
import { focusRing, hiddenFromEyes, type } from '../design/scale.ts'
import { useWords } from '../words.tsx'
import type { CountRow } from '../../domain/incidenttable.ts'

export const useCountStyles = makeStyles({
  // What is only heard in it scrolls with it.
  scroll: { position: 'relative', overflowX: 'auto', ':focus-visible': focusRing },
  table: { ...type.row, borderCollapse: 'collapse', width: '100%' },
  caption: {
    ...type.row,
    fontWeight: tokens.fontWeightSemibold,
    textAlign: 'start',
    paddingBottom: tokens.spacingVerticalXS,
  },
  head: {
    ...type.label,
    color: tokens.colorNeutralForeground2,
    fontWeight: tokens.fontWeightRegular,
    textAlign: 'start',
    verticalAlign: 'bottom',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  cell: {
    padding: `${tokens.spacingVerticalSNudge} ${tokens.spacingHorizontalS}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    textAlign: 'start',
    fontWeight: tokens.fontWeightRegular,
  },
  number: { textAlign: 'end', fontVariantNumeric: 'tabular-nums' },
  sum: { fontWeight: tokens.fontWeightSemibold, borderBottom: 'none' },
  quiet: { color: tokens.colorNeutralForeground2 },
  open: {
    ...type.row,
    padding: '0',
    minHeight: '24px',
    border: 'none',
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    textAlign: 'start',
    textDecorationLine: 'underline',
    textDecorationColor: tokens.colorNeutralStroke1,
    textUnderlineOffset: '3px',
    cursor: 'pointer',
    ':hover': { color: tokens.colorBrandForegroundLinkHover, textDecorationColor: 'currentcolor' },
    ':focus-visible': focusRing,
  },
  bars: { width: '28%', minWidth: '48px' },
  bar: {
    display: 'block',
    height: '8px',
    minWidth: '1px',
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorBrandBackground,
    forcedColorAdjust: 'none',
  },
  hidden: hiddenFromEyes,
})

export interface CountTableProps {
  readonly caption: string
  readonly head: string
  readonly rows: readonly CountRow[]
  readonly sum: Count
  /** Groups have nothing from before the register. */
  readonly withBefore: boolean
  readonly nameOf: (row: CountRow) => string
  /** Shows the notifications of a row; null for one that has none of its own. */
  readonly onOpen: (row: CountRow) => (() => void) | null
}

export function CountTable({ caption, head, rows, sum, withBefore, nameOf, onOpen }: CountTableProps) {
  const words = useWords()
  const styles = useCountStyles()
  const most = Math.max(1, ...rows.map(({ count }) => totalOf(count)))
  const numbers = (count: Count): readonly number[] =>
    withBefore ? [count.told, count.found, count.before, totalOf(count)] : [count.told, count.found, totalOf(count)]
  const heads = withBefore
    ? (['incidents.told', 'incidents.found', 'incidents.before', 'incidents.all'] as const)
    : (['incidents.told', 'incidents.found', 'incidents.all'] as const)
  return (
    // A region that scrolls can be reached and moved with the keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={styles.scroll} role="region" aria-label={caption} tabIndex={0}>
      <table className={styles.table}>
        <caption className={styles.caption}>{caption}</caption>
        <thead>
          <tr>
            <th scope="col" className={styles.head}>
              {head}
            </th>
            {heads.map((key) => (
              <th key={key} scope="col" className={mergeClasses(styles.head, styles.number)}>
                {words.say(key)}
              </th>
            ))}
            <td className={mergeClasses(styles.head, styles.bars)} aria-hidden />
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const open = onOpen(row)
            const name = nameOf(row)
            return (
              <tr key={`${row.key} ${row.nation}`}>
                <th scope="row" className={styles.cell}>
                  {open ? (
                    <button
                      type="button"
                      className={styles.open}
                      onClick={open}
                      aria-label={words.say('incidents.openThese', { what: name })}
                    >
                      {name}
                    </button>
                  ) : (
                    name
                  )}
                </th>
                {numbers(row.count).map((number, index) => (
                  <td
                    key={heads[index]}
                    className={mergeClasses(styles.cell, styles.number, number === 0 && styles.quiet)}
                  >
                    {words.number(number)}
                  </td>
                ))}
                <td className={mergeClasses(styles.cell, styles.bars)} aria-hidden>
                  <span className={styles.bar} style={{ width: `${(totalOf(row.count) / most) * 100}%` }} />
                </td>
              </tr>
            )
          })}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" className={mergeClasses(styles.cell, styles.sum)}>
              {words.say('incidents.sum')}
            </th>
            {numbers(sum).map((number, index) => (
              <td key={heads[index]} className={mergeClasses(styles.cell, styles.number, styles.sum)}>
                {words.number(number)}
              </td>
            ))}
            <td className={mergeClasses(styles.cell, styles.sum)} aria-hidden />
          </tr>
        </tfoot>
      </table>
    </div>
  )
}
