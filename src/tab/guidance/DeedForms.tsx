/** What is done to a version with a few words: submit, ask for an interim position, record a body, feedback, withdraw. */

import { Field, Input, Radio, RadioGroup, Select, Textarea } from '@fluentui/react-components'
import { useState, type ReactNode } from 'react'
import type { Guidance, VersionTold } from '../../contract/guidance.ts'
import type { BodyVerdict } from '../../domain/guidance.ts'
import { parseDayWords } from '../../domain/duewords.ts'
import { useWords } from '../words.tsx'
import { useSender, type Place, type Sender } from './asking.ts'
import { FormFrame } from './FormFrame.tsx'
import { useGuidanceStyles } from './guidancestyles.ts'

export type Deed =
  | { readonly kind: 'submit' | 'askInterim' | 'feedback' | 'withdraw' }
  | { readonly kind: 'recordBody'; readonly body: string }

export interface DeedFormProps {
  readonly place: Place
  readonly deed: Deed
  readonly version: VersionTold
  readonly told: Guidance
  readonly onLeave: () => void
}

export function DeedForm(props: DeedFormProps) {
  switch (props.deed.kind) {
    case 'submit':
      return <SubmitForm {...props} />
    case 'askInterim':
      return <InterimForm {...props} />
    case 'recordBody':
      return <BodyForm {...props} body={props.deed.body} />
    case 'feedback':
      return <FeedbackForm {...props} />
    case 'withdraw':
      return <WithdrawForm {...props} />
  }
}

function SubmitForm({ place, version, told, onLeave }: DeedFormProps) {
  const words = useWords()
  const sender = useSender(place)
  const [bodies, setBodies] = useState('')
  const { number, hash, approver } = version
  const post = told.approvers.find((each) => each.post === approver)?.title ?? approver
  const send = async (): Promise<void> => {
    const named = bodies.split('\n').map((body) => body.trim())
    const request = { number, seen: hash, bodies: named.filter((body) => body !== '') }
    if (await sender.change({ kind: 'submit', ...request })) onLeave()
  }
  return (
    <FormFrame
      title={words.say('guidance.form.submit.title', { number })}
      why={words.say('guidance.form.submit.why', { post })}
      does={words.say('guidance.form.submit.do')}
      sending={sender.sending}
      onSend={() => void send()}
      onLeave={onLeave}
    >
      <Area
        label={words.say('guidance.form.submit.bodies')}
        hint={words.say('guidance.form.submit.bodies.hint')}
        value={bodies}
        sender={sender}
        rows={3}
        onChange={setBodies}
      />
    </FormFrame>
  )
}

function InterimForm({ place, version, onLeave }: DeedFormProps) {
  const words = useWords()
  const sender = useSender(place)
  const before = version.interimAsked ?? version.interim
  const [text, setText] = useState(before?.text ?? '')
  const [textWelsh, setTextWelsh] = useState(before?.textWelsh ?? '')
  const [isMissing, setMissing] = useState(false)
  const { number } = version
  const send = async (): Promise<void> => {
    if (text.trim() === '') return setMissing(true)
    if (await sender.change({ kind: 'askInterim', number, text, textWelsh })) onLeave()
  }
  return (
    <FormFrame
      title={words.say('guidance.form.askInterim.title')}
      why={words.say('guidance.form.askInterim.why', { number })}
      does={words.say('guidance.form.askInterim.do')}
      sending={sender.sending}
      onSend={() => void send()}
      onLeave={onLeave}
    >
      <Area
        label={words.say('guidance.form.text')}
        problem={isMissing ? words.say('guidance.form.missing') : null}
        value={text}
        sender={sender}
        lang="en"
        onChange={(value) => {
          setMissing(false)
          setText(value)
        }}
      />
      <Area
        label={words.say('guidance.form.textWelsh')}
        hint={words.say('guidance.form.welsh.hint')}
        value={textWelsh}
        sender={sender}
        lang="cy"
        onChange={setTextWelsh}
      />
    </FormFrame>
  )
}

function BodyForm({ place, version, body, onLeave }: DeedFormProps & { readonly body: string }) {
  const words = useWords()
  const sender = useSender(place)
  const today = place.session.clock.today()
  const [verdict, setVerdict] = useState<BodyVerdict>('agreed')
  const [day, setDay] = useState(words.day(today))
  const [evidence, setEvidence] = useState('')
  const [problem, setProblem] = useState<'day' | 'evidence' | null>(null)
  const send = async (): Promise<void> => {
    const on = parseDayWords(day, today)
    if (on === null || on > today) return setProblem('day')
    if (evidence.trim() === '') return setProblem('evidence')
    const said = { number: version.number, body, verdict, day: on, evidence }
    if (await sender.change({ kind: 'recordBody', ...said })) onLeave()
  }
  return (
    <FormFrame
      title={words.say('guidance.form.recordBody.title', { body })}
      does={words.say('guidance.form.recordBody.do')}
      sending={sender.sending}
      onSend={() => void send()}
      onLeave={onLeave}
    >
      <Field label={words.say('guidance.form.recordBody.verdict')}>
        <RadioGroup
          value={verdict}
          onChange={(_, data) => {
            sender.touch()
            setVerdict(data.value === 'refused' ? 'refused' : 'agreed')
          }}
        >
          <Radio value="agreed" label={words.say('guidance.form.recordBody.agreed')} />
          <Radio value="refused" label={words.say('guidance.form.recordBody.refused')} />
        </RadioGroup>
      </Field>
      <Field
        label={words.say('guidance.form.recordBody.day')}
        validationMessage={problem === 'day' ? words.say('guidance.form.noDay') : null}
      >
        <Input
          value={day}
          autoComplete="off"
          onChange={(_, data) => {
            sender.touch()
            setProblem(null)
            setDay(data.value)
          }}
        />
      </Field>
      <Area
        label={words.say('guidance.form.recordBody.evidence')}
        hint={words.say('guidance.form.recordBody.evidence.hint')}
        problem={problem === 'evidence' ? words.say('guidance.form.missing') : null}
        value={evidence}
        sender={sender}
        rows={2}
        onChange={(value) => {
          setProblem(null)
          setEvidence(value)
        }}
      />
    </FormFrame>
  )
}

