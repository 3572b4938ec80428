/** One return: its periods to go through, and of the period that is chosen what was gathered. */

import { Button, makeStyles, Select, Tab, TabList, tokens } from '@fluentui/react-components'
import { ArrowDownloadRegular, ChevronLeftRegular, ChevronRightRegular, SendRegular } from '@fluentui/react-icons'
import { lazy, Suspense, useState, type ReactNode } from 'react'
import type { CirculationContent } from '../../domain/circulation.ts'
import type { Stored } from '../../domain/collection.ts'
import type { Day } from '../../domain/day.ts'
import type { Role } from '../../domain/group.ts'
import { responseKey, responseOf, type ResponseContent } from '../../domain/request.ts'
import { askedOf, type ResponseCommand } from '../../domain/requestcommand.ts'
import type { ReturnContent } from '../../domain/return.ts'
import type { ReturnAnswer } from '../../domain/returntable.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import { MarkingMark } from '../design/MarkingMark.tsx'
import { type } from '../design/scale.ts'
import type { Shown } from '../outbox/useCollection.ts'
import { newCommandId } from '../register/sending.ts'
import type { Session } from '../session.ts'
import { useWords } from '../words.tsx'
import { CirculateDialog } from './CirculateDialog.tsx'
import { Judge } from './Judge.tsx'
import { PeriodTable } from './PeriodTable.tsx'
import {
  acceptable,
  circulationsOf,
  completeWords,
  isFigure,
  organisationName,
  titleOf,
  type ShownPeriod,
} from './shown.ts'
import { SideBySide } from './SideBySide.tsx'

const OverTime = lazy(async () => ({ default: (await import('./OverTime.tsx')).OverTime }))
const Circulated = lazy(async () => ({ default: (await import('./Circulated.tsx')).Circulated }))

const useStyles = makeStyles({
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'start', gap: tokens.spacingHorizontalM },
  title: { ...type.title, flexGrow: '1', margin: '0', overflowWrap: 'anywhere' },
  doors: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  words: { ...type.row, margin: `${tokens.spacingVerticalXS} 0 0`, maxWidth: '46rem', whiteSpace: 'pre-line' },
  quiet: { ...type.label, margin: `${tokens.spacingVerticalXS} 0 0`, color: tokens.colorNeutralForeground2 },
  periods: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    margin: `${tokens.spacingVerticalM} 0 ${tokens.spacingVerticalS}`,
  },
  picker: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS, minWidth: '0', maxWidth: '100%' },
  select: { minWidth: '0', flexShrink: '1' },
  standing: { ...type.row, margin: '0', color: tokens.colorNeutralForeground2 },
  tabs: { flexWrap: 'wrap', marginInlineStart: `-${tokens.spacingHorizontalM}` },
  body: { marginTop: tokens.spacingVerticalS },
  said: { ...type.row, margin: '0', minHeight: '20px', color: tokens.colorNeutralForeground2 },
})

const TABS = ['table', 'side', 'time', 'sent'] as const
type Seen = (typeof TABS)[number]

export interface OneReturnProps {
  readonly session: Session
  readonly group: string
  readonly roles: readonly Role[]
  readonly returnKey: string
  readonly definition: ReturnContent
  /** Newest first. */
  readonly periods: readonly ShownPeriod[]
  readonly responses: Shown<ResponseContent, ResponseCommand>
  readonly circulations: ReadonlyMap<string, CirculationContent & Stored>
  readonly snapshot: Snapshot
  readonly today: Day
  /** Key of a period, or of a circulation, that a link asks for. */
  readonly asked: string | null
  /** What comes next, or that nothing does. */
  readonly nextWords: string
  readonly onEdit: (() => void) | null
}

