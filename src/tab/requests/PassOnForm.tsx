/** Passing a response on to a colleague of the group, and staying accountable; or saying that it isn't one's own. */

import { Button, Field, makeStyles, Select, Textarea, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { isInForce, isSamePerson } from '../../domain/appointment.ts'
import type { Day } from '../../domain/day.ts'
import type { Person } from '../../domain/group.ts'
import type { RequestContent, ResponseContent } from '../../domain/request.ts'
import { askedOf, type ResponseCommand } from '../../domain/requestcommand.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import { type } from '../design/scale.ts'
import type { Keeping } from '../outbox/keeping.ts'
import { useWords } from '../words.tsx'
import { usePosting } from './posting.ts'
import { PostedNotice } from './PostedNotice.tsx'

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  note: { ...type.label, margin: '0', color: tokens.colorNeutralForeground2 },
  // A list is as wide as the form, whatever it holds.
  field: { minWidth: '0', gridTemplateColumns: 'minmax(0, 1fr)', '& select': { minWidth: '0', width: '100%' } },
  foot: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
})

export interface PassOnFormProps {
  readonly mode: 'pass' | 'notOurs'
  readonly request: RequestContent
  readonly response: ResponseContent
  readonly snapshot: Snapshot
  readonly person: Person
  readonly today: Day
  readonly keeping: Pick<Keeping<ResponseContent, ResponseCommand>, 'post'> | null
  readonly onDone: () => void
  readonly onLeave: () => void
}

export function PassOnForm(props: PassOnFormProps) {
  const { mode, request, response, snapshot, person, today, keeping, onDone, onLeave } = props
  const styles = useStyles()
  const words = useWords()
  const [chosen, setChosen] = useState('')
  const [text, setText] = useState('')
  const [unchosen, setUnchosen] = useState(false)
  const { posted, post } = usePosting(keeping)
  const busy = posted.state === 'sending'
  const colleagues = colleaguesOf(snapshot, person, today)
  const send = async (): Promise<void> => {
    const to = colleagues.find(({ objectId }) => objectId === chosen)
    const about = { key: response.key, of: askedOf(request), words: text }
    if (mode === 'pass' && !to) return setUnchosen(true)
    const seen = response.log.length === 0 ? undefined : response
    const isKept = await post(to ? { kind: 'passOn', ...about, to } : { kind: 'notOurs', ...about }, seen)
    if (isKept) onDone()
  }
  return (
    <section className={styles.form} aria-label={words.say(`answer.${mode}`)}>
      <p className={styles.note}>{words.say(`answer.${mode}.note`)}</p>
      {mode === 'pass' && (
        <Field
          label={words.say('answer.pass.to')}
          className={styles.field}
          validationMessage={unchosen ? words.say('answer.pass.choose') : null}
        >
          <Select
            value={chosen}
            disabled={busy}
            onChange={(_, data) => {
              setChosen(data.value)
              setUnchosen(false)
            }}
          >
            <option value="">{words.say('answer.pass.nobody')}</option>
            {colleagues.map(({ objectId, name }) => (
              <option key={objectId} value={objectId}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
      )}
      <Field label={words.say(`answer.${mode}.words`)}>
        <Textarea resize="vertical" value={text} readOnly={busy} onChange={(_, data) => setText(data.value)} />
      </Field>
      <PostedNotice posted={posted} />
      <div className={styles.foot}>
        <Button appearance="primary" disabledFocusable={busy} onClick={() => void send()}>
          {words.say(busy ? 'composer.sending' : `answer.${mode}.send`)}
        </Button>
        <Button appearance="subtle" onClick={onLeave}>
          {words.say('requests.leave')}
        </Button>
      </div>
    </section>
  )
}

/** Everybody who holds or deputises a post of the group, by name, but for oneself. */
function colleaguesOf({ posts }: Snapshot, me: Person, today: Day): readonly Person[] {
  const people = new Map<string, Person>()
  for (const post of posts.values()) {
    if (!isInForce(post, today)) continue
    for (const each of [post.holder, post.deputy]) {
      if (each && !isSamePerson(each, me)) people.set(each.objectId, each)
    }
  }
  return [...people.values()].toSorted((a, b) => a.name.localeCompare(b.name))
}