const OTHER = ''

function FeedbackForm({ place, version, told, onLeave }: DeedFormProps) {
  const styles = useGuidanceStyles()
  const words = useWords()
  const sender = useSender(place)
  /** Whoever drafts records what anybody said; a SPOC says it for their own. */
  const from = told.mayDraft
    ? told.organisations
    : told.organisations.filter(({ key }) => told.feedbackFor.includes(key))
  const [organisation, setOrganisation] = useState(told.feedbackFor[0] ?? from[0]?.key ?? OTHER)
  const [body, setBody] = useState('')
  const [said, setSaid] = useState('')
  const [problem, setProblem] = useState<'body' | 'words' | null>(null)
  const send = async (): Promise<void> => {
    const isOther = organisation === OTHER
    if (isOther && body.trim() === '') return setProblem('body')
    if (said.trim() === '') return setProblem('words')
    const who = isOther ? { organisation: null, body } : { organisation, body: '' }
    if (await sender.change({ kind: 'feedback', number: version.number, ...who, words: said })) onLeave()
  }
  return (
    <FormFrame
      title={words.say('guidance.form.feedback.title', { number: version.number })}
      does={words.say('guidance.form.feedback.do')}
      sending={sender.sending}
      onSend={() => void send()}
      onLeave={onLeave}
    >
      <Field label={words.say('guidance.form.feedback.from')} className={styles.select}>
        <Select
          value={organisation}
          onChange={(_, data) => {
            sender.touch()
            setOrganisation(data.value)
          }}
        >
          {from.map(({ key, name }) => (
            <option key={key} value={key}>
              {name}
            </option>
          ))}
          {told.mayDraft && <option value={OTHER}>{words.say('guidance.form.feedback.other')}</option>}
        </Select>
      </Field>
      {organisation === OTHER && (
        <Field
          label={words.say('guidance.form.feedback.body')}
          validationMessage={problem === 'body' ? words.say('guidance.form.missing') : null}
        >
          <Input
            value={body}
            maxLength={200}
            autoComplete="off"
            onChange={(_, data) => {
              sender.touch()
              setProblem(null)
              setBody(data.value)
            }}
          />
        </Field>
      )}
      <Area
        label={words.say('guidance.form.feedback.words')}
        problem={problem === 'words' ? words.say('guidance.form.missing') : null}
        value={said}
        sender={sender}
        onChange={(value) => {
          setProblem(null)
          setSaid(value)
        }}
      />
    </FormFrame>
  )
}

function WithdrawForm({ place, version, onLeave }: DeedFormProps) {
  const words = useWords()
  const sender = useSender(place)
  const [reason, setReason] = useState('')
  const [isMissing, setMissing] = useState(false)
  const { number } = version
  const send = async (): Promise<void> => {
    if (reason.trim() === '') return setMissing(true)
    if (await sender.change({ kind: 'withdraw', number, reason })) onLeave()
  }
  return (
    <FormFrame
      title={words.say('guidance.form.withdraw.title', { number })}
      why={words.say('guidance.form.withdraw.why')}
      does={words.say('guidance.form.withdraw.do')}
      sending={sender.sending}
      onSend={() => void send()}
      onLeave={onLeave}
    >
      <Area
        label={words.say('guidance.form.withdraw.reason')}
        problem={isMissing ? words.say('guidance.form.missing') : null}
        value={reason}
        sender={sender}
        rows={2}
        onChange={(value) => {
          setMissing(false)
          setReason(value)
        }}
      />
    </FormFrame>
  )
}

interface AreaProps {
  readonly label: string
  readonly hint?: string
  readonly problem?: string | null
  readonly value: string
  readonly sender: Sender
  readonly rows?: number
  readonly lang?: 'en' | 'cy'
  readonly onChange: (value: string) => void
}

function Area({ label, hint, problem = null, value, sender, rows = 5, lang, onChange }: AreaProps): ReactNode {
  return (
    <Field label={label} hint={hint ?? null} validationMessage={problem}>
      <Textarea
        value={value}
        lang={lang}
        rows={rows}
        resize="vertical"
        readOnly={sender.sending.state === 'saving'}
        onChange={(_, data) => {
          sender.touch()
          onChange(data.value)
        }}
      />
    </Field>
  )
}
