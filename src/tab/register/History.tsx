/**
 * What was said and what happened, newest first; each entry's next step set off. A corrected entry stays, struck out,
 * and it and its correction lead to each other.
 */

import { Button, Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { ArrowRightRegular } from '@fluentui/react-icons'
import { useEffect, useState } from 'react'
import type { Action, Update } from '../../domain/action.ts'
import type { Day } from '../../domain/day.ts'
import { ownerWords } from '../../domain/owner.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import { dayOfInstant, timeOfInstant } from '../../words/clock.ts'
import { Bone, Bones } from '../design/Bones.tsx'
import { PassageText } from '../design/PassageText.tsx'
import { type } from '../design/scale.ts'
import type { EntryAhead, OutboxRegister } from '../outbox/outbox.ts'
import { isUnderWay } from '../outbox/pump.ts'
import { useWords } from '../words.tsx'
import { useFreshness } from './registerstate.ts'
import { DeedButton, FormAt, useReveals } from './acting.tsx'

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: '0', padding: '0' },
  entry: {
    position: 'relative',
    paddingLeft: tokens.spacingHorizontalXL,
    paddingBottom: tokens.spacingVerticalXL,
    '::before': {
      content: '""',
      position: 'absolute',
      left: '2px',
      top: '6px',
      width: '8px',
      height: '8px',
      borderRadius: '50%',
      backgroundColor: tokens.colorNeutralStrokeAccessible,
    },
    ':not(:last-child)::after': {
      content: '""',
      position: 'absolute',
      left: '5.5px',
      top: '18px',
      bottom: '-2px',
      width: '1px',
      backgroundColor: tokens.colorNeutralStroke2,
    },
  },
  /** Not there yet: a ring instead of a dot. */
  ahead: {
    '::before': {
      backgroundColor: 'transparent',
      border: `2px solid ${tokens.colorNeutralStrokeAccessible}`,
      boxSizing: 'border-box',
    },
  },
  unsaved: {
    marginLeft: tokens.spacingHorizontalS,
    paddingInline: tokens.spacingHorizontalSNudge,
    borderRadius: tokens.borderRadiusCircular,
    border: `1px dashed ${tokens.colorNeutralStrokeAccessible}`,
    fontSize: tokens.fontSizeBase200,
    whiteSpace: 'nowrap',
  },
  found: { ':focus': { outlineStyle: 'none' }, ':focus::before': { backgroundColor: tokens.colorBrandBackground } },
  line: { display: 'flex', alignItems: 'flex-start', gap: tokens.spacingHorizontalXS },
  bare: { paddingBottom: tokens.spacingVerticalM },
  head: { ...type.label, flexGrow: '1', minWidth: '0', color: tokens.colorNeutralForeground2, margin: '0' },
  day: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground1 },
  event: { ...type.row, margin: '0', color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  text: {
    ...type.row,
    margin: '0',
    marginTop: tokens.spacingVerticalXXS,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
  corrected: { color: tokens.colorNeutralForeground3, textDecorationLine: 'line-through' },
  next: {
    ...type.row,
    display: 'flex',
    gap: tokens.spacingHorizontalS,
    marginTop: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    overflowWrap: 'anywhere',
  },
  icon: { flexShrink: '0', marginTop: tokens.spacingVerticalXXS },
  beside: { ...type.label, color: tokens.colorNeutralForeground2 },
  to: { ...type.label },
  quiet: { ...type.row, color: tokens.colorNeutralForeground2, margin: '0' },
  skeleton: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
})

type Read =
  | { readonly state: 'loading' }
  /** With the request id of the fault for which it isn't the newest; null where it is. */
  | { readonly state: 'read'; readonly updates: readonly Update[]; readonly fault: string | null }

export interface HistoryProps {
  readonly register: OutboxRegister
  readonly snapshot: Snapshot
  readonly action: Action
  readonly today: Day
}

export function History({ register, snapshot, action, today }: HistoryProps) {
  const words = useWords()
  const styles = useStyles()
  const [read, retry] = useHistory(register, action)
  // Drawn again with the action, which changes whenever this does.
  const ahead = register.entriesAhead(action.id)
  if (read.state === 'loading') {
    return (
      <Bones className={styles.skeleton} label={words.say('panel.history.loading')}>
        <Bone width="40%" />
        <Bone width="100%" />
        <Bone width="80%" />
      </Bones>
    )
  }
  const updates = [...ahead.map(({ update }) => update), ...read.updates]
  const unique = [...new Map(updates.toReversed().map((update) => [update.id, update])).values()].toReversed()
  const unsent = new Map(ahead.map((entry) => [entry.update.id, entry.unsent]))
  const byId = new Map(unique.map((update) => [update.id, update]))
  const corrections = new Map(unique.map((update) => [update.supersedes, update]))
  return (
    <>
      {read.fault !== null && (
        <p className={styles.quiet}>
          {words.say('panel.history.fault', { requestId: read.fault })}{' '}
          <Button size="small" onClick={retry}>
            {words.say('register.state.retry')}
          </Button>
        </p>
      )}
      {read.fault === null && unique.length === 0 && <p className={styles.quiet}>{words.say('panel.history.none')}</p>}
      <ol className={styles.list}>
        {unique.map((update) => (
          <Entry
            key={update.id}
            update={update}
            unsent={unsent.get(update.id) ?? null}
            corrects={update.supersedes === null ? undefined : byId.get(update.supersedes)}
            corrected={corrections.get(update.id)}
            snapshot={snapshot}
            today={today}
          />
        ))}
      </ol>
    </>
  )
}

