/**
 * Answering a request for one organisation: words, typed fields, files, "nothing to report", "as last time"; for the
 * coordinator also whose answer it is and how it came. What was typed is kept until it is sent, as far as the marking
 * allows.
 */

import {
  Button,
  Field,
  Input,
  Link,
  makeStyles,
  Radio,
  RadioGroup,
  Select,
  Textarea,
  tokens,
} from '@fluentui/react-components'
import { useEffect, useId, useRef, useState } from 'react'
import { canonical } from '../../domain/canonical.ts'
import type { RequestContent, RequestField, ResponseContent } from '../../domain/request.ts'
import { askedOf, type ResponseCommand } from '../../domain/requestcommand.ts'
import { checkValues } from '../../domain/requestfields.ts'
import type { Marking } from '../../domain/group.ts'
import { type } from '../design/scale.ts'
import type { Keeping } from '../outbox/keeping.ts'
import type { Drafts } from '../register/drafts.ts'
import { useWords } from '../words.tsx'
import { draftFrom, EMPTY_ANSWER, valuesOf, type AnswerDraft } from './answerdraft.ts'
import { FileField, type Upload } from './FileField.tsx'
import { typedBy, useFigures, type AskFigures } from './filling.ts'
import { usePosting } from './posting.ts'
import { PostedNotice, problemOf } from './PostedNotice.tsx'

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  title: { ...type.row, fontWeight: tokens.fontWeightSemibold, margin: '0', outlineStyle: 'none' },
  note: { ...type.label, margin: '0', color: tokens.colorNeutralForeground2 },
  text: { '& textarea': { minHeight: '96px' } },
  foot: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
})

export interface AnswerFormProps {
  readonly request: RequestContent
  readonly response: ResponseContent
  /** What the organisation said the last time it was asked the same. */
  readonly last: ResponseContent | null
  readonly keeping: Pick<Keeping<ResponseContent, ResponseCommand>, 'post'> | null
  readonly drafts: Drafts
  readonly marking: Marking
  /** The coordinator records it for somebody. */
  readonly recording: boolean
  /** Null where nothing is known before. */
  readonly figures: AskFigures | null
  /** Null where no file can be sent. */
  readonly upload: Upload | null
  readonly onDone: () => void
  readonly onLeave: (() => void) | null
  /** Below the title of the panel, or of the page. */
  readonly heading: 'h2' | 'h3'
}

