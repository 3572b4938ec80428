/** The shape beside the words of a gap: a place with nobody in it; filled in half where somebody stands in. */

import { makeStyles } from '@fluentui/react-components'
import { statusColour } from '../design/theme.ts'

const useStyles = makeStyles({ shape: { flexShrink: '0', display: 'block' } })

export interface GapMarkProps {
  readonly isStoodIn: boolean
}

export function GapMark({ isStoodIn }: GapMarkProps) {
  const styles = useStyles()
  return (
    <svg
      className={styles.shape}
      width="16"
      height="16"
      viewBox="0 0 16 16"
      aria-hidden="true"
      style={{ color: statusColour(isStoodIn ? 'AMBER' : 'RED') }}
    >
      <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="2" strokeDasharray="2.6 2.1" />
      {isStoodIn && <path d="M8 2a6 6 0 0 0 0 12z" fill="currentColor" />}
    </svg>
  )
}
