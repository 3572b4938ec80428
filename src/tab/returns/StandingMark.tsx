/** How an organisation met a period: a shape and its word, in the shapes that a status has; the word alone for readers. */

import { makeStyles, tokens } from '@fluentui/react-components'
import type { Colour } from '../../domain/action.ts'
import type { Standing } from '../../domain/returntable.ts'
import { StatusShape } from '../design/StatusMark.tsx'
import { useWords } from '../words.tsx'

/** Told apart by shape; `notAsked` has none. */
export const STANDING_SHAPES: Readonly<Record<Exclude<Standing, 'notAsked'>, Colour>> = {
  onTime: 'GREEN',
  late: 'AMBER',
  nil: 'CLOSED',
  returned: 'WHITE',
  missing: 'RED',
  waiting: 'WHITE',
}

const useStyles = makeStyles({
  mark: { display: 'inline-flex', alignItems: 'center', gap: tokens.spacingHorizontalSNudge, whiteSpace: 'nowrap' },
  waiting: {
    width: '12px',
    height: '12px',
    margin: tokens.spacingHorizontalXXS,
    flexShrink: '0',
    boxSizing: 'border-box',
    borderRadius: tokens.borderRadiusCircular,
    border: `1.5px dashed ${tokens.colorNeutralStrokeAccessible}`,
  },
})

export function StandingMark({ standing }: { readonly standing: Standing }) {
  const words = useWords()
  const styles = useStyles()
  return (
    <span className={styles.mark}>
      <StandingShape standing={standing} />
      <span>{words.say(`returns.standing.${standing}`)}</span>
    </span>
  )
}

/** The shape alone; what it says stands beside it, or in its label. */
export function StandingShape({ standing }: { readonly standing: Standing }) {
  const styles = useStyles()
  if (standing === 'notAsked') return null
  if (standing === 'waiting') return <span className={styles.waiting} aria-hidden />
  return <StatusShape colour={STANDING_SHAPES[standing]} side={16} />
}
