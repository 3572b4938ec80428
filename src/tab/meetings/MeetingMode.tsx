/**
 * A meeting as it is held, on the big screen: one thing at a time, the way through it along the top, and at the foot what
 * can be done, each with its key. Everything is done at once and sent when the connection lets it; what somebody else
 * does meanwhile appears, and never moves what one writes.
 */

import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { ArrowLeftRegular, KeyboardRegular, ListRegular } from '@fluentui/react-icons'
import { lazy, Suspense, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import type { ActionId, Origin } from '../../domain/action.ts'
import { isLater } from '../../domain/meeting.ts'
import { originOf } from '../../domain/meetingagenda.ts'
import { MarkingMark } from '../design/MarkingMark.tsx'
import { oneLine, type } from '../design/scale.ts'
import { OutboxBar } from '../outbox/OutboxBar.tsx'
import { useTakenBack } from '../outbox/takenback.ts'
import { keyIn } from '../register/keys.ts'
import { useChanged, useUnsent } from '../register/registerstate.ts'
import { canUndo, useUndo } from '../register/undoing.tsx'
import { useWords } from '../words.tsx'
import { AgendaSheet } from './AgendaSheet.tsx'
import { ItemStage } from './ItemStage.tsx'
import { Matter, type MatterHand } from './Matter.tsx'
import { ProgressStrip } from './ProgressStrip.tsx'
import { RowsBar } from './RowsBar.tsx'
import { TurnBar } from './TurnBar.tsx'
import { TURNS, type Turn } from './matterkeys.ts'
import { titleWords } from './meetingwords.ts'
import { createNotingRegister } from './noting.ts'
import type { Held, Room } from './room.ts'
import { progressOf, stopsOf } from './stops.ts'

const KeySheet = lazy(async () => ({ default: (await import('../register/KeySheet.tsx')).KeySheet }))

const useStyles = makeStyles({
  mode: {
    ...type.row,
    display: 'flex',
    flexDirection: 'column',
    height: '100%',
    minHeight: '0',
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    '@media (max-width: 900px), (max-height: 560px)': { height: 'auto', minHeight: '100%' },
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    flexShrink: '0',
  },
  title: { ...type.beside, ...oneLine, margin: '0', fontWeight: tokens.fontWeightSemibold, flex: '1 1 12rem' },
  ways: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  place: {
    position: 'relative',
    display: 'flex',
    flexDirection: 'column',
    flexGrow: '1',
    minHeight: '0',
  },
  foot: {
    position: 'sticky',
    bottom: '0',
    zIndex: '2',
    flexShrink: '0',
    '@media (max-height: 480px)': { position: 'static' },
  },
  /** While one writes on a phone, what one writes has the room. */
  away: { '@media (max-width: 900px)': { position: 'relative' } },
  /** What was done is said over the history, and never over what is written. */
  note: {
    position: 'absolute',
    right: '0',
    bottom: '100%',
    width: 'max(34%, 280px)',
    '@media (max-width: 900px), (max-height: 560px)': { width: '100%' },
  },
  nothing: { ...type.stage, margin: 'auto', padding: tokens.spacingHorizontalXXL, textAlign: 'center' },
})

export interface MeetingModeProps {
  readonly room: Room
  readonly held: Held
  /** Where it goes on; null: at what is first. */
  readonly at: string | null
  /** How fresh it all is, where that is to be said. */
  readonly bar: ReactNode
  readonly onAt: (stop: string) => void
  readonly onLeave: () => void
  readonly onClosing: () => void
}

export function MeetingMode({ room, held, at, bar, onAt, onLeave, onClosing }: MeetingModeProps) {
  const { register, snapshot, roles, today, drafts } = room
  const { meeting } = held
  const words = useWords()
  const styles = useStyles()
  const hand = useRef<MatterHand>(null)
  const [turn, setTurn] = useState<Turn | null>(null)
  const [looking, setLooking] = useState(false)
  const [helping, setHelping] = useState<HTMLElement | null>(null)
  const matters = room.matters.keeping
  const noting = useMemo(
    () => createNotingRegister(register, { meeting: meeting.key, today, matters }),
    [register, meeting.key, today, matters],
  )
  const stops = useMemo(() => stopsOf(held), [held])
  const later = useMemo(
    () =>
      [...snapshot.meetings.values()]
        .filter((each) => isLater(each, meeting))
        .toSorted((a, b) => (a.day < b.day ? -1 : 1)),
    [snapshot.meetings, meeting],
  )
  const progress = progressOf(held.arising, meeting, snapshot)
  const unsent = useUnsent(register)
  const changed = useChanged(register)
  const { done, tell, undo, note } = useUndo(noting)

  const index = Math.max(
    0,
    stops.findIndex((stop) => stop.key === at),
  )
  const stop = stops[index]
  const go = (to: number): void => {
    const next = stops[Math.min(Math.max(to, 0), stops.length - 1)]
    if (!next || next === stop) return
    setTurn(null)
    onAt(next.key)
  }
  const goTo = (key: string): void => go(stops.findIndex((each) => each.key === key))
  const { resumed, takeBack } = useTakenBack({
    drafts,
    snapshot,
    openAction: stop?.kind === 'matter' ? stop.arising.action.id : null,
    say: (said) => tell({ said, undo: null, action: null }),
    open: (id) => goTo(id),
    add: () => hand.current?.begin('raise', null),
  })

  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const target = event.target as HTMLElement
    if (event.defaultPrevented || !event.currentTarget.contains(target)) return
    if (target.closest('input, textarea, [contenteditable], [role=listbox], [role=combobox]')) return
    const general = keyIn('register', event)
    if (general === 'undo' && canUndo(done)) {
      event.preventDefault()
      return void undo()
    }
    if (general === 'help') {
      event.preventDefault()
      return setHelping(document.activeElement as HTMLElement)
    }
    const name = keyIn('meeting', event)
    if (name === null) return
    event.preventDefault()
    if (name === 'forward') return go(index + 1)
    if (name === 'backward') return go(index - 1)
    if (name === 'agenda') return setLooking(!looking)
    const begun = TURNS.find((each) => each === name)
    if (begun) hand.current?.begin(begun, null)
  }

  const item = stop?.kind === 'item' ? stop.numbered : (stop?.arising.item ?? null)
  const origin: Origin = item ? originOf(meeting.key, item) : { kind: 'meeting', meeting: meeting.key }
  const shared = { snapshot, meeting, later, today, drafts, origin, onDone: tell, onTurn: setTurn, hand }
  return (
    // Keys for the whole screen; each has a button too.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className={styles.mode} onKeyDown={onKeyDown}>
      <header className={styles.head}>
        <Button
          appearance="subtle"
          icon={<ArrowLeftRegular />}
          aria-label={words.say('meeting.leave')}
          title={words.say('meeting.leave')}
          onClick={onLeave}
        />
        <h1 className={styles.title}>{titleWords(meeting, words)}</h1>
        <MarkingMark marking={snapshot.group.marking} />
        <div className={styles.ways}>
          <Button
            appearance="subtle"
            icon={<ListRegular />}
            aria-expanded={looking}
            title={words.say('meeting.agendaKey')}
            onClick={() => setLooking(!looking)}
          >
            {words.say('meeting.agenda')}
          </Button>
          <Button
            appearance="subtle"
            icon={<KeyboardRegular />}
            aria-label={words.say('register.keys')}
            title={words.say('register.keys')}
            onClick={(event) => setHelping(event.currentTarget)}
          />
          <Button onClick={onClosing}>{words.say('meeting.toClosing')}</Button>
        </div>
      </header>
      <ProgressStrip
        progress={progress}
        arising={held.arising}
        meeting={meeting}
        snapshot={snapshot}
        here={stop?.kind === 'matter' ? stop.position : null}
        position={index + 1}
        count={stops.length}
        onBack={index > 0 ? () => go(index - 1) : null}
        onForward={index < stops.length - 1 ? () => go(index + 1) : null}
      />
      {bar}
      {unsent.length > 0 && (
        <OutboxBar
          register={noting}
          snapshot={snapshot}
          unsent={unsent}
          onOpen={(id: ActionId) => goTo(id)}
          onTakeBack={takeBack}
        />
      )}
      <RowsBar room={room} />
      <div className={styles.place}>
        {looking && (
          <AgendaSheet
            stops={stops}
            here={stop?.key ?? null}
            meeting={meeting}
            snapshot={snapshot}
            onGo={(key) => {
              setLooking(false)
              goTo(key)
            }}
            onClose={() => {
              setLooking(false)
              hand.current?.focus()
            }}
          />
        )}
        {stop?.kind === 'matter' ? (
          <Matter
            key={stop.key}
            {...shared}
            register={noting}
            roles={roles}
            arising={stop.arising}
            isNews={changed.has(stop.arising.action.id)}
            resumed={resumed}
            onTakeBack={takeBack}
          />
        ) : stop?.kind === 'item' ? (
          <ItemStage
            key={stop.key}
            {...shared}
            register={noting}
            numbered={stop.numbered}
            agenda={room.agenda.keeping}
          />
        ) : (
          <p className={styles.nothing}>{words.say('meeting.nothing')}</p>
        )}
      </div>
      <div className={mergeClasses(styles.foot, turn !== null && styles.away)}>
        <div className={styles.note}>{note}</div>
        <TurnBar
          action={stop?.kind === 'matter' ? stop.arising.action : null}
          begun={turn}
          hasNextMeeting={later.length > 0}
          onTurn={(next, from) => hand.current?.begin(next, from)}
        />
      </div>
      {helping && (
        <Suspense fallback={null}>
          <KeySheet
            onClose={() => {
              setHelping(null)
              requestAnimationFrame(() => helping.focus())
            }}
          />
        </Suspense>
      )}
    </div>
  )
}
