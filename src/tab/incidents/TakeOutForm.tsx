/** Takes counts and notifications out, once it is said to whom they go: of what the service told for that, and nothing older. */

import { makeStyles, tokens } from '@fluentui/react-components'
import { incidentEndpoints } from '../../contract/incidents.ts'
import { makeIncidentName } from '../../documents/export/incidentpaper.ts'
import type { Day } from '../../domain/day.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import { type } from '../design/scale.ts'
import { OnRecordForm } from '../exporting/OnRecordForm.tsx'
import { TakeOut } from '../exporting/TakeOut.tsx'
import type { Session } from '../session.ts'
import { useWords } from '../words.tsx'

const useStyles = makeStyles({
  ready: { ...type.row, display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
})

export interface TakeOutFormProps {
  readonly session: Session
  readonly snapshot: Snapshot
  readonly since: Day
  readonly today: Day
  readonly onClose: () => void
}

export function TakeOutForm({ session, snapshot, since, today, onClose }: TakeOutFormProps) {
  const words = useWords()
  const styles = useStyles()
  const { key } = snapshot.group
  return (
    <OnRecordForm
      why={words.say('incidents.takeOut.why', { day: words.day(since) })}
      hint={words.say('incidents.takeOut.hint')}
      label={words.say('incidents.takeOut.do')}
      busy={words.say('incidents.takeOut.doing')}
      send={(request) => session.api.ask(incidentEndpoints.exportIncidents, { key }, request)}
      renderDone={(book) => (
        <div className={styles.ready}>
          <span role="status">{words.say('incidents.takeOut.ready')}</span>
          <TakeOut
            label={words.say('incidents.takeOut')}
            source={{ kind: 'incidents', book, snapshot, since, today }}
            name={(format) => makeIncidentName(key, today, format)}
          />
        </div>
      )}
      onClose={onClose}
    />
  )
}
