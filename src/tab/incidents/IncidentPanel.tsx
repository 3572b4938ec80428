/** One notification: its facts, who told of it and what was corrected; whoever speaks for its force corrects or withdraws it. */

import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { incidentEndpoints, type ChangeIncident, type IncidentTold } from '../../contract/incidents.ts'
import type { Day } from '../../domain/day.ts'
import { LONGEST_NOTE } from '../../domain/incident.ts'
import { type } from '../design/scale.ts'
import type { Session } from '../session.ts'
import { useWords } from '../words.tsx'
import { useSender } from './booking.ts'
import { FactsForm, type Choice } from './FactsForm.tsx'
import { fillFacts } from './factsform.ts'
import { SendingNotice } from './SendingNotice.tsx'

const useStyles = makeStyles({
  facts: {
    ...type.row,
    display: 'grid',
    gridTemplateColumns: 'minmax(80px, auto) 1fr',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalS,
    margin: '0',
  },
  term: { ...type.label, color: tokens.colorNeutralForeground2, paddingTop: tokens.spacingVerticalXXS },
  fact: { margin: '0', minWidth: '0', overflowWrap: 'anywhere' },
  heading: { ...type.label, fontWeight: tokens.fontWeightSemibold, margin: '0', color: tokens.colorNeutralForeground2 },
  history: { ...type.row, listStyleType: 'none', margin: '0', padding: '0' },
  entry: {
    padding: `${tokens.spacingVerticalXS} 0 ${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    borderLeft: `2px solid ${tokens.colorNeutralStroke2}`,
  },
  quiet: { ...type.label, display: 'block', color: tokens.colorNeutralForeground2 },
  deeds: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  title: { ...type.row, fontWeight: tokens.fontWeightSemibold, margin: '0' },
})

export interface IncidentPanelProps {
  readonly session: Session
  readonly group: string
  readonly incident: IncidentTold
  /** Forces that the person speaks for. */
  readonly own: readonly Choice[]
  readonly groups: readonly Choice[]
  readonly today: Day
  readonly groupName: string
}

export function IncidentPanel({ session, group, incident, own, groups, today, groupName }: IncidentPanelProps) {
  const words = useWords()
  const styles = useStyles()
  const { sending, send, touch } = useSender(session, group)
  const [deed, setDeed] = useState<'correct' | 'withdraw' | null>(null)
  const [reason, setReason] = useState('')
  const { key, version, category, source, outcome, reference, note, state, log } = incident
  const mayChange = state === 'stands' && own.some((each) => each.key === incident.organisation)
  const save = async (change: ChangeIncident): Promise<void> => {
    const about = { key: group, incident: key }
    const saved = await send(incidentEndpoints.changeIncident, about, (commandId) => ({ commandId, version, change }))
    if (saved) leave()
  }
  const leave = (): void => {
    setDeed(null)
    setReason('')
    touch()
  }
  if (deed === 'correct') {
    return (
      <section className={styles.form} aria-label={words.say('incidents.correct.title')}>
        <h3 className={styles.title}>{words.say('incidents.correct.title')}</h3>
        <FactsForm
          organisations={own}
          groups={groups}
          today={today}
          begun={fillFacts(incident, today)}
          sending={sending}
          reason
          sendLabel={words.say('incidents.correct.send')}
          onTouch={touch}
          onSend={(facts, why) => void save({ kind: 'correct', facts, reason: why })}
          onLeave={leave}
        />
      </section>
    )
  }
  const facts: readonly (readonly [term: string, fact: string])[] = [
    [words.say('incidents.group'), groupName],
    [words.say('incidents.category'), words.say(`incidents.category.${category}`)],
    [words.say('incidents.source'), words.say(`incidents.source.${source}`)],
    [words.say('incidents.outcome'), words.say(`incidents.outcome.${outcome}`)],
    [words.say('incidents.list.reference'), reference || words.say('incidents.list.noReference')],
    ...(note === '' ? [] : ([[words.say('incidents.panel.note'), note]] as const)),
    ...(state === 'withdrawn' ? ([[words.say('incidents.state.withdrawn'), log.at(-1)?.reason ?? '']] as const) : []),
  ]
  const refusal = sending.state === 'refused' ? sending.refusal : null
  return (
    <>
      <dl className={styles.facts}>
        {facts.map(([term, fact]) => (
          <div key={term} style={{ display: 'contents' }}>
            <dt className={styles.term}>{term}</dt>
            <dd className={styles.fact}>{fact}</dd>
          </div>
        ))}
      </dl>
      {mayChange && deed === null && (
        <div className={styles.deeds}>
          <Button onClick={() => setDeed('correct')}>{words.say('incidents.correct')}</Button>
          <Button appearance="subtle" onClick={() => setDeed('withdraw')}>
            {words.say('incidents.withdraw')}
          </Button>
        </div>
      )}
      {deed === 'withdraw' && (
        <form
          className={styles.form}
          aria-label={words.say('incidents.withdraw.title')}
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            void save({ kind: 'withdraw', reason })
          }}
        >
          <h3 className={styles.title}>{words.say('incidents.withdraw.title')}</h3>
          <span className={styles.quiet}>{words.say('incidents.withdraw.why')}</span>
          <Field
            label={words.say('incidents.withdraw.reason')}
            validationMessage={refusal?.field === 'reason' ? words.refusal(refusal) : null}
            required
          >
            <Input
              value={reason}
              maxLength={LONGEST_NOTE}
              autoComplete="off"
              onChange={(_, data) => {
                setReason(data.value)
                touch()
              }}
            />
          </Field>
          <SendingNotice sending={sending} fields={['reason']} />
          <div className={styles.deeds}>
            <Button appearance="primary" type="submit" disabledFocusable={sending.state === 'sending'}>
              {words.say(sending.state === 'sending' ? 'incidents.form.sending' : 'incidents.withdraw.send')}
            </Button>
            <Button appearance="subtle" onClick={leave}>
              {words.say('incidents.form.leave')}
            </Button>
          </div>
        </form>
      )}
      <h3 className={styles.heading}>{words.say('incidents.panel.history')}</h3>
      <ol className={styles.history} reversed>
        {log.toReversed().map(({ kind, by, at, reason: why }) => (
          <li key={`${kind} ${at}`} className={styles.entry}>
            {words.say(`incidents.event.${kind}`, { name: by.name })}
            <span className={styles.quiet}>{words.day(at.slice(0, 10))}</span>
            {why !== '' && <span className={styles.quiet}>{why}</span>}
          </li>
        ))}
      </ol>
    </>
  )
}
