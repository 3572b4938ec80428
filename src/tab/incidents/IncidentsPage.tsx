/**
 * Incidents with activist groups: how many since any day, the notifications themselves, and the groups' profiles. All of
 * it comes from the service, which logs each look; what is told here goes to it.
 */

import { Button, makeStyles, Tab, TabList, tokens } from '@fluentui/react-components'
import { AddRegular, ArrowDownloadRegular } from '@fluentui/react-icons'
import { useMemo, useRef, useState, useSyncExternalStore } from 'react'
import type { IncidentBook } from '../../contract/incidents.ts'
import type { Day } from '../../domain/day.ts'
import { firstDay } from '../../domain/incidentcount.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import { MarkingMark } from '../design/MarkingMark.tsx'
import { BESIDE_WIDTH, PAGE_FOOT, type } from '../design/scale.ts'
import { useWidth } from '../design/size.ts'
import { FaultNotice } from '../shell/FaultNotice.tsx'
import { Notice } from '../shell/Notice.tsx'
import { Opening } from '../shell/Opening.tsx'
import { Queries } from '../shell/queries.tsx'
import type { RoomProps } from '../shell/room.ts'
import { useWords } from '../words.tsx'
import { useBook } from './booking.ts'
import { showCounts } from '../../domain/incidenttable.ts'
import { Counts } from './Counts.tsx'
import { EVERYTHING, IncidentList, type Picked } from './IncidentList.tsx'
import { IncidentPanel } from './IncidentPanel.tsx'
import { Profiles } from './Profiles.tsx'
import { Side } from './Side.tsx'
import { presetsOf } from './since.ts'
import { SinceBar } from './SinceBar.tsx'
import { TakeOutForm } from './TakeOutForm.tsx'
import { TellForm } from './TellForm.tsx'

const useStyles = makeStyles({
  page: {
    display: 'flex',
    height: '100%',
    minHeight: '0',
    containerName: 'incidents',
    containerType: 'inline-size',
    backgroundColor: tokens.colorNeutralBackground1,
  },
  main: { flex: '1 1 0', minWidth: '0', minHeight: '0', overflowY: 'auto' },
  body: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    maxWidth: '76rem',
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL} ${PAGE_FOOT}`,
    '@media (max-width: 640px)': { padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM} ${PAGE_FOOT}` },
  },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  title: { ...type.title, margin: '0' },
  grow: { flexGrow: '1' },
})

export function IncidentsPage(props: RoomProps) {
  return (
    <Queries>
      <Read {...props} />
    </Queries>
  )
}

function Read(props: RoomProps) {
  const words = useWords()
  const { session, page, register } = props
  const read = useBook(session, page.group)
  const snapshot = useSyncExternalStore(register.subscribe, register.snapshot)
  if (read.isError && !read.data) {
    return <FaultNotice fault={read.error} onAgain={() => void read.refetch()} tokens={session.tokens} />
  }
  if (!read.data || !snapshot) return <Opening />
  if (!read.data.ok) {
    return <Notice title={words.say('incidents.refused.title')}>{words.refusal(read.data.error)}</Notice>
  }
  return <Loaded {...props} book={read.data.value} snapshot={snapshot} />
}

const SECTIONS = ['counts', 'list', 'profiles'] as const
type Section = (typeof SECTIONS)[number]

type Beside = { readonly kind: 'tell' | 'takeOut' } | { readonly kind: 'incident'; readonly key: string } | null

