/**
 * The Access room: who may use a restricted resource, what waits for the reader, what runs out, which organisation has
 * nobody, how it stood on a past day, and how it compares with the database's own list. The service decides how much of
 * it anybody is shown, and logs each look.
 */

import { Button, Input, makeStyles, Select, ToggleButton, tokens } from '@fluentui/react-components'
import { AddRegular, ArrowDownloadRegular } from '@fluentui/react-icons'
import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import type { AccessRegister, NominationTold } from '../../contract/access.ts'
import type { Day } from '../../domain/day.ts'
import { groupName, type Marking } from '../../domain/group.ts'
import { MarkingMark } from '../design/MarkingMark.tsx'
import type { AskArea } from '../shell/page.ts'
import { BESIDE_WIDTH, PAGE_FOOT, PHONE_WIDTH, ROOMY_WIDTH, type } from '../design/scale.ts'
import { useWidth } from '../design/size.ts'
import { FaultNotice } from '../shell/FaultNotice.tsx'
import { Opening } from '../shell/Opening.tsx'
import { addressOfPage } from '../shell/page.ts'
import { Queries } from '../shell/queries.tsx'
import type { RoomProps } from '../shell/room.ts'
import { SignInBar } from '../shell/SignInBar.tsx'
import { useWords } from '../words.tsx'
import { AccessTable } from './AccessTable.tsx'
import { AccountsView } from './AccountsView.tsx'
import { AskAccess } from './AskAccess.tsx'
import { AskReview } from './AskReview.tsx'
import { CoverageView } from './CoverageView.tsx'
import { DayField } from './DayField.tsx'
import { EndsView } from './EndsView.tsx'
import { ExportForm } from './ExportForm.tsx'
import { MineView } from './MineView.tsx'
import { NominateForm } from './NominateForm.tsx'
import { PersonPanel } from './PersonPanel.tsx'
import { useAccess, useAccessOn, useLookAgain } from './reading.ts'
import { Segments } from './Segments.tsx'
import { coverageTable, endingsOf, found, inOrder, isOver, mineOf, nameOf, type Named } from './shown.ts'

const useStyles = makeStyles({
  page: { display: 'flex', height: '100%', minHeight: '0', backgroundColor: tokens.colorNeutralBackground1 },
  main: { flex: '1 1 0', minWidth: '0', minHeight: '0', display: 'flex', flexDirection: 'column' },
  top: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
  },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  title: { ...type.title, margin: '0' },
  lead: { ...type.label, margin: '0', color: tokens.colorNeutralForeground2 },
  grow: { flexGrow: '1' },
  search: { flex: '0 1 20rem', minWidth: '0' },
  beside: {
    flex: '0 0 auto',
    width: '400px',
    maxWidth: '100%',
    minHeight: '0',
    boxSizing: 'border-box',
    borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  instead: { flex: '1 1 0', minWidth: '0', minHeight: '0' },
  empty: { ...type.reading, margin: '0', maxWidth: '34rem', padding: `0 ${tokens.spacingHorizontalM} ${PAGE_FOOT}` },
  former: { padding: `0 ${tokens.spacingHorizontalM} ${tokens.spacingVerticalS}` },
  said: { ...type.row, padding: `0 ${tokens.spacingHorizontalM}`, color: tokens.colorNeutralForeground2 },
  dialog: { height: '100%', overflowY: 'auto' },
})

const VIEWS = ['now', 'mine', 'ends', 'coverage', 'day', 'accounts'] as const
type View = (typeof VIEWS)[number]

type Beside =
  | { readonly kind: 'person'; readonly nomination: string }
  | { readonly kind: 'nominate'; readonly given: NominationTold | null }
  | { readonly kind: 'export' }
  | null

/** What is asked in this page's place, where Teams shows no dialogs. */
type AskedHere = { readonly area: AskArea; readonly about: string } | null

export function AccessPage(props: RoomProps) {
  return (
    <Queries>
      <Loaded {...props} />
    </Queries>
  )
}

function Loaded({ session, page, register, asked }: RoomProps) {
  const styles = useStyles()
  const words = useWords()
  const read = useAccess(session, page.group)
  const lookAgain = useLookAgain(page.group)
  const snapshot = useSyncExternalStore(register.subscribe, register.snapshot)
  const [askedHere, setAskedHere] = useState<AskedHere>(null)
  const access = read.data
  if (read.isError && !access) {
    return <FaultNotice fault={read.error} onAgain={() => void read.refetch()} tokens={session.tokens} />
  }
  if (!access || !snapshot) return <Opening />
  if (askedHere !== null) {
    const Asking = askedHere.area === 'review' ? AskReview : AskAccess
    const close = (said: unknown): void => {
      setAskedHere(null)
      if (said !== null) void lookAgain()
    }
    return (
      <div className={styles.dialog}>
        <Asking session={session} group={page.group} about={askedHere.about} onClose={close} />
      </div>
    )
  }
  const ask = (area: 'access' | 'review', about: string, title: string): void => {
    const address = addressOfPage({ kind: 'ask', group: page.group, area, about })
    const opened = session.host.dialogs.open({ address, title })
    if (opened === false) setAskedHere({ area, about })
    // Whatever was pressed in it: how it stands is what counts.
    else void opened.then(() => lookAgain())
  }
  const named: Named = (organisation) => snapshot.organisations.get(organisation)?.name ?? organisation
  return (
    <>
      <SignInBar tokens={session.tokens} />
      <Room
        {...{ session, access, named, ask, asked }}
        group={page.group}
        title={groupName(snapshot.group, words.language)}
        marking={snapshot.group.marking}
        onChanged={() => void lookAgain()}
      />
    </>
  )
}

