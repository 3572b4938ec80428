/**
 * Completeness by organisation over time. Drawn as a table of shapes and not with Fluent's charts, tried: its heat map
 * tells cells apart by colour alone and brings d3 with it, where seven kinds of cell are words. One cell can
 * be reached with Tab, the others with the arrow keys; each says itself.
 */

import { makeStyles, mergeClasses, tokens, Tooltip } from '@fluentui/react-components'
import { useRef, useState, type KeyboardEvent } from 'react'
import { daysBetween, type Day } from '../../domain/day.ts'
import { completenessOf, STANDINGS, standingOf, type ReturnAnswer, type Standing } from '../../domain/returntable.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import { focusRing, type } from '../design/scale.ts'
import { useWords } from '../words.tsx'
import { useTableStyles } from './PeriodTable.tsx'
import { organisationName, type ShownPeriod } from './shown.ts'
import { StandingMark, StandingShape } from './StandingMark.tsx'

/** What fits without scrolling on a desktop: two years of quarters, a year of months. */
const MOST_PERIODS = 12

const useStyles = makeStyles({
  table: { minWidth: '0' },
  mark: { textAlign: 'center', padding: `0 ${tokens.spacingHorizontalS}`, minWidth: '64px' },
  cell: {
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: 'center',
    minWidth: '36px',
    minHeight: '32px',
    ':focus-visible': focusRing,
  },
  share: { ...type.label, display: 'block', textAlign: 'center', fontVariantNumeric: 'tabular-nums' },
  bar: {
    display: 'block',
    width: '48px',
    height: '6px',
    margin: `${tokens.spacingVerticalXS} auto 0`,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusSmall,
    overflow: 'hidden',
  },
  filled: {
    display: 'block',
    height: '100%',
    backgroundColor: tokens.colorNeutralForeground2,
    forcedColorAdjust: 'none',
  },
  key: {
    ...type.label,
    display: 'flex',
    flexWrap: 'wrap',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
    listStyleType: 'none',
    margin: `${tokens.spacingVerticalM} 0 0`,
    padding: '0',
  },
  note: { ...type.label, margin: `0 0 ${tokens.spacingVerticalS}`, color: tokens.colorNeutralForeground2 },
})

export interface OverTimeProps {
  readonly title: string
  /** Newest first. */
  readonly periods: readonly ShownPeriod[]
  readonly snapshot: Snapshot
  readonly today: Day
}

export function OverTime({ title, periods, snapshot, today }: OverTimeProps) {
  const words = useWords()
  const styles = useStyles()
  const table = useTableStyles()
  const body = useRef<HTMLTableSectionElement>(null)
  const [place, setPlace] = useState<readonly [row: number, column: number]>([0, 0])
  const shown = periods.slice(0, MOST_PERIODS).toReversed()
  const organisations = [...new Set(periods.flatMap(({ request }) => request.organisations))]
  const caption = words.say('returns.time.table', { title })
  const head = mergeClasses(table.cell, table.head)

  const move = (event: KeyboardEvent, row: number, column: number): void => {
    const steps: Readonly<Record<string, readonly [number, number]>> = {
      ArrowLeft: [0, -1],
      ArrowRight: [0, 1],
      ArrowUp: [-1, 0],
      ArrowDown: [1, 0],
      Home: [0, -column],
      End: [0, shown.length - 1 - column],
    }
    const step = steps[event.key]
    if (!step) return
    event.preventDefault()
    const next = [clamp(row + step[0], organisations.length), clamp(column + step[1], shown.length)] as const
    setPlace(next)
    body.current?.querySelector<HTMLElement>(`[data-place="${next.join('.')}"]`)?.focus()
  }

  return (
    <>
      <p className={styles.note}>{words.say('returns.time.note')}</p>
      <div className={table.scroll}>
        <table className={mergeClasses(table.table, styles.table)}>
          <caption className={table.caption}>{caption}</caption>
          <thead>
            <tr>
              <th scope="col" className={mergeClasses(head, table.first)}>
                {words.say('returns.organisation')}
              </th>
              {shown.map(({ name, request }) => (
                <th key={request.key} scope="col" className={mergeClasses(head, styles.mark)}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody ref={body}>
            {organisations.map((organisation, row) => (
              <tr key={organisation}>
                <th scope="row" className={mergeClasses(table.cell, table.first)}>
                  {organisationName(organisation, snapshot)}
                </th>
                {shown.map((period, column) => {
                  const answer = period.answers.find((each) => each.organisation === organisation)
                  const standing = standingOf(answer, period.due, today)
                  const label = words.say('returns.time.cell', {
                    organisation: organisationName(organisation, snapshot),
                    period: period.name,
                    standing: sentence(standing, answer, period.due),
                  })
                  const isHere = place[0] === row && place[1] === column
                  return (
                    <td key={period.request.key} className={mergeClasses(table.cell, styles.mark)}>
                      <Tooltip content={label} relationship="label">
                        {/* Only the arrow keys are heard in it: they lead on to the next one. */}
                        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
                        <span
                          role="img"
                          className={styles.cell}
                          data-place={`${row}.${column}`}
                          // One of them is in the order of Tab; from there the arrow keys lead on.
                          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
                          tabIndex={isHere ? 0 : -1}
                          onFocus={() => setPlace([row, column])}
                          onKeyDown={(event) => move(event, row, column)}
                        >
                          <StandingShape standing={standing} />
                        </span>
                      </Tooltip>
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" className={mergeClasses(table.cell, table.first, table.total)}>
                {words.say('returns.time.row')}
              </th>
              {shown.map(({ answers, due, request }) => {
                const { asked, complete } = completenessOf(answers, due)
                return (
                  <td key={request.key} className={mergeClasses(table.cell, table.total, styles.mark)}>
                    <span className={styles.share}>{words.say('returns.time.share', { asked, complete })}</span>
                    <span className={styles.bar} aria-hidden>
                      <span
                        className={styles.filled}
                        style={{ width: `${Math.round((100 * complete) / Math.max(1, asked))}%` }}
                      />
                    </span>
                  </td>
                )
              })}
            </tr>
          </tfoot>
        </table>
      </div>
      <ul className={styles.key} aria-label={words.say('returns.time.key')}>
        {STANDINGS.filter((standing) => standing !== 'notAsked').map((standing) => (
          <li key={standing}>
            <StandingMark standing={standing} />
          </li>
        ))}
      </ul>
    </>
  )

  function sentence(standing: Standing, answer: ReturnAnswer | undefined, due: Day): string {
    const said = words.say(`returns.standing.${standing}`)
    if (standing !== 'late') return said
    const count = daysBetween(due, answer?.answeredOn ?? due)
    return words.say('returns.time.late', { standing: said, days: words.say('returns.late.days', { count }) })
  }
}

function clamp(index: number, count: number): number {
  return Math.max(0, Math.min(count - 1, index))
}
