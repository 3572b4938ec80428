/**
 * Inspection reports, what they recommend and what became of it: every recommendation of the register once, under the
 * report that makes it. Where people look; the coordinator adds a report, edits one, or brings a whole log in.
 */

import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { AddRegular, DocumentArrowUpRegular } from '@fluentui/react-icons'
import { lazy, Suspense, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import type { ActionId, Update } from '../../domain/action.ts'
import type { PublicationCommand, PublicationContent } from '../../domain/publication.ts'
import { lastReported } from '../../domain/reported.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import { isOpen } from '../../domain/status.ts'
import { MarkingMark } from '../design/MarkingMark.tsx'
import { roomPage } from '../design/roompage.ts'
import { type } from '../design/scale.ts'
import { useCollection } from '../outbox/useCollection.ts'
import { isKey } from '../register/keys.ts'
import { useHistories } from '../report/histories.ts'
import { FaultNotice } from '../shell/FaultNotice.tsx'
import { makeId } from '../shell/id.ts'
import { Opening } from '../shell/Opening.tsx'
import { Queries } from '../shell/queries.tsx'
import { RegisterRoom } from '../shell/RegisterRoom.tsx'
import type { RoomProps } from '../shell/room.ts'
import { useWords } from '../words.tsx'
import { FilterBar } from './FilterBar.tsx'
import { PublicationForm } from './PublicationForm.tsx'
import { ReportSection } from './ReportSection.tsx'
import { filterReports, showReports, type Filter } from './shown.ts'

const BreakDialog = lazy(async () => ({ default: (await import('./BreakDialog.tsx')).BreakDialog }))

/** The coordinator's, once in a while. */
const LogImport = lazy(async () => ({ default: (await import('./LogImport.tsx')).LogImport }))

const useStyles = makeStyles({
  page: roomPage,
  top: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  title: { ...type.title, margin: '0', flexGrow: '1' },
  why: { ...type.row, margin: `${tokens.spacingVerticalXS} 0 0`, color: tokens.colorNeutralForeground2 },
  said: { ...type.row, margin: '0', fontWeight: tokens.fontWeightSemibold },
  empty: { display: 'grid', gap: tokens.spacingVerticalL, margin: `${tokens.spacingVerticalXXL} 0` },
  none: { ...type.reading, margin: '0', maxWidth: '44rem' },
  doors: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
})

export function RecommendationsPage(props: RoomProps) {
  const styles = useStyles()
  return (
    <RegisterRoom register={props.register} session={props.session} className={styles.page}>
      {(snapshot) => (
        <Queries>
          <Loaded {...props} snapshot={snapshot} />
        </Queries>
      )}
    </RegisterRoom>
  )
}

function Loaded(props: RoomProps & { readonly snapshot: Snapshot }) {
  const { session, page } = props
  const publications = useCollection(session, page.siteId, 'publications')
  const reports = useCollection(session, page.siteId, 'reports')
  const histories = useHistories(session, page.siteId)
  const made = useMemo(() => [...(reports.values?.values() ?? [])], [reports.values])
  if (histories.isError) {
    return <FaultNotice fault={histories.error} onAgain={() => void histories.refetch()} tokens={session.tokens} />
  }
  // A list that a site doesn't have yet holds nothing.
  const isHere = publications.values !== null || publications.freshness.state === 'fault'
  if (!isHere || !histories.data) return <Opening />
  const since = lastReported(made, session.clock.today())?.to ?? null
  return (
    <Shown
      {...props}
      publications={publications}
      histories={histories.data}
      since={since}
      onBrought={() => void histories.refetch()}
    />
  )
}

interface ShownProps extends RoomProps {
  readonly snapshot: Snapshot
  readonly publications: ReturnType<typeof useCollection<'publications'>>
  readonly histories: ReadonlyMap<ActionId, readonly Update[]>
  readonly since: string | null
  /** A log came in, and with it histories. */
  readonly onBrought: () => void
}

const NONE: ReadonlyMap<string, PublicationContent> = new Map()

function Shown(props: ShownProps) {
  const { session, page, register, snapshot, publications, histories, since, roles, asked, onOpenAction, onBrought } =
    props
  const words = useWords()
  const styles = useStyles()
  const today = session.clock.today()
  const [filter, setFilter] = useState<Filter>({ report: '', colour: null })
  const [isBringing, setIsBringing] = useState(false)
  const [adding, setAdding] = useState<string | null>(null)
  // A link, or the action's panel, asks to break a recommendation up.
  const [breaking, setBreaking] = useState<ActionId | null>(asked)
  const [said, setSaid] = useState('')
  const list = useRef<HTMLDivElement>(null)
  const broken = breaking === null ? undefined : snapshot.actions.get(breaking)
  const values = publications.values ?? NONE
  const all = useMemo(
    () => showReports({ snapshot, publications: values, histories, today, since }),
    [snapshot, values, histories, today, since],
  )
  const filtered = useMemo(() => filterReports(all, filter), [all, filter])
  const mayWrite = roles.includes('coordinator')

  /** Resolves with what is wrong, in words; null: it is kept, or on its way. */
  const send = async (command: PublicationCommand, seen?: PublicationContent): Promise<string | null> => {
    if (!publications.keeping) return words.say('recommendations.unreachable')
    const kept = await publications.keeping.post(command, seen)
    if (kept.state === 'refused') return words.refusal(kept.refusal)
    return kept.state === 'stale' ? words.say('recommendations.stale') : null
  }

  const onKeyDown = (event: KeyboardEvent): void => {
    const target = event.target as HTMLElement
    if (event.defaultPrevented || target.closest('input, textarea') || !isKey('breakUp', event)) return
    const action = target.closest<HTMLElement>('[data-action]')?.dataset['action']
    if (action === undefined || !isRecommendationOpen(snapshot, action)) return
    event.preventDefault()
    setBreaking(action)
  }
  const closeBreaking = (count: number): void => {
    setBreaking(null)
    setSaid(count > 0 ? words.say('recommendations.break.said', { count }) : '')
    const row = `[data-action="${CSS.escape(breaking ?? '')}"] button`
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>(row)?.focus())
  }

  if (isBringing) {
    return (
      <Suspense fallback={<Opening />}>
        <LogImport
          session={session}
          page={page}
          register={register}
          onSend={send}
          onClose={() => {
            setIsBringing(false)
            onBrought()
          }}
        />
      </Suspense>
    )
  }
  return (
    <>
      <header>
        <div className={styles.top}>
          <h1 className={styles.title}>{words.say('recommendations.title')}</h1>
          <MarkingMark marking={snapshot.group.marking} />
          {mayWrite && all.length > 0 && (
            <>
              <Button size="small" icon={<AddRegular />} onClick={() => setAdding(makeId())}>
                {words.say('recommendations.add')}
              </Button>
              <Button size="small" icon={<DocumentArrowUpRegular />} onClick={() => setIsBringing(true)}>
                {words.say('recommendations.bring')}
              </Button>
            </>
          )}
        </div>
        <p className={styles.why}>{words.say('recommendations.why')}</p>
        <p className={styles.said} role="status">
          {said}
        </p>
      </header>
      {broken && (
        <Suspense fallback={null}>
          <BreakDialog
            session={session}
            page={page}
            register={register}
            snapshot={snapshot}
            recommendation={broken}
            onClose={closeBreaking}
          />
        </Suspense>
      )}
      {adding !== null && (
        <PublicationForm
          key={adding}
          snapshot={snapshot}
          today={today}
          edited={null}
          onSave={(content) => send({ kind: 'savePublication', id: makeId(), key: adding, content })}
          onClose={() => setAdding(null)}
        />
      )}
      {all.length === 0 ? (
        <div className={styles.empty}>
          <p className={styles.none}>{words.say(mayWrite ? 'recommendations.none' : 'recommendations.none.reader')}</p>
          {mayWrite && adding === null && (
            <div className={styles.doors}>
              <Button appearance="primary" icon={<DocumentArrowUpRegular />} onClick={() => setIsBringing(true)}>
                {words.say('recommendations.bring')}
              </Button>
              <Button icon={<AddRegular />} onClick={() => setAdding(makeId())}>
                {words.say('recommendations.add')}
              </Button>
            </div>
          )}
        </div>
      ) : (
        <>
          <FilterBar reports={all} filtered={filtered} filter={filter} onFilter={setFilter} />
          {/* B breaks up the recommendation that has the focus; each has a button too. */}
          {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
          <div ref={list} onKeyDown={onKeyDown}>
            {filtered.reports.map((report) => (
              <ReportSection
                key={report.key}
                report={report}
                snapshot={snapshot}
                today={today}
                mayWrite={mayWrite}
                register={register}
                onSend={send}
                onOpenAction={onOpenAction}
                onBreak={setBreaking}
              />
            ))}
          </div>
        </>
      )}
    </>
  )
}

function isRecommendationOpen({ actions }: Snapshot, id: ActionId): boolean {
  const action = actions.get(id)
  return action !== undefined && isOpen(action)
}
