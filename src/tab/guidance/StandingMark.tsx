/** Draws how a version of guidance stands, or an organisation towards it: shape, word and colour. */

import { makeStyles, tokens } from '@fluentui/react-components'
import type { Colour } from '../../domain/action.ts'
import type { Standing } from '../../domain/guidance.ts'
import { STATUS_SHAPES, type StatusShape } from '../design/statusshapes.ts'
import { statusColour } from '../design/theme.ts'

/** Of a version, of what there is to go by, and of who was asked to read it. */
export type Look =
  | Standing
  | 'interim'
  | 'none'
  | 'read'
  | 'readOther'
  | 'notYet'
  | 'never'
  | 'agreed'
  | 'refused'
  | 'awaited'

const RING = 'M8 1.25A6.75 6.75 0 1 1 8 14.75A6.75 6.75 0 1 1 8 1.25Z'
const DASHED = 'M8 1.25A6.75 6.75 0 0 1 14.75 8M8 14.75A6.75 6.75 0 0 1 1.25 8M3.2 3.2L3.3 3.3M12.8 12.8L12.7 12.7'
const PEN = 'M3 13L3.6 10.2L10.6 3.2A1.3 1.3 0 0 1 12.8 5.4L5.8 12.4Z'

/** In a square of 16 by 16; what an action's status has a shape for looks the same here. */
const SHAPES: Readonly<Record<Look, StatusShape & { readonly colour: Colour }>> = {
  draft: { stroke: PEN, colour: 'CLOSED' },
  submitted: { ...STATUS_SHAPES.WHITE, colour: 'WHITE' },
  /** A ring with hands: its hour will come. */
  toCome: { stroke: `${RING}M8 4.2V8L10.8 9.8`, colour: 'GREEN' },
  inForce: { ...STATUS_SHAPES.GREEN, colour: 'GREEN' },
  superseded: { ...STATUS_SHAPES.CLOSED, colour: 'CLOSED' },
  /** A ring with a bar across: not this way. */
  withdrawn: { stroke: `${RING}M3.3 12.7L12.7 3.3`, colour: 'RED' },
  interim: { ...STATUS_SHAPES.AMBER, colour: 'AMBER' },
  none: { stroke: DASHED, colour: 'CLOSED' },
  read: { ...STATUS_SHAPES.GREEN, colour: 'GREEN' },
  readOther: { ...STATUS_SHAPES.AMBER, colour: 'AMBER' },
  notYet: { ...STATUS_SHAPES.RED, colour: 'RED' },
  never: { stroke: RING, colour: 'CLOSED' },
  agreed: { ...STATUS_SHAPES.GREEN, colour: 'GREEN' },
  refused: { ...STATUS_SHAPES.RED, colour: 'RED' },
  awaited: { ...STATUS_SHAPES.WHITE, colour: 'WHITE' },
}

const useStyles = makeStyles({
  mark: {
    display: 'inline-flex',
    alignItems: 'flex-start',
    gap: tokens.spacingHorizontalSNudge,
    minWidth: '0',
    verticalAlign: 'top',
  },
  shape: { flexShrink: '0', display: 'block', marginTop: tokens.spacingVerticalXXS },
})

export function StandingMark({ look, word }: { readonly look: Look; readonly word: string }) {
  const styles = useStyles()
  const { fill, stroke, colour } = SHAPES[look]
  return (
    <span className={styles.mark}>
      <svg
        className={styles.shape}
        width="16"
        height="16"
        viewBox="0 0 16 16"
        aria-hidden
        style={{ color: statusColour(colour) }}
      >
        {fill && <path d={fill} fill="currentColor" fillRule="evenodd" />}
        {stroke && <path d={stroke} fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" />}
      </svg>
      <span>{word}</span>
    </span>
  )
}
