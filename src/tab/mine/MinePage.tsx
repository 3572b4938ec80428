/**
 * My matters: what waits for my decision, then my open actions in all my groups, most urgent first, then what I asked
 * others to decide. A click decides, or goes to the action in its channel.
 */

import { Button, makeStyles, MessageBar, MessageBarBody, Text, tokens } from '@fluentui/react-components'
import { ArrowLeft20Regular, Settings20Regular } from '@fluentui/react-icons'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useCallback, useMemo, useState, useSyncExternalStore, type ComponentType } from 'react'
import type { ApprovalEntry } from '../../contract/approvals.ts'
import type { GroupEntry, Me } from '../../contract/endpoints.ts'
import { groupName } from '../../domain/group.ts'
import type { Freshness } from '../../domain/snapshot.ts'
import { DecidePage } from '../decide/DecidePage.tsx'
import { PAGE_FOOT } from '../design/scale.ts'
import { RespondPage } from '../requests/RespondPage.tsx'
import type { Session } from '../session.ts'
import { MySettings } from '../settings/MySettings.tsx'
import { ChannelPage } from '../shell/ChannelPage.tsx'
import { FaultNotice } from '../shell/FaultNotice.tsx'
import { Notice } from '../shell/Notice.tsx'
import { Opening } from '../shell/Opening.tsx'
import { addressOfGroup, addressOfPage, type Page } from '../shell/page.ts'
import { meQuery, Queries } from '../shell/queries.tsx'
import { useWords } from '../words.tsx'
import { AskedOfMe } from './AskedOfMe.tsx'
import { Approvals, ApprovalsMissing, approvalsQuery } from './Approvals.tsx'
import { MatterCard } from './MatterCard.tsx'
import { compareMatters, mattersOf, SECTIONS } from './matters.ts'
import { joinRegisters, type GroupReading } from './registers.ts'
import type { QuartersProps } from './Quarters.tsx'
import { Responses, type ResponsesProps } from './Responses.tsx'
import { Section } from './Section.tsx'

const useStyles = makeStyles({
  page: {
    maxWidth: '52rem',
    margin: '0 auto',
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalL} ${PAGE_FOOT}`,
  },
  top: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  title: { display: 'block', margin: 0, flexGrow: 1 },
  summary: { display: 'block', color: tokens.colorNeutralForeground2, margin: `${tokens.spacingVerticalXS} 0 0` },
  bars: { display: 'grid', gap: tokens.spacingHorizontalS, marginTop: tokens.spacingVerticalM },
  inPlace: { display: 'flex', flexDirection: 'column', height: '100%' },
  back: { alignSelf: 'flex-start', margin: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}` },
  view: { flex: '1 1 0', minHeight: 0 },
})

/** What is asked about something that has a page of its own. */
const AskPage = lazy(async () => ({ default: (await import('../ask/AskPage.tsx')).AskPage }))

/** Where a group has work streams. */
const Quarters = lazy(async () => ({ default: (await import('./Quarters.tsx')).Quarters }))

type AskedPage = Extract<Page, { kind: 'ask' }>

const NOTHING_ASKED = { entries: [], asked: [] } as const

interface Place {
  readonly group: GroupEntry
  readonly action: string
}

export function MinePage({ session }: { readonly session: Session }) {
  return (
    <Queries>
      <Mine session={session} />
    </Queries>
  )
}

function Mine({ session }: { readonly session: Session }) {
  const words = useWords()
  const me = useQuery(meQuery(session.api))
  if (me.isPending) return <Opening />
  if (me.isError) return <FaultNotice fault={me.error} onAgain={() => void me.refetch()} tokens={session.tokens} />
  if (me.data.groups.length === 0) {
    return <Notice title={words.say('mine.noGroups.title')}>{words.say('mine.noGroups')}</Notice>
  }
  return <Matters session={session} groups={me.data.groups} />
}

