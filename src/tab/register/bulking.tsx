/**
 * What is selected in the register, what is begun with it, and the writing of it, which goes on while one looks at
 * something else. Bar and panel are in scripts that come later. What a filter hides is no longer selected: nothing is
 * done to what one doesn't see.
 */

import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import type { ActionId } from '../../domain/action.ts'
import type { ActionRegister, Submission } from '../../domain/snapshot.ts'
import type { Progress } from '../session.ts'
import { LaterWords } from '../words.tsx'
import type { BulkDeed } from './bulk.ts'
import type { BulkPanelProps } from './BulkPanel.tsx'
import type { BulkRun, SubmitAll } from './bulkrun.ts'
import { leftOf, outcomesOf, type BulkOutcome, type BulkSending } from './bulksending.ts'
import type { Row } from './rows.ts'
import {
  NOTHING_SELECTED,
  selectAll,
  selectOnly,
  selectRange,
  toggleSelected,
  type Selecting,
  type Selection,
} from './selection.ts'
import type { UndoAll } from './undo.ts'

const BulkBar = lazy(async () => ({ default: (await import('./BulkBar.tsx')).BulkBar }))
const BulkPanel = lazy(async () => ({ default: (await import('./BulkPanel.tsx')).BulkPanel }))

/** For a register that nobody shares a quota with. */
export function oneByOne(register: Pick<ActionRegister, 'submit'>): SubmitAll {
  return async (commands, { seen, signal, onProgress }) => {
    const submissions: Submission[] = []
    for (const command of commands) {
      submissions.push(
        signal.aborted
          ? { state: 'unsaved', because: 'fault', requestId: null }
          : await register.submit(command, seen.get(command.action)),
      )
      const done = submissions.filter((each) => each.state !== 'unsaved').length
      onProgress({ done, total: commands.length, perMinute: 0 })
    }
    return submissions
  }
}

export interface BulkingProps extends Omit<
  BulkPanelProps,
  'deed' | 'actions' | 'run' | 'submitAll' | 'onSend' | 'onStop' | 'onClose' | 'onFinished'
> {
  /** Those of the view. */
  readonly rows: readonly Row[]
  readonly submitAll: SubmitAll
  /** What is touched is large. */
  readonly phone: boolean
  /** What else stands in the panel's place goes. */
  readonly onBegin: () => void
  readonly onLeave: () => void
  /** @param undoAll null where it can't be taken back */
  readonly onSaid: (said: string, undoAll: UndoAll | null) => void
}

export interface Bulking {
  readonly selecting: Selecting
  readonly allSelected: boolean
  /** On a phone: a tap chooses instead of opening. */
  readonly choosing: boolean
  readonly choose: (on: boolean) => void
  /** On a phone: chooses an action, and others by further taps. */
  readonly chooseOne: (id: ActionId) => void
  readonly bar: ReactNode
  /** Null where nothing is begun. */
  readonly panel: ReactNode
  /** Changes that are one's own. */
  readonly own: ReadonlySet<ActionId>
  /** Something else takes the panel's place. What is being written is written. */
  readonly giveWay: () => void
  readonly leave: () => void
  readonly clear: () => void
}

const NONE: ReadonlySet<ActionId> = new Set()

