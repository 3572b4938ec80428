/** One work stream in one quarter: planned, reached, planned next, side by side; and below what is in its way. */

import { Button, Field, makeStyles, Textarea, tokens } from '@fluentui/react-components'
import { EditRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import type { Stored } from '../../domain/collection.ts'
import type { Day } from '../../domain/day.ts'
import { ownerWords } from '../../domain/owner.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import type { WorkstreamContent } from '../../domain/workstream.ts'
import { quarterKey, type QuarterStanding } from '../../domain/workstreamquarter.ts'
import { type } from '../design/scale.ts'
import type { useCollection } from '../outbox/useCollection.ts'
import { PostedNotice } from '../requests/PostedNotice.tsx'
import { usePosting } from '../requests/posting.ts'
import { useWords } from '../words.tsx'
import { Barriers } from './Barriers.tsx'
import { WorkstreamForm } from './WorkstreamForm.tsx'

const useStyles = makeStyles({
  stream: { padding: `${tokens.spacingVerticalL} 0`, borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  title: { ...type.reading, fontWeight: tokens.fontWeightSemibold, margin: '0', flexGrow: '1' },
  leads: { ...type.label, margin: `${tokens.spacingVerticalXXS} 0 0`, color: tokens.colorNeutralForeground2 },
  parts: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 18rem), 1fr))',
    gap: tokens.spacingHorizontalXL,
    marginTop: tokens.spacingVerticalM,
  },
  name: { ...type.label, fontWeight: tokens.fontWeightSemibold, margin: '0', color: tokens.colorNeutralForeground2 },
  words: { ...type.row, margin: `${tokens.spacingVerticalXXS} 0 0`, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  none: { ...type.row, margin: `${tokens.spacingVerticalXXS} 0 0`, color: tokens.colorNeutralForeground2 },
  form: { display: 'grid', gap: tokens.spacingVerticalM, marginTop: tokens.spacingVerticalM, maxWidth: '48rem' },
  foot: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
})

export interface WorkstreamSectionProps {
  readonly id: string
  readonly content: WorkstreamContent & Stored
  readonly standing: QuarterStanding
  readonly streams: ReturnType<typeof useCollection<'workstreams'>>
  readonly quarters: ReturnType<typeof useCollection<'quarters'>>
  readonly snapshot: Snapshot
  readonly today: Day
  readonly mayChange: boolean
}

export function WorkstreamSection(props: WorkstreamSectionProps) {
  const { id, content, standing, streams, quarters, snapshot, today, mayChange } = props
  const words = useWords()
  const styles = useStyles()
  const [open, setOpen] = useState<'saying' | 'changing' | null>(null)
  const { said, plannedBefore, period } = standing
  const last = said?.versions.at(-1)
  const names = (owners: WorkstreamContent['smtLead']): string =>
    owners.map((owner) => ownerWords(owner, snapshot)).join(', ')
  const leads = [
    content.chiefOfficerLead.length > 0 &&
      words.say('workstreams.leads.chief', { names: names(content.chiefOfficerLead) }),
    content.smtLead.length > 0 && words.say('workstreams.leads.smt', { names: names(content.smtLead) }),
  ].filter((each) => each !== false)
  return (
    <article className={styles.stream} aria-labelledby={`workstream-${id}`}>
      <div className={styles.line}>
        <h3 className={styles.title} id={`workstream-${id}`}>
          {[content.number, content.title || content.objective].filter((each) => each !== '').join(' ')}
        </h3>
        {mayChange && open === null && (
          <Button size="small" appearance="subtle" icon={<EditRegular />} onClick={() => setOpen('changing')}>
            {words.say('workstreams.edit')}
          </Button>
        )}
        {open === null && period.from <= today && (
          <Button size="small" onClick={() => setOpen('saying')}>
            {words.say(said ? 'workstreams.change' : 'workstreams.say')}
          </Button>
        )}
      </div>
      {leads.length > 0 && <p className={styles.leads}>{leads.join(' · ')}</p>}
      {open === 'changing' && (
        <WorkstreamForm streams={streams} snapshot={snapshot} known={[id, content]} onDone={() => setOpen(null)} />
      )}
      <div className={styles.parts}>
        <Part
          name={words.say('workstreams.plannedBefore')}
          words={plannedBefore}
          none={words.say('workstreams.plannedBefore.none')}
        />
        {open !== 'saying' && (
          <>
            <Part
              name={words.say('workstreams.status')}
              words={said?.status ?? null}
              none={words.say('workstreams.status.none')}
            />
            <Part
              name={words.say('workstreams.planned')}
              words={said?.planned ?? null}
              none={words.say('workstreams.planned.none')}
            />
          </>
        )}
      </div>
      {open === 'saying' && <SayForm id={id} standing={standing} quarters={quarters} onDone={() => setOpen(null)} />}
      {said && last && open !== 'saying' && (
        <p className={styles.leads}>
          {words.say('workstreams.versions', {
            count: said.versions.length,
            name: last.by.name,
            day: words.day(last.day),
          })}
        </p>
      )}
      <Barriers id={id} content={content} streams={streams} today={today} />
    </article>
  )
}

function Part({ name, words, none }: { readonly name: string; readonly words: string | null; readonly none: string }) {
  const styles = useStyles()
  return (
    <div>
      <h4 className={styles.name}>{name}</h4>
      {words === null || words === '' ? <p className={styles.none}>{none}</p> : <p className={styles.words}>{words}</p>}
    </div>
  )
}

interface SayFormProps {
  readonly id: string
  readonly standing: QuarterStanding
  readonly quarters: WorkstreamSectionProps['quarters']
  readonly onDone: () => void
}

function SayForm({ id, standing: { said, period }, quarters, onDone }: SayFormProps) {
  const words = useWords()
  const styles = useStyles()
  const [status, setStatus] = useState(said?.status ?? '')
  const [planned, setPlanned] = useState(said?.planned ?? '')
  const [seen] = useState(said)
  const posting = usePosting(quarters.keeping)
  const save = async (): Promise<void> => {
    const command = {
      kind: 'reportQuarter',
      key: quarterKey(id, period.key),
      workstream: id,
      quarter: period.key,
      status,
      planned,
    } as const
    if (await posting.post(command, seen ?? undefined)) onDone()
  }
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <Field label={words.say('workstreams.status')}>
        <Textarea value={status} resize="vertical" rows={4} onChange={(_, { value }) => setStatus(value)} />
      </Field>
      <Field label={words.say('workstreams.planned')}>
        <Textarea value={planned} resize="vertical" rows={4} onChange={(_, { value }) => setPlanned(value)} />
      </Field>
      <PostedNotice posted={posting.posted} />
      <div className={styles.foot}>
        <Button appearance="primary" type="submit" disabledFocusable={posting.posted.state === 'sending'}>
          {words.say('workstreams.save')}
        </Button>
        <Button onClick={onDone}>{words.say('workstreams.cancel')}</Button>
      </div>
    </form>
  )
}