function Matters({ session, groups }: { readonly session: Session; readonly groups: Me['groups'] }) {
  const styles = useStyles()
  const words = useWords()
  const registers = useMemo(() => joinRegisters(groups, session.openRegister), [groups, session])
  const readings = useSyncExternalStore(registers.subscribe, registers.readings)
  const [inPlace, setInPlace] = useState<Place | null>(null)
  const [deciding, setDeciding] = useState<ApprovalEntry | null>(null)
  const [settings, setSettings] = useState(false)
  const [responding, setResponding] = useState<Extract<Page, { kind: 'respond' }> | null>(null)
  const [asking, setAsking] = useState<AskedPage | null>(null)
  const [wanted, setWanted] = useState<ReadonlyMap<string, number>>(new Map())
  const count = useCallback(
    (group: string, many: number) => setWanted((before) => new Map([...before, [group, many]])),
    [],
  )
  const countQuarters = useCallback((group: string, many: number) => count(`${group} quarters`, many), [count])
  const approvals = useQuery(approvalsQuery(session.api))
  const client = useQueryClient()
  const today = session.clock.today()

  const matters = useMemo(
    () =>
      readings
        .flatMap(({ group, snapshot }) =>
          snapshot === null ? [] : mattersOf(snapshot, session.person, today).map((matter) => ({ group, matter })),
        )
        .toSorted((a, b) => compareMatters(a.matter, b.matter)),
    [readings, session, today],
  )

  const open = async (place: Place): Promise<void> => {
    if (!(await goToChannel(session, place))) setInPlace(place)
  }

  const decided = (): void => void client.invalidateQueries({ queryKey: ['approvals'] })
  const decide = (entry: ApprovalEntry): void => {
    const address = addressOfPage({ kind: 'decide', group: entry.group, subject: entry.subject })
    const isList = entry.kind === 'list'
    const title = isList ? words.say('confirm.title') : words.say('decide.open.label', { reference: entry.reference })
    const opened = session.host.dialogs.open({ address, title })
    if (opened === false) setDeciding(entry)
    else void opened.then(decided)
  }

  const respond = (group: GroupEntry, response: string, title: string): void => {
    const page = { kind: 'respond', group: group.key, siteId: group.siteId, response } as const
    if (session.host.dialogs.open({ address: addressOfPage(page), title }) === false) setResponding(page)
  }

  const ask = (about: Pick<AskedPage, 'group' | 'area' | 'about'>, title: string): void => {
    const page = { kind: 'ask', ...about } as const
    const opened = session.host.dialogs.open({ address: addressOfPage(page), title })
    if (opened === false) setAsking(page)
    else void opened.then(decided)
  }

  if (settings) return <MySettings session={session} onBack={() => setSettings(false)} />
  if (deciding) {
    return (
      <DecidePage
        session={session}
        group={deciding.group}
        subject={deciding.subject}
        onClose={() => {
          setDeciding(null)
          decided()
        }}
      />
    )
  }
  if (responding) return <RespondPage session={session} page={responding} onClose={() => setResponding(null)} />
  if (asking) {
    return (
      <Suspense fallback={<Opening />}>
        <AskPage
          session={session}
          page={asking}
          onClose={() => {
            setAsking(null)
            decided()
          }}
        />
      </Suspense>
    )
  }
  if (inPlace) {
    const page = { kind: 'channel', group: inPlace.group.key, siteId: inPlace.group.siteId } as const
    return (
      <div className={styles.inPlace}>
        <Button
          appearance="subtle"
          icon={<ArrowLeft20Regular />}
          className={styles.back}
          onClick={() => setInPlace(null)}
        >
          {words.say('mine.title')}
        </Button>
        <div className={styles.view}>
          <ChannelPage session={session} page={page} subPage={inPlace.action} />
        </div>
      </div>
    )
  }

  const late = matters.filter(({ matter }) => matter.section === 'late').length
  const waiting = matters.filter(({ matter }) => matter.section !== 'others').length
  const { entries, asked } = approvals.data ?? NOTHING_ASKED
  const isWanted = [...wanted.values()].some((many) => many > 0)
  const toDecide = entries.filter(({ mine }) => mine === 'decide').length
  const askedFor = new Set(entries.flatMap(({ mine, action }) => (mine === 'asked' ? [action] : [])))
  const complete = readings.every((reading) => reading.freshness.state === 'fresh') && !approvals.isPending
  if (
    matters.length === 0 &&
    entries.length === 0 &&
    asked.length === 0 &&
    readings.every((reading) => reading.freshness.state === 'loading')
  )
    return <Opening />
  const around = {
    entries,
    groups,
    today,
    onDecide: decide,
    onOpen: (group: GroupEntry, action: string) => void open({ group, action }),
  }
  return (
    <div className={styles.page}>
      <div className={styles.top}>
        <Text as="h1" size={500} weight="semibold" className={styles.title}>
          {words.say('mine.title')}
        </Text>
        <Button appearance="subtle" icon={<Settings20Regular />} onClick={() => setSettings(true)}>
          {words.say('settings.mine.open')}
        </Button>
      </div>
      {(complete || matters.length > 0) && (
        <output className={styles.summary}>
          {toDecide > 0 && `${words.say('mine.summary.decide', { count: toDecide })} `}
          {asked.length > 0 && `${words.say('mine.summary.asked', { count: asked.length })} `}
          {(waiting > 0 || asked.length === 0) && words.say('mine.summary', { count: waiting })}{' '}
          {late > 0 && words.say('mine.summary.late', { count: late })}
        </output>
      )}
      <Readings readings={readings} />
      {approvals.isError && <ApprovalsMissing busy={approvals.isFetching} onAgain={() => void approvals.refetch()} />}
      {matters.length === 0 &&
        entries.length === 0 &&
        asked.length === 0 &&
        !isWanted &&
        complete &&
        !approvals.isError && <Notice title={words.say('mine.empty.title')}>{words.say('mine.empty')}</Notice>}
      <Approvals mine="decide" {...around} />
      <AskedOfMe
        asked={asked}
        groups={groups}
        today={today}
        onOpen={({ group, area, about }, title) => ask({ group, area, about }, title)}
      />
      {readings.map(
        ({ group, snapshot }) =>
          snapshot && (
            <Counted
              key={group.key}
              of={Responses}
              session={session}
              group={group}
              snapshot={snapshot}
              today={today}
              onOpen={respond}
              onCount={count}
            />
          ),
      )}
      {readings.map(
        ({ group, snapshot }) =>
          snapshot &&
          group.rooms?.includes('workstreams') && (
            <Suspense key={group.key} fallback={null}>
              <Counted
                of={Quarters}
                session={session}
                group={group}
                snapshot={snapshot}
                today={today}
                onOpen={(group, about, title) => ask({ group: group.key, area: 'workstream', about }, title)}
                onCount={countQuarters}
              />
            </Suspense>
          ),
      )}
      {SECTIONS.map((section) => (
        <Section
          key={section}
          title={words.say(`mine.section.${section}`)}
          cards={matters
            .filter(
              ({ matter }) => matter.section === section && !(section === 'others' && askedFor.has(matter.action.id)),
            )
            .map(({ group, matter }) => (
              <MatterCard
                key={matter.action.id}
                matter={matter}
                group={group}
                today={today}
                onOpen={() => void open({ group, action: matter.action.id })}
              />
            ))}
        />
      ))}
      <Approvals mine="asked" {...around} />
    </div>
  )
}

