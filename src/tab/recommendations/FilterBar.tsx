/** Which reports and which status are shown. Each status says how many are of it; they add up to all. */

import { Field, makeStyles, mergeClasses, Select, tokens } from '@fluentui/react-components'
import { REPORT_COLOURS, type ReportColour } from '../../domain/report.ts'
import { barButton, type } from '../design/scale.ts'
import { StatusShape } from '../design/StatusMark.tsx'
import { useWords } from '../words.tsx'
import { NO_REPORT, type Filter, type Filtered, type ShownReport } from './shown.ts'

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'end',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    margin: `${tokens.spacingVerticalL} 0 0`,
  },
  report: { minWidth: '0', maxWidth: '24rem', flex: '0 1 24rem' },
  set: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
  chosen: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    backgroundColor: tokens.colorNeutralBackground1Selected,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
  },
  button: { ...barButton, ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover } },
  count: { fontVariantNumeric: 'tabular-nums' },
  line: { ...type.label, margin: `${tokens.spacingVerticalS} 0 0`, color: tokens.colorNeutralForeground2 },
})

export interface FilterBarProps {
  readonly reports: readonly ShownReport[]
  readonly filtered: Filtered
  readonly filter: Filter
  readonly onFilter: (filter: Filter) => void
}

export function FilterBar({ reports, filtered, filter, onFilter }: FilterBarProps) {
  const words = useWords()
  const styles = useStyles()
  const { counts, of, shown } = filtered
  const offered: readonly (ReportColour | null)[] = [
    null,
    ...REPORT_COLOURS.filter((colour) => (counts.get(colour) ?? 0) > 0 || colour === filter.colour),
  ]
  return (
    <>
      <div className={styles.bar}>
        <Field className={styles.report} label={words.say('recommendations.filter.report')} size="small">
          <Select
            size="small"
            value={filter.report}
            // The longest title must not widen it.
            root={{ style: { minWidth: 0 } }}
            select={{ style: { minWidth: 0, width: '100%', textOverflow: 'ellipsis' } }}
            onChange={(_, { value }) => onFilter({ ...filter, report: value })}
          >
            <option value="">{words.say('recommendations.filter.allReports')}</option>
            {reports.map(({ key, content }) => (
              <option key={key} value={key ?? NO_REPORT}>
                {content?.title ?? words.say('recommendations.noReport')}
              </option>
            ))}
          </Select>
        </Field>
        <div className={styles.set} role="group" aria-label={words.say('recommendations.filter.status')}>
          {offered.map((colour) => (
            <button
              key={colour}
              type="button"
              className={mergeClasses(styles.button, colour === filter.colour && styles.chosen)}
              aria-pressed={colour === filter.colour}
              onClick={() => onFilter({ ...filter, colour })}
            >
              {colour !== null && <StatusShape colour={colour === 'NEW GREEN' ? 'GREEN' : colour} side={14} />}
              <span>{words.say(colour === null ? 'recommendations.filter.all' : `report.colour.${colour}`)}</span>
              <span className={styles.count}>{words.number(colour === null ? of : (counts.get(colour) ?? 0))}</span>
            </button>
          ))}
        </div>
      </div>
      <p className={styles.line} role="status">
        {shown === 0 && filter.colour !== null
          ? words.say('recommendations.nothing')
          : words.say('recommendations.counts', { shown, of, reports: filtered.reports.length })}
      </p>
    </>
  )
}
