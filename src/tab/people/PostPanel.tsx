/** A post, opened: who holds it, who stands in, who did before and will; and, for whoever may, what can be changed. */

import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { DismissRegular } from '@fluentui/react-icons'
import { useEffect, useRef, useState } from 'react'
import type { AppointmentTold } from '../../contract/people.ts'
import type { ActionId } from '../../domain/action.ts'
import type { Day } from '../../domain/day.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import { type } from '../design/scale.ts'
import type { OutboxRegister } from '../outbox/outbox.ts'
import type { Session } from '../session.ts'
import type { Words } from '../../words/words.ts'
import { useWords } from '../words.tsx'
import { useChange } from './changing.ts'
import { EntryWords } from './EntryWords.tsx'
import { Escapes } from './Escapes.tsx'
import { usePanelStyles } from './panelstyles.ts'
import { PostForm, type Deed } from './PostForm.tsx'
import { RaiseAction } from './RaiseAction.tsx'
import type { Entry } from './table.ts'

const useStyles = makeStyles({
  quiet: { ...type.label, margin: '0', color: tokens.colorNeutralForeground2 },
  facts: {
    ...type.row,
    display: 'grid',
    gridTemplateColumns: 'minmax(80px, auto) 1fr',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalS,
    margin: '0',
  },
  term: { ...type.label, color: tokens.colorNeutralForeground2, paddingTop: tokens.spacingVerticalXXS },
  fact: { margin: '0', minWidth: '0', overflowWrap: 'anywhere' },
  deeds: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  heading: { ...type.label, fontWeight: tokens.fontWeightSemibold, margin: '0', color: tokens.colorNeutralForeground2 },
  list: { ...type.row, listStyleType: 'none', margin: '0', padding: '0' },
  time: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    columnGap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} 0 ${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderLeft: `2px solid ${tokens.colorNeutralStroke2}`,
  },
  now: { borderLeftColor: tokens.colorCompoundBrandStroke },
  who: { fontWeight: tokens.fontWeightSemibold },
  past: { color: tokens.colorNeutralForeground2, fontWeight: tokens.fontWeightRegular },
  days: { ...type.label, width: '100%', color: tokens.colorNeutralForeground2 },
  said: { ...type.row, color: tokens.colorNeutralForeground2 },
})

export interface PostPanelProps {
  readonly session: Session
  readonly group: string
  readonly register: OutboxRegister
  readonly snapshot: Snapshot
  readonly entry: Entry
  readonly mayChange: boolean
  readonly onClose: () => void
  readonly onOpenAction: (action: ActionId) => void
}

