/** Where a copy stands on its way out: asked for, released by somebody else, or sent back; then its files. */

import { Button, Checkbox, Field, Input, MessageBar, MessageBarBody, Textarea } from '@fluentui/react-components'
import { useState } from 'react'
import type { DisclosureTold } from '../../contract/disclosure.ts'
import { contentOfCopy, type DisclosureCopy } from '../../documents/export/disclosurecopy.ts'
import { DISCLOSURE_FORMATS, type DisclosureFormat } from '../../domain/disclosure.ts'
import { download } from '../exporting/making.ts'
import { useWords } from '../words.tsx'
import { hashOf, type Sender } from './asking.ts'
import { useDisclosureStyles } from './disclosurestyles.ts'

export interface ReleaseProps {
  readonly request: DisclosureTold
  readonly copy: DisclosureCopy
  readonly mayPrepare: boolean
  readonly sender: Sender
}

const NAMES = { docx: 'report.word', pdf: 'report.pdf', xlsx: 'report.excel', csv: 'report.csv' } as const

export function Release({ request, copy, mayPrepare, sender }: ReleaseProps) {
  const words = useWords()
  const styles = useDisclosureStyles()
  const { asked, released, answered, refusals, whyNotRelease, state } = request
  const isBusy = sender.sending.state === 'saving'
  return (
    <section className={styles.block} aria-labelledby="disclosure-release">
      <h2 className={styles.heading} id="disclosure-release" tabIndex={-1}>
        {words.say('disclosure.release')}
      </h2>
      {refusals.map(({ by, on, reason }) => (
        <p key={`${on} ${reason}`} className={styles.quiet}>
          {words.say('disclosure.sentBack', { name: by.name, day: words.day(on), reason })}
        </p>
      ))}
      {state === 'open' && mayPrepare && (
        <>
          <Ask request={request} copy={copy} sender={sender} />
          <div className={styles.line}>
            <AnswerWithout sender={sender} />
          </div>
        </>
      )}
      {state === 'asked' && asked && (
        <>
          <p className={styles.quiet}>
            {words.say('disclosure.asked', { name: asked.by.name, day: words.day(asked.on) })}{' '}
            {words.say('disclosure.asked.formats', {
              formats: words.list(asked.formats.map((format) => words.say(NAMES[format]))),
            })}
          </p>
          {whyNotRelease === null ? (
            <Decide request={request} copy={copy} sender={sender} />
          ) : (
            <p className={styles.quiet}>{words.say(`disclosure.whyNot.${whyNotRelease}`)}</p>
          )}
          {mayPrepare && (
            <div className={styles.line}>
              <Button disabledFocusable={isBusy} onClick={() => void sender.change({ kind: 'takeBack' })}>
                {words.say('disclosure.takeBack')}
              </Button>
            </div>
          )}
        </>
      )}
      {released && (
        <>
          <p className={styles.quiet}>
            {request.disposed === null
              ? words.say('disclosure.released', {
                  name: released.by.name,
                  day: words.day(released.on),
                  to: released.to,
                })
              : words.say('disclosure.releasedThen', { name: released.by.name, day: words.day(released.on) })}
          </p>
          <Files released={released} isKept={request.disposed === null} sender={sender} />
        </>
      )}
      {answered && <p className={styles.said}>{answered.words}</p>}
    </section>
  )
}

function Ask({ request, copy, sender }: Omit<ReleaseProps, 'mayPrepare'>) {
  const words = useWords()
  const styles = useDisclosureStyles()
  const [chosen, setChosen] = useState<readonly DisclosureFormat[]>(DISCLOSURE_FORMATS)
  const mayAsk = request.rows.length > 0 && copy.problems.length === 0 && chosen.length > 0
  const ask = async (): Promise<void> => {
    // In the order in which they are offered, however they were chosen.
    const formats = DISCLOSURE_FORMATS.filter((format) => chosen.includes(format))
    await sender.change({ kind: 'ask', hash: await hashOf(contentOfCopy(copy, request, formats)), formats })
  }
  return (
    <>
      <p className={styles.quiet}>{words.say('disclosure.ask.why')}</p>
      <div className={styles.line} role="group" aria-label={words.say('disclosure.formats')}>
        {DISCLOSURE_FORMATS.map((format) => (
          <Checkbox
            key={format}
            label={words.say(NAMES[format])}
            checked={chosen.includes(format)}
            onChange={(_, { checked }) =>
              setChosen(checked === true ? [...chosen, format] : chosen.filter((each) => each !== format))
            }
          />
        ))}
      </div>
      <div className={styles.line}>
        <Button
          appearance="primary"
          disabledFocusable={sender.sending.state === 'saving' || !mayAsk}
          onClick={() => void ask()}
        >
          {words.say('disclosure.ask')}
        </Button>
      </div>
    </>
  )
}