export function OneReturn(props: OneReturnProps) {
  const { session, group, roles, returnKey, definition, periods, responses, snapshot, today, asked, onEdit } = props
  const words = useWords()
  const styles = useStyles()
  const circulations = circulationsOf(returnKey, props.circulations)
  const circulation = asked === null ? undefined : props.circulations.get(asked)
  const [chosen, setChosen] = useState<string | null>(circulation?.period ?? asked)
  const period = periods.find(({ request }) => request.key === chosen) ?? periods[0] ?? null
  const hasFigures = period?.request.fields.some(isFigure) ?? true
  const [seen, setSeen] = useState<Seen | null>(circulation ? 'sent' : null)
  const [isCirculating, setCirculating] = useState(false)
  const [said, setSaid] = useState('')
  const tab = seen ?? (hasFigures ? 'table' : 'side')
  const title = titleOf(definition, words.language)
  const mayJudge = roles.includes('coordinator') || roles.includes('analyst')

  const heading = (
    <>
      <div className={styles.head}>
        <h2 className={styles.title}>{title}</h2>
        <MarkingMark marking={snapshot.group.marking} />
        <div className={styles.doors}>
          {period && (
            <Button icon={<ArrowDownloadRegular />} onClick={() => void save(period)}>
              {words.say('returns.excel')}
            </Button>
          )}
          {period && mayJudge && (
            <Button icon={<SendRegular />} onClick={() => setCirculating(true)}>
              {words.say('returns.circulate')}
            </Button>
          )}
          {onEdit && <Button onClick={onEdit}>{words.say('returns.edit')}</Button>}
        </div>
      </div>
      {definition.words !== '' && <p className={styles.words}>{definition.words}</p>}
      <p className={styles.quiet}>
        {words.say(`returns.frequency.${definition.frequency}`)}. {props.nextWords}
      </p>
    </>
  )
  if (!period) {
    return (
      <section>
        {heading}
        <p className={styles.standing}>{words.say('returns.noPeriods')}</p>
      </section>
    )
  }

  const place = periods.indexOf(period)
  const before = periods[place + 1]
  const open = period.request.status === 'open'
  const waiting = open ? acceptable(period.answers) : []
  const shown = { title, name: period.name, answers: period.answers, due: period.due, snapshot, today }
  const fields = period.request.fields
  const judgeOne = (answer: ReturnAnswer): ReactNode => (
    <Judge
      answer={answer}
      name={organisationName(answer.organisation, snapshot)}
      onAccept={() => void judge(answer.organisation, { kind: 'acceptResponse', words: '' })}
      onReturn={(reason) => void judge(answer.organisation, { kind: 'returnResponse', reason })}
    />
  )
  const judgeAll = waiting.length > 1 && (
    <Button size="small" onClick={() => void acceptAll()}>
      {words.say('returns.acceptAll', { count: waiting.length })}
    </Button>
  )

  return (
    <section>
      {heading}
      <div className={styles.periods}>
        <div className={styles.picker}>
          <Button
            appearance="subtle"
            icon={<ChevronLeftRegular />}
            aria-label={words.say('returns.earlier')}
            disabledFocusable={!before}
            onClick={() => before && setChosen(before.request.key)}
          />
          <Select
            className={styles.select}
            aria-label={words.say('returns.period')}
            value={period.request.key}
            onChange={(_, data) => setChosen(data.value)}
          >
            {periods.map((each) => (
              <option key={each.request.key} value={each.request.key}>
                {each.words}
              </option>
            ))}
          </Select>
          <Button
            appearance="subtle"
            icon={<ChevronRightRegular />}
            aria-label={words.say('returns.later')}
            disabledFocusable={place === 0}
            onClick={() => {
              const later = periods[place - 1]
              if (later) setChosen(later.request.key)
            }}
          />
        </div>
        <p className={styles.standing}>
          {completeWords(period, today, words)} ·{' '}
          {words.say('returns.due', { day: words.day(period.due), relative: words.relativeDay(period.due, today) })}
        </p>
      </div>
      <TabList
        className={styles.tabs}
        aria-label={words.say('returns.views')}
        selectedValue={tab}
        onTabSelect={(_, data) => setSeen(TABS.find((each) => each === data.value) ?? 'table')}
      >
        {TABS.map((each) => (
          <Tab key={each} id={`returns-${each}`} value={each}>
            {words.say(`returns.view.${each}`)}
            {each === 'sent' && circulations.length > 0 && ` (${words.number(circulations.length)})`}
          </Tab>
        ))}
      </TabList>
      <div className={styles.body} role="tabpanel" aria-labelledby={`returns-${tab}`}>
        <Suspense fallback={null}>
          {tab === 'table' && (
            <>
              <PeriodTable
                {...shown}
                fields={fields}
                before={before ? { name: before.name, answers: before.answers } : null}
                judge={mayJudge && open ? { one: judgeOne, all: judgeAll } : null}
              />
              <p className={styles.quiet}>{words.say('returns.missing.note')}</p>
            </>
          )}
          {tab === 'side' && <SideBySide {...shown} fields={fields} />}
          {tab === 'time' && <OverTime title={title} periods={periods} snapshot={snapshot} today={today} />}
          {tab === 'sent' && (
            <Circulated
              definition={definition}
              circulations={circulations}
              periods={periods}
              responses={responses.values ?? new Map()}
              snapshot={snapshot}
              today={today}
              asked={circulation ? asked : null}
            />
          )}
        </Suspense>
        <p className={styles.said} role="status">
          {said}
        </p>
      </div>
      {isCirculating && (
        <CirculateDialog
          session={session}
          group={group}
          period={period}
          onClose={() => setCirculating(false)}
          onCirculated={(what) => {
            setCirculating(false)
            setSaid(what)
            setSeen('sent')
          }}
        />
      )}
    </section>
  )

  async function judge(
    organisation: string,
    verdict:
      | { readonly kind: 'acceptResponse'; readonly words: string }
      | { readonly kind: 'returnResponse'; readonly reason: string },
  ): Promise<void> {
    const { keeping, values } = responses
    if (!period || !keeping || !values) return
    const { request } = period
    const seenThen = responseOf(request, organisation, values)
    const command = {
      ...verdict,
      id: newCommandId(),
      key: responseKey(request.key, organisation),
      of: askedOf(request),
    }
    const kept = await keeping.post(command, seenThen)
    const what = words.say(`returns.judged.${verdict.kind === 'acceptResponse' ? 'accepted' : 'returned'}`)
    if (kept.state === 'refused') setSaid(words.refusal(kept.refusal))
    else if (kept.state === 'stale') setSaid(words.say('returns.stale'))
    else setSaid(words.say('returns.judged', { organisation: organisationName(organisation, snapshot), what }))
  }

  async function acceptAll(): Promise<void> {
    await Promise.all(waiting.map((organisation) => judge(organisation, { kind: 'acceptResponse', words: '' })))
  }

  async function save(of: ShownPeriod): Promise<void> {
    try {
      const { saveReturn } = await import('./saving.ts')
      const file = saveReturn({ definition, periods, period: of, snapshot, today, words })
      setSaid(words.say('returns.excel.made', { file }))
    } catch {
      setSaid(words.say('returns.excel.failed'))
    }
  }
}
