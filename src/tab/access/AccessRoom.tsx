/** The room's views of one resource, and what stands beside them. Everything in it was told by the service. */

import { Input, makeStyles, ToggleButton, tokens } from '@fluentui/react-components'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { AccessRegister, NominationTold } from '../../contract/access.ts'
import type { Day } from '../../domain/day.ts'
import type { Marking } from '../../domain/group.ts'
import { BESIDE_WIDTH, PAGE_FOOT, PHONE_WIDTH, ROOMY_WIDTH, type } from '../design/scale.ts'
import { useWidth } from '../design/size.ts'
import type { Session } from '../session.ts'
import { FaultNotice } from '../shell/FaultNotice.tsx'
import { Opening } from '../shell/Opening.tsx'
import { useWords } from '../words.tsx'
import { AccessHead } from './AccessHead.tsx'
import { AccessTable } from './AccessTable.tsx'
import { AccountsView } from './AccountsView.tsx'
import { BesideAccess, type Beside } from './BesideAccess.tsx'
import { CoverageView } from './CoverageView.tsx'
import { DayField } from './DayField.tsx'
import { EndsView } from './EndsView.tsx'
import { MineView } from './MineView.tsx'
import { useAccessOn } from './reading.ts'
import { ResourceForm } from './ResourceForm.tsx'
import { Segments } from './Segments.tsx'
import { coverageTable, endingsOf, found, inOrder, isOver, mineOf, type Named } from './shown.ts'

const BESIDE = 400

const useStyles = makeStyles({
  page: { display: 'flex', height: '100%', minHeight: '0', backgroundColor: tokens.colorNeutralBackground1 },
  main: {
    flex: '1 1 0',
    minWidth: '0',
    minHeight: '0',
    display: 'flex',
    flexDirection: 'column',
    // A phone, and 400 % zoom, have no room for anything that stays: all of it is scrolled.
    '@media (max-width: 640px)': { display: 'block', overflowY: 'auto' },
    '@media (max-height: 560px)': { display: 'block', overflowY: 'auto' },
  },
  away: { display: 'none' },
  top: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, padding: tokens.spacingHorizontalM },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  search: { flex: '0 1 20rem', minWidth: '0' },
  beside: {
    flex: '0 0 auto',
    width: `${BESIDE}px`,
    maxWidth: '100%',
    minHeight: '0',
    boxSizing: 'border-box',
    borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  instead: { flex: '1 1 0', minWidth: '0', minHeight: '0' },
  empty: { ...type.reading, margin: '0', maxWidth: '34rem', padding: `0 ${tokens.spacingHorizontalM} ${PAGE_FOOT}` },
  said: {
    ...type.row,
    display: 'block',
    margin: '0',
    padding: `0 ${tokens.spacingHorizontalM}`,
    color: tokens.colorNeutralForeground2,
  },
})

const VIEWS = ['now', 'mine', 'ends', 'coverage', 'day', 'accounts'] as const
type View = (typeof VIEWS)[number]

export interface AccessRoomProps {
  readonly session: Session
  readonly group: string
  /** Whose access a link asks for. */
  readonly asked: string | null
  readonly title: string
  readonly marking: Marking
  readonly access: AccessRegister
  readonly named: Named
  readonly ask: (area: 'access' | 'review', about: string, title: string) => void
  readonly onChanged: () => void
}

export function AccessRoom(props: AccessRoomProps) {
  const { session, group, title, marking, access, named, ask, asked, onChanged } = props
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
  const [beside, setBeside] = useState<Beside | null>(asked === null ? null : { kind: 'person', nomination: asked })
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
  const counts: Readonly<Partial<Record<View, number>>> = {
    now: now.filter(({ standing }) => standing === 'active').length,
    mine: mine.reviews.length + mine.people.length,
  }
  const views = VIEWS.filter((each) => each !== 'accounts' || access.mayReconcile)
  const asOf = view === 'day' && day !== null ? day : today
  const isPhone = width <= PHONE_WIDTH
  const opened = beside?.kind === 'person' ? (own.find(({ key }) => key === beside.nomination) ?? null) : null
  const isBeside = beside !== null && (beside.kind !== 'person' || opened !== null)
  const isInstead = isBeside && width < BESIDE_WIDTH
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
  if (!resource) {
    return access.maySetUp ? (
      <ResourceForm session={session} group={group} resource={null} today={today} onClose={null} onSaved={onChanged} />
    ) : (
      <p className={styles.empty}>{words.say('access.noResource')}</p>
    )
  }

  const table = (label: string) =>
    listed.length === 0 ? (
      <p className={styles.empty}>
        {own.length === 0
          ? words.say('access.none')
          : typed.trim() === ''
            ? words.say('access.nobodyNow')
            : words.say('access.notFound', { words: typed.trim() })}
      </p>
    ) : (
      <AccessTable
        label={label}
        people={listed}
        named={named}
        today={asOf}
        isPhone={isPhone}
        isRoomy={width - (isBeside ? BESIDE : 0) >= ROOMY_WIDTH}
        open={opened?.key ?? null}
        onOpen={open}
      />
    )
  return (
    <div className={styles.page} ref={root}>
      <section className={isInstead ? styles.away : styles.main}>
        <header className={styles.top}>
          <AccessHead
            {...{ access, resource, now, marking, today }}
            onResource={(key) => {
              setChosen(key)
              setBeside(null)
            }}
            onBegin={setBeside}
          />
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
          <BesideAccess
            {...{ beside, session, group, access, resource, opened, named, onChanged }}
            day={view === 'day' ? day : null}
            onAsk={askFor}
            onBegin={setBeside}
            onClose={close}
            onNominated={(nomination) => {
              setSaid(words.say('access.nominated', { name: nomination.person.name }))
              setBeside(null)
              onChanged()
            }}
            save={async (exported) => {
              const { saveAccess } = await import('./saving.ts')
              saveAccess({ register: exported, group, groupName: title, marking, named, today, words })
            }}
          />
        </div>
      )}
    </div>
  )
}
