/** Incidents by month: the chart, and behind it the table that says the same; one click from the one to the other. */

import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { DataBarVerticalRegular, TableRegular } from '@fluentui/react-icons'
import { lazy, Suspense, useRef, useState } from 'react'
import type { Day } from '../../domain/day.ts'
import { totalOf, type MonthCount } from '../../domain/incidentcount.ts'
import { Bone, Bones } from '../design/Bones.tsx'
import { type } from '../design/scale.ts'
import { useWidth } from '../design/size.ts'
import { useWords } from '../words.tsx'
import { useCountStyles } from './CountTable.tsx'

const MonthChart = lazy(async () => ({ default: (await import('./MonthChart.tsx')).MonthChart }))

const useStyles = makeStyles({
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  title: { ...type.row, fontWeight: tokens.fontWeightSemibold, margin: '0', flexGrow: '1' },
  chart: { minHeight: '280px', overflowX: 'auto' },
  note: { ...type.label, margin: '0', color: tokens.colorNeutralForeground2 },
})

export interface MonthsProps {
  readonly months: readonly MonthCount[]
  readonly nations: readonly string[]
  readonly since: Day
  /** Some were counted before the register. */
  readonly hasBefore: boolean
}

export function Months({ months, nations, since, hasBefore }: MonthsProps) {
  const words = useWords()
  const styles = useStyles()
  const root = useRef<HTMLElement>(null)
  const width = useWidth(root)
  const [asTable, setAsTable] = useState(false)
  const title = words.say('incidents.chart', { day: words.day(since) })
  if (months.length === 0) return null
  return (
    <section ref={root} aria-label={words.say('incidents.byMonth')}>
      <div className={styles.line}>
        <h2 className={styles.title}>{words.say('incidents.byMonth')}</h2>
        <Button
          size="small"
          appearance="subtle"
          icon={asTable ? <DataBarVerticalRegular /> : <TableRegular />}
          onClick={() => setAsTable(!asTable)}
        >
          {words.say(asTable ? 'incidents.chart.show' : 'incidents.chart.table')}
        </Button>
      </div>
      {asTable ? (
        <MonthTable title={title} months={months} nations={nations} />
      ) : (
        <div className={styles.chart}>
          <Suspense
            fallback={
              <Bones label={words.say('incidents.chart.loading')}>
                <Bone width="100%" />
              </Bones>
            }
          >
            <MonthChart title={title} months={months} nations={nations} width={Math.max(280, width)} />
          </Suspense>
        </div>
      )}
      {hasBefore && <p className={styles.note}>{words.say('incidents.chart.beforeNote')}</p>}
    </section>
  )
}

function MonthTable({ title, months, nations }: Pick<MonthsProps, 'months' | 'nations'> & { readonly title: string }) {
  const words = useWords()
  const styles = useCountStyles()
  return (
    // A region that scrolls can be reached and moved with the keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={styles.scroll} role="region" aria-label={title} tabIndex={0}>
      <table className={styles.table}>
        <caption className={styles.hidden}>{title}</caption>
        <thead>
          <tr>
            <th scope="col" className={styles.head}>
              {words.say('incidents.month')}
            </th>
            {nations.map((nation) => (
              <th key={nation} scope="col" className={mergeClasses(styles.head, styles.number)}>
                {words.say('incidents.nation', { nation }) || words.say('incidents.noNation')}
              </th>
            ))}
            <th scope="col" className={mergeClasses(styles.head, styles.number)}>
              {words.say('incidents.all')}
            </th>
          </tr>
        </thead>
        <tbody>
          {months.toReversed().map(({ month, count, byNation }) => (
            <tr key={month}>
              <th scope="row" className={styles.cell}>
                {words.month(month)}
              </th>
              {nations.map((nation) => (
                <td key={nation} className={mergeClasses(styles.cell, styles.number)}>
                  {words.number(byNation.get(nation) ?? 0)}
                </td>
              ))}
              <td className={mergeClasses(styles.cell, styles.number)}>{words.number(totalOf(count))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
