/**
 * The group's meetings: those to come, the one that is held, those that were; and each of them planned, held on a big
 * screen, closed and told of. Everything in it is read from the group's own site, and changed there.
 */

import { makeStyles, tokens } from '@fluentui/react-components'
import { useEffect, useMemo, useState } from 'react'
import type { Freshness, Snapshot } from '../../domain/snapshot.ts'
import { roomPage } from '../design/roompage.ts'
import { Bone, Bones } from '../design/Bones.tsx'
import { createDrafts } from '../register/drafts.ts'
import { useFreshness, useSnapshot } from '../register/registerstate.ts'
import { FreshnessBar, Standstill } from '../register/States.tsx'
import { Notice } from '../shell/Notice.tsx'
import type { RoomProps } from '../shell/room.ts'
import { useSignIn } from '../shell/SignInBar.tsx'
import { useWords } from '../words.tsx'
import { ClosingPage } from './ClosingPage.tsx'
import { MeetingList } from './MeetingList.tsx'
import { MeetingMode } from './MeetingMode.tsx'
import { MeetingPage } from './MeetingPage.tsx'
import { RowsBar } from './RowsBar.tsx'
import { useMeeting, useRoom, type Room } from './room.ts'

const useStyles = makeStyles({
  page: roomPage,
  bones: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
})

/** What is shown of a meeting. */
type Shown =
  | { readonly view: 'list' }
  | { readonly view: 'meeting' | 'closing'; readonly key: string }
  | { readonly view: 'mode'; readonly key: string; readonly at: string | null }

export function MeetingsPage(props: RoomProps) {
  const { register, session } = props
  const snapshot = useSnapshot(register)
  const freshness = useFreshness(register)
  const { signIn } = useSignIn(session.tokens)
  if (snapshot === null || freshness.state === 'denied') {
    return <Standstill freshness={freshness} onRetry={() => register.setVisible(true)} onSignIn={signIn} />
  }
  return <Meetings {...props} snapshot={snapshot} freshness={freshness} onSignIn={signIn} />
}

interface MeetingsProps extends RoomProps {
  readonly snapshot: Snapshot
  readonly freshness: Freshness
  readonly onSignIn: () => void
}

function Meetings({ asked, onOpenAction, onWhole, freshness, onSignIn, ...props }: MeetingsProps) {
  const { session, page, register, snapshot, roles } = props
  const words = useWords()
  const styles = useStyles()
  const [shown, setShown] = useState<Shown>(asked === null ? { view: 'list' } : { view: 'meeting', key: asked })
  const [followed, setFollowed] = useState(asked)
  if (asked !== followed) {
    setFollowed(asked)
    if (asked !== null) setShown({ view: 'meeting', key: asked })
  }
  const today = session.clock.today()
  const group = snapshot.group.key
  const drafts = useMemo(
    () => createDrafts(window.sessionStorage, register.me(), group, () => session.clock.now()),
    [register, group, session],
  )
  const { room, freshness: standing } = useRoom({ session, page, register, snapshot, roles, today, drafts })
  const isWhole = shown.view === 'mode' && room !== null
  useEffect(() => {
    onWhole(isWhole)
    return () => onWhole(false)
  }, [isWhole, onWhole])

  const bar = (
    <FreshnessBar
      freshness={freshness.state === 'fresh' ? standing : freshness}
      today={today}
      onRetry={() => {
        register.setVisible(true)
        room?.meetings.keeping.setVisible(true)
      }}
      onSignIn={onSignIn}
    />
  )
  if (standing.state === 'fault' && standing.code === 'listMissing') {
    return <Notice title={words.say('meeting.missing')}>{words.say('meeting.missingText')}</Notice>
  }
  if (room === null) {
    return (
      <>
        {bar}
        <Bones className={`${styles.page} ${styles.bones}`} label={words.say('meeting.loading')}>
          <Bone width="30%" />
          <Bone width="100%" />
          <Bone width="80%" />
        </Bones>
      </>
    )
  }
  if (shown.view === 'list') {
    return (
      <div className={styles.page}>
        {bar}
        <RowsBar room={room} />
        <MeetingList
          room={room}
          onOpen={(key) => setShown({ view: 'meeting', key })}
          onHold={(key) => setShown({ view: 'mode', key, at: null })}
        />
      </div>
    )
  }
  return (
    <OneMeeting key={shown.key} room={room} shown={shown} onShow={setShown} onOpenAction={onOpenAction} bar={bar} />
  )
}

interface OneMeetingProps {
  readonly room: Room
  readonly shown: Exclude<Shown, { readonly view: 'list' }>
  readonly onShow: (shown: Shown) => void
  readonly onOpenAction: RoomProps['onOpenAction']
  readonly bar: React.ReactNode
}

function OneMeeting({ room, shown, onShow, onOpenAction, bar }: OneMeetingProps) {
  const words = useWords()
  const styles = useStyles()
  const { key } = shown
  const held = useMeeting(room, key)
  /** Where the meeting stood when one left the big screen. */
  const [left, setLeft] = useState<string | null>(null)
  const back = { label: words.say('meeting.back'), do: () => onShow({ view: 'list' }) }
  if (held === null) {
    return (
      <Notice title={words.say('meeting.unknown')} step={back}>
        {words.say('meeting.unknownText')}
      </Notice>
    )
  }
  if (shown.view === 'mode' && held.meeting.status !== 'closed') {
    return (
      <MeetingMode
        room={room}
        held={held}
        at={shown.at}
        bar={bar}
        onAt={(at) => {
          setLeft(at)
          onShow({ ...shown, at })
        }}
        onLeave={() => onShow({ view: 'meeting', key })}
        onClosing={() => onShow({ view: 'closing', key })}
      />
    )
  }
  const hold = (at: string | null = left): void => onShow({ view: 'mode', key, at })
  return (
    <div className={styles.page}>
      {bar}
      <RowsBar room={room} />
      {shown.view === 'closing' && held.meeting.status !== 'closed' ? (
        <ClosingPage room={room} held={held} onBack={hold} onClosed={() => onShow({ view: 'meeting', key })} />
      ) : (
        <MeetingPage
          room={room}
          held={held}
          onBack={back.do}
          onHold={() => hold()}
          onClosing={() => onShow({ view: 'closing', key })}
          onOpenAction={onOpenAction}
          onOpenMeeting={(other) => onShow({ view: 'meeting', key: other })}
        />
      )}
    </div>
  )
}
