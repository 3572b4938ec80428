/** A group's channel: its register, and what opens in its place. The same for every member (what is mine: MinePage). */

import { lazy, Suspense, useCallback, useState } from 'react'
import { DropPlace } from '../importing/DropPlace.tsx'
import { RegisterView } from '../register/RegisterView.tsx'
import type { Scope } from '../../domain/view.ts'
import type { Session } from '../session.ts'
import { LaterWords } from '../words.tsx'
import { DecidingContext, type OpenDecision } from './deciding.ts'
import { LinkContext, makeActionLink } from './link.ts'
import { Opening } from './Opening.tsx'
import { addressOfPage, parseSubPage, type Page } from './page.ts'
import { useRoles } from './roles.ts'
import { SignInBar, useSignIn } from './SignInBar.tsx'

const ImportPage = lazy(async () => ({ default: (await import('../importing/ImportPage.tsx')).ImportPage }))

const DecidePage = lazy(async () => ({ default: (await import('../decide/DecidePage.tsx')).DecidePage }))

const GroupSettings = lazy(async () => ({
  default: (await import('../settings/GroupSettings.tsx')).GroupSettings,
}))

const ExamplePage = lazy(async () => ({ default: (await import('../example/ExamplePage.tsx')).ExamplePage }))

export interface ChannelPageProps {
  readonly session: Session
  readonly page: Extract<Page, { kind: 'channel' }>
  /** What a link asked for: an action, or a kept view. */
  readonly subPage: string | null
}

export function ChannelPage({ session, page, subPage }: ChannelPageProps) {
  const [register] = useState(() => session.openRegister(page.siteId))
  const asked = parseSubPage(subPage)
  const [openAction, setOpenAction] = useState(asked.action)
  const [importing, setImporting] = useState(false)
  const [example, setExample] = useState(false)
  const [settings, setSettings] = useState(false)
  const [dropped, setDropped] = useState<File | null>(null)
  const [firstView, setFirstView] = useState<Scope>('open')
  const { signIn } = useSignIn(session.tokens)
  const roles = useRoles(session, page.group)
  const linkTo = useCallback((id: string) => makeActionLink(session, page, id), [session, page])

  /** Where Teams shows no dialogs, it is decided in the register's place. */
  const [decidedHere, setDecidedHere] = useState<string | null>(null)
  const openDecision: OpenDecision = useCallback(
    (subject, title) => {
      const address = addressOfPage({ kind: 'decide', group: page.group, subject })
      const opened = session.host.dialogs.open({ address, title })
      if (opened === false) setDecidedHere(subject)
      else void opened.then((said) => said && register.setVisible(true))
    },
    [session, page.group, register],
  )

  // A link to another action reaches a page that is open already.
  const [followed, setFollowed] = useState(subPage)
  if (subPage !== followed) {
    setFollowed(subPage)
    if (asked.action !== null) setOpenAction(asked.action)
  }

  const closeImport = (): void => {
    setImporting(false)
    setDropped(null)
  }
  if (importing) {
    return (
      <Suspense fallback={<Opening />}>
        <SignInBar tokens={session.tokens} />
        <LaterWords>
          <ImportPage
            session={session}
            page={page}
            register={register}
            file={dropped}
            onClose={closeImport}
            onBrought={() => {
              // What came in as discharged is not among the open ones, and all of it is to be seen.
              setFirstView('all')
              closeImport()
            }}
          />
        </LaterWords>
      </Suspense>
    )
  }
  if (settings) {
    return (
      <Suspense fallback={<Opening />}>
        <SignInBar tokens={session.tokens} />
        <LaterWords>
          <GroupSettings
            session={session}
            group={page.group}
            roles={roles}
            snapshot={register.snapshot()}
            onBack={() => setSettings(false)}
            onOpen={(action) => {
              setSettings(false)
              setOpenAction(action)
            }}
          />
        </LaterWords>
      </Suspense>
    )
  }
  if (decidedHere !== null) {
    return (
      <Suspense fallback={<Opening />}>
        <LaterWords>
          <DecidePage
            session={session}
            group={page.group}
            subject={decidedHere}
            onClose={(said) => {
              setDecidedHere(null)
              if (said) register.setVisible(true)
            }}
          />
        </LaterWords>
      </Suspense>
    )
  }
  if (example) {
    return (
      <Suspense fallback={<Opening />}>
        <LaterWords>
          <ExamplePage session={session} onClose={() => setExample(false)} />
        </LaterWords>
      </Suspense>
    )
  }
  const takeFile = (file: File): void => {
    setDropped(file)
    setImporting(true)
  }
  return (
    <DropPlace onFile={roles.includes('coordinator') ? takeFile : null}>
      <LinkContext value={linkTo}>
        <DecidingContext value={openDecision}>
          <RegisterView
            register={register}
            clock={session.clock}
            roles={roles}
            openAction={openAction}
            onOpenAction={setOpenAction}
            onImport={() => setImporting(true)}
            onSettings={() => setSettings(true)}
            onExample={() => setExample(true)}
            firstView={firstView}
            histories={() => session.histories(page.siteId)}
            openView={asked.view}
            submitAll={(commands, options) => session.submitAll(page.siteId, commands, options)}
            onSignIn={signIn}
          />
        </DecidingContext>
      </LinkContext>
    </DropPlace>
  )
}
