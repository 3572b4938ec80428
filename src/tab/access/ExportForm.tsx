/** Takes the register out as Excel, once it is said to whom it goes. */

import { MessageBar, MessageBarBody } from '@fluentui/react-components'
import { accessEndpoints, type AccessRegister } from '../../contract/access.ts'
import type { Day } from '../../domain/day.ts'
import { OnRecordForm } from '../exporting/OnRecordForm.tsx'
import { PanelFrame } from '../requests/PanelFrame.tsx'
import type { Session } from '../session.ts'
import { useWords } from '../words.tsx'

export interface ExportFormProps {
  readonly session: Session
  readonly group: string
  /** Null: as it stands now. */
  readonly day: Day | null
  readonly save: (register: AccessRegister) => Promise<void>
  readonly onClose: () => void
}

export function ExportForm({ session, group, day, save, onClose }: ExportFormProps) {
  const words = useWords()
  return (
    <PanelFrame
      title={words.say('access.export')}
      over={words.say(
        day === null ? 'access.export.now' : 'access.export.day',
        day === null ? {} : { day: words.day(day) },
      )}
      onClose={onClose}
    >
      <OnRecordForm
        why={words.say('access.export.why')}
        hint={words.say('access.export.to.hint')}
        label={words.say('access.export.do')}
        busy={words.say('access.exporting')}
        send={async (request) => {
          const answer = await session.api.ask(accessEndpoints.exportAccess, { key: group }, { ...request, day })
          if (answer.ok) await save(answer.value)
          return answer
        }}
        renderDone={() => (
          <MessageBar intent="success" layout="multiline" politeness="polite">
            <MessageBarBody>{words.say('access.exported')}</MessageBarBody>
          </MessageBar>
        )}
        onClose={onClose}
      />
    </PanelFrame>
  )
}
