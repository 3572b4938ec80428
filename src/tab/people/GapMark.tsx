/** The shape beside the words of a gap: a place with nobody in it; with a dot where somebody stands in. */

import { statusColour } from '../design/theme.ts'

export interface GapMarkProps {
  readonly isStoodIn: boolean
}

export function GapMark({ isStoodIn }: GapMarkProps) {
  return (
    <svg
      width="16"
      height="16"
      viewBox="0 0 16 16"
      aria-hidden="true"
      style={{ color: statusColour(isStoodIn ? 'AMBER' : 'RED'), display: 'block', flexShrink: 0 }}
    >
      <circle
        cx="8"
        cy="8"
        r="6.25"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.75"
        strokeDasharray="3.1 1.81"
        strokeLinecap="butt"
      />
      {isStoodIn && <circle cx="8" cy="8" r="2.5" fill="currentColor" />}
    </svg>
  )
}