function Decide({ request, copy, sender }: Omit<ReleaseProps, 'mayPrepare'>) {
  const words = useWords()
  const styles = useDisclosureStyles()
  const [to, setTo] = useState('')
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState<'to' | 'reason' | null>(null)
  const isBusy = sender.sending.state === 'saving'
  const decide = async (verdict: 'released' | 'sentBack'): Promise<void> => {
    const needs = verdict === 'released' ? 'to' : 'reason'
    if ({ to, reason }[needs].trim() === '') return setMissing(needs)
    setMissing(null)
    // Of the copy that stands on this page, not of what was asked for.
    const hash = await hashOf(contentOfCopy(copy, request, request.asked?.formats ?? []))
    await sender.decide({ verdict, hash, to: to.trim(), reason })
  }
  return (
    <form
      className={styles.form}
      aria-label={words.say('disclosure.release')}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void decide('released')
      }}
    >
      <p className={styles.quiet}>{words.say('disclosure.decide.why')}</p>
      <Field
        label={words.say('disclosure.to')}
        hint={words.say('disclosure.to.hint')}
        required
        validationMessage={missing === 'to' ? words.say('disclosure.form.missing') : null}
      >
        <Input value={to} maxLength={200} onChange={(_, { value }) => setTo(value)} />
      </Field>
      <Field
        label={words.say('disclosure.reason')}
        validationMessage={missing === 'reason' ? words.say('disclosure.form.missing') : null}
      >
        <Textarea value={reason} maxLength={4000} onChange={(_, { value }) => setReason(value)} />
      </Field>
      <div className={styles.line}>
        <Button type="submit" appearance="primary" disabledFocusable={isBusy || copy.problems.length > 0}>
          {words.say('disclosure.do.release')}
        </Button>
        <Button disabledFocusable={isBusy} onClick={() => void decide('sentBack')}>
          {words.say('disclosure.do.sendBack')}
        </Button>
      </div>
    </form>
  )
}

function AnswerWithout({ sender }: { readonly sender: Sender }) {
  const words = useWords()
  const styles = useDisclosureStyles()
  const [said, setSaid] = useState<string | null>(null)
  if (said === null) {
    return (
      <Button appearance="subtle" onClick={() => setSaid('')}>
        {words.say('disclosure.answer')}
      </Button>
    )
  }
  return (
    <form
      className={styles.form}
      aria-label={words.say('disclosure.answer')}
      onSubmit={(event) => {
        event.preventDefault()
        if (said.trim() !== '') void sender.change({ kind: 'answer', words: said.trim() })
      }}
    >
      <Field label={words.say('disclosure.answer.words')} required>
        <Textarea value={said} maxLength={4000} onChange={(_, { value }) => setSaid(value)} />
      </Field>
      <div className={styles.line}>
        <Button type="submit">{words.say('disclosure.save')}</Button>
        <Button appearance="subtle" onClick={() => setSaid(null)}>
          {words.say('disclosure.leave')}
        </Button>
      </div>
    </form>
  )
}

function Files({
  released,
  isKept,
  sender,
}: {
  readonly released: NonNullable<DisclosureTold['released']>
  readonly isKept: boolean
  readonly sender: Sender
}) {
  const words = useWords()
  const styles = useDisclosureStyles()
  const [made, setMade] = useState<string | null>(null)
  const take = async (format: DisclosureFormat): Promise<void> => {
    setMade(null)
    const file = await sender.take(format)
    if (!file) return
    download(new Blob([Uint8Array.from(atob(file.bytes), (each) => each.codePointAt(0) ?? 0)]), file.name)
    setMade(file.name)
  }
  return (
    <>
      {isKept && <p className={styles.quiet}>{words.say('disclosure.files.why')}</p>}
      <ul className={styles.list}>
        {released.files.map(({ format, hash, size }) => (
          <li key={format} className={styles.item}>
            <div className={styles.line}>
              {isKept ? (
                <Button disabledFocusable={sender.sending.state === 'saving'} onClick={() => void take(format)}>
                  {words.say('disclosure.take', { format: words.say(NAMES[format]) })}
                </Button>
              ) : (
                words.say(NAMES[format])
              )}
              <span className={styles.quiet}>
                {words.say('disclosure.file.size', { size: words.number(Math.ceil(size / 1000)) })}
              </span>
            </div>
            <p className={styles.quiet}>
              SHA-256 <span className={styles.hash}>{hash}</span>
            </p>
          </li>
        ))}
      </ul>
      {made !== null && (
        <MessageBar intent="success" politeness="polite">
          <MessageBarBody>{words.say('exporting.made', { file: made })}</MessageBarBody>
        </MessageBar>
      )}
    </>
  )
}
