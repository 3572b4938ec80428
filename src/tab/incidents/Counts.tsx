/** How many since a day: the sentence that somebody is asked for in a meeting, then by force, by group and by month. */

import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { Day } from '../../domain/day.ts'
import { totalOf, type Count, type Opened } from '../../domain/incidentcount.ts'
import { type } from '../design/scale.ts'
import { useWords } from '../words.tsx'
import type { Organisations, Shown } from '../../domain/incidenttable.ts'
import { CountTable } from './CountTable.tsx'
import { Months } from './Months.tsx'

const useStyles = makeStyles({
  counts: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXL },
  figures: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 10rem), 1fr))',
    gap: tokens.spacingHorizontalM,
    listStyleType: 'none',
    margin: '0',
    padding: '0',
  },
  figure: {
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM}`,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  whole: { '@media (max-width: 640px)': { gridColumn: '1 / -1' } },
  number: {
    ...type.title,
    display: 'block',
    fontSize: tokens.fontSizeBase600,
    lineHeight: tokens.lineHeightBase600,
    fontVariantNumeric: 'tabular-nums',
  },
  since: { ...type.row, display: 'block' },
  made: { ...type.label, display: 'block', color: tokens.colorNeutralForeground2 },
  unsplit: { ...type.label, margin: '0', color: tokens.colorNeutralForeground2, maxWidth: '44rem' },
  tables: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 26rem), 1fr))',
    alignItems: 'start',
    columnGap: tokens.spacingHorizontalXXXL,
    rowGap: tokens.spacingVerticalXXL,
  },
})

export interface CountsProps {
  readonly shown: Shown
  readonly since: Day
  readonly organisations: Organisations
  /** Shows the notifications of a force or a group. */
  readonly onForce: (key: string) => void
  readonly onGroup: (key: string) => void
}

export function Counts({ shown, since, organisations, onForce, onGroup }: CountsProps) {
  const words = useWords()
  const styles = useStyles()
  const { counts, nations, forces, groups } = shown
  const day = words.day(since)
  const madeOf = ({ told, found, before }: Count): string => words.say('incidents.made.of', { told, found, before })
  const nationName = (nation: string): string =>
    nation === '' ? words.say('incidents.noNation') : words.say('incidents.nation', { nation })
  const whereOf = ({ organisation, nation }: Opened): string =>
    organisation === null ? nationName(nation) : (organisations.get(organisation)?.shortName ?? organisation)
  return (
    <div className={styles.counts}>
      <ul className={styles.figures}>
        <li className={mergeClasses(styles.figure, styles.whole)}>
          <strong className={styles.number}>{words.say('incidents.total', { count: totalOf(counts.all) })}</strong>
          <span className={styles.since}>{words.say('incidents.total.since', { day })}</span>
          <span className={styles.made}>{madeOf(counts.all)}</span>
        </li>
        {nations.length > 1 &&
          nations.map(({ nation, count }) => (
            <li key={nation} className={styles.figure}>
              <strong className={styles.number}>
                {nation === ''
                  ? `${words.number(totalOf(count))}: ${nationName('')}`
                  : words.say('incidents.inNation', { count: words.number(totalOf(count)), nation })}
              </strong>
              <span className={styles.made}>{madeOf(count)}</span>
            </li>
          ))}
      </ul>
      {counts.unsplit.map((opening) => (
        <p key={`${opening.organisation ?? ''} ${opening.nation} ${opening.from}`} className={styles.unsplit}>
          {words.say('incidents.unsplit', {
            count: opening.count,
            where: whereOf(opening),
            from: words.day(opening.from),
            to: words.day(opening.to),
            since: day,
          })}
        </p>
      ))}
      <div className={styles.tables}>
        <CountTable
          caption={words.say('incidents.byForce')}
          head={words.say('incidents.force')}
          rows={forces}
          sum={counts.all}
          withBefore={counts.all.before > 0}
          nameOf={({ name, nation }) => name || words.say('incidents.nationOnly', { nation: nationName(nation) })}
          onOpen={({ key, count }) => (key === '' || count.told + count.found === 0 ? null : () => onForce(key))}
        />
        <CountTable
          caption={words.say('incidents.byGroup')}
          head={words.say('incidents.group')}
          rows={groups}
          sum={{ ...counts.all, before: 0 }}
          withBefore={false}
          nameOf={({ name }) => name || words.say('incidents.group.unknown')}
          onOpen={({ key }) => (key === '' ? null : () => onGroup(key))}
        />
      </div>
      <Months
        months={counts.byMonth}
        nations={nations.map(({ nation }) => nation)}
        since={since}
        hasBefore={counts.all.before > 0}
      />
    </div>
  )
}
