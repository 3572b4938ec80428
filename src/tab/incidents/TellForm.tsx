/**
 * Telling the region of an incident, whole: the form, the question whether it is the one that was told already, and what
 * it came to. In a dialog on a phone and beside the counts on a desktop.
 */

import { Button, makeStyles, MessageBar, MessageBarActions, MessageBarBody, tokens } from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'
import { incidentEndpoints, type Reported } from '../../contract/incidents.ts'
import type { Day } from '../../domain/day.ts'
import type { IncidentFacts } from '../../domain/incident.ts'
import { type } from '../design/scale.ts'
import type { Session } from '../session.ts'
import { useWords } from '../words.tsx'
import { useSender } from './booking.ts'
import { FactsForm, type Choice } from './FactsForm.tsx'
import { blankFacts } from './factsform.ts'

const useStyles = makeStyles({
  why: { ...type.row, margin: '0', color: tokens.colorNeutralForeground2 },
  done: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  title: { ...type.title, margin: '0', outlineStyle: 'none' },
  said: { ...type.reading, margin: '0' },
  foot: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    '@media (max-width: 640px)': { '& > button': { flexGrow: '1', minHeight: '44px' } },
  },
})

export interface TellFormProps {
  readonly session: Session
  readonly group: string
  readonly organisations: readonly Choice[]
  readonly groups: readonly Choice[]
  readonly today: Day
  /** @param done something was told */
  readonly onClose: ((done: boolean) => void) | null
}

export function TellForm({ session, group, organisations, groups, today, onClose }: TellFormProps) {
  const styles = useStyles()
  const words = useWords()
  const { sending, send, touch } = useSender(session, group)
  const [facts, setFacts] = useState<IncidentFacts | null>(null)
  const [reported, setReported] = useState<Reported | null>(null)
  const [round, setRound] = useState(0)

  const tell = async (told: IncidentFacts, isAnother: boolean): Promise<void> => {
    setFacts(told)
    const answer = await send(incidentEndpoints.reportIncident, { key: group }, (commandId) => ({
      commandId,
      facts: told,
      isAnother,
    }))
    if (answer) setReported(answer)
  }
  if (reported) {
    const { incident, ofQuarter } = reported
    const force = organisations.find(({ key }) => key === incident.organisation)?.name ?? incident.organisation
    return (
      <div className={styles.done}>
        <Title text={words.say('incidents.form.done.title')} />
        <p className={styles.said}>{words.say('incidents.form.done', { count: ofQuarter, force })}</p>
        <div className={styles.foot}>
          {onClose && (
            <Button appearance="primary" onClick={() => onClose(true)}>
              {words.say('incidents.form.close')}
            </Button>
          )}
          <Button
            onClick={() => {
              setReported(null)
              setFacts(null)
              setRound(round + 1)
            }}
          >
            {words.say('incidents.form.again')}
          </Button>
        </div>
      </div>
    )
  }
  const isAlike = sending.state === 'refused' && sending.refusal.code === 'incidentAlike'
  return (
    <>
      <p className={styles.why}>{words.say('incidents.form.why')}</p>
      <FactsForm
        key={round}
        organisations={organisations}
        groups={groups}
        today={today}
        begun={blankFacts(organisations)}
        sending={sending}
        reason={false}
        sendLabel={words.say('incidents.form.send')}
        onTouch={touch}
        onSend={(told) => void tell(told, false)}
        onLeave={onClose && (() => onClose(false))}
      />
      {isAlike && facts && (
        <MessageBar intent="warning" layout="multiline" politeness="assertive">
          <MessageBarBody>{words.refusal(sending.refusal)}</MessageBarBody>
          <MessageBarActions>
            <Button appearance="primary" onClick={() => void tell(facts, true)}>
              {words.say('incidents.form.another')}
            </Button>
            <Button onClick={() => (onClose ? onClose(false) : touch())}>{words.say('incidents.form.same')}</Button>
          </MessageBarActions>
        </MessageBar>
      )}
    </>
  )
}

/** Takes the focus, so that a screen reader says that it is done. */
function Title({ text }: { readonly text: string }) {
  const styles = useStyles()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <h2 className={styles.title} ref={heading} tabIndex={-1}>
      {text}
    </h2>
  )
}
