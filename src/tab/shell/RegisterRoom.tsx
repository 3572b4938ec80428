/** The frame of a room that is worked out from the register: nothing before it is here, and above it how fresh it is. */

import type { ReactNode } from 'react'
import type { Snapshot } from '../../domain/snapshot.ts'
import { useFreshness, useSnapshot } from '../register/registerstate.ts'
import { FreshnessBar, Standstill } from '../register/States.tsx'
import type { RoomProps } from './room.ts'
import { useSignIn } from './SignInBar.tsx'

export interface RegisterRoomProps extends Pick<RoomProps, 'register' | 'session'> {
  readonly className: string
  readonly children: (snapshot: Snapshot) => ReactNode
}

export function RegisterRoom({ register, session, className, children }: RegisterRoomProps) {
  const snapshot = useSnapshot(register)
  const freshness = useFreshness(register)
  const { signIn } = useSignIn(session.tokens)
  const look = (): void => register.setVisible(true)
  if (snapshot === null || freshness.state === 'denied') {
    return <Standstill freshness={freshness} onRetry={look} onSignIn={signIn} />
  }
  return (
    <div className={className}>
      <FreshnessBar freshness={freshness} today={session.clock.today()} onRetry={look} onSignIn={signIn} />
      {children(snapshot)}
    </div>
  )
}
