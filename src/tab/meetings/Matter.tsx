/**
 * One matter, filling a big screen: why it arises, what is to be done in type that the end of a table reads, by whom and
 * by when; its history at the right. What is written opens below it and stays where it is, whatever changes above.
 */

import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useEffect, useImperativeHandle, useRef, useState, type ReactNode, type Ref } from 'react'
import type { Origin } from '../../domain/action.ts'
import { canonical } from '../../domain/canonical.ts'
import type { Day } from '../../domain/day.ts'
import type { Meeting, Role } from '../../domain/group.ts'
import type { Arising } from '../../domain/mattersarising.ts'
import { ownerWords } from '../../domain/owner.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import { isOpen, standingOf } from '../../domain/status.ts'
import { PassageText } from '../design/PassageText.tsx'
import { StatusMark } from '../design/StatusMark.tsx'
import { asLarge, glow, type } from '../design/scale.ts'
import type { OutboxRegister } from '../outbox/outbox.ts'
import type { Resumed } from '../outbox/takenback.ts'
import type { Unsent } from '../outbox/unsent.ts'
import { UnsentHere } from '../outbox/UnsentHere.tsx'
import { ActingProvider } from '../register/acting.tsx'
import { useBeginning } from '../register/beginning.tsx'
import { Composer } from '../register/Composer.tsx'
import type { Drafts } from '../register/drafts.ts'
import { History } from '../register/History.tsx'
import type { Done } from '../register/undo.ts'
import { usePieces } from '../recommendations/usepieces.ts'
import { useWords } from '../words.tsx'
import { MatterMark } from './MatterMark.tsx'
import { NewAction } from './NewAction.tsx'
import { begunBy, hindranceOf, type Turn } from './matterkeys.ts'
import { whyWords } from './meetingwords.ts'
import { useStageStyles } from './stage.ts'

