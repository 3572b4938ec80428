/** The grounds on which something can be withheld: added, worded anew, withdrawn. Both languages, for records are read in either. */

import { Button, Field, Input } from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'
import type { Disclosures } from '../../contract/disclosure.ts'
import type { Marking } from '../../domain/group.ts'
import { offeredOf, type Ground } from '../../domain/grounds.ts'
import type { Session } from '../session.ts'
import { MarkingMark } from '../design/MarkingMark.tsx'
import { useWords } from '../words.tsx'
import { useGroundsSender } from './asking.ts'
import { useDisclosureStyles } from './disclosurestyles.ts'
import { Trouble } from './Trouble.tsx'

export interface GroundsViewProps {
  readonly session: Session
  readonly group: string
  readonly told: Disclosures
  readonly marking: Marking
  readonly onBack: () => void
}

type Doing = { readonly kind: 'add' } | { readonly kind: 'reword' | 'withdraw'; readonly ground: string }

export function GroundsView({ session, group, told, marking, onBack }: GroundsViewProps) {
  const words = useWords()
  const styles = useDisclosureStyles()
  const { sending, change } = useGroundsSender(session, group)
  const [doing, setDoing] = useState<Doing | null>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const isBusy = sending.state === 'saving'
  const offered = offeredOf(told.grounds)
  const withdrawn = told.grounds.filter((each) => each.withdrawn !== null)
  const other = words.language === 'cy' ? 'en' : 'cy'
  const leave = (): void => {
    setDoing(null)
    heading.current?.focus()
  }
  const send = async (request: Parameters<typeof change>[0]): Promise<void> => {
    if (await change(request)) leave()
  }
  return (
    <div className={styles.page}>
      <header className={styles.block}>
        <div className={styles.line}>
          <h1 className={styles.title} ref={heading} tabIndex={-1}>
            {words.say('disclosure.grounds')}
          </h1>
          <MarkingMark marking={marking} />
          {doing === null && (
            <Button size="small" appearance="primary" onClick={() => setDoing({ kind: 'add' })}>
              {words.say('disclosure.grounds.add')}
            </Button>
          )}
          <Button size="small" onClick={onBack}>
            {words.say('disclosure.all')}
          </Button>
        </div>
        <p className={styles.quiet}>{words.say('disclosure.grounds.why')}</p>
      </header>
      <Trouble sending={sending} />
      {doing?.kind === 'add' && (
        <GroundForm
          label={words.say('disclosure.grounds.add')}
          ground={null}
          isBusy={isBusy}
          onSend={(said) => void send({ kind: 'add', ...said })}
          onLeave={leave}
        />
      )}
      <ul className={styles.list}>
        {offered.map((ground) => {
          const named = ground[words.language]
          const isThis = doing !== null && doing.kind !== 'add' && doing.ground === ground.id
          return (
            <li key={ground.id} className={styles.item}>
              <div className={styles.line}>
                <span className={styles.grow}>
                  <span className={styles.named}>{named}</span>
                  <br />
                  <span className={styles.quiet} lang={other}>
                    {ground[other]}
                  </span>
                </span>
                {doing === null && (
                  <>
                    <Button
                      size="small"
                      appearance="subtle"
                      aria-label={words.say('disclosure.grounds.rewording', { ground: named })}
                      onClick={() => setDoing({ kind: 'reword', ground: ground.id })}
                    >
                      {words.say('disclosure.grounds.reword')}
                    </Button>
                    <Button
                      size="small"
                      appearance="subtle"
                      disabledFocusable={offered.length === 1}
                      aria-label={words.say('disclosure.grounds.withdrawing', { ground: named })}
                      onClick={() => setDoing({ kind: 'withdraw', ground: ground.id })}
                    >
                      {words.say('disclosure.grounds.withdraw')}
                    </Button>
                  </>
                )}
              </div>
              {isThis && doing.kind === 'reword' && (
                <GroundForm
                  label={words.say('disclosure.grounds.rewording', { ground: named })}
                  ground={ground}
                  isBusy={isBusy}
                  onSend={(said) => void send({ kind: 'reword', ground: ground.id, ...said })}
                  onLeave={leave}
                />
              )}
              {isThis && doing.kind === 'withdraw' && (
                <div
                  className={styles.form}
                  role="group"
                  aria-label={words.say('disclosure.grounds.withdrawing', { ground: named })}
                >
                  <p className={styles.quiet}>{words.say('disclosure.grounds.sure')}</p>
                  <div className={styles.line}>
                    <Button
                      appearance="primary"
                      disabledFocusable={isBusy}
                      onClick={() => void send({ kind: 'withdraw', ground: ground.id })}
                    >
                      {words.say('disclosure.grounds.withdraw')}
                    </Button>
                    <Button appearance="subtle" onClick={leave}>
                      {words.say('disclosure.leave')}
                    </Button>
                  </div>
                </div>
              )}
            </li>
          )
        })}
      </ul>
      {withdrawn.length > 0 && (
        <details>
          <summary className={styles.quiet}>
            {words.say('disclosure.grounds.gone', { count: withdrawn.length })}
          </summary>
          <ul className={styles.list}>
            {withdrawn.map((ground) => (
              <li key={ground.id} className={`${styles.item} ${styles.quiet}`}>
                {words.say('disclosure.grounds.withdrawn', {
                  ground: ground[words.language],
                  day: words.day(ground.withdrawn ?? ''),
                })}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}

interface GroundFormProps {
  readonly label: string
  /** Null: a new one. */
  readonly ground: Ground | null
  readonly isBusy: boolean
  readonly onSend: (said: Pick<Ground, 'en' | 'cy'>) => void
  readonly onLeave: () => void
}

function GroundForm({ label, ground, isBusy, onSend, onLeave }: GroundFormProps) {
  const words = useWords()
  const styles = useDisclosureStyles()
  const [said, setSaid] = useState({ en: ground?.en ?? '', cy: ground?.cy ?? '' })
  const [isTried, setTried] = useState(false)
  const first = useRef<HTMLInputElement>(null)
  useEffect(() => first.current?.focus(), [])
  return (
    <form
      className={styles.form}
      aria-label={label}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (!isBusy && said.en.trim() !== '' && said.cy.trim() !== '') onSend(said)
      }}
    >
      {(words.language === 'cy' ? (['cy', 'en'] as const) : (['en', 'cy'] as const)).map((language) => (
        <Field
          key={language}
          label={words.say(`disclosure.grounds.${language}`)}
          required
          validationMessage={isTried && said[language].trim() === '' ? words.say('disclosure.grounds.missing') : null}
        >
          <Input
            input={{ ref: language === words.language ? first : null, lang: language }}
            value={said[language]}
            maxLength={120}
            onChange={(_, { value }) => setSaid({ ...said, [language]: value })}
          />
        </Field>
      ))}
      <div className={styles.line}>
        <Button type="submit" appearance="primary" disabledFocusable={isBusy}>
          {words.say('disclosure.save')}
        </Button>
        <Button appearance="subtle" onClick={onLeave}>
          {words.say('disclosure.leave')}
        </Button>
      </div>
    </form>
  )
}
