/** What stands beside the views, in their place where there is no room: a person, or a form. */

import type { AccessRegister, NominationTold, ResourceTold } from '../../contract/access.ts'
import type { Day } from '../../domain/day.ts'
import type { Session } from '../session.ts'
import { ExportForm } from './ExportForm.tsx'
import { NominateForm } from './NominateForm.tsx'
import { PersonPanel } from './PersonPanel.tsx'
import { ResourceForm } from './ResourceForm.tsx'
import type { Named } from './shown.ts'

export type Beside =
  | { readonly kind: 'person'; readonly nomination: string }
  | { readonly kind: 'nominate'; readonly given: NominationTold | null }
  | { readonly kind: 'export' | 'setUp' }

export interface BesideAccessProps {
  readonly beside: Beside
  readonly session: Session
  readonly group: string
  readonly access: AccessRegister
  readonly resource: ResourceTold
  /** Who is open, as they stand on the day that is shown. */
  readonly opened: NominationTold | null
  readonly named: Named
  /** The past day that is shown; null: now. */
  readonly day: Day | null
  readonly onAsk: (nomination: NominationTold) => void
  readonly onBegin: (beside: Beside) => void
  readonly onClose: () => void
  /** Something was changed, and it may stay open. */
  readonly onChanged: () => void
  readonly onNominated: (nomination: NominationTold) => void
  /** Makes a file of what was handed out. */
  readonly save: (register: AccessRegister) => Promise<void>
}

export function BesideAccess(props: BesideAccessProps) {
  const { beside, session, group, access, resource, opened, named, day, onClose, onChanged } = props
  const today = session.clock.today()
  switch (beside.kind) {
    case 'person':
      return (
        opened && (
          <PersonPanel
            key={opened.key}
            {...{ session, group, resource, named, onClose, onChanged }}
            nomination={opened}
            today={day ?? today}
            onAsk={day === null ? () => props.onAsk(opened) : null}
            onRenominate={(given) => props.onBegin({ kind: 'nominate', given })}
          />
        )
      )
    case 'nominate':
      return (
        <NominateForm
          key={beside.given?.key ?? ''}
          {...{ session, group, resource, named, today, onClose }}
          organisations={access.mayNominate}
          given={beside.given}
          onNominated={props.onNominated}
        />
      )
    case 'export':
      return <ExportForm {...{ session, group, day, onClose }} save={props.save} />
    case 'setUp':
      return (
        <ResourceForm
          {...{ session, group, resource, today, onClose }}
          onSaved={() => {
            onClose()
            onChanged()
          }}
        />
      )
  }
}