export function AnswerForm(props: AnswerFormProps) {
  const {
    request,
    response,
    last,
    keeping,
    drafts,
    marking,
    recording,
    figures: ask,
    upload,
    onDone,
    onLeave,
    heading: Heading,
  } = props
  const styles = useStyles()
  const words = useWords()
  const titleId = useId()
  const title = useRef<HTMLHeadingElement>(null)
  const key = `answer.${response.key}${recording ? '.recorded' : ''}`
  const [begun] = useState(() =>
    response.state === 'returned' && response.answer ? draftFrom(response.answer, null) : EMPTY_ANSWER,
  )
  const [draft, setDraft] = useState<AnswerDraft>(() => (drafts.read(key) as AnswerDraft | null) ?? begun)
  /** As it was when its author began. */
  const [seen] = useState(response)
  const { posted, post, refuse } = usePosting(keeping)
  const busy = posted.state === 'sending'
  const figures = useFigures(ask, request, response.organisation)
  const typed = { ...typedBy(figures), ...draft.typed }
  useEffect(() => title.current?.focus(), [])

  const change = (more: Partial<AnswerDraft>): void => {
    const next = { ...draft, ...more }
    drafts.keep(key, canonical(next) === canonical(begun) ? null : next, marking)
    setDraft(next)
    if (posted.state === 'refused') refuse(null)
  }
  const send = async (nil: boolean): Promise<void> => {
    const values = valuesOf({ typed }, request.fields)
    const refusal = nil ? null : checkValues(values, request.fields)
    if (refusal) return refuse(refusal)
    const isKept = await post(
      {
        kind: 'answer',
        key: response.key,
        of: askedOf(request),
        words: draft.words,
        values,
        files: draft.files,
        nil,
        like: nil ? null : draft.like,
        recorded: recording ? { of: draft.of, how: draft.how } : null,
      },
      seen.log.length === 0 ? undefined : seen,
    )
    if (!isKept) return
    drafts.keep(key, null, marking)
    onDone()
  }
  const problem = (field: string): string | null => problemOf(posted, field, words.refusal) ?? null
  const lastAnswer = last?.answer

  return (
    <section className={styles.form} aria-labelledby={titleId}>
      <Heading id={titleId} ref={title} tabIndex={-1} className={styles.title}>
        {words.say(recording ? 'requests.record' : 'requests.answer')}
      </Heading>
      {request.signOff && !recording && <p className={styles.note}>{words.say('requests.answer.signOff')}</p>}
      {figures?.from && figures.to && (
        <p className={styles.note} role="status">
          {words.say('requests.answer.filled', { from: words.day(figures.from), to: words.day(figures.to) })}
        </p>
      )}
      {recording && (
        <>
          <Field label={words.say('requests.record.of')} validationMessage={problem('recorded.of')} required>
            <Input value={draft.of} readOnly={busy} onChange={(_, data) => change({ of: data.value })} />
          </Field>
          <Field
            label={words.say('requests.record.how')}
            hint={words.say('requests.record.how.hint')}
            validationMessage={problem('recorded.how')}
            required
          >
            <Input value={draft.how} readOnly={busy} onChange={(_, data) => change({ how: data.value })} />
          </Field>
        </>
      )}
      {request.fields.map((field) => (
        <TypedField
          key={field.key}
          field={field}
          value={typed[field.key] ?? ''}
          counted={figures?.values[field.key]}
          last={lastAnswer?.values[field.key]?.toString()}
          busy={busy}
          problem={problem(`values.${field.key}`)}
          onChange={(value) => change({ typed: { ...draft.typed, [field.key]: value } })}
        />
      ))}
      <Field
        label={words.say(request.fields.length > 0 ? 'requests.answer.more' : 'requests.answer.words')}
        validationMessage={problem('words')}
      >
        <Textarea
          className={styles.text}
          resize="vertical"
          value={draft.words}
          readOnly={busy}
          onChange={(_, data) => change({ words: data.value })}
        />
      </Field>
      {upload && (
        <FileField
          files={draft.files}
          upload={upload}
          marking={marking}
          busy={busy}
          onChange={(files) => change({ files })}
        />
      )}
      <PostedNotice posted={posted} fields={['words', 'values', 'recorded']} />
      <div className={styles.foot}>
        <Button appearance="primary" disabledFocusable={busy} onClick={() => void send(false)}>
          {words.say(busy ? 'composer.sending' : recording ? 'requests.record.send' : 'requests.answer.send')}
        </Button>
        <Button disabledFocusable={busy} onClick={() => void send(true)}>
          {words.say('requests.answer.nil')}
        </Button>
        {lastAnswer && last && draft.like === null && (
          <Button
            disabledFocusable={busy}
            onClick={() => change({ ...draftFrom(lastAnswer, last.key), of: draft.of, how: draft.how })}
          >
            {words.say('requests.answer.last')}
          </Button>
        )}
        {onLeave && (
          <Button appearance="subtle" onClick={onLeave}>
            {words.say('requests.leave')}
          </Button>
        )}
      </div>
      {draft.like !== null && (
        <p className={styles.note} role="status">
          {words.say('requests.answer.last.note')}{' '}
          <Link as="button" onClick={() => change(begun)}>
            {words.say('requests.answer.last.undo')}
          </Link>
        </p>
      )}
    </section>
  )
}

interface TypedFieldProps {
  readonly field: RequestField
  readonly value: string
  /** What the notifications come to. */
  readonly counted: number | undefined
  /** What was said the last time. */
  readonly last: string | undefined
  readonly busy: boolean
  readonly problem: string | null
  readonly onChange: (value: string) => void
}

function TypedField({ field, value, counted, last, busy, problem, onChange }: TypedFieldProps) {
  const words = useWords()
  const label = field.unit === null ? field.title : `${field.title} (${field.unit})`
  const before =
    last === undefined || field.type === 'yesNo' ? null : words.say('requests.answer.lastValue', { value: last })
  const notified = counted === undefined ? null : words.say('requests.answer.counted', { value: counted })
  const hint = [notified, before].filter(Boolean).join(' ') || null
  return (
    <Field label={label} required={field.required} hint={hint} validationMessage={problem}>
      {field.type === 'yesNo' ? (
        <RadioGroup layout="horizontal" value={value} disabled={busy} onChange={(_, data) => onChange(data.value)}>
          <Radio value="yes" label={words.say('requests.yes')} />
          <Radio value="no" label={words.say('requests.no')} />
        </RadioGroup>
      ) : field.type === 'choice' ? (
        <Select value={value} disabled={busy} onChange={(_, data) => onChange(data.value)}>
          <option value="">{words.say('requests.answer.choose')}</option>
          {field.choices.map((choice) => (
            <option key={choice} value={choice}>
              {choice}
            </option>
          ))}
        </Select>
      ) : field.type === 'number' ? (
        <Input inputMode="decimal" value={value} readOnly={busy} onChange={(_, data) => onChange(data.value)} />
      ) : (
        <Textarea resize="vertical" value={value} readOnly={busy} onChange={(_, data) => onChange(data.value)} />
      )}
    </Field>
  )
}
