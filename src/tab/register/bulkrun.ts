/** Many changes on their way: how they are sent, how far they are, and how it ended. */

import type { ActionCommand } from '../../domain/command.ts'
import type { Submission } from '../../domain/snapshot.ts'
import type { Progress, SubmitAllOptions } from '../session.ts'
import type { BulkDeed } from './bulk.ts'
import type { BulkOutcome } from './bulksending.ts'

export type SubmitAll = (
  commands: readonly ActionCommand[],
  options: SubmitAllOptions,
) => Promise<readonly Submission[]>

/** One deed's writing, and how it ended. */
export type BulkRun =
  | { readonly kind: 'sending'; readonly deed: BulkDeed; readonly progress: Progress; readonly stopping: boolean }
  | {
      readonly kind: 'ended'
      readonly deed: BulkDeed
      readonly outcomes: readonly BulkOutcome[]
      /** By the person, not by the store. */
      readonly stopped: boolean
    }
