/** What the dialog of an area is given: whose group it is, what is asked, and how it is closed. */

import type { Session } from '../session.ts'
import type { DialogResult } from '../shell/teams.ts'

export interface AskProps {
  readonly session: Session
  readonly group: string
  /** Key of what is asked, or `new`. */
  readonly about: string
  /** Null where the page stands alone: there is nothing to close. */
  readonly onClose: ((said: DialogResult | null) => void) | null
}
