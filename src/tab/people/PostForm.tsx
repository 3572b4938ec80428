/** One change of a post, filled in and sent: appoint, hand over, deputy, end, take back, outside lead. */

import { Button, Field, Input, makeStyles, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components'
import { useEffect, useId, useRef, useState } from 'react'
import type { AppointmentTold, ChangePost, PostTold } from '../../contract/people.ts'
import { addDays, type Day } from '../../domain/day.ts'
import { parseDayWords } from '../../domain/duewords.ts'
import type { Person } from '../../domain/group.ts'
import { type } from '../design/scale.ts'
import type { Session } from '../session.ts'
import { useWords } from '../words.tsx'
import { useChange } from './changing.ts'
import { PersonPicker } from './PersonPicker.tsx'

export type Deed =
  | { readonly kind: 'appoint' | 'setLead' }
  | { readonly kind: 'handOver' | 'end' | 'takeBack' | 'setDeputy'; readonly appointment: AppointmentTold }

const useStyles = makeStyles({
  form: {
    ...type.row,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  title: { ...type.row, fontWeight: tokens.fontWeightSemibold, margin: '0', outlineStyle: 'none' },
  why: { ...type.label, margin: '0', color: tokens.colorNeutralForeground2 },
  days: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(132px, 1fr))',
    alignItems: 'start',
    gap: tokens.spacingHorizontalM,
  },
  foot: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
})

export interface PostFormProps {
  readonly session: Session
  readonly group: string
  readonly post: PostTold
  readonly deed: Deed
  readonly onLeave: () => void
  readonly onDone: () => void
}

interface Filled {
  readonly holder: Person | null
  readonly deputy: Person | null
  /** Typed and nobody yet. */
  readonly deputyTyped: string
  readonly from: string
  readonly to: string
  readonly lead: string
}

type Problem = { readonly field: string; readonly words: string } | null

export function PostForm({ session, group, post, deed, onLeave, onDone }: PostFormProps) {
  const styles = useStyles()
  const words = useWords()
  const titleId = useId()
  const title = useRef<HTMLHeadingElement>(null)
  const today = session.clock.today()
  const { changing, save, touch } = useChange(session, group)
  const [filled, setFilled] = useState<Filled>(() => fill(deed, post, today, (day) => words.day(day)))
  const [problem, setProblem] = useState<Problem>(null)
  useEffect(() => title.current?.focus(), [])

  const busy = changing.state === 'saving'
  const change = (fields: Partial<Filled>): void => {
    touch()
    setProblem(null)
    setFilled((before) => ({ ...before, ...fields }))
  }
  const send = async (): Promise<void> => {
    if (busy) return
    const read = readFilled(deed, filled, today)
    if (!read.ok) return setProblem({ field: read.field, words: words.say(read.why) })
    if (await save(post.key, post.version, read.change)) onDone()
  }
  const refusal = changing.state === 'refused' ? changing.refusal : null
  const refused: Problem = refusal?.field
    ? { field: refusal.field.replace('change.', ''), words: words.refusal(refusal) }
    : null
  const problemOf = (...fields: readonly string[]): string | null => {
    const found = problem ?? refused
    return found && fields.includes(found.field) ? found.words : null
  }
  const isSaidAtField = problemOf(...FIELDS[deed.kind]) !== null
  const day = (name: 'from' | 'to', label: string, hint?: string, ...fields: readonly string[]) => (
    <Field label={label} hint={hint ?? null} validationMessage={problemOf(name, ...fields)}>
      <Input
        value={filled[name]}
        autoComplete="off"
        style={{ minWidth: 0 }}
        readOnly={busy}
        onChange={(_, data) => change({ [name]: data.value })}
      />
    </Field>
  )
  const deputy = (
    <PersonPicker
      session={session}
      label={words.say('people.deputyPerson')}
      hint={words.say('people.deputyPerson.hint')}
      person={filled.deputy}
      problem={problemOf('deputy')}
      onTyped={(deputyTyped) => change({ deputyTyped })}
      onPick={(person) => change({ deputy: person })}
    />
  )
  const holder = (label: string) => (
    <PersonPicker
      session={session}
      label={label}
      person={filled.holder}
      problem={problemOf('holder')}
      required
      onTyped={() => change({})}
      onPick={(person) => change({ holder: person })}
    />
  )
  return (
    <form
      className={styles.form}
      aria-labelledby={titleId}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <h3 id={titleId} ref={title} tabIndex={-1} className={styles.title}>
        {words.say(`people.${deed.kind}.title`, { post: post.title, name: nameIn(deed) })}
      </h3>
      {(deed.kind === 'handOver' || deed.kind === 'end' || deed.kind === 'takeBack') && (
        <p className={styles.why}>{words.say(`people.${deed.kind}.why`, { name: nameIn(deed) })}</p>
      )}
      {deed.kind === 'appoint' && (
        <>
          {holder(words.say('people.person'))}
          {deputy}
          <div className={styles.days}>
            {day('from', words.say('people.firstDay'))}
            {day('to', words.say('people.lastDay'), words.say('people.to.hint'))}
          </div>
        </>
      )}
      {deed.kind === 'handOver' && (
        <>
          {holder(words.say('people.newHolder'))}
          {day('from', words.say('people.handOver.firstDay'))}
          {deputy}
        </>
      )}
      {deed.kind === 'setDeputy' && deputy}
      {deed.kind === 'end' && day('to', words.say('people.lastDay'), undefined, 'day')}
      {deed.kind === 'setLead' && (
        <Field label={words.say('people.leadName')} hint={words.say('people.lead.hint')}>
          <Input
            value={filled.lead}
            maxLength={120}
            autoComplete="off"
            readOnly={busy}
            onChange={(_, data) => change({ lead: data.value })}
          />
        </Field>
      )}
      {(changing.state === 'unreachable' || (refusal !== null && !isSaidAtField)) && (
        <MessageBar intent="warning" layout="multiline" politeness="assertive">
          <MessageBarBody>{refusal === null ? words.say('people.unreachable') : words.refusal(refusal)}</MessageBarBody>
        </MessageBar>
      )}
      <div className={styles.foot}>
        <Button type="submit" appearance="primary" disabledFocusable={busy}>
          {words.say(busy ? 'people.saving' : deed.kind === 'takeBack' ? 'people.takeBack' : 'people.save')}
        </Button>
        <Button appearance="subtle" onClick={onLeave}>
          {words.say('people.leave')}
        </Button>
      </div>
    </form>
  )
}

