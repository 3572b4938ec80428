/**
 * The shapes of the five colours, in a square of 16 by 16: told apart without colour, at 12 px and in black and white.
 * Data, so that grid, chart, Word and PDF draw the same. Fills use the even-odd rule: what is cut out shows the ground.
 */

import type { Colour } from '../../domain/action.ts'

export interface StatusShape {
  readonly fill?: string
  readonly stroke?: string
}

const RING = 'M8 1.25A6.75 6.75 0 1 1 8 14.75A6.75 6.75 0 1 1 8 1.25Z'
const DISC = 'M8 .5A7.5 7.5 0 1 1 8 15.5A7.5 7.5 0 1 1 8 .5Z'

export const STATUS_SHAPES: Readonly<Record<Colour, StatusShape>> = {
  /** A filled octagon with an exclamation. */
  RED: {
    fill:
      'M4.9.5H11.1L15.5 4.9V11.1L11.1 15.5H4.9L.5 11.1V4.9Z' +
      'M7.1 3.6H8.9L8.65 9.1H7.35Z' +
      'M8 10.5A1.05 1.05 0 1 1 8 12.6A1.05 1.05 0 1 1 8 10.5Z',
  },
  /** A half-filled circle. */
  AMBER: { fill: 'M8 1.25A6.75 6.75 0 0 0 8 14.75Z', stroke: RING },
  /** A filled circle with a tick. */
  GREEN: { fill: `${DISC}M6.95 11.8L3.6 8.45L4.75 7.3L6.95 9.5L11.3 5.1L12.45 6.25Z` },
  /** A ring with an arrow out: somebody else's move. */
  WHITE: { stroke: 'M8.9 3.05A5.75 5.75 0 1 0 12.95 7.1M7.6 8.4L14.4 1.6M10 1.5H14.5V6' },
  /** A crossed ring. */
  CLOSED: { stroke: `${RING}M5.4 5.4L10.6 10.6M10.6 5.4L5.4 10.6` },
}

/** Beside a status that a person set by hand. */
export const PENCIL = 'M2 14L2.8 10.6L10.9 2.5A1.2 1.2 0 0 1 12.6 2.5L13.5 3.4A1.2 1.2 0 0 1 13.5 5.1L5.4 13.2Z'
