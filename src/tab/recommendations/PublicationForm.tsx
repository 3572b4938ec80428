/** Where a coordinator writes down an inspection report, or puts right what stands of one. */

import { Field, Input, makeStyles, Select, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { Owner } from '../../domain/action.ts'
import type { Day } from '../../domain/day.ts'
import { parseDayWords, parseDueWords } from '../../domain/duewords.ts'
import { SCOPES, type PublicationDraft, type Scope } from '../../domain/publication.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import { OwnerPicker } from '../register/OwnerPicker.tsx'
import { useWords } from '../words.tsx'
import { RoomForm } from './RoomForm.tsx'

const useStyles = makeStyles({
  pair: {
    display: 'grid',
    alignItems: 'start',
    gap: tokens.spacingVerticalM,
    columnGap: tokens.spacingHorizontalXXL,
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 16rem), 1fr))',
  },
})

export interface PublicationFormProps {
  readonly snapshot: Snapshot
  readonly today: Day
  /** Null: a new one. */
  readonly edited: PublicationDraft | null
  /** Resolves with what is wrong, in words; null: it is kept, or on its way. */
  readonly onSave: (content: PublicationDraft) => Promise<string | null>
  readonly onClose: () => void
}

export function PublicationForm({ snapshot, today, edited, onSave, onClose }: PublicationFormProps) {
  const words = useWords()
  const styles = useStyles()
  const [title, setTitle] = useState(edited?.title ?? '')
  const [subtitle, setSubtitle] = useState(edited?.subtitle ?? '')
  const [publishers, setPublishers] = useState(edited?.publishers.join(', ') ?? '')
  const [published, setPublished] = useState(() => {
    const day = edited?.published ?? null
    return day === null ? '' : day.length === 7 ? words.month(day) : words.day(day)
  })
  const [scope, setScope] = useState<Scope | null>(edited?.scope ?? null)
  const [lead, setLead] = useState<readonly Owner[]>(edited?.lead ?? [])
  const [isNoDay, setIsNoDay] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)

  const save = async (): Promise<void> => {
    const day = readPublished(published, today)
    setIsNoDay(published.trim() !== '' && day === null)
    if (published.trim() !== '' && day === null) return
    const names = publishers.split(',').map((each) => each.trim())
    const content = { title, subtitle, publishers: names.filter(Boolean), published: day, scope, lead }
    const problem = await onSave(content)
    setRefused(problem)
    if (problem === null) onClose()
  }

  return (
    <RoomForm framed refused={refused} onSave={save} onClose={onClose}>
      <Field label={words.say('recommendations.form.title')} required>
        <Input value={title} maxLength={250} onChange={(_, { value }) => setTitle(value)} />
      </Field>
      <Field label={words.say('recommendations.form.subtitle')}>
        <Input value={subtitle} maxLength={250} onChange={(_, { value }) => setSubtitle(value)} />
      </Field>
      <div className={styles.pair}>
        <Field
          label={words.say('recommendations.form.publishers')}
          hint={words.say('recommendations.form.publishers.hint')}
        >
          <Input value={publishers} style={{ minWidth: 0 }} onChange={(_, { value }) => setPublishers(value)} />
        </Field>
        <Field
          label={words.say('recommendations.form.published')}
          hint={words.say('recommendations.form.published.hint')}
          validationMessage={isNoDay ? words.say('recommendations.form.published.wrong') : null}
        >
          <Input value={published} style={{ minWidth: 0 }} onChange={(_, { value }) => setPublished(value)} />
        </Field>
        <Field label={words.say('recommendations.form.scope')}>
          <Select
            value={scope ?? ''}
            onChange={(_, { value }) => setScope(SCOPES.find((each) => each === value) ?? null)}
          >
            <option value="">{words.say('recommendations.form.scope.none')}</option>
            {SCOPES.map((each) => (
              <option key={each} value={each}>
                {words.say(`recommendations.scope.${each}`)}
              </option>
            ))}
          </Select>
        </Field>
        <OwnerPicker
          label={words.say('recommendations.form.lead')}
          snapshot={snapshot}
          owners={lead}
          onChange={setLead}
        />
      </div>
    </RoomForm>
  )
}

/** A day, or a month where only that is known. */
function readPublished(text: string, today: Day): string | null {
  const due = parseDueWords(text, today)
  return due?.kind === 'month' ? due.month : parseDayWords(text, today, 'past')
}
