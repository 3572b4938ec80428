/**
 * What the board is told: worked out from the register, its histories and what was asked of organisations, drawn from the
 * same paper that the files are written from. A report that was made stands on record, with the boards that were told.
 */

import { Button, Field, Input, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { PrintRegular } from '@fluentui/react-icons'
import { lazy, Suspense, useMemo, useState } from 'react'
import { makeReportName, makeReportPaper } from '../../documents/export/report.ts'
import type { ActionId, Update } from '../../domain/action.ts'
import { addDays, addMonths, isDay, type Day } from '../../domain/day.ts'
import { reportOf } from '../../domain/report.ts'
import { lastReported, type ReportedContent } from '../../domain/reported.ts'
import type { RequestContent, ResponseContent } from '../../domain/request.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import { roomPage } from '../design/roompage.ts'
import { type } from '../design/scale.ts'
import { MarkingMark } from '../design/MarkingMark.tsx'
import { TakeOut } from '../exporting/TakeOut.tsx'
import { useCollection } from '../outbox/useCollection.ts'
import { FaultNotice } from '../shell/FaultNotice.tsx'
import { Opening } from '../shell/Opening.tsx'
import { Queries } from '../shell/queries.tsx'
import { RegisterRoom } from '../shell/RegisterRoom.tsx'
import type { RoomProps } from '../shell/room.ts'
import { useWords } from '../words.tsx'
import { PaperSectionView } from './PaperSectionView.tsx'
import { PastReports } from './PastReports.tsx'
import { useHistories } from './histories.ts'

const DisclosureRoom = lazy(async () => ({
  default: (await import('../disclosure/DisclosureRoom.tsx')).DisclosureRoom,
}))

const useStyles = makeStyles({
  page: {
    ...roomPage,
    '@media print': { maxWidth: 'none', padding: '0' },
  },
  top: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  title: { ...type.title, margin: '0', flexGrow: '1' },
  why: { ...type.row, margin: `${tokens.spacingVerticalXS} 0 0`, color: tokens.colorNeutralForeground2 },
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'end',
    gap: tokens.spacingHorizontalM,
    margin: `${tokens.spacingVerticalM} 0`,
    '@media print': { display: 'none' },
  },
  until: { ...type.row, color: tokens.colorNeutralForeground2, paddingBlockEnd: tokens.spacingVerticalSNudge },
  onScreen: { '@media print': { display: 'none' } },
  sheet: { '@media print': { display: 'table', width: '100%' } },
  // The head of a table comes again on each page.
  marking: {
    ...type.row,
    display: 'none',
    fontWeight: tokens.fontWeightSemibold,
    textAlign: 'center',
    '@media print': { display: 'table-header-group' },
  },
})