export function useBulking({ rows, submitAll, onBegin, onLeave, onSaid, phone, ...shared }: BulkingProps): Bulking {
  const [selection, setSelection] = useState<Selection>(NOTHING_SELECTED)
  const [begun, setBegun] = useState<BulkDeed | null>(null)
  const [run, setRun] = useState<BulkRun | null>(null)
  const [own, setOwn] = useState(NONE)
  const [choosing, setChoosing] = useState(false)
  const finished = useRef<BulkRun | null>(null)
  const stopper = useRef<AbortController | null>(null)
  useEffect(() => () => stopper.current?.abort(), [])

  const shown = useMemo(
    () => (selection.ids.size === 0 ? [] : rows.filter((row) => selection.ids.has(row.action.id))),
    [rows, selection],
  )
  const toggle = useCallback((id: ActionId) => setSelection((now) => toggleSelected(now, id)), [])
  const range = useCallback((ids: readonly ActionId[]) => setSelection((now) => selectRange(now, ids)), [])
  const all = useCallback(() => {
    const ids = rows.map((row) => row.action.id)
    setSelection((now) => selectAll(now, ids))
  }, [rows])
  const { anchor } = selection
  const selecting = useMemo<Selecting>(
    () => ({ ids: new Set(shown.map((row) => row.action.id)), anchor, toggle, range, all }),
    [shown, anchor, toggle, range, all],
  )
  const giveWay = useCallback(() => setBegun(null), [])
  const choose = useCallback((on: boolean): void => {
    setChoosing(on)
    setSelection(NOTHING_SELECTED)
  }, [])
  const chooseOne = useCallback((id: ActionId): void => {
    setChoosing(true)
    setSelection((now) => toggleSelected(now, id))
  }, [])
  const clear = (): void => choose(false)
  const leave = (): void => {
    giveWay()
    if (run?.kind === 'ended') setRun(null)
    onLeave()
  }
  const begin = (deed: BulkDeed): void => {
    onBegin()
    setBegun(deed)
  }

  const send = async (deed: BulkDeed, sending: BulkSending, before: readonly BulkOutcome[]): Promise<void> => {
    const stop = new AbortController()
    stopper.current = stop
    const { commands, seen } = sending
    setOwn(new Set(commands.map((command) => command.action)))
    setRun({ kind: 'sending', deed, progress: { done: 0, total: commands.length, perMinute: 0 }, stopping: false })
    const onProgress = (progress: Progress): void =>
      setRun((now) => (now?.kind === 'sending' ? { ...now, progress } : now))
    const submissions = await submitAll(commands, { seen, signal: stop.signal, onProgress }).catch(
      // Whatever it was: the same commands can be sent again.
      (): readonly Submission[] => commands.map(() => ({ state: 'unsaved', because: 'fault', requestId: null })),
    )
    const again = new Set(commands.map((command) => command.id))
    const outcomes = [...before.filter(({ command }) => !again.has(command.id)), ...outcomesOf(sending, submissions)]
    const left = new Set(leftOf(outcomes))
    const done = new Set(outcomes.map(({ action }) => action.id).filter((id) => !left.has(id)))
    setSelection((now) => selectOnly([...now.ids].filter((id) => !done.has(id))))
    if (left.size === 0) setChoosing(false)
    setRun({ kind: 'ended', deed, outcomes, stopped: stop.signal.aborted })
  }
  const onFinished = (said: string, undoAll: UndoAll | null): void => {
    // Bar and panel both tell, whichever is there.
    if (finished.current === run) return
    finished.current = run
    setRun(null)
    onSaid(said, undoAll)
    if (begun !== null) leave()
  }
  const onStop = (): void => {
    stopper.current?.abort()
    setRun((now) => (now?.kind === 'sending' ? { ...now, stopping: true } : now))
  }

  const bar = (shown.length > 0 || run) && (
    <Suspense fallback={null}>
      <LaterWords>
        <BulkBar
          count={shown.length}
          begun={begun}
          run={run}
          phone={phone}
          register={shared.register}
          submitAll={submitAll}
          onBegin={begin}
          onFinished={onFinished}
          onClear={() => {
            clear()
            leave()
          }}
        />
      </LaterWords>
    </Suspense>
  )
  const panel = begun && (
    <BulkPanel
      key={begun}
      {...shared}
      deed={begun}
      actions={shown.map((row) => row.action)}
      run={run}
      submitAll={submitAll}
      onSend={(sending, before) => void send(begun, sending, before)}
      onStop={onStop}
      onClose={leave}
      onFinished={onFinished}
    />
  )
  const allSelected = shown.length > 0 && shown.length === rows.length
  return { selecting, allSelected, choosing, choose, chooseOne, bar, panel, own, giveWay, leave, clear }
}