const FIELDS: { readonly [Kind in Deed['kind']]: readonly string[] } = {
  appoint: ['holder', 'deputy', 'from', 'to'],
  handOver: ['holder', 'deputy', 'from'],
  setDeputy: ['deputy'],
  end: ['to', 'day'],
  takeBack: [],
  setLead: [],
}

function nameIn(deed: Deed): string {
  return 'appointment' in deed ? (deed.appointment.holder?.name ?? '') : ''
}

/** What is likely: today, or tomorrow where somebody still holds it today; the deputy stays. */
function fill(deed: Deed, post: PostTold, today: Day, say: (day: Day) => string): Filled {
  const now = post.appointments.find(({ from, to }) => (from ?? today) <= today && today <= (to ?? today))
  const stays = 'appointment' in deed ? deed.appointment.deputy : (now?.deputy ?? null)
  const days = {
    appoint: { from: say(today), to: '' },
    handOver: { from: say(addDays(today, 1)), to: '' },
    end: { from: '', to: say(today) },
  }
  return {
    holder: null,
    deputy: stays,
    deputyTyped: '',
    lead: post.lead,
    ...(deed.kind in days ? days[deed.kind as keyof typeof days] : { from: '', to: '' }),
  }
}

type Read =
  | { readonly ok: true; readonly change: ChangePost['change'] }
  | { readonly ok: false; readonly field: string; readonly why: 'people.noPerson' | 'people.noDay' }

function readFilled(deed: Deed, filled: Filled, today: Day): Read {
  const { holder, deputy } = filled
  const wrong = (field: string, why: 'people.noPerson' | 'people.noDay'): Read => ({ ok: false, field, why })
  const from = parseDayWords(filled.from, today)
  const to = parseDayWords(filled.to, today)
  if (deputy === null && filled.deputyTyped !== '') return wrong('deputy', 'people.noPerson')
  switch (deed.kind) {
    case 'appoint':
      if (!holder) return wrong('holder', 'people.noPerson')
      if (from === null) return wrong('from', 'people.noDay')
      if (to === null && filled.to.trim() !== '') return wrong('to', 'people.noDay')
      return { ok: true, change: { kind: 'appoint', holder, deputy, from, to } }
    case 'handOver':
      if (!holder) return wrong('holder', 'people.noPerson')
      if (from === null) return wrong('from', 'people.noDay')
      return { ok: true, change: { kind: 'handOver', holder, deputy, from } }
    case 'end':
      if (to === null) return wrong('to', 'people.noDay')
      return { ok: true, change: { kind: 'end', appointment: deed.appointment.key, day: to } }
    case 'takeBack':
      return { ok: true, change: { kind: 'takeBack', appointment: deed.appointment.key } }
    case 'setDeputy':
      return { ok: true, change: { kind: 'setDeputy', appointment: deed.appointment.key, deputy } }
    case 'setLead':
      return { ok: true, change: { kind: 'setLead', lead: filled.lead.trim() } }
  }
}