export function ReportPage(props: RoomProps) {
  const styles = useStyles()
  return (
    <RegisterRoom register={props.register} session={props.session} className={mergeClasses(styles.page, 'printed')}>
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
  const histories = useHistories(session, page.siteId)
  const requests = useCollection(session, page.siteId, 'requests')
  const responses = useCollection(session, page.siteId, 'responses')
  const reports = useCollection(session, page.siteId, 'reports')
  if (histories.isError) {
    return <FaultNotice fault={histories.error} onAgain={() => void histories.refetch()} tokens={session.tokens} />
  }
  // A list that a site doesn't have yet holds nothing.
  const isHere = ({ values, freshness }: Pick<typeof requests, 'freshness'> & { readonly values: unknown }): boolean =>
    values !== null || freshness.state === 'fault'
  if (!histories.data || !isHere(requests) || !isHere(responses) || !isHere(reports)) return <Opening />
  return (
    <Shown
      {...props}
      histories={histories.data}
      requests={requests.values ?? NO_REQUESTS}
      responses={responses.values ?? NO_RESPONSES}
      reports={reports}
    />
  )
}

const NO_REQUESTS: ReadonlyMap<string, RequestContent> = new Map()
const NO_RESPONSES: ReadonlyMap<string, ResponseContent> = new Map()

interface ShownProps extends RoomProps {
  readonly snapshot: Snapshot
  readonly histories: ReadonlyMap<ActionId, readonly Update[]>
  readonly requests: ReadonlyMap<string, RequestContent>
  readonly responses: ReadonlyMap<string, ResponseContent>
  readonly reports: ReturnType<typeof useCollection<'reports'>>
}

function Shown({ session, page, snapshot, histories, requests, responses, reports, roles, onOpenAction }: ShownProps) {
  const words = useWords()
  const styles = useStyles()
  const today = session.clock.today()
  const made = useMemo(() => [...(reports.values?.values() ?? [])], [reports.values])
  const last = lastReported(made, today)
  const [typed, setTyped] = useState<Day | null>(null)
  const from = typed !== null && isDay(typed) && typed <= today ? typed : firstDay(last, today)
  const since = last !== null && typed === null ? last.to : null
  const report = useMemo(
    () => reportOf({ snapshot, histories, requests: requests.values(), responses, from, to: today, since }),
    [snapshot, histories, requests, responses, from, today, since],
  )
  const paper = useMemo(() => makeReportPaper(report, { words, snapshot }), [report, words, snapshot])
  const ids = useMemo(
    () => new Map([...snapshot.actions.values()].map(({ id, reference }) => [reference, id])),
    [snapshot],
  )
  const isCoordinator = roles.includes('coordinator')
  const [isDisclosing, setDisclosing] = useState(false)
  if (isDisclosing) {
    return (
      <Suspense fallback={<Opening />}>
        <DisclosureRoom
          session={session}
          group={page.group}
          snapshot={snapshot}
          histories={histories}
          onBack={() => {
            setDisclosing(false)
          }}
        />
      </Suspense>
    )
  }
  return (
    <div className={styles.sheet}>
      <div className={styles.marking}>{paper.marking}</div>
      <header>
        <div className={styles.top}>
          <h1 className={styles.title}>{words.say('report.title')}</h1>
          <MarkingMark marking={snapshot.group.marking} />
          {(isCoordinator || roles.includes('chair')) && (
            <Button className={styles.onScreen} size="small" onClick={() => setDisclosing(true)}>
              {words.say('disclosure.open')}
            </Button>
          )}
          <Button
            className={styles.onScreen}
            size="small"
            icon={<PrintRegular />}
            onClick={() => {
              window.print()
            }}
          >
            {words.say('report.print')}
          </Button>
          <TakeOut
            label={words.say('report.takeOut')}
            source={{ kind: 'report', report, snapshot }}
            name={(format) => makeReportName(snapshot.group.key, today, format)}
          />
        </div>
        <p className={styles.why}>
          {since === null ? words.say('report.sinceFirst') : words.say('report.since', { day: words.day(since) })}{' '}
          {words.say('report.why')}
        </p>
      </header>
      <div className={styles.bar}>
        <Field label={words.say('report.from')} size="small">
          <Input
            type="date"
            size="small"
            value={typed ?? from}
            max={today}
            onChange={(_, { value }) => setTyped(value === '' ? null : value)}
          />
        </Field>
        <span className={styles.until}>{words.say('report.to', { day: words.day(today) })}</span>
      </div>
      {paper.sections.map((section) => (
        <PaperSectionView key={section.key} section={section} ids={ids} onOpenAction={onOpenAction} />
      ))}
      <PastReports
        reports={reports}
        today={today}
        mayMake={isCoordinator}
        now={{ from, to: today, counts: report.counts }}
      />
    </div>
  )
}

/** The day after the last report; before there was one, three months. */
function firstDay(last: ReportedContent | null, today: Day): Day {
  if (last === null) return addMonths(today, -3)
  const next = addDays(last.to, 1)
  return next > today ? today : next
}
