/** What a review ends with, and writing begins with. */

import type { Action, ActionId } from '../../domain/action.ts'
import type { Command } from '../../domain/command.ts'

/** What was accepted: the commands to write, and the import they belong to. */
export interface Accepted {
  readonly batch: string
  readonly commands: readonly Command[]
  /** Actions as the reviewer saw them. */
  readonly seen: ReadonlyMap<ActionId, Action>
  /** Discharges come with it, or wait from before. */
  readonly confirm: boolean
}
