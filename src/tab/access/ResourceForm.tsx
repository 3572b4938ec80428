/** What people are nominated for: its names, its teams and when access to it is reviewed. For its asset owner. */

import {
  Button,
  Field,
  Input,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Textarea,
  tokens,
} from '@fluentui/react-components'
import { useState } from 'react'
import { accessEndpoints, type ResourceTold, type SaveResource } from '../../contract/access.ts'
import { addMonths, type Day } from '../../domain/day.ts'
import { parseDayWords } from '../../domain/duewords.ts'
import { useSender } from '../decide/deciding.ts'
import { type } from '../design/scale.ts'
import { PanelFrame } from '../requests/PanelFrame.tsx'
import type { Session } from '../session.ts'
import { useWords } from '../words.tsx'

const useStyles = makeStyles({
  why: { ...type.label, margin: '0', color: tokens.colorNeutralForeground2 },
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, maxWidth: '34rem' },
  foot: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
})

/** As most are held. */
const QUARTERLY = { months: 3, dueAfter: 14 }
/** As the rule has it: the answer is due before the next one opens (isSchedule). */
const DAYS_A_MONTH = 28

export interface ResourceFormProps {
  readonly session: Session
  readonly group: string
  /** Null: a first one. */
  readonly resource: ResourceTold | null
  readonly today: Day
  readonly onClose: (() => void) | null
  readonly onSaved: () => void
}

const FIELDS = ['name', 'nameWelsh', 'teams', 'first', 'months', 'dueAfter'] as const
type FieldName = (typeof FIELDS)[number]

export function ResourceForm({ session, group, resource, today, onClose, onSaved }: ResourceFormProps) {
  const styles = useStyles()
  const words = useWords()
  const schedule = resource?.reviews ?? { ...QUARTERLY, first: addMonths(today, 1) }
  const [filled, setFilled] = useState<Readonly<Record<FieldName, string>>>({
    name: resource?.name ?? '',
    nameWelsh: resource?.nameWelsh ?? '',
    teams: resource?.teams.join('\n') ?? '',
    first: words.day(schedule.first),
    months: String(schedule.months),
    dueAfter: String(schedule.dueAfter),
  })
  const [lacks, setLacks] = useState<readonly FieldName[]>([])
  const key = resource?.key ?? keyFrom(filled.name)
  const { deciding, decide, again } = useSender<Omit<SaveResource, 'commandId'>, ResourceTold>(async (request) => {
    const answer = await session.api.ask(accessEndpoints.saveResource, { key: group, resource: key }, request)
    if (answer.ok) onSaved()
    return answer
  })
  const isSending = deciding.state === 'sending'
  const send = (): void => {
    if (isSending) return
    const teams = filled.teams.split('\n').flatMap((team) => (team.trim() === '' ? [] : [team.trim()]))
    const first = parseDayWords(filled.first, today)
    const [months, dueAfter] = [Number(filled.months), Number(filled.dueAfter)]
    const isWithin = (count: number, most: number): boolean => Number.isInteger(count) && count >= 1 && count <= most
    const missing: FieldName[] = []
    if (key === '') missing.push('name')
    if (teams.length === 0) missing.push('teams')
    if (first === null) missing.push('first')
    if (!isWithin(months, 12)) missing.push('months')
    else if (!isWithin(dueAfter, months * DAYS_A_MONTH - 1)) missing.push('dueAfter')
    setLacks(missing)
    if (first === null || missing.length > 0) return
    const reviews = { first, months, dueAfter }
    void decide({ name: filled.name.trim(), nameWelsh: filled.nameWelsh.trim(), teams, reviews })
  }
  const field = (name: FieldName) => {
    const isRequired = name !== 'nameWelsh'
    const change = (value: string): void => {
      setLacks(lacks.filter((each) => each !== name))
      setFilled({ ...filled, [name]: value })
    }
    return (
      <Field
        key={name}
        label={words.say(`access.setUp.${name}`)}
        required={isRequired}
        hint={name === 'teams' ? words.say('access.setUp.teams.hint') : null}
        validationMessage={isRequired && lacks.includes(name) ? words.say(`access.setUp.${name}.missing`) : null}
      >
        {name === 'teams' ? (
          <Textarea rows={4} value={filled[name]} readOnly={isSending} onChange={(_, data) => change(data.value)} />
        ) : (
          <Input
            value={filled[name]}
            autoComplete="off"
            maxLength={120}
            readOnly={isSending}
            onChange={(_, data) => change(data.value)}
          />
        )}
      </Field>
    )
  }
  return (
    <PanelFrame title={words.say(resource ? 'access.setUp.title' : 'access.setUp.title.new')} onClose={onClose}>
      <p className={styles.why}>{words.say('access.setUp.why')}</p>
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          send()
        }}
      >
        {FIELDS.map(field)}
        {(deciding.state === 'refused' || deciding.state === 'unclear') && (
          <MessageBar intent="warning" layout="multiline" politeness="assertive">
            <MessageBarBody>
              {deciding.state === 'refused' ? words.refusal(deciding.refusal) : words.say('access.unreachable')}
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
              {words.say(isSending ? 'access.saving' : 'access.setUp.do')}
            </Button>
          )}
          {onClose && (
            <Button appearance="subtle" onClick={onClose}>
              {words.say('access.leave')}
            </Button>
          )}
        </div>
      </form>
    </PanelFrame>
  )
}

/** `ocag-database`, from a name; empty where nothing of it can stand in a key. */
function keyFrom(name: string): string {
  const plain = name.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
  return plain
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replaceAll(/^-|-$/g, '')
}
