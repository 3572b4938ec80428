/** Draws how a response stands: shape, word and colour. The shape alone stands in the matrix, the word beside it. */

import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { Colour } from '../../domain/action.ts'
import { STATUS_SHAPES, type StatusShape } from '../design/statusshapes.ts'
import { statusColour } from '../design/theme.ts'
import type { Look } from './standing.ts'

const RING = 'M8 1.25A6.75 6.75 0 1 1 8 14.75A6.75 6.75 0 1 1 8 1.25Z'

/** In a square of 16 by 16; what an action's status has a shape for looks the same here. */
const SHAPES: Readonly<Record<Look, StatusShape & { readonly colour: Colour }>> = {
  /** Nothing yet: an empty ring. */
  notStarted: { stroke: RING, colour: 'CLOSED' },
  late: { ...STATUS_SHAPES.RED, colour: 'RED' },
  /** A ring with a bar across: not this way. */
  notOurs: { stroke: `${RING}M3.3 12.7L12.7 3.3`, colour: 'AMBER' },
  awaitingSignOff: { ...STATUS_SHAPES.AMBER, colour: 'AMBER' },
  /** A ring with an arrow back to where it came from. */
  returned: { stroke: `${RING}M11.5 8H4.9M7.6 5.2L4.8 8L7.6 10.8`, colour: 'AMBER' },
  /** A disc: the answer is there, and nobody has looked at it. */
  responded: { fill: 'M8 3.75A4.25 4.25 0 1 1 8 12.25A4.25 4.25 0 1 1 8 3.75Z', stroke: RING, colour: 'GREEN' },
  /** Nought: there is nothing to report. */
  nil: { stroke: 'M8 2A4 6 0 1 1 8 14A4 6 0 1 1 8 2Z', colour: 'GREEN' },
  accepted: { ...STATUS_SHAPES.GREEN, colour: 'GREEN' },
}

const useStyles = makeStyles({
  mark: { display: 'inline-flex', alignItems: 'center', gap: tokens.spacingHorizontalSNudge, minWidth: '0' },
  shape: { flexShrink: '0', display: 'block' },
  late: { color: 'var(--statusTextRED)', fontWeight: tokens.fontWeightSemibold },
})

export function ResponseShape({ look, className }: { readonly look: Look; readonly className?: string }) {
  const { fill, stroke, colour } = SHAPES[look]
  return (
    <svg
      className={className}
      width="16"
      height="16"
      viewBox="0 0 16 16"
      aria-hidden
      style={{ color: statusColour(colour) }}
    >
      {fill && <path d={fill} fill="currentColor" fillRule="evenodd" />}
      {stroke && <path d={stroke} fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" />}
    </svg>
  )
}

/** @param word what is said beside it */
export function ResponseMark({ look, word }: { readonly look: Look; readonly word: string }) {
  const styles = useStyles()
  return (
    <span className={styles.mark}>
      <ResponseShape look={look} className={styles.shape} />
      <span className={mergeClasses(look === 'late' && styles.late)}>{word}</span>
    </span>
  )
}
