/**
 * The close of a meeting, by the service: it looks at every matter afresh, so it may refuse what looked clear here. Asked
 * again after no answer, it goes on where it broke off.
 */

import { useRef, useState } from 'react'
import { meetingEndpoints } from '../../contract/meetings.ts'
import { newCommandId } from '../register/sending.ts'
import { useWords } from '../words.tsx'
import type { KeptMeeting, Room } from './room.ts'

export type Closing =
  | { readonly state: 'open' }
  | { readonly state: 'closing' }
  | { readonly state: 'refused'; readonly said: string }

export function useClosing(
  room: Room,
  meeting: KeptMeeting,
  onClosed: () => void,
): { readonly closing: Closing; readonly close: () => Promise<void> } {
  const words = useWords()
  const [closing, setClosing] = useState<Closing>({ state: 'open' })
  const command = useRef(newCommandId())
  return {
    closing,
    async close() {
      setClosing({ state: 'closing' })
      const about = { key: room.page.group, meeting: meeting.key }
      const request = { commandId: command.current, language: words.language }
      const answer = await room.session.api.ask(meetingEndpoints.closeMeeting, about, request).catch(() => null)
      if (answer === null) return setClosing({ state: 'refused', said: words.say('meeting.closing.noAnswer') })
      if (!answer.ok) {
        command.current = newCommandId()
        return setClosing({ state: 'refused', said: words.refusal(answer.error) })
      }
      room.register.setVisible(true)
      for (const { keeping } of [room.meetings, room.agenda, room.matters]) keeping.setVisible(true)
      onClosed()
    },
  }
}
