/** Brings a tracker in. */

import type { ActionRegister } from '../../domain/snapshot.ts'
import type { Session } from '../session.ts'
import type { Page } from '../shell/page.ts'

export interface ImportPageProps {
  readonly session: Session
  readonly page: Extract<Page, { kind: 'channel' }>
  readonly register: ActionRegister
  readonly onClose: () => void
}

export function ImportPage({ onClose }: ImportPageProps) {
  return (
    <button type="button" onClick={onClose}>
      …
    </button>
  )
}
