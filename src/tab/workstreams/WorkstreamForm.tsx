/** Adds a work stream, or changes what it is called, which objective it serves and who leads it. */

import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { Stored } from '../../domain/collection.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import type { WorkstreamContent, WorkstreamDraft } from '../../domain/workstream.ts'
import type { useCollection } from '../outbox/useCollection.ts'
import { OwnerPicker } from '../register/OwnerPicker.tsx'
import { PostedNotice, problemOf } from '../requests/PostedNotice.tsx'
import { usePosting } from '../requests/posting.ts'
import { makeId } from '../shell/id.ts'
import { useWords } from '../words.tsx'

const useStyles = makeStyles({
  form: {
    display: 'grid',
    gap: tokens.spacingVerticalM,
    maxWidth: '40rem',
    margin: `${tokens.spacingVerticalM} 0`,
    padding: tokens.spacingHorizontalL,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  foot: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
})

const EMPTY: WorkstreamDraft = { number: '', objective: '', title: '', chiefOfficerLead: [], smtLead: [] }

export interface WorkstreamFormProps {
  readonly streams: ReturnType<typeof useCollection<'workstreams'>>
  readonly snapshot: Snapshot
  /** Its key and content; null: a new one. */
  readonly known: readonly [string, WorkstreamContent & Stored] | null
  readonly onDone: () => void
}

export function WorkstreamForm({ streams, snapshot, known, onDone }: WorkstreamFormProps) {
  const words = useWords()
  const styles = useStyles()
  const [seen] = useState(known?.[1])
  const [draft, setDraft] = useState<WorkstreamDraft>(seen ? draftOf(seen) : EMPTY)
  const [key] = useState(() => known?.[0] ?? makeId())
  const posting = usePosting(streams.keeping)
  const change = (more: Partial<WorkstreamDraft>): void => setDraft({ ...draft, ...more })
  const line = (field: 'number' | 'title' | 'objective') => (
    <Field
      label={words.say(`workstreams.field.${field}`)}
      validationMessage={problemOf(posting.posted, field, words.refusal) ?? null}
    >
      <Input value={draft[field]} onChange={(_, { value }) => change({ [field]: value })} />
    </Field>
  )
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        void posting.post({ kind: 'saveWorkstream', key, content: draft }, seen).then((done) => done && onDone())
      }}
    >
      {line('number')}
      {line('title')}
      {line('objective')}
      <OwnerPicker
        label={words.say('workstreams.field.chief')}
        snapshot={snapshot}
        owners={draft.chiefOfficerLead}
        onChange={(chiefOfficerLead) => change({ chiefOfficerLead })}
      />
      <OwnerPicker
        label={words.say('workstreams.field.smt')}
        snapshot={snapshot}
        owners={draft.smtLead}
        onChange={(smtLead) => change({ smtLead })}
      />
      <PostedNotice posted={posting.posted} fields={['number', 'title', 'objective']} />
      <div className={styles.foot}>
        <Button appearance="primary" type="submit" disabledFocusable={posting.posted.state === 'sending'}>
          {words.say('workstreams.save')}
        </Button>
        <Button onClick={onDone}>{words.say('workstreams.cancel')}</Button>
      </div>
    </form>
  )
}

function draftOf({ number, objective, title, chiefOfficerLead, smtLead }: WorkstreamContent): WorkstreamDraft {
  return { number, objective, title, chiefOfficerLead, smtLead }
}
