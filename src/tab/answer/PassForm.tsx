/** Passing work on to a colleague of the group, and staying accountable; or saying that it isn't one's own. */

import {
  Button,
  Field,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Select,
  Textarea,
  tokens,
} from '@fluentui/react-components'
import { useEffect, useId, useRef, useState } from 'react'
import { approvalEndpoints } from '../../contract/approvals.ts'
import type { Action } from '../../domain/action.ts'
import { isInForce, isSamePerson } from '../../domain/appointment.ts'
import type { Day } from '../../domain/day.ts'
import type { Person } from '../../domain/group.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import type { Api } from '../api.ts'
import { type } from '../design/scale.ts'
import { makeId } from '../shell/id.ts'
import { useWords } from '../words.tsx'

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
  note: { ...type.label, margin: '0', color: tokens.colorNeutralForeground2 },
  // A list is as wide as the form, whatever it holds.
  field: { minWidth: '0', gridTemplateColumns: 'minmax(0, 1fr)', '& select': { minWidth: '0', width: '100%' } },
  foot: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
})

export interface PassFormProps {
  readonly api: Api
  readonly mode: 'pass' | 'notOurs'
  readonly action: Action
  readonly snapshot: Snapshot
  readonly today: Day
  readonly me: Person
  readonly onLeave: () => void
  /** With what is to be said about it. */
  readonly onDone: (said: string) => void
}

export function PassForm({ api, mode, action, snapshot, today, me, onLeave, onDone }: PassFormProps) {
  const styles = useStyles()
  const words = useWords()
  const titleId = useId()
  const title = useRef<HTMLHeadingElement>(null)
  const [chosen, setChosen] = useState('')
  const [said, setSaid] = useState('')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const [unchosen, setUnchosen] = useState(false)
  /** The same until something else is asked: sent twice it counts once. */
  const command = useRef(makeId())
  useEffect(() => title.current?.focus(), [])
  const colleagues = colleaguesOf(snapshot, me, today)
  const to = colleagues.find(({ person }) => person.objectId === chosen)?.person ?? null
  const change = (fill: () => void): void => {
    command.current = makeId()
    setProblem(null)
    setUnchosen(false)
    fill()
  }
  const send = async (): Promise<void> => {
    if (busy) return
    if (mode === 'pass' && to === null) return setUnchosen(true)
    setBusy(true)
    try {
      const about = { key: snapshot.group.key, action: action.id }
      const answer = await api.ask(approvalEndpoints.passOn, about, { commandId: command.current, to, words: said })
      if (!answer.ok) return setProblem(words.refusal(answer.error))
      const { reference } = action
      onDone(
        to
          ? words.say('answer.pass.done', { reference, name: to.name })
          : words.say('answer.notOurs.done', { reference }),
      )
    } catch {
      setProblem(words.say('answer.unreachable'))
    } finally {
      setBusy(false)
    }
  }
  return (
    <section className={styles.form} aria-labelledby={titleId}>
      <h2 id={titleId} ref={title} tabIndex={-1} className={styles.title}>
        {words.say(`answer.${mode}`)}
      </h2>
      <p className={styles.note}>{words.say(`answer.${mode}.note`)}</p>
      {mode === 'pass' && (
        <Field
          className={styles.field}
          label={words.say('answer.pass.to')}
          validationMessage={unchosen ? words.say('answer.pass.choose') : null}
        >
          <Select value={chosen} onChange={(_, data) => change(() => setChosen(data.value))}>
            <option value="">{words.say('answer.pass.nobody')}</option>
            {colleagues.map(({ person, post }) => (
              <option key={person.objectId} value={person.objectId}>
                {person.name}, {post}
              </option>
            ))}
          </Select>
        </Field>
      )}
      <Field label={words.say(`answer.${mode}.words`)}>
        <Textarea
          rows={2}
          maxLength={4000}
          value={said}
          readOnly={busy}
          onChange={(_, data) => change(() => setSaid(data.value))}
        />
      </Field>
      {problem !== null && (
        <MessageBar intent="warning" layout="multiline" politeness="assertive">
          <MessageBarBody>{problem}</MessageBarBody>
        </MessageBar>
      )}
      <div className={styles.foot}>
        <Button appearance="primary" disabledFocusable={busy} onClick={() => void send()}>
          {words.say(busy ? 'composer.sending' : `answer.${mode}.send`)}
        </Button>
        <Button appearance="subtle" onClick={onLeave}>
          {words.say('acting.leave')}
        </Button>
      </div>
    </section>
  )
}

interface Colleague {
  readonly person: Person
  readonly post: string
}

/** Whoever holds or deputises a post of the group today, each once, by name. */
function colleaguesOf({ posts }: Snapshot, me: Person, today: Day): readonly Colleague[] {
  const found = new Map<string, Colleague>()
  for (const { holder, deputy, title } of [...posts.values()].filter((post) => isInForce(post, today))) {
    for (const person of [holder, deputy]) {
      if (person && !isSamePerson(person, me) && !found.has(person.objectId))
        found.set(person.objectId, { person, post: title })
    }
  }
  return [...found.values()].toSorted((a, b) => a.person.name.localeCompare(b.person.name))
}
