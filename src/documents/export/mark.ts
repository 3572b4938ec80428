/**
 * A status beside its word in a document: a shape of its own in every font, and a colour dark enough on white. Nearest
 * to the shapes of the screen that a letter can be, so that it survives being copied into a message.
 */

import type { Colour } from '../../domain/action.ts'

export const STATUS_MARKS: Readonly<Record<Colour, string>> = {
  RED: '■',
  AMBER: '◐',
  GREEN: '✓',
  WHITE: '○',
  CLOSED: '⊗',
}

export const STATUS_COLOURS: Readonly<Record<Colour, string>> = {
  RED: 'B10E1C',
  AMBER: '8A5200',
  GREEN: '0E700E',
  WHITE: '424242',
  CLOSED: '424242',
}
