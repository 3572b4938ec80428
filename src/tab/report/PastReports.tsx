/** Reports that were made, which boards were told of each and when; and the one that is made now put among them. */

import { Button, Field, Input, makeStyles, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { isDay, type Day } from '../../domain/day.ts'
import type { ReportCounts } from '../../domain/report.ts'
import type { ReportCommand, ReportedContent } from '../../domain/reported.ts'
import { type } from '../design/scale.ts'
import type { useCollection } from '../outbox/useCollection.ts'
import { makeId } from '../shell/id.ts'
import { useWords } from '../words.tsx'

const useStyles = makeStyles({
  section: { marginTop: tokens.spacingVerticalXXXL, '@media print': { display: 'none' } },
  heading: { ...type.reading, fontWeight: tokens.fontWeightSemibold, margin: '0' },
  why: { ...type.row, margin: `${tokens.spacingVerticalXXS} 0 0`, color: tokens.colorNeutralForeground2 },
  make: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    marginTop: tokens.spacingVerticalS,
  },
  list: { listStyleType: 'none', margin: `${tokens.spacingVerticalM} 0 0`, padding: '0' },
  item: { padding: `${tokens.spacingVerticalS} 0`, borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  boards: { ...type.label, margin: '0', color: tokens.colorNeutralForeground2 },
  form: { display: 'flex', flexWrap: 'wrap', alignItems: 'end', gap: tokens.spacingHorizontalS },
})

export interface PastReportsProps {
  readonly reports: ReturnType<typeof useCollection<'reports'>>
  readonly today: Day
  readonly mayMake: boolean
  readonly now: { readonly from: Day; readonly to: Day; readonly counts: ReportCounts }
}

export function PastReports({ reports, today, mayMake, now }: PastReportsProps) {
  const words = useWords()
  const styles = useStyles()
  const [telling, setTelling] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [made, setMade] = useState<string | null>(null)
  const all = [...(reports.values ?? [])].toSorted(([, a], [, b]) => (a.to > b.to ? -1 : 1))
  const send = async (command: ReportCommand, seen?: ReportedContent): Promise<boolean> => {
    setProblem(null)
    const kept = await reports.keeping?.post(command, seen)
    if (kept?.state === 'refused') setProblem(words.refusal(kept.refusal))
    return kept?.state === 'saved' || kept?.state === 'unsaved'
  }
  const record = async (): Promise<void> => {
    const id = makeId()
    if (await send({ kind: 'recordReport', id, key: id, ...now })) {
      setMade(words.say('report.recorded', { day: words.day(now.to) }))
    }
  }
  return (
    <section className={styles.section} aria-labelledby="report-past">
      <h2 className={styles.heading} id="report-past">
        {words.say('report.past')}
      </h2>
      {mayMake && (
        <div className={styles.make}>
          <Button onClick={() => void record()}>{words.say('report.record')}</Button>
          <span className={styles.why} role="status">
            {made ?? words.say('report.record.why')}
          </span>
        </div>
      )}
      {problem !== null && (
        <MessageBar intent="warning">
          <MessageBarBody>{problem}</MessageBarBody>
        </MessageBar>
      )}
      {all.length === 0 ? (
        <p className={styles.why}>{words.say('report.past.none')}</p>
      ) : (
        <ul className={styles.list}>
          {all.map(([key, content]) => (
            <li key={key} className={styles.item}>
              <div>
                {words.say('report.past.line', {
                  from: words.day(content.from),
                  to: words.day(content.to),
                  name: content.by.name,
                })}
              </div>
              {content.boards.length === 0 ? (
                <p className={styles.boards}>{words.say('report.notTold')}</p>
              ) : (
                content.boards.map(({ id, board, day }) => (
                  <p key={id} className={styles.boards}>
                    {words.say('report.told', { board, day: words.day(day) })}
                  </p>
                ))
              )}
              {mayMake &&
                (telling === key ? (
                  <TellForm
                    today={today}
                    onTell={async (board, day) => {
                      const done = await send({ kind: 'tellBoard', id: makeId(), key, board, day }, content)
                      if (done) setTelling(null)
                    }}
                  />
                ) : (
                  <Button size="small" appearance="subtle" onClick={() => setTelling(key)}>
                    {words.say('report.tell')}
                  </Button>
                ))}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function TellForm({
  today,
  onTell,
}: {
  readonly today: Day
  readonly onTell: (board: string, day: Day) => Promise<void>
}) {
  const words = useWords()
  const styles = useStyles()
  const [board, setBoard] = useState('')
  const [day, setDay] = useState<string>(today)
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (isDay(day)) void onTell(board, day)
      }}
    >
      <Field label={words.say('report.tell.board')} required>
        <Input value={board} maxLength={120} onChange={(_, { value }) => setBoard(value)} />
      </Field>
      <Field label={words.say('report.tell.day')} required>
        <Input type="date" value={day} max={today} onChange={(_, { value }) => setDay(value)} />
      </Field>
      <Button type="submit" appearance="primary">
        {words.say('report.tell.save')}
      </Button>
    </form>
  )
}
