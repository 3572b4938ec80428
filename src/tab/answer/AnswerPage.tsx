/**
 * Answering for one action, where a message may not carry its words: what it is, and everything that one answers with.
 * Reads and writes the register with the person's own rights, by the same forms as the register itself.
 */

import { useState } from 'react'
import type { Snapshot } from '../../domain/snapshot.ts'
import type { Session } from '../session.ts'
import { Standstill } from '../register/States.tsx'
import { useFreshness, useSnapshot } from '../register/registerstate.ts'
import { Notice } from '../shell/Notice.tsx'
import { Opening } from '../shell/Opening.tsx'
import type { Page } from '../shell/page.ts'
import { SignInBar, useSignIn } from '../shell/SignInBar.tsx'
import { useRoles } from '../shell/roles.ts'
import type { DialogResult } from '../shell/teams.ts'
import { useWords } from '../words.tsx'
import { Answering } from './Answering.tsx'

export interface AnswerPageProps {
  readonly session: Session
  readonly page: Extract<Page, { kind: 'answer' }>
  /** Null where there is nothing to close. */
  readonly onClose: ((said: DialogResult | null) => void) | null
}

export function AnswerPage({ session, page, onClose }: AnswerPageProps) {
  const words = useWords()
  const [register] = useState(() => session.openRegister(page.siteId))
  const snapshot = useSnapshot(register)
  const freshness = useFreshness(register)
  const { signIn } = useSignIn(session.tokens)
  const roles = useRoles(session, page.group)
  if (snapshot === null || freshness.state === 'denied') {
    if (freshness.state === 'loading') return <Opening />
    return <Standstill freshness={freshness} onRetry={() => register.setVisible(true)} onSignIn={signIn} />
  }
  const action = actionOf(snapshot, page.action)
  if (!action) {
    if (freshness.state === 'loading') return <Opening />
    return <Notice title={words.say('answer.missing.title')}>{words.say('answer.missing')}</Notice>
  }
  return (
    <>
      <SignInBar tokens={session.tokens} />
      <Answering
        key={action.id}
        session={session}
        register={register}
        snapshot={snapshot}
        action={action}
        roles={roles}
        onClose={onClose}
      />
    </>
  )
}

function actionOf({ actions }: Snapshot, wanted: string) {
  return actions.get(wanted) ?? [...actions.values()].find(({ reference }) => reference === wanted)
}
