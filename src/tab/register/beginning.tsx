/** The form that is open in a panel, and what opens and closes it: one at a time, and the focus comes back. */

import { useMemo, useRef, useState } from 'react'
import type { ActionId } from '../../domain/action.ts'
import type { Day } from '../../domain/day.ts'
import type { Meeting, Role } from '../../domain/group.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import type { OutboxRegister } from '../outbox/outbox.ts'
import type { Resumed } from '../outbox/takenback.ts'
import { useWords } from '../words.tsx'
import type { Acting } from './acting.tsx'
import { DeedForm } from './DeedForm.tsx'
import { comingMeetings, isOffered, placeOf, type Begun } from './deeds.ts'
import type { Drafts } from './drafts.ts'
import type { Row } from './rows.ts'
import type { Done } from './undo.ts'

export interface BeginningProps {
  readonly register: OutboxRegister
  readonly snapshot: Snapshot
  readonly roles: readonly Role[]
  readonly row: Pick<Row, 'action'>
  readonly today: Day
  readonly nextMeeting: Day | null
  readonly drafts: Drafts
  readonly onSaved: (done: Done) => void
  /** What was taken back and goes on where it was written. */
  readonly resumed: Resumed | null
  /** Those that it can be kept for, the next one first; without them, all that are to come. */
  readonly meetings?: readonly Meeting[]
  /** The form is gone. */
  readonly onLeave?: () => void
}

/** @param focusTitle where the focus goes when what opened the form is gone */
export function useBeginning(
  props: BeginningProps,
  focusTitle: () => void,
): { readonly acting: Acting; readonly meetings: readonly Meeting[]; readonly close: () => void } {
  const { register, snapshot, roles, row, today, nextMeeting, drafts, onSaved, resumed } = props
  const { action } = row
  const words = useWords()
  const [begun, setBegun] = useState<{ readonly of: ActionId; readonly what: Begun } | null>(null)
  const opener = useRef<HTMLElement | null>(null)
  const coming = useMemo(() => comingMeetings(snapshot.meetings.values(), today), [snapshot.meetings, today])
  const meetings = (props.meetings ?? coming).filter((meeting) => meeting.key !== action.retainedFor)
  const offering = { action, coordinator: roles.includes('coordinator'), meetings }
  // What was taken back goes on in its form.
  const [followed, setFollowed] = useState<Resumed | null>(null)
  if (resumed !== followed) {
    setFollowed(resumed)
    if (resumed?.form.begun) setBegun({ of: action.id, what: resumed.form.begun })
  }
  const what = begun?.of === action.id ? begun.what : null

  const leave = (): void => {
    setBegun(null)
    props.onLeave?.()
    requestAnimationFrame(() => {
      if (opener.current?.isConnected) opener.current.focus()
      else focusTitle()
    })
  }
  const form = what && (
    <DeedForm
      key={`${action.id} ${what.deed} ${what.about}`}
      register={register}
      ground={{ action, snapshot, today, meetings, begun: what, words }}
      nextMeeting={nextMeeting}
      drafts={drafts}
      onLeave={leave}
      onSaved={onSaved}
    />
  )
  return {
    meetings,
    close: () => setBegun(null),
    acting: {
      place: what && placeOf(what),
      form,
      offers: (deed) => isOffered(deed, offering),
      begin(what, from) {
        opener.current = from
        setBegun({ of: action.id, what })
      },
    },
  }
}
