/** Where somebody goes in an action that they open: to its head, to where an update is written, or to a deed's form. */

import type { Deed } from './deeds.ts'

export type Into = 'head' | 'update' | Deed

/** Another object each time somebody goes in. */
export interface Entered {
  readonly into: Into
}
