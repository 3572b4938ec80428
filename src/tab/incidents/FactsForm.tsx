/**
 * The facts of an incident, filled in with a thumb: force, day, group and what happened are chosen, two lines may be
 * typed. What looks like somebody's details is said while it is typed. For telling of one and for correcting one.
 */

import { Button, Field, Input, Link, makeStyles, Select, Textarea, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { Day } from '../../domain/day.ts'
import {
  INCIDENT_CATEGORIES,
  INCIDENT_OUTCOMES,
  INCIDENT_SOURCES,
  LONGEST_NOTE,
  LONGEST_REFERENCE,
  type IncidentFacts,
} from '../../domain/incident.ts'
import { findName } from '../../domain/personaldata.ts'
import { type } from '../design/scale.ts'
import { useWords } from '../words.tsx'
import type { Sending } from './booking.ts'
import { Chips } from './Chips.tsx'
import { personalIn, readFacts, UNKNOWN_GROUP, WHEN, type Filled, type Problem } from './factsform.ts'
import { SendingNotice } from './SendingNotice.tsx'

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  quiet: { ...type.label, color: tokens.colorNeutralForeground2 },
  foot: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    '@media (max-width: 640px)': {
      position: 'sticky',
      bottom: '0',
      padding: `${tokens.spacingVerticalM} 0`,
      backgroundColor: tokens.colorNeutralBackground1,
      borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
      '& > button': { flexGrow: '1', minHeight: '44px' },
    },
  },
})

export interface Choice {
  readonly key: string
  readonly name: string
}

export interface FactsFormProps {
  readonly organisations: readonly Choice[]
  /** Profiles to choose from. */
  readonly groups: readonly Choice[]
  readonly today: Day
  readonly begun: Filled
  readonly sending: Sending
  /** A correction says why. */
  readonly reason: boolean
  readonly sendLabel: string
  readonly onTouch: () => void
  readonly onSend: (facts: IncidentFacts, reason: string) => void
  readonly onLeave: (() => void) | null
}

export function FactsForm(props: FactsFormProps) {
  const { organisations, groups, today, begun, sending, reason, sendLabel, onTouch, onSend, onLeave } = props
  const styles = useStyles()
  const words = useWords()
  const [filled, setFilled] = useState(begun)
  const [why, setWhy] = useState('')
  const [wantsNote, setWantsNote] = useState(begun.note !== '')
  const [found, setFound] = useState<Problem | null>(null)
  const busy = sending.state === 'sending'

  const change = (more: Partial<Filled>): void => {
    if (busy) return
    setFound(null)
    setFilled({ ...filled, ...more })
    onTouch()
  }
  const send = (): void => {
    if (busy) return
    const read = readFacts(filled, today)
    if (read.ok) onSend(read.facts, why)
    else setFound(read.problem)
  }
  const refusal = sending.state === 'refused' ? sending.refusal : null
  const problem = (field: keyof Filled): string | null => {
    const own = found?.field === field ? found : personalIn(filled, today)
    if (own?.field === field) return words.say(own.key, own.values ?? {})
    return refusal?.field === field ? words.refusal(refusal) : null
  }
  const known = [...organisations, ...groups].map(({ name }) => name)
  const name = findName(`${filled.note}\n${filled.reference}`, known)
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      {organisations.length > 1 && (
        <Field label={words.say('incidents.form.force')} validationMessage={problem('organisation')} required>
          <Select value={filled.organisation} onChange={(_, data) => change({ organisation: data.value })}>
            {filled.organisation === '' && <option value="">{words.say('incidents.form.force.choose')}</option>}
            {organisations.map((each) => (
              <option key={each.key} value={each.key}>
                {each.name}
              </option>
            ))}
          </Select>
        </Field>
      )}
      <Chips
        label={words.say('incidents.form.day')}
        options={WHEN}
        value={filled.when}
        wordOf={(when) => words.say(`incidents.form.day.${when}`)}
        problem={filled.when === 'other' ? null : problem('day')}
        onPick={(when) => change({ when })}
      />
      {filled.when === 'other' && (
        <Field label={words.say('incidents.form.day.which')} validationMessage={problem('day')} required>
          <Input type="date" max={today} value={filled.day} onChange={(_, data) => change({ day: data.value })} />
        </Field>
      )}
      <Field label={words.say('incidents.form.group')} validationMessage={problem('group')} required>
        <Select value={filled.group} onChange={(_, data) => change({ group: data.value })}>
          {filled.group === '' && <option value="">{words.say('incidents.form.group.choose')}</option>}
          {groups.map((each) => (
            <option key={each.key} value={each.key}>
              {each.name}
            </option>
          ))}
          <option value={UNKNOWN_GROUP}>{words.say('incidents.form.group.unknown')}</option>
        </Select>
      </Field>
      <Chips
        label={words.say('incidents.category')}
        options={INCIDENT_CATEGORIES}
        value={filled.category}
        wordOf={(category) => words.say(`incidents.category.${category}`)}
        problem={problem('category')}
        onPick={(category) => change({ category })}
      />
      <Chips
        label={words.say('incidents.source')}
        options={INCIDENT_SOURCES}
        value={filled.source}
        wordOf={(source) => words.say(`incidents.source.${source}`)}
        onPick={(source) => change({ source })}
      />
      <Chips
        label={words.say('incidents.outcome')}
        options={INCIDENT_OUTCOMES}
        value={filled.outcome}
        wordOf={(outcome) => words.say(`incidents.outcome.${outcome}`)}
        onPick={(outcome) => change({ outcome })}
      />
      <Field
        label={words.say('incidents.form.reference')}
        hint={words.say('incidents.form.reference.hint')}
        validationMessage={problem('reference')}
      >
        <Input
          value={filled.reference}
          maxLength={LONGEST_REFERENCE}
          autoComplete="off"
          onChange={(_, data) => change({ reference: data.value })}
        />
      </Field>
      {wantsNote ? (
        <Field
          label={words.say('incidents.form.note')}
          validationMessage={problem('note') ?? (name && words.say('incidents.form.name', { name }))}
          validationState={problem('note') ? 'error' : name ? 'warning' : 'none'}
        >
          <Textarea
            value={filled.note}
            maxLength={LONGEST_NOTE}
            resize="vertical"
            onChange={(_, data) => change({ note: data.value.replaceAll('\n', ' ') })}
          />
        </Field>
      ) : (
        <Link as="button" type="button" onClick={() => setWantsNote(true)}>
          {words.say('incidents.form.more')}
        </Link>
      )}
      {reason && (
        <Field
          label={words.say('incidents.correct.reason')}
          hint={words.say('incidents.correct.reason.hint')}
          validationMessage={refusal?.field === 'reason' ? words.refusal(refusal) : null}
          required
        >
          <Input
            value={why}
            maxLength={LONGEST_NOTE}
            autoComplete="off"
            onChange={(_, data) => {
              setWhy(data.value)
              onTouch()
            }}
          />
        </Field>
      )}
      <SendingNotice sending={sending} fields={[...FIELDS, ...(reason ? ['reason'] : [])]} />
      <div className={styles.foot}>
        <Button appearance="primary" type="submit" disabledFocusable={busy}>
          {busy ? words.say('incidents.form.sending') : sendLabel}
        </Button>
        {onLeave && (
          <Button appearance="subtle" onClick={onLeave}>
            {words.say('incidents.form.leave')}
          </Button>
        )}
      </div>
    </form>
  )
}

/** What is said beside its own input. */
const FIELDS: readonly (keyof Filled)[] = ['organisation', 'day', 'group', 'category', 'reference', 'note']
