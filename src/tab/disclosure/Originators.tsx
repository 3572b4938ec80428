/** Whom the texts came from: asked before their words are given out, with what they said. */

import { Button, Field, Input, Textarea } from '@fluentui/react-components'
import { useState } from 'react'
import type { DisclosureTold } from '../../contract/disclosure.ts'
import { isDay } from '../../domain/day.ts'
import { useWords } from '../words.tsx'
import type { Sender } from './asking.ts'
import { useDisclosureStyles } from './disclosurestyles.ts'

export interface OriginatorsProps {
  readonly request: DisclosureTold
  readonly today: string
  readonly mayChange: boolean
  readonly sender: Sender
}

export function Originators({ request, today, mayChange, sender }: OriginatorsProps) {
  const words = useWords()
  const styles = useDisclosureStyles()
  /** Of the entry that is filled in; `new` for another. */
  const [writing, setWriting] = useState<string | null>(null)
  const form = (entry: string | null) => (
    <OriginatorForm
      entry={request.consulted.find(({ id }) => id === entry) ?? null}
      today={today}
      onLeave={() => setWriting(null)}
      onSend={async (said) => {
        if (await sender.change({ kind: 'consult', entry, ...said })) setWriting(null)
      }}
    />
  )
  return (
    <section className={styles.block} aria-labelledby="disclosure-originators">
      <div className={styles.line}>
        <h2 className={styles.heading} id="disclosure-originators">
          {words.say('disclosure.originators')}
        </h2>
        {mayChange && writing === null && (
          <Button size="small" onClick={() => setWriting('new')}>
            {words.say('disclosure.originators.add')}
          </Button>
        )}
      </div>
      {request.consulted.length === 0 && <p className={styles.quiet}>{words.say('disclosure.originators.none')}</p>}
      <ul className={styles.list}>
        {request.consulted.map(({ id, who, on, words: said }) =>
          writing === id ? (
            <li key={id}>{form(id)}</li>
          ) : (
            <li key={id} className={styles.item}>
              <div>{words.say('disclosure.originators.line', { who, day: words.day(on) })}</div>
              <p className={styles.quiet}>{said === '' ? words.say('disclosure.originators.waiting') : said}</p>
              {mayChange && (
                <Button size="small" appearance="subtle" onClick={() => setWriting(id)}>
                  {words.say(said === '' ? 'disclosure.originators.fill' : 'disclosure.amend')}
                </Button>
              )}
            </li>
          ),
        )}
      </ul>
      {writing === 'new' && form(null)}
    </section>
  )
}

function OriginatorForm({
  entry,
  today,
  onSend,
  onLeave,
}: {
  readonly entry: DisclosureTold['consulted'][number] | null
  readonly today: string
  readonly onSend: (said: { who: string; day: string; words: string }) => Promise<void>
  readonly onLeave: () => void
}) {
  const words = useWords()
  const styles = useDisclosureStyles()
  const [who, setWho] = useState(entry?.who ?? '')
  const [day, setDay] = useState(entry?.on ?? today)
  const [said, setSaid] = useState(entry?.words ?? '')
  return (
    <form
      className={styles.form}
      aria-label={words.say('disclosure.originators')}
      onSubmit={(event) => {
        event.preventDefault()
        if (who.trim() !== '' && isDay(day) && day <= today) void onSend({ who: who.trim(), day, words: said })
      }}
    >
      <Field label={words.say('disclosure.originators.who')} required>
        <Input value={who} maxLength={200} onChange={(_, { value }) => setWho(value)} />
      </Field>
      <Field label={words.say('disclosure.originators.day')} required>
        <Input type="date" value={day} max={today} onChange={(_, { value }) => setDay(value)} />
      </Field>
      <Field label={words.say('disclosure.originators.words')}>
        <Textarea value={said} maxLength={4000} onChange={(_, { value }) => setSaid(value)} />
      </Field>
      <div className={styles.line}>
        <Button type="submit" appearance="primary">
          {words.say('disclosure.save')}
        </Button>
        <Button appearance="subtle" onClick={onLeave}>
          {words.say('disclosure.leave')}
        </Button>
      </div>
    </form>
  )
}
