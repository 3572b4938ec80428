/** Positions that others have taken the place of: every version stays, a press away. */

import { makeStyles, tokens } from '@fluentui/react-components'
import type { Day } from '../../domain/day.ts'
import { PassageText } from '../design/PassageText.tsx'
import { focusRing, type } from '../design/scale.ts'
import { useWords } from '../words.tsx'

const useStyles = makeStyles({
  earlier: { ...type.label, marginTop: tokens.spacingVerticalXXS, color: tokens.colorNeutralForeground2 },
  summary: {
    minHeight: '24px',
    lineHeight: '24px',
    width: 'fit-content',
    cursor: 'pointer',
    borderRadius: tokens.borderRadiusSmall,
    ':focus-visible': focusRing,
  },
  list: { listStyleType: 'none', margin: '0', padding: '0' },
  entry: { ...type.row, marginTop: tokens.spacingVerticalXS, whiteSpace: 'pre-line', overflowWrap: 'anywhere' },
  day: { fontWeight: tokens.fontWeightSemibold },
})

export interface EarlierProps {
  /** Newest first; nothing is drawn where there are none. */
  readonly positions: readonly { readonly id: string; readonly day: Day; readonly words: string }[]
  readonly today: Day
}

export function Earlier({ positions, today }: EarlierProps) {
  const words = useWords()
  const styles = useStyles()
  if (positions.length === 0) return null
  return (
    <details className={styles.earlier}>
      <summary className={styles.summary}>
        {words.say('recommendations.position.earlier', { count: positions.length })}
      </summary>
      <ul className={styles.list}>
        {positions.map((each) => (
          <li key={each.id} className={styles.entry}>
            <span className={styles.day}>{words.shortDay(each.day, today)}</span> <PassageText text={each.words} />
          </li>
        ))}
      </ul>
    </details>
  )
}
