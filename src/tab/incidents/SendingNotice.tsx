/** What became of what was sent, where no field of its form says it. */

import { MessageBar, MessageBarBody } from '@fluentui/react-components'
import { useWords } from '../words.tsx'
import type { Sending } from './booking.ts'

export interface SendingNoticeProps {
  readonly sending: Sending
  /** That say themselves what is wrong with them. */
  readonly fields: readonly string[]
}

export function SendingNotice({ sending, fields }: SendingNoticeProps) {
  const words = useWords()
  const refusal = sending.state === 'refused' ? sending.refusal : null
  // Somebody is asked about it in words of its own.
  if (refusal?.code === 'incidentAlike') return null
  if (sending.state !== 'unreachable' && (!refusal || fields.includes(refusal.field ?? ''))) return null
  return (
    <MessageBar intent="warning" layout="multiline" politeness="assertive">
      <MessageBarBody>{refusal ? words.refusal(refusal) : words.say('incidents.form.unreachable')}</MessageBarBody>
    </MessageBar>
  )
}
