/**
 * Work streams under their objectives, one quarter at a time: what was planned for it beside where each stands, what is
 * planned next, and what is in the way until it is resolved. Anybody in the group says it; coordinators add and change
 * the work streams themselves.
 */

import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { AddRegular, ChevronLeftRegular, ChevronRightRegular, DocumentArrowUpRegular } from '@fluentui/react-icons'
import { lazy, Suspense, useState } from 'react'
import type { Stored } from '../../domain/collection.ts'
import { FINANCIAL_YEAR, periodAfter, periodOf, type Period } from '../../domain/period.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import type { WorkstreamContent } from '../../domain/workstream.ts'
import { isQuarterOwed } from '../../domain/workstreamprompting.ts'
import { isInQuarter, standingInQuarter } from '../../domain/workstreamquarter.ts'
import { makePeriodWords } from '../../words/periods.ts'
import { roomPage } from '../design/roompage.ts'
import { type } from '../design/scale.ts'
import { MarkingMark } from '../design/MarkingMark.tsx'
import { useCollection } from '../outbox/useCollection.ts'
import { Opening } from '../shell/Opening.tsx'
import { Queries } from '../shell/queries.tsx'
import { RegisterRoom } from '../shell/RegisterRoom.tsx'
import type { RoomProps } from '../shell/room.ts'
import { useWords } from '../words.tsx'
import { ChaseAll } from './ChaseAll.tsx'
import { useQuarterAsked } from './quarterasked.ts'
import { WorkstreamForm } from './WorkstreamForm.tsx'
import { WorkstreamSection } from './WorkstreamSection.tsx'

/** The coordinator's, once a quarter. */
const DocumentImport = lazy(async () => ({ default: (await import('./DocumentImport.tsx')).DocumentImport }))

const useStyles = makeStyles({
  page: roomPage,
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  title: { ...type.title, margin: '0', flexGrow: '1' },
  why: { ...type.row, margin: `${tokens.spacingVerticalXS} 0 0`, color: tokens.colorNeutralForeground2 },
  count: { ...type.row, margin: '0', color: tokens.colorNeutralForeground2 },
  quarter: { ...type.reading, fontWeight: tokens.fontWeightSemibold, margin: '0' },
  quarters: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    margin: `${tokens.spacingVerticalM} 0 0`,
  },
  objective: {
    ...type.reading,
    fontWeight: tokens.fontWeightSemibold,
    margin: `${tokens.spacingVerticalXXL} 0 0`,
    paddingBottom: tokens.spacingVerticalXS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  empty: { ...type.reading, maxWidth: '34rem' },
})

export function WorkstreamsPage(props: RoomProps) {
  const styles = useStyles()
  return (
    <Queries>
      <RegisterRoom register={props.register} session={props.session} className={styles.page}>
        {(snapshot) => <Shown {...props} snapshot={snapshot} />}
      </RegisterRoom>
    </Queries>
  )
}