interface CountedProps extends Omit<ResponsesProps, 'onOpen' | 'onCount'> {
  readonly of: ComponentType<ResponsesProps | QuartersProps>
  readonly onOpen: (group: GroupEntry, about: string, title: string) => void
  readonly onCount: (group: string, count: number) => void
}

/** Of one group; its callbacks stay the same, so that counting is no reason to draw again. */
function Counted({ of: Cards, onOpen, onCount, ...props }: CountedProps) {
  const { key } = props.group
  const count = useCallback((many: number) => onCount(key, many), [key, onCount])
  return <Cards {...props} onOpen={(about, title) => onOpen(props.group, about, title)} onCount={count} />
}

const SAID = ['loading', 'offline', 'denied', 'throttled', 'fault'] as const

/** What isn't all there, said once for the groups that it is true of. */
function Readings({ readings }: { readonly readings: readonly GroupReading[] }) {
  const styles = useStyles()
  const words = useWords()
  const said = SAID.flatMap((state: Freshness['state'] & (typeof SAID)[number]) => {
    const groups = readings.filter((reading) => reading.freshness.state === state)
    if (groups.length === 0) return []
    const names = words.list(groups.map(({ group }) => groupName(group, words.language)))
    return [{ state, sentence: words.say(`mine.partly.${state}`, { groups: names }) }]
  })
  if (said.length === 0) return null
  return (
    <div className={styles.bars}>
      {said.map(({ state, sentence }) => (
        <MessageBar key={state} intent={state === 'loading' ? 'info' : 'warning'} layout="multiline">
          <MessageBarBody>{sentence}</MessageBarBody>
        </MessageBar>
      ))}
    </div>
  )
}

/** False where Teams can't, or won't, open the channel's tab. */
async function goToChannel(session: Session, { group, action }: Place): Promise<boolean> {
  try {
    return await session.host.openChannelTab({
      appId: session.configuration.appId,
      group: group.key,
      channelId: group.channelId,
      webUrl: addressOfGroup(group),
      subPage: action,
    })
  } catch {
    // The tab may have been removed from the channel: the register is shown here instead.
    return false
  }
}
