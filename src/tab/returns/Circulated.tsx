/** What of a return went back to whom, the latest first: who got it, and the table as it stood on that day. */

import { makeStyles, tokens } from '@fluentui/react-components'
import { answersThen, type CirculationContent, type NotifiedSince } from '../../domain/circulation.ts'
import type { Day } from '../../domain/day.ts'
import type { ResponseContent } from '../../domain/request.ts'
import type { ReturnContent, Schedule } from '../../domain/return.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import type { Words } from '../../words/words.ts'
import { type } from '../design/scale.ts'
import { useWords } from '../words.tsx'
import { PeriodTable } from './PeriodTable.tsx'
import { organisationName, titleOf, type ShownPeriod } from './shown.ts'
import { SideBySide } from './SideBySide.tsx'

const useStyles = makeStyles({
  none: { ...type.row, margin: `0 0 ${tokens.spacingVerticalM}`, color: tokens.colorNeutralForeground2 },
  list: { listStyleType: 'none', margin: '0', padding: '0' },
  entry: { padding: `${tokens.spacingVerticalM} 0`, borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  head: { ...type.row, fontWeight: tokens.fontWeightSemibold, margin: '0' },
  quiet: { ...type.label, margin: '0', color: tokens.colorNeutralForeground2 },
  summary: { ...type.row, cursor: 'pointer', minHeight: '24px', paddingTop: tokens.spacingVerticalXS },
  people: { ...type.row, borderSpacing: `${tokens.spacingHorizontalM} ${tokens.spacingVerticalXXS}` },
  cell: { textAlign: 'start', verticalAlign: 'top', fontWeight: tokens.fontWeightRegular },
  column: { ...type.label, textAlign: 'start', color: tokens.colorNeutralForeground2 },
})

export interface CirculatedProps {
  readonly definition: ReturnContent
  readonly circulations: readonly (readonly [key: string, content: CirculationContent])[]
  readonly periods: readonly ShownPeriod[]
  readonly responses: ReadonlyMap<string, ResponseContent>
  readonly snapshot: Snapshot
  readonly today: Day
  /** Key of the one that a link asks for: it stands open. */
  readonly asked: string | null
}

export function Circulated({ definition, circulations, ...rest }: CirculatedProps) {
  const words = useWords()
  const styles = useStyles()
  return (
    <>
      {definition.circulation && <p className={styles.none}>{scheduleWords(definition.circulation, words)}</p>}
      {circulations.length === 0 && <p className={styles.none}>{words.say('returns.sent.none')}</p>}
      <ul className={styles.list}>
        {circulations.map(([key, content], index) => (
          <li key={key} className={styles.entry}>
            <Entry
              {...rest}
              definition={definition}
              content={content}
              isOpen={rest.asked === null ? index === 0 : rest.asked === key}
            />
          </li>
        ))}
      </ul>
    </>
  )
}

interface EntryProps extends Omit<CirculatedProps, 'circulations' | 'asked'> {
  readonly content: CirculationContent
  readonly isOpen: boolean
}

function Entry({ definition, content, periods, responses, snapshot, today, isOpen }: EntryProps) {
  const words = useWords()
  const styles = useStyles()
  const period = periods.find(({ request }) => request.key === content.period)
  const got = content.copies.filter(({ state }) => state === 'sent' || state === 'mailed').length
  const name = period?.name ?? content.period
  const title = titleOf(definition, words.language)
  const fields = period?.request.fields ?? []
  const shown = { title, name, fields, answers: answersThen(content, responses), snapshot, due: period?.due ?? '' }
  return (
    <>
      <h3 className={styles.head}>
        {words.say('returns.sent.head', {
          period: name,
          day: words.day(content.day),
          by: content.by
            ? words.say('returns.sent.by', { name: content.by.name })
            : words.say('returns.sent.bySchedule'),
        })}
      </h3>
      <p className={styles.quiet}>{words.say('returns.sent.count', { got, count: content.copies.length })}</p>
      {content.notified && <NotifiedLine notified={content.notified} snapshot={snapshot} />}
      <details open={isOpen}>
        <summary className={styles.summary}>{words.say('returns.sent.people')}</summary>
        <table className={styles.people}>
          <thead>
            <tr>
              {(['returns.organisation', 'returns.sent.person', 'returns.sent.state'] as const).map((column) => (
                <th key={column} scope="col" className={styles.column}>
                  {words.say(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {content.copies.map(({ organisation, person, state }) => (
              <tr key={`${person.tenantId}/${person.objectId}`}>
                <th scope="row" className={styles.cell}>
                  {organisationName(organisation, snapshot)}
                </th>
                <td className={styles.cell}>{person.name}</td>
                <td className={styles.cell}>{words.say(`returns.sent.${state ?? 'wait'}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
      <details>
        <summary className={styles.summary}>{words.say('returns.sent.asItStood')}</summary>
        <PeriodTable {...shown} before={null} today={content.day < today ? content.day : today} judge={null} />
        {fields.some((field) => field.type === 'text') && <SideBySide {...shown} today={content.day} />}
      </details>
    </>
  )
}

/** What the return of the quarter doesn't hold yet: incidents that the forces told of since. */
function NotifiedLine({
  notified: { from, to, counts },
  snapshot,
}: {
  readonly notified: NotifiedSince
  readonly snapshot: Snapshot
}) {
  const words = useWords()
  const styles = useStyles()
  const count = counts.reduce((sum, each) => sum + each.count, 0)
  const forces = counts
    .filter((each) => each.count > 0)
    .map((each) => `${snapshot.organisations.get(each.organisation)?.shortName ?? each.organisation} ${each.count}`)
  return (
    <p className={styles.quiet}>
      {words.say('returns.sent.notified', { count, from: words.day(from), to: words.day(to) })}
      {forces.length > 0 && ` ${forces.join(' · ')}`}
    </p>
  )
}

function scheduleWords(schedule: Schedule, words: Words): string {
  return schedule.kind === 'afterDue'
    ? words.say('returns.sent.schedule.afterDue', { days: schedule.days })
    : words.say('returns.sent.schedule.monthly', { date: schedule.date })
}
