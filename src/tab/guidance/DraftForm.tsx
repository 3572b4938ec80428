/** Writing a version: its words in both languages, who is to agree it, from when. What is typed stays until it is saved or left. */

import { Field, Input, Select, Textarea } from '@fluentui/react-components'
import { useState } from 'react'
import type { Guidance, VersionTold } from '../../contract/guidance.ts'
import { parseDayWords } from '../../domain/duewords.ts'
import type { Drafts } from '../register/drafts.ts'
import { useWords } from '../words.tsx'
import { useSender, type Place } from './asking.ts'
import { FormFrame } from './FormFrame.tsx'
import { useGuidanceStyles } from './guidancestyles.ts'
import { Paragraphs } from './Paragraphs.tsx'

/** Where something is written, too. */
export interface DraftPlace extends Place {
  readonly drafts: Drafts
}

/** What stands in the form, the guidance that it is written for, and the draft that it was begun on. */
export interface KeptDraft {
  readonly guidance: string
  readonly seen: string | null
  readonly filled: Filled
}

interface Filled {
  readonly title: string
  readonly titleWelsh: string
  readonly text: string
  readonly textWelsh: string
  readonly approver: string
  readonly validFrom: string
}

/** Of guidance that there is none of yet. */
export const NEW_DRAFT = 'guidance.new'

export interface DraftFormProps {
  readonly place: DraftPlace
  readonly number: number
  /** The draft as it stands; null: it begins. */
  readonly version: VersionTold | null
  /** What a further version begins with. */
  readonly before: VersionTold | null
  readonly told: Guidance
  readonly onLeave: () => void
  readonly onDone: () => void
}

export function DraftForm({ place, number, version, before, told, onLeave, onDone }: DraftFormProps) {
  const { approvers, group } = told
  const { drafts, guidance } = place
  const keptAs = version === null && before === null ? NEW_DRAFT : `guidance.${guidance}.${number}`
  const styles = useGuidanceStyles()
  const words = useWords()
  const { sending, change, touch } = useSender(place)
  const [kept] = useState(() => drafts.read(keptAs) as KeptDraft | null)
  const [opened] = useState(kept ? kept.seen : (version?.hash ?? null))
  const [filled, setFilled] = useState((): Filled => {
    if (kept) return kept.filled
    const from = version ?? before
    return {
      title: from?.title ?? '',
      titleWelsh: from?.titleWelsh ?? '',
      text: from?.text ?? '',
      textWelsh: from?.textWelsh ?? '',
      approver: from?.approver ?? approvers[0]?.post ?? '',
      validFrom: version?.validFrom ? words.day(version.validFrom) : '',
    }
  })
  const [problem, setProblem] = useState<{ readonly field: string; readonly words: string } | null>(null)
  const busy = sending.state === 'saving'
  const overtaken = version !== null && version.hash !== opened ? version : null

  const fill = (fields: Partial<typeof filled>): void => {
    touch()
    setProblem(null)
    const next = { ...filled, ...fields }
    setFilled(next)
    drafts.keep(keptAs, { guidance, seen: opened, filled: next } satisfies KeptDraft, group.marking)
  }
  const leave = (then: () => void): void => {
    drafts.keep(keptAs, null, group.marking)
    then()
  }
  const send = async (): Promise<void> => {
    const empty = (['title', 'text'] as const).find((field) => filled[field].trim() === '')
    if (empty) return setProblem({ field: empty, words: words.say('guidance.form.missing') })
    const validFrom = parseDayWords(filled.validFrom, place.session.clock.today())
    if (validFrom === null && filled.validFrom.trim() !== '') {
      return setProblem({ field: 'validFrom', words: words.say('guidance.form.noDay') })
    }
    const seen = version?.hash ?? null
    if (await change({ kind: 'write', number, seen, draft: { ...filled, validFrom } })) leave(onDone)
  }
  const problemOf = (field: string): string | null => (problem?.field === field ? problem.words : null)
  const area = (name: 'text' | 'textWelsh', label: string, hint: string | null, lang: 'en' | 'cy') => (
    <Field label={label} hint={hint} validationMessage={problemOf(name)} required={name === 'text'}>
      <Textarea
        value={filled[name]}
        lang={lang}
        rows={8}
        resize="vertical"
        maxLength={20_000}
        readOnly={busy}
        onChange={(_, data) => fill({ [name]: data.value })}
      />
    </Field>
  )
  const line = (name: 'title' | 'titleWelsh', label: string, lang: 'en' | 'cy') => (
    <Field label={label} validationMessage={problemOf(name)} required={name === 'title'}>
      <Input
        value={filled[name]}
        lang={lang}
        maxLength={160}
        autoComplete="off"
        readOnly={busy}
        onChange={(_, data) => fill({ [name]: data.value })}
      />
    </Field>
  )
  return (
    <FormFrame
      title={
        number === 1 && version === null
          ? words.say('guidance.form.draft.title.new')
          : words.say('guidance.form.draft.title.version', { number })
      }
      why={words.say('guidance.form.draft.why')}
      does={words.say('guidance.form.save')}
      sending={sending}
      onSend={() => void send()}
      onLeave={() => leave(onLeave)}
    >
      {overtaken && (
        <details open>
          <summary className={styles.fold}>{words.say('guidance.form.changed.words')}</summary>
          <div className={styles.folded}>
            <p className={styles.quiet}>{words.say('guidance.form.changed')}</p>
            <Paragraphs text={overtaken.text} textWelsh={overtaken.textWelsh} />
          </div>
        </details>
      )}
      {line('title', words.say('guidance.form.title'), 'en')}
      {area('text', words.say('guidance.form.text'), null, 'en')}
      {line('titleWelsh', words.say('guidance.form.titleWelsh'), 'cy')}
      {area('textWelsh', words.say('guidance.form.textWelsh'), words.say('guidance.form.welsh.hint'), 'cy')}
      <Field
        label={words.say('guidance.form.approver')}
        hint={words.say(approvers.length === 0 ? 'guidance.form.approver.none' : 'guidance.form.approver.hint')}
        className={styles.select}
      >
        <Select value={filled.approver} onChange={(_, data) => fill({ approver: data.value })}>
          {approvers.map(({ post, title, holder }) => (
            <option key={post} value={post}>
              {holder === null
                ? words.say('guidance.form.approver.vacant', { post: title })
                : words.say('guidance.form.approver.held', { post: title, name: holder })}
            </option>
          ))}
        </Select>
      </Field>
      <Field
        label={words.say('guidance.form.validFrom')}
        hint={words.say('guidance.form.validFrom.hint')}
        validationMessage={problemOf('validFrom')}
      >
        <Input
          value={filled.validFrom}
          autoComplete="off"
          readOnly={busy}
          onChange={(_, data) => fill({ validFrom: data.value })}
        />
      </Field>
    </FormFrame>
  )
}