const useStyles = makeStyles({
  whys: { ...type.beside, margin: '0', color: tokens.colorNeutralForeground2 },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
  },
  reference: {
    ...type.stage,
    margin: '0',
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
    ':focus': { outlineStyle: 'none' },
  },
  standing: { ...type.beside, display: 'inline-flex', '& span': asLarge },
  details: { ...type.stage, margin: '0', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  much: { ...type.stageLong },
  /** Words enough for a page are read from nearer by. */
  long: { ...type.beside },
  parts: { ...type.beside, listStyleType: 'none', margin: '0', padding: '0' },
  part: { display: 'flex', gap: tokens.spacingHorizontalS },
  done: { color: tokens.colorNeutralForeground3, textDecorationLine: 'line-through' },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 2fr)',
    gap: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalXXL}`,
    margin: '0',
    '@media (max-width: 480px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  wide: { gridColumn: '1 / -1' },
  name: { ...type.row, margin: '0', color: tokens.colorNeutralForeground2 },
  value: { ...type.beside, margin: '0', fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  late: { color: 'var(--statusTextRED)' },
  changed: glow,
})

export interface MatterProps {
  readonly register: OutboxRegister
  readonly snapshot: Snapshot
  readonly roles: readonly Role[]
  readonly meeting: Meeting
  readonly arising: Arising
  /** Meetings it can be retained for, the next one first. */
  readonly later: readonly Meeting[]
  readonly today: Day
  readonly drafts: Drafts
  /** Somebody else changed it a moment ago. */
  readonly isNews: boolean
  readonly origin: Origin
  readonly resumed: Resumed | null
  readonly onTakeBack: (item: Unsent) => void
  readonly onDone: (done: Done) => void
  readonly onTurn: (turn: Turn | null) => void
  readonly hand: Ref<MatterHand>
}

/** What the keys and the bar at the foot do to the matter that is shown. */
export interface MatterHand {
  begin(turn: Turn, from: HTMLElement | null): void
  focus(): void
}

/** Longer than these, type for the end of the table would need to scroll. */
const MUCH = 150
const LONG = 480

export function Matter(props: MatterProps) {
  const { register, snapshot, roles, meeting, arising, later, today, drafts, onDone, onTurn, resumed } = props
  const words = useWords()
  const styles = useStyles()
  const stage = useStageStyles()
  const { action } = arising
  const title = useRef<HTMLHeadingElement>(null)
  const writing = useRef<HTMLDivElement>(null)
  const opener = useRef<HTMLElement | null>(null)
  /** The composer and the new action have forms of their own. */
  const [own, setOwn] = useState<'tell' | 'raise' | null>(null)
  const nextMeeting = later[0]?.day ?? null
  const shared = { register, snapshot, today, nextMeeting, drafts }
  const focusTitle = (): void => title.current?.focus({ preventScroll: true })
  const { acting, close } = useBeginning(
    { ...shared, roles, row: { action }, meetings: later, onSaved: onDone, resumed, onLeave: () => onTurn(null) },
    focusTitle,
  )
  // What was taken back and has no form of its own goes on in the composer.
  const [followed, setFollowed] = useState<Resumed | null>(null)
  if (resumed !== followed) {
    setFollowed(resumed)
    if (resumed && resumed.form.begun === null) setOwn('tell')
  }

  const leave = (): void => {
    setOwn(null)
    onTurn(null)
    requestAnimationFrame(() => (opener.current?.isConnected ? opener.current.focus() : focusTitle()))
  }
  useImperativeHandle(props.hand, () => ({
    begin(turn, from) {
      if (hindranceOf(turn, action, later.length > 0) !== null) return
      opener.current = from
      onTurn(turn)
      const begun = begunBy(turn, action)
      if (begun) {
        setOwn(null)
        return acting.begin(begun, from)
      }
      if (turn === 'tell') close()
      setOwn(turn === 'raise' ? 'raise' : 'tell')
      if (own !== null) writing.current?.querySelector('textarea')?.focus()
    },
    focus: focusTitle,
  }))

  // Who goes on comes to it, and hears its number.
  useEffect(() => title.current?.focus({ preventScroll: true }), [])
  useEffect(() => {
    if (own === 'tell') writing.current?.querySelector('textarea')?.focus()
  }, [own])

  const rule = standingOf(action, { today, nextMeeting: meeting.day, lateBy: snapshot.group.lateBy })
  const { standing } = usePieces({ action, standing: rule }, snapshot)
  const next = action.latest?.next
  const due = action.due && (isOpen(action) ? words.due(action.due, today, meeting.day) : words.dueStated(action.due))
  const stated = action.due && words.dueStated(action.due)
  const form =
    own === 'raise' ? (
      <NewAction
        {...shared}
        origin={props.origin}
        onLeave={leave}
        onAdded={({ reference }) =>
          onDone({ said: words.say('meeting.raised', { reference }), undo: null, action: null })
        }
        onSaved={(said) => onDone({ said, undo: null, action: null })}
      />
    ) : own === 'tell' && acting.place === null ? (
      <div className={stage.composer}>
        <Composer key={resumed?.turn} {...shared} action={action} onSaved={onDone} onLeave={leave} />
      </div>
    ) : (
      acting.form
    )
  return (
    <ActingProvider acting={acting}>
      <section className={stage.stage} aria-label={words.say('panel.label', { reference: action.reference })}>
        <div className={stage.left}>
          <div className={stage.upper}>
            <UnsentHere
              register={register}
              snapshot={snapshot}
              action={action}
              today={today}
              onTakeBack={props.onTakeBack}
            />
            <div className={styles.head}>
              <h2 ref={title} tabIndex={-1} className={mergeClasses(styles.reference, props.isNews && styles.changed)}>
                {action.reference}
              </h2>
              <span className={styles.standing}>
                <StatusMark standing={standing} size="large" />
              </span>
              <MatterMark arising={arising} meeting={meeting} snapshot={snapshot} />
            </div>
            <p className={styles.whys}>
              {arising.whys.some((why) => why !== 'open') ? whyWords(arising, { words }) : words.reason(standing.why)}
            </p>
            <p
              className={mergeClasses(
                styles.details,
                (action.details.length > MUCH || form !== null) && styles.much,
                action.details.length > LONG && styles.long,
              )}
            >
              <PassageText text={action.details} />
            </p>
            {action.parts.length > 0 && (
              <ul className={styles.parts} aria-label={words.say('panel.parts')}>
                {action.parts.map((part) => (
                  <li key={part.letter} className={styles.part}>
                    <span>({part.letter})</span>
                    <span className={part.status === 'done' ? styles.done : undefined}>
                      <PassageText text={part.details} />
                      {part.owners.length > 0 && ` · ${ownersOf(part.owners, snapshot)}`}
                    </span>
                  </li>
                ))}
              </ul>
            )}
            <dl className={styles.facts}>
              <Fact name={words.say('panel.owners')}>
                {action.owners.length === 0
                  ? words.say('register.noOwner')
                  : action.owners.map((owner) => <div key={canonical(owner)}>{ownerWords(owner, snapshot)}</div>)}
              </Fact>
              <Fact name={words.say('panel.due')}>
                {due === null ? (
                  words.say('register.noDue')
                ) : (
                  <span className={standing.rule === 'RED' ? styles.late : undefined}>
                    {stated === due ? due : words.say('meeting.dueBoth', { due, stated: stated ?? '' })}
                  </span>
                )}
                {action.extensions.length > 0 && (
                  <div className={styles.name}>
                    {words.say('register.extensions', { count: action.extensions.length })}
                  </div>
                )}
                {action.extensionAsked && (
                  <div className={styles.name}>
                    {words.say('acting.dueLine.asked', { due: words.dueStated(action.extensionAsked.to) })}
                  </div>
                )}
              </Fact>
              {next && (
                <Fact name={words.say('panel.nextStep')} wide>
                  <PassageText text={next.words} />
                </Fact>
              )}
            </dl>
          </div>
          <div ref={writing} className={stage.writing}>
            {form}
          </div>
        </div>
        <aside className={stage.right} aria-label={words.say('panel.history')}>
          <h3 className={stage.heading}>{words.say('panel.history')}</h3>
          <div className={stage.history}>
            <History register={register} snapshot={snapshot} action={action} today={today} />
          </div>
        </aside>
      </section>
    </ActingProvider>
  )
}

function ownersOf(owners: Arising['action']['owners'], snapshot: Snapshot): string {
  return owners.map((owner) => ownerWords(owner, snapshot)).join(', ')
}

interface FactProps {
  readonly name: string
  readonly wide?: boolean
  readonly children: ReactNode
}

function Fact({ name, wide = false, children }: FactProps) {
  const styles = useStyles()
  return (
    <div className={wide ? styles.wide : undefined}>
      <dt className={styles.name}>{name}</dt>
      <dd className={styles.value}>{children}</dd>
    </div>
  )
}
