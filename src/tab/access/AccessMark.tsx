/** Where somebody's access stands: shape, word and colour, in the shapes that a status has. */

import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { AccessStanding } from '../../domain/access.ts'
import type { Colour } from '../../domain/action.ts'
import { StatusShape } from '../design/StatusMark.tsx'
import { useWords } from '../words.tsx'

/** `suspended` and `revoked` ask for something: that it be reviewed, that the account be closed. */
const SHAPES: Readonly<Record<AccessStanding, Colour>> = {
  waitsForApprover: 'AMBER',
  waitsForOwner: 'AMBER',
  waitsForAccount: 'WHITE',
  active: 'GREEN',
  suspended: 'RED',
  revoked: 'RED',
  closed: 'CLOSED',
  refused: 'CLOSED',
  withdrawn: 'CLOSED',
}

const useStyles = makeStyles({
  mark: { display: 'inline-flex', alignItems: 'center', gap: tokens.spacingHorizontalSNudge, minWidth: '0' },
  strong: { fontWeight: tokens.fontWeightSemibold },
})

export function AccessMark({
  standing,
  strong = false,
}: {
  readonly standing: AccessStanding
  readonly strong?: boolean
}) {
  const words = useWords()
  const styles = useStyles()
  return (
    <span className={styles.mark}>
      <StatusShape colour={SHAPES[standing]} side={16} />
      <span className={mergeClasses(strong && styles.strong)}>{words.say(`access.standing.${standing}`)}</span>
    </span>
  )
}