interface EntryProps {
  readonly update: Update
  /** Null: it is saved. */
  readonly unsent: EntryAhead['unsent']
  /** The entry that this one stands for. */
  readonly corrects: Update | undefined
  /** The entry that stands for this one. */
  readonly corrected: Update | undefined
  readonly snapshot: Snapshot
  readonly today: Day
}

function Entry({ update, unsent, corrects, corrected, snapshot, today }: EntryProps) {
  const words = useWords()
  const styles = useStyles()
  const reveals = useReveals()
  const organisation = update.organisation ? snapshot.organisations.get(update.organisation)?.shortName : undefined
  const meeting = update.meeting ? snapshot.meetings.get(update.meeting) : undefined
  const enteredOn = dayOfInstant(update.enteredAt)
  const enteredAt = timeOfInstant(update.enteredAt)
  const entered =
    enteredOn && enteredAt ? words.say('panel.entered', { day: words.day(enteredOn), time: enteredAt }) : undefined
  const said = [
    organisation ? words.say('panel.by', { author: update.author, organisation }) : update.author,
    ...(meeting ? [words.say('panel.meetingOf', { day: words.shortDay(meeting.day, today) })] : []),
  ].join(' · ')
  const { next } = update
  const bare = update.text === '' && !next
  return (
    <li
      id={placeOf(update)}
      tabIndex={-1}
      className={mergeClasses(
        styles.entry,
        styles.found,
        reveals,
        bare && styles.bare,
        unsent !== null && styles.ahead,
      )}
    >
      <div className={styles.line}>
        <p className={styles.head} title={entered}>
          <time dateTime={update.day} className={styles.day}>
            {words.day(update.day)}
          </time>{' '}
          {said}
          {unsent && (
            <span className={styles.unsaved}>
              {words.say(isUnderWay(unsent) ? 'unsent.sending' : 'outbox.mark.waiting')}
            </span>
          )}
          {corrected && (
            <>
              {' · '}
              <Link as="button" className={styles.to} onClick={() => show(corrected)}>
                {words.say('acting.correctedBy', { day: words.shortDay(corrected.day, today) })}
              </Link>
            </>
          )}
          {corrects && (
            <>
              {' · '}
              <Link as="button" className={styles.to} onClick={() => show(corrects)}>
                {words.say('acting.corrects', { day: words.shortDay(corrects.day, today) })}
              </Link>
            </>
          )}
        </p>
        {update.event === null && !corrected && !unsent && (
          <DeedButton deed="correct" about={update.id} entry={update} />
        )}
      </div>
      {update.event && (
        <p className={styles.event}>
          <PassageText text={words.event(update.event)} />
        </p>
      )}
      {update.text !== '' && (
        <p className={mergeClasses(styles.text, corrected && styles.corrected)}>
          <PassageText text={update.text} />
        </p>
      )}
      {next && (
        <div className={mergeClasses(styles.next, corrected && styles.corrected)}>
          <ArrowRightRegular className={styles.icon} aria-label={words.say('panel.nextStep')} />
          <div>
            <PassageText text={next.words} />
            {(next.owners.length > 0 || next.due) && (
              <div className={styles.beside}>
                {[
                  ...next.owners.map((owner) => ownerWords(owner, snapshot)),
                  ...(next.due ? [words.dueStated(next.due)] : []),
                ].join(' · ')}
              </div>
            )}
          </div>
        </div>
      )}
      {update.outcome === 'retain' && !update.event && (
        <p className={styles.event}>{words.say('panel.outcome.retain')}</p>
      )}
      {update.outcome === 'discharge' && !update.event && (
        <p className={styles.event}>{words.say('panel.outcome.discharge')}</p>
      )}
      <FormAt place={`entry ${update.id}`} />
    </li>
  )
}

function placeOf({ id }: Update): string {
  return `entry-${id}`
}

/** Goes to an entry as a link within the page would. */
function show(update: Update): void {
  const entry = document.getElementById(placeOf(update))
  entry?.scrollIntoView({ block: 'center' })
  entry?.focus({ preventScroll: true })
}

/** Reads again whenever the action has a new entry; what is shown stays until the new one is here. */
function useHistory(register: OutboxRegister, { id, version }: Action): [Read, () => void] {
  const [held, setHeld] = useState<{ readonly of: string; readonly at: string; readonly read: Read } | null>(null)
  const [tries, setTries] = useState(0)
  // Once the store answers again, what couldn't be read is read.
  const back = useFreshness(register).state === 'fresh'
  const failed = held?.of === id && held.read.state === 'read' && held.read.fault !== null
  const at = `${version} ${tries} ${failed && back}`
  useEffect(() => {
    let current = true
    const hold = (updates: readonly Update[] | null, fault: string | null): void => {
      if (!current) return
      // What was read stays, with the fault above it.
      setHeld((held) => {
        const known = held?.of === id && held.read.state === 'read' ? held.read.updates : []
        return { of: id, at, read: { state: 'read', updates: updates ?? known, fault } }
      })
    }
    register.history(id).then(
      (updates) => hold(updates, null),
      (fault: unknown) => hold(null, requestIdOf(fault)),
    )
    return () => {
      current = false
    }
  }, [register, id, at])
  return [held?.of === id ? held.read : { state: 'loading' }, () => setTries((count) => count + 1)]
}

function requestIdOf(fault: unknown): string {
  const id = (fault as { readonly requestId?: unknown } | null)?.requestId
  return typeof id === 'string' ? id : ''
}
