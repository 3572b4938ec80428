/** The register of a group: views at the left, the grid, and the panel of the action that is open. */

import { useSyncExternalStore } from 'react'
import type { Role } from '../../domain/group.ts'
import type { ActionRegister } from '../../domain/snapshot.ts'
import type { Clock } from '../../words/clock.ts'
import { useWords } from '../words.tsx'

export interface RegisterViewProps {
  readonly register: ActionRegister
  readonly clock: Clock
  /** The person's roles in this group: to show or hide, never to enforce. */
  readonly roles: readonly Role[]
  /** Id of the action whose panel is open. */
  readonly openAction: string | null
  readonly onOpenAction: (id: string | null) => void
  readonly onImport: () => void
}

export function RegisterView({ register, onOpenAction }: RegisterViewProps) {
  const words = useWords()
  const snapshot = useSyncExternalStore(register.subscribe, register.snapshot)
  return (
    <ul aria-label={words.say('register.title')}>
      {[...(snapshot?.actions.values() ?? [])].map((action) => (
        <li key={action.id}>
          <button type="button" onClick={() => onOpenAction(action.id)}>
            {action.reference} {action.details}
          </button>
        </li>
      ))}
    </ul>
  )
}
