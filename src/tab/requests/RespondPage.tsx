/**
 * One response in a dialog, on a phone or a desktop: what is asked, the form to answer it, and what else one may do. Reads
 * and writes with the person's own rights, by the same forms as the matrix.
 */

import { useMemo, useState } from 'react'
import { lastTimeOf, responseOf } from '../../domain/request.ts'
import { useCollection } from '../outbox/useCollection.ts'
import { createDrafts } from '../register/drafts.ts'
import { useSnapshot } from '../register/registerstate.ts'
import { Standstill } from '../register/States.tsx'
import type { Session } from '../session.ts'
import { Notice } from '../shell/Notice.tsx'
import { Opening } from '../shell/Opening.tsx'
import type { Page } from '../shell/page.ts'
import { useRoles } from '../shell/roles.ts'
import { SignInBar, useSignIn } from '../shell/SignInBar.tsx'
import type { DialogResult } from '../shell/teams.ts'
import { useWords } from '../words.tsx'
import { FOLDER } from './FileField.tsx'
import { figuresFrom } from './filling.ts'
import { ResponsePanel } from './ResponsePanel.tsx'

export interface RespondPageProps {
  readonly session: Session
  readonly page: Extract<Page, { kind: 'respond' }>
  /** Null where there is nothing to close. */
  readonly onClose: ((said: DialogResult | null) => void) | null
}

export function RespondPage({ session, page, onClose }: RespondPageProps) {
  const words = useWords()
  const [register] = useState(() => session.openRegister(page.siteId))
  const snapshot = useSnapshot(register)
  const requests = useCollection(session, page.siteId, 'requests')
  const responses = useCollection(session, page.siteId, 'responses')
  const { signIn } = useSignIn(session.tokens)
  const roles = useRoles(session, page.group)
  const [said, setSaid] = useState<string | null>(null)
  const drafts = useMemo(
    () => createDrafts(window.sessionStorage, session.person, page.group, () => session.clock.now()),
    [session, page.group],
  )
  if (said !== null) {
    return (
      <Notice
        title={said}
        urgent
        {...(onClose
          ? { step: { label: words.say('decide.close'), do: () => onClose({ settled: page.response }) } }
          : {})}
      >
        {words.say('requests.settled.note')}
      </Notice>
    )
  }
  if (snapshot === null || requests.values === null || responses.values === null) {
    const { freshness } = requests.values === null ? requests : responses
    if (freshness.state === 'loading' || freshness.state === 'fresh') return <Opening />
    const retry = (): void => [requests, responses].forEach(({ keeping }) => keeping?.setVisible(true))
    return <Standstill freshness={freshness} onRetry={retry} onSignIn={signIn} />
  }
  const dot = page.response.lastIndexOf('.')
  const organisation = page.response.slice(dot + 1)
  const request = requests.values.get(page.response.slice(0, dot))
  if (!request?.organisations.includes(organisation)) {
    return <Notice title={words.say('requests.gone.title')}>{words.say('requests.gone')}</Notice>
  }
  return (
    <>
      <SignInBar tokens={session.tokens} />
      <ResponsePanel
        request={request}
        response={responseOf(request, organisation, responses.values)}
        last={lastTimeOf(request, organisation, requests.values.values(), responses.values)}
        snapshot={snapshot}
        person={session.person}
        isCoordinator={roles.includes('coordinator')}
        isAnalyst={roles.includes('analyst')}
        today={session.clock.today()}
        keeping={responses.keeping}
        drafts={drafts}
        figures={figuresFrom(session, page.group)}
        upload={(file) => session.upload(page.siteId, [FOLDER, request.title, organisation], file)}
        onChase={null}
        onOpenRequest={null}
        onSettled={setSaid}
        // Teams' own dialog has a way out.
        onClose={onClose && session.host.frame !== 'task' ? () => onClose(null) : null}
      />
    </>
  )
}
