/** One work stream in one quarter: planned, reached, planned next, side by side; and below what is in its way. */

import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { AlertRegular, EditRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import type { Stored } from '../../domain/collection.ts'
import type { Day } from '../../domain/day.ts'
import { ownerWords } from '../../domain/owner.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import type { WorkstreamContent } from '../../domain/workstream.ts'
import { leadsAsked, postsShown } from '../../domain/workstreamprompting.ts'
import type { QuarterStanding } from '../../domain/workstreamquarter.ts'
import { type } from '../design/scale.ts'
import type { useCollection } from '../outbox/useCollection.ts'
import { PostedNotice } from '../requests/PostedNotice.tsx'
import { usePosting } from '../requests/posting.ts'
import { useWords } from '../words.tsx'
import { Barriers } from './Barriers.tsx'
import { Part } from './Part.tsx'
import { SayFields, useSaying, type SayingPlace } from './saying.tsx'
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
  asked: {
    ...type.label,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    margin: `${tokens.spacingVerticalXS} 0 0`,
    color: tokens.colorNeutralForeground2,
  },
  late: { color: 'var(--statusTextRED)', fontWeight: tokens.fontWeightSemibold },
  form: { display: 'grid', gap: tokens.spacingVerticalM, marginTop: tokens.spacingVerticalM, maxWidth: '48rem' },
  foot: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
})

export interface WorkstreamSectionProps {
  readonly id: string
  readonly content: WorkstreamContent & Stored
  readonly standing: QuarterStanding
  readonly streams: ReturnType<typeof useCollection<'workstreams'>>
  readonly place: SayingPlace
  readonly snapshot: Snapshot
  readonly today: Day
  /** The last day of a quarter that has passed, else today. */
  readonly until: Day
  readonly mayChange: boolean
  /** By when its lead still owes the quarter that is shown; null: they don't, or aren't asked. */
  readonly owedBy: Day | null
}

export function WorkstreamSection(props: WorkstreamSectionProps) {
  const { id, content, standing, streams, place, snapshot, today, until, mayChange, owedBy } = props
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
      {owedBy !== null && open !== 'saying' && <Owed {...props} due={owedBy} />}
      {leads.length > 0 && <p className={styles.leads}>{leads.join(' · ')}</p>}
      {open === 'changing' && (
        <WorkstreamForm streams={streams} snapshot={snapshot} known={[id, content]} onDone={() => setOpen(null)} />
      )}
      <div className={styles.parts}>
        <Part
          as="h4"
          name={words.say('workstreams.plannedBefore')}
          words={plannedBefore}
          none={words.say('workstreams.plannedBefore.none')}
        />
        {open !== 'saying' && (
          <>
            <Part
              as="h4"
              name={words.say('workstreams.status')}
              words={said?.status ?? null}
              none={words.say('workstreams.status.none')}
            />
            <Part
              as="h4"
              name={words.say('workstreams.planned')}
              words={said?.planned ?? null}
              none={words.say('workstreams.planned.none')}
            />
          </>
        )}
      </div>
      {open === 'saying' && <SayForm id={id} standing={standing} place={place} onDone={() => setOpen(null)} />}
      {said && last && open !== 'saying' && (
        <p className={styles.leads}>
          {words.say('workstreams.versions', {
            count: said.versions.length,
            name: last.by.name,
            day: words.day(last.day),
          })}
        </p>
      )}
      <Barriers as="h4" id={id} content={content} streams={streams} today={today} until={until} />
    </article>
  )
}

/** Who is asked, by when, and for the coordinator the way to ask again. */
function Owed({
  id,
  content,
  standing,
  streams,
  snapshot,
  today,
  mayChange,
  due,
}: WorkstreamSectionProps & { readonly due: Day }) {
  const words = useWords()
  const styles = useStyles()
  const posting = usePosting(streams.keeping)
  const { key: quarter } = standing.period
  const asked = leadsAsked(content, postsShown(snapshot.group.key, snapshot.posts, today))
  const names = words.list(asked.map(({ person }) => person.name))
  const chased = content.chased?.quarter === quarter ? content.chased.day : null
  return (
    <>
      <p className={styles.asked}>
        <span className={mergeClasses(due < today && styles.late)}>
          {words.say('workstreams.due', { day: words.day(due), told: words.relativeDay(due, today) })}
        </span>
        <span>{names === '' ? words.say('workstreams.asked.nobody') : words.say('workstreams.asked', { names })}</span>
        {chased !== null && <span>{words.say('workstreams.chased', { day: words.day(chased) })}</span>}
        {mayChange && chased !== today && names !== '' && (
          <Button
            size="small"
            icon={<AlertRegular />}
            onClick={() => void posting.post({ kind: 'chaseWorkstream', key: id, quarter }, content)}
          >
            {words.say('workstreams.chase')}
          </Button>
        )}
      </p>
      <PostedNotice posted={posting.posted} />
    </>
  )
}

interface SayFormProps {
  readonly id: string
  readonly standing: QuarterStanding
  readonly place: SayingPlace
  readonly onDone: () => void
}

function SayForm({ id, standing, place, onDone }: SayFormProps) {
  const words = useWords()
  const styles = useStyles()
  const saying = useSaying(place, id, standing)
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        void saying.save().then((isKept) => isKept && onDone())
      }}
    >
      <SayFields saying={saying} />
      <div className={styles.foot}>
        <Button appearance="primary" type="submit" disabledFocusable={saying.posted.state === 'sending'}>
          {words.say('workstreams.save')}
        </Button>
        <Button
          onClick={() => {
            saying.forget()
            onDone()
          }}
        >
          {words.say('workstreams.cancel')}
        </Button>
      </div>
    </form>
  )
}