interface RoomOfAccess extends Pick<RoomProps, 'session' | 'asked'> {
  readonly group: string
  readonly title: string
  readonly marking: Marking
  readonly access: AccessRegister
  readonly named: Named
  readonly ask: (area: 'access' | 'review', about: string, title: string) => void
  readonly onChanged: () => void
}

function Room({ session, group, title, marking, access, named, ask, asked, onChanged }: RoomOfAccess) {
  const styles = useStyles()
  const words = useWords()
  const root = useRef<HTMLDivElement>(null)
  const width = useWidth(root)
  const today = session.clock.today()
  const [view, setView] = useState<View>('now')
  const [chosen, setChosen] = useState<string | null>(null)
  const [typed, setTyped] = useState('')
  const [day, setDay] = useState<Day | null>(null)
  const [showsFormer, setShowsFormer] = useState(false)
  const [beside, setBeside] = useState<Beside>(asked === null ? null : { kind: 'person', nomination: asked })
  const [said, setSaid] = useState('')
  const onDay = useAccessOn(session, group, view === 'day' ? day : null)
  const mine = useMemo(() => mineOf(access), [access])
  /** Where the focus goes back to once nothing is open beside it. */
  const last = useRef<string | null>(null)
  useEffect(() => {
    if (beside !== null || last.current === null) return
    root.current?.querySelector<HTMLElement>(`[data-person="${CSS.escape(last.current)}"]`)?.focus()
    last.current = null
  }, [beside])

  const resource = access.resources.find(({ key }) => key === chosen) ?? access.resources[0]
  const shown = view === 'day' ? (onDay.data ?? null) : access
  const own = (shown?.nominations ?? []).filter((each) => each.resource === resource?.key)
  const current = own.filter((each) => !isOver(each))
  const former = own.length - current.length
  const listed = found(inOrder(showsFormer ? own : current, named, words.language), typed, named)
  const now = access.nominations.filter((each) => each.resource === resource?.key)
  const endings = endingsOf({ ...access, nominations: now }, named)
  const mineCount = mine.reviews.length + mine.people.length
  const counts: Readonly<Partial<Record<View, number>>> = {
    now: now.filter(({ standing }) => standing === 'active').length,
    mine: mineCount,
  }
  const views = VIEWS.filter((each) => each !== 'accounts' || access.mayReconcile)
  const asOf = view === 'day' && day !== null ? day : today
  const isPhone = width <= PHONE_WIDTH
  const isInstead = beside !== null && width < BESIDE_WIDTH
  const opened = beside?.kind === 'person' ? (own.find(({ key }) => key === beside.nomination) ?? null) : null
  const isBeside = beside !== null && (beside.kind !== 'person' || opened !== null)
  const open = (nomination: string): void => setBeside({ kind: 'person', nomination })
  const close = (): void => {
    if (beside?.kind === 'person') last.current = beside.nomination
    setBeside(null)
  }
  const show = (next: View): void => {
    setView(next)
    setBeside(null)
    setSaid('')
  }
  const askFor = (nomination: Pick<NominationTold, 'key' | 'person'>): void =>
    ask('access', nomination.key, words.say('access.ask.title', { name: nomination.person.name }))
  const review = (key: string): void => ask('review', key, words.say('access.review.title'))
  if (!resource) return <p className={styles.empty}>{words.say('access.noResource')}</p>

  const count = (standings: readonly string[]): number =>
    now.filter(({ standing }) => standings.includes(standing)).length
  const suspended = count(['suspended'])
  const waiting = count(['waitsForApprover', 'waitsForOwner'])
  const table = (label: string) =>
    listed.length === 0 ? (
      <p className={styles.empty}>
        {own.length === 0 ? words.say('access.none') : words.say('access.notFound', { words: typed.trim() })}
      </p>
    ) : (
      <AccessTable
        label={label}
        people={listed}
        named={named}
        today={asOf}
        isPhone={isPhone}
        isRoomy={width - (isBeside ? 400 : 0) >= ROOMY_WIDTH}
        open={opened?.key ?? null}
        onOpen={open}
      />
    )
  return (
    <div className={styles.page} ref={root}>
      <section className={styles.main} style={isInstead ? { display: 'none' } : undefined}>
        <header className={styles.top}>
          <div className={styles.line}>
            <h1 className={styles.title}>{words.say('access.title')}</h1>
            {access.resources.length > 1 ? (
              <Select
                size="small"
                aria-label={words.say('access.resource')}
                value={resource.key}
                onChange={(_, data) => {
                  setChosen(data.value)
                  setBeside(null)
                }}
              >
                {access.resources.map((each) => (
                  <option key={each.key} value={each.key}>
                    {nameOf(each, words.language)}
                  </option>
                ))}
              </Select>
            ) : (
              <span className={styles.lead}>{nameOf(resource, words.language)}</span>
            )}
            <span className={styles.grow} />
            <MarkingMark marking={marking} />
            {access.mayExport && (
              <Button size="small" icon={<ArrowDownloadRegular />} onClick={() => setBeside({ kind: 'export' })}>
                {words.say('access.export')}
              </Button>
            )}
            {access.mayNominate.length > 0 && (
              <Button
                size="small"
                appearance="primary"
                icon={<AddRegular />}
                onClick={() => setBeside({ kind: 'nominate', given: null })}
              >
                {words.say('access.nominate')}
              </Button>
            )}
          </div>
          <p className={styles.lead}>
            {[
              words.say('access.lead.active', { count: counts.now ?? 0 }),
              ...(suspended > 0 ? [words.say('access.lead.suspended', { count: suspended })] : []),
              ...(waiting > 0 ? [words.say('access.lead.waiting', { count: waiting })] : []),
              words.say('access.lead.review', {
                day: words.day(resource.nextReview),
                ago: words.relativeDay(resource.nextReview, today),
              }),
            ].join(' · ')}
          </p>
          <Segments
            label={words.say('access.views')}
            segments={views.map((name) => ({
              name,
              label: words.say(`access.view.${name}`),
              count: counts[name] ?? null,
            }))}
            shown={view}
            onShow={show}
          />
          {(view === 'now' || (view === 'day' && shown !== null)) && own.length > 0 && (
            <div className={styles.line}>
              <Input
                className={styles.search}
                type="search"
                size="small"
                aria-label={words.say('access.search')}
                placeholder={words.say('access.search')}
                value={typed}
                onChange={(_, data) => setTyped(data.value)}
              />
              {former > 0 && (
                <ToggleButton size="small" checked={showsFormer} onClick={() => setShowsFormer(!showsFormer)}>
                  {words.say('access.former', { count: former })}
                </ToggleButton>
              )}
            </div>
          )}
        </header>
        <output className={styles.said}>{said}</output>
        {view === 'now' && table(words.say('access.table.now'))}
        {view === 'mine' && (
          <MineView mine={mine} named={named} today={today} onAsk={askFor} onReview={({ key }) => review(key)} />
        )}
        {view === 'ends' && (
          <EndsView
            endings={endings}
            resource={resource}
            named={named}
            today={today}
            onOpen={open}
            onReview={({ key }) => review(key)}
          />
        )}
        {view === 'coverage' && (
          <CoverageView
            table={coverageTable(
              access.coverage.filter((each) => each.resource === resource.key),
              named,
            )}
            named={named}
          />
        )}
        {view === 'day' && (
          <>
            <DayField today={today} day={day} onDay={setDay} />
            {day !== null && onDay.isPending && <Opening />}
            {onDay.isError && (
              <FaultNotice fault={onDay.error} onAgain={() => void onDay.refetch()} tokens={session.tokens} />
            )}
            {day !== null && shown !== null && (
              <>
                <p className={styles.said}>{words.say('access.day.lead', { day: words.day(day) })}</p>
                {table(words.say('access.table.day', { day: words.day(day) }))}
              </>
            )}
          </>
        )}
        {view === 'accounts' && (
          <AccountsView
            session={session}
            group={group}
            resource={resource}
            reconciliations={access.reconciliations.filter((each) => each.resource === resource.key)}
            named={named}
            onOpen={open}
            onDone={onChanged}
          />
        )}
      </section>
      {isBeside && (
        <div className={isInstead ? styles.instead : styles.beside}>
          {beside.kind === 'nominate' && (
            <NominateForm
              key={beside.given?.key ?? ''}
              session={session}
              group={group}
              resource={resource}
              organisations={access.mayNominate}
              given={beside.given}
              named={named}
              today={today}
              onClose={close}
              onNominated={(nomination) => {
                setSaid(words.say('access.nominated', { name: nomination.person.name }))
                setBeside(null)
                onChanged()
              }}
            />
          )}
          {beside.kind === 'export' && (
            <ExportForm
              session={session}
              group={group}
              day={view === 'day' ? day : null}
              save={async (exported) => {
                const { saveAccess } = await import('./saving.ts')
                saveAccess({ register: exported, group, groupName: title, marking, named, today, words })
              }}
              onClose={close}
            />
          )}
          {opened && (
            <PersonPanel
              key={opened.key}
              session={session}
              group={group}
              nomination={opened}
              resource={resource}
              named={named}
              today={asOf}
              onAsk={view === 'day' ? null : () => askFor(opened)}
              onRenominate={(given) => setBeside({ kind: 'nominate', given })}
              onChanged={onChanged}
              onClose={close}
            />
          )}
        </div>
      )}
    </div>
  )
}
