/** A group's channel: its register, its other rooms, and what opens in their place. The same for every member (what is mine: MinePage). */

import { makeStyles } from '@fluentui/react-components'
import { lazy, Suspense, useCallback, useState } from 'react'
import { DropPlace } from '../importing/DropPlace.tsx'
import { RegisterView } from '../register/RegisterView.tsx'
import type { SwitchedRoom } from '../../domain/group.ts'
import type { Scope } from '../../domain/view.ts'
import type { Session } from '../session.ts'
import { LaterWords } from '../words.tsx'
import { AskingContext } from './asking.ts'
import { DecidingContext, type OpenDecision } from './deciding.ts'
import { LinkContext, makeActionLink } from './link.ts'
import { Opening } from './Opening.tsx'
import { addressOfPage, parseSubPage, type Page, type Room } from './page.ts'
import { roomsFor, useStanding } from './roles.ts'
import type { RoomProps } from './room.ts'
import { Rooms } from './Rooms.tsx'
import { SignInBar, useSignIn } from './SignInBar.tsx'

const ImportPage = lazy(async () => ({ default: (await import('../importing/ImportPage.tsx')).ImportPage }))

const DecidePage = lazy(async () => ({ default: (await import('../decide/DecidePage.tsx')).DecidePage }))

const GroupSettings = lazy(async () => ({
  default: (await import('../settings/GroupSettings.tsx')).GroupSettings,
}))

const ExamplePage = lazy(async () => ({ default: (await import('../example/ExamplePage.tsx')).ExamplePage }))

const ROOM_PAGES = {
  meetings: lazy(async () => ({ default: (await import('../meetings/MeetingsPage.tsx')).MeetingsPage })),
  requests: lazy(async () => ({ default: (await import('../requests/RequestsPage.tsx')).RequestsPage })),
  report: lazy(async () => ({ default: (await import('../report/ReportPage.tsx')).ReportPage })),
  health: lazy(async () => ({ default: (await import('../health/HealthPage.tsx')).HealthPage })),
  recommendations: lazy(async () => ({
    default: (await import('../recommendations/RecommendationsPage.tsx')).RecommendationsPage,
  })),
  workstreams: lazy(async () => ({ default: (await import('../workstreams/WorkstreamsPage.tsx')).WorkstreamsPage })),
  assurance: lazy(async () => ({ default: (await import('../assurance/AssurancePage.tsx')).AssurancePage })),
  access: lazy(async () => ({ default: (await import('../access/AccessPage.tsx')).AccessPage })),
  incidents: lazy(async () => ({ default: (await import('../incidents/IncidentsPage.tsx')).IncidentsPage })),
  guidance: lazy(async () => ({ default: (await import('../guidance/GuidancePage.tsx')).GuidancePage })),
  audit: lazy(async () => ({ default: (await import('../audit/AuditPage.tsx')).AuditPage })),
  people: lazy(async () => ({ default: (await import('../people/PeoplePage.tsx')).PeoplePage })),
} satisfies Record<Exclude<Room, 'register'>, React.ComponentType<RoomProps>>

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', height: '100%', minHeight: '0' },
  place: { position: 'relative', flexGrow: '1', minHeight: '0' },
  // What is hidden from eyes lies in it, and lengthens no other page.
  room: { position: 'relative', height: '100%', overflowY: 'auto' },
  // It keeps its size, and so where one was in it.
  away: { position: 'absolute', inset: '0', visibility: 'hidden' },
  register: { height: '100%' },
})

export interface ChannelPageProps {
  readonly session: Session
  readonly page: Extract<Page, { kind: 'channel' }>
  /** What a link asked for: an action, or a kept view. */
  readonly subPage: string | null
}

export function ChannelPage({ session, page, subPage }: ChannelPageProps) {
  const styles = useStyles()
  const [register] = useState(() => session.openRegister(page.siteId))
  const asked = parseSubPage(subPage)
  const [openAction, setOpenAction] = useState(asked.action)
  const [room, setRoom] = useState<Room>(asked.room?.name ?? 'register')
  /** What is shown in the room: a link asked for it, or something in the register did. */
  const [within, setWithin] = useState(asked.room?.key ?? null)
  const [whole, setWhole] = useState(false)
  const [importing, setImporting] = useState(false)
  const [example, setExample] = useState(false)
  const [settings, setSettings] = useState(false)
  const [dropped, setDropped] = useState<File | null>(null)
  const [firstView, setFirstView] = useState<Scope>('open')
  const { signIn } = useSignIn(session.tokens)
  const known = useStanding(session, page.group)
  /** As switched here since. */
  const [rooms, setRooms] = useState<readonly SwitchedRoom[] | null>(null)
  const standing = { ...known, rooms: rooms ?? known.rooms }
  const { roles } = standing
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
    setRoom(asked.room?.name ?? 'register')
    setWithin(asked.room?.key ?? null)
  }
  const enter = (next: Room, key: string | null = null): void => {
    setRoom(next)
    setWithin(key)
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
            rooms={standing.rooms}
            onRooms={setRooms}
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
  const RoomPage = room === 'register' ? null : ROOM_PAGES[room]
  return (
    <DropPlace onFile={roles.includes('coordinator') && room === 'register' ? takeFile : null}>
      <LinkContext value={linkTo}>
        <AskingContext
          value={{
            askEach: roles.includes('coordinator') ? (action) => enter('requests', `for.${action}`) : null,
            breakUp: (action) => enter('recommendations', action),
          }}
        >
          <DecidingContext value={openDecision}>
            <div className={styles.page}>
              {!whole && <Rooms room={room} switched={roomsFor(standing)} onRoom={enter} />}
              <div className={styles.place}>
                <div className={room === 'register' ? styles.register : styles.away} inert={room !== 'register'}>
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
                </div>
                {RoomPage && (
                  <div className={styles.room}>
                    <Suspense fallback={<Opening />}>
                      <LaterWords>
                        <RoomPage
                          session={session}
                          page={page}
                          register={register}
                          roles={roles}
                          asked={within}
                          onOpenAction={(action) => {
                            setOpenAction(action)
                            enter('register')
                          }}
                          onRoom={enter}
                          linkTo={linkTo}
                          onWhole={setWhole}
                        />
                      </LaterWords>
                    </Suspense>
                  </div>
                )}
              </div>
            </div>
          </DecidingContext>
        </AskingContext>
      </LinkContext>
    </DropPlace>
  )
}
