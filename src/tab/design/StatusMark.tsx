/**
 * Draws a status, everywhere: shape, word and colour, and a pencil where a person set it. The sentence that answers
 * "why?" is `whyOf`: the grid shows it where a status is hovered or focused, the panel always.
 */

import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { Colour } from '../../domain/action.ts'
import type { Standing } from '../../domain/status.ts'
import { useWords } from '../words.tsx'
import { PENCIL, STATUS_SHAPES } from './statusshapes.ts'
import { statusColour } from './theme.ts'

export interface StatusMarkProps {
  readonly standing: Pick<Standing, 'colour' | 'override'>
  readonly size?: 'small' | 'large'
}

const useStyles = makeStyles({
  mark: {
    display: 'inline-flex',
    flexShrink: '0',
    alignItems: 'center',
    gap: tokens.spacingHorizontalSNudge,
    minWidth: '0',
    whiteSpace: 'nowrap',
  },
  shape: { flexShrink: '0', display: 'block' },
  large: { fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
})

export function StatusMark({ standing, size = 'small' }: StatusMarkProps) {
  const words = useWords()
  const styles = useStyles()
  const word = words.say(`status.${standing.colour}`)
  return (
    <span className={mergeClasses(styles.mark, size === 'large' && styles.large)}>
      <StatusShape colour={standing.colour} side={size === 'large' ? 20 : 16} />
      <span>{word}</span>
      {standing.override && (
        <svg
          className={styles.shape}
          width="12"
          height="12"
          viewBox="0 0 16 16"
          role="img"
          aria-label={words.say('status.overriddenMark', { colour: word })}
        >
          <path d={PENCIL} fill="currentColor" />
        </svg>
      )}
    </span>
  )
}

/** The shape alone, in its colour; the word stands beside it. */
export function StatusShape({ colour, side }: { readonly colour: Colour; readonly side: number }) {
  const styles = useStyles()
  const shape = STATUS_SHAPES[colour]
  return (
    <svg
      className={styles.shape}
      width={side}
      height={side}
      viewBox="0 0 16 16"
      aria-hidden="true"
      style={{ color: statusColour(colour) }}
    >
      {shape.fill && <path d={shape.fill} fill="currentColor" fillRule="evenodd" />}
      {shape.stroke && (
        <path d={shape.stroke} fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" />
      )}
    </svg>
  )
}
