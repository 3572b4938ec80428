/** Somebody is nominated by their organisation, or their nomination is said anew: who, for which team, why, and trained when. */

import {
  Button,
  Field,
  Input,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Select,
  Textarea,
  tokens,
} from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'
import type { NominationTold, ResourceTold } from '../../contract/access.ts'
import type { Day } from '../../domain/day.ts'
import { parseDayWords } from '../../domain/duewords.ts'
import type { Person } from '../../domain/group.ts'
import { type } from '../design/scale.ts'
import { PersonPicker } from '../people/PersonPicker.tsx'
import { PanelFrame } from '../requests/PanelFrame.tsx'
import type { Session } from '../session.ts'
import { useWords } from '../words.tsx'
import { useNominating } from './reading.ts'
import type { Named } from './shown.ts'

const useStyles = makeStyles({
  why: { ...type.label, margin: '0', color: tokens.colorNeutralForeground2 },
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  // A native list is as wide as its longest choice, unless told.
  select: { minWidth: '0', '& select': { minWidth: '0', width: '100%' } },
  foot: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
})

export interface NominateFormProps {
  readonly session: Session
  readonly group: string
  readonly resource: ResourceTold
  /** Those that the reader may nominate for; at least one. */
  readonly organisations: readonly string[]
  /** Who is nominated anew; null: somebody else. */
  readonly given: NominationTold | null
  readonly named: Named
  readonly today: Day
  readonly onClose: () => void
  readonly onNominated: (nomination: NominationTold) => void
}

type Lacks = 'person' | 'team' | 'reason' | 'trained'

export function NominateForm(props: NominateFormProps) {
  const { session, group, resource, organisations, given, named, today, onClose, onNominated } = props
  const styles = useStyles()
  const words = useWords()
  const [person, setPerson] = useState<Person | null>(given?.person ?? null)
  const [organisation, setOrganisation] = useState(given?.organisation ?? organisations[0] ?? '')
  const [team, setTeam] = useState(given?.team ?? (resource.teams.length === 1 ? resource.teams[0] : '') ?? '')
  const [reason, setReason] = useState(given?.reason ?? '')
  const [trained, setTrained] = useState(given?.trained ? words.day(given.trained) : '')
  const [lacks, setLacks] = useState<readonly Lacks[]>([])
  const { deciding, decide, again } = useNominating(session, group)
  const done = deciding.state === 'decided' ? deciding.decided : null
  useEffect(() => {
    if (done) onNominated(done)
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once
  }, [done])

  const form = useRef<HTMLFormElement>(null)
  const [tries, setTries] = useState(0)
  useEffect(() => {
    if (tries > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [tries])

  const isSending = deciding.state === 'sending'
  const refusal = deciding.state === 'refused' ? deciding.refusal : null
  const send = (): void => {
    if (isSending) return
    const day = trained.trim() === '' ? null : parseDayWords(trained, today, 'past')
    const missing: Lacks[] = []
    if (!person) missing.push('person')
    if (team === '') missing.push('team')
    if (reason.trim() === '') missing.push('reason')
    if (day === null && trained.trim() !== '') missing.push('trained')
    setLacks(missing)
    setTries(tries + 1)
    if (!person || missing.length > 0) return
    void decide({ resource: resource.key, organisation, person, team, reason: reason.trim(), trained: day })
  }
  const fill = (lack: Lacks, change: () => void): void => {
    setLacks(lacks.filter((each) => each !== lack))
    change()
  }
  const problemOf = (field: Lacks): string | null => {
    if (lacks.includes(field)) return words.say(`access.nominate.${field}.missing`)
    return refusal?.field === field ? words.refusal(refusal) : null
  }
  const isSaidAtField = refusal?.field !== undefined && FIELDS.has(refusal.field)
  return (
    <PanelFrame
      title={words.say(given ? 'access.renominate.title' : 'access.nominate.title')}
      over={words.language === 'cy' ? resource.nameWelsh || resource.name : resource.name}
      onClose={onClose}
    >
      <p className={styles.why}>{words.say('access.nominate.why')}</p>
      <form
        ref={form}
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          send()
        }}
      >
        {given ? (
          <Field label={words.say('access.nominate.person')}>
            <Input value={given.person.name} readOnly />
          </Field>
        ) : (
          <PersonPicker
            session={session}
            label={words.say('access.nominate.person')}
            person={person}
            required
            problem={problemOf('person')}
            onTyped={() => setLacks(lacks.filter((each) => each !== 'person'))}
            onPick={setPerson}
          />
        )}
        {organisations.length > 1 && !given && (
          <Field label={words.say('access.nominate.organisation')} className={styles.select}>
            <Select value={organisation} disabled={isSending} onChange={(_, data) => setOrganisation(data.value)}>
              {organisations.map((each) => (
                <option key={each} value={each}>
                  {named(each)}
                </option>
              ))}
            </Select>
          </Field>
        )}
        <Field
          label={words.say('access.nominate.team')}
          required
          validationMessage={problemOf('team')}
          className={styles.select}
        >
          <Select value={team} disabled={isSending} onChange={(_, data) => fill('team', () => setTeam(data.value))}>
            {team === '' && <option value="">{words.say('access.nominate.team.choose')}</option>}
            {resource.teams.map((each) => (
              <option key={each} value={each}>
                {each}
              </option>
            ))}
          </Select>
        </Field>
        <Field
          label={words.say('access.nominate.reason')}
          required
          hint={words.say('access.nominate.reason.hint')}
          validationMessage={problemOf('reason')}
        >
          <Textarea
            rows={3}
            value={reason}
            maxLength={2000}
            readOnly={isSending}
            onChange={(_, data) => fill('reason', () => setReason(data.value))}
          />
        </Field>
        <Field
          label={words.say('access.nominate.trained')}
          hint={words.say('access.nominate.trained.hint')}
          validationMessage={problemOf('trained')}
        >
          <Input
            value={trained}
            autoComplete="off"
            readOnly={isSending}
            onChange={(_, data) => fill('trained', () => setTrained(data.value))}
          />
        </Field>
        {(deciding.state === 'unclear' || (refusal !== null && !isSaidAtField)) && (
          <MessageBar intent="warning" layout="multiline" politeness="assertive">
            <MessageBarBody>
              {refusal === null ? words.say('access.unreachable') : words.refusal(refusal)}
            </MessageBarBody>
          </MessageBar>
        )}
        <div className={styles.foot}>
          {deciding.state === 'unclear' ? (
            <Button appearance="primary" onClick={again}>
              {words.say('decide.again')}
            </Button>
          ) : (
            <Button type="submit" appearance="primary" disabledFocusable={isSending}>
              {words.say(isSending ? 'access.saving' : 'access.nominate.do')}
            </Button>
          )}
          <Button appearance="subtle" onClick={onClose}>
            {words.say('access.leave')}
          </Button>
        </div>
      </form>
    </PanelFrame>
  )
}

const FIELDS: ReadonlySet<string> = new Set<Lacks>(['person', 'team', 'reason', 'trained'])
