/** What the requests for disclosure are shown with: the group's register, and the way back. */

import type { ActionId, Update } from '../../domain/action.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import type { Session } from '../session.ts'

export interface DisclosureRoomProps {
  readonly session: Session
  readonly group: string
  readonly snapshot: Snapshot
  readonly histories: ReadonlyMap<ActionId, readonly Update[]>
  /** Back to the report. */
  readonly onBack: () => void
}
