/** What is put to several organisations at once, and what each of them answered: opened from the group's site. */

import { Button } from '@fluentui/react-components'
import { ArrowLeftRegular } from '@fluentui/react-icons'
import { lazy, Suspense, useMemo, useState, type ReactNode } from 'react'
import { useCollection } from '../outbox/useCollection.ts'
import { createDrafts } from '../register/drafts.ts'
import { useSnapshot } from '../register/registerstate.ts'
import { Standstill } from '../register/States.tsx'
import { Notice } from '../shell/Notice.tsx'
import { Opening } from '../shell/Opening.tsx'
import { useStanding } from '../shell/roles.ts'
import type { RoomProps } from '../shell/room.ts'
import { SignInBar, useSignIn } from '../shell/SignInBar.tsx'
import { useWords } from '../words.tsx'
import { chaseWith } from './chasing.ts'
import { FOLDER } from './FileField.tsx'
import { figuresFrom } from './filling.ts'
import { RequestsView, type OpenThing } from './RequestsView.tsx'

const ReturnsView = lazy(async () => ({ default: (await import('../returns/ReturnsView.tsx')).ReturnsView }))

/** A link to a return, to a period of one, or to what was circulated. */
const RETURNS = /^returns(?:\.|$)/

export function RequestsPage(props: RoomProps) {
  const words = useWords()
  const { rooms } = useStanding(props.session, props.page.group)
  const isOfReturns = RETURNS.test(props.asked ?? '')
  const [half, setHalf] = useState<'requests' | 'returns'>(isOfReturns ? 'returns' : 'requests')
  const [followed, setFollowed] = useState(props.asked)
  if (props.asked !== followed) {
    setFollowed(props.asked)
    setHalf(isOfReturns ? 'returns' : 'requests')
  }
  const other = half === 'requests' ? 'returns' : 'requests'
  const aside = (
    <Button
      appearance="subtle"
      icon={other === 'requests' ? <ArrowLeftRegular /> : null}
      onClick={() => setHalf(other)}
    >
      {words.say(`returns.open.${other}`)}
    </Button>
  )
  if (half === 'requests') return <Requests {...props} asked={isOfReturns ? null : props.asked} aside={aside} />
  const asked = isOfReturns ? (props.asked?.replace(RETURNS, '') ?? '') : ''
  return (
    <Suspense fallback={<Opening />}>
      <ReturnsView
        {...props}
        asked={asked === '' ? null : asked}
        countsIncidents={rooms.includes('incidents')}
        aside={aside}
      />
    </Suspense>
  )
}

interface RequestsProps extends RoomProps {
  /** The way to the returns. */
  readonly aside: ReactNode
}

function Requests({ session, page, register, roles, asked, onOpenAction, aside }: RequestsProps) {
  const words = useWords()
  const snapshot = useSnapshot(register)
  const requests = useCollection(session, page.siteId, 'requests')
  const responses = useCollection(session, page.siteId, 'responses')
  const { signIn } = useSignIn(session.tokens)
  const drafts = useMemo(
    () => createDrafts(window.sessionStorage, session.person, page.group, () => session.clock.now()),
    [session, page.group],
  )
  if (snapshot === null || requests.values === null || responses.values === null) {
    const { freshness } = requests.values === null ? requests : responses
    if (freshness.state === 'fault' && freshness.code === 'listMissing') {
      return <Notice title={words.say('requests.missing.title')}>{words.say('requests.missing')}</Notice>
    }
    const retry = (): void => [requests, responses].forEach(({ keeping }) => keeping?.setVisible(true))
    return <Standstill freshness={freshness} onRetry={retry} onSignIn={signIn} />
  }
  return (
    <>
      <SignInBar tokens={session.tokens} />
      <RequestsView
        key={asked}
        requests={requests.values}
        responses={responses.values}
        requestKeeping={requests.keeping}
        responseKeeping={responses.keeping}
        snapshot={snapshot}
        person={session.person}
        roles={roles}
        today={session.clock.today()}
        drafts={drafts}
        figures={figuresFrom(session, page.group)}
        upload={(folders, file) => session.upload(page.siteId, [FOLDER, ...folders], file)}
        asked={thingOf(asked, requests.values)}
        chase={async (request, organisations) => {
          const chased = await chaseWith(session.api, words, page.group, request, organisations)
          responses.keeping?.setVisible(true)
          return chased
        }}
        onOpenAction={onOpenAction}
        aside={aside}
      />
    </>
  )
}

/** `<request>`, or `<request>.<organisation>`; `for.<action>`: a new one for it. A period's key has a full stop itself. */
function thingOf(asked: string | null, requests: ReadonlyMap<string, unknown>): OpenThing | null {
  if (asked === null) return null
  const dot = asked.lastIndexOf('.')
  if (dot < 0 || requests.has(asked)) return { kind: 'request', request: asked }
  const [before, after] = [asked.slice(0, dot), asked.slice(dot + 1)]
  return before === 'for' ? { kind: 'make', action: after } : { kind: 'response', request: before, organisation: after }
}