export function PostPanel(props: PostPanelProps) {
  const { session, group, register, snapshot, entry, mayChange, onClose, onOpenAction } = props
  const panel = usePanelStyles()
  const styles = useStyles()
  const words = useWords()
  const heading = useRef<HTMLHeadingElement>(null)
  const [deed, setDeed] = useState<Deed | null>(null)
  const [isSaved, setSaved] = useState(false)
  const use = useChange(session, group)
  const today = session.clock.today()
  const { post, standing, state, outside } = entry
  /** With the deputy who is there: who has left isn't offered again. */
  const appointment = standing.appointment && { ...standing.appointment, deputy: standing.deputy }
  const gone = standing.deputy === null ? (standing.appointment?.deputy?.name ?? null) : null
  useEffect(() => heading.current?.focus(), [])

  const begin = (next: Deed): void => {
    setSaved(false)
    setDeed(next)
  }
  const leave = (): void => {
    setDeed(null)
    heading.current?.focus()
  }
  const takeIntoUse = async (): Promise<void> => {
    const { title, organisation, role } = post
    if (await use.save(post.key, post.version, { kind: 'add', title, organisation, role })) setSaved(true)
  }
  const organisation = snapshot.organisations.get(post.organisation)?.name ?? post.organisation
  return (
    <Escapes onEscape={onClose}>
      <aside className={panel.panel} aria-label={words.say('people.panel')}>
        <header className={panel.head}>
          <h2 className={panel.title} ref={heading} tabIndex={-1}>
            {post.title}
          </h2>
          <Button
            appearance="subtle"
            icon={<DismissRegular />}
            aria-label={words.say('people.close')}
            onClick={onClose}
          />
        </header>
        <p className={styles.quiet}>
          {organisation} · {words.say(`role.${post.role}`)}. {words.say(`people.roleMeans.${post.role}`)}
        </p>
        <dl className={styles.facts}>
          <dt className={styles.term}>{words.say('people.heldBy')}</dt>
          <dd className={styles.fact}>
            <EntryWords entry={entry} today={today} />
          </dd>
          <dt className={styles.term}>{words.say('people.deputyLabel')}</dt>
          <dd className={styles.fact}>
            {gone === null
              ? (standing.deputy?.name ?? words.say('people.nobody'))
              : `${gone}: ${words.say('people.hasLeft')}`}
          </dd>
          {post.lead !== '' && (
            <>
              <dt className={styles.term}>{words.say('people.lead')}</dt>
              <dd className={styles.fact}>{post.lead}</dd>
            </>
          )}
        </dl>
        {outside.length > 0 && (
          <p className={styles.quiet}>
            {words.say('people.outside.why', {
              names: words.list(outside.map(({ name }) => name)),
              count: outside.length,
            })}
          </p>
        )}
        {state === 'vacant' && post.isInUse && deed === null && (
          <div className={styles.deeds}>
            <RaiseAction register={register} snapshot={snapshot} post={post} onOpenAction={onOpenAction} />
          </div>
        )}
        {deed !== null ? (
          <Escapes onEscape={leave}>
            <PostForm
              key={deed.kind}
              session={session}
              group={group}
              post={post}
              deed={deed}
              onLeave={leave}
              onDone={() => {
                setSaved(true)
                leave()
              }}
            />
          </Escapes>
        ) : (
          mayChange && (
            <div className={styles.deeds}>
              {!post.isInUse && (
                <>
                  <p className={styles.quiet}>{words.say('people.use.why')}</p>
                  <Button appearance="primary" onClick={() => void takeIntoUse()}>
                    {words.say('people.use')}
                  </Button>
                </>
              )}
              {post.isInUse && appointment?.holder && (
                <Button appearance="primary" onClick={() => begin({ kind: 'handOver', appointment })}>
                  {words.say('people.handOver')}
                </Button>
              )}
              {post.isInUse && !appointment?.holder && (
                <Button appearance="primary" onClick={() => begin({ kind: 'appoint' })}>
                  {words.say('people.appoint')}
                </Button>
              )}
              {appointment && (
                <Button onClick={() => begin({ kind: 'setDeputy', appointment })}>
                  {words.say('people.setDeputy')}
                </Button>
              )}
              {appointment?.holder && (
                <Button onClick={() => begin({ kind: 'end', appointment })}>{words.say('people.end')}</Button>
              )}
              {post.isInUse && (
                <Button onClick={() => begin({ kind: 'setLead' })}>{words.say('people.setLead')}</Button>
              )}
            </div>
          )
        )}
        <output className={styles.said}>{isSaved && words.say('people.saved')}</output>
        {post.appointments.length > 0 && (
          <section>
            <h3 className={styles.heading}>{words.say('people.timeline')}</h3>
            <ol className={styles.list} reversed>
              {post.appointments.toReversed().map((each) => {
                const when = whenOf(each, today)
                return (
                  <li key={each.key} className={mergeClasses(styles.time, when === 'now' && styles.now)}>
                    <span className={mergeClasses(styles.who, when === 'past' && styles.past)}>
                      {each.holder?.name ?? words.say('people.vacant')}
                    </span>
                    {each.deputy && (
                      <span className={styles.quiet}>{words.say('people.deputy', { name: each.deputy.name })}</span>
                    )}
                    <span className={styles.days}>
                      {daysOf(each, words)}
                      {when !== 'past' && ` · ${words.say(`people.timeline.${when}`)}`}
                    </span>
                    {mayChange && when === 'next' && each.holder && deed === null && (
                      <Button size="small" onClick={() => begin({ kind: 'takeBack', appointment: each })}>
                        {words.say('people.takeBack')}
                      </Button>
                    )}
                  </li>
                )
              })}
            </ol>
          </section>
        )}
      </aside>
    </Escapes>
  )
}

function whenOf({ from, to }: AppointmentTold, today: Day): 'past' | 'now' | 'next' {
  if (to !== null && to < today) return 'past'
  return from !== null && from > today ? 'next' : 'now'
}

function daysOf({ from, to }: AppointmentTold, words: Words): string {
  if (from !== null && to !== null) {
    return words.say('people.timeline.span', { from: words.day(from), to: words.day(to) })
  }
  if (from !== null) return words.say('people.timeline.from', { from: words.day(from) })
  return to === null ? words.say('people.timeline.ever') : words.say('people.timeline.upTo', { to: words.day(to) })
}