function Shown({ session, page, snapshot, roles }: RoomProps & { readonly snapshot: Snapshot }) {
  const words = useWords()
  const styles = useStyles()
  const streams = useCollection(session, page.siteId, 'workstreams')
  const quarters = useCollection(session, page.siteId, 'quarters')
  const today = session.clock.today()
  const now = periodOf(today, 'quarterly', FINANCIAL_YEAR)
  const asked = useQuarterAsked(session, page.group)
  const [chosen, setPeriod] = useState<Period | null>(null)
  const [isAdding, setIsAdding] = useState(false)
  const [isBringing, setIsBringing] = useState(false)
  const { freshness } = streams
  if (freshness.state === 'fault' && freshness.code === 'listMissing') {
    return (
      <>
        <h1 className={styles.title}>{words.say('workstreams.title')}</h1>
        <p className={styles.empty}>{words.say('workstreams.missing')}</p>
      </>
    )
  }
  if (!streams.values || !quarters.values || !asked) return <Opening />
  if (isBringing) {
    return (
      <Suspense fallback={<Opening />}>
        <DocumentImport
          group={page.group}
          streams={streams}
          quarters={quarters}
          today={today}
          onClose={(brought) => {
            setIsBringing(false)
            if (brought) setPeriod(brought)
          }}
        />
      </Suspense>
    )
  }
  const said = quarters.values
  const period = chosen ?? asked.period
  const isPast = period.key < asked.period.key
  const shown = [...streams.values].filter(([key, content]) => isInQuarter(key, content, period, said, asked.period))
  const isCoordinator = roles.includes('coordinator')
  const isOwed = ([key, content]: (typeof shown)[number]): boolean => isQuarterOwed(key, content, period, said)
  const owed = shown.filter(isOwed)
  const complete = shown.filter(([key]) => standingInQuarter(key, period, said).said?.status).length
  const isAsked = period.key === asked.period.key
  const byObjective = [...Map.groupBy(shown.toSorted(byNumber), ([, { objective }]) => objective)]
  return (
    <>
      <div className={styles.line}>
        <h1 className={styles.title}>{words.say('workstreams.title')}</h1>
        <MarkingMark marking={snapshot.group.marking} />
        {isCoordinator && (
          <>
            <Button size="small" icon={<AddRegular />} onClick={() => setIsAdding(true)}>
              {words.say('workstreams.add')}
            </Button>
            <Button size="small" icon={<DocumentArrowUpRegular />} onClick={() => setIsBringing(true)}>
              {words.say('workstreams.bring')}
            </Button>
          </>
        )}
      </div>
      <p className={styles.why}>{words.say('workstreams.why')}</p>
      {isAdding && (
        <WorkstreamForm streams={streams} snapshot={snapshot} known={null} onDone={() => setIsAdding(false)} />
      )}
      <div className={styles.quarters} role="group" aria-label={words.say('workstreams.quarter')}>
        <Button
          size="small"
          icon={<ChevronLeftRegular />}
          aria-label={words.say('workstreams.before')}
          onClick={() => setPeriod(periodAfter(period, FINANCIAL_YEAR, -1))}
        />
        <p className={styles.quarter} aria-live="polite">
          {makePeriodWords(period, words.language)}
        </p>
        <Button
          size="small"
          icon={<ChevronRightRegular />}
          aria-label={words.say('workstreams.after')}
          disabledFocusable={period.key === now.key}
          onClick={() => setPeriod(periodAfter(period, FINANCIAL_YEAR))}
        />
      </div>
      {shown.length > 0 && (
        <div className={styles.line}>
          <p className={styles.count}>{words.say('workstreams.complete', { said: complete, count: shown.length })}</p>
          {isAsked && isCoordinator && <ChaseAll streams={streams} owed={owed} quarter={period.key} today={today} />}
        </div>
      )}
      {shown.length === 0 && <p className={styles.empty}>{words.say('workstreams.empty')}</p>}
      {byObjective.map(([objective, each]) => (
        <section key={objective} aria-label={objective || words.say('workstreams.noObjective')}>
          <h2 className={styles.objective}>{objective || words.say('workstreams.noObjective')}</h2>
          {each.map(([key, content]) => (
            <WorkstreamSection
              key={`${key} ${period.key}`}
              id={key}
              content={content}
              standing={standingInQuarter(key, period, said)}
              streams={streams}
              place={{ session, group: page.group, marking: snapshot.group.marking, quarters }}
              owedBy={isAsked && isOwed([key, content]) ? asked.due : null}
              snapshot={snapshot}
              today={today}
              until={isPast ? period.to : today}
              mayChange={isCoordinator}
            />
          ))}
        </section>
      ))}
    </>
  )
}

/** `3.2` before `3.10`; those without a number at the end. */
function byNumber(
  [, a]: readonly [string, WorkstreamContent & Stored],
  [, b]: readonly [string, WorkstreamContent & Stored],
): number {
  if (a.number === '' || b.number === '') return Number(a.number === '') - Number(b.number === '')
  return a.number.localeCompare(b.number, 'en', { numeric: true })
}