function Loaded({ session, page, book, snapshot }: RoomProps & { book: IncidentBook; snapshot: Snapshot }) {
  const words = useWords()
  const styles = useStyles()
  const root = useRef<HTMLDivElement>(null)
  const width = useWidth(root)
  const today = session.clock.today()
  const presets = useMemo(() => presetsOf(today, firstDay(book)), [book, today])
  const [since, setSince] = useState<Day>(() => presets.find(({ preset }) => preset === 'year')?.day ?? today)
  const [section, setSection] = useState<Section>('counts')
  const [picked, setPicked] = useState<Picked>(EVERYTHING)
  const [beside, setBeside] = useState<Beside>(null)
  const { organisations } = snapshot
  const shown = useMemo(() => showCounts(book, organisations, since), [book, organisations, since])
  const forces = [...organisations.values()].filter(({ kind }) => kind === 'force')
  const own = forces.filter(({ key }) => book.speaksFor.includes(key))
  const groups = book.profiles.toSorted((a, b) => a.name.localeCompare(b.name, words.language))
  const active = groups.filter(({ ended }) => ended === null)

  const close = (): void => {
    const from =
      beside?.kind === 'incident' ? `[data-incident="${CSS.escape(beside.key)}"]` : `[data-opens="${beside?.kind}"]`
    setBeside(null)
    // The focus goes back to where it came from, once that is to be seen again.
    requestAnimationFrame(() => {
      root.current?.querySelector<HTMLElement>(from)?.focus()
    })
  }
  const showOnly = (only: Partial<Picked>): void => {
    setPicked({ ...EVERYTHING, ...only })
    setSection('list')
  }
  const incident = beside?.kind === 'incident' ? book.incidents.find(({ key }) => key === beside.key) : undefined
  const isBeside = beside?.kind === 'tell' || beside?.kind === 'takeOut' || incident !== undefined
  const isInstead = isBeside && width < BESIDE_WIDTH
  const nothing = book.incidents.length === 0 && book.openings.length === 0
  return (
    <div className={styles.page} ref={root}>
      <section className={styles.main} style={isInstead ? { display: 'none' } : undefined}>
        <div className={styles.body}>
          <header className={styles.line}>
            <h1 className={styles.title}>{words.say('incidents.title')}</h1>
            <span className={styles.grow} />
            <MarkingMark marking={snapshot.group.marking} />
            <div className={styles.line}>
              {!nothing && (
                <Button
                  data-opens="takeOut"
                  icon={<ArrowDownloadRegular />}
                  onClick={() => setBeside({ kind: 'takeOut' })}
                >
                  {words.say('incidents.takeOut')}
                </Button>
              )}
              {own.length > 0 && (
                <Button
                  data-opens="tell"
                  appearance="primary"
                  icon={<AddRegular />}
                  onClick={() => setBeside({ kind: 'tell' })}
                >
                  {words.say('incidents.tell')}
                </Button>
              )}
            </div>
          </header>
          <TabList
            size="small"
            aria-label={words.say('incidents.sections')}
            selectedValue={section}
            onTabSelect={(_, data) => setSection(SECTIONS.find((each) => each === data.value) ?? 'counts')}
          >
            {SECTIONS.map((each) => (
              <Tab key={each} value={each}>
                {words.say(`incidents.section.${each}`)}
              </Tab>
            ))}
          </TabList>
          <SinceBar presets={presets} since={since} today={today} onSince={setSince} />
          {section === 'counts' && nothing && (
            <Notice title={words.say('incidents.empty.title')}>{words.say('incidents.empty')}</Notice>
          )}
          {section === 'counts' && !nothing && (
            <Counts
              shown={shown}
              since={since}
              organisations={organisations}
              onForce={(organisation) => showOnly({ organisation })}
              onGroup={(group) => showOnly({ group })}
            />
          )}
          {section === 'list' && (
            <IncidentList
              incidents={book.incidents}
              forces={forces.map(({ key, shortName }) => ({ key, name: shortName }))}
              groups={groups}
              since={since}
              today={today}
              width={isBeside && !isInstead ? width - 400 : width}
              picked={picked}
              open={incident?.key ?? null}
              onPick={setPicked}
              onOpen={(key) => setBeside({ kind: 'incident', key })}
            />
          )}
          {section === 'profiles' && (
            <Profiles
              session={session}
              group={page.group}
              book={book}
              counts={shown.counts}
              organisations={organisations}
              since={since}
            />
          )}
        </div>
      </section>
      {beside?.kind === 'tell' && (
        <Side title={words.say('incidents.form.title')} onClose={close}>
          <TellForm
            session={session}
            group={page.group}
            organisations={own}
            groups={active}
            today={today}
            onClose={close}
          />
        </Side>
      )}
      {beside?.kind === 'takeOut' && (
        <Side title={words.say('incidents.takeOut.title')} onClose={close}>
          <TakeOutForm key={since} {...{ session, snapshot, since, today }} onClose={close} />
        </Side>
      )}
      {incident && (
        <Side
          key={incident.key}
          title={words.say('incidents.panel.title', {
            force: organisations.get(incident.organisation)?.name ?? incident.organisation,
            day: words.day(incident.day),
          })}
          onClose={close}
        >
          <IncidentPanel
            session={session}
            group={page.group}
            incident={incident}
            own={own}
            groups={groups}
            today={today}
            groupName={groups.find(({ key }) => key === incident.profile)?.name ?? words.say('incidents.group.unknown')}
          />
        </Side>
      )}
    </div>
  )
}
