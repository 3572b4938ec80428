/** What is in the way of a work stream: open until somebody says how it was resolved, with what is done about it. */

import { Button, Field, makeStyles, Textarea, tokens } from '@fluentui/react-components'
import { AddRegular, CheckmarkRegular, WrenchRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import type { Stored } from '../../domain/collection.ts'
import type { Day } from '../../domain/day.ts'
import { openBarriers, type Barrier, type WorkstreamContent } from '../../domain/workstream.ts'
import { type } from '../design/scale.ts'
import { StatusShape } from '../design/StatusMark.tsx'
import type { useCollection } from '../outbox/useCollection.ts'
import { PostedNotice } from '../requests/PostedNotice.tsx'
import { usePosting } from '../requests/posting.ts'
import { useWords } from '../words.tsx'

const useStyles = makeStyles({
  barriers: { marginTop: tokens.spacingVerticalM },
  name: { ...type.label, fontWeight: tokens.fontWeightSemibold, margin: '0', color: tokens.colorNeutralForeground2 },
  list: { listStyleType: 'none', margin: '0', padding: '0' },
  item: { display: 'flex', gap: tokens.spacingHorizontalS, padding: `${tokens.spacingVerticalXS} 0` },
  shape: { paddingTop: tokens.spacingVerticalXXS, flexShrink: '0' },
  body: { minWidth: '0', flexGrow: '1' },
  words: { ...type.row, margin: '0', overflowWrap: 'anywhere' },
  beside: { ...type.label, margin: '0', color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  line: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  // What is pressed begins where what is read does.
  deeds: { display: 'flex', flexWrap: 'wrap', marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})` },
  form: { display: 'grid', gap: tokens.spacingVerticalS, margin: `${tokens.spacingVerticalXS} 0`, maxWidth: '40rem' },
})

export interface BarriersProps {
  /** The level of its heading. */
  readonly as: 'h2' | 'h4'
  readonly id: string
  readonly content: WorkstreamContent & Stored
  readonly streams: ReturnType<typeof useCollection<'workstreams'>>
  readonly today: Day
  /** What was in the way by then; what arose later has its own quarter. */
  readonly until: Day
}

type Doing =
  | { readonly kind: 'raiseBarrier' }
  | { readonly kind: 'mitigateBarrier' | 'resolveBarrier'; readonly barrier: string }

export function Barriers({ as: Heading, id, content, streams, today, until }: BarriersProps) {
  const words = useWords()
  const styles = useStyles()
  const [doing, setDoing] = useState<Doing | null>(null)
  const [withResolved, setWithResolved] = useState(false)
  const known = content.barriers.filter(({ raised }) => raised.day <= until)
  const open = openBarriers({ barriers: known })
  const resolved = known.filter((barrier) => barrier.resolved !== null)
  const shown = withResolved ? known : open
  const form = doing && (
    <BarrierForm
      key={JSON.stringify(doing)}
      doing={doing}
      id={id}
      content={content}
      streams={streams}
      today={today}
      onDone={() => setDoing(null)}
    />
  )
  return (
    <div className={styles.barriers}>
      <Heading className={styles.name}>
        {words.say('workstreams.barriers')}
        {open.length > 0 && `: ${words.say('workstreams.barriers.open', { count: open.length })}`}
      </Heading>
      {shown.length === 0 && <p className={styles.beside}>{words.say('workstreams.barriers.none')}</p>}
      <ul className={styles.list}>
        {shown.map((barrier) => (
          <li key={barrier.id} className={styles.item}>
            <span className={styles.shape}>
              <StatusShape colour={barrier.resolved ? 'GREEN' : 'AMBER'} side={14} />
            </span>
            <div className={styles.body}>
              <Told barrier={barrier} />
              {!barrier.resolved && doing === null && (
                <div className={styles.deeds}>
                  {(['mitigateBarrier', 'resolveBarrier'] as const).map((kind) => (
                    <Button
                      key={kind}
                      size="small"
                      appearance="subtle"
                      icon={kind === 'mitigateBarrier' ? <WrenchRegular /> : <CheckmarkRegular />}
                      onClick={() => setDoing({ kind, barrier: barrier.id })}
                    >
                      {words.say(
                        kind === 'mitigateBarrier' ? 'workstreams.barrier.mitigate' : 'workstreams.barrier.resolve',
                      )}
                    </Button>
                  ))}
                </div>
              )}
              {doing && 'barrier' in doing && doing.barrier === barrier.id && form}
            </div>
          </li>
        ))}
      </ul>
      {doing?.kind === 'raiseBarrier' && form}
      {doing === null && (
        <div className={styles.deeds}>
          <Button
            size="small"
            appearance="subtle"
            icon={<AddRegular />}
            onClick={() => setDoing({ kind: 'raiseBarrier' })}
          >
            {words.say('workstreams.barrier.raise')}
          </Button>
          {resolved.length > 0 && !withResolved && (
            <Button size="small" appearance="subtle" onClick={() => setWithResolved(true)}>
              {words.say('workstreams.barrier.showResolved', { count: resolved.length })}
            </Button>
          )}
        </div>
      )}
    </div>
  )
}

function Told({ barrier: { raised, mitigations, resolved } }: { readonly barrier: Barrier }) {
  const words = useWords()
  const styles = useStyles()
  return (
    <>
      <p className={styles.words}>{raised.words}</p>
      <p className={styles.beside}>
        {words.say('workstreams.barrier.since', { day: words.day(raised.day), name: raised.by.name })}
      </p>
      {mitigations.map(({ id, day, words: done }) => (
        <p key={id} className={styles.beside}>
          {`${words.day(day)}: ${done}`}
        </p>
      ))}
      {resolved && (
        <p className={styles.beside}>
          {words.say('workstreams.barrier.resolved', { day: words.day(resolved.day), words: resolved.words })}
        </p>
      )}
    </>
  )
}

const LABELS = {
  raiseBarrier: 'workstreams.barrier.words',
  mitigateBarrier: 'workstreams.barrier.mitigate',
  resolveBarrier: 'workstreams.barrier.how',
} as const

function BarrierForm({
  doing,
  id,
  content,
  streams,
  today,
  onDone,
}: Omit<BarriersProps, 'as' | 'until'> & { readonly doing: Doing; readonly onDone: () => void }) {
  const words = useWords()
  const styles = useStyles()
  const [text, setText] = useState('')
  const [seen] = useState(content)
  const posting = usePosting(streams.keeping)
  const save = async (): Promise<void> => {
    const said = { key: id, day: today, words: text }
    const command = doing.kind === 'raiseBarrier' ? { kind: doing.kind, ...said } : { ...doing, ...said }
    if (await posting.post(command, seen)) onDone()
  }
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <Field label={words.say(LABELS[doing.kind])} required>
        <Textarea value={text} resize="vertical" onChange={(_, { value }) => setText(value)} />
      </Field>
      <PostedNotice posted={posting.posted} />
      <div className={styles.line}>
        <Button size="small" appearance="primary" type="submit">
          {words.say('workstreams.save')}
        </Button>
        <Button size="small" onClick={onDone}>
          {words.say('workstreams.cancel')}
        </Button>
      </div>
    </form>
  )
}
