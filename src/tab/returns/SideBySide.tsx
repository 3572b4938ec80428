/**
 * What each organisation wrote for a period, side by side: a line for each thing that was asked in words, a column for
 * each organisation; on a phone one below the other. What was returned stands here too, and says so.
 */

import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { Day } from '../../domain/day.ts'
import type { RequestField } from '../../domain/request.ts'
import { standingOf, type ReturnAnswer } from '../../domain/returntable.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import { PassageText } from '../design/PassageText.tsx'
import { focusRing, hiddenFromEyes, type } from '../design/scale.ts'
import { useWords } from '../words.tsx'
import { isFigure, organisationName } from './shown.ts'
import { StandingMark } from './StandingMark.tsx'

const useStyles = makeStyles({
  // What is only heard in it scrolls with it.
  scroll: { position: 'relative', overflowX: 'auto', ':focus-visible': focusRing },
  table: { borderCollapse: 'separate', borderSpacing: '0', minWidth: '100%' },
  caption: { ...hiddenFromEyes },
  cell: {
    ...type.row,
    minWidth: '14rem',
    maxWidth: '24rem',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    textAlign: 'start',
    verticalAlign: 'top',
    overflowWrap: 'anywhere',
    whiteSpace: 'pre-line',
    backgroundColor: tokens.colorNeutralBackground1,
    fontWeight: tokens.fontWeightRegular,
  },
  first: {
    ...type.label,
    position: 'sticky',
    left: '0',
    zIndex: 1,
    minWidth: '8rem',
    maxWidth: '12rem',
    color: tokens.colorNeutralForeground2,
    '@media (max-width: 640px)': { position: 'static' },
  },
  name: { display: 'block', fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground2 },
  none: { ...type.row, margin: '0', color: tokens.colorNeutralForeground2 },
})

export interface SideBySideProps {
  readonly title: string
  readonly name: string
  readonly fields: readonly RequestField[]
  readonly answers: readonly ReturnAnswer[]
  readonly due: Day
  readonly snapshot: Snapshot
  readonly today: Day
}

export function SideBySide({ title, name, fields, answers, due, snapshot, today }: SideBySideProps) {
  const words = useWords()
  const styles = useStyles()
  const asked = fields.filter((field) => !isFigure(field))
  const rows = [
    ...asked.map(({ key, title: label }) => ({
      key,
      label,
      textOf: ({ values }: ReturnAnswer) => String(values[key] ?? ''),
    })),
    { key: '', label: words.say('returns.side.words'), textOf: (answer: ReturnAnswer) => answer.words },
  ].filter(({ key, textOf }) => key !== '' || answers.some((answer) => textOf(answer) !== ''))
  if (rows.every(({ textOf }) => answers.every((answer) => textOf(answer) === ''))) {
    return <p className={styles.none}>{words.say('returns.side.none')}</p>
  }
  const caption = words.say('returns.side.table', { title, period: name })
  return (
    // A region that scrolls can be reached and moved with the keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={styles.scroll} role="region" aria-label={caption} tabIndex={0}>
      <table className={styles.table}>
        <caption className={styles.caption}>{caption}</caption>
        <thead>
          <tr>
            <th scope="col" className={mergeClasses(styles.cell, styles.first)}>
              {words.say('returns.side.field')}
            </th>
            {answers.map((answer) => (
              <th key={answer.organisation} scope="col" className={styles.cell}>
                <span className={styles.name}>{organisationName(answer.organisation, snapshot)}</span>
                <StandingMark standing={standingOf(answer, due, today)} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, label, textOf }) => (
            <tr key={key}>
              <th scope="row" className={mergeClasses(styles.cell, styles.first)}>
                {label}
              </th>
              {answers.map((answer) => (
                <td key={answer.organisation} className={styles.cell}>
                  {textOf(answer) === '' ? (
                    <span className={styles.quiet}>{words.say('returns.side.empty')}</span>
                  ) : (
                    <PassageText text={textOf(answer)} />
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
